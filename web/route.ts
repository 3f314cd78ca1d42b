import { signal } from '@preact/signals'

/** Where the reader is: what the address bar says. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
  /** Without “#”. */
  readonly hash: string
}

export const place = signal<Place>(readPlace())

/** Goes to a page of this site. Going back and forth is the browser's. */
export function go(href: string, { isReplacing = false } = {}): void {
  const before = place.value.path
  if (isReplacing) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  place.value = readPlace()
  if (place.value.path !== before) scrollTo(0, 0)
}

/** Lets links within the site change the page without loading it anew; clicks that ask for a new tab are left alone. */
export function startRouting(): void {
  addEventListener('popstate', () => {
    place.value = readPlace()
  })
  document.addEventListener('click', (click) => {
    const link = (click.target as Element).closest<HTMLAnchorElement>('a[href]')
    if (!link || click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return
    if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.dataset.plain !== undefined) return
    const isHere = link.pathname === location.pathname && link.search === location.search && link.hash
    if (isHere) return
    click.preventDefault()
    go(link.pathname + link.search + link.hash)
  })
}

function readPlace(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search), hash: decodeURIComponent(location.hash.slice(1)) }
}

export type Asked = Readonly<Record<string, string | number | null | undefined>>

/** An address with a query; what is empty is left out. */
export function writeHref(path: string, query: Asked): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') asked.set(name, String(value))
  return asked.size > 0 ? `${path}?${asked}` : path
}

/** What the named parts of a pattern are in a path: “/articles/:id”. Null where it is another path. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.replace(/\/+$/, '').split('/')]
  if (path === '/') return pattern === '/' ? {} : null
  if (wanted.length !== given.length) return null
  const found: Record<string, string> = {}
  for (const [n, part] of wanted.entries()) {
    const value = decodeURIComponent(given[n] as string)
    if (part.startsWith(':')) found[part.slice(1)] = value
    else if (part !== value) return null
  }
  return found
}
