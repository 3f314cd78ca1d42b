import { TAG } from '../document/syntax.ts'
import { parseWritten } from './chrono.ts'
import { isCapital, isDash, type Scene, skip, wordAt } from './scene.ts'
import { DAY_PARTS, MONTHS, ORDINALS, WEEKDAYS } from './words.ts'

type Hint = 'last' | 'next' | 'coming' | 'this' | null

/** A day, month or year as it is named, before anybody asks which one is meant. */
export interface Point {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** Last day of “15–20 March”. */
  readonly untilDay: number | null
  readonly weekday: number | null
  readonly hint: Hint
  /** −1, 0, 1: last, this, next week or year, told behind the name (“on Tuesday next week”, “in June last year”). */
  readonly moved: number | null
  /** A form that names no day: 31 June, 5/6/2024. */
  readonly isImpossible: boolean
}

interface PointReading {
  readonly to: number
  readonly point: Point
}

/** A point with nothing told yet. */
export const NOTHING: Point = { year: null, month: null, day: null, untilDay: null, weekday: null, hint: null, moved: null, isImpossible: false }
const HINTS: ReadonlyMap<string, Hint> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['coming', 'coming'],
  ['this', 'this'],
])
/** Words after which a month alone is a month and “May” no name. */
const BEFORE_MONTH = new Set('in since until during through early late mid last next this between of back around'.split(' '))
const BEFORE_SURE_MONTH = new Set('by from to and for before after till - – —'.split(' '))
const PLANNED = new Set('planned scheduled set slated due expected tipped pencilled announced postponed delayed election elections deadline date'.split(' '))
const GATHERINGS = new Set(
  'talk summit meeting election vote poll attack raid strike conference visit trip round session clash coup accord pact truce ceasefire'.split(' '),
)
const BEFORE_YEAR = new Set('in since until till by during from early late mid before after through of around circa year to and between - – —'.split(' '))
const BEFORE_NOUN = new Set("the a an its their his her our 's ’s".split(' '))
/** “Black Friday” is a custom, “the Sunday Herald” a paper. */
const NAMED_DAYS = new Set('black good bloody ash super palm easter holy maundy cyber'.split(' '))
const PAPERS = new Set('times telegraph herald mail express mirror post tribune independent world'.split(' '))
const EVERY = new Set('every each most all any a an except'.split(' '))

/** Reads the day, month or year that begins at an atom; null where none does. */
export function readPoint(scene: Scene, at: number): PointReading | null {
  return readNumeric(scene, at) ?? readWeekday(scene, at) ?? readMonthDay(scene, at, false) ?? readMonth(scene, at) ?? readYear(scene, at)
}

/** “2024-03-14”, “15/8/2004”, “03.05.2024”. Of “5/6/2024” nobody knows which is the month. */
function readNumeric(scene: Scene, at: number): PointReading | null {
  const word = wordAt(scene, at)
  if (/^\d{4}$/.test(word) && isDash(wordAt(scene, at + 1)) && /^\d\d$/.test(wordAt(scene, at + 2)) && wordAt(scene, at + 3) === wordAt(scene, at + 1)) {
    const day = /^\d\d(?=t\d|$)/.exec(wordAt(scene, at + 4))
    return day ? { to: at + 5, point: { ...NOTHING, ...parseWritten(`${word}-${wordAt(scene, at + 2)}-${day[0]}`) } } : null
  }
  const match = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(word)
  if (!match) return null
  const [a, b] = [Number(match[1]), Number(match[3])]
  const isUnclear = a <= 12 && b <= 12 && a !== b
  return { to: at + 1, point: { ...NOTHING, ...(isUnclear ? { isImpossible: true } : parseWritten(word.replaceAll('.', '/'))) } }
}

/** “Wednesday”, “last Friday”, “Tuesday evening”, “Friday, 13 September”, “Thursday of next week”. */
function readWeekday(scene: Scene, from: number): PointReading | null {
  const { at, hint } = readHint(scene, from)
  const weekday = WEEKDAYS.get(wordAt(scene, at))
  if (weekday === undefined || !isWeekday(scene, at)) return null
  const comma = skip(scene, at + 1, ',')
  const dated = readMonthDay(scene, skip(scene, comma, 'the'), true)
  if (dated) return { to: dated.to, point: { ...dated.point, weekday } }
  const to = DAY_PARTS.has(wordAt(scene, at + 1)) ? at + 2 : at + 1
  const moved = readMoved(scene, to, 'week')
  return { to: moved?.to ?? to, point: { ...NOTHING, weekday, hint, moved: moved?.by ?? null } }
}

function isWeekday(scene: Scene, at: number): boolean {
  const word = wordAt(scene, at)
  const before = wordAt(scene, at - 1)
  // “every Monday”, “a Thursday”, “a normal Thursday” are no day of the calendar.
  if (NAMED_DAYS.has(before) || EVERY.has(before) || /^an?$/.test(wordAt(scene, at - 2))) return false
  // “one Monday”, but “talked one on one Monday”
  const first = scene.atoms[at - 1]?.token ?? -1
  if (/^(?:one|some)$/.test(before) && scene.syntax.head[first] === scene.atoms[at]?.token) return false
  if (PAPERS.has(wordAt(scene, at + 1)) && isCapital(scene, at + 1)) return false
  if (word.endsWith('day')) return true
  // “Sat” and “Sun” are words of their own: they need the full stop or “on”.
  const isDotted = (scene.atoms[at]?.end ?? 0) - (scene.atoms[at]?.start ?? 0) > word.length
  return isCapital(scene, at) && (isDotted || before === 'on' || (word !== 'sat' && word !== 'sun' && word !== 'wed' && word !== 'mon'))
}

/** “last”, “this past”, “this coming” before a name. */
function readHint(scene: Scene, from: number): { at: number; hint: Hint } {
  const hint = HINTS.get(wordAt(scene, from))
  if (!hint) return { at: from, hint: null }
  const second = hint === 'this' ? HINTS.get(wordAt(scene, from + 1)) : undefined
  return second ? { at: from + 2, hint: second } : { at: from + 1, hint }
}

/** “next week”, “of last year” behind a name. */
export function readMoved(scene: Scene, from: number, unit: string): { to: number; by: number } | null {
  const at = skip(scene, skip(scene, from, 'of'), 'the')
  const by = { last: -1, this: 0, next: 1, previous: -1 }[wordAt(scene, at)]
  return by !== undefined && wordAt(scene, at + 1) === unit ? { to: at + 2, by } : null
}

/** “15 March 2024”, “March 15-20”, “3 to 5 June”, “the first of May”. The extent is ours, the calendar chrono's. */
function readMonthDay(scene: Scene, from: number, isSure: boolean): PointReading | null {
  const at = skip(scene, from, 'the')
  const found = readDayFirst(scene, at) ?? readMonthFirst(scene, from, isSure)
  if (!found) return null
  const comma = wordAt(scene, found.to) === ',' ? found.to + 1 : wordAt(scene, found.to) === 'of' ? found.to + 1 : found.to
  const year = yearIn(wordAt(scene, comma))
  const moved = year === null ? readMoved(scene, found.to, 'year') : null
  const to = year === null ? (moved?.to ?? found.to) : comma + 1
  return { to, point: { ...NOTHING, ...parseWritten(year === null ? found.text : `${found.text} ${year}`), moved: moved?.by ?? null } }
}

interface Written {
  readonly to: number
  readonly text: string
}

function readDayFirst(scene: Scene, at: number): Written | null {
  const day = readDayNumber(scene, at)
  if (!day) return null
  // “on 3 and 4 March”
  const isNext = Number.parseInt(wordAt(scene, day.to + 1), 10) === Number.parseInt(day.text, 10) + 1
  const until = readUntil(scene, day.to, isNext || wordAt(scene, at - 1) === 'between')
  const of = skip(scene, (until ?? day).to, 'of')
  const month = wordAt(scene, of)
  const isSpelled = Number.isNaN(Number.parseInt(day.text, 10))
  if (!isMonthName(scene, of) || (isSpelled && wordAt(scene, of - 1) !== 'of')) return null
  return { to: of + 1, text: `${day.text}${until ? ` to ${until.text}` : ''} ${month}` }
}

function readMonthFirst(scene: Scene, at: number, isSure: boolean): Written | null {
  if (!isMonthName(scene, at)) return null
  const dashed = isDash(wordAt(scene, at + 1)) ? at + 2 : at + 1
  const day = readDayNumber(scene, skip(scene, dashed, 'the'))
  if (!day || Number.isNaN(Number.parseInt(day.text, 10)) || (!isSure && isCounting(scene, at, day.to - 1))) return null
  const until = readUntil(scene, day.to, wordAt(scene, at - 1) === 'between')
  return { to: (until ?? day).to, text: `${wordAt(scene, at)} ${day.text}${until ? ` to ${until.text}` : ''}` }
}

/** “In May 20 people died”: the number counts the people. */
function isCounting(scene: Scene, month: number, at: number): boolean {
  const token = scene.atoms[at]?.token ?? 0
  return wordAt(scene, month - 1) === 'in' && scene.syntax.head[token] === token + 1 && scene.syntax.upos[token + 1] === TAG.NOUN
}

/** “-20”, “to 5”, but not “to 5 July”. */
function readUntil(scene: Scene, at: number, isBetween: boolean): Written | null {
  const link = wordAt(scene, at)
  if (!isDash(link) && !/^(?:to|through|until|till)$/.test(link) && !(isBetween && link === 'and')) return null
  const day = readDayNumber(scene, skip(scene, at + 1, 'the'))
  return day
}

function readDayNumber(scene: Scene, at: number): Written | null {
  const word = wordAt(scene, at)
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return { to: at + 1, text: word }
  if (ORDINALS.has(word) || word === 'thirtieth') return { to: at + 1, text: word }
  if ((word === 'twenty' || word === 'thirty') && isDash(wordAt(scene, at + 1)) && ORDINALS.has(wordAt(scene, at + 2))) {
    return { to: at + 3, text: `${word}-${wordAt(scene, at + 2)}` }
  }
  return null
}

/** “in March”, “last May”, “March 2024”, “June last year”, “March of that year” is left to the years. */
function readMonth(scene: Scene, from: number): PointReading | null {
  const { at, hint } = readHint(scene, from)
  const month = MONTHS.get(wordAt(scene, at))
  if (month === undefined || !isMonthName(scene, at)) return null
  const link = wordAt(scene, at + 1)
  const next = link === 'of' || link === ',' || isDash(link) ? at + 2 : at + 1
  const year = yearIn(wordAt(scene, next))
  if (year !== null) return { to: next + 1, point: { ...NOTHING, month, year } }
  const moved = readMoved(scene, at + 1, 'year')
  const isSure = hint !== null || moved !== null || BEFORE_MONTH.has(wordAt(scene, at - 1)) || isOwner(scene, at) || isOfGathering(scene, at)
  // “planned for May”, but “a blow for May”, who is a person
  const isPerson = wordAt(scene, at) === 'may' && !PLANNED.has(wordAt(scene, at - 2))
  if (!isSure && (!BEFORE_SURE_MONTH.has(wordAt(scene, at - 1)) || isPerson)) return null
  return { to: moved?.to ?? at + 1, point: { ...NOTHING, month, hint, moved: moved?.by ?? null } }
}

/** “September's attack”; “May's cabinet” is a person's. */
function isOwner(scene: Scene, at: number): boolean {
  const noun = scene.atoms[at + 2]?.token ?? -1
  return /^['’]s$/.test(wordAt(scene, at + 1)) && wordAt(scene, at) !== 'may' && scene.syntax.upos[noun] === TAG.NOUN
}

/** “the July talks”, “the failed May summit”. */
function isOfGathering(scene: Scene, at: number): boolean {
  const { syntax, atoms } = scene
  const token = atoms[at]?.token ?? 0
  const head = syntax.head[token] as number
  return head > token && head <= token + 2 && syntax.upos[head] === TAG.NOUN && GATHERINGS.has(syntax.lemma[head] as string)
}

function isMonthName(scene: Scene, at: number): boolean {
  const word = wordAt(scene, at)
  if (!MONTHS.has(word)) return false
  if (word === 'march' || word === 'may' || word.length <= 4) return isCapital(scene, at) || word === 'june' || word === 'july'
  return true
}

/** “in 2011”, “the 2011 raid”, but not “of 2000 people”, “the 2000 men”. */
function readYear(scene: Scene, at: number): PointReading | null {
  const year = yearIn(wordAt(scene, at))
  if (year === null || year < 1500) return null
  const isYear = isYearOfNoun(scene, at) ? BEFORE_NOUN.has(wordAt(scene, at - 1)) && year >= 1900 && year % 100 > 0 : BEFORE_YEAR.has(wordAt(scene, at - 1))
  return isYear ? { to: at + 1, point: { ...NOTHING, year } } : null
}

/** Whether a year stands before the noun that it describes: “the 2011 raid”. */
export function isYearOfNoun(scene: Scene, at: number): boolean {
  const { syntax, atoms } = scene
  const token = atoms[at]?.token ?? 0
  const head = syntax.head[token] as number
  const isNear = yearIn(wordAt(scene, at)) !== null && head > token && head <= token + 3
  return isNear && syntax.upos[token + 1] !== TAG.PUNCT && (syntax.upos[head] === TAG.NOUN || syntax.upos[head] === TAG.PROPN)
}

/** A year of four digits that news may speak of. */
export function yearIn(word: string): number | null {
  return /^(?:1\d|20|21)\d\d$/.test(word) ? Number(word) : null
}
