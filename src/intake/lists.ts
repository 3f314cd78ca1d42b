import { ReadoutError } from '../document/readout-error.ts'
import { decodeMarkup } from './charset.ts'
import { readFeed, readOpml } from './feeds.ts'
import type { Limits } from './fetch.ts'
import type { Fetcher } from './fetcher.ts'
import { runInOrder } from './flight.ts'
import { type Holding, holdFetched, readWhole, streamUnpacked } from './holding.ts'
import { readLines } from './lines.ts'
import { type Listed, listAddress } from './listed.ts'
import { readAddressLine } from './recognise.ts'
import { readSitemap } from './sitemaps.ts'
import { failItem, type Taken } from './taken.ts'

/** An article to take in, how often the list wishes to be read, or what went wrong while listing. */
export type Step = { readonly item: Listed } | { readonly intervalMs: number } | Taken

export interface ListMeans {
  readonly fetcher: Fetcher
  readonly limits: Limits
  /** ISO day before which nothing is listed. */
  readonly since: string | null
}

/** Articles that a feed, a sitemap, an OPML file or a list of addresses names, in its order; what it leads to is fetched as listing goes on. */
export async function* listItems(holding: Holding, means: ListMeans): AsyncGenerator<Step> {
  try {
    if (holding.kind === 'addresses') yield* listAddresses(holding, means)
    else if (holding.kind === 'opml') yield* listOpml(holding, means)
    else if (holding.kind === 'feed') yield* listFeed(holding, means, '')
    else yield* listSitemap(holding, means)
  } catch (error) {
    yield failItem(holding.name, error)
  }
}

async function* listAddresses(holding: Holding, { fetcher, limits }: ListMeans): AsyncGenerator<Step> {
  const seen = new Set<string>()
  let repeated = 0
  for await (const { number, bytes } of readLines(streamUnpacked(holding, limits), limits)) {
    const line = bytes === null ? '' : new TextDecoder().decode(bytes)
    if (line.startsWith('#')) continue
    const address = readAddressLine(line)
    if (address === null) {
      yield failItem(`line ${number}`, new ReadoutError('entry-malformed', `Line ${number} of “${holding.name}” has no address: it is left out.`))
      continue
    }
    // A list on the user's own machine is the user's word; one that was fetched is not.
    if (holding.address === null) fetcher.open(address)
    if (seen.has(address)) repeated++
    else yield { item: listAddress(address) }
    seen.add(address)
  }
  if (repeated > 0) yield { key: holding.name, remark: `Lines that repeat an address: ${repeated}.` }
}

async function* listOpml(holding: Holding, means: ListMeans): AsyncGenerator<Step> {
  const feeds = readOpml(await readText(holding, means.limits), holding.address)
  if (holding.address === null) for (const feed of feeds) means.fetcher.open(feed)
  const jobs = feeds.map((feed) => () => fetchHolding(feed, means))
  for await (const found of runInOrder(jobs, means.limits.fetchesInFlight)) {
    if (!('kind' in found)) yield found
    else
      try {
        yield* listFeed(found, means, `${found.name}#`)
      } catch (error) {
        yield failItem(found.name, error)
      }
  }
}

/** What an address holds, or why it could not be fetched. */
async function fetchHolding(address: string, { fetcher }: ListMeans): Promise<Holding | Taken> {
  try {
    return holdFetched(await fetcher.fetch(address))
  } catch (error) {
    return failItem(address, error)
  }
}

async function* listFeed(holding: Holding, { limits, since }: ListMeans, prefix: string): AsyncGenerator<Step> {
  const { items, remarks, intervalMs } = readFeed(await readText(holding, limits), holding.address)
  if (intervalMs !== null) yield { intervalMs }
  yield* listSince(
    items.map((item) => ({ ...item, key: `${prefix}${item.key}` })),
    since,
    holding.name,
  )
  for (const remark of remarks) yield { key: holding.name, remark }
}

function* listSince(items: readonly Listed[], since: string | null, name: string): Generator<Step> {
  const recent = since === null ? items : items.filter(({ publishedAt, updatedAt }) => (updatedAt ?? publishedAt ?? since) >= since)
  for (const item of recent) yield { item }
  if (recent.length < items.length) yield { key: name, remark: `Items from before ${since}, passed over: ${items.length - recent.length}.` }
}

/** Sitemaps of an index are fetched level by level; one that leads back to an earlier one is not fetched twice. */
async function* listSitemap(first: Holding, means: ListMeans): AsyncGenerator<Step> {
  const { limits } = means
  const sitemaps = new Set([first.name])
  const pages = new Set<string>()
  let level: AsyncIterable<Holding | Taken> | Iterable<Holding | Taken> = [first]
  for (let depth = 0; depth <= limits.sitemapDepth; depth++) {
    const next: string[] = []
    for await (const found of level) {
      if ('kind' in found) yield* openSitemap(found, means, { sitemaps, pages, next })
      else yield found
    }
    if (next.length === 0) return
    if (depth === limits.sitemapDepth) {
      yield { key: first.name, remark: `Sitemaps more than ${limits.sitemapDepth} levels deep, not read: ${next.length}.` }
      return
    }
    level = runInOrder(
      next.map((address) => () => fetchHolding(address, means)),
      limits.fetchesInFlight,
    )
  }
}

/** What listing of sitemaps has met so far. */
interface Met {
  readonly sitemaps: Set<string>
  readonly pages: Set<string>
  /** Sitemaps to fetch on the next level. */
  readonly next: string[]
}

async function* openSitemap(holding: Holding, { limits, since }: ListMeans, met: Met): AsyncGenerator<Step> {
  try {
    const sitemap = readSitemap(await readText(holding, limits), holding.address)
    for (const remark of sitemap.remarks) yield { key: holding.name, remark }
    if (sitemap.kind === 'pages') {
      const fresh = sitemap.items.filter(({ key }) => !met.pages.has(key))
      for (const { key } of fresh) met.pages.add(key)
      yield* listSince(fresh, since, holding.name)
      return
    }
    const wanted = sitemap.sitemaps.filter(({ address, changedAt }) => !met.sitemaps.has(address) && (since === null || (changedAt ?? since) >= since))
    const free = Math.max(0, limits.sitemapFiles - met.sitemaps.size)
    for (const { address } of wanted.slice(0, free)) {
      met.sitemaps.add(address)
      met.next.push(address)
    }
    const left = sitemap.sitemaps.length - Math.min(wanted.length, free)
    if (left > 0)
      yield { key: holding.name, remark: `Sitemaps listed and not read (read before, too old, or beyond the ${limits.sitemapFiles} of one target): ${left}.` }
  } catch (error) {
    yield failItem(holding.name, error)
  }
}

async function readText(holding: Holding, limits: Limits): Promise<string> {
  return decodeMarkup(await readWhole(holding, limits, limits.listBytes), holding.contentType)
}
