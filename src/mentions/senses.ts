import type { EntityKind } from '../document/entity.ts'
import { type Syntax, TAG } from '../document/syntax.ts'
import type { NameSense } from '../knowledge/knowledge.ts'
import { findNounKind } from './head-nouns.ts'
import { expandRank, isHonorific } from './honorifics.ts'
import type { Sighting } from './sightings.ts'

const ENTITY_KINDS: Readonly<Record<NameSense['kind'], EntityKind>> = {
  country: 'country',
  demonym: 'country',
  capital: 'place',
  seat: 'organization',
  place: 'place',
  organization: 'organization',
  institution: 'organization',
  person: 'person',
}

/** The kind of thing a sense names, before its use in the sentence is looked at (a capital may act as a government). */
export function kindOfSense(sense: NameSense): EntityKind {
  return ENTITY_KINDS[sense.kind]
}

/**
 * Which of a name's senses is meant here. The reader's kind decides between senses; a person is believed against a country only
 * where something before it says so (“Mr. Jordan”). Null: a person that knowledge does not know.
 */
export function chooseSense(syntax: Syntax, { first, last, senses }: Sighting, reader: EntityKind | null): NameSense | null {
  if (last - first === 1 && isPersonHere(syntax, first, senses, reader)) return senses.find((sense) => sense.kind === 'person') ?? null
  const hasCapital = senses.some((sense) => sense.kind === 'capital')
  const fits = (sense: NameSense) =>
    reader !== null && !(hasCapital && sense.kind === 'organization') && (kindOfSense(sense) === reader || (reader === 'place' && sense.kind === 'country'))
  const isAdjective = syntax.upos[last - 1] === TAG.ADJ
  // “Dominican”, “Swiss”: as an adjective only a demonym
  return (isAdjective ? senses.find((sense) => sense.kind === 'demonym') : null) ?? senses.find(fits) ?? senses[0] ?? null
}

function isPersonHere(syntax: Syntax, i: number, senses: readonly NameSense[], reader: EntityKind | null): boolean {
  const before = i > 0 && syntax.isSentenceStart[i] === 0 ? i - 1 : -1
  if (before >= 0 && (isHonorific(syntax.words[before] as string) || expandRank(syntax.lower[before] as string) !== null)) return true
  if (reader !== 'person') return false
  const isState = senses.some((sense) => sense.kind !== 'person' && sense.kind !== 'place')
  return !isState || (before >= 0 && findNounKind(syntax.lemma[before] as string) === 'person' && syntax.lower[before] !== 'fellow')
}
