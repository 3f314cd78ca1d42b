/**
 * The same person, government, organisation and place across articles. Pure decisions: an entity is described, the store looks up whom it
 * may be by folded names, and one of these is chosen or none. What people decided about identities always wins.
 */
export { type Choice, chooseIdentity, type Why } from './choose.ts'
export { describeEntity } from './describe.ts'
export type { Decided, IdentityDraft, KnownIdentity } from './facts.ts'
export { gatherFacts, type IdentityFacts, openIdentity } from './gather.ts'
export { foldIdentityName } from './names.ts'
