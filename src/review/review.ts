/**
 * Corrections that stay: entries that people make beside the text, kept in a journal that is only added to, and folded over the latest reading.
 * docs/review.md tells what survives what.
 */
export { type Agreement, computeAlpha, measureAgreement } from './agreement.ts'
export { type CorrectionDraft, checkDraft } from './check-draft.ts'
export { type Correction, REVIEW_KINDS, type ReviewAction, type ReviewKind } from './correction.ts'
export { addCorrection, type Entering, listCorrections, listVerdicts, loadReviewed, type ReviewedArticle, undoCorrection } from './corrections.ts'
export { exportGolden, type GoldenFile } from './export-golden.ts'
export { type Difference, type Displaced, type FactNote, foldCorrections, type Reading, type Rejected, type Reviewed, type ReviewedReadout } from './fold.ts'
export type { Verdict } from './groups.ts'
export { loadQueue, type Queue, type QueueQuestion } from './load-queue.ts'
export { type Candidate, type Queued, queueForReview } from './queue.ts'
export { FIELDS, NEEDED, type Shape } from './shapes.ts'
