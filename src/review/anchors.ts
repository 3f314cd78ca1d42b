import type { Span } from '../document/span.ts'
import { countCodePoints } from '../record/record.ts'
import type { Anchor } from './correction.ts'
import { findNearby, type WordIndex } from './nearby.ts'

/** Signs kept on each side of an anchor's words: as many as Web Annotation users keep. */
const CONTEXT = 32

/** A text in which anchors are looked for. */
export interface Ground {
  readonly text: string
  readonly version: number
  /** Code points before each UTF-16 unit. */
  readonly points: Uint32Array
  /** Its words, made when the first changed words are looked for. */
  words: WordIndex | null
  /** What was looked for already: several rules ask for the same anchor. */
  readonly located: Map<Anchor, Place | null>
}

/** Where an anchor stands: as it was, elsewhere with the same words, or with words a little changed. */
export interface Place extends Span {
  readonly how: 'exact' | 'moved' | 'changed'
}

export function makeGround(text: string, version: number): Ground {
  return { text, version, points: countCodePoints(text), words: null, located: new Map() }
}

/** A stretch of a text as an anchor. */
export function makeAnchor({ start, end }: Span, { text, points, version }: Ground): Anchor {
  const before = text.slice(Math.max(0, start - CONTEXT), start).toWellFormed()
  const after = text.slice(end, end + CONTEXT).toWellFormed()
  return { words: text.slice(start, end), before, after, start: points[start] as number, end: points[end] as number, version }
}

/**
 * Finds an anchor in a text: its words with the same surroundings, else the same words elsewhere, else words of which some were changed.
 * Null when nothing of the kind stands there: a short word in other surroundings is another word.
 */
export function locateAnchor(anchor: Anchor, ground: Ground): Place | null {
  const known = ground.located.get(anchor)
  if (known !== undefined) return known
  const place = searchAnchor(anchor, ground)
  ground.located.set(anchor, place)
  return place
}

function searchAnchor(anchor: Anchor, ground: Ground): Place | null {
  const was = { start: unitAt(anchor.start, ground), end: unitAt(anchor.end, ground) }
  if (anchor.version === ground.version && ground.text.slice(was.start, was.end) === anchor.words) return { ...was, how: 'exact' }
  const places = findWords(anchor, ground.text)
  const scored = places.map((span) => ({ span, score: scorePlace(span, anchor, ground) }))
  const [best] = scored.sort((a, b) => b.score - a.score || distance(a.span, anchor, ground) - distance(b.span, anchor, ground) || a.span.start - b.span.start)
  if (best && best.score >= leastScore(anchor.words)) return { ...best.span, how: isWhole(best.span, anchor, ground) ? 'exact' : 'moved' }
  const near = findNearby(anchor.words, ground, was.start)
  return near && { ...near, how: 'changed' }
}

/** Every place where the words stand, in UTF-16 units, line breaks and blanks counting alike. */
function findWords({ words }: Anchor, text: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (hasEdges(at, at + words.length, text)) found.push({ start: at, end: at + words.length })
  if (found.length > 0 || !/\s/.test(words)) return found
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('\\s+')
  return Array.from(text.matchAll(new RegExp(pattern, 'g')), (match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Words that begin or end inside a longer word are other words. */
function hasEdges(start: number, end: number, text: string): boolean {
  const isWord = (at: number) => at >= 0 && /[\p{L}\p{N}]/u.test(text[at] ?? ' ')
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end) && isWord(end - 1))
}

/** Signs of the surroundings that are the same, blanks left out: up to 64. */
function scorePlace({ start, end }: Span, { before, after }: Anchor, { text }: Ground): number {
  return countSame(text, start - 1, before, before.length - 1, -1) + countSame(text, end, after, 0, 1)
}

/** How many signs are the same from two places on, in steps of 1 or −1; blanks and line breaks do not count. */
function countSame(text: string, at: number, context: string, from: number, step: 1 | -1): number {
  let same = 0
  for (let i = at, j = from; ; i += step, j += step, same++) {
    while (isBlank(text.charCodeAt(i))) i += step
    while (isBlank(context.charCodeAt(j))) j += step
    if (j < 0 || j >= context.length || text.charCodeAt(i) !== context.charCodeAt(j)) return same
  }
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 160
}

/** Long words need nothing round them; a word or two must have at least a word beside it in common. */
function leastScore(words: string): number {
  return words.length >= 40 ? 0 : words.length >= 16 ? 4 : 8
}

function isWhole(span: Span, anchor: Anchor, ground: Ground): boolean {
  return scorePlace(span, anchor, ground) === `${anchor.before}${anchor.after}`.replace(/[\t-\r\u00a0 ]/g, '').length
}

function distance({ start }: Span, anchor: Anchor, { points }: Ground): number {
  return Math.abs((points[start] as number) - anchor.start)
}

/** The UTF-16 offset of a code point, as far as the text has so many. */
function unitAt(point: number, { points }: Ground): number {
  let low = 0
  let high = points.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle] as number) < point) low = middle + 1
    else high = middle
  }
  return low
}
