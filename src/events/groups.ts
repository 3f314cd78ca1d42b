import type { Mention } from '../document/mention.ts'
import type { Scene } from './scene.ts'

const STATES = /^(?:countr(?:y|ies)|nations?|states?|sides?|governments?|capitals?|neighbou?rs?|republics?|powers?|parties)$/
const PEOPLE = /^(?:presidents?|ministers?|leaders?|men|women|premiers?|chancellors?|envoys?|counterparts?|politicians?|rivals?|chiefs?|secretaries|kings?|diplomats?|colleagues?|officials)$/
/** How many mentions before a plural are asked for its two. */
const BACK = 60

/**
 * Whom a mention means, one entity each: a coordination's parts, the two latest of a kind for “the two presidents” and “both
 * countries”, else its own entity. Empty where nobody knows.
 */
export function memberEntities(scene: Scene, m: number): number[] {
  const mention = scene.mentions[m] as Mention
  const entity = scene.entityOf[m] as number
  if (mention.number !== 'many') return entity >= 0 ? [entity] : []
  if (mention.parts.length > 0) return partsOf(scene, mention)
  if (entity < 0) return []
  const told = firstOf(scene, m, entity)
  const first = scene.mentions[told] as Mention
  if (first.parts.length > 0) return partsOf(scene, first)
  const pair = isPair(scene, first) ? latestTwo(scene, told, first) : null
  return pair ?? [entity]
}

function partsOf(scene: Scene, mention: Mention): number[] {
  const found = mention.parts.map((part) => scene.entityOf[part] as number).filter((entity) => entity >= 0)
  return [...new Set(found)]
}

/** The nearest mention before that says who “they” are; the mention itself where it is a description. */
function firstOf(scene: Scene, m: number, entity: number): number {
  if (scene.mentions[m]?.form !== 'pronoun') return m
  for (let k = m - 1; k >= Math.max(0, m - BACK); k--) if (scene.entityOf[k] === entity && scene.mentions[k]?.form !== 'pronoun') return k
  return m
}

function isPair(scene: Scene, mention: Mention): boolean {
  const { lower } = scene.syntax
  for (let i = mention.first; i < mention.head; i++) if (lower[i] === 'two' || lower[i] === 'both') return true
  return false
}

/** “Both ministers”: the two persons named last, those first who bear that title; “the two countries”: the two states. */
function latestTwo(scene: Scene, before: number, mention: Mention): number[] | null {
  const word = scene.syntax.lower[mention.head] as string
  const kind = STATES.test(word) ? 'country' : PEOPLE.test(word) ? 'person' : null
  if (kind === null) return null
  const title = scene.syntax.lemma[mention.head] as string
  const all: number[] = []
  const titled: number[] = []
  for (let k = before - 1; k >= Math.max(0, before - BACK) && titled.length < 2; k--) {
    const entity = scene.entities[scene.entityOf[k] as number]
    if (!entity || entity.kind !== kind || scene.mentions[k]?.form === 'pronoun') continue
    pushNew(all, scene.entityOf[k] as number)
    if (kind === 'country' || entity.roles.some((role) => role.title.toLowerCase().includes(title))) pushNew(titled, scene.entityOf[k] as number)
  }
  const chosen = titled.length === 2 ? titled : all.slice(0, 2)
  return chosen.length === 2 ? chosen.reverse() : null
}

function pushNew(list: number[], entity: number): void {
  if (!list.includes(entity)) list.push(entity)
}
