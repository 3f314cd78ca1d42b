/**
 * The library: articles taken in, read, folded with their copies, their people tied, and kept; see docs/library.md. Everything is done article
 * after article in a fixed order, so that the same articles give the same records however many threads read.
 */
export { type AddReport, addTargets } from './add.ts'
export { type FactChange, listChanges, type VersionChange } from './changes.ts'
export { countExpected } from './expect.ts'
export { type ForgetPlan, findArticle, forgetPlanned, planForgetting } from './forget.ts'
export { listHealth, type SourceHealth } from './health.ts'
export { closeLibrary, type Library, type LibraryOptions, openLibrary } from './open.ts'
export { findKnown, findOne, type Known, listArticlesOf, listPeopleDecisions, mergePeople, splitPeople } from './people.ts'
export { recogniseEntities } from './recognise.ts'
export { findCountry, listRecords } from './records.ts'
export { rereadArticles } from './reread.ts'
export { retryItems } from './retry.ts'
export type { Outcome, Step } from './save-lot.ts'
export { findSource } from './targets.ts'
export { type SourceCheckTold, watchTargets } from './watch.ts'
