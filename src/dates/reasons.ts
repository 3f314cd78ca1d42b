import type { EventDate } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { printDay } from './calendar.ts'
import { isAhead } from './direction.ts'
import { directionOf, type Reading, type Scene, wordAt } from './scene.ts'
import { DAY_PARTS, FEASTS, MONTHS, SEASONS, UNITS, WEEKDAYS } from './words.ts'

/** Why an expression of time was read as it was. */
export interface DateReason {
  readonly span: Span
  /** The rule, as a sentence. */
  readonly rule: string
  /** What it reads: the words, lower case. */
  readonly words: string
  /** The ISO day that it is counted from: of publication, or told before; null where it needs none. */
  readonly from: string | null
}

/** An expression as the readers found it: it begins with atom `from`. */
export interface Expression {
  readonly scene: Scene
  readonly from: number
  readonly reading: Reading
}

/** The rule that an expression was read by, told by its words: the readers themselves keep no account. */
export function tellReason({ scene, from, reading }: Expression, { span, status }: EventDate): DateReason {
  const words = Array.from({ length: reading.to - from }, (_, n) => wordAt(scene, from + n))
  const isFull = words.some((word) => /^\d{4}$|^\d+[/.]\d+[/.]\d|\d{4}s?$/.test(word))
  const day = reading.from ?? (isFull ? null : scene.publishedOn)
  const tell = (rule: string) => ({ span, rule, words: words.join(' '), from: day === null ? null : printDay(day) })
  if (status === 'unresolved') return tell(!isFull && day === null ? 'The day of publication is not known, and no date before tells it.' : UNKNOWN)
  if (reading.from !== undefined) return tell('It is counted from a date told before.')
  if (isFull) return tell('The words tell the year.')
  const isComing = isAhead(directionOf(scene, from, reading.to))
  return tell(tellRule(words, isComing))
}

const UNKNOWN = 'The words leave it open which time is meant, or the calendar has no such day.'

function tellRule(words: readonly string[], isComing: boolean): string {
  const has = (names: { has(word: string): boolean }) => words.some((word) => names.has(word))
  const hint = words.find((word) => /^(?:last|past|next|coming|this)$/.test(word))
  if (words.includes('ago') || words.includes('now')) return 'It is counted from the day of publication.'
  if (words.includes('weekend')) return 'A weekend is Saturday and Sunday: the last one, or the coming one where the verb looks ahead.'
  if (words.some((word) => DISTANCES.test(word)) || (hint && has(DAY_PARTS) && !has(WEEKDAYS))) return 'It is counted from the day of publication.'
  if (has(WEEKDAYS) && !has(MONTHS)) return tellWeekday(hint, isComing)
  if (has(MONTHS) || FEASTS.has(words.slice(0, 2).join(' '))) return tellMonth(words, hint, isComing)
  if (has(SEASONS)) return 'Seasons are those of the north, three months each: the one of the year, the last or the coming one, as the words and the verb tell.'
  if (words.includes('quarter')) return 'Quarters are those of the calendar year.'
  if (has(UNITS) && hint && words.length <= 4) return 'Last, this and next count whole weeks (Monday to Sunday), months and years from the day of publication.'
  return has(UNITS) ? 'It is counted from the day of publication.' : 'It is read against the day of publication.'
}

const DISTANCES = /^(?:today|tonight|yesterday|tomorrow|overnight)$/

function tellWeekday(hint: string | undefined, isComing: boolean): string {
  if (hint) return 'Last, this and next tell which weekday is meant, seen from the day of publication.'
  return isComing
    ? 'A weekday alone is the coming one where the verb looks ahead.'
    : 'A weekday alone is the nearest past one, the day of publication included.'
}

function tellMonth(words: readonly string[], hint: string | undefined, isComing: boolean): string {
  if (hint) return 'Last, this and next tell which month or year is meant, seen from the day of publication.'
  const what = words.some((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) ? 'A day without its year' : 'A month without its year'
  return isComing ? `${what} is the coming one where the verb looks ahead.` : `${what} is the last one, or the one under way.`
}
