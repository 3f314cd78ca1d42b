import type { Span } from './span.ts'

export const ACTS = ['say', 'ask', 'promise', 'threaten', 'deny', 'decline', 'think', 'intend', 'judge', 'decide', 'show'] as const
export type Act = (typeof ACTS)[number]

export type StatementKind = 'direct' | 'mixed' | 'indirect'
export type SourceKind = 'person' | 'government' | 'organization' | 'group' | 'document' | 'anonymous'

/** Who said what: spans of the article, not yet people. Pieces stand in text order. */
export interface Statement {
  readonly kind: StatementKind
  readonly act: Act
  readonly source: StatementSource | null
  /** Null for a free quotation. */
  readonly cue: { readonly spans: readonly Span[]; readonly lemma: string } | null
  /** Everything attributed, with quotation marks and “that”. */
  readonly content: readonly Span[]
  /** Each run of verbatim words inside the content, marks left out. */
  readonly quotations: readonly StatementQuotation[]
  /** Index of the statement that reports this one, in the same list; null at the top. */
  readonly within: number | null
  readonly isNegated: boolean
  readonly hedges: readonly Span[]
  /** Between 0 and 1, calibrated on the dev split of PolNeAR. */
  readonly confidence: number
}

export interface StatementSource {
  readonly span: Span
  readonly kind: SourceKind
}

export interface StatementQuotation extends Span {
  readonly isClosed: boolean
}
