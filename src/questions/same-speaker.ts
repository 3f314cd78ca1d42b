import type { FoldName } from '../store/store.ts'
import type { ClaimSpeaker } from './draft-claims.ts'

/**
 * How who is told here is who is told there: the same; the same by name alone; one speaks for the other; somebody else; not known, because one of the two
 * names nobody.
 */
export type Sameness = 'same' | 'by-name' | 'spoken-for' | 'other' | 'open'

/** Who speaks, and for whom. */
export interface Speaking {
  readonly speaker: ClaimSpeaker | null
  readonly onBehalfOf: ClaimSpeaker | null
}

export function compareSpeakers(one: Speaking, other: Speaking, fold: FoldName): Sameness {
  const [first, second] = [one.speaker ?? one.onBehalfOf, other.speaker ?? other.onBehalfOf]
  if (!first || !second) return 'open'
  const direct = compareOne(first, second, fold)
  if (direct) return direct
  // “Belmora said” and “a spokesman for Belmora said”; “a spokesman for Belmora” and “an aide of Belmora's minister”, whom nobody knows by name.
  const isUnnamed = one.speaker?.id == null || other.speaker?.id == null
  const crossed = [[one.onBehalfOf, other.speaker], [one.speaker, other.onBehalfOf], ...(isUnnamed ? [[one.onBehalfOf, other.onBehalfOf]] : [])] as const
  return crossed.some(([a, b]) => a && b && compareOne(a, b, fold)) ? 'spoken-for' : 'other'
}

function compareOne(a: ClaimSpeaker, b: ClaimSpeaker, fold: FoldName): 'same' | 'by-name' | null {
  if (a.id !== null && a.id === b.id) return 'same'
  if (a.isPerson !== b.isPerson) return null
  const names = a.names.map(fold).filter((name) => name !== '')
  const others = b.names.map(fold).filter((name) => name !== '')
  if (names.some((name) => others.includes(name))) return 'by-name'
  // A surname alone is enough where one of the two has nothing else and is nobody of the library's.
  const isPart = (few: readonly string[], many: readonly string[]) =>
    few.every((name) => !name.includes(' ')) && few.some((name) => many.some((full) => full.split(' ').includes(name)))
  const isBare = a.isPerson && ((a.id === null && isPart(names, others)) || (b.id === null && isPart(others, names)))
  return isBare ? 'by-name' : null
}
