import type { OffsetUnit, Readout, ReadoutStatement } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Explanation } from '../entities/entities.ts'
import { openReader } from '../index.ts'
import { parseDate, readBytes } from '../reading/reading.ts'
import { convertOffsets } from '../record/record.ts'
import { readInput, writeOut } from './files.ts'
import { type Explained, showExplanation } from './show-explanation.ts'
import { findLook } from './show-lines.ts'

interface ExplainFlags {
  at?: string
  statement?: string
  offsetUnit: OffsetUnit
  format: 'text' | 'json'
  date?: string
  color?: boolean
}

/** Explains one mention of an article. Exit code 1, with a sentence on standard error, when none is there. */
export async function runExplain(file: string, flags: ExplainFlags): Promise<void> {
  checkFlags(flags)
  const { article, notices } = readBytes(await readInput(file), { source: file === '-' ? null : file, publishedOn: flags.date ?? null })
  const at = flags.at === undefined ? null : readOffset(flags.at, article.text, flags.offsetUnit)
  const reader = await openReader(process.env.READOUT_MODELS ? { modelFolder: process.env.READOUT_MODELS } : {})
  const readout = await reader.readArticle(article, notices)
  const statement = flags.statement === undefined ? null : findStatement(readout, flags.statement)
  // What is not read (another language, no text) has no entities to explain.
  const explanations = readout.entities.length > 0 ? await reader.explain(article) : []
  const found = statement ? findSpeaker(explanations, statement) : findSmallest(explanations, at as number)
  if (!found) {
    process.stderr.write(`readout: ${statement ? sayNoSpeaker(statement) : sayNoMention(explanations, at as number, readout, flags.offsetUnit)}\n`)
    process.exitCode = 1
    return
  }
  const record = convertOffsets(readout, flags.offsetUnit)
  const explained = explain(found, statement ?? findAround(readout, found.span), record)
  await writeOut(flags.format === 'json' ? `${JSON.stringify(explained, null, 2)}\n` : showExplanation(explained, record, findLook(flags.color)))
}

function checkFlags({ at, statement, date }: ExplainFlags): void {
  if ((at === undefined) === (statement === undefined))
    throw new ReadoutError('explain-what', 'Say what to explain: either --at 381 (an offset in the text) or --statement s3 (its speaker).')
  if (date !== undefined && parseDate(date) === null) throw new ReadoutError('bad-date', `“${date}” is no date: write it like 2024-03-14.`)
}

/** An offset in UTF-16 units from one in the unit that was asked for. */
function readOffset(given: string, text: string, unit: OffsetUnit): number {
  const n = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
  const units = unit === 'utf16' ? n : [...text].slice(0, n).join('').length
  const length = unit === 'utf16' ? text.length : [...text].length
  if (length === 0) throw new ReadoutError('bad-offset', 'The text is empty: there is no place in it to explain.')
  if (!(n < length)) throw new ReadoutError('bad-offset', `“${given}” is no place in the text: give a whole number from 0 to ${length - 1}.`)
  return units
}

function findStatement({ statements }: Readout, id: string): ReadoutStatement {
  const found = statements.find((one) => one.id === id)
  const known = statements.length > 0 ? `it has s1 to s${statements.length}` : 'it has none'
  if (!found) throw new ReadoutError('statement-missing', `The article has no statement “${id}”: ${known}.`)
  return found
}

function findSmallest(explanations: readonly Explanation[], at: number): Explanation | undefined {
  const around = explanations.filter(({ span }) => span.start <= at && at < span.end)
  return around.toSorted((a, b) => lengthOf(a.span) - lengthOf(b.span))[0]
}

/** The mention in the words of a statement's source that means its speaker; the widest, since smaller ones lie inside it (“her” in “her guest”). */
function findSpeaker(explanations: readonly Explanation[], { source }: ReadoutStatement): Explanation | undefined {
  if (!source) return undefined
  const entity = source.entity === null ? null : Number(source.entity.slice(1)) - 1
  const inside = explanations.filter(({ span, entity: meant }) => meant === entity && span.start < source.span.end && source.span.start < span.end)
  return inside.toSorted((a, b) => lengthOf(b.span) - lengthOf(a.span))[0]
}

/** The statement whose source, cue or piece of content lies closest around a span. */
function findAround({ statements }: Readout, span: { start: number; end: number }): ReadoutStatement | null {
  let found: ReadoutStatement | null = null
  let least = Number.POSITIVE_INFINITY
  for (const statement of statements) {
    for (const part of [...(statement.source ? [statement.source.span] : []), ...(statement.cue?.spans ?? []), ...statement.content.spans]) {
      if (part.start > span.start || part.end < span.end || lengthOf(part) > least) continue
      found = statement
      least = lengthOf(part)
    }
  }
  return found
}

function lengthOf({ start, end }: { start: number; end: number }): number {
  return end - start
}

function explain(found: Explanation, statement: ReadoutStatement | null, record: Readout): Explained {
  const text = record.article.text ?? ''
  const { start, end } = found.span
  const count = (n: number) => (record.offsetUnit === 'utf16' ? n : [...text.slice(0, n)].length)
  return {
    offsetUnit: record.offsetUnit,
    mention: { start: count(start), end: count(end), text: text.slice(start, end) },
    entity: found.entity === null ? null : (record.entities[found.entity] ?? null),
    decidedBy: found.decidedBy,
    candidates: found.candidates,
    statement: record.statements.find((one) => one.id === statement?.id) ?? null,
  }
}

function sayNoSpeaker({ id, source }: ReadoutStatement): string {
  return source
    ? `The source of ${id}, “${source.span.text}”, was not recognised as naming anybody: there is nothing to explain.`
    : `The text names nobody who makes statement ${id}: there is nothing to explain.`
}

/** With the nearest mention, so that a second try succeeds. */
function sayNoMention(explanations: readonly Explanation[], at: number, readout: Readout, unit: OffsetUnit): string {
  const text = readout.article.text ?? ''
  const distance = ({ span }: Explanation) => Math.max(span.start - at, at - span.end)
  const nearest = explanations.toSorted((a, b) => distance(a) - distance(b))[0]
  if (!nearest) return `Nobody and nothing is named in this text. ${readout.notices.map((notice) => notice.message).join(' ')}`.trim()
  const start = unit === 'utf16' ? nearest.span.start : [...text.slice(0, nearest.span.start)].length
  return `No words that name somebody stand there; the nearest are “${text.slice(nearest.span.start, nearest.span.end)}” at ${start}.`
}
