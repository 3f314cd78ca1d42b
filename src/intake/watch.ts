import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { openFetcher } from './fetcher.ts'
import { pause } from './pace.ts'
import { checkSource } from './rounds.ts'
import type { Failure, Means, Taken } from './taken.ts'

/** A feed or sitemap to watch, with what was remembered of it. */
export interface Source {
  readonly address: string
  /** As the last round gave it; null for a new source. */
  readonly state: SourceState | null
}

/** What must be kept of a source between rounds: plain data, fit for JSON. Instants are ISO. */
export interface SourceState {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly nextCheckAt: string
  readonly lastSuccessAt: string | null
  /** Why the last check failed; null when it did not. */
  readonly lastError: Failure | null
  /** Failed checks in a row. */
  readonly failures: number
  /** Key of each item that was taken → the change of it that was, so that a changed article is taken again. */
  readonly seen: Readonly<Record<string, string>>
  /** Key of each item that failed and may be had later → attempts so far. */
  readonly pending: Readonly<Record<string, number>>
  /** When the latest articles were published, at most 50. */
  readonly arrivals: readonly string[]
}

/** One check of a source: what was new, and what to remember. Store both together, and nothing is lost or taken twice. */
export interface Round {
  readonly address: string
  readonly taken: readonly Taken[]
  readonly state: SourceState
}

/**
 * Watches sources until asked to stop: each is checked at its own pace, one that fails more and more seldom, none waits for another. A source is
 * checked again only after its round was taken. Ends at once when `means.signal` is aborted; what was under way is done again from the last state.
 */
export async function* watchSources(sources: readonly Source[], means: Means): AsyncGenerator<Round> {
  const stop = new AbortController()
  const signal = means.signal ? AbortSignal.any([means.signal, stop.signal]) : stop.signal
  const limits = { ...LIMITS, ...means.limits }
  const fetcher = openFetcher({ allowPrivate: means.allowPrivate ?? false, signal, limits })
  const done: (Round | { readonly mistake: unknown })[] = []
  let wake = Promise.withResolvers<void>()
  const tell = (result: Round | { readonly mistake: unknown }) => {
    done.push(result)
    wake.resolve()
  }
  const follow = async (source: Source): Promise<Round> => {
    await pause(Math.max(0, Date.parse(source.state?.nextCheckAt ?? '') - Date.now() || 0), source.address, signal)
    return checkSource(source, { means, fetcher, limits, since: means.since ?? null })
  }
  const start = (source: Source) => follow(source).then(tell, (mistake) => tell({ mistake }))
  signal.addEventListener('abort', () => wake.resolve(), { once: true })
  try {
    for (const { address } of sources) fetcher.open(address)
    for (const source of sources) start(source)
    while (!signal.aborted) {
      const result = done.shift()
      if (!result) {
        await wake.promise
        wake = Promise.withResolvers<void>()
      } else if ('mistake' in result) {
        if (!(result.mistake instanceof ReadoutError)) throw result.mistake
      } else {
        yield result
        start(result)
      }
    }
  } finally {
    stop.abort()
  }
}
