import { parseAddress } from './addresses.ts'
import { type Fetched, type FetchedPage, type FetchWishes, fetchGuarded, type Limits } from './fetch.ts'
import { FetchError } from './fetch-error.ts'
import { backOffMs, openPace } from './pace.ts'
import { openRobots } from './robots.ts'

/** Fetches many addresses politely: robots.txt heeded, one request a host at a time, failures that may pass tried again. */
export interface Fetcher {
  fetch(address: string): Promise<FetchedPage>
  /** The same where an earlier answer is known. */
  refetch(address: string, known: Validators): Promise<Fetched>
  /** Lets a host that the user named himself lie in a private network. */
  open(address: string): void
}

type Validators = Pick<FetchWishes, 'etag' | 'lastModified'>

export interface FetcherMeans {
  /** Hosts that the user names himself may lie in a private network; those that a feed or a page names never may. */
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal | undefined
  readonly limits: Limits
}

export function openFetcher({ allowPrivate = false, signal, limits }: FetcherMeans): Fetcher {
  const open = new Set<string>()
  const pace = openPace(limits, signal)
  const wishesFor = (host: string): FetchWishes => ({ signal, limits, allowPrivate: open.has(host) })
  const robots = openRobots((address) => fetchGuarded(address, wishesFor(new URL(address).host)), limits)

  async function fetchPolitely(address: string, known: Validators): Promise<Fetched> {
    const { host, href } = parseAddress(address)
    const wishes: FetchWishes = { ...wishesFor(host), ...known, permit: robots.check }
    const pauseMs = () => Math.max(limits.hostPauseMs, robots.delayMs(host))
    for (let attempt = 0; ; attempt++) {
      try {
        return await pace.visit(host, pauseMs, () => fetchGuarded(href, wishes))
      } catch (error) {
        if (!(error instanceof FetchError) || !error.canRetry || error.code === 'fetch-stopped') throw error
        const waitMs = Math.max(error.retryAfterMs ?? 0, backOffMs(attempt, limits.fetchRetryMs, href))
        pace.rest(host, waitMs)
        if (attempt >= limits.fetchRetries || waitMs > limits.hostWaitMs) throw error
      }
    }
  }
  return {
    refetch: fetchPolitely,
    // Without anything known, `fetchGuarded` takes no “unchanged” for an answer.
    fetch: async (address) => (await fetchPolitely(address, {})) as FetchedPage,
    open: (address) => {
      if (allowPrivate && URL.canParse(address)) open.add(new URL(address).host)
    },
  }
}
