import type { Entity } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { caseOf, childrenOf, headOf, isCapitalized, relationOf, TAG } from '../document/syntax.ts'
import { childIn, type Scene } from './scene.ts'

/** Which entities are states, and for which state each mention stands. Entities are indices, −1 for none. */
export interface Sides {
  readonly isState: Uint8Array
  /** Of each mention: the state that it is, belongs to or speaks for. */
  readonly sideOf: Int32Array
  /** Of each entity: the same. */
  readonly stateOf: Int32Array
  /** Mentions that stand for a state, in text order: who is in play. */
  readonly sightings: readonly { readonly token: number; readonly state: number }[]
}

export function findSides(scene: Scene): Sides {
  const written = listAdjectives(scene)
  const isState = markStates(scene, written)
  const byCode = new Map<string, number>()
  scene.entities.forEach((entity, e) => {
    if (isState[e] === 0 || entity.country === null) return
    // two entities of one state are one party
    if (byCode.has(entity.country)) isState[e] = 0
    else byCode.set(entity.country, e)
  })
  scene.mentions.forEach(({ country }, m) => {
    const entity = scene.entityOf[m] as number
    if (entity >= 0 && isState[entity] === 1 && country !== null && !byCode.has(country)) byCode.set(country, entity)
  })
  const adjectives = nameAdjectives(scene, isState, written)
  const own = scene.mentions.map((_, m) => ownSide(scene, isState, byCode, adjectives, m))
  const ofEntity = scene.entities.map((entity, e) => (isState[e] === 1 ? e : sideByRole(entity, isState, byCode)))
  own.forEach((side, m) => {
    const entity = scene.entityOf[m] as number
    if (side >= 0 && entity >= 0 && (ofEntity[entity] as number) < 0 && mayStand(scene.entities[entity] as Entity)) ofEntity[entity] = side
  })
  // “Lauth's predecessor”, “its army”: the side of whom they belong to
  scene.mentions.forEach((mention, m) => {
    const entity = scene.entityOf[m] as number
    const owner = mention.owner && own[m] === -1 ? scene.mentionAt[headOf(scene.syntax, mention.owner.first, mention.owner.last)] : -1
    if (owner == null || owner < 0 || entity < 0 || (ofEntity[entity] as number) >= 0 || !mayStand(scene.entities[entity] as Entity)) return
    ofEntity[entity] = ofEntity[scene.entityOf[owner] as number] ?? -1
  })
  const sideOf = Int32Array.from(own, (side, m) => (side >= 0 ? side : (ofEntity[scene.entityOf[m] as number] ?? -1)))
  const sightings = scene.mentions.map(({ head }, m) => ({ token: head, state: sideOf[m] as number })).filter(({ state }) => state >= 0)
  return { isState, sideOf, stateOf: Int32Array.from(ofEntity), sightings: sightings.sort((a, b) => a.token - b.token) }
}

function mayStand({ kind }: Entity): boolean {
  return kind === 'person' || kind === 'organization' || kind === 'group' || kind === 'country'
}

/** The state that an office in the entity's roles, or knowledge of it, ties it to. */
function sideByRole(entity: Entity, isState: Uint8Array, byCode: ReadonlyMap<string, number>): number {
  if (!mayStand(entity)) return -1
  const role = entity.roles.find(({ of }) => of !== null && isState[of] === 1)
  return role?.of ?? byCode.get(entity.country ?? '') ?? -1
}

/** What the words themselves tell: “Belmora's minister”, “the Varlandic president”, “President Tamar of Sorai”. */
function ownSide(scene: Scene, isState: Uint8Array, byCode: ReadonlyMap<string, number>, adjectives: ReadonlyMap<string, number>, m: number): number {
  const { syntax, mentions, entityOf, mentionAt } = scene
  const mention = mentions[m] as Mention
  const entity = entityOf[m] as number
  if (entity >= 0 && isState[entity] === 1) return entity
  if (mention.kind === 'place' || mention.kind === 'document' || mention.parts.length > 0) return -1
  const stateAt = (token: number) => {
    const at = mentionAt[token] as number
    const found = at >= 0 ? (entityOf[at] as number) : -1
    return found >= 0 && isState[found] === 1 ? found : -1
  }
  if (mention.owner !== null) {
    const owner = stateAt(headOf(syntax, mention.owner.first, mention.owner.last))
    if (owner >= 0) return owner
  }
  const told = byCode.get(mention.country ?? '') ?? -1
  if (told >= 0) return told
  const head = headOf(syntax, mention.first, mention.last)
  for (const child of childrenOf(syntax, head)) {
    const adjective = child < head ? adjectives.get(syntax.lower[child] as string) : undefined
    if (adjective !== undefined) return adjective
    const relation = relationOf(syntax, child)
    const isTie = relation === 'amod' || relation === 'compound' || relation === 'nmod:poss' || (relation === 'nmod' && caseOf(syntax, child) === 'of')
    if (isTie && stateAt(child) >= 0 && childIn(syntax, child, /^conj/) < 0) return stateAt(child)
  }
  return -1
}

/**
 * States that knowledge tells or mentions tie themselves to, and names that the text treats as states without calling them so:
 * with an adjective of their own (“Lund”, “his Lundish colleague”), beside another state (“Ostria and Varland”), behind an
 * office (“the ministers of Ostria and Varland”), or doing what governments do (“Varland rejected the plan”).
 */
function markStates(scene: Scene, adjectives: Adjectives): Uint8Array {
  const { entities, mentions, entityOf } = scene
  const isState = Uint8Array.from(entities, ({ kind, link }) => Number(kind === 'country' && link.iso3 !== undefined))
  const acts = new Int32Array(entities.length)
  const mayBe = entities.map((entity, e) => isState[e] === 0 && mayBeState(entity))
  const isDescribed = entities.map((entity, e) => mayBe[e] === true && hasAdjective(entity, adjectives))
  mentions.forEach((mention, m) => {
    const e = entityOf[m] as number
    if (e < 0 || isState[e] === 1 || mention.form === 'pronoun' || mention.form === 'nominal') return
    const isNamed = mention.last - mention.first === 1 || mention.country?.startsWith('~')
    if (!isNamed || !mayBe[e]) return
    if (mention.form === 'demonym' || isDescribed[e] || isActing(scene, mention.head)) acts[e] = 1
  })
  acts.forEach((isActing, e) => {
    if (isActing === 1) isState[e] = 1
  })
  for (let round = 0; round < 2; round++) spreadOverCoordinations(scene, isState)
  return isState
}

/** A single capitalized name that is nobody's full name: persons have two, so “Varland” may be one that the reader took for a man. */
function mayBeState({ name, kind, roles, country }: Entity): boolean {
  if (kind === 'document' || kind === 'group' || (country !== null && kind !== 'country')) return false
  return /^\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?$/u.test(name) && (kind !== 'person' || (!name.includes(' ') && roles.every(({ of }) => of === null)))
}

/** Adjectives of the states that only this text knows: “Lundish” → Lund. */
function nameAdjectives({ entities }: Scene, isState: Uint8Array, adjectives: Adjectives): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  entities.forEach(({ name, link }, e) => {
    if (isState[e] === 1 && link.iso3 === undefined) for (const root of rootsOf(name)) for (const word of adjectives.get(root) ?? []) found.set(word, e)
  })
  return found
}

/** Capitalized words that may be adjectives of states, by what remains without their ending: “ostrian” under “ostri” and “ostr”. */
type Adjectives = ReadonlyMap<string, readonly string[]>

function listAdjectives({ syntax }: Scene): Adjectives {
  const seen = new Set<string>()
  const found = new Map<string, string[]>()
  for (let i = 0; i < syntax.count; i++) {
    const word = syntax.lower[i] as string
    if (!isCapitalized(syntax.words[i] as string) || !ADJECTIVE.test(word) || seen.has(word)) continue
    seen.add(word)
    for (const ending of ENDINGS)
      if (word.endsWith(ending)) found.set(word.slice(0, -ending.length), [...(found.get(word.slice(0, -ending.length)) ?? []), word])
  }
  return found
}

const ADJECTIVE = /(?:n|ish|ic|ese|i)$/
const ENDINGS = ['n', 'an', 'ian', 'ean', 'ish', 'ic', 'ese', 'i']

function hasAdjective({ name }: Entity, adjectives: Adjectives): boolean {
  return rootsOf(name).some((root) => adjectives.has(root))
}

/** What adjectives are made from: “Ostria” and “Ostr”. Names of three letters are too short to tell. */
function rootsOf(name: string): string[] {
  const whole = name.toLowerCase()
  const stem = whole.replace(/[aeiouy]+$/, '')
  return stem.length < 4 ? [] : stem === whole ? [whole] : [whole, stem]
}

/** What governments do and cities or men alone hardly do in such words: a name as subject of it is a state. */
const ACTS =
  /^(?:accuse|agree|annex|ban|deny|expel|export|extradite|impose|invade|join|leave|negotiate|propose|ratify|recall|recogni[sz]e|reject|resume|retaliate|sanction|sign|suspend|veto|withdraw|send|offer)$/

function isActing({ syntax, entityOf, entities, mentionAt }: Scene, head: number): boolean {
  const entity = entities[entityOf[mentionAt[head] as number] as number]
  if (entity?.kind === 'person') return false
  const relation = relationOf(syntax, head)
  const above = syntax.head[head] as number
  if (relation === 'nsubj') return entity?.kind !== 'organization' && above >= 0 && ACTS.test(syntax.lemma[above] as string)
  if (relation === 'nmod' && caseOf(syntax, head) === 'of' && above >= 0) return OFFICE.test(syntax.lemma[above] as string) || syntax.upos[above] === TAG.PROPN
  return relation === 'nmod:poss' && above >= 0 && OFFICE.test(syntax.lemma[above] as string)
}

const OFFICE = /^(?:president|minister|government|parliament|chancellor|premier|king|queen|army|navy|republic|kingdom|ambassador|foreign|cabinet|state)$/

function spreadOverCoordinations({ syntax, mentions, entities, entityOf, mentionAt }: Scene, isState: Uint8Array): void {
  mentions.forEach((mention, m) => {
    const e = entityOf[m] as number
    if (e < 0 || relationOf(syntax, mention.head) !== 'conj' || !isCapitalized(syntax.words[mention.head] as string)) return
    const partner = mentionAt[syntax.head[mention.head] as number] ?? -1
    const other = partner >= 0 ? (entityOf[partner] as number) : -1
    if (other < 0) return
    const isAlone = (n: number) => mentions[n]?.form === 'name' && (mentions[n] as Mention).last - (mentions[n] as Mention).first === 1
    if (isState[other] === 1 && isState[e] === 0 && isAlone(m) && mayBeState(entities[e] as Entity)) isState[e] = 1
    if (isState[e] === 1 && isState[other] === 0 && isAlone(partner) && mayBeState(entities[other] as Entity)) isState[other] = 1
  })
}
