import type { Incoming } from '../document/incoming.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { type Intake, readJsonLine, readText } from '../reading/reading.ts'
import { readInstant } from './instants.ts'
import { isNinjs, readNinjs } from './ninjs.ts'
import type { ReadPage } from './taken.ts'
import { overruleIncoming, readFragment, type Told } from './told.ts'

type Fields = Readonly<Record<string, unknown>>

/** An article from a line of JSON: `{"text","date","title","url","id","publisher","authors","language"}`, or ninjs. Throws `entry-malformed`. */
export async function readLineEntry(line: Uint8Array, source: string, readPage: ReadPage): Promise<Incoming> {
  const fields = parseFields(line)
  if (fields !== null && isNinjs(fields)) return readEntry(fields, source, readPage)
  const intake = readJsonLine(line, source, {})
  if (typeof intake === 'string' || fields === null) throw malformed(source, typeof intake === 'string' ? intake : 'it is no JSON')
  return toIncoming(intake, fields)
}

/** The same from fields that are parsed already: a row of a table, an element of a list. */
export async function readEntry(fields: Fields, source: string, readPage: ReadPage): Promise<Incoming> {
  const item = isNinjs(fields) ? readNinjs(fields) : null
  if (item !== null) return readFragment(item.body, item.told, item.id ?? source, readPage)
  const { text } = fields
  if (typeof text !== 'string') throw malformed(source, 'it has no “text”')
  const intake = readText(text, {
    source: tell(fields, 'id') ?? tell(fields, 'url') ?? source,
    title: tell(fields, 'title'),
    publishedOn: tell(fields, 'date'),
  })
  return toIncoming(intake, fields)
}

function malformed(source: string, why: string): ReadoutError {
  return new ReadoutError('entry-malformed', `“${source}” was left out: ${why}. The others are read.`)
}

function parseFields(line: Uint8Array): Fields | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(line))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    return null
  }
}

function toIncoming({ article, notices }: Intake, fields: Fields): Incoming {
  const told: Told = {
    address: tell(fields, 'url'),
    title: null,
    publisher: tell(fields, 'publisher'),
    authors: readAuthors(fields.authors ?? fields.author),
    language: tell(fields, 'language'),
    publishedAt: article.publishedOn === null ? null : (readInstant(tell(fields, 'date')) ?? article.publishedOn),
    updatedAt: null,
    dateClue: 'given',
  }
  return overruleIncoming(
    { article, address: null, language: null, publishedAt: null, updatedAt: null, dateClue: null, wire: null, isTruncated: false, blocks: [], notices },
    told,
  )
}

function tell(fields: Fields, name: string): string | null {
  const value = fields[name]
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null
}

/** A list of names, or names between semicolons. */
function readAuthors(value: unknown): string[] {
  const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(';') : []
  return names.filter((name) => typeof name === 'string').flatMap((name: string) => name.trim() || [])
}
