import type { EntityKind } from '../document/entity.ts'

export const REVIEW_KINDS = ['statement', 'event', 'cooperation', 'comparison', 'entity'] as const
/** What is reviewed: the four kinds of facts, and who or what an article names. */
export type ReviewKind = (typeof REVIEW_KINDS)[number]

export type ReviewAction = 'accept' | 'reject' | 'correct' | 'add' | 'comment' | 'undo'

/** Words of an article's version with what stands around them, by which they are found in another version. */
export interface Anchor {
  readonly words: string
  /** Up to 32 signs on each side. */
  readonly before: string
  readonly after: string
  /** Code points of the text of `version`. */
  readonly start: number
  readonly end: number
  readonly version: number
}

/** Somebody or something as a correction names it: by the key of an entity, by a place that names it, by its name. */
export interface EntityRef {
  readonly key: string | null
  readonly name: string
  readonly kind: EntityKind
  readonly country: string | null
  readonly anchor: Anchor | null
}

/** Values of a fact by field (`FIELDS` tells which and of what shape), with words as `Anchor` and entities as `EntityRef`. */
export type Fields = Readonly<Record<string, unknown>>

/** What an entry says. */
export interface Change {
  /** What it sets: of an acceptance all fields as they were shown, of a correction those that it changes, of an addition all. */
  readonly fields?: Fields
  /** What the machine read then; null where it found no such fact. */
  readonly was?: Fields | null
  /** The machine's confidence then. */
  readonly confidence?: number
  readonly comment?: string
}

/** One entry of the journal of corrections. Entries are never changed; a later one says more. */
export interface Correction {
  readonly id: number
  /** ISO instant in UTC. */
  readonly at: string
  readonly who: string
  readonly articleKey: string
  readonly factKind: ReviewKind
  /** Null where it adds the fact, which is then known as “+” and the entry's id. */
  readonly factKey: string | null
  readonly action: ReviewAction
  readonly anchor: Anchor
  readonly change: Change
  /** The entry that it takes back. */
  readonly undoes: number | null
}

/** The key by which a correction's fact is known in the folded reading. */
export function nameFact({ id, factKey }: Pick<Correction, 'id' | 'factKey'>): string {
  return factKey ?? `+${id}`
}
