import type { lookup } from 'node:dns'
import { createRequire } from 'node:module'
import { Client, type Dispatcher } from 'undici'
import { LIMITS } from '../document/limits.ts'
import { parseAddress } from './addresses.ts'
import { makeConnector } from './connect.ts'
import { expandBody } from './expand.ts'
import { FetchError } from './fetch-error.ts'
import { explainFailure } from './fetch-failures.ts'

/** Limits by name; the tests hand in shorter ones. */
export type Limits = Readonly<Record<keyof typeof LIMITS, number>>

/** What an answer brought. `address` is the one it came from in the end. */
export type Fetched = FetchedPage | { readonly kind: 'unchanged' }

export interface FetchedPage {
  readonly kind: 'page'
  readonly bytes: Uint8Array
  readonly contentType: string | null
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface FetchWishes {
  /** From an earlier answer: the server then says “unchanged” where it is. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Lets the host of this very address lie in a private network; one that it redirects to still may not. */
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal | undefined
  readonly limits?: Partial<Limits>
  /** Asked before each request, redirects included; throws where it must not be made (robots.txt). */
  readonly permit?: (address: URL) => Promise<void>
  /** Resolver of names, for tests of the guard. */
  readonly resolve?: typeof lookup
}

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The name by which robots.txt can address us. */
export const AGENT = 'Readout'

const HEADERS = {
  'user-agent': `${AGENT}/${version} (reads news; heeds robots.txt)`,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5',
  'accept-language': 'en',
  'accept-encoding': 'gzip, br, zstd, deflate',
}

/**
 * Fetches one address: http and https only, public hosts only, checked as the connection is made and again on every redirect; bounded in
 * time, bytes and expansion; no cookies, no credentials. Throws `FetchError` with a stable code.
 */
export async function fetchGuarded(address: string, wishes: FetchWishes = {}): Promise<Fetched> {
  const limits: Limits = { ...LIMITS, ...wishes.limits }
  const first = parseAddress(address)
  let url = first
  let leftMs = limits.fetchTotalMs
  for (let hop = 0; hop <= limits.fetchRedirects; hop++) {
    await wishes.permit?.(url)
    const began = Date.now()
    const isOpen = wishes.allowPrivate === true && url.host === first.host
    const answer = await ask(url, { wishes, limits, isOpen, leftMs })
    if (answer.kind !== 'moved') return answer
    leftMs = Math.max(1, leftMs - (Date.now() - began))
    url = parseAddress(answer.to, url.href)
  }
  throw new FetchError('fetch-too-many-redirects', `“${first.href}” was sent on more than ${limits.fetchRedirects} times: the server goes in circles.`)
}

interface Ask {
  readonly wishes: FetchWishes
  readonly limits: Limits
  readonly isOpen: boolean
  readonly leftMs: number
}

/** One request on one connection of its own, closed whatever happens. */
async function ask(url: URL, { wishes, limits, isOpen, leftMs }: Ask): Promise<Fetched | { kind: 'moved'; to: string }> {
  const client = new Client(url.origin, {
    connect: makeConnector(isOpen, limits.fetchConnectMs, wishes.resolve),
    maxHeaderSize: limits.fetchHeaderBytes,
    headersTimeout: limits.fetchSilenceMs,
    bodyTimeout: limits.fetchSilenceMs,
    pipelining: 0,
  })
  const timer = AbortSignal.timeout(leftMs)
  let isAnswered = false
  try {
    const { etag, lastModified, signal } = wishes
    const headers = { ...HEADERS, ...(etag && { 'if-none-match': etag }), ...(lastModified && { 'if-modified-since': lastModified }) }
    const answer = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers,
      signal: signal ? AbortSignal.any([signal, timer]) : timer,
    })
    isAnswered = true
    // A body that is left unread fails when its connection closes: nobody waits for it.
    answer.body.on('error', () => {})
    return await takeAnswer(url, answer, limits, Boolean(etag || lastModified))
  } catch (cause) {
    throw explainFailure(cause, { url, isAnswered, isStopped: wishes.signal?.aborted === true, isLate: timer.aborted })
  } finally {
    client.destroy().catch(() => {})
  }
}

async function takeAnswer(url: URL, answer: Dispatcher.ResponseData, limits: Limits, isConditional: boolean): Promise<Fetched | { kind: 'moved'; to: string }> {
  const { statusCode: status, body } = answer
  const header = (name: string): string | null => {
    const value = answer.headers[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  }
  if (status === 304 && isConditional) return { kind: 'unchanged' }
  const to = header('location')
  if (status >= 300 && status < 400 && to !== null) return { kind: 'moved', to }
  if (status !== 200) throw explainStatus(url, status, header('retry-after'))
  const packed = await readBody(body, Number(header('content-length') ?? 0), limits.fetchBytes)
  const bytes = await expandBody(packed, header('content-encoding'), limits.fetchExpandedBytes)
  return { kind: 'page', bytes, contentType: header('content-type'), address: url.href, etag: header('etag'), lastModified: header('last-modified') }
}

async function readBody(body: AsyncIterable<Uint8Array>, announced: number, most: number): Promise<Uint8Array> {
  const tooLarge = () => new FetchError('fetch-too-large', `The answer has more than ${most} bytes: it is not read. Download it and name the file.`)
  if (announced > most) throw tooLarge()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > most) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function explainStatus(url: URL, status: number, retryAfter: string | null): FetchError {
  // 408, 425, 429 and the failures of a server may pass; “not found” and “forbidden” do not by asking again.
  const canRetry = status >= 500 || status === 408 || status === 425 || status === 429
  const meaning =
    status === 404 || status === 410
      ? 'there is no such page'
      : status === 401 || status === 402 || status === 403
        ? 'it does not show the page to us'
        : status === 429
          ? 'we ask too often'
          : 'no page came'
  return new FetchError('fetch-status', `“${url.href}” answered ${status}: ${meaning}.`, { canRetry, status, retryAfterMs: readRetryAfter(retryAfter) })
}

/** Seconds, or a date. */
export function readRetryAfter(value: string | null): number | null {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000
  const until = Date.parse(value)
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now())
}
