import { Worker } from 'node:worker_threads'
import type { Article } from '../document/article.ts'
import type { Notice } from '../document/notice.ts'
import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { ReadingOrder, ReadingReport } from './reading-worker.ts'

/** Threads that read articles. Each loads the models once, when there is something for it to read. */
export interface Readers {
  /** How many threads may read at once. */
  readonly count: number
  /** The record of an article. Articles are read at once; what each reads depends on itself alone. */
  read(article: Article, notices: readonly Notice[]): Promise<Readout>
  /** With which program, models and knowledge records are made. */
  producedBy(): Promise<Readout['producedBy']>
  close(): Promise<void>
}

/** Orders that a thread has at once: the next one is there when it is done with one, however busy this thread is. */
const ORDERS = 2

interface Job {
  readonly order: ReadingOrder
  readonly done: (readout: Readout) => void
  readonly failed: (error: unknown) => void
}

interface Thread {
  readonly worker: Worker
  /** What it was given and has not answered, the oldest first. */
  readonly jobs: Job[]
}

interface Pool {
  readonly count: number
  readonly modelFolder: string | null
  readonly waiting: Job[]
  readonly threads: Set<Thread>
  readonly producedBy: PromiseWithResolvers<Readout['producedBy']>
  isClosed: boolean
}

/** Makes readers that start no thread yet. */
export function openReaders(count: number, modelFolder: string | null): Readers {
  const pool: Pool = { count, modelFolder, waiting: [], threads: new Set(), producedBy: Promise.withResolvers(), isClosed: false }
  pool.producedBy.promise.catch(() => {})
  return {
    count,
    read: (article, notices) =>
      new Promise((done, failed) => {
        // A run that broke off may still look up its next items: nobody waits for them, and no thread may start for them.
        if (pool.isClosed) return failed(new Error('The readers are closed.'))
        pool.waiting.push({ order: { article, notices }, done, failed })
        deal(pool)
      }),
    producedBy: () => {
      if (pool.threads.size === 0) start(pool)
      return pool.producedBy.promise
    },
    close: async () => {
      pool.isClosed = true
      const workers = [...pool.threads].map(({ worker }) => worker)
      pool.threads.clear()
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Gives what waits to threads that are idle, starts another where all are busy, and then lets each have its next one ready. */
function deal(pool: Pool): void {
  if (pool.isClosed) return
  for (const thread of pool.threads) give(thread, pool.waiting, ORDERS - 1)
  if (pool.waiting.length > 0 && pool.threads.size < pool.count) start(pool)
  for (const thread of pool.threads) give(thread, pool.waiting, ORDERS)
}

function start(pool: Pool): void {
  const thread: Thread = { worker: startWorker(pool.modelFolder), jobs: [] }
  pool.threads.add(thread)
  thread.worker.on('message', (report: ReadingReport) => hear(pool, thread, report))
  thread.worker.on('error', (error) => bury(pool, thread, error))
  thread.worker.on('exit', () => bury(pool, thread, new Error('The thread ended.')))
}

function hear(pool: Pool, thread: Thread, report: ReadingReport): void {
  if ('code' in report) giveUp(pool, thread, new ReadoutError(report.code, report.message))
  else if ('producedBy' in report) pool.producedBy.resolve(report.producedBy)
  else thread.jobs.shift()?.done(report.readout)
  deal(pool)
}

/** Models that cannot be loaded for one cannot be loaded for any. */
function giveUp(pool: Pool, thread: Thread, error: Error): void {
  pool.threads.delete(thread)
  pool.producedBy.reject(error)
  for (const job of [...thread.jobs.splice(0), ...pool.waiting.splice(0)]) job.failed(error)
}

/** What it was reading broke it; what waited behind that is read by another. */
function bury(pool: Pool, thread: Thread, error: unknown): void {
  if (!pool.threads.delete(thread)) return
  const [broken, ...others] = thread.jobs.splice(0)
  if (!broken) {
    giveUp(pool, thread, error as Error)
    return
  }
  pool.waiting.unshift(...others)
  const reason = 'Reading it broke off: it needs more memory than there is, or it is a mistake of ours. The others are read.'
  broken.failed(new ReadoutError('reading-broke', reason, { cause: error }))
  deal(pool)
}

function give({ worker, jobs }: Thread, waiting: Job[], most: number): void {
  while (jobs.length < most && waiting.length > 0) {
    const job = waiting.shift() as Job
    jobs.push(job)
    worker.postMessage(job.order)
  }
}

function startWorker(modelFolder: string | null): Worker {
  // The compiled package holds .js files; run from the source, this is .ts.
  const own = import.meta.url
  return new Worker(new URL(own.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js', own), { workerData: { modelFolder } })
}
