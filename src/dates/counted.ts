import { relationOf, TAG } from '../document/syntax.ts'
import { between, blur, monthOf, monthsFrom, moveMonths, onDay, type Period, weekAround, yearOf, yearsFrom } from './calendar.ts'
import { isAhead } from './direction.ts'
import { directionOf, isDash, type Reading, type Scene, skip, wordAt } from './scene.ts'
import { NUMBERS, UNITS, type Unit } from './words.ts'

/** “nearly four years”: how many of which unit; `count` is null for “years”, `isVague` for “several”. */
interface Amount {
  readonly to: number
  readonly count: number | null
  readonly unit: Unit
  readonly isRough: boolean
  readonly isFew: boolean
}

const ROUGH = new Set('about around nearly almost over roughly some approximately barely just under only exactly well'.split(' '))
/** How many “a few” may be at most, for “in the past few days”. */
const FEW = { least: 2, most: 7 }
const PERSONS = new Set('baby infant boy girl child son daughter man woman toddler twin newborn brother sister'.split(' '))
const RANKING = new Set('first last most least worst best highest lowest largest biggest deadliest only'.split(' '))

/** Reads “four years”, “more than a decade”, “a few days”, “two and a half years”, “up to three weeks”. */
export function readAmount(scene: Scene, from: number): Amount | null {
  let at = from
  let isRough = false
  for (let step = 0; step < 3; step++) {
    const past = readRough(scene, at)
    if (past === at) break
    at = past
    isRough = true
  }
  const number = readNumber(scene, at)
  const { count, to, isFew } = number ?? { count: null, to: at, isFew: false }
  const half = skip(scene, to, 'and', 'a', 'half')
  const unit = UNITS.get(wordAt(scene, skip(scene, half, '-')))
  if (!unit || unit.times === 0 || (!number && !wordAt(scene, half).endsWith('s'))) return null
  return { to: skip(scene, half, '-') + 1, count: count === null ? null : count * unit.times, unit: unit.unit, isRough: isRough || half > to || isFew, isFew }
}

function readRough(scene: Scene, at: number): number {
  // “took over a year ago”: the word is the verb's
  const isParticle = relationOf(scene.syntax, scene.atoms[at]?.token ?? 0) === 'compound:prt'
  if (ROUGH.has(wordAt(scene, at))) return isParticle ? at : at + 1
  for (const pair of [
    ['more', 'than'],
    ['less', 'than'],
    ['fewer', 'than'],
    ['at', 'least'],
    ['at', 'most'],
    ['up', 'to'],
  ] as const) {
    const past = skip(scene, at, ...pair)
    if (past > at) return past
  }
  return at
}

function readNumber(scene: Scene, at: number): { count: number | null; to: number; isFew: boolean } | null {
  const word = wordAt(scene, at)
  if (/^\d{1,3}$/.test(word)) return { count: Number(word), to: at + 1, isFew: false }
  if (word === 'several' || word === 'few') return { count: null, to: at + 1, isFew: true }
  if (word === 'half') return /^an?$/.test(wordAt(scene, at + 1)) ? { count: 0.5, to: at + 2, isFew: false } : null
  if (word === 'couple') return { count: 2, to: skip(scene, at + 1, 'of'), isFew: false }
  if (word === 'a' || word === 'an') return readNumberBehindArticle(scene, at + 1)
  const tens = NUMBERS.get(word)
  if (tens === undefined) return null
  const ones = tens >= 20 && isDash(wordAt(scene, at + 1)) ? NUMBERS.get(wordAt(scene, at + 2)) : undefined
  return ones === undefined ? { count: tens, to: at + 1, isFew: false } : { count: tens + ones, to: at + 3, isFew: false }
}

function readNumberBehindArticle(scene: Scene, at: number): { count: number | null; to: number; isFew: boolean } {
  if (wordAt(scene, at) === 'few') return { count: null, to: at + 1, isFew: true }
  if (wordAt(scene, at) === 'couple') return { count: 2, to: skip(scene, at + 1, 'of'), isFew: false }
  if (wordAt(scene, at) === 'dozen') return { count: 12, to: at + 1, isFew: false }
  return { count: 1, to: at, isFew: false }
}

/** The day, week, month or year that lies `count` units away: a year is told as a year, for nobody counts its days. */
export function moveBy(day: number, count: number, unit: Unit): Period | null {
  if (unit === 'hour' || !Number.isFinite(count)) return null
  if (unit === 'day') return Number.isInteger(count) ? onDay(day + count) : null
  if (unit === 'week') return Number.isInteger(count) ? weekAround(day, count) : null
  if (unit === 'year' && !Number.isInteger(count))
    return Math.abs(count) < 1 ? monthsFrom(yearOf(day), monthOf(day) + Math.round(12 * count)) : yearsFrom(Math.round(yearOf(day) + count))
  if (unit === 'year') return yearsFrom(yearOf(day) + count)
  return unit === 'month' && Number.isInteger(count) ? monthsFrom(yearOf(day), monthOf(day) + count) : null
}

/** Times counted from publication: “four years ago”, “in two weeks”, “after four years”, “in the past few days”, “a 5-day-old truce”. */
export function readCounted(scene: Scene, at: number): Reading | null {
  const word = wordAt(scene, at)
  if (word === 'in' || word === 'within' || word === 'after' || word === 'for') return readAhead(scene, at, word)
  return readAgo(scene, at) ?? readStretch(scene, at) ?? readAge(scene, at)
}

function readAgo(scene: Scene, at: number): Reading | null {
  const amount = readAmount(scene, at)
  if (!amount) return null
  const fromNow = skip(scene, amount.to, 'from', 'now')
  const isAgo = wordAt(scene, amount.to) === 'ago'
  if (!isAgo && fromNow === amount.to) return null
  const to = isAgo ? amount.to + 1 : fromNow
  const { publishedOn } = scene
  if (publishedOn === null) return { to, period: null }
  if (amount.count === null) return { to, period: isAgo && amount.isFew ? fewBack(publishedOn, amount.unit, FEW.least) : null }
  return { to, period: tellCounted(publishedOn, isAgo ? -amount.count : amount.count, amount) }
}

function tellCounted(day: number, count: number, amount: Amount): Period | null {
  return blur(moveBy(day, count, amount.unit), amount.unit !== 'day' || amount.isRough)
}

/** “a few days ago”: from seven to two of them back. */
function fewBack(publishedOn: number, unit: Unit, least: number): Period | null {
  const first = shift(publishedOn, -FEW.most, unit)
  const last = shift(publishedOn, -least, unit)
  return first === null || last === null ? null : between(first, last, unit === 'day' ? 'week' : grainOf(unit), true)
}

function shift(day: number, count: number, unit: Unit): number | null {
  if (unit === 'hour') return null
  if (unit === 'day' || unit === 'week') return day + Math.round(count * (unit === 'week' ? 7 : 1))
  return moveMonths(day, Math.round(count * (unit === 'year' ? 12 : 1)))
}

function grainOf(unit: Unit): Period['grain'] {
  return unit === 'hour' ? 'day' : unit
}

/** “the past week”, “past few days”, “the last two years”; “the next ten days”, “the coming weeks” (unresolved). */
function readStretch(scene: Scene, from: number): Reading | null {
  const start = skip(scene, from, 'the')
  const isBack = /^(?:past|last)$/.test(wordAt(scene, start))
  if (!isBack && !/^(?:next|coming|recent)$/.test(wordAt(scene, start))) return null
  // “is due to last several weeks”
  const isVerb = scene.syntax.upos[scene.atoms[start]?.token ?? 0] === TAG.VERB || wordAt(scene, from - 1) === 'to'
  if (wordAt(scene, start) === 'last' && isVerb) return null
  const isOne = UNITS.get(wordAt(scene, start + 1))?.times === 0 ? undefined : UNITS.get(wordAt(scene, start + 1))
  const amount = readAmount(scene, start + 1)
  // “the last week”, “the past year”, but “last week” has its own meaning, and “the last day of the talks” too.
  const isSingle = !amount && isOne && isOne.unit !== 'day' && isBack && (start > from || wordAt(scene, start) === 'past') && wordAt(scene, start + 2) !== 'of'
  if (!amount && !isSingle) return null
  const to = amount ? amount.to : start + 2
  const count = amount ? (amount.count ?? (amount.isFew ? FEW.most : null)) : (isOne?.times ?? null)
  const unit = amount ? amount.unit : (isOne?.unit ?? 'day')
  const { publishedOn } = scene
  // “over the next eight years ties cooled”: counted from a time in the story
  const isOfStory = !isBack && directionOf(scene, from, to) === 'past'
  if (publishedOn === null || count === null || isOfStory || wordAt(scene, start) === 'recent') return { to, period: null }
  const end = shift(publishedOn, isBack ? -count : count, unit)
  if (end === null) return { to, period: null }
  const grain = amount?.isFew && unit === 'day' ? 'week' : grainOf(unit)
  return { to, period: isBack ? between(end, publishedOn, grain, true) : between(publishedOn, end, grain, true) }
}

/** “in two weeks” ahead; “for the first time in a decade”, “after four years” back; “in three days they had …” is a duration. */
function readAhead(scene: Scene, at: number, word: string): Reading | null {
  const amount = readAmount(scene, at + 1)
  if (!amount) return null
  const { publishedOn } = scene
  const isRanked = (word === 'in' || word === 'for') && isRankedBefore(scene, at)
  // “after a year” is a duration more often than a time looked back to.
  const isAfter = word === 'after' && amount.unit === 'year' && (amount.count ?? 0) > 1
  if (word === 'after' && !isAfter) return null
  // “the longest absence was for 29 days”, “kept only for 20 days”
  if (word === 'for' && (!isRanked || /^(?:is|was|were|been|be|lasted|only)$/.test(wordAt(scene, at - 1)))) return null
  if (isAfter && /^(?:ago|earlier|later)$/.test(wordAt(scene, amount.to))) return null
  if (isRanked || isAfter)
    return { to: amount.to, period: publishedOn === null || amount.count === null ? null : tellCounted(publishedOn, -amount.count, amount) }
  const time = wordAt(scene, amount.to + 1) === 'time' && /^['’]s?$/.test(wordAt(scene, amount.to)) ? amount.to + 2 : amount.to
  const isTime = time > amount.to
  if (!isTime && !isAhead(directionOf(scene, at + 1, amount.to))) return null
  if (publishedOn === null || amount.count === null) return { to: time, period: null }
  if (word === 'in') return { to: time, period: tellCounted(publishedOn, amount.count, { ...amount, isRough: true }) }
  // “within ten days of a final deal”: counted from the deal
  if (wordAt(scene, time) === 'of' || wordAt(scene, time) === 'after') return { to: time, period: null }
  const end = shift(publishedOn, amount.count, amount.unit)
  return { to: time, period: end === null ? null : between(publishedOn, end, grainOf(amount.unit), true) }
}

/** “the first visit in four years”, “the deadliest raid in a decade”. */
function isRankedBefore(scene: Scene, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 9; i--) {
    const token = scene.atoms[i]?.token ?? 0
    const word = wordAt(scene, i)
    if (RANKING.has(word) || (scene.syntax.upos[token] === TAG.ADJ && /[a-z]{3}est$/.test(word))) return true
  }
  return false
}

/** “a 5-day-old truce” began five days ago; “a 43-year-old”, “a three-week-old baby” tell an age. */
function readAge(scene: Scene, at: number): Reading | null {
  const amount = readAmount(scene, at)
  if (!amount || amount.count === null || (amount.unit !== 'day' && amount.unit !== 'week') || !isDash(wordAt(scene, amount.to - 2))) return null
  const to = skip(scene, amount.to, '-', 'old')
  const token = scene.atoms[to]?.token ?? -1
  if (to === amount.to || PERSONS.has(scene.syntax.lemma[token] ?? '')) return null
  return { to, period: scene.publishedOn === null ? null : tellCounted(scene.publishedOn, -amount.count, amount) }
}
