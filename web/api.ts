import { signal } from '@preact/signals'
import { type Asked, writeHref } from './route.ts'
import { WORDS } from './words.ts'

/** What the API answers where it cannot do what was asked (RFC 9457). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string | null
  /** Names the kind of problem. */
  readonly code?: string
}

/** Whether the server answers; the page says so where it does not. */
export const isServerThere = signal(true)

/** Whether the server wants to know who asks: nobody has signed in, or the session is over. */
export const mustSignIn = signal(false)

let csrf: string | null = null

/** Given by `/me`; sent with all that changes something. */
export function setCsrf(token: string | null): void {
  csrf = token
}

export function csrfHeader(): Record<string, string> {
  return csrf === null ? {} : { 'x-csrf-token': csrf }
}

/** The JSON twin of a page. Throws a `Problem`. */
export async function getJson<T>(path: string, query: Asked = {}, signal: AbortSignal | null = null): Promise<T> {
  const answer = await ask(writeHref(twinOf(path), query), { headers: { accept: 'application/json' }, signal })
  return (await answer.json()) as T
}

/** Asks the server to change or to work something out. Throws a `Problem`. */
export async function sendJson<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...csrfHeader() }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const answer = await ask(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) })
  return (answer.status === 204 ? null : await answer.json()) as T
}

/** The suffix keeps a browser from showing the JSON when the reader goes back to the page of the same address. */
function twinOf(path: string): string {
  return /\.json$/.test(path) ? path : `${path}.json`
}

async function ask(address: string, given: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(address, given)
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause
    isServerThere.value = false
    throw makeProblem(0, WORDS.problems.unreachable, WORDS.problems.unreachableMore)
  }
  isServerThere.value = true
  if (answer.ok) return answer
  // A wrong password is told where it was typed.
  if (answer.status === 401 && address !== '/session') mustSignIn.value = true
  throw await readProblem(answer)
}

async function readProblem(answer: Response): Promise<Problem> {
  try {
    const { type, title, detail, code } = (await answer.json()) as Problem
    return { type: type ?? 'about:blank', title: title ?? WORDS.problems.failed, status: answer.status, detail: detail ?? null, ...(code ? { code } : {}) }
  } catch {
    return makeProblem(answer.status, WORDS.problems.failed, null)
  }
}

function makeProblem(status: number, title: string, detail: string | null): Problem {
  return { type: 'about:blank', title, status, detail }
}

/** What went wrong, as a problem, whatever was thrown. */
export function toProblem(thrown: unknown): Problem {
  const { title, status } = thrown as Partial<Problem>
  if (typeof title === 'string' && typeof status === 'number') return thrown as Problem
  return makeProblem(0, WORDS.problems.failed, thrown instanceof Error ? thrown.message : null)
}
