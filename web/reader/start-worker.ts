import { MEND, type ReadingOrder, type ReadingReport } from './messages.ts'

/** A worker that reads, while it runs. */
export interface Running {
  /** Settles when the models are there; rejects with what stopped it before. */
  readonly ready: Promise<void>
  /** Whether it is ready: what is sent before would be lost. */
  readonly isReady: () => boolean
  readonly send: (order: ReadingOrder) => void
  /** Nothing more is heard of it, and its memory is given back. */
  readonly stop: (reason: unknown) => void
}

/** Starts a worker that fetches its models at once. */
export function startWorker(hear: (report: ReadingReport) => void): Running {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module', name: 'reader' })
  const ready = Promise.withResolvers<void>()
  // Whoever reads hears of a failure; nobody need wait for `ready`.
  ready.promise.catch(() => {})
  const heard = new AbortController()
  let isReady = false
  const take = (report: ReadingReport) => {
    if (report.kind === 'ready') {
      isReady = true
      ready.resolve()
    }
    hear(report)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<ReadingReport>) => take(data), { signal: heard.signal })
  const tellStop = () => hear({ kind: 'problem', code: 'reader-stopped', message: `The reader in this browser stopped: ${MEND}.` })
  worker.addEventListener('error', tellStop, { signal: heard.signal })
  return {
    ready: ready.promise,
    isReady: () => isReady,
    send: (order) => worker.postMessage(order),
    stop: (reason) => {
      heard.abort()
      worker.terminate()
      ready.reject(reason)
    },
  }
}
