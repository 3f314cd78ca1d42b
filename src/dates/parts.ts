import { between, blur, monthOf, monthsFrom, numberDay, onDay, type Period, weekAround, weekdayOf, yearOf, yearsFrom } from './calendar.ts'
import { readNamed } from './named.ts'
import { NOTHING, readPoint, yearIn } from './points.ts'
import { resolvePoint } from './resolve.ts'
import { directionOf, isCapital, isDash, isElsewhere, type Reading, type Scene, skip, wordAt } from './scene.ts'
import { ORDINALS, UNITS, WEEKDAYS } from './words.ts'

type Part = 'early' | 'mid' | 'late' | 'beginning' | 'end' | 'first half' | 'second half' | 'earlier' | 'later'
const EDGES: ReadonlyMap<string, Part> = new Map([
  ['beginning', 'beginning'],
  ['start', 'beginning'],
  ['end', 'end'],
  ['middle', 'mid'],
])

/** “the first days of May”. */
const DAYS: ReadonlyMap<string, Part> = new Map([
  ['first', 'early'],
  ['opening', 'early'],
  ['last', 'late'],
  ['final', 'late'],
  ['closing', 'late'],
])

/** “early May”, “mid-2011”, “the end of the year”, “later this month”, “the first week of June”, “the week of 4 March”. */
export function readPart(scene: Scene, at: number): Reading | null {
  return readWeekOf(scene, at) ?? readDayOf(scene, at) ?? readEndOf(scene, at) ?? readHalfCode(scene, at) ?? readPieceOf(scene, at)
}

/** Weeks, months and years by their distance from now: “last week”, “this year”, “the week before last”. */
export function readUnit(scene: Scene, at: number): Reading | null {
  const far = skip(scene, skip(scene, at, 'the') + 1, 'before', 'last')
  if (far > at + 2 && /^(?:week|month|year)$/.test(wordAt(scene, far - 3)))
    return { to: far, period: scene.publishedOn === null ? null : moveUnit(scene.publishedOn, -2, wordAt(scene, far - 3)) }
  const by = { last: -1, this: 0, next: 1 }[wordAt(scene, at)]
  const isPast = wordAt(scene, at + 1) === 'past' || wordAt(scene, at + 1) === 'coming'
  const unitAt = isPast && by === 0 ? at + 2 : at + 1
  const moved = isPast && by === 0 ? (wordAt(scene, at + 1) === 'past' ? -1 : 1) : by
  const word = wordAt(scene, unitAt)
  if (moved === undefined || word.endsWith('s')) return null
  const unit = UNITS.get(word)
  // A programme's name: “told ‘This Week’”.
  if (isTitle(scene, at, unitAt)) return null
  if (!unit || unit.unit === 'day' || unit.unit === 'hour' || /^['’]s$|^(?:his|her|their|its|my|our|your)$/.test(wordAt(scene, at - 1))) return null
  // “this past year” runs to now: vague.
  return { to: unitAt + 1, period: scene.publishedOn === null ? null : blur(moveUnit(scene.publishedOn, moved, word), isPast) }
}

/** Both words with a capital, and not all of it: “Last Week Tonight”, but “LAST WEEK”. */
function isTitle(scene: Scene, at: number, unitAt: number): boolean {
  const { words } = scene.syntax
  const unit = words[scene.atoms[unitAt]?.token ?? -1] ?? ''
  return isCapital(scene, at) && isCapital(scene, unitAt) && unit !== unit.toUpperCase()
}

function moveUnit(day: number, by: number, word: string): Period | null {
  const year = yearOf(day)
  if (word === 'week') return weekAround(day, by)
  if (word === 'fortnight') return null
  if (word === 'month') return monthsFrom(year, monthOf(day) + by)
  if (word === 'year') return yearsFrom(year + by)
  const size = word === 'decade' ? 10 : 100
  // “last decade” may be the last ten years or the one before this.
  return blur(yearsFrom((Math.floor((year - (size === 100 ? 1 : 0)) / size) + by) * size + (size === 100 ? 1 : 0), size), by !== 0)
}

function readPieceOf(scene: Scene, from: number): Reading | null {
  const piece = readPiece(scene, from)
  if (!piece) return null
  const whole = readWhole(scene, piece.to, from)
  if (!whole) return null
  const { period } = whole
  if (!period) return { to: whole.to, period: null }
  return { to: whole.to, period: take(piece.part, period, scene.publishedOn, isLimit(scene, from)) }
}

function readPiece(scene: Scene, from: number): { part: Part; to: number } | null {
  const at = skip(scene, from, 'the')
  const word = wordAt(scene, at)
  const edge = EDGES.get(word)
  const half = /^(?:first|second|latter)$/.test(word) && wordAt(scene, at + 1) === 'half' ? at + 2 : at
  if (edge && wordAt(scene, at + 1) === 'of') return { part: edge, to: at + 2 }
  if (wordAt(scene, at + 1) === 'days' && wordAt(scene, at + 2) === 'of' && DAYS.has(word)) return { part: DAYS.get(word) as Part, to: at + 3 }
  if (half > at && wordAt(scene, half) === 'of') return { part: word === 'first' ? 'first half' : 'second half', to: half + 1 }
  if (/^(?:early|mid|late|earlier|later)$/.test(word)) {
    const next = isDash(wordAt(scene, at + 1)) ? at + 2 : at + 1
    return { part: word as Part, to: skip(scene, skip(scene, next, 'in'), 'on') }
  }
  return null
}

/** The period that a piece is taken of; `from`: where the whole expression begins, for its preposition. */
function readWhole(scene: Scene, at: number, from: number): Reading | null {
  const unit = readUnit(scene, at)
  if (unit) return unit
  const point = readPoint(scene, skip(scene, at, 'the')) ?? readBareYear(scene, at)
  if (point) return { to: point.to, period: resolvePoint(point.point, directionOf(scene, from, point.to), scene.publishedOn) }
  return readThisOne(scene, at) ?? readNamed(scene, at)
}

/** “early 2011”, “the end of 2011”: here a number of four digits is a year. */
function readBareYear(scene: Scene, at: number): ReturnType<typeof readPoint> {
  const year = yearIn(wordAt(scene, at))
  return year === null ? null : { to: at + 1, point: { ...NOTHING, year } }
}

/** “the end of the year”: of the year of publication, unless the story is in another year or the verb cannot be meant so. */
function readThisOne(scene: Scene, from: number): Reading | null {
  const previous = skip(scene, from, 'the', 'previous')
  const at = previous > from ? previous : skip(scene, from, 'the')
  const word = wordAt(scene, at)
  if (at === from || !/^(?:week|month|year|decade|century)$/.test(word)) return null
  const { publishedOn } = scene
  if (publishedOn === null) return { to: at + 1, period: null }
  return { to: at + 1, period: isElsewhere(scene, yearOf(publishedOn)) ? null : moveUnit(publishedOn, previous > from ? -1 : 0, word) }
}

/** “by the end of March” names the last day itself. */
function isLimit(scene: Scene, from: number): boolean {
  return /^(?:by|until|till|before|to)$/.test(wordAt(scene, from - 1))
}

/** A piece of a period. Ends, beginnings and middles are told as their day; “early” and “late” as thirds; all of them vague. */
function take(part: Part, period: Period, publishedOn: number | null, isLimit: boolean): Period | null {
  const { first, last, grain } = period
  if (grain === 'day') return period
  if (part === 'end') return onDay(last, !isLimit)
  if (part === 'beginning') return onDay(first, !isLimit)
  if (part === 'earlier') return publishedOn === null || publishedOn < first ? null : between(first, Math.min(last, publishedOn), grain, true)
  if (part === 'later') return publishedOn === null || publishedOn > last ? null : between(Math.max(first, publishedOn), last, grain, true)
  if (grain === 'month') return takeOfMonth(part, period)
  if (grain === 'week') return part === 'early' ? between(first, first + 2, grain, true) : part === 'late' ? between(first + 3, last, grain, true) : null
  if (grain === 'quarter') return /half$/.test(part) ? null : blur(period)
  return takeOfYears(part, period)
}

function takeOfMonth(part: Part, { first, last }: Period): Period | null {
  if (part === 'early') return between(first, first + 9, 'month', true)
  if (part === 'late') return between(first + 20, last, 'month', true)
  if (part === 'first half') return between(first, first + 14, 'month', true)
  if (part === 'second half') return between(first + 15, last, 'month', true)
  return onDay(first + ((last - first + 1) >> 1), true)
}

/** Thirds of a year, decade or century. A half of a year is no grain of ours: unresolved rather than told as a year. */
function takeOfYears(part: Part, { first, last }: Period): Period | null {
  const year = yearOf(first)
  const count = yearOf(last) - year + 1
  if (/half$/.test(part)) return null
  if (count > 1) {
    const third = Math.round(count / 3)
    const from = part === 'early' ? year : part === 'mid' ? year + third : year + 2 * third
    return blur(yearsFrom(from, part === 'late' ? count - 2 * third : third))
  }
  const [from, months] = part === 'early' ? [1, 4] : part === 'mid' ? [6, 2] : [9, 4]
  const period = monthsFrom(year, from, months)
  return period && { ...period, grain: 'year', isApproximate: true }
}

/** “H1 2024”, “fiscal 2024”, “the 2023/24 financial year”: halves and business years are left open, for they begin as each house likes. */
function readHalfCode(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  const word = wordAt(scene, at)
  if (/^h[12]$/.test(word) || /^fy(?:\d\d|\d{4})$/.test(word)) return { to: yearIn(wordAt(scene, at + 1)) === null ? at + 1 : at + 2, period: null }
  if (word === 'fy' && /^\d/.test(wordAt(scene, at + 1))) return { to: at + 2, period: null }
  const business = /^(?:fiscal|financial)$/.test(word) ? at + 1 : at
  const year = business > at ? skip(scene, business, 'year') : at
  if (business > at) return yearIn(wordAt(scene, year)) === null ? null : { to: year + 1, period: null }
  return null
}

/** “the first week of June”: days 1 to 7; “the last week of June”: the last seven; “the week of 4 March”: Monday to Sunday. */
function readWeekOf(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  if (wordAt(scene, at) === 'week' && /^(?:of|beginning|starting)$/.test(wordAt(scene, at + 1)) && at > from) return readWeekWith(scene, at + 2)
  const rank = wordAt(scene, at) === 'last' || wordAt(scene, at) === 'final' ? 5 : (ORDINALS.get(wordAt(scene, at)) ?? 0)
  const of = skip(scene, at + 1, 'week', 'of')
  if (rank < 1 || rank > 5 || of === at + 1) return null
  const whole = readWhole(scene, of, from)
  if (!whole) return null
  const { period } = whole
  if (period?.grain !== 'month') return { to: whole.to, period: null }
  const first = rank === 5 ? period.last - 6 : period.first + 7 * (rank - 1)
  return { to: whole.to, period: between(first, first + 6, 'week', true) }
}

/** “the first Monday of June”, “the last Sunday in January”. */
function readDayOf(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  const rank = wordAt(scene, at) === 'last' || wordAt(scene, at) === 'final' ? 5 : (ORDINALS.get(wordAt(scene, at)) ?? 0)
  const weekday = WEEKDAYS.get(wordAt(scene, at + 1))
  if (rank < 1 || rank > 5 || weekday === undefined || !/^(?:of|in)$/.test(wordAt(scene, at + 2))) return null
  const whole = readWhole(scene, at + 3, from)
  if (whole?.period?.grain !== 'month') return null
  const { first, last } = whole.period
  const day = rank === 5 ? last - ((weekdayOf(last) - weekday + 7) % 7) : first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (rank - 1)
  return { to: whole.to, period: day > last ? null : onDay(day) }
}

/** “by year's end”, “by the month's end”, “by year-end”. */
function readEndOf(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  const word = wordAt(scene, at)
  const end = skip(scene, at + 1, '-') === at + 2 || /^['’]s$/.test(wordAt(scene, at + 1)) ? at + 2 : at
  if (!/^(?:week|month|year)$/.test(word) || end === at || wordAt(scene, end) !== 'end' || scene.publishedOn === null) return null
  const period = isElsewhere(scene, yearOf(scene.publishedOn)) ? null : moveUnit(scene.publishedOn, 0, word)
  return { to: end + 1, period: period && onDay(period.last, !isLimit(scene, from)) }
}

function readWeekWith(scene: Scene, at: number): Reading | null {
  const point = readPoint(scene, at)
  if (!point) return null
  const period = resolvePoint(point.point, directionOf(scene, at, point.to), scene.publishedOn)
  const isDay = period?.grain === 'day' && period.first === period.last && numberDay(yearOf(period.first), 1, 1) !== null
  return { to: point.to, period: isDay ? weekAround(period.first) : null }
}
