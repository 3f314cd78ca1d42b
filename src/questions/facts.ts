import type { ReadoutSpan } from '../document/readout.ts'
import type { ToldIn } from './articles.ts'

export const FACT_KINDS = ['statement', 'event', 'cooperation', 'comparison'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** Names a fact: its kind, its article, its number there. */
export interface FactRef {
  readonly kind: FactKind
  readonly articleId: number
  readonly number: number
}

/** Somebody as an article tells of them; `id` is null where nobody knows who it is in other articles. */
export interface Named {
  readonly id: number | null
  readonly kind: string | null
  readonly name: string
  readonly country: string | null
}

interface FactHead {
  /** The fact's id across readings and versions. */
  readonly key: string
  /** Its id in the article's record: “s3”. */
  readonly id: string
  readonly article: ToldIn
  /** Spans count code points of the article's text. */
  readonly sentence: ReadoutSpan
  /** What the fact says in the text's own words. */
  readonly words: ReadoutSpan
  readonly confidence: number
}

export interface StatementFact extends FactHead {
  readonly kind: 'statement'
  /** direct, mixed or indirect. */
  readonly how: string
  readonly act: string
  readonly speaker: Named | null
  /** The words that name the source. */
  readonly source: ReadoutSpan | null
  readonly onBehalfOf: Named | null
  readonly addressee: Named | null
  readonly cue: ReadoutSpan | null
  /** Who is told to have reported it. */
  readonly reportedBy: Named | null
  readonly isNegated: boolean
  readonly isHedged: boolean
}

export interface EventFact extends FactHead {
  readonly kind: 'event'
  readonly type: string
  readonly mode: string | null
  readonly realis: string
  readonly participants: readonly (Named & { readonly role: string })[]
  readonly areas: readonly string[]
  readonly place: Named | null
  readonly date: { readonly start: string | null; readonly end: string | null; readonly grain: string; readonly status: string } | null
  readonly statedBy: Named | null
}

export interface CooperationFact extends FactHead {
  readonly kind: 'cooperation'
  readonly area: string
  readonly stage: string | null
  readonly realis: string
  readonly parties: readonly Named[]
  readonly statedBy: Named | null
}

export interface ComparisonFact extends FactHead {
  readonly kind: 'comparison'
  readonly claim: string
  readonly since: { readonly start: string; readonly end: string } | null
  /** Id of the event that is compared. */
  readonly about: string | null
  readonly statedBy: Named | null
}

export type Fact = StatementFact | EventFact | CooperationFact | ComparisonFact
