/** The library kept on disk: what articles told, who is who, what changed. SQLite in a file, or PostgreSQL; see docs/store.md. */
export { changeStore, viewStore } from './change.ts'
export { checkStore } from './check.ts'
export { type CopyCandidate, findCopyCandidates } from './copies.ts'
export { backupStore, copyStore } from './copy.ts'
export { mergeIdentities, splitIdentity, undoDecision } from './decisions.ts'
export type { Store } from './engine.ts'
export { cleanStore, deleteArticles, type ForgetScope, type Forgotten, listForgettable, noteForgotten } from './forget.ts'
export { addIdentity, findIdentities, type Identity, type IdentityClues, type IdentityDraft, loadIdentities } from './identities.ts'
export { claimItems, type ItemNote, type ItemRow, listItems, noteItems } from './items.ts'
export { loadIncoming, loadRecord } from './load.ts'
export { measureStore, type StoreSize } from './measure.ts'
export { type FoldName, listToldNames } from './names.ts'
export { closeStore, openStore } from './open.ts'
export { type KeyedReading, loadReading } from './readings.ts'
export { type Saved, saveReadings, saveTaken, type ToReplace, type ToSave } from './save.ts'
export { parseSearch, type Search } from './search.ts'
export {
  addSource,
  deleteSource,
  listSources,
  noteSourceCheck,
  type SourceCheck,
  type SourceDraft,
  type SourceRow,
  type SourceSetting,
  setSourceSetting,
} from './sources.ts'
export type { Tables } from './tables.ts'
