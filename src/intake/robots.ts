import robotsParser from 'robots-parser'
import { AGENT, type Fetched, type Limits } from './fetch.ts'
import { FetchError } from './fetch-error.ts'

/** What hosts let us read, asked once a host and kept for a day. */
export interface Robots {
  /** Throws `fetch-robots` where the host forbids the address, `fetch-not-now` where it cannot say. */
  check(address: URL): Promise<void>
  /** The host's Crawl-delay, as far as it is known yet. */
  delayMs(host: string): number
}

type ParseRobots = (
  address: string,
  text: string,
) => {
  isAllowed(address: string, agent?: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}

/** The package is CommonJS whose whole export is the function; its types tell of a default export beside it, or not, by how modules are resolved. */
const parseRobots = robotsParser as unknown as ParseRobots

type Rules = ReturnType<ParseRobots>

export function openRobots(fetchText: (address: string) => Promise<Fetched>, limits: Limits): Robots {
  const known = new Map<string, { rules: Promise<Rules>; until: number }>()
  const delays = new Map<string, number>()

  async function load(origin: string, host: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const rules = parseRobots(address, await readRobots(address, fetchText, limits))
    delays.set(host, Math.min((rules.getCrawlDelay(AGENT) ?? 0) * 1000, limits.hostWaitMs))
    return rules
  }

  function ask(origin: string, host: string): Promise<Rules> {
    const kept = known.get(origin)
    if (kept && kept.until > Date.now()) return kept.rules
    const entry = { rules: load(origin, host), until: Date.now() + limits.robotsAgeMs }
    known.set(origin, entry)
    // What failed by the network is asked again with the next address; what the server refuses to say, after a rest.
    entry.rules.catch((error) => {
      entry.until = error instanceof FetchError && error.code === 'fetch-not-now' ? Date.now() + (error.retryAfterMs ?? limits.hostRestMs) : 0
    })
    return entry.rules
  }

  return {
    delayMs: (host) => delays.get(host) ?? 0,
    async check({ origin, host, href }) {
      const rules = await ask(origin, host)
      if (rules.isAllowed(href, AGENT) === false)
        throw new FetchError('fetch-robots', `“${host}” does not wish programs to read “${href}” (its robots.txt): it is left out.`)
    },
  }
}

/** RFC 9309: where there is no robots.txt, everything is allowed; where the server cannot say, nothing is for now. */
async function readRobots(address: string, fetchText: (address: string) => Promise<Fetched>, limits: Limits): Promise<string> {
  try {
    const fetched = await fetchText(address)
    return fetched.kind === 'page' ? new TextDecoder().decode(fetched.bytes.subarray(0, limits.robotsBytes)) : ''
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.code === 'fetch-too-many-redirects') return ''
    if (error.code !== 'fetch-status') throw error
    if (!error.canRetry) return ''
    throw new FetchError('fetch-not-now', `“${address}” answered ${error.status}: whether the host may be read is not known now.`, {
      canRetry: true,
      retryAfterMs: error.retryAfterMs ?? limits.hostRestMs,
      cause: error,
    })
  }
}
