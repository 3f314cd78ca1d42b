import type { Entity } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { caseOf, childrenOf, headOf, relationOf } from '../document/syntax.ts'
import { childIn, type Scene } from './scene.ts'
import { type Adjectives, listAdjectives, markStates, rootsOf } from './states.ts'

/** Which entities are states, and for which state each mention stands. Entities are indices, −1 for none. */
export interface Sides {
  readonly isState: Uint8Array
  /** Of each mention: the state that it is, belongs to or speaks for. */
  readonly sideOf: Int32Array
  /** Of each entity: the same. */
  readonly stateOf: Int32Array
  /** States by their adjectives and names in small letters, for words that are no mention: “Lundish”, “Lundish-Ostrian”. */
  readonly byWord: ReadonlyMap<string, number>
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
  // “Oddish” taken for a state of its own beside “Odden”
  scene.entities.forEach(({ name }, e) => {
    const other = adjectives.get(name.toLowerCase())
    if (isState[e] !== 1 || other === undefined || other === e) return
    isState[e] = 0
    for (const [code, state] of byCode) if (state === e) byCode.set(code, other)
  })
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
  return {
    isState,
    sideOf,
    stateOf: Int32Array.from(ofEntity),
    byWord: listWords(scene, sideOf, adjectives),
    sightings: sightings.sort((a, b) => a.token - b.token),
  }
}

function listWords({ mentions, syntax }: Scene, sideOf: Int32Array, adjectives: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map(adjectives)
  mentions.forEach(({ form, first, last }, m) => {
    if ((form === 'name' || form === 'demonym') && last - first === 1 && (sideOf[m] as number) >= 0)
      found.set(syntax.lower[first] as string, sideOf[m] as number)
  })
  return found
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
  const self = adjectives.get(syntax.lower[head] as string)
  if (self !== undefined) return self
  for (const child of childrenOf(syntax, head)) {
    const adjective = child < head ? adjectives.get(syntax.lower[child] as string) : undefined
    if (adjective !== undefined) return adjective
    const relation = relationOf(syntax, child)
    const isTie =
      relation === 'amod' || relation === 'compound' || relation === 'nmod:poss' || (/^(?:nmod|flat)$/.test(relation) && caseOf(syntax, child) === 'of')
    if (isTie && stateAt(child) >= 0 && childIn(syntax, child, /^conj/) < 0) return stateAt(child)
  }
  return -1
}

/** Adjectives of the states that only this text knows: “Lundish” → Lund. */
function nameAdjectives({ entities }: Scene, isState: Uint8Array, adjectives: Adjectives): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  entities.forEach(({ name, link }, e) => {
    if (isState[e] === 1 && link.iso3 === undefined) for (const root of rootsOf(name)) for (const word of adjectives.get(root) ?? []) found.set(word, e)
  })
  return found
}
