import type { Article } from '../document/article.ts'
import { LIMITS } from '../document/limits.ts'
import type { Notice } from '../document/notice.ts'

/** What was given besides the text. Dates must be ISO dates; others are told in a notice and left out. */
export interface Given {
  readonly source?: string | null
  readonly title?: string | null
  readonly publishedOn?: string | null
}

/** An article with what was wrong with its bytes or its date. */
export interface Intake {
  readonly article: Article
  readonly notices: readonly Notice[]
}

/** Decodes a file: UTF-8, a leading byte-order mark left off, line ends untouched. Damaged bytes become “�”, and a notice says so. */
export function readBytes(bytes: Uint8Array, given: Given): Intake {
  const text = new TextDecoder('utf-8').decode(bytes)
  const notices: Notice[] = []
  if (looksBinary(bytes))
    notices.push({ code: 'binary', message: 'This is no text but a binary file (it holds NUL bytes or many control characters): nothing is read.', span: null })
  else if (isDamaged(bytes, text)) notices.push(DAMAGED)
  const taken = readText(text, given)
  return { article: taken.article, notices: [...notices, ...taken.notices] }
}

const DAMAGED: Notice = {
  code: 'invalid-utf8',
  message: 'Some bytes are no UTF-8: they are shown as “�” and offsets count them so. Convert the file to UTF-8 if words are missing.',
  span: null,
}

/** The same for text that is decoded already. */
export function readText(text: string, given: Given): Intake {
  const notices: Notice[] = []
  const isLong = text.length > LIMITS.articleUnits
  if (isLong)
    notices.push({
      code: 'too-long',
      message: `The text has ${text.length} characters, more than the ${LIMITS.articleUnits} that are read as one article: part it.`,
      span: null,
    })
  const surrogate = text.isWellFormed() ? -1 : findLoneSurrogate(text)
  if (surrogate >= 0)
    notices.push({
      code: 'lone-surrogate',
      message: 'The text holds half of a surrogate pair (broken text from another program): it is kept as it is.',
      span: { start: surrogate, end: surrogate + 1 },
    })
  const { publishedOn, notice } = readDate(given.publishedOn ?? null)
  if (notice) notices.push(notice)
  const article: Article = { text, source: given.source ?? null, title: given.title ?? null, publisher: null, authors: [], publishedOn }
  return { article, notices }
}

/** An ISO date that exists, or null. */
export function parseDate(date: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? date : null
}

/**
 * One line of a JSONL input: `{"id","text","date","title","url"}`, only `text` needed. Returns a sentence instead when the
 * line is none.
 */
export function readJsonLine(bytes: Uint8Array, source: string, defaults: Given): Intake | string {
  const line = new TextDecoder('utf-8').decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'it is no JSON'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is no JSON object'
  const given = value as Record<string, unknown>
  if (typeof given.text !== 'string') return 'it has no “text” (a string)'
  const told = (name: string) => (typeof given[name] === 'string' || typeof given[name] === 'number' ? String(given[name]) : null)
  const { article, notices } = readText(given.text, {
    source: told('id') ?? told('url') ?? source,
    title: told('title') ?? defaults.title ?? null,
    publishedOn: told('date') ?? defaults.publishedOn ?? null,
  })
  return { article, notices: isDamaged(bytes, line) ? [DAMAGED, ...notices] : notices }
}

function readDate(date: string | null): { publishedOn: string | null; notice: Notice | null } {
  if (date === null || date === '') return { publishedOn: null, notice: null }
  const whole = parseDate(date.slice(0, 10))
  if (whole && /^(?:T.*)?$/.test(date.slice(10))) return { publishedOn: whole, notice: null }
  return {
    publishedOn: null,
    notice: { code: 'bad-date', message: `The date “${date.slice(0, 40)}” is no date like 2024-03-14: the article is read without one.`, span: null },
  }
}

/** NUL bytes, or one control character in ten, in the first eight kilobytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192)
  let odd = 0
  let nul = 0
  for (const byte of head) {
    if (byte === 0) nul++
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd++
  }
  return odd > head.length / 10 || nul > Math.max(2, head.length / 200)
}

function isDamaged(bytes: Uint8Array, text: string): boolean {
  if (!text.includes('\ufffd')) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return false
  } catch {
    return true
  }
}

function findLoneSurrogate(text: string): number {
  return text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
}
