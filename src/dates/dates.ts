import type { EventDate } from '../document/news-event.ts'
import type { Syntax } from '../document/syntax.ts'
import { QuoteState, type Tokens } from '../document/tokens.ts'
import { indexAt } from '../document/words.ts'
import { readAnchored } from './anchored.ts'
import { type Atom, findWindows } from './atoms.ts'
import { parseDay, printDay } from './calendar.ts'
import { readCounted } from './counted.ts'
import { readNamed } from './named.ts'
import { readPart, readUnit } from './parts.ts'
import { isYearOfNoun } from './points.ts'
import { type DateReason, type Expression, tellReason } from './reasons.ts'
import { type Reading, type Scene, wordAt } from './scene.ts'
import { readPoints } from './spans.ts'
import { type Memory, noteTold } from './told.ts'
import { isOpening } from './words.ts'

export type { DateReason } from './reasons.ts'

/** A place, perhaps of several words, and a date. */
const DATELINE_TOKENS = 10
/** Prepositions that an expression is found by but that are no part of it: “in [two weeks]”. */
const LEADS = new Set(['in', 'within', 'after', 'for'])

/**
 * Every expression of time that a fact of the article could have, in text order and apart from each other, resolved against the day of
 * publication. Where that day is missing, or the words leave it open, `start` and `end` are null. Durations, ages and clock times are none.
 */
export function findDates(tokens: Tokens, syntax: Syntax, publishedOn: string | null): EventDate[] {
  const found: EventDate[] = []
  scanDates(tokens, syntax, publishedOn, (_, date) => found.push(date))
  return found
}

/** Why each expression was read as it was, in the order of `findDates`: for those who ask, at the price of reading once more. */
export function explainDates(tokens: Tokens, syntax: Syntax, publishedOn: string | null): DateReason[] {
  const reasons: DateReason[] = []
  scanDates(tokens, syntax, publishedOn, (expression, date) => reasons.push(tellReason(expression, date)))
  return reasons
}

function scanDates(tokens: Tokens, syntax: Syntax, publishedOn: string | null, take: (expression: Expression, date: EventDate) => void): void {
  const memory: Memory = { told: [], acts: new Map() }
  const published = parseDay(publishedOn)
  for (const atoms of findWindows(tokens, syntax)) {
    const sentence = indexAt(tokens.sentences, (atoms[0] as Atom).token)
    const scene: Scene = { atoms, syntax, publishedOn: published, sentence, ...memory }
    for (let at = 0; at < atoms.length; at++) {
      if (!isOpening(wordAt(scene, at))) continue
      const reading = readExpression(scene, at)
      if (!reading) continue
      const from = at
      at = reading.to - 1
      if (isDateline(tokens, scene, reading.to)) continue
      const first = LEADS.has(wordAt(scene, from)) ? from + 1 : from
      take({ scene, from, reading }, tellDate(tokens, scene, first, reading))
      // “the 2011 raid” does not take the story into another year
      if (reading.period && !(reading.to === first + 1 && isYearOfNoun(scene, first))) noteTold(memory, scene, first, reading.to, reading.period)
    }
  }
}

/** “PORT ASEL, Aug 15 (Norda) --”: when the report was sent, no time of what it tells. */
function isDateline(tokens: Tokens, scene: Scene, to: number): boolean {
  const { token, end } = scene.atoms[to - 1] as Atom
  const start = tokens.paragraphs[indexAt(tokens.paragraphs, token)] as number
  return (
    token - start <= DATELINE_TOKENS &&
    /^\s*(?:\([^()\n]{1,60}\)\s*)?(?:[–—-]{1,2})\s/.test(tokens.text.slice(end, end + 80)) &&
    /^\S+[^.!?]*,\s/.test(tokens.text.slice(tokens.start[start], end))
  )
}

/** Reads the expression that begins at an atom: one counted from another, or a plain one. */
function readExpression(scene: Scene, at: number): Reading | null {
  return readAnchored(scene, at, readPlain) ?? readPlain(scene, at)
}

/** The longest way to read an expression that is not counted from another one; the order decides only between readings of one length. */
function readPlain(scene: Scene, at: number): Reading | null {
  let best: Reading | null = null
  for (const read of [readPart, readUnit, readPoints, readNamed, readCounted, readVague]) {
    const reading = read(scene, at)
    if (reading && reading.to > (best?.to ?? at)) best = reading
  }
  return best
}

/** “recently”, “soon”: a time, but nobody can know which. */
function readVague(scene: Scene, at: number): Reading | null {
  const word = wordAt(scene, at)
  // “as recently as 1980”
  if (word === 'recently' || word === 'lately') return wordAt(scene, at + 1) === 'as' ? null : { to: at + 1, period: null }
  if (word !== 'soon' || /^(?:as|too|how)$/.test(wordAt(scene, at - 1)) || /^(?:as|after)$/.test(wordAt(scene, at + 1))) return null
  return { to: at + 1, period: null }
}

function tellDate(tokens: Tokens, scene: Scene, first: number, { to, period }: Reading): EventDate {
  const span = { start: (scene.atoms[first] as Atom).start, end: (scene.atoms[to - 1] as Atom).end }
  if (!period) return { span, start: null, end: null, grain: 'day', status: 'unresolved' }
  const isVague = period.isApproximate || (period.grain === 'day' && isSpokenDay(tokens, scene, first, to))
  return { span, start: printDay(period.first), end: printDay(period.last), grain: period.grain, status: isVague ? 'approximate' : 'exact' }
}

/** “We agreed today”, said in a quotation: the day of speaking may lie before that of publication. */
function isSpokenDay(tokens: Tokens, scene: Scene, first: number, to: number): boolean {
  const state = tokens.quoteState[(scene.atoms[first] as Atom).token] as number
  if (state === QuoteState.outside) return false
  for (let i = first; i < to; i++) if (/^(?:today|tonight|yesterday|tomorrow|this)$/.test(wordAt(scene, i))) return true
  return false
}
