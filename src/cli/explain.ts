import type { OffsetUnit, Readout, ReadoutStatement } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { type Explanations, openReader } from '../index.ts'
import { parseDate, readBytes } from '../reading/reading.ts'
import { convertOffsets } from '../record/record.ts'
import { explainCooperation, explainEvent } from './explain-fact.ts'
import { explainMention, findAround, findSmallest, findSpeaker, lengthOf, sayNoMention, sayNoSpeaker } from './explain-mention.ts'
import { readInput, writeOut } from './files.ts'
import { showExplanation } from './show-explanation.ts'
import { findLook, type Look } from './show-lines.ts'
import { showCooperationReasons, showEventReasons } from './show-reasons.ts'

interface ExplainFlags {
  at?: string
  statement?: string
  event?: string
  cooperation?: string
  offsetUnit: OffsetUnit
  format: 'text' | 'json'
  date?: string
  color?: boolean
}

/** What is explained, and the way to show it. */
interface Answer {
  readonly explained: object
  readonly show: (look: Look) => string
}

/** Explains one mention, event or cooperation of an article. Exit code 1, with a sentence on standard error, when none is there. */
export async function runExplain(file: string, flags: ExplainFlags): Promise<void> {
  checkFlags(flags)
  const { article, notices } = readBytes(await readInput(file), { source: file === '-' ? null : file, publishedOn: flags.date ?? null })
  if (flags.at !== undefined) readOffset(flags.at, article.text, flags.offsetUnit)
  const reader = await openReader(process.env.READOUT_MODELS ? { modelFolder: process.env.READOUT_MODELS } : {})
  const readout = await reader.readArticle(article, notices)
  checkIds(readout, flags)
  // What is not read (another language, no text) has nothing to explain.
  const explanations = readout.entities.length > 0 || readout.events.length > 0 ? await reader.explain(article) : NONE
  const record = convertOffsets(readout, flags.offsetUnit)
  const answer = explain(flags, { readout, record, explanations })
  if (typeof answer === 'string') {
    process.stderr.write(`readout: ${answer}\n`)
    process.exitCode = 1
    return
  }
  await writeOut(flags.format === 'json' ? `${JSON.stringify(answer.explained, null, 2)}\n` : answer.show(findLook(flags.color)))
}

const NONE: Explanations = { mentions: [], events: [], dates: [], cooperation: [] }

function checkFlags({ at, statement, event, cooperation, date }: ExplainFlags): void {
  if ([at, statement, event, cooperation].filter((one) => one !== undefined).length !== 1)
    throw new ReadoutError(
      'explain-what',
      'Say what to explain: either --at 381 (an offset in the text), --event v1, --cooperation c1 or --statement s3 (its speaker).',
    )
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

function checkIds({ statements, events, cooperation }: Readout, flags: ExplainFlags): void {
  checkId('statement', flags.statement, statements)
  checkId('event', flags.event, events)
  checkId('cooperation', flags.cooperation, cooperation)
}

function checkId(kind: string, id: string | undefined, facts: readonly { readonly id: string }[]): void {
  if (id === undefined || facts.some((one) => one.id === id)) return
  const known = facts.length > 0 ? `it has ${facts[0]?.id} to ${facts.at(-1)?.id}` : 'it has none'
  throw new ReadoutError(`${kind}-missing`, `The article has no ${kind} “${id}”: ${known}.`)
}

interface Read {
  /** Offsets in UTF-16 units, as the explanations have them. */
  readonly readout: Readout
  /** Offsets as they were asked for. */
  readonly record: Readout
  readonly explanations: Explanations
}

function explain(flags: ExplainFlags, read: Read): Answer | string {
  const { readout, explanations } = read
  if (flags.event !== undefined) return answerEvent(indexOf(readout.events, flags.event), read)
  if (flags.cooperation !== undefined) return answerCooperation(indexOf(readout.cooperation, flags.cooperation), read)
  const statement = readout.statements.find(({ id }) => id === flags.statement)
  if (statement) {
    const found = findSpeaker(explanations.mentions, statement)
    return found ? answerMention(found, statement, read) : sayNoSpeaker(statement)
  }
  return explainPlace(readOffset(flags.at as string, readout.article.text ?? '', flags.offsetUnit), flags.offsetUnit, read)
}

/** The smallest words around a place that name somebody or tell an event. */
function explainPlace(at: number, unit: OffsetUnit, read: Read): Answer | string {
  const { readout, explanations } = read
  const mention = findSmallest(explanations.mentions, at)
  const telling = readout.events
    .flatMap(({ trigger, mentions }, n) => [trigger, ...mentions].map((span) => ({ span, n })))
    .filter(({ span }) => span.start <= at && at < span.end)
    .toSorted((a, b) => lengthOf(a.span) - lengthOf(b.span))[0]
  if (telling && (!mention || lengthOf(telling.span) <= lengthOf(mention.span))) return answerEvent(telling.n, read)
  return mention ? answerMention(mention, findAround(readout, mention.span), read) : sayNoMention(explanations.mentions, at, readout, unit)
}

function answerMention(found: Explanations['mentions'][number], statement: ReadoutStatement | null, { record }: Read): Answer {
  const explained = explainMention(found, statement, record)
  return { explained, show: (look) => showExplanation(explained, record, look) }
}

function answerEvent(n: number, { readout, record, explanations }: Read): Answer {
  const explained = explainEvent(n, explanations, record, readout)
  return { explained, show: (look) => showEventReasons(explained, record, look) }
}

function answerCooperation(n: number, { record, explanations }: Read): Answer {
  const explained = explainCooperation(n, explanations, record)
  return { explained, show: (look) => showCooperationReasons(explained, record, look) }
}

function indexOf(facts: readonly { readonly id: string }[], id: string): number {
  return facts.findIndex((one) => one.id === id)
}
