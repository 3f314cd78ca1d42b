import type { Comparison } from '../document/comparison.ts'
import type { EventDate } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { doOverlap } from '../document/span.ts'
import { relationOf } from '../document/syntax.ts'
import { tokensOf } from '../document/words.ts'
import type { Claim } from './claim.ts'
import { findClaims, STRENGTH } from './claims.ts'
import type { Scene } from './scene.ts'

/** Comparisons with history, in text order. Where two overlap the stronger claim stands. */
export function findComparisons(scene: Scene): Comparison[] {
  const { tokens, syntax } = scene
  const triggers = placeTriggers(scene)
  const found: Comparison[] = []
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const first = tokens.sentences[s] as number
    const last = tokens.sentences[s + 1] as number
    for (const claim of keepStrongest(findClaims(syntax, first, last))) found.push(describe(scene, triggers, claim, first))
  }
  return found
}

function keepStrongest(claims: readonly Claim[]): Claim[] {
  const kept: Claim[] = []
  const order = [...claims].sort((a, b) => STRENGTH.indexOf(a.claim) - STRENGTH.indexOf(b.claim) || a.first - b.first)
  for (const claim of order) if (!kept.some((other) => other.first <= claim.last && claim.first <= other.last)) kept.push(claim)
  return kept.sort((a, b) => a.first - b.first)
}

function describe(scene: Scene, triggers: Int32Array, claim: Claim, sentenceStart: number): Comparison {
  const { tokens } = scene
  const span = { start: tokens.start[claim.first] as number, end: tokens.end[claim.last] as number }
  const stated = scene.stated[claim.anchor] as number
  return {
    claim: claim.claim,
    span,
    since: claim.claim === 'again' && claim.first === claim.last ? null : sinceOf(scene, claim, span),
    about: aboutOf(scene, triggers, claim, sentenceStart),
    statedIn: stated >= 0 ? stated : null,
    confidence: claim.confidence,
  }
}

/** Characters between a span and the date that it looks back to: “since |2011|” may stand right behind it. */
const BESIDE = 4

/** The date in or beside the span, the last of several; of “since then” the one that was told before. */
function sinceOf(scene: Scene, claim: Claim, span: Span): EventDate | null {
  const { dates, syntax } = scene
  const near = { start: span.start, end: span.end + BESIDE }
  let low = lowerBound(dates, span.start - 60)
  let inside: EventDate | null = null
  for (; low < dates.length && (dates[low] as EventDate).span.start < near.end; low++) {
    const date = dates[low] as EventDate
    if (doOverlap(date.span, near) && date.start !== null && !isPeriodCounted(scene, date)) inside = date
  }
  if (inside || syntax.lower[claim.last] !== 'then') return inside
  for (let n = lowerBound(dates, span.start) - 1; n >= 0; n--)
    if (dates[n]?.start != null && (dates[n] as EventDate).span.end <= span.start && isPast(scene, dates[n] as EventDate)) return dates[n] as EventDate
  return null
}

/** “This year” in “the third meeting this year” is what is counted in, not what is looked back to. */
function isPeriodCounted({ tokens }: Scene, { span }: EventDate): boolean {
  return /^this\b/i.test(tokens.text.slice(span.start, span.end))
}

function isPast({ publishedOn }: Scene, { end }: EventDate): boolean {
  return publishedOn === null || (end !== null && end < publishedOn)
}

function lowerBound(dates: readonly EventDate[], at: number): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] as EventDate).span.start < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Of each token: the event that it triggers, −1 for none. */
function placeTriggers({ tokens, events }: Scene): Int32Array {
  const triggers = new Int32Array(tokens.count).fill(-1)
  events.forEach((event, e) => {
    for (const span of [event.trigger, ...event.mentions]) {
      const at = tokensOf(tokens, span)
      if (at) triggers.fill(e, at.first, at.last)
    }
  })
  return triggers
}

/** Looks no further than this from the claim. */
const REACH = 40

/**
 * The event compared: inside the span (“the first such |trip|”), else above it in syntax or under what is above, else the nearest in
 * the sentence; of “It was the first …” the last event of the sentence before.
 */
function aboutOf(scene: Scene, triggers: Int32Array, claim: Claim, sentenceStart: number): number | null {
  const { syntax } = scene
  // what stands behind “since” is what is looked back to: “the first since |Lund left|”
  for (let i = claim.first; i <= claim.last && syntax.lower[i] !== 'since'; i++) if ((triggers[i] as number) >= 0) return triggers[i] as number
  // “the curfew, |which is| the first in a decade”
  for (let i = claim.first - 1; i >= claim.first - 5 && /^(?:is|was|are|were|which|,)$/.test(syntax.lower[i] ?? ''); i--)
    if (syntax.lower[i] === 'which' && (triggers[i - 2] ?? -1) >= 0) return triggers[i - 2] as number
  let at = claim.anchor
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    if ((triggers[at] as number) >= 0) return triggers[at] as number
    at = syntax.head[at] as number
  }
  const last = scene.tokens.sentences[(scene.sentence[claim.anchor] as number) + 1] as number
  for (let step = 1; step < REACH; step++)
    for (const i of [claim.first - step, claim.last + step]) if (i >= sentenceStart && i < last && (triggers[i] as number) >= 0) return triggers[i] as number
  if (!/^(?:it|this|that|these)$/.test(subjectWord(scene, sentenceStart, last))) return null
  for (let i = sentenceStart - 1; i >= Math.max(0, sentenceStart - REACH); i--) if ((triggers[i] as number) >= 0) return triggers[i] as number
  return null
}

function subjectWord({ syntax }: Scene, first: number, last: number): string {
  for (let i = first; i < last; i++) if (relationOf(syntax, i) === 'nsubj') return syntax.lower[i] as string
  return ''
}
