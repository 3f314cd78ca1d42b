import type { Knowledge } from '../knowledge/knowledge.ts'
import { areSameBody, isAbbreviation, isCommonName, readBody } from './bodies.ts'
import { areOtherStates, type Decided, type IdentityDraft, isSameCountry, type KnownIdentity } from './facts.ts'
import { foldIdentityName } from './names.ts'
import { choosePerson } from './people.ts'

/** Why an entity was tied, or why it was not and is somebody new. */
export type Why =
  | 'decided'
  | 'link'
  | 'name-and-country'
  | 'name-and-office'
  | 'name'
  /** Nobody is called so. */
  | 'new'
  /** Somebody is called so, but of another country, calling or time. */
  | 'contradicted'
  /** Several are called so and nothing speaks for one of them. */
  | 'ambiguous'
  /** It has too little of a name to be recognised. */
  | 'own'

/** `identity` is the id of the one it is; null: it is a new one. */
export interface Choice {
  readonly identity: number | null
  readonly why: Why
}

/**
 * Which identity an entity is. Decisions that people took win; then links; then name with country or office; a name alone only where nobody
 * else is called so and nothing contradicts. In doubt it is a new one: two that are one can be joined, a mixture can hardly be taken apart.
 */
export function chooseIdentity(draft: IdentityDraft, candidates: readonly KnownIdentity[], knowledge: Knowledge): Choice {
  const ofKind = candidates.filter(({ kind }) => kind === draft.kind)
  const decided = ofKind.find(({ merged = [] }) => merged.some((facts) => isAbout(facts, draft)))
  if (decided) return { identity: decided.id, why: 'decided' }
  const open = ofKind.filter(({ split = [] }) => !split.some((facts) => isAbout(facts, draft))).sort((a, b) => a.id - b.id)
  const linked = open.find(({ iso3, wikidata }) => isSameCountry(iso3, draft.iso3) || isSameCountry(wikidata, draft.wikidata))
  if (linked) return { identity: linked.id, why: 'link' }
  const rest = open.filter(({ iso3, wikidata }) => !isOtherLink(iso3, draft.iso3) && !isOtherLink(wikidata, draft.wikidata))
  if (draft.kind === 'person') return choosePerson(draft, rest, knowledge)
  return draft.isOwn ? { identity: null, why: 'own' } : chooseBody(draft, rest, knowledge)
}

function isOtherLink(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** Whether a decision is about this entity: by its article where it names articles, else by name and country. */
function isAbout({ folded, country, articles }: Decided, draft: IdentityDraft): boolean {
  const isNamed = [draft.name, ...draft.names.map(({ name }) => name)].some((name) => folded.includes(foldIdentityName(name)))
  if (!isNamed) return false
  return articles.length > 0 ? draft.article !== null && articles.includes(draft.article) : !areOtherStates(country, draft.country)
}

/** Organisations, places, and states that have no code. */
function chooseBody(draft: IdentityDraft, open: readonly KnownIdentity[], knowledge: Knowledge): Choice {
  // A common name is one body only together with its country.
  const isCommon = draft.kind === 'organization' && isCommonName(readBody(draft.name, draft.country, knowledge))
  const called = open.filter((known) => !(isCommon && known.country === null) && isCalledSo(draft, known, knowledge))
  const [only] = called
  if (!only) return { identity: null, why: 'new' }
  const own = called.find((known) => isSameCountry(known.country, draft.country))
  if (own) return { identity: own.id, why: 'name-and-country' }
  if (called.every((known) => known.country !== null && draft.country !== null)) return { identity: null, why: 'contradicted' }
  return called.length === 1 ? { identity: only.id, why: 'name' } : { identity: null, why: 'ambiguous' }
}

function isCalledSo(draft: IdentityDraft, known: KnownIdentity, knowledge: Knowledge): boolean {
  const read = (name: string) => readBody(name, draft.country ?? known.country, knowledge)
  const names = listSure(known).map(read)
  return listSure(draft)
    .map(read)
    .some((name) => names.some((other) => areSameBody(name, other)))
}

/** Names told seldom are left aside: one misread article would join two for good. */
const LEAST_TOLD = 2
const LEAST_SHARE = 0.1

/** The name, others that are told often, and its abbreviation. */
function listSure({ name, names }: Pick<KnownIdentity, 'name'> & { names: IdentityDraft['names'] }): string[] {
  const all = names.reduce((sum, { told }) => sum + told, 0)
  const sure = names.filter(
    (other) => (other.told >= LEAST_TOLD && other.told >= LEAST_SHARE * all) || isAbbreviation(other.name, name) || isAbbreviation(name, other.name),
  )
  return [name, ...sure.map((other) => other.name)]
}
