import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Taken } from '../intake/intake.ts'
import { addSource, type SourceRow, type Store } from '../store/store.ts'

/** A target as it is known in every run, however it was written. */
export interface Target {
  /** As it was written. */
  readonly written: string
  /** An address, or the full path of a file or folder. */
  readonly place: string
  readonly isFolder: boolean
}

/** What the library must know of a source. */
export type KnownSource = Pick<SourceRow, 'id' | 'name' | 'kind' | 'address' | 'keep_days'>

export function isAddress(words: string): boolean {
  return /^https?:\/\//i.test(words)
}

export async function placeTarget(written: string): Promise<Target> {
  if (isAddress(written)) return { written, place: tidyAddress(written), isFolder: false }
  const found = await stat(written).catch(() => null)
  return { written, place: resolve(written), isFolder: found?.isDirectory() ?? false }
}

/** Without the fragment, which names a place in the page. */
function tidyAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  return url.href
}

/**
 * The source that items of a target belong to. What holds many articles (a feed, an archive, a folder) is a source of its own. A single page belongs
 * to its site, a single file to its folder, so that a thousand of them are one source. With a name, it is the source of that name.
 */
export async function giveSource(
  store: Store,
  target: Target,
  { isSingle, name, at }: { isSingle: boolean; name: string | null; at: string },
): Promise<KnownSource> {
  const { kind, address } = describeSource(target, isSingle)
  const called = nameSource(target, { isSingle, name })
  const known = await findSource(store, called)
  if (known) return known
  await addSource(store, { name: called, kind, address, isWatched: false }, at)
  return (await findSource(store, called)) as KnownSource
}

/** What the source of a target is called: as somebody says, else by its site, its place, or its folder. */
export function nameSource(target: Target, { isSingle, name }: { isSingle: boolean; name: string | null }): string {
  const { kind, address } = describeSource(target, isSingle)
  return name ?? (kind === 'page' ? new URL(address).host : address)
}

function describeSource({ place, isFolder }: Target, isSingle: boolean): Pick<KnownSource, 'kind' | 'address'> {
  if (isFolder) return { kind: 'folder', address: place }
  if (isAddress(place)) {
    if (isSingle && URL.canParse(place)) return { kind: 'page', address: `${new URL(place).origin}/` }
    return { kind: /sitemap/i.test(place) ? 'sitemap' : 'feed', address: place }
  }
  if (isSingle) return { kind: 'folder', address: dirname(place) }
  return { kind: /\.warc(?:\.gz)?$/i.test(place) ? 'archive' : /\.(?:opml|txt)$/i.test(place) ? 'list' : 'file', address: place }
}

export async function findSource({ db }: Store, name: string): Promise<KnownSource | null> {
  return (await db.selectFrom('source').select(['id', 'name', 'kind', 'address', 'keep_days']).where('name', '=', name).executeTakeFirst()) ?? null
}

/** Stands between the place of a target and the key of an item in it. No address has blanks. */
const BEHIND = ' > '

/** What an item is called among those of its source, the same in every run. */
export function nameItem(source: KnownSource, { place, written }: Target, key: string): string {
  if (key !== written) return source.address === place ? key : `${place}${BEHIND}${key}`
  return isAddress(place) || dirname(place) !== source.address ? place : basename(place)
}

/** The target that an item came from, and its key in there. */
export function splitItem({ kind, address }: KnownSource, item: string): { place: string; key: string } {
  const at = item.indexOf(BEHIND)
  if (at >= 0 && (isAddress(item) || item.startsWith('/'))) return { place: item.slice(0, at), key: item.slice(at + BEHIND.length) }
  return kind === 'page' && isAddress(item) ? { place: item, key: item } : { place: address, key: item }
}

/**
 * What tells that two deliveries are the same article: its address, else its id in its file, else its place there. Pages that all name the
 * front page as their own address go by the address that led to them.
 */
export function nameArticle(target: Target, taken: Extract<Taken, { incoming: unknown }>): string {
  const { key, incoming } = taken
  const led = isAddress(key) ? key : null
  const own = incoming.address
  if (own !== null && URL.canParse(own)) return led !== null && isFrontPage(own) && !isFrontPage(led) ? tidyAddress(led) : tidyAddress(own)
  if (key === target.written) return target.place
  const { source } = incoming.article
  const [file = ''] = target.isFolder ? key.split('#') : [target.written]
  const isOwnId = source !== null && source !== file && !source.startsWith(`${file}:`)
  const place = target.isFolder ? `${target.place}/${file}` : target.place
  if (isOwnId) return `${place}#${source}`
  return target.isFolder && key === file ? place : `${place}#${target.isFolder ? key.slice(file.length + 1) : key}`
}

function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address)
  return pathname === '/' && search === ''
}
