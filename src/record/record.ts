/** Composes the record of an article, checks its evidence, and tells its offsets in other units. */
export { type Composition, composeReadout } from './compose.ts'
export { convertOffsets, countCodePoints } from './offsets.ts'
export { verifyReadout, verifySpans } from './verify.ts'
