import type { IdentityDraft, KnownIdentity } from './facts.ts'
import { foldIdentityName } from './names.ts'

/** What is kept of an identity besides its names and days. */
export type IdentityFacts = Pick<KnownIdentity, 'name' | 'country' | 'iso3' | 'wikidata' | 'office'>

/**
 * The facts of an identity after one more article: what was not known is filled in, the office is that of the latest article that tells one,
 * and the name stays. They must be kept whenever an entity is tied: the next choice stands on them.
 */
export function gatherFacts(known: KnownIdentity, draft: IdentityDraft): IdentityFacts {
  const isLater = draft.seenOn === null || known.lastSeenOn === null || draft.seenOn >= known.lastSeenOn
  return {
    name: known.name,
    country: known.country ?? (draft.kind === 'person' || isYoung(known) ? draft.country : null),
    iso3: known.iso3 ?? draft.iso3,
    wikidata: known.wikidata ?? draft.wikidata,
    office: draft.office !== null && (isLater || known.office === null) ? draft.office : known.office,
  }
}

/** Mentions after which a country that no article told before is a misreading: “Middle East” of one state, “Islamic State” of another. */
const YOUNG = 5

function isYoung({ names }: KnownIdentity): boolean {
  return names.reduce((sum, { told }) => sum + told, 0) <= YOUNG
}

/** A draft as the identity that it will be, so that the rest of its article can be tied to it before it is kept. */
export function openIdentity(draft: IdentityDraft, id: number): KnownIdentity {
  const { kind, name, country, iso3, wikidata, office, seenOn } = draft
  const names = [{ name, told: 1 }, ...draft.names].map((told) => ({ ...told, folded: foldIdentityName(told.name) }))
  return { id, kind, name, country, iso3, wikidata, office, firstSeenOn: seenOn, lastSeenOn: seenOn, names }
}
