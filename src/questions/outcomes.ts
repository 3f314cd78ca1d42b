import { isTelling, stemWord } from './telling-words.ts'
import { cutWords, type Stretch, type Word } from './words.ts'

export type OutcomeKind = 'kept' | 'broken' | 'repeated'

/** What a promise is about, and by which words its maker is named. Folded. */
export interface PromiseWords {
  /** Stems of its telling words, without names and words of promising. */
  readonly object: ReadonlySet<string>
  readonly maker: ReadonlySet<string>
}

/** What a sentence reports of a promise, and the words that say so, in UTF-16 units. */
export interface ReadOutcome {
  readonly kind: OutcomeKind
  readonly words: Stretch
}

/** Verbs as they stand where something has been done: “kept its promise”, “the pledge was honoured”. */
const DONE: Readonly<Record<string, OutcomeKind>> = {
  ...tell('kept', 'kept fulfilled honoured honored delivered redeemed'),
  ...tell('broken', 'broke broken breached violated reneged abandoned betrayed'),
  ...tell('repeated', 'repeated reiterated reaffirmed renewed restated'),
}

/** The same verbs behind a negation: “did not keep its promise”, “failed to honour the pledge”. */
const UNDONE: ReadonlySet<string> = new Set('keep fulfil fulfill honour honor deliver redeem kept fulfilled honoured honored delivered redeemed'.split(' '))

/** “accused Ostria of breaking its promise”. */
const DOING: ReadonlySet<string> = new Set('breaking breaching violating reneging abandoning betraying'.split(' '))

const PROMISES: ReadonlySet<string> = new Set(
  'promise promises promised pledge pledges pledged vow vows vowed commitment commitments undertaking undertakings agreement agreements accord accords deal pact'.split(
    ' ',
  ),
)
const PROMISING: ReadonlySet<string> = new Set('promising pledging vowing agreeing promised pledged vowed agreed'.split(' '))
const NEGATIONS: ReadonlySet<string> = new Set('not never no failed fails failing nor neither'.split(' '))

/** Before a verb they say that nothing has been done yet: “would be kept”, “if it is broken”, “yet to be fulfilled”. */
const OPEN: ReadonlySet<string> = new Set('will would should shall could can may might must to if whether unless until'.split(' '))

/** Words between verb and promise (“kept its long-standing promise”), and before a verb, that are looked at. */
const NEAR = 6
const BEFORE = 3

/** Telling words that a sentence must share with a promise to be about the same thing. */
const SHARED = 2

/** Words of which every sentence about an outcome has one, as a search. */
export const OUTCOME_SEARCH = [...new Set([...PROMISES, ...PROMISING])].join(' OR ')

/** What is looked for of a promise: `words` of it, names of its maker, and names that stand in every article about the two. */
export function readPromise(words: string, maker: readonly string[], names: readonly string[]): PromiseWords {
  const known = new Set(names.flatMap((name) => cutWords(name).map(({ folded }) => folded)))
  const telling = cutWords(words).filter(({ folded }) => isTelling(folded) && !known.has(folded) && !PROMISES.has(folded) && !PROMISING.has(folded))
  // Somebody is named by the last word of a name: “Brandt”, “Ostria”.
  const last = maker.flatMap((name) => cutWords(name).at(-1)?.folded ?? [])
  return { object: new Set(telling.map(({ folded }) => stemWord(folded))), maker: new Set(last.filter((word) => word.length > 2)) }
}

/**
 * Whether a sentence says that a promise was kept, broken or repeated: it names who made it and what it is about, and has a word for its
 * outcome beside one for a promise. `isDone`: something in the sentence has happened.
 */
export function readOutcome(sentence: string, { object, maker }: PromiseWords, isDone: boolean): ReadOutcome | null {
  const words = cutWords(sentence)
  const shared = new Set(words.map(({ folded }) => stemWord(folded)).filter((stem) => object.has(stem)))
  if (shared.size < SHARED || !words.some(({ folded }) => maker.has(folded))) return null
  for (const n of words.keys()) {
    const kind = readVerb(words, n)
    const noun = kind && findPromise(words, n)
    if (kind && noun) return { kind, words: extentOf(words, n, noun) }
  }
  return isDone ? readAside(words) : null
}

function readVerb(words: readonly Word[], n: number): OutcomeKind | null {
  const { folded } = words[n] as Word
  const before = words.slice(Math.max(0, n - BEFORE), n).map((word) => word.folded)
  if (DOING.has(folded)) return /^(?:of|for)$/.test(before.at(-1) ?? '') ? 'broken' : null
  const isNegated = before.some((word) => NEGATIONS.has(word)) || (before.at(-1) === 't' && before.at(-2)?.endsWith('n') === true)
  if (isNegated) return UNDONE.has(folded) && !before.includes('yet') ? 'broken' : null
  return before.some((word) => OPEN.has(word)) ? null : (DONE[folded] ?? null)
}

/** Index of the word for a promise that a verb stands by. */
function findPromise(words: readonly Word[], verb: number): number | null {
  for (let far = 1; far <= NEAR; far++)
    for (const n of [verb + far, verb - far]) {
      const word = words[n]?.folded
      // Before a verb a participle is somebody's act: “promised the port would be kept open”.
      if (word !== undefined && PROMISES.has(word) && !(word.endsWith('ed') && n < verb)) return n
    }
  return null
}

/** “Belmora, as promised, lowered the tolls”; “despite its pledge it raised them”. */
function readAside(words: readonly Word[]): ReadOutcome | null {
  for (const [n, { folded }] of words.entries()) {
    const next = words[n + 1]?.folded ?? ''
    if ((folded === 'as' && /^(?:promised|pledged|vowed|agreed)$/.test(next)) || (folded === 'after' && /^(?:promising|pledging|vowing|agreeing)$/.test(next)))
      return { kind: 'kept', words: extentOf(words, n, n + 1) }
    if (folded !== 'despite') continue
    const noun = [n + 1, n + 2, n + 3].find((at) => PROMISES.has(words[at]?.folded ?? '') || PROMISING.has(words[at]?.folded ?? ''))
    if (noun !== undefined) return { kind: 'broken', words: extentOf(words, n, noun) }
  }
  return null
}

function extentOf(words: readonly Word[], a: number, b: number): Stretch {
  return { start: (words[Math.min(a, b)] as Word).start, end: (words[Math.max(a, b)] as Word).end }
}

function tell(kind: OutcomeKind, words: string): Record<string, OutcomeKind> {
  return Object.fromEntries(words.split(' ').map((word) => [word, kind]))
}
