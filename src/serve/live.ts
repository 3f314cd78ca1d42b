import type { LiveEvents, LiveName } from '../contract/contract.ts'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Store } from '../store/store.ts'
import type { Log } from './log.ts'
import { findMarks, listNews, type Marks, type News, readMarks, writeMarks } from './news.ts'

/** News of the library for all who listen: what this process and others save, in the store's own order. */
export interface Live {
  /** A stream of server-sent events, from behind the event of this id on; without one, from now on. */
  readonly listen: (lastId: string | null) => ReadableStream<Uint8Array>
  /** Tells something that no store keeps: it is not told again to who comes back. */
  readonly tell: <Name extends LiveName>(name: Name, data: LiveEvents[Name]) => void
  /** Looks now for what was saved. */
  readonly look: () => Promise<void>
  readonly count: () => number
  readonly close: () => Promise<void>
}

interface Listener {
  readonly waiting: Uint8Array[]
  wake: () => void
  isOver: boolean
}

/** How long a browser waits before it comes back. */
const RETRY_MS = 2_000

const ENCODER = new TextEncoder()

/** Begins to look at the store. */
export async function openLive(store: Store, log: Log): Promise<Live> {
  const listeners = new Set<Listener>()
  let marks = await findMarks(store)
  const give = (bytes: Uint8Array) => {
    for (const listener of listeners) {
      listener.waiting.push(bytes)
      // Who reads too slowly is let go, and comes back with the id of what was heard last.
      if (listener.waiting.length > LIMITS.liveWaiting) listener.isOver = true
      listener.wake()
    }
  }
  let looking: Promise<void> | null = null
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  const lookOnce = async () => {
    const now = await findMarks(store)
    for (;;) {
      const news = await listNews(store, marks, now)
      const last = news.at(-1)
      if (!last) break
      marks = last.marks
      give(ENCODER.encode(news.map(writeNews).join('')))
    }
    marks = now
  }
  const timers = [
    setInterval(() => void look().catch((error: unknown) => log.error({ err: error }, 'news cannot be looked for')), LIMITS.livePollMs),
    setInterval(() => give(ENCODER.encode(': here\n\n')), LIMITS.liveBeatMs),
  ]
  return {
    listen: (lastId) => {
      if (listeners.size >= LIMITS.liveListeners) throw new ReadoutError('busy', 'As many listen as can at once: come back in a while.')
      return openStream({ store, listeners, log }, clampMarks(readMarks(lastId) ?? marks, marks), marks)
    },
    tell: (name, data) => give(ENCODER.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)),
    look,
    count: () => listeners.size,
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      for (const listener of listeners) {
        listener.isOver = true
        listener.wake()
      }
      await looking
    },
  }
}

/** Marks of another store may be ahead of what there is. */
function clampMarks(heard: Marks, now: Marks): Marks {
  const { version, correction, decision } = now
  return { version: Math.min(heard.version, version), correction: Math.min(heard.correction, correction), decision: Math.min(heard.decision, decision) }
}

/** First what was missed, then what comes: what comes meanwhile waits, so that nothing is lost or told twice. */
function openStream({ store, listeners, log }: { store: Store; listeners: Set<Listener>; log: Log }, heard: Marks, now: Marks): ReadableStream<Uint8Array> {
  const listener: Listener = { waiting: [], wake: () => {}, isOver: false }
  listeners.add(listener)
  let behind: Marks | null = heard
  let isFirst = true
  const end = () => {
    listener.isOver = true
    listeners.delete(listener)
    listener.wake()
  }
  const next = async (): Promise<Uint8Array | null> => {
    if (isFirst) {
      isFirst = false
      // The id of where it begins, so that who is cut off before the first event misses nothing either.
      return ENCODER.encode(`retry: ${RETRY_MS}\nid: ${writeMarks(heard)}\nevent: ready\ndata: {}\n\n`)
    }
    if (behind !== null) {
      const news = await listNews(store, behind, now)
      behind = news.at(-1)?.marks ?? null
      if (news.length > 0) return ENCODER.encode(news.map(writeNews).join(''))
    }
    while (listener.waiting.length === 0 && !listener.isOver) await new Promise<void>((wake) => (listener.wake = wake))
    return listener.isOver ? null : Buffer.concat(listener.waiting.splice(0))
  }
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const bytes = await next().catch((error: unknown) => {
          // The stream ends; who listens comes again with the last id it heard.
          log.error({ err: error }, 'news cannot be told')
          return null
        })
        if (bytes !== null && !listener.isOver) return controller.enqueue(bytes)
        end()
        controller.close()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

function writeNews({ marks, name, data }: News): string {
  return `id: ${writeMarks(marks)}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
