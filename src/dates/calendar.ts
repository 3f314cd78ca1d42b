import type { EventDate } from '../document/news-event.ts'

type Grain = EventDate['grain']

/** Days from the first to the last, both inclusive, counted from 1 January 1970. */
export interface Period {
  readonly first: number
  readonly last: number
  readonly grain: Grain
  readonly isApproximate: boolean
}

const DAY_MS = 86_400_000
/** Years that a date of the news can lie in; beyond them an ISO date would need a sign. */
const YEARS = { least: 1, most: 9999 }

/** Number of a day, or null where the calendar has no such day (31 June). `month` from 1. */
export function numberDay(year: number, month: number, day: number): number | null {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  if (year < YEARS.least || year > YEARS.most || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return at.getTime() / DAY_MS
}

/** “2024-03-14” → its number; null for anything else. */
export function parseDay(iso: string | null): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '')
  return match ? numberDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

/** From 1. */
export function monthOf(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1
}

/** 0 for Monday to 6 for Sunday: 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function printDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function onDay(day: number, isApproximate = false): Period {
  return { first: day, last: day, grain: 'day', isApproximate }
}

export function between(first: number, last: number, grain: Grain, isApproximate = false): Period | null {
  return last < first ? null : { first, last, grain, isApproximate }
}

/** Monday to Sunday around a day, moved by weeks. */
export function weekAround(day: number, weeks = 0): Period {
  const first = day - weekdayOf(day) + 7 * weeks
  return { first, last: first + 6, grain: 'week', isApproximate: false }
}

/** Whole months: `month` may lie outside 1 to 12 and then counts into other years. */
export function monthsFrom(year: number, month: number, count = 1): Period | null {
  const at = year * 12 + month - 1
  const first = numberDay(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1)
  const behind = at + count
  const last = numberDay(Math.floor(behind / 12), (((behind % 12) + 12) % 12) + 1, 1)
  if (first === null || last === null) return null
  return { first, last: last - 1, grain: count === 1 ? 'month' : count === 12 ? 'year' : 'quarter', isApproximate: false }
}

export function yearsFrom(year: number, count = 1): Period | null {
  const first = numberDay(year, 1, 1)
  const last = numberDay(year + count - 1, 12, 31)
  return first === null || last === null ? null : { first, last, grain: 'year', isApproximate: false }
}

/** Spring from March, summer from June, autumn from September, winter from December: the seasons of the north, as the format tells them. */
export function seasonOf(year: number, season: number): Period | null {
  const months = monthsFrom(year, 3 * season + 3, 3)
  return months && { ...months, isApproximate: true }
}

/** The day with the same number some months on; the last of the month where it is shorter (31 March and a month: 30 April). */
export function moveMonths(day: number, months: number): number | null {
  const target = monthsFrom(yearOf(day), monthOf(day) + months)
  return target && Math.min(target.last, target.first + new Date(day * DAY_MS).getUTCDate() - 1)
}

/** The same period, told with less certainty. */
export function blur(period: Period | null, isBlurred = true): Period | null {
  return period && isBlurred ? { ...period, isApproximate: true } : period
}
