import type { Readout, ReadoutDate } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type Scored, Tally } from './figures.ts'
import { numberWords, sharesAny, wordsOf } from './spans.ts'

/** An expression of NGEC's date tests, put into a sentence about a meeting. */
export interface DatedSentence {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly expression: Span
  readonly gold: DateGold
}

interface DateGold {
  readonly expression: string
  /** A day, or “2023”, “2020-01” for the whole period. */
  readonly start: string | null
  readonly end: string | null
  readonly granularity: Grain | null
  /** “since …”: only the start counts. */
  readonly no_end?: boolean
  readonly must_not_resolve?: boolean
}

interface DateRow extends DateGold {
  readonly id: string
  readonly anchor?: string | null
}

type Grain = ReadoutDate['grain']

/** Holidays and seasons, which NGEC declines by rule, and expressions whose gold contradicts itself. */
const LEFT_OUT = new Set(['Christmas Day', 'during Ramadan', 'the summer of 2020', 'spring 2019', 'yesterday (Friday)', 'Thursday through Tuesday'])
/** Days from the first to the last that a found date may have. */
const WIDTH: Readonly<Record<Grain, number>> = { day: 0, week: 6, month: 30, quarter: 91, year: 365 }
const DECADE = 3653
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
const DAY = '(?:Mon|Tues|Wed|Thurs|Fri|Satur|Sun)(?:nes)?(?:day|\\.)?'
const DAYS = [
  '(?:the )?\\d+(?:st|nd|rd|th)$',
  `${MONTH} \\d+(?:st|nd|rd|th)?\\b(?! ?-)`,
  `\\d+(?:-\\d+)? ${MONTH}`,
  '\\d+/\\d+/\\d+',
  '\\d+-\\d+-\\d+',
  `${DAY}(?: |$)`,
].join('|')

/** What an expression needs before it in a sentence: “met in Paris on 4 May”, “met in Paris, according to …”. */
const LEADS: readonly [RegExp, string][] = [
  [new RegExp(`^(?:${DAYS})`), ' on '],
  [new RegExp(`^${MONTH}(?: \\d{4})? (?:to|-) `), ' from '],
  [new RegExp(`^(?:\\d{4}$|the \\d{4}s|Q\\d|${MONTH}(?: \\d{4})?$)`), ' in '],
  [/^third week/, ' in the '],
  [/^previous year/, ' in the '],
  [/^(?:end|beginning) of/, ' at the '],
  [/^the end of/, ' at '],
  [/^(?:three days of|two weeks of)/, ' after '],
  [/^refused/, ' and '],
  [/^according/, ', '],
]

/** Reads JSON lines of date expressions; those that need a publication date and have none are left out. */
export function parseDates(lines: string): DatedSentence[] {
  const rows = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DateRow)
  const firstUndated = rows.find((row) => row.expression === 'yesterday' && readAnchor(row) === null)
  return rows
    .filter((row) => !LEFT_OUT.has(row.expression) && (readAnchor(row) !== null || row === firstUndated))
    .map((row) => {
      const published = readAnchor(row)
      const isAhead = published !== null && (row.start ?? '') > published
      const verb = isAhead ? 'will meet' : row.expression.startsWith('since') ? 'have met' : 'met'
      const before = LEADS.find(([pattern]) => pattern.test(row.expression))?.[1] ?? ' '
      const lead = `French and German ministers ${verb} in Paris${before}`
      const words = row.expression.replace(/[,. ]+$/, '')
      return { id: row.id, text: `${lead}${words}.`, published, expression: { start: lead.length, end: lead.length + words.length }, gold: row }
    })
}

function readAnchor({ anchor }: DateRow): string | null {
  return anchor && /^\d{4}-\d\d-\d\d$/.test(anchor) ? anchor : null
}

/**
 * The dates of events and comparisons whose span shares a word with the expression. dates_right: of the expressions with a date, those
 * resolved, and rightly; dates_wrong: those resolved to another date; dates_invented: of those that name none, those resolved all the same.
 */
export function scoreDates(sentences: readonly DatedSentence[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  sentences.forEach((sentence, n) => {
    const { gold } = sentence
    const dates = listTold(sentence, readouts[n] as Readout)
    const isRight = gold.must_not_resolve ? dates.length === 0 : dates.some((date) => isRightDate(gold, date))
    if (gold.must_not_resolve) tally.count('dates_invented', !isRight)
    else {
      tally.count('dates_right', isRight)
      tally.count('dates_wrong', dates.length > 0 && !isRight)
    }
    const told = dates.map(({ start, end }) => `${start}/${end}`).join(', ') || 'none'
    if (!isRight) misses.push(`${sentence.id} “${gold.expression}” (${sentence.published}): found ${told}, gold ${gold.start}/${gold.end}`)
  })
  return { figures: new Map(['dates_right', 'dates_wrong', 'dates_invented'].map((name) => [name, tally.share(name)])), misses }
}

interface Period {
  readonly start: string
  readonly end: string
  readonly grain: Grain
}

function listTold({ text, expression }: DatedSentence, readout: Readout): Period[] {
  const words = numberWords(text)
  const wanted = wordsOf(text, words, [expression])
  return [...readout.events.map(({ date }) => date), ...readout.comparisons.map(({ since }) => since)].flatMap((date) =>
    date?.start && sharesAny(wanted, wordsOf(text, words, [date.span])) ? [{ start: date.start, end: date.end ?? date.start, grain: date.grain }] : [],
  )
}

/**
 * NGEC's points within a month, quarter or year are its own custom: a found date is right when it holds the gold's day and is no wider
 * than the gold's grain; a range must begin and end in the right day or month.
 */
function isRightDate(gold: DateGold, { start, end, grain }: Period): boolean {
  if (!gold.start) return start <= end && (gold.granularity === null || gold.granularity === grain || gold.granularity === 'week')
  if (gold.start.length < 10) return start.startsWith(gold.start) && end.startsWith(gold.end ?? gold.start)
  if (gold.end) {
    const length = /\d+-\d+ |day/.test(gold.expression) ? 10 : 7
    return start.slice(0, length) === gold.start.slice(0, length) && end.slice(0, length) === gold.end.slice(0, length)
  }
  const width = /\d0s$/.test(gold.expression) ? DECADE : WIDTH[gold.granularity ?? readGrain(gold.expression)]
  if (gold.no_end) return start <= gold.start && countDays(start, gold.start) <= width
  return start <= gold.start && gold.start <= end && countDays(start, end) <= width
}

function readGrain(expression: string): Grain {
  const named = (['week', 'month', 'quarter', 'year'] as const).find((grain) => expression.includes(grain))
  return named ?? (new RegExp(`^(?:since )?${MONTH}(?: \\d{4})?$`).test(expression) ? 'month' : 'day')
}

function countDays(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000
}
