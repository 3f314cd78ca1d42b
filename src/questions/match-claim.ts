import type { ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { FoldName } from '../store/store.ts'
import { chooseWords, type WordCounts, weighWord } from './check-candidates.ts'
import type { Match, Remark } from './check-draft.ts'
import type { HeldArticle, ToldStatement } from './check-shelf.ts'
import type { Claim } from './draft-claims.ts'
import { markDifferences, tellSpeaker } from './match-quotation.ts'
import { compareSpeakers, type Sameness } from './same-speaker.ts'
import { placeStretches } from './spans.ts'
import { stemWord } from './telling-words.ts'
import { cutWords } from './words.ts'

/** A claim in the draft's own words, ready to be looked for. */
export interface ReadClaim {
  readonly claim: Claim
  /** Its telling words without endings, each with how much it tells. */
  readonly weights: ReadonlyMap<string, number>
  readonly total: number
  /** All its words, for one that is told word for word. */
  readonly words: string
  readonly numbers: ReadonlySet<string>
  readonly isDenied: boolean
}

export async function readClaim(claim: Claim, counts: WordCounts): Promise<ReadClaim> {
  const text = claim.spans.map((span) => span.text).join(' ')
  const folded = cutWords(text).map((word) => word.folded)
  const names = new Set([claim.speaker, claim.onBehalfOf].flatMap((one) => (one?.names ?? []).flatMap((name) => cutWords(name).map((word) => word.folded))))
  const weights = await weighWords(
    chooseWords(folded).filter((word) => !names.has(word)),
    counts,
  )
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return { claim, weights, total, words: joinWords(folded), numbers: listNumbers(folded), isDenied: isDenied(claim.act, folded) }
}

/** By stem. A word that the library never has is the draft's own way of putting it: it weighs as others do on average. */
async function weighWords(words: readonly string[], counts: WordCounts): Promise<Map<string, number>> {
  const weighed: [string, number | null][] = []
  for (const word of words) {
    const weight = await weighWord(counts, word)
    weighed.push([stemWord(word), counts.counts.get(word) === 0 ? null : weight])
  }
  const known = weighed.flatMap(([, weight]) => weight ?? [])
  const mean = known.reduce((sum, weight) => sum + weight, 0) / Math.max(1, known.length)
  return new Map(weighed.map(([stem, weight]) => [stem, weight ?? mean]))
}

/** Share of a claim's telling words that make a statement similar; by somebody else more is asked for. Fewer words than these tell nothing. */
const SIMILAR = 0.6
const SIMILAR_BY_OTHERS = 0.75
const LEAST_WORDS = 2
const LEAST_WORDS_BY_OTHERS = 3

/** Statements of an article that say something with the same words. */
export function matchClaim(read: ReadClaim, held: HeldArticle, fold: FoldName): Match[] {
  if (read.weights.size < LEAST_WORDS) return []
  return held.statements.flatMap((told) => {
    const folded = told.statement.content.spans.flatMap(({ text }) => cutWords(text).map((word) => word.folded))
    const stems = new Set(folded.map(stemWord))
    const shared = [...read.weights].filter(([stem]) => stems.has(stem))
    const share = shared.reduce((sum, [, weight]) => sum + weight, 0) / read.total
    const sameness = compareSpeakers(read.claim, told, fold)
    const isOther = sameness === 'other' || sameness === 'open'
    if (share < (isOther ? SIMILAR_BY_OTHERS : SIMILAR) || shared.length < (isOther ? LEAST_WORDS_BY_OTHERS : LEAST_WORDS)) return []
    return [judge(read, held, { told, folded, sameness, share })]
  })
}

interface Found {
  readonly told: ToldStatement
  readonly folded: readonly string[]
  readonly sameness: Sameness
  readonly share: number
}

function judge(read: ReadClaim, held: HeldArticle, { told, folded, sameness, share }: Found): Match {
  const { statement, speaker, onBehalfOf } = told
  const numbers = listNumbers(folded)
  const against: Remark[] = [
    ...(read.isDenied !== (statement.negated || isDenied(statement.act, folded)) ? (['negation'] as const) : []),
    ...([...read.numbers].every((number) => numbers.has(number)) ? [] : (['numbers'] as const)),
  ]
  const isSame = against.length === 0 && read.words === joinWords(folded)
  const own = against.length > 0 ? 'other-words' : isSame ? 'stands' : 'similar'
  const verdict = sameness === 'other' ? 'other-speaker' : sameness === 'open' ? 'speaker-open' : own
  const words = extentOf(held, statement)
  return {
    verdict,
    remarks: [...(isSame ? [] : ['words' as const]), ...against, ...tellSpeaker(read.claim, sameness)],
    ...{ article: held.article, statement: statement.id, how: statement.kind, speaker: speaker?.name ?? null, onBehalfOf: onBehalfOf?.name ?? null },
    ...{ words, differences: isSame ? [] : markDifferences(read.claim, words), share },
  }
}

function extentOf({ text }: HeldArticle, { content }: ReadoutStatement): ReadoutSpan {
  const [first, last] = [content.spans[0] as ReadoutSpan, content.spans.at(-1) as ReadoutSpan]
  return placeStretches({ start: 0, end: 0, text }, [{ start: first.start, end: last.end }])[0] as ReadoutSpan
}

/** “that” before a claim is no word of it. */
function joinWords(folded: readonly string[]): string {
  return (folded[0] === 'that' ? folded.slice(1) : folded).join(' ')
}

const NUMBER_WORDS: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Numbers in digits; “one” is seldom a number. */
function listNumbers(folded: readonly string[]): Set<string> {
  const numbers = folded.flatMap((word) => {
    const value = NUMBER_WORDS.indexOf(word)
    return /\d/.test(word) ? [word] : value > 1 ? [String(value)] : []
  })
  return new Set(numbers)
}

const DENIALS: ReadonlySet<string> = new Set(['not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'cannot', 'without'])

/** Whether words are denied: “will not sign”, “won't sign”, “denied signing”; twice is not at all. */
function isDenied(act: string, folded: readonly string[]): boolean {
  const count = folded.filter((word, n) => DENIALS.has(word) || (word === 't' && /n$/.test(folded[n - 1] ?? ''))).length
  return (count + (act === 'deny' ? 1 : 0)) % 2 === 1
}
