import { setTimeout as sleep } from 'node:timers/promises'
import type { Limits } from './fetch.ts'
import { FetchError } from './fetch-error.ts'

/** Keeps requests polite: one a host at a time with a pause behind it, a few in flight in all. */
export interface Pace {
  /** Does `work` when the host's turn has come; throws `fetch-not-now` where that is too far off to wait for. */
  visit<T>(host: string, pauseMs: () => number, work: () => Promise<T>): Promise<T>
  /** Leaves a host alone for a while. */
  rest(host: string, restMs: number): void
}

interface Host {
  /** Done when the visit before the next one is. */
  tail: Promise<void>
  freeAt: number
  /** Visits in a row that did not reach the host. */
  misses: number
}

export function openPace(limits: Limits, signal: AbortSignal | undefined): Pace {
  const hosts = new Map<string, Host>()
  const slots = openSlots(limits.fetchesInFlight)
  const hostOf = (name: string): Host => {
    const host = hosts.get(name) ?? { tail: Promise.resolve(), freeAt: 0, misses: 0 }
    hosts.set(name, host)
    return host
  }
  const rest = (name: string, restMs: number) => {
    const host = hostOf(name)
    host.freeAt = Math.max(host.freeAt, Date.now() + restMs)
  }

  async function visit<T>(name: string, pauseMs: () => number, work: () => Promise<T>): Promise<T> {
    const host = hostOf(name)
    const before = host.tail
    const turn = Promise.withResolvers<void>()
    host.tail = turn.promise
    await before
    try {
      await awaitFree(name, host.freeAt - Date.now(), limits, signal)
      const leave = await slots()
      try {
        const result = await work()
        host.misses = 0
        return result
      } catch (error) {
        host.misses = isMiss(error) ? host.misses + 1 : 0
        if (host.misses >= MISSES) rest(name, limits.hostRestMs)
        throw error
      } finally {
        leave()
        rest(name, pauseMs())
      }
    } finally {
      turn.resolve()
    }
  }
  return { visit, rest }
}

/** After so many failed visits in a row, the other addresses of a dead host need not each wait for their own timeout. */
const MISSES = 3

function isMiss(error: unknown): boolean {
  return error instanceof FetchError && (error.code === 'fetch-unreachable' || error.code === 'fetch-timeout')
}

async function awaitFree(host: string, waitMs: number, limits: Limits, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw stopped(host)
  if (waitMs <= 0) return
  if (waitMs > limits.hostWaitMs) {
    const minutes = Math.ceil(waitMs / 60_000)
    throw new FetchError('fetch-not-now', `“${host}” is left alone for some ${minutes} minutes: it asked for that, or could not be reached.`, {
      canRetry: true,
      retryAfterMs: waitMs,
    })
  }
  await pause(waitMs, host, signal)
}

/** Waits; throws `fetch-stopped` when asked to stop. */
export async function pause(waitMs: number, what: string, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(waitMs, undefined, signal ? { signal } : {})
  } catch {
    throw stopped(what)
  }
}

function stopped(what: string): FetchError {
  return new FetchError('fetch-stopped', `“${what}” was not fetched: reading was stopped.`, { canRetry: true })
}

/** Gives out `count` slots in the order they are asked for; each call answers with the function that gives the slot back. */
function openSlots(count: number): () => Promise<() => void> {
  let free = count
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return async () => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return leave
  }
}

/** Doubles with each attempt; between half and one and a half of that, the same for the same seed, so that hosts are not all asked at once. */
export function backOffMs(attempt: number, baseMs: number, seed: string): number {
  return baseMs * 2 ** Math.min(attempt, 20) * (0.5 + fractionOf(`${seed} ${attempt}`))
}

/** A number from 0 to 1 that looks random and is the same for the same words (FNV-1a). */
export function fractionOf(seed: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
