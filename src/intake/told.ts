import type { DateClue, Incoming } from '../document/incoming.ts'
import type { ReadPage } from './taken.ts'

/** What a feed, archive or agency format tells about an article besides its text. */
export interface Told {
  readonly address: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly language: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly dateClue: DateClue
}

/** Fills in what the page itself does not tell. */
export function completeIncoming(incoming: Incoming, told: Told): Incoming {
  return merge(incoming, told, (own, other) => own ?? other)
}

/** The same where what is told goes before what was found in the text. */
export function overruleIncoming(incoming: Incoming, told: Told): Incoming {
  return merge(incoming, told, (own, other) => other ?? own)
}

function merge(incoming: Incoming, told: Told, choose: <T>(own: T | null, other: T | null) => T | null): Incoming {
  const { article } = incoming
  const publishedAt = choose(incoming.publishedAt, told.publishedAt)
  const isTold = publishedAt !== null && publishedAt === told.publishedAt && publishedAt !== incoming.publishedAt
  const authors = choose(article.authors.length > 0 ? article.authors : null, told.authors.length > 0 ? told.authors : null) ?? []
  return {
    ...incoming,
    article: {
      ...article,
      title: choose(article.title, told.title),
      publisher: choose(article.publisher, told.publisher),
      authors,
      publishedOn: isTold ? publishedAt.slice(0, 10) : article.publishedOn,
    },
    address: choose(incoming.address, told.address),
    language: choose(incoming.language, shortenLanguage(told.language)),
    publishedAt,
    updatedAt: choose(incoming.updatedAt, told.updatedAt),
    dateClue: isTold ? told.dateClue : incoming.dateClue,
  }
}

/** “en-GB” → “en”. */
function shortenLanguage(language: string | null): string | null {
  return /^[a-z]{2}(?=$|[-_])/i.exec(language ?? '')?.[0].toLowerCase() ?? null
}

/** Reads a text that came without its page (a feed's content, an agency's body) as if it stood in one. */
export async function readFragment(content: string, told: Told, source: string, readPage: ReadPage): Promise<Incoming> {
  const isMarkup = /<\/?[a-z][^<>]*>/i.test(content)
  const title = (told.title ?? '').replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const page = isMarkup
    ? `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article>${content}</article></body></html>`
    : content
  const contentType = isMarkup ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'
  const incoming = await readPage(new TextEncoder().encode(page), { contentType, address: told.address, source })
  // Elements of the page that we wrapped around it stand nowhere in the world.
  return overruleIncoming({ ...incoming, blocks: incoming.blocks.map((block) => ({ ...block, element: null })) }, told)
}
