import type { ReadoutSpan } from '../document/readout.ts'
import { placeStretches } from './spans.ts'
import { isTelling } from './telling-words.ts'
import { cutWords, type Word } from './words.ts'

/** A statement as its words tell what it holds. Spans count code points of its article. */
export interface Position {
  readonly act: string
  readonly cue: ReadoutSpan | null
  readonly words: ReadoutSpan
  readonly isNegated: boolean
  readonly hedges: readonly ReadoutSpan[]
}

/** What changed between two statements, with the words that show it. */
export interface StanceChange {
  readonly kind: 'act' | 'negation' | 'hedge'
  readonly before: ReadoutSpan | null
  readonly after: ReadoutSpan | null
}

/** Acts of which one takes back what the other does: “said it would open the pass”, “denied that it would open the pass”. */
const OPPOSED = new Set([
  'deny say',
  'deny show',
  'deny judge',
  'deny promise',
  'deny intend',
  'decline promise',
  'decline intend',
  'decline decide',
  'promise threaten',
])

const NEGATIONS = new Set(['not', 'no', 'never', 'neither', 'nor', 'without', 'cannot'])
const HEDGES = new Set(['may', 'might', 'could', 'perhaps', 'maybe', 'possibly', 'probably', 'likely', 'apparently'])

/** Words between a negation or a hedge and the word that it bears on: “will not accept”, “may yet have to accept”. */
const REACH = 3

/** Words that two statements must have in common before a “not” in one of them says anything about the other. */
const SHARED = 2

/**
 * What two statements of one speaker hold differently, where words show it: an act that takes the other back, a negation or a hedge before a
 * word that both have. What this means is the reader's to judge.
 */
export function compareStances(earlier: Position, later: Position): StanceChange[] {
  const changes: StanceChange[] = []
  if (OPPOSED.has([earlier.act, later.act].sort().join(' '))) changes.push({ kind: 'act', before: earlier.cue, after: later.cue })
  if (earlier.isNegated !== later.isNegated) changes.push({ kind: 'negation', before: earlier.cue, after: later.cue })
  const [one, other] = [readWords(earlier.words), readWords(later.words)]
  const shared = [...one.telling.keys()].filter((word) => other.telling.has(word))
  if (shared.length >= SHARED)
    for (const [kind, signs] of [
      ['negation', NEGATIONS],
      ['hedge', HEDGES],
    ] as const)
      changes.push(...compareSigns(kind, signs, shared, one, other))
  // What already weakens a word that both have is not told twice.
  const isTold = changes.some((change) => change.kind === 'hedge')
  if (!isTold && earlier.hedges.length > 0 !== later.hedges.length > 0)
    changes.push({ kind: 'hedge', before: earlier.hedges[0] ?? null, after: later.hedges[0] ?? null })
  return changes
}

interface Read {
  readonly span: ReadoutSpan
  readonly words: readonly Word[]
  /** Telling words, each with the places where it stands. */
  readonly telling: ReadonlyMap<string, readonly number[]>
}

function readWords(span: ReadoutSpan): Read {
  const words = cutWords(span.text)
  const telling = new Map<string, number[]>()
  for (const [n, { folded }] of words.entries()) if (isTelling(folded) && !HEDGES.has(folded)) telling.set(folded, [...(telling.get(folded) ?? []), n])
  return { span, words, telling }
}

/** One change for each sign: “will not accept the plan” denies “accept” and “plan” by one “not”. */
function compareSigns(kind: 'negation' | 'hedge', signs: ReadonlySet<string>, shared: readonly string[], one: Read, other: Read): StanceChange[] {
  const told = new Set<number>()
  const changes: StanceChange[] = []
  for (const word of shared) {
    const [before, after] = [findSigns(one, word, signs), findSigns(other, word, signs)]
    // A word that stands with the sign and without it shows nothing.
    if (before.some((at) => at === null) === after.some((at) => at === null)) continue
    const [has, hasNot, isBefore] = before.every((at) => at !== null) ? [one, other, true] : [other, one, false]
    const sign = (isBefore ? before : after)[0] as number
    if (told.has(sign)) continue
    told.add(sign)
    const marked = spanBetween(has, firstOfSign(has, sign), (has.telling.get(word) as number[])[0] as number)
    const bare = spanBetween(hasNot, (hasNot.telling.get(word) as number[])[0] as number, (hasNot.telling.get(word) as number[])[0] as number)
    changes.push({ kind, before: isBefore ? marked : bare, after: isBefore ? bare : marked })
  }
  return changes
}

/** For each place of a word the sign that bears on it, or null. A sign bears on the first telling word behind it, within its clause. */
function findSigns({ span, words, telling }: Read, word: string, signs: ReadonlySet<string>): (number | null)[] {
  return (telling.get(word) ?? []).map((at) => {
    for (let n = at - 1; n >= 0 && n >= at - REACH - 1; n--) {
      const { folded, end } = words[n] as Word
      if (/[,.;:!?—–]/.test(span.text.slice(end, (words[n + 1] as Word).start))) return null
      if (isSign(span.text, words, n, signs)) return n
      if (telling.has(folded)) return null
    }
    return null
  })
}

/** “won’t” is cut into “won” and “t”. “May” with a capital inside a sentence is the month. */
function isSign(text: string, words: readonly Word[], n: number, signs: ReadonlySet<string>): boolean {
  const { folded, start } = words[n] as Word
  if (signs === NEGATIONS && folded === 't') return words[n - 1]?.folded.endsWith('n') === true
  return signs.has(folded) && !(folded === 'may' && n > 0 && text[start] === 'M')
}

/** “won’t” stands as a whole. */
function firstOfSign({ words }: Read, sign: number): number {
  return words[sign]?.folded === 't' ? sign - 1 : sign
}

function spanBetween({ span, words }: Read, first: number, last: number): ReadoutSpan {
  return placeStretches(span, [{ start: (words[first] as Word).start, end: (words[last] as Word).end }])[0] as ReadoutSpan
}
