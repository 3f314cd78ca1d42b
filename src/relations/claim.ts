import type { ComparisonClaim } from '../document/comparison.ts'

/** Words that compare with history. Tokens: `first` to `last`, both inclusive; `anchor` is the word that claims. */
export interface Claim {
  readonly claim: ComparisonClaim
  readonly first: number
  readonly last: number
  readonly anchor: number
  readonly confidence: number
}
