import type { Readout } from '../../src/document/readout.ts'
import { ReadoutError } from '../../src/document/readout-error.ts'
import type { ReadingOrder, ReadingReport } from './messages.ts'
import { type Running, startWorker } from './start-worker.ts'

/** Bytes of the models that have come, of all. */
export interface Progress {
  readonly received: number
  readonly total: number
}

/** A reader that works in this browser: the text goes nowhere else. */
export interface BrowserReader {
  /** Settles when the models are there; rejects with a `ReadoutError` when they cannot be had. Asked for again, or with the next `read`, it is tried anew. */
  readonly ready: Promise<void>
  /**
   * Reads one text; several wait for each other. Offsets count UTF-16 units. Never throws on text; rejects with a
   * `ReadoutError` when the models cannot be had, and with the signal's reason when that is aborted: then the work stops.
   */
  read(text: string, options?: ReadOptions): Promise<Readout>
  /** Stops all work and gives the memory back. */
  close(): void
}

export interface ReadOptions {
  /** ISO date (YYYY-MM-DD) of publication. */
  readonly publishedOn?: string | null
  readonly title?: string | null
  readonly signal?: AbortSignal
}

/** A text that waits for its reading. The first in line is with the worker. */
interface Waiting {
  readonly order: ReadingOrder
  readonly resolve: (readout: Readout) => void
  readonly reject: (reason: unknown) => void
}

/** Starts fetching the models, some 12 MB packed, at once: call it only when a text is to be read here. `tell` hears how far that is. */
export function openReader(tell: (progress: Progress) => void): BrowserReader {
  const line: Waiting[] = []
  const hear = (report: ReadingReport) => {
    if (report.kind === 'progress') return tell(report)
    if (report.kind === 'problem') return fail(new ReadoutError(report.code, report.message))
    if (report.kind === 'readout') line.shift()?.resolve(report.readout)
    sendFirst()
  }
  let running: Running | null = startWorker(hear)

  function sendFirst(): void {
    const first = line[0]
    if (!first) return
    running ??= startWorker(hear)
    if (running.isReady()) running.send(first.order)
  }

  function fail(reason: unknown): void {
    running?.stop(reason)
    running = null
    for (const { reject } of line.splice(0)) reject(reason)
  }

  /** What is with the worker can only be stopped together with it; the next text has a new one, for which the browser has kept the files. */
  function leave(waiting: Waiting, reason: unknown): void {
    const at = line.indexOf(waiting)
    if (at < 0) return
    line.splice(at, 1)
    waiting.reject(reason)
    if (at > 0) return
    running?.stop(reason)
    running = null
    sendFirst()
  }

  return {
    get ready() {
      running ??= startWorker(hear)
      return running.ready
    },
    read: (text, { signal, ...about } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const waiting = { order: makeOrder(text, about), resolve, reject }
        signal?.addEventListener('abort', () => leave(waiting, signal.reason), { once: true })
        if (line.push(waiting) === 1) sendFirst()
      }),
    close: () => fail(new DOMException('The reader was closed.', 'AbortError')),
  }
}

function makeOrder(text: string, { publishedOn = null, title = null }: ReadOptions): ReadingOrder {
  return { article: { text, title, publishedOn, source: null, publisher: null, authors: [] } }
}
