/**
 * A client of the reading room's HTTP API, typed by its contract; it runs in Node and in browsers.
 *
 * @example
 * import { connect } from 'readout/client'
 * const room = connect('http://127.0.0.1:4810')
 * for await (const found of room.walk('/find', { q: 'ferry' })) console.log(found.article.title)
 */
import { type Asking, ask, type Connection } from './ask.ts'
import type { Bodies, Gets, Lists, Path, Posts } from './calls.ts'
import { type Heard, listen } from './listen.ts'

export type { Heard } from './listen.ts'
export { ApiProblem } from './problem.ts'

export interface Client {
  /** What a route answers: `get('/articles/{id}', {}, { id: 12 })`. Throws `ApiProblem`. */
  readonly get: <Route extends keyof Gets>(route: Route, query?: Gets[Route]['query'], path?: Path<Route>) => Promise<Gets[Route]['answer']>
  /** All rows of a list, page after page as they are asked for. */
  readonly walk: <Route extends keyof Lists>(route: Route, query?: Lists[Route]['query'], path?: Path<Route>) => AsyncGenerator<Lists[Route]['row']>
  /** Reads a text, decides on a fact, starts an intake …: `post('/readings', { text })`. */
  readonly post: <Route extends keyof Posts>(route: Route, body: Bodies[Route], path?: Path<Route>) => Promise<Posts[Route]>
  /** News of the library until it is stopped. Comes back by itself when the line breaks, and misses nothing that the store keeps. */
  readonly events: (options?: { readonly lastId?: string; readonly signal?: AbortSignal }) => AsyncGenerator<Heard>
}

export interface ConnectOptions {
  /** A token of “readout token add”; on one's own machine none is needed. */
  readonly token?: string
}

/** Connects to a reading room. Nothing is asked before the first call. */
export function connect(address: string, { token }: ConnectOptions = {}): Client {
  const connection: Connection = { address: address.replace(/\/+$/, ''), headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }
  const get = (route: string, query: object = {}, path: object = {}) => ask(connection, { method: 'GET', route, query, path })
  return {
    get: get as Client['get'],
    walk: ((route: string, query: object = {}, path: object = {}) => walkPages((cursor) => get(route, { ...query, ...cursor }, path))) as Client['walk'],
    post: ((route: string, body: unknown, path: object = {}) => ask(connection, { method: 'POST', route, body, path } as Asking)) as Client['post'],
    events: (options = {}) => listen(connection, options),
  }
}

async function* walkPages(load: (cursor: { cursor?: string }) => Promise<unknown>): AsyncGenerator<unknown> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = (await load(cursor === undefined ? {} : { cursor })) as { items: readonly unknown[]; next: string | null }
    yield* page.items
    cursor = page.next
  }
}
