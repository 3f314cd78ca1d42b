import { Client } from 'undici'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { parseAddress } from './addresses.ts'
import { makeConnector } from './connect.ts'
import { AGENT, readRetryAfter } from './fetch.ts'
import { FetchError } from './fetch-error.ts'
import { explainFailure } from './fetch-failures.ts'

/** What came of a POST: the server's status, or a sentence why there is none. */
export type Posted = { readonly status: number; readonly retryAfterMs: number | null } | { readonly reason: string; readonly canRetry: boolean }

export interface PostWishes {
  /** Lets the host lie in a private network. */
  readonly allowPrivate: boolean
  readonly timeoutMs?: number
}

/**
 * Sends a body to one address under the same guard as fetching: http and https only, public hosts only unless allowed, checked as the connection
 * is made; bounded in time; no redirect is followed, and of the answer nothing but its status is read.
 */
export async function postGuarded(address: string, body: string, headers: Readonly<Record<string, string>>, wishes: PostWishes): Promise<Posted> {
  try {
    return await post(parseAddress(address), body, headers, wishes)
  } catch (error) {
    if (error instanceof ReadoutError) return { reason: error.message, canRetry: error instanceof FetchError && error.canRetry }
    throw error
  }
}

async function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { allowPrivate, timeoutMs = LIMITS.webhookMs }: PostWishes,
): Promise<Posted> {
  const client = new Client(url.origin, {
    ...{ connect: makeConnector(allowPrivate, LIMITS.fetchConnectMs), maxHeaderSize: LIMITS.fetchHeaderBytes, pipelining: 0 },
    ...{ headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
  })
  const timer = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await client.request({
      ...{ method: 'POST', path: `${url.pathname}${url.search}`, body, headers: { 'user-agent': AGENT, ...headers } },
      signal: timer,
    })
    answer.body.on('error', () => {})
    const retryAfter = answer.headers['retry-after']
    return { status: answer.statusCode, retryAfterMs: readRetryAfter((Array.isArray(retryAfter) ? retryAfter[0] : retryAfter) ?? null) }
  } catch (cause) {
    throw explainFailure(cause, { url, isAnswered: false, isStopped: false, isLate: timer.aborted })
  } finally {
    client.destroy().catch(() => {})
  }
}
