import { readProblem } from './problem.ts'

/** Where a reading room is, and what every request tells it. */
export interface Connection {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Asking {
  readonly method: 'GET' | 'POST'
  /** “/articles/{id}”. */
  readonly route: string
  readonly path: object
  readonly query?: object
  readonly body?: unknown
}

/** Asks and returns what is answered. Throws `ApiProblem`. */
export async function ask({ address, headers }: Connection, { method, route, path, query = {}, body }: Asking): Promise<unknown> {
  const response = await fetch(`${address}${fillPath(route, path)}${writeQuery(query)}`, {
    method,
    headers: { accept: 'application/json', ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await readProblem(response)
  return response.status === 204 ? undefined : response.json()
}

function fillPath(route: string, path: object): string {
  const values = path as Readonly<Record<string, string | number>>
  return route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
}

function writeQuery(query: object): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null) asked.set(name, String(value))
  return asked.size > 0 ? `?${asked}` : ''
}
