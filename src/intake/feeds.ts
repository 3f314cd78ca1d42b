import { parseFeed, parseOpml } from 'feedsmith'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { isAddress } from './addresses.ts'
import { isWholeMarkup } from './charset.ts'
import { readInstant } from './instants.ts'
import { dropRepeated, type Listed, type Listing, resolveAddress } from './listed.ts'

/** A feed, and how often it wishes to be read. */
export interface FeedListing extends Listing {
  readonly title: string | null
  readonly intervalMs: number | null
}

type AnyFeed = ReturnType<typeof parseFeed<string>>
type FeedOf<Format extends AnyFeed['format']> = Extract<AnyFeed, { format: Format }>['feed']

/** Items of an RSS, Atom, RDF or JSON feed in its own order. `address` is where it came from: links are read against it. Throws `feed-malformed`. */
export function readFeed(text: string, address: string | null): FeedListing {
  const parsed = parseSafely(() => parseFeed(text, { maxItems: LIMITS.feedItems + 1 }), address)
  const { title, language, intervalMs, items: found } = takeApart(parsed)
  const publisher = clean(title)
  const all = found.slice(0, LIMITS.feedItems).map((item) => toListed(item, { address, publisher, language: clean(language) }))
  const { items, repeated } = dropRepeated(all.filter((item) => item !== null))
  const empty = all.length - items.length - repeated
  const remarks = [
    ...(parsed.format === 'json' || isWholeMarkup(text) ? [] : ['The feed breaks off: what stood before was read.']),
    ...(empty > 0 ? [`Items of the feed with neither an address nor a text: ${empty}.`] : []),
    ...(repeated > 0 ? [`Items of the feed told twice: ${repeated}.`] : []),
    ...(found.length > LIMITS.feedItems ? [`The feed has more than ${LIMITS.feedItems} items: the rest is not read.`] : []),
  ]
  return { title: publisher, intervalMs, items, remarks }
}

/** Addresses of the feeds that an OPML file lists, groups within groups included. Throws `feed-malformed`. */
export function readOpml(text: string, address: string | null): string[] {
  const { body } = parseSafely(() => parseOpml(text), address)
  const found: string[] = []
  const rest = [...(body?.outlines ?? [])]
  for (let outline = rest.shift(); outline; outline = rest.shift()) {
    const link = resolveAddress(outline.xmlUrl, address)
    if (link !== null) found.push(link)
    rest.unshift(...(outline.outlines ?? []))
  }
  return [...new Set(found)]
}

function parseSafely<T>(parse: () => T, address: string | null): T {
  try {
    return parse()
  } catch (cause) {
    const what = address ? `“${address}”` : 'The file'
    throw new ReadoutError('feed-malformed', `${what} is no feed that can be read (${(cause as Error).message}).`, { cause })
  }
}

/** What the four formats call differently. */
interface Item {
  readonly id: string | undefined
  readonly link: string | undefined
  readonly title: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
  readonly authors: readonly (string | undefined)[]
  readonly content: string | undefined
  readonly language?: string | undefined
}

interface Parts {
  readonly title: string | undefined
  readonly language: string | undefined
  readonly intervalMs: number | null
  readonly items: readonly Item[]
}

function takeApart(parsed: AnyFeed): Parts {
  if (parsed.format === 'rss') return takeRss(parsed.feed)
  if (parsed.format === 'atom') return takeAtom(parsed.feed)
  if (parsed.format === 'rdf') return takeRdf(parsed.feed)
  return takeJson(parsed.feed)
}

function takeRss({ title, language, ttl, sy, items = [] }: FeedOf<'rss'>): Parts {
  return {
    title,
    language,
    intervalMs: ttl ? ttl * 60_000 : readInterval(sy),
    items: items.map(({ guid, link, title, pubDate, authors, dc, dcterms, content, atom }) => ({
      id: guid?.value,
      // A guid is an address unless it says otherwise, but many feeds forget to say.
      link: link ?? (guid?.isPermaLink !== false && isAddress(guid?.value ?? '') ? guid?.value : undefined),
      title,
      published: pubDate ?? dc?.dates?.[0] ?? atom?.published,
      updated: dcterms?.modified?.[0] ?? atom?.updated,
      authors: dc?.creators ?? authors?.map((one) => one.name ?? one.email) ?? [],
      content: content?.encoded,
    })),
  }
}

function takeAtom({ title, sy, entries = [], authors: common = [] }: FeedOf<'atom'>): Parts {
  return {
    title: title?.value,
    language: undefined,
    intervalMs: readInterval(sy),
    items: entries.map(({ id, links = [], title, published, updated, authors = common, content }) => ({
      id,
      link: (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0])?.href,
      title: title?.value,
      published: published ?? updated,
      updated,
      authors: authors.map(({ name }) => name),
      content: content?.value,
    })),
  }
}

function takeRdf({ title, sy, items = [] }: FeedOf<'rdf'>): Parts {
  return {
    title,
    language: undefined,
    intervalMs: readInterval(sy),
    items: items.map(({ rdf, link, title, dc, content }) => ({
      id: rdf?.about,
      link,
      title,
      published: dc?.dates?.[0],
      updated: undefined,
      authors: dc?.creators ?? [],
      content: content?.encoded,
    })),
  }
}

function takeJson({ title, language, items = [], authors: common = [] }: FeedOf<'json'>): Parts {
  return {
    title,
    language,
    intervalMs: null,
    items: items.map(({ id, url, external_url, title, date_published, date_modified, authors = common, content_html, content_text, language }) => ({
      id,
      link: url ?? external_url,
      title,
      published: date_published,
      updated: date_modified,
      authors: authors.map(({ name }) => name),
      content: content_html ?? content_text,
      language,
    })),
  }
}

const PERIOD_MS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
}

/** “Twice daily” of the syndication module. */
function readInterval(sy: { updatePeriod?: string; updateFrequency?: number } | undefined): number | null {
  const period = PERIOD_MS[sy?.updatePeriod ?? '']
  return period ? period / Math.max(1, sy?.updateFrequency ?? 1) : null
}

function toListed(item: Item, feed: { address: string | null; publisher: string | null; language: string | null }): Listed | null {
  const address = resolveAddress(item.link, feed.address)
  const fullText = isWhole(item.content) ? item.content : null
  const key = clean(item.id) ?? address
  if (key === null || (address === null && fullText === null)) return null
  return {
    key,
    address,
    title: clean(item.title),
    publishedAt: readInstant(item.published),
    updatedAt: readInstant(item.updated),
    authors: item.authors.flatMap((name) => clean(name) ?? []),
    publisher: feed.publisher,
    language: clean(item.language) ?? feed.language,
    fullText,
  }
}

/**
 * Whether the content is the whole article and no teaser: long enough for one, and not ending in dots or an invitation to go on. Where that
 * errs, the article is fetched from its page, and nothing is lost.
 */
function isWhole(content: string | undefined): content is string {
  if (content === undefined) return false
  const text = content.replace(/<[^<>]*>/g, ' ').trim()
  return text.length >= FULL_UNITS && !/(?:\.\.\.|…|\[?&#8230;\]?|\[…\]|read more|continue reading|read the full (?:story|article))\W*$/i.test(text.slice(-200))
}

/** The first paragraphs that feeds send as a teaser have some 200 to 600 characters; short reports in full 800 and more. */
const FULL_UNITS = 800

function clean(text: string | null | undefined): string | null {
  const squeezed = (text ?? '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return squeezed === '' ? null : squeezed
}
