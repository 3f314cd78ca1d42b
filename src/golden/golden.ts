/** The golden format: an article and the facts in it, annotated by copying words (docs/golden-format.md). */
export { type GoldenArticle, type GoldenFact, type GoldenPiece, spansOf } from './facts.ts'
export type { GoldenKind } from './grammar.ts'
export { readGolden } from './read-golden.ts'
export { type GoldenDraft, writeGolden } from './write-golden.ts'
