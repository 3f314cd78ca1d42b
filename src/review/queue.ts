import type { ReviewKind } from './correction.ts'

/** A fact that nobody has decided on, with what tells how much hangs on it. */
export interface Candidate {
  readonly articleId: number
  readonly factKind: Exclude<ReviewKind, 'entity'>
  /** Number in the record: s3 is 3. */
  readonly number: number
  readonly factKey: string
  /** Per cent. */
  readonly confidence: number
  /** Articles that tell of the one among its speakers, participants or parties that most articles tell of. */
  readonly told: number
  /** Further articles that printed the same report. */
  readonly copies: number
  /** A meeting: what desks ask for most. */
  readonly isMeeting: boolean
}

export interface Queued extends Candidate {
  /** How uncertain times how much hangs on it. */
  readonly weight: number
}

/** A meeting counts as much as being told of in seven more articles. */
const MEETING = 3

/** Orders facts for review: what is least certain and matters most comes first. The same facts always come in the same order. */
export function queueForReview(candidates: readonly Candidate[]): Queued[] {
  return candidates.map((one) => ({ ...one, weight: weighFact(one) })).sort(compareQueued)
}

/** Whether `one` comes before `other`: below 0. */
export function compareQueued(one: Queued, other: Queued): number {
  return other.weight - one.weight || one.articleId - other.articleId || compareWords(one.factKind, other.factKind) || one.number - other.number
}

/** Being told of often weighs by its logarithm: a thousand articles are not a thousand times a reason to look. */
function weighFact({ confidence, told, copies, isMeeting }: Candidate): number {
  const effect = 1 + Math.log2(1 + told) + Math.log2(1 + copies) + (isMeeting ? MEETING : 0)
  return Math.round((100 - confidence) * effect * 100) / 100
}

function compareWords(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
