import type { Scope } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'

/** Who asks. */
export interface Visitor {
  readonly name: string
  readonly role: string
  readonly scopes: ReadonlySet<Scope>
  /** Of a session: what the header X-CSRF-Token must say. */
  readonly csrf: string | null
  readonly via: 'local' | 'session' | 'token'
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether only this machine can reach a server that listens there. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK_NAMES.has(host) || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}

/**
 * Refuses a request that calls the server by another name. A page of a foreign site can point a name of its own at this machine (DNS rebinding):
 * its requests come from the reader's own browser, but by that name.
 */
export function checkHost(request: Request, { isLoopback, names }: { isLoopback: boolean; names: readonly string[] | null }): void {
  const { hostname } = new URL(request.url)
  if (names?.includes(hostname) || (isLoopback && isLoopbackHost(hostname)) || (!isLoopback && names === null)) return
  throw new ReadoutError('bad-host', `This server is not called “${hostname}”: use its own address, or start it with --name ${hostname}.`)
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

export function isSafe(request: Request): boolean {
  return SAFE.has(request.method)
}

/** Refuses what another site's page sends: browsers tell where a request comes from, and no page can make them tell otherwise. */
export function checkOrigin(request: Request): void {
  const { headers } = request
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const isForeign = (origin !== null && hostOf(origin) !== new URL(request.url).host) || site === 'cross-site' || site === 'same-site'
  // A link from elsewhere may lead here: it shows a page, and nobody but the reader sees it.
  const isLink = isSafe(request) && (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate'
  if (isForeign && !isLink) throw new ReadoutError('bad-origin', 'This comes from a page of another site, which may not use this server.')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** A session's cookie is sent by the browser whoever asks: what changes something must also say what only our own page knows. */
export function checkCsrf(request: Request, { csrf, via }: Visitor): void {
  if (via !== 'session' || isSafe(request)) return
  if (csrf !== null && request.headers.get('x-csrf-token') === csrf) return
  throw new ReadoutError('bad-csrf', 'The header X-CSRF-Token is missing or old: load the page again (GET /me tells it).')
}

/** Refuses what the visitor may not do; null: nobody is signed in. */
export function checkScope(visitor: Visitor | null, scope: Scope | null): void {
  if (scope === null) return
  if (visitor === null) throw new ReadoutError('not-signed-in', 'Sign in, or send a token by “Authorization: Bearer …”.')
  if (!visitor.scopes.has(scope)) throw new ReadoutError('no-scope', `This takes the scope “${scope}”, which ${visitor.name} does not have here.`)
}
