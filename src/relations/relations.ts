/** Cooperation between parties, by area and stage, and comparisons with history. */
import type { Comparison } from '../document/comparison.ts'
import type { Cooperation } from '../document/cooperation.ts'
import { findComparisons } from './comparisons.ts'
import { readLedger } from './cooperation.ts'
import { type Reading, setScene } from './scene.ts'

export { type CooperationReason, explainCooperation } from './reasons.ts'

/**
 * Who works with whom, on what and how far along they are; and what is told to be the first, the most, or the same again.
 * Linear in the text; entities, events and statements in the result are indices into what was given.
 */
export function findRelations(given: Reading): { cooperation: Cooperation[]; comparisons: Comparison[] } {
  const scene = setScene(given)
  return { cooperation: readLedger(scene).map(({ entry }) => entry), comparisons: findComparisons(scene) }
}
