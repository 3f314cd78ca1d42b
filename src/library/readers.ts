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

/** Makes readers that start no thread yet. */
export function openReaders(count: number, modelFolder: string | null): Readers {
  const waiting: Job[] = []
  const threads = new Set<Thread>()
  const known = Promise.withResolvers<Readout['producedBy']>()
  let isClosed = false
  known.promise.catch(() => {})

  const hear = (thread: Thread, report: ReadingReport) => {
    if ('producedBy' in report) known.resolve(report.producedBy)
    else if ('readout' in report) thread.jobs.shift()?.done(report.readout)
    else return giveUp(thread, new ReadoutError(report.code, report.message))
    deal()
  }
  /** Models that cannot be loaded for one cannot be loaded for any. */
  const giveUp = (thread: Thread, error: unknown) => {
    threads.delete(thread)
    known.reject(error)
    for (const job of [...thread.jobs.splice(0), ...waiting.splice(0)]) job.failed(error)
  }
  /** What it was reading broke it; what waited behind that is read by another. */
  const bury = (thread: Thread, error: unknown) => {
    if (!threads.delete(thread)) return
    const [broken, ...others] = thread.jobs.splice(0)
    if (!broken) return giveUp(thread, error)
    waiting.unshift(...others)
    const reason = 'Reading it broke off: it needs more memory than there is, or it is a mistake of ours. The others are read.'
    broken.failed(new ReadoutError('reading-broke', reason, { cause: error }))
    deal()
  }
  const start = () => {
    const thread: Thread = { worker: startWorker(modelFolder), jobs: [] }
    threads.add(thread)
    thread.worker.on('message', (report: ReadingReport) => hear(thread, report))
    thread.worker.on('error', (error) => bury(thread, error))
    thread.worker.on('exit', () => bury(thread, null))
  }
  const deal = () => {
    if (isClosed) return
    for (const thread of threads) give(thread, waiting, ORDERS - 1)
    if (waiting.length > 0 && threads.size < count) start()
    for (const thread of threads) give(thread, waiting, ORDERS)
  }
  return {
    count,
    read: (article, notices) =>
      new Promise((done, failed) => {
        // A run that broke off may still look up its next items: nobody waits for them, and no thread may start for them.
        if (isClosed) return failed(new Error('The readers are closed.'))
        waiting.push({ order: { article, notices }, done, failed })
        deal()
      }),
    producedBy: () => {
      if (threads.size === 0) start()
      return known.promise
    },
    close: async () => {
      isClosed = true
      const workers = [...threads].map(({ worker }) => worker)
      threads.clear()
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
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
