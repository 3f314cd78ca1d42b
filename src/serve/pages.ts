/** Pages of the reading room, each with its JSON twin: the same path asked for as JSON, or with “.json” behind it. */
const PAGES: readonly RegExp[] = [
  /^\/$/,
  /^\/articles(?:\/\d+)?$/,
  /^\/find$/,
  /^\/identities(?:\/\d+)?$/,
  /^\/(?:pairs|network|review|check|sources|reports|api|sign-in|read)$/,
  /^\/(?:saved|collections)(?:\/[a-z0-9-]+)?$/,
]

/** Twins that have a name of their own in the API. */
const TWINS: Readonly<Record<string, string>> = { '/pairs': '/timeline', '/review': '/review/queue', '/sign-in': '/me', '/api': '/openapi.json', '/index': '/' }

/** Paths of the API that end so themselves. */
const OWN = /^\/(?:openapi|saved\/[^/]+)\.json$/

/** Whether a browser wants to show a page. */
export function wantsPage(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const { pathname } = new URL(request.url)
  return (request.headers.get('accept') ?? '').includes('text/html') && PAGES.some((page) => page.test(trimPath(pathname)))
}

/** The path of the API that a path means. */
export function findApiPath(pathname: string): string {
  const trimmed = trimPath(pathname)
  const path = trimmed.endsWith('.json') && !OWN.test(trimmed) ? trimmed.slice(0, -'.json'.length) : trimmed
  return TWINS[path] ?? path
}

function trimPath(pathname: string): string {
  return pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname
}
