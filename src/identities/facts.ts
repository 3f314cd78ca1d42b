/** What is known of an identity and of an article's entity that may be it. */

/** Kinds that have an identity across articles; groups and documents belong to their article. */
export type IdentityKind = 'person' | 'country' | 'organization' | 'place'

/** An entity of one article, described so that it can be recognised in others. */
export interface IdentityDraft {
  readonly kind: IdentityKind
  /** Its name in the knowledge base, else its best name in the article. */
  readonly name: string
  /** ISO 3166-1 alpha-3 or the code of a body. */
  readonly country: string | null
  readonly iso3: string | null
  readonly wikidata: string | null
  /** The first office in the text's words: “foreign minister”. */
  readonly office: string | null
  /** All names that the article tells, with how often. */
  readonly names: readonly { readonly name: string; readonly told: number }[]
  /** Folded names by which identities that it may be are looked up. */
  readonly keys: readonly string[]
  /** All offices in the text's words. */
  readonly offices: readonly string[]
  /** Day of publication, or null. */
  readonly seenOn: string | null
  /** The article's key, for decisions that name it. */
  readonly article: string | null
  /** Nothing in the article tells it from others of its name: a bare surname, a ministry of no country. It is only the article's own. */
  readonly isOwn: boolean
}

/** Somebody's decision about an identity: facts of what was joined to it or taken from it. */
export interface Decided {
  /** Folded names, by `foldIdentityName`. */
  readonly folded: readonly string[]
  readonly country: string | null
  /** Keys of the articles that it is about. Where there are any, it is about these articles only. */
  readonly articles: readonly string[]
}

/** An identity with what its articles told so far. */
export interface KnownIdentity {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly country: string | null
  readonly iso3: string | null
  readonly wikidata: string | null
  readonly office: string | null
  readonly firstSeenOn: string | null
  readonly lastSeenOn: string | null
  readonly names: readonly { readonly name: string; readonly folded: string; readonly told: number }[]
  /** Joined to it by somebody: always tied. */
  readonly merged?: readonly Decided[]
  /** Taken from it by somebody: never tied again. */
  readonly split?: readonly Decided[]
}

/** Codes that are no states: whoever works for one has a country besides. */
const BODIES: ReadonlySet<string> = new Set(['UNO', 'EUR', 'IGO', 'NGO'])

/** Whether two codes are those of two states. */
export function areOtherStates(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && !BODIES.has(a) && !BODIES.has(b)
}

/** Whether two codes are one and tell something. */
export function isSameCountry(a: string | null, b: string | null): boolean {
  return a !== null && a === b
}
