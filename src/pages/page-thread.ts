import { getCompileCacheDir } from 'node:module'
import { Worker } from 'node:worker_threads'
import { LIMITS } from '../document/limits.ts'
import type { PageOrder, PageReading, PaperOrder } from './page-reading.ts'
import type { PageReport } from './page-worker.ts'

/** What the worker found: all of it, or what it had when its time ran out; null when it had nothing. */
export interface ThreadAnswer {
  readonly reading: PageReading | null
  readonly isWhole: boolean
}

/** Starting the worker costs once what some pages cost, so it is kept; pages wait in line, one at a time. */
let worker: Worker | null = null
let line: Promise<unknown> = Promise.resolve()

/** Reads a page in the worker, within the time that LIMITS give its kind. Never throws: a page that breaks the reading is told as not whole. */
export function readInThread(order: PageOrder | PaperOrder): Promise<ThreadAnswer> {
  const answer = line.then(() => askWorker(order))
  line = answer
  return answer
}

/** Ends the worker once the pages in line are read; the next page starts another. */
export async function endThread(): Promise<void> {
  await line
  await worker?.terminate()
  worker = null
}

function askWorker(order: PageOrder | PaperOrder): Promise<ThreadAnswer> {
  const asked = worker ?? startWorker()
  worker = asked
  return new Promise((resolve) => {
    let draft: PageReading | null = null
    let timer: NodeJS.Timeout | undefined
    const finish = (reading: PageReading | null, isWhole: boolean, isAlive: boolean) => {
      clearTimeout(timer)
      asked.off('message', onReport).off('error', onEnd).off('exit', onEnd)
      asked.unref()
      if (!isAlive) {
        worker = null
        // Its memory comes back later; nobody waits for that.
        void asked.terminate()
      }
      resolve({ reading, isWhole })
    }
    const onReport = (report: PageReport) => {
      if ('began' in report) timer = setTimeout(onEnd, order.kind === 'html' ? LIMITS.pageMs : LIMITS.paperMs)
      else if ('draft' in report) draft = report.draft
      else if ('done' in report) finish(report.done, true, true)
      else finish(draft, false, true)
    }
    // Out of time or memory, or a worker that could not start: what is known until then is taken.
    const onEnd = () => finish(draft, false, false)
    asked.on('message', onReport).on('error', onEnd).on('exit', onEnd)
    asked.ref()
    asked.postMessage(order)
  })
}

function startWorker(): Worker {
  // The compiled package holds .js files; run from the source, this is .ts.
  const own = import.meta.url
  const started = new Worker(new URL(own.endsWith('.ts') ? './page-worker.ts' : './page-worker.js', own), {
    workerData: { compileCache: getCompileCacheDir() ?? null },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.pageMemoryMb },
  })
  started.unref()
  return started
}
