import { TAG } from '../document/syntax.ts'
import { blur, monthOf, monthsFrom, type Period, weekAround, weekdayOf, yearOf, yearsFrom } from './calendar.ts'
import { moveBy, readAmount } from './counted.ts'
import { isAhead } from './direction.ts'
import { directionOf, type Reading, type Scene, skip, type Told, wordAt } from './scene.ts'
import { DAY_PARTS, MONTHS, SEASONS, UNITS, type Unit, WEEKDAYS } from './words.ts'

/** Sentences back in which the date counted from may stand. */
const RECALL = 3
/** Which grain a date must have to be counted from in a unit: no days from a month. */
const COUNTS_FROM: Readonly<Record<Unit, readonly Period['grain'][]>> = {
  hour: [],
  day: ['day'],
  week: ['day', 'week'],
  month: ['day', 'month'],
  quarter: [],
  year: ['day', 'month', 'quarter', 'year'],
}
const GATHERINGS = new Set('talk meeting summit negotiation conference round meet agree discuss negotiate confer convene'.split(' '))

type ReadInner = (scene: Scene, at: number) => Reading | null

/** Times counted from another one: “two days later”, “the day before”, “a week before March 10”, “that year”, “the eve of the talks”. */
export function readAnchored(scene: Scene, at: number, readInner: ReadInner): Reading | null {
  return readEve(scene, at) ?? readDistance(scene, at, readInner) ?? readNeighbour(scene, at) ?? readWeekdayNear(scene, at) ?? readSame(scene, at)
}

/** “two days later”, “a week earlier”, “the day before”, “two days after the vote”; but “the year before last” is counted from now. */
function readDistance(scene: Scene, from: number, readInner: ReadInner): Reading | null {
  const amount = wordAt(scene, from) === 'the' ? readOne(scene, from + 1) : readAmount(scene, from)
  if (!amount) return null
  const link = wordAt(scene, amount.to)
  const isBack = /^(?:earlier|before|previously)$/.test(link)
  if ((!isBack && !/^(?:later|after|afterwards)$/.test(link)) || isBeforeLast(scene, amount.to + 1)) return null
  if (wordAt(scene, from) === 'the' && /^(?:previously|afterwards)$/.test(link)) return null
  const to = amount.to + 1
  const count = amount.count === null ? null : isBack ? -amount.count : amount.count
  // “three weeks after that”
  if (/^(?:that|this)$/.test(wordAt(scene, to)) && isEnd(scene, to + 1) && count !== null)
    return { ...countFromTold(scene, from, to, count, amount.unit, amount.isRough), to: to + 1 }
  if ((link === 'before' || link === 'after') && hasObject(scene, to)) return readObject(scene, to, count, amount.unit, readInner)
  if (wordAt(scene, to) === 'than') return null
  return count === null ? { to, period: null } : countFromTold(scene, from, to, count, amount.unit, amount.isRough)
}

function readOne(scene: Scene, at: number): { to: number; count: number | null; unit: Unit; isRough: boolean } | null {
  // “the next morning”
  if (DAY_PARTS.has(wordAt(scene, at))) return { to: at + 1, count: 1, unit: 'day', isRough: false }
  const unit = UNITS.get(wordAt(scene, at))
  return unit && unit.times > 0 && !wordAt(scene, at).endsWith('s') ? { to: at + 1, count: unit.times, unit: unit.unit, isRough: false } : null
}

function isEnd(scene: Scene, at: number): boolean {
  const token = scene.atoms[at]?.token
  return token === undefined || scene.syntax.upos[token] === TAG.PUNCT
}

/** “the year before last”, not “a week before last Friday”. */
function isBeforeLast(scene: Scene, at: number): boolean {
  const next = wordAt(scene, at + 1)
  return wordAt(scene, at) === 'last' && !WEEKDAYS.has(next) && !MONTHS.has(next) && !SEASONS.has(next) && !UNITS.has(next)
}

/** Whether “before” and “after” go on: “a day before the vote”, “a day after he left”. */
function hasObject(scene: Scene, at: number): boolean {
  const token = scene.atoms[at]?.token
  return token !== undefined && scene.syntax.upos[token] !== TAG.PUNCT && !/^(?:and|but|when|,|in|on|at|as)$/.test(wordAt(scene, at))
}

/** Counted from a date that stands right behind, or from that of an act told before; otherwise nobody knows. */
function readObject(scene: Scene, at: number, count: number | null, unit: Unit, readInner: ReadInner): Reading {
  const behind = skip(scene, at, 'the')
  const inner = readInner(scene, behind) ?? (behind > at ? readInner(scene, at) : null)
  if (inner) return { to: inner.to, period: inner.period && count !== null ? countFrom(inner.period, count, unit) : null, ...dayOf(inner.period) }
  const act = findAct(scene, at)
  return { to: at, period: act && count !== null ? blur(countFrom(act.period, count, unit)) : null, ...dayOf(act?.period) }
}

function dayOf(period: Period | null | undefined): { from?: number } {
  return period ? { from: period.first } : {}
}

function countFrom(period: Period, count: number, unit: Unit): Period | null {
  if (unit === 'week' && period.grain === 'day') return moveBy(period.first, 7 * count, 'day')
  if (!COUNTS_FROM[unit].includes(period.grain) || (unit === 'day' && period.first !== period.last)) return null
  const isRounded = unit !== 'day' && unit !== period.grain
  return blur(moveBy(period.first, count, unit), isRounded || period.isApproximate)
}

/** The date told before from which an expression is counted: the last one that fits, sayings only where there is no other. */
function countFromTold(scene: Scene, from: number, to: number, count: number, unit: Unit, isRough: boolean): Reading {
  const isPast = !isAhead(directionOf(scene, from, to))
  for (const isOfSaying of [false, true]) {
    for (const told of recall(scene)) {
      if (told.isOfSaying !== isOfSaying) continue
      const period = countFrom(told.period, count, unit)
      if (!period) continue
      // What fits is the nearest; where that cannot be meant, an earlier one would be a guess.
      const isLater = isPast && scene.publishedOn !== null && period.first > scene.publishedOn
      return { to, period: isLater ? null : blur(period, isRough), from: told.period.first }
    }
  }
  return { to, period: null }
}

function recall(scene: Scene): Told[] {
  const found: Told[] = []
  for (let n = scene.told.length - 1; n >= 0 && found.length < 8; n--) {
    const told = scene.told[n] as Told
    if (scene.sentence - told.sentence > RECALL) break
    found.push(told)
  }
  return found
}

/** “the next day”, “the following week”, “the previous year”: from the date told before; “the previous year” also from publication. */
function readNeighbour(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  const word = wordAt(scene, at)
  const isBack = word === 'previous' || word === 'preceding'
  const one = isBack || word === 'following' || (word === 'next' && at > from) ? readOne(scene, at + 1) : null
  if (!one || at === from || one.count === null) return null
  const told = countFromTold(scene, from, one.to, isBack ? -one.count : one.count, one.unit, false)
  if (told.period || !isBack || one.unit === 'day' || scene.publishedOn === null) return told
  return { to: one.to, period: moveBy(scene.publishedOn, -one.count, one.unit) }
}

/** “the following Monday”, “the previous Friday”, “that Tuesday”: the one next to the day told before, or of its week. */
function readWeekdayNear(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  const word = wordAt(scene, at)
  const isSame = word === 'that' && at === from
  if (!isSame && (at === from || !/^(?:following|next|previous|preceding)$/.test(word))) return null
  const weekday = WEEKDAYS.get(wordAt(scene, at + 1))
  if (weekday === undefined) return null
  const to = DAY_PARTS.has(wordAt(scene, at + 2)) ? at + 3 : at + 2
  const told = recall(scene).find(({ period }) => period.grain === 'day' || period.grain === 'week')
  if (!told) return { to, period: null }
  const { first, last, grain } = told.period
  const ahead = (weekday - weekdayOf(last) + 7) % 7 || 7
  const back = (weekdayOf(first) - weekday + 7) % 7 || 7
  const inWeek = grain === 'week' ? first + weekday : weekdayOf(first) === weekday ? first : null
  const day = isSame ? inWeek : /^(?:following|next)$/.test(word) ? last + ahead : first - back
  return { to, period: day === null ? null : moveBy(day, 0, 'day'), from: first }
}

/** “that day”, “the same week”: the period of the date told before. */
function readSame(scene: Scene, from: number): Reading | null {
  const same = skip(scene, from, 'the', 'same')
  const at = same > from ? same : skip(scene, from, 'that')
  const one = at > from ? readOne(scene, at) : null
  if (one?.count !== 1) return null
  // “the same night that they dined in Asel”: told by what follows, not before
  if (/^(?:that|as|when)$/.test(wordAt(scene, one.to))) return { to: one.to, period: null }
  const told = recall(scene).find((each) => COUNTS_FROM[one.unit].includes(each.period.grain))
  if (!told || (one.unit === 'day' && told.period.first !== told.period.last)) return { to: one.to, period: null }
  return { to: one.to, period: around(told.period.first, one.unit, told.period.isApproximate), from: told.period.first }
}

function around(day: number, unit: Unit, isApproximate: boolean): Period | null {
  if (unit === 'day') return moveBy(day, 0, 'day')
  const period = unit === 'week' ? weekAround(day) : unit === 'month' ? monthsFrom(yearOf(day), monthOf(day)) : yearsFrom(yearOf(day))
  return blur(period, isApproximate)
}

/** “on the eve of the talks”: the day before, if the article told when they were. */
function readEve(scene: Scene, from: number): Reading | null {
  const at = skip(scene, from, 'the')
  if (wordAt(scene, at) !== 'eve' || wordAt(scene, at + 1) !== 'of') return null
  const act = findAct(scene, at + 2)
  return { to: nounBehind(scene, at + 2) + 1, period: act ? blur(countFrom(act.period, -1, 'day')) : null, ...dayOf(act?.period) }
}

/** The first date that was told for the act named at an atom: the same word, or for talks and summits any word for a gathering. */
function findAct(scene: Scene, at: number): Told | null {
  const token = scene.atoms[nounBehind(scene, at)]?.token ?? -1
  const lemma = scene.syntax.lemma[token] ?? ''
  if (!lemma || scene.syntax.upos[token] !== TAG.NOUN) return null
  const same = scene.acts.get(lemma)
  if (same || !GATHERINGS.has(lemma)) return same ?? null
  let first: Told | null = null
  for (const act of GATHERINGS) {
    const told = scene.acts.get(act)
    if (told && told.sentence < (first?.sentence ?? Number.POSITIVE_INFINITY)) first = told
  }
  return first
}

/** The atom of the noun that a phrase is about: the last noun of the first run of nouns. */
function nounBehind(scene: Scene, at: number): number {
  let noun = at
  for (let i = at; i < at + 5 && i < scene.atoms.length; i++) {
    const upos = scene.syntax.upos[scene.atoms[i]?.token ?? 0]
    if (upos === TAG.NOUN) noun = i
    else if (scene.syntax.upos[scene.atoms[noun]?.token ?? 0] === TAG.NOUN && noun >= at && i > noun) break
  }
  return noun
}
