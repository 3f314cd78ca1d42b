import type { Readout, ReadoutEvent } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type Figures, type Scored, Tally } from './figures.ts'
import { joinWords } from './joined-words.ts'
import { numberWords, sharesAny, wordsOf } from './spans.ts'

export const FACTUAL_SETS = ['uw', 'meantime', 'uds'] as const
export type FactualSet = (typeof FACTUAL_SETS)[number]

/** A sentence whose predicates are rated by how sure it is that they happened. */
export interface FactualSentence {
  readonly id: string
  readonly set: FactualSet
  readonly text: string
  readonly published: null
  /** `label`: from -3 (certainly did not happen) to 3 (certainly did). */
  readonly predicates: readonly (Span & { readonly label: number; readonly hasHappened: boolean })[]
}

interface FactualRow {
  readonly text: string
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[]
}

/** Reads JSON lines of tokenised sentences; a rating of .5 and more of -3 to 3 is “happened”. */
export function parseFactuality(lines: string, set: FactualSet): FactualSentence[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line, n) => {
      const row = JSON.parse(line) as FactualRow
      const { text, spans } = joinWords(row.text.split(' '))
      const predicates = row.targets.map(({ span1: [first, last], label }) => ({
        start: spans[first]?.start ?? 0,
        end: spans[last - 1]?.end ?? 0,
        label,
        hasHappened: label >= 0.5,
      }))
      return { id: `${set}:${n}`, set, text, published: null, predicates }
    })
}

/**
 * Did it happen? Of each set: factual_*_coverage, the predicates that an event or a cue covers; of those, factual_*_accuracy with the
 * gold's answer; factual_*_balanced, the mean of the accuracies on “happened” and on “not”.
 */
export function scoreFactuality(sentences: readonly FactualSentence[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  sentences.forEach(({ id, set, text, predicates }, n) => {
    const words = numberWords(text)
    for (const predicate of predicates) {
      const told = readAnswer(text, words, predicate, readouts[n] as Readout)
      tally.count(`factual_${set}_coverage`, told !== null)
      if (told === null) continue
      const isRight = told === predicate.hasHappened
      tally.count(`factual_${set}_accuracy`, isRight)
      tally.count(`factual_${set}_${predicate.hasHappened}`, isRight)
      if (!isRight) misses.push(`${id} “${text.slice(predicate.start, predicate.end)}” happened: ${predicate.hasHappened}, found ${told}: ${text}`)
    }
  })
  const figures: Figures = new Map()
  for (const set of FACTUAL_SETS) {
    for (const name of ['coverage', 'accuracy']) figures.set(`factual_${set}_${name}`, tally.share(`factual_${set}_${name}`))
    const sides = ['true', 'false'].flatMap((side) => tally.share(`factual_${set}_${side}`) ?? [])
    figures.set(`factual_${set}_balanced`, sides.length > 0 ? sides.reduce((sum, share) => sum + share, 0) / sides.length : null)
  }
  return { figures, misses }
}

/**
 * Whether the most confident event with a trigger on the predicate is told as happened or ongoing; where no event is there, whether the
 * statement with a cue on it is not negated; null where neither is.
 */
function readAnswer(text: string, words: Int32Array, predicate: Span, readout: Readout): boolean | null {
  const wanted = wordsOf(text, words, [predicate])
  const isOn = (spans: readonly Span[]) => sharesAny(wanted, wordsOf(text, words, spans))
  let best: ReadoutEvent | null = null
  for (const event of readout.events) if (isOn([event.trigger]) && (!best || event.confidence > best.confidence)) best = event
  if (best) return best.realis === 'happened' || best.realis === 'ongoing'
  const statement = readout.statements.find(({ cue }) => cue && isOn(cue.spans))
  return statement ? !statement.negated : null
}
