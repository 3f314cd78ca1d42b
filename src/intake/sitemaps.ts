import { XMLParser } from 'fast-xml-parser'
import { ReadoutError } from '../document/readout-error.ts'
import { isWholeMarkup } from './charset.ts'
import { readInstant } from './instants.ts'
import { dropRepeated, type Listed, type Listing, listAddress, resolveAddress } from './listed.ts'

/** A sitemap lists pages; an index lists sitemaps, each with the day of its last change where told. */
export type Sitemap =
  | ({ readonly kind: 'pages' } & Listing)
  | {
      readonly kind: 'index'
      readonly sitemaps: readonly { readonly address: string; readonly changedAt: string | null }[]
      readonly remarks: readonly string[]
    }

/** A sitemap (with the news extension) or an index of sitemaps. Throws `sitemap-malformed`. */
export function readSitemap(text: string, address: string | null): Sitemap {
  const { urlset, sitemapindex } = parse(text, address)
  const broken = isWholeMarkup(text) ? [] : ['The sitemap breaks off: what stood before was read.']
  if (sitemapindex !== undefined) {
    const sitemaps = entriesOf(sitemapindex, 'sitemap').flatMap((entry) => {
      const link = resolveAddress(tell(entry, 'loc'), address)
      return link === null ? [] : [{ address: link, changedAt: readInstant(tell(entry, 'lastmod')) }]
    })
    return { kind: 'index', sitemaps, remarks: broken }
  }
  const entries = entriesOf(urlset, 'url')
  const listed = entries.flatMap((entry) => toListed(entry, address) ?? [])
  const { items, repeated } = dropRepeated(listed)
  const remarks = [
    ...broken,
    ...(listed.length < entries.length ? [`Entries of the sitemap without an address: ${entries.length - listed.length}.`] : []),
    ...(repeated > 0 ? [`Entries of the sitemap told twice: ${repeated}.`] : []),
  ]
  return { kind: 'pages', items, remarks }
}

/** No entities beyond those of XML itself are expanded: sitemaps declare none, and whoever does means harm. */
const PARSER = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  htmlEntities: true,
  // Paths told as strings are more than half of the time.
  jPath: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name) => name === 'url' || name === 'sitemap',
})

type Tree = Readonly<Record<string, unknown>>

function parse(text: string, address: string | null): Tree {
  let cause: unknown = null
  try {
    const tree = /<!DOCTYPE/i.test(text.slice(0, 2000)) ? {} : (PARSER.parse(text) as Tree)
    if ('urlset' in tree || 'sitemapindex' in tree) return tree
  } catch (error) {
    cause = error
  }
  throw new ReadoutError('sitemap-malformed', `${address ? `“${address}”` : 'The file'} is no sitemap that can be read.`, { cause })
}

function entriesOf(parent: unknown, name: string): Tree[] {
  const entries = isTree(parent) ? parent[name] : undefined
  return Array.isArray(entries) ? entries.map((entry) => (isTree(entry) ? entry : {})) : []
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tell(tree: Tree, name: string): string | null {
  const value = tree[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function toListed(entry: Tree, base: string | null): Listed | null {
  const address = resolveAddress(tell(entry, 'loc'), base)
  if (address === null) return null
  const news = isTree(entry.news) ? entry.news : {}
  const publication = isTree(news.publication) ? news.publication : {}
  return {
    ...listAddress(address),
    title: tell(news, 'title'),
    publishedAt: readInstant(tell(news, 'publication_date')),
    updatedAt: readInstant(tell(entry, 'lastmod')),
    publisher: tell(publication, 'name'),
    language: tell(publication, 'language'),
  }
}
