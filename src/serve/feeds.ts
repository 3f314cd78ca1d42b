import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { type Found, findFacts, linkToWords, tellFact } from '../questions/questions.ts'
import { takeFilter } from './find-route.ts'
import type { Room } from './room.ts'
import { readFilter, type SavedRow } from './saved.ts'

/** Entries of a feed: readers of feeds look often, and keep what they have seen. */
const ENTRIES = 50

interface Entry {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly text: string
  readonly at: Date
}

/** The feed of a saved search, newest first. The same fact has the same id in each version and reading, so that it is shown once. */
export async function writeFeed({ desk }: Room, saved: SavedRow, kind: 'atom' | 'json', home: string): Promise<string> {
  const filter = readFilter(saved.query)
  const page = { since: filter.since ?? null, until: filter.until ?? null, limit: ENTRIES, cursor: null }
  const { rows } = await findFacts(desk, { ...takeFilter(filter), ...page })
  const entries = rows.map((found) => makeEntry(found, home))
  return kind === 'atom' ? writeAtom(saved, entries, home) : writeJson(saved, entries, home)
}

function makeEntry(found: Found, home: string): Entry {
  const { article } = found
  const words = found.kind === 'article' ? found.snippet : found.sentence
  const place = [article.outlet, article.publishedOn, article.title && `“${article.title}”`].filter(Boolean).join(', ')
  return {
    id: `urn:readout:${found.kind === 'article' ? `article:${article.articleId}` : `fact:${article.articleId}:${found.key}`}`,
    title: cleanText(found.kind === 'article' ? (article.title ?? 'An article') : tellFact(found)),
    url: found.kind === 'article' ? article.address : (linkToWords(article.address, found.words.text) ?? `${home}/articles/${article.articleId}`),
    text: cleanText(`${words.text}\n\n${place}`),
    at: new Date(`${article.publishedOn ?? '1970-01-01'}T00:00:00Z`),
  }
}

function writeAtom({ slug, title }: SavedRow, entries: readonly Entry[], home: string): string {
  return generateAtomFeed({
    ...{ id: `urn:readout:saved:${slug}`, title: { value: cleanText(title) }, updated: entries[0]?.at ?? new Date(0), authors: [{ name: 'Readout' }] },
    links: [{ href: `${home}/saved/${slug}.atom`, rel: 'self' }],
    entries: entries.map(({ id, title: line, url, text, at }) => ({
      ...{ id, title: { value: line }, updated: at, published: at, content: { value: text, type: 'text' } },
      ...(url === null ? {} : { links: [{ href: url, rel: 'alternate' }] }),
    })),
  })
}

function writeJson({ slug, title }: SavedRow, entries: readonly Entry[], home: string): string {
  const items = entries.map(({ id, title: line, url, text, at }) => ({
    id,
    title: line,
    content_text: text,
    date_published: at,
    ...(url === null ? {} : { url }),
  }))
  return JSON.stringify(generateJsonFeed({ title, feed_url: `${home}/saved/${slug}.json`, items }))
}

/** Without signs that no XML may hold. */
function cleanText(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd').toWellFormed()
}
