import type { EventDate } from './news-event.ts'
import type { Span } from './span.ts'

export type ComparisonClaim = 'first' | 'last' | 'most' | 'least' | 'again' | 'since' | 'gap'

/** A comparison with history: “the most extensive summit since 2011”. Events and statements are indices. */
export interface Comparison {
  readonly claim: ComparisonClaim
  readonly span: Span
  /** The time looked back to. */
  readonly since: EventDate | null
  readonly about: number | null
  readonly statedIn: number | null
  readonly confidence: number
}
