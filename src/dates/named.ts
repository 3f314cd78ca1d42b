import { TAG } from '../document/syntax.ts'
import { blur, monthOf, monthsFrom, onDay, type Period, seasonOf, weekAround, yearOf, yearsFrom } from './calendar.ts'
import { type Direction, isAhead, isBehind } from './direction.ts'
import { NOTHING, readMoved, yearIn } from './points.ts'
import { resolvePoint } from './resolve.ts'
import { directionOf, isAttribute, isCapital, isDash, isElsewhere, type Reading, type Scene, skip, wordAt } from './scene.ts'
import { DAY_PARTS, DECADES, FEASTS, ORDINALS, SEASONS, WEEKDAYS } from './words.ts'

/** Words after which a season alone is a time: “in the spring”, “by autumn”. */
const BEFORE_SEASON = new Set('in by until till since during before through early late mid early this'.split(' '))

/** Periods with names of their own: seasons, quarters, decades, centuries, weekends, feasts; and days told by their distance. */
export function readNamed(scene: Scene, at: number): Reading | null {
  return readDayWord(scene, at) ?? readWeekend(scene, at) ?? readSeason(scene, at) ?? readQuarter(scene, at) ?? readDecade(scene, at) ?? readFeast(scene, at)
}

/** “yesterday evening”, “earlier today”, “this morning”, “last night”, “the day before yesterday”, “overnight” (into the day of publication). */
function readDayWord(scene: Scene, from: number): Reading | null {
  const at = /^(?:earlier|later|late|early)$/.test(wordAt(scene, from)) ? from + 1 : from
  const far = skip(scene, skip(scene, at, 'the'), 'day', 'before', 'yesterday')
  if (far > at + 1) return tellDay(scene, far, -2)
  const farther = skip(scene, skip(scene, at, 'the'), 'day', 'after', 'tomorrow')
  if (farther > at + 1) return tellDay(scene, farther, 2)
  const word = wordAt(scene, at)
  const isPart = DAY_PARTS.has(wordAt(scene, at + 1))
  if (word === 'this' && isPart) return tellDay(scene, at + 2, 0)
  if (word === 'last' && wordAt(scene, at + 1) === 'night') return tellDay(scene, at + 2, -1)
  // “overnight Friday” is the Friday; “overnight stay”, “overnight to Tuesday” name no day.
  if (word === 'overnight') return isOwnTime(scene, at) ? tellDay(scene, at + 1, -1) : null
  // A newspaper.
  if (word === 'today' && wordAt(scene, at - 1) === 'usa') return null
  const by = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }[word]
  return by === undefined ? null : tellDay(scene, isPart ? at + 2 : at + 1, by)
}

function tellDay(scene: Scene, to: number, by: number): Reading {
  return { to, period: scene.publishedOn === null ? null : onDay(scene.publishedOn + by) }
}

function isOwnTime(scene: Scene, at: number): boolean {
  const token = scene.atoms[at]?.token ?? 0
  const upos = scene.syntax.upos[token]
  const next = scene.syntax.upos[token + 1]
  if (next === TAG.PROPN && !WEEKDAYS.has(wordAt(scene, at + 1))) return false
  return upos !== TAG.ADJ && next !== TAG.NOUN && next !== TAG.ADJ && !/^(?:to|into)$/.test(wordAt(scene, at + 1))
}

/** “this weekend”, “over the weekend”: Saturday and Sunday. */
function readWeekend(scene: Scene, from: number): Reading | null {
  const hint = /^(?:this|last|next|past|coming)$/.test(wordAt(scene, from)) ? wordAt(scene, from) : null
  const at = hint ? skip(scene, from + 1, 'past') : skip(scene, from, 'the')
  if (at === from || wordAt(scene, at) !== 'weekend') return null
  const { publishedOn } = scene
  const far = skip(scene, at + 1, 'before', 'last')
  if (far > at + 1) return { to: far, period: publishedOn === null ? null : weekendIn(publishedOn, -2) }
  if (publishedOn === null) return { to: at + 1, period: null }
  const direction = directionOf(scene, from, at + 1)
  const saturday = weekAround(publishedOn).first + 5
  const isOn = publishedOn >= saturday
  const isLast = hint === 'last' || hint === 'past' || (!isOn && (hint === 'this' ? isBehind(direction) : hint === null && !isAhead(direction)))
  const first = isLast ? saturday - 7 : hint === 'next' && isOn ? saturday + 7 : hint === 'next' ? saturday + 7 : saturday
  if (hint === null && direction === 'unclear' && !isOn) return { to: at + 1, period: null }
  return { to: at + 1, period: { first, last: first + 1, grain: 'day', isApproximate: hint === 'next' && !isOn } }
}

function weekendIn(day: number, weeks: number): Period {
  const saturday = weekAround(day, weeks).first + 5
  return { first: saturday, last: saturday + 1, grain: 'day', isApproximate: false }
}

/** “this spring”, “last winter”, “the summer of 2020”, “by autumn”. */
function readSeason(scene: Scene, from: number): Reading | null {
  const start = skip(scene, from, 'the')
  const hint = /^(?:this|last|next|past|coming)$/.test(wordAt(scene, start)) ? wordAt(scene, start) : null
  const at = hint ? skip(scene, start + 1, 'past') : start
  const season = SEASONS.get(wordAt(scene, at))
  if (season === undefined) return null
  const year = yearIn(wordAt(scene, skip(scene, at + 1, 'of')))
  const to = year === null ? at + 1 : skip(scene, at + 1, 'of') + 1
  // “the winter of 2023” begins or ends in 2023.
  if (year !== null) return { to, period: season === 3 ? null : seasonOf(year, season) }
  const isBare = hint === null
  if (isBare && (wordAt(scene, at) === 'fall' || !BEFORE_SEASON.has(wordAt(scene, from - 1)))) return null
  const token = scene.atoms[at]?.token ?? 0
  // “during the Winter Games”
  const isOfName = isBare && isCapital(scene, at) && isCapital(scene, at + 1)
  if (scene.syntax.upos[token] === TAG.VERB || isOfName) return null
  const moved = readMoved(scene, at + 1, 'year')
  // “the spring of next year”
  if (moved) return { to: moved.to, period: scene.publishedOn === null || season === 3 ? null : seasonOf(yearOf(scene.publishedOn) + moved.by, season) }
  return { to, period: scene.publishedOn === null ? null : pickSeason(season, hint, directionOf(scene, from, to), scene.publishedOn) }
}

function pickSeason(season: number, hint: string | null, direction: Direction, publishedOn: number): Period | null {
  const year = yearOf(publishedOn)
  const all = [-2, -1, 0, 1].map((by) => seasonOf(year + by, season)).filter((period) => period !== null)
  const now = all.find((period) => period.first <= publishedOn && period.last >= publishedOn)
  const past = all.filter((period) => period.last < publishedOn).at(-1) ?? null
  const future = all.find((period) => period.first > publishedOn) ?? null
  if (hint === 'last' || hint === 'past') return past
  if (hint === 'next' || hint === 'coming') return future
  if (now) return now
  if (isAhead(direction)) return future
  if (isBehind(direction) || direction === 'promised') return past
  // “this spring” without a verb: the one of the year.
  return hint === 'this' ? (all.find((period) => yearOf(period.first) === year) ?? null) : null
}

/** “the first quarter of 2024”, “Q1”, “last quarter”. Business years that do not begin in January are not known to us. */
function readQuarter(scene: Scene, from: number): Reading | null {
  const start = skip(scene, from, 'the')
  const word = wordAt(scene, start)
  const short = /^q([1-4])$/.exec(word)
  const ranked = wordAt(scene, start + 1) === 'quarter' ? (word === 'final' ? 4 : (ORDINALS.get(word) ?? 0)) : 0
  const hinted = wordAt(scene, start + 1) === 'quarter' && start === from ? { last: -1, this: 0, next: 1 }[word] : undefined
  const { publishedOn } = scene
  if (hinted !== undefined)
    return { to: start + 2, period: publishedOn === null ? null : monthsFrom(yearOf(publishedOn), quarterMonth(publishedOn) + 3 * hinted, 3) }
  const quarter = short ? Number(short[1]) : ranked <= 4 ? ranked : 0
  if (quarter === 0) return null
  const to = short ? start + 1 : start + 2
  const linked = isDash(wordAt(scene, to)) || wordAt(scene, to) === 'of' ? to + 1 : to
  const year = yearIn(wordAt(scene, linked))
  if (year !== null) return { to: linked + 1, period: monthsFrom(year, 3 * quarter - 2, 3) }
  const by = { this: 0, the: 0, last: -1, next: 1 }[wordAt(scene, linked)]
  const isMoved = by !== undefined && wordAt(scene, linked + 1) === 'year'
  if (publishedOn === null) return { to: isMoved ? linked + 2 : to, period: null }
  if (isMoved) return { to: linked + 2, period: monthsFrom(yearOf(publishedOn) + by, 3 * quarter - 2, 3) }
  const period = pickQuarter(quarter, directionOf(scene, from, to), publishedOn)
  return { to, period: blur(period, period !== null && isElsewhere(scene, yearOf(period.first))) }
}

function quarterMonth(day: number): number {
  return 3 * Math.floor((monthOf(day) - 1) / 3) + 1
}

function pickQuarter(quarter: number, direction: Direction, publishedOn: number): Period | null {
  const all = [-1, 0, 1].map((by) => monthsFrom(yearOf(publishedOn) + by, 3 * quarter - 2, 3)).filter((period) => period !== null)
  if (isAhead(direction)) return all.find((period) => period.last >= publishedOn) ?? null
  return isBehind(direction) ? (all.filter((period) => period.first <= publishedOn).at(-1) ?? null) : null
}

/** “the 1990s”, “the '90s”, “the nineties”, “the 19th century”. “A 19th-century treaty” tells no time of what happens. */
function readDecade(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  const word = wordAt(scene, at)
  const full = /^(1\d|20)(\d)0s$/.exec(word)
  if (full) return { to: at + 1, period: yearsFrom(Number(`${full[1]}${full[2]}0`), 10) }
  const isNamed = at > from || /^(?:early|mid|late|-)$/.test(wordAt(scene, from - 1))
  const short = /^['’]?([2-9])0s$/.exec(word)
  const decade = short ? 1900 + 10 * Number(short[1]) : DECADES.get(word)
  if (isNamed && decade !== undefined && !/^(?:his|her|their)$/.test(wordAt(scene, at - 1))) return { to: at + 1, period: yearsFrom(decade, 10) }
  if (wordAt(scene, at + 1) !== 'century' || wordAt(scene, at + 2) === 'bc') return null
  const century = /^\d{1,2}(?:st|nd|rd|th)$/.test(word) ? Number.parseInt(word, 10) : (ORDINALS.get(word) ?? 0)
  return century >= 1 && century <= 22 && isNamed ? { to: at + 2, period: yearsFrom(100 * century - 99, 100) } : null
}

/** Feasts with a fixed day; movable ones are left unresolved. */
function readFeast(scene: Scene, at: number): Reading | null {
  const word = wordAt(scene, at)
  if (word === 'new') {
    const name = `new ${wordAt(scene, at + 1)}${wordAt(scene, at + 2)} ${wordAt(scene, at + 3)}`
    return FEASTS.has(name) ? tellFeast(scene, at, at + 4, name) : null
  }
  const name = `${word} ${wordAt(scene, at + 1)}`
  if (FEASTS.has(name)) return tellFeast(scene, at, at + 2, name)
  const start = /^(?:last|next|this)$/.test(word) ? at + 1 : at
  return /^(?:ramadan|easter|christmas|thanksgiving)$/.test(wordAt(scene, start)) && !/day$/.test(wordAt(scene, start + 1))
    ? { to: start + 1, period: null }
    : null
}

function tellFeast(scene: Scene, from: number, to: number, name: string): Reading {
  const [month, day] = FEASTS.get(name) as readonly [number, number]
  // “called for calm in a New Year's Day address”: the address may lie behind, whatever was called for
  const direction = isAttribute(scene, from, to) ? 'unclear' : directionOf(scene, from, to)
  return { to, period: resolvePoint({ ...NOTHING, month, day }, direction, scene.publishedOn) }
}
