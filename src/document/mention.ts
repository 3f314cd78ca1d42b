import type { EntityKind, MentionForm } from './entity.ts'
import type { TokenSpan } from './span.ts'

/** Words that name somebody or something, with what they say by themselves, before anything is linked. */
export interface Mention extends TokenSpan {
  /** The token that carries it: “counterpart” in “her Georgian counterpart”, the last word of a name. */
  readonly head: number
  readonly form: MentionForm
  /** Null where the words leave it open (“they”, “it”). */
  readonly kind: EntityKind | null
  readonly number: 'one' | 'many' | null
  /** Told by the words (“she”, “the actress”, “Mr”) or by knowledge of the given name; null where neither tells. */
  readonly gender: 'man' | 'woman' | null
  /** Grammatical person of a pronoun; 3 for everything else. */
  readonly person: 1 | 2 | 3
  /** ISO 3166-1 alpha-3, or the code of an international body, that the words tie it to: “Russian President …” → RUS. */
  readonly country: string | null
  /** The proper name inside, without titles, honorifics and possessive ending; null where there is none. */
  readonly name: TokenSpan | null
  /** Offices and roles in its words or in apposition: “Foreign Minister”, “a former judge”. Text order. */
  readonly titles: readonly Title[]
  /** The possessor: “her” in “her Georgian counterpart”, “Russia's” in “Russia's envoy”. */
  readonly owner: TokenSpan | null
  /** Indices (in the article's list of mentions) of what a coordination joins: “Putin and Kim”. Empty otherwise. */
  readonly parts: readonly number[]
}

/** An office or role as the text words it. */
export interface Title extends TokenSpan {
  /** Key of the office in the knowledge base (“foreign-minister”), null for a plain role (“pundit”). */
  readonly office: string | null
  /** Code of the country or body that it is an office of, where the words tell. */
  readonly of: string | null
  /** “former”, “ex-”, “late”: held no more. */
  readonly isFormer: boolean
}
