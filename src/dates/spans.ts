import { between, blur, type Period, yearOf, yearsFrom } from './calendar.ts'
import { type Point, readPoint, yearIn } from './points.ts'
import { resolvePoint, resolveSpan } from './resolve.ts'
import { directionOf, isAttribute, isDash, isElsewhere, type Reading, type Scene, skip, wordAt } from './scene.ts'

/** “15 March”, “Wednesday”, “from 3 to 5 June”, “between March and May”, “2011–2015”: one point or two. */
export function readPoints(scene: Scene, at: number): Reading | null {
  const opening = wordAt(scene, at)
  const isOpened = opening === 'from' || opening === 'between'
  const start = isOpened ? skip(scene, at + 1, 'the') : at
  const first = readPoint(scene, start)
  if (!first) return isOpened ? null : readYears(scene, at)
  const link = wordAt(scene, first.to)
  const isLinked = isDash(link) || /^(?:to|through|until|till)$/.test(link) || (opening === 'between' && link === 'and')
  const second = isLinked ? readPoint(scene, skip(scene, first.to + 1, 'the')) : null
  if (second && isPair(first.point, second.point)) {
    const direction = directionOf(scene, start, second.to)
    return { to: second.to, period: resolveSpan(first.point, second.point, direction, scene.publishedOn) }
  }
  if (isOpened && first.point.untilDay === null) return null
  return { to: first.to, period: resolveOne(scene, first.point, start, first.to) }
}

function resolveOne(scene: Scene, point: Point, from: number, to: number): Period | null {
  const isBefore = point.day !== null && isAttribute(scene, from, to)
  // “the Sept. 11 attacks” have become the name of those of 2001, but a raid of this year may bear it too.
  if (isBefore && point.year === null && point.month === 9 && point.day === 11) return null
  const direction = isBefore ? 'unclear' : directionOf(scene, from, to)
  const period = resolvePoint(point, direction, scene.publishedOn)
  const isYearTold = point.year !== null || point.moved !== null || point.month === null
  return blur(period, !isYearTold && period !== null && isElsewhere(scene, yearOf(period.first)))
}

/** Only like and like make a span: “from Monday to Friday”, not “from Monday to 2011”. */
function isPair(a: Point, b: Point): boolean {
  if (b.hint !== null || a.untilDay !== null || b.untilDay !== null || a.moved !== null || b.moved !== null) return false
  return (
    (a.month === null) === (b.month === null) && (a.day === null) === (b.day === null) && (a.month !== null || (a.weekday === null) === (b.weekday === null))
  )
}

/** “2019-20”, “2011–2015”, “2023/24”: years that need no preposition, for they stand together. */
function readYears(scene: Scene, at: number): Reading | null {
  const slashed = /^((?:19|20)\d\d)\/(\d\d)$/.exec(wordAt(scene, at))
  const year = slashed ? Number(slashed[1]) : yearIn(wordAt(scene, at))
  const end = slashed ? slashed[2] : isDash(wordAt(scene, at + 1)) ? wordAt(scene, at + 2) : undefined
  if (year === null || year < 1500 || !end || !/^(?:\d\d|\d{4})$/.test(end)) return null
  const until = end.length === 2 ? Math.floor(year / 100) * 100 + Number(end) : Number(end)
  const to = slashed ? at + 1 : at + 3
  // A season or business year (“2023/24”) begins and ends somewhere within: vague.
  const isOneYear = until === year + 1 && end.length === 2
  if (until <= year || until - year > 200 || /^[-–—]?\d/.test(wordAt(scene, to)) || isDash(wordAt(scene, to))) return null
  return { to, period: spanYears(year, until, isOneYear) }
}

function spanYears(from: number, to: number, isApproximate: boolean): Period | null {
  const first = yearsFrom(from)
  const last = yearsFrom(to)
  return first && last && between(first.first, last.last, 'year', isApproximate)
}
