import type { Readout, ReadoutEntity } from '../document/readout.ts'
import { findCountry, findPeople, findSenses, type Knowledge } from '../knowledge/knowledge.ts'
import { findBody, isCommonName, isUntold, listBodyKeys, readBody } from './bodies.ts'
import { areOtherStates, type IdentityDraft, type IdentityKind } from './facts.ts'
import { foldIdentityName, trimName } from './names.ts'
import { isArtistOrAthlete, pickOffice } from './offices.ts'
import { isFullName, listPersonKeys } from './person-names.ts'

const KINDS: ReadonlySet<string> = new Set<IdentityKind>(['person', 'country', 'organization', 'place'])

/**
 * Describes an entity of an article so that it can be recognised in others; null for what has no identity beyond its article: groups,
 * documents, whoever is only described (“a senior official”, “the statement”). `article` is the article's key where it has one.
 */
export function describeEntity(entity: ReadoutEntity, readout: Readout, knowledge: Knowledge, article: string | null = null): IdentityDraft | null {
  const names = countNames(entity)
  const iso3 = entity.link['iso3'] ?? null
  if (!KINDS.has(entity.kind) || (names.length === 0 && iso3 === null)) return null
  const common = {
    names,
    iso3,
    wikidata: entity.link['wikidata'] ?? null,
    offices: entity.roles.map(({ title }) => title),
    office: pickOffice(
      entity.roles.map(({ title }) => title),
      knowledge,
    ),
    seenOn: readout.article.publishedOn,
    article,
  }
  if (entity.kind === 'country') return { ...common, ...describeCountry(entity, knowledge), kind: 'country' }
  if (entity.kind === 'person') return { ...common, ...describePerson(entity, knowledge), kind: 'person' }
  return { ...common, ...describeBody(entity, names, knowledge) }
}

type Told = Pick<IdentityDraft, 'name' | 'country' | 'keys' | 'isOwn'>

/** Names that the text tells, the likeliest first. */
function countNames(entity: ReadoutEntity): { name: string; told: number }[] {
  const told = new Map<string, number>()
  for (const { form, text } of entity.mentions) {
    const name = trimName(text)
    if (form === 'name' && /\p{L}/u.test(name)) told.set(name, (told.get(name) ?? 0) + 1)
  }
  return [...told].map(([name, count]) => ({ name, told: count })).sort((a, b) => b.told - a.told)
}

/** A state and its government are one; states that no list has go by their name. */
function describeCountry({ name, country, link }: ReadoutEntity, knowledge: Knowledge): Told {
  const known = link['iso3'] === undefined ? null : findCountry(knowledge, link['iso3'])
  const best = known?.name ?? trimName(name)
  return { name: best, country: link['iso3'] ?? country, keys: [foldIdentityName(best)], isOwn: known === null && isUntold(best, null, knowledge) }
}

function describePerson(entity: ReadoutEntity, knowledge: Knowledge): Told {
  const best = trimName(entity.name)
  const known = findKnown(entity, best, knowledge)
  const name = known?.name ?? best
  const keys = new Set([name, best].flatMap(listPersonKeys))
  return { name, country: known?.country ?? entity.country, keys: [...keys].filter((key) => key !== ''), isOwn: !known && !isFullName(best) }
}

/** Who bears this name in the knowledge base, unless the article speaks of a namesake: a footballer, or somebody from another country. */
function findKnown({ country, roles }: ReadoutEntity, name: string, knowledge: Knowledge): { name: string; country: string | null } | null {
  const people = listPeople(name, knowledge)
  const [first] = people
  if (!first || people.some((other) => other.name !== first.name)) return null
  const isOther = people.every((person) => areOtherStates(country, person.country))
  const offices = roles.map(({ title }) => title)
  if (isOther || isArtistOrAthlete(offices, knowledge)) return null
  return people.find((person) => person.country !== null && findCountry(knowledge, person.country)) ?? { name: first.name, country }
}

/**
 * People of this name, with the countries and bodies that they serve. Knowledge folds “Jr.” away, but a son is not his father; “State” is
 * left of “Secretary of State Ana Tal” where a text was misread.
 */
function listPeople(name: string, knowledge: Knowledge): { name: string; country: string | null }[] {
  if (/ (?:Jr|II|III|IV)\b\.?$/.test(name)) return []
  const best = name.replace(/^State (?=\S+ \S)/, '')
  const exact = findSenses(knowledge, best).filter(({ kind }) => kind === 'person')
  // The code of a body that sends somebody (“NATO”) is not that of a state.
  const holders = findPeople(knowledge, best).map(({ person, country }) => ({ name: person, country: findCountry(knowledge, country) ? country : null }))
  return [...exact.map((sense) => ({ name: sense.name, country: sense.country })), ...holders]
}

function describeBody(entity: ReadoutEntity, names: IdentityDraft['names'], knowledge: Knowledge): Told & { kind: IdentityKind } {
  const best = trimName(entity.name)
  const kind = entity.kind === 'place' ? 'place' : 'organization'
  const known = findKnownBody(best, kind, entity.country, knowledge)
  const isCommon = kind === 'organization' && isCommonName(readBody(best, entity.country, knowledge))
  // What is active in many countries belongs to none (“Islamic State”), but each has its own “Supreme Court”.
  const country = known ? (known.country ?? (isCommon ? entity.country : null)) : entity.country
  const name = known?.name ?? best
  if (kind === 'organization' && country !== null && isGovernment(name, country, knowledge)) return asCountry(country, knowledge)
  const keys = [name, best, ...names.map(({ name: told }) => told)].flatMap((told) => listBodyKeys(told, country, knowledge))
  return { kind, name, country, keys: [...new Set(keys)], isOwn: kind === 'organization' && isUntold(name, country, knowledge) }
}

/** A body or place of the knowledge base, also with its country's adjective before it (“Afghan ISIS”), unless it belongs to another state. */
function findKnownBody(name: string, kind: IdentityKind, country: string | null, knowledge: Knowledge): ReturnType<typeof findBody> {
  const kinds = kind === 'place' ? ['place', 'capital', 'seat'] : ['organization', 'institution']
  const known = findBody(name, kinds, knowledge) ?? findBody(readBody(name, country, knowledge).join(' '), kinds, knowledge)
  return known && !areOtherStates(known.country, country) ? known : null
}

/** “the Government of Varland”: one with its country. */
function isGovernment(name: string, country: string, knowledge: Knowledge): boolean {
  return readBody(name, country, knowledge).join(' ') === 'government' && findCountry(knowledge, country) !== null
}

function asCountry(country: string, knowledge: Knowledge): Told & { kind: IdentityKind; iso3: string } {
  const name = findCountry(knowledge, country)?.name ?? country
  return { kind: 'country', name, country, iso3: country, keys: [foldIdentityName(name)], isOwn: false }
}
