import { between, blur, monthOf, monthsFrom, numberDay, onDay, type Period, weekAround, weekdayOf, yearOf, yearsFrom } from './calendar.ts'
import { type Direction, isAhead, isBehind } from './direction.ts'
import type { Point } from './points.ts'

/** Days that count as near and as far where no verb tells which way a day or month without a year lies; `LONG`: so far back that a year would be told. */
const NEAR = 100
const FAR = 200
const LONG = 270

/** The period that a point means, seen from publication; null where that cannot be known. */
export function resolvePoint(point: Point, direction: Direction, publishedOn: number | null): Period | null {
  if (point.isImpossible) return null
  if (point.moved !== null && publishedOn !== null) return resolveMoved(point, point.moved, publishedOn)
  if (point.moved !== null) return null
  if (point.year !== null) return inYear(point, point.year)
  if (publishedOn === null) return null
  if (point.month === null) return point.weekday === null ? null : resolveWeekday(point.weekday, point.hint, direction, publishedOn)
  if (point.hint !== null) return resolveHinted(point, publishedOn)
  return pickYear(point, direction, publishedOn)
}

/** Both ends of “from September to March”, “last Tuesday to Thursday”: the end is the first one behind the start. */
export function resolveSpan(from: Point, to: Point, direction: Direction, publishedOn: number | null): Period | null {
  if (from.isImpossible || to.isImpossible) return null
  const year = from.year ?? (to.year === null ? null : isBefore(from, to) ? to.year : to.year - 1)
  const start = year === null ? resolvePoint(from, direction, publishedOn) : resolvePoint({ ...from, year }, direction, publishedOn)
  if (!start) return null
  const earlier = from.year === null && to.year === null && isAhead(direction) && publishedOn !== null ? resolvePoint(from, 'past', publishedOn) : null
  for (const first of earlier ? [earlier, start] : [start]) {
    const end = endBehind(first, to)
    if (end && (first === start || (publishedOn !== null && end.last >= publishedOn))) {
      // “Thursday to Tuesday”, told in the past, but ahead: something was misread.
      const isOdd = to.weekday !== null && to.month === null && isBehind(direction) && publishedOn !== null && end.last > publishedOn
      return isOdd ? null : between(first.first, end.last, end.grain, first.isApproximate || end.isApproximate)
    }
  }
  return null
}

function isBefore(from: Point, to: Point): boolean {
  return (from.month ?? 0) * 32 + (from.day ?? 0) <= (to.month ?? 0) * 32 + (to.day ?? 0)
}

function endBehind(start: Period, to: Point): Period | null {
  if (to.month === null && to.weekday !== null) {
    const days = (to.weekday - weekdayOf(start.first) + 7) % 7
    return days === 0 ? null : onDay(start.first + days)
  }
  if (to.year !== null) return inYear(to, to.year)
  const year = yearOf(start.first)
  const same = inYear(to, year)
  return same && same.last >= start.first ? same : inYear(to, year + 1)
}

function inYear(point: Point, year: number): Period | null {
  if (point.month === null) return yearsFrom(year)
  if (point.day === null) return monthsFrom(year, point.month)
  const first = numberDay(year, point.month, point.day)
  const last = point.untilDay === null ? first : numberDay(year, point.month, point.untilDay)
  // A weekday that does not fit its date: one of both is wrong.
  if (first === null || last === null || (point.weekday !== null && weekdayOf(first) !== point.weekday)) return null
  return between(first, last, 'day')
}

function resolveMoved(point: Point, by: number, publishedOn: number): Period | null {
  if (point.month !== null) return inYear(point, yearOf(publishedOn) + by)
  return point.weekday === null ? null : onDay(weekAround(publishedOn, by).first + point.weekday)
}

function resolveWeekday(weekday: number, hint: Point['hint'], direction: Direction, publishedOn: number): Period | null {
  const back = (weekdayOf(publishedOn) - weekday + 7) % 7
  const past = onDay(publishedOn - back)
  const future = onDay(back === 0 ? publishedOn : publishedOn + 7 - back)
  if (hint === 'last') return onDay(publishedOn - (back || 7))
  // “next Friday”, said on a Monday, may be this week's: told as the one of the week to come, with less certainty.
  if (hint === 'next') {
    const inNextWeek = onDay(weekAround(publishedOn, 1).first + weekday)
    return blur(inNextWeek, inNextWeek.first - publishedOn > 7)
  }
  if (hint === 'coming') return onDay(publishedOn + (7 - back || 7))
  if (hint === 'this') return isBehind(direction) ? past : future
  if (isAhead(direction)) return future
  return direction === 'unclear' && back !== 0 ? null : past
}

/** “last March” in May may be this year's or that of the year before. */
function resolveHinted(point: Point, publishedOn: number): Period | null {
  const year = yearOf(publishedOn)
  if (point.hint === 'this') return inYear(point, year)
  const isPast = (point.month ?? 0) < monthOf(publishedOn)
  const isAhead = (point.month ?? 0) > monthOf(publishedOn)
  if (point.hint === 'last') return blur(inYear(point, isPast ? year : year - 1), isPast)
  return blur(inYear(point, isAhead ? year : year + 1), isAhead)
}

/** The year of “in January” or “on 1 June”: the last one, or the next one where the verb lies ahead. */
function pickYear(point: Point, direction: Direction, publishedOn: number): Period | null {
  const year = yearOf(publishedOn)
  const all = [-1, 0, 1].map((by) => inYear(point, year + by)).filter((period) => period !== null)
  const now = all.find((period) => period.first <= publishedOn && period.last >= publishedOn)
  if (now) return now
  const past = all.filter((period) => period.last < publishedOn).at(-1) ?? null
  const future = all.find((period) => period.first > publishedOn) ?? null
  const back = past ? publishedOn - past.last : Number.POSITIVE_INFINITY
  const ahead = future ? future.first - publishedOn : Number.POSITIVE_INFINITY
  if (direction === 'future') return future
  // “named a date in July”, told in June: a July of eleven months ago would have been “last July”.
  if (direction === 'past') return blur(past, back >= LONG && ahead <= NEAR)
  if (direction === 'present') return back >= FAR && ahead <= NEAR ? blur(future) : past
  if (direction === 'promised') return back >= FAR && ahead <= NEAR ? blur(future) : past
  if (direction === 'planned') return ahead <= back ? blur(future, ahead > NEAR) : null
  // “were to begin in January”, told in November: the near one, if the other is far.
  if (back <= NEAR && ahead >= FAR) return blur(past, direction === 'unclear')
  return ahead <= NEAR && back >= FAR ? blur(future) : null
}
