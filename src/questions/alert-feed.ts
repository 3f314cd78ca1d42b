import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Alert } from './alerts.ts'
import { linkToWords, tellFact } from './tell-fact.ts'

/** An entry of a feed of alerts. */
export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly text: string
  /** An instant: when it was told. */
  readonly at: string
  readonly rule: string
}

/** Begins the ids of our entries, by which a file is known as ours. */
const OURS = 'urn:readout:alert:'

export function makeEntry(alert: Alert, at: string): FeedEntry {
  const { fact, rule, id } = alert
  const { article, sentence, words } = fact
  const place = [article.outlet, article.publishedOn, article.title && `“${article.title}”`].filter(Boolean).join(', ')
  const copies = article.copies > 0 ? ` (and ${article.copies} ${article.copies === 1 ? 'copy' : 'copies'})` : ''
  const text = [sentence.text, `${place}${copies}`].map(cleanText).join('\n\n')
  return { id: `${OURS}${id}`, title: cleanText(`${rule}: ${tellFact(fact)}`), url: linkToWords(article.address, words.text), text, at, rule: cleanText(rule) }
}

/** Entries of a feed and new ones, the newest first; one told again takes its own place. */
export function addEntries(known: readonly FeedEntry[], fresh: readonly FeedEntry[]): FeedEntry[] {
  const seen = new Set(known.map(({ id }) => id))
  return [...fresh.filter(({ id }) => !seen.has(id)).reverse(), ...known].slice(0, LIMITS.feedAlerts)
}

export function writeJsonFeed(entries: readonly FeedEntry[]): string {
  const items = entries.map(({ id, title, url, text, at, rule }) => ({
    ...{ id, title, content_text: text, date_published: new Date(at), tags: [rule] },
    ...(url === null ? {} : { url }),
  }))
  return `${JSON.stringify(generateJsonFeed({ title: TITLE, description: ABOUT, items }), null, 1)}\n`
}

export function writeAtomFeed(entries: readonly FeedEntry[], now: Date): string {
  return generateAtomFeed({
    ...{
      id: 'urn:readout:alerts',
      title: { value: TITLE },
      subtitle: { value: ABOUT },
      updated: new Date(entries[0]?.at ?? now),
      authors: [{ name: 'Readout' }],
    },
    entries: entries.map(({ id, title, url, text, at, rule }) => ({
      ...{ id, title: { value: title }, updated: new Date(at), published: new Date(at), content: { value: text, type: 'text' }, categories: [{ term: rule }] },
      ...(url === null ? {} : { links: [{ href: url, rel: 'alternate' }] }),
    })),
  })
}

const TITLE = 'Alerts of Readout'
const ABOUT = 'Facts that satisfy the rules of a library, each once.'

/** The entries of a JSON feed of ours. Throws `ReadoutError` where the file is something else: it would be lost. */
export function readJsonFeed(text: string, name: string): FeedEntry[] {
  try {
    const { items } = JSON.parse(text) as { items: { id: string; title: string; url?: string; content_text: string; date_published: string; tags: string[] }[] }
    return items.map(({ id, title, url, content_text, date_published, tags: [rule] }) => {
      if (!id.startsWith(OURS) || rule === undefined) throw new Error(id)
      return { id, title, url: url ?? null, text: content_text, at: new Date(date_published).toISOString(), rule }
    })
  } catch (cause) {
    throw new ReadoutError('feed-foreign', `“${name}” is no feed of alerts that Readout wrote: name another file, or remove it.`, { cause })
  }
}

/** Without signs that no XML may hold. */
function cleanText(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd').toWellFormed()
}
