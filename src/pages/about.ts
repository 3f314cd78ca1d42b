import { chooseAddress } from './address.ts'
import { readAuthors } from './authors.ts'
import { readDates } from './dates.ts'
import { readJsonLd } from './json-ld.ts'
import { pickMeta, readMeta } from './meta.ts'
import type { PageOrder, PageReading } from './page-reading.ts'
import { type Paragraph, readParagraphs } from './paragraphs.ts'
import { readTitle } from './title.ts'
import type { PageTree } from './tree.ts'

/** What a page says of its article besides the text. `articleBody` is the text as JSON-LD gives it. */
export interface About extends Omit<PageReading, 'text' | 'blocks' | 'notices'> {
  readonly articleBody: string | null
}

/** Reads title, people, dates, language and address of a page. `body` tells where on the page the article stands. */
export function readAbout(tree: PageTree, body: readonly Paragraph[], order: PageOrder): About {
  const linked = readJsonLd(tree.jsonLd)
  const meta = readMeta(tree)
  const language = tree.root.attributes.lang || linked.language || pickMeta(meta, ['content-language', 'og:locale', 'dc.language', 'language'])
  const canonical = tree.elements.find(({ tag, attributes }) => tag === 'link' && /\bcanonical\b/i.test(attributes.rel ?? ''))?.attributes.href
  const address = chooseAddress(canonical ?? pickMeta(meta, ['og:url']), order.address)
  const lines = readParagraphs(tree.body, () => false)
  const first = body[0]?.stamp ?? 0
  const last = body.at(-1)?.stamp ?? 0
  const dates = readDates({ tree, linked, meta, lines, first, last, address: order.address ?? address, language: language ?? null, now: new Date(order.now) })
  const isFree = linked.isFree ?? !/^(?:locked|paid|premium|subscriber)/i.test(pickMeta(meta, ['article:content_tier', 'content_tier']) ?? '')
  return {
    title: readTitle(tree, linked, meta),
    publisher: linked.publisher ?? pickMeta(meta, ['og:site_name', 'publisher', 'dc.publisher', 'application-name', 'al:ios:app_name']),
    ...readAuthors(tree, linked, meta, lines, body),
    publishedOn: dates.published?.day ?? null,
    publishedAt: dates.published?.instant ?? null,
    updatedAt: dates.updated?.instant ?? null,
    dateClue: dates.clue,
    language: /^[a-z]{2,3}(?=[-_]|$)/i.exec(language ?? '')?.[0].toLowerCase() ?? null,
    address,
    isTruncated: !isFree,
    articleBody: linked.body,
  }
}
