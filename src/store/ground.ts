import type { IdentityDraft } from './identities.ts'
import type { FoldName } from './names.ts'

/** What a batch has in common: rows that were made or found for one article serve the next. */
export interface Ground {
  readonly fold: FoldName
  /** Ids of the drafts that were made. */
  readonly made: Map<IdentityDraft, number>
  /** Ids of producers, by digest. */
  readonly producers: Map<string, number>
}

export function makeGround(fold: FoldName): Ground {
  return { fold, made: new Map(), producers: new Map() }
}
