import { isAddress } from './addresses.ts'
import { decodeMarkup } from './charset.ts'
import { findDelimiter } from './tables.ts'

/** What a file or an answer is, by its content first and its name where that leaves it open. */
export type Kind = 'feed' | 'sitemap' | 'opml' | 'warc' | 'jsonl' | 'json' | 'csv' | 'addresses' | 'newsml' | 'wacz' | 'page'

/** Bytes of the beginning that recognising looks at. */
export const HEAD_BYTES = 65_536

/** `head` is the beginning of the content, unpacked. Whatever is nothing else is a page: HTML, a paper or plain text. */
export function recogniseKind(head: Uint8Array, name: string, contentType: string | null): Kind {
  const text = decodeMarkup(head, contentType).replace(/^\ufeff?\s*/, '')
  const isCut = head.length >= HEAD_BYTES
  if (text.startsWith('WARC/1.') || /\.warc$/i.test(name)) return 'warc'
  if (text.startsWith('PK') && /\.wacz$/i.test(name)) return 'wacz'
  if (text.startsWith('<')) return recogniseMarkup(text)
  if (/\.jsonl?$|\.ndjson$/i.test(name) || /\bjson/.test(contentType ?? '') || /^(?:\{\s*"|\[\s*\{)/.test(text)) return recogniseJson(text, name, contentType)
  if (/\.csv$|\.tsv$/i.test(name) || /\bcsv\b/.test(contentType ?? '')) return hasAddresses(text, isCut) ? 'addresses' : 'csv'
  if (hasAddresses(text, isCut)) return 'addresses'
  return findDelimiter(text) === null ? 'page' : 'csv'
}

/** Whether bytes are packed by gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

const ROOTS: Readonly<Record<string, Kind>> = {
  rss: 'feed',
  feed: 'feed',
  RDF: 'feed',
  urlset: 'sitemap',
  sitemapindex: 'sitemap',
  opml: 'opml',
  newsItem: 'newsml',
  newsMessage: 'newsml',
  NewsML: 'newsml',
}

/** By the first element, behind declarations, comments and a document type. */
function recogniseMarkup(text: string): Kind {
  let at = 0
  while (at >= 0 && /^\s*<[?!]/.test(text.slice(at, at + 1000))) {
    at = text.indexOf('<', at)
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : hasSubset(text, at) ? ']>' : '>'
    const found = text.indexOf(end, at)
    at = found < 0 ? -1 : found + end.length
  }
  const root = at < 0 ? null : /^\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 1000))
  return ROOTS[root?.[1] ?? ''] ?? 'page'
}

/** `<!DOCTYPE rss [<!ENTITY …>]>`: its “>” is not the first. */
function hasSubset(text: string, at: number): boolean {
  return /^<!DOCTYPE[^>[]*\[/i.test(text.slice(at, at + 1000))
}

function recogniseJson(text: string, name: string, contentType: string | null): Kind {
  if (/"https:\/\/jsonfeed\.org\/version\//.test(text.slice(0, 4000)) || /\bapplication\/feed\+json\b/.test(contentType ?? '')) return 'feed'
  if (/\.(?:jsonl|ndjson)$/i.test(name) || /jsonl|ndjson/.test(contentType ?? '')) return 'jsonl'
  const [first = '', ...rest] = text.split('\n')
  return isJson(first) && rest.some((line) => line.startsWith('{')) ? 'jsonl' : 'json'
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** Every whole line is an address, or a row of tabs that ends with one (GDELT's rows end with their source). */
function hasAddresses(text: string, isCut: boolean): boolean {
  const lines = text.split(/\r?\n/).slice(0, isCut ? -1 : undefined)
  const told = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return told.length > 0 && told.every((line) => readAddressLine(line) !== null)
}

/** The address in a line of a list; null for a line without one. */
export function readAddressLine(line: string): string | null {
  const last = line.trim().split('\t').at(-1)?.trim() ?? ''
  return isAddress(last) && !/\s/.test(last) ? last : null
}
