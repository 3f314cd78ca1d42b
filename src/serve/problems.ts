import type { Problem } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'

/** Statuses of problems by their code; what is not here is a mistake in what was asked: 400. */
const STATUSES: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'wrong-password': 401,
  'no-scope': 403,
  'bad-host': 403,
  'bad-origin': 403,
  'bad-csrf': 403,
  'no-page': 404,
  'no-article': 404,
  'no-version': 404,
  'no-identity': 404,
  'no-decision': 404,
  'no-source': 404,
  'no-correction': 404,
  'no-fact': 404,
  'no-collection': 404,
  'no-search': 404,
  'no-token': 404,
  'no-account': 404,
  nobody: 404,
  'no-method': 405,
  'correction-conflict': 409,
  'all-split': 409,
  'same-identity': 409,
  'too-large': 413,
  'not-json': 415,
  'too-many-attempts': 429,

  busy: 429,
}

/** Beginnings of codes that say that the world outside is not as it should be. */
const FAMILIES: readonly (readonly [string, number])[] = [
  // The address that somebody gave cannot be had: the server itself is well.
  ['fetch-', 422],
  ['store-', 503],
]

const TITLES: Readonly<Record<number, string>> = {
  400: 'This cannot be asked',
  401: 'Sign in first',
  403: 'This is not allowed',
  404: 'There is no such thing',
  405: 'This cannot be done here',
  409: 'Something came between',
  413: 'This is too large',
  415: 'JSON is needed',
  422: 'The address cannot be had',
  429: 'Too much at once',
  500: 'A mistake of ours',
  503: 'Not now',
}

/** What is told of a failure. Mistakes of ours are told without their words, which may hold anything. */
export function describeProblem(error: unknown): Problem {
  if (!(error instanceof ReadoutError))
    return makeProblem('internal', 500, 'Something went wrong in the server. Its log tells what; the same request may work again.')
  return makeProblem(error.code, statusOf(error.code), error.message)
}

function statusOf(code: string): number {
  return STATUSES[code] ?? FAMILIES.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 400
}

function makeProblem(code: string, status: number, detail: string): Problem {
  return { type: `urn:readout:${code}`, title: TITLES[status] ?? 'A problem', status, detail, code }
}

/** The problem as a response (RFC 9457). */
export function answerProblem(error: unknown): Response {
  const problem = describeProblem(error)
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="readout"'
  if (problem.status === 429 || problem.status === 503) headers['retry-after'] = '5'
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
