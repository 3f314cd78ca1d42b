/**
 * Which articles print the same report: a signature for each text, bands by which candidates are found in a table, and an exact
 * comparison of the candidates. No state; the same numbers on every machine.
 */
export { type Comparison, compareTexts } from './compare.ts'
export { bandsOf, estimateLikeness, signText } from './signature.ts'
