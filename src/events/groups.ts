import type { Mention } from '../document/mention.ts'
import type { Scene } from './scene.ts'

const STATES = /^(?:countr(?:y|ies)|nations?|states?|sides?|governments?|capitals?|neighbou?rs?|republics?|powers?|parties)$/
const PEOPLE =
  /^(?:presidents?|ministers?|leaders?|men|women|premiers?|chancellors?|envoys?|counterparts?|politicians?|rivals?|chiefs?|secretaries|kings?|diplomats?|colleagues?|officials)$/
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
  const states = namedStates(scene, m, mention)
  if (states.length > 1 && STATES.test(scene.syntax.lower[mention.head] as string)) return states
  if (entity < 0) return []
  const told = firstOf(scene, m, entity)
  const first = scene.mentions[told] as Mention
  if (first.parts.length > 0) return partsOf(scene, first)
  const leaders = leadersOf(scene, told, first)
  if (leaders) return leaders
  const pair = isPair(scene, first) ? latestTwo(scene, told, first) : null
  return pair ?? [entity]
}

/** “the governments of Belmora and Ostria” */
function namedStates(scene: Scene, m: number, mention: Mention): number[] {
  const found: number[] = []
  for (let k = m + 1; k < scene.mentions.length && (scene.mentions[k] as Mention).first < mention.last; k++) {
    const inner = scene.mentions[k] as Mention
    const entity = scene.entityOf[k] as number
    if (inner.first > mention.head && inner.form === 'name' && entity >= 0 && inner.parts.length === 0) pushNew(found, entity)
  }
  return found
}

/** “the presidents of Belmora and Lund”: the persons of these states, where the article names one of each. */
function leadersOf(scene: Scene, m: number, mention: Mention): number[] | null {
  if (!PEOPLE.test(scene.syntax.lower[mention.head] as string)) return null
  const found: number[] = []
  const states = namedStates(scene, m, mention)
  for (const state of states) {
    const theirs = scene.peopleOf.get(scene.codeOf[state] ?? '') ?? []
    if (theirs.length !== 1) return null
    found.push(theirs[0] as number)
  }
  return found.length > 1 ? found : null
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
  if (chosen.length === 2) return chosen.reverse()
  return kind === 'country' ? latestPair(scene, before) : null
}

/** “Belmora and Lund … The two countries”: names joined before, where nothing else tells that they are states. */
function latestPair(scene: Scene, before: number): number[] | null {
  for (let k = before - 1; k >= Math.max(0, before - BACK); k--) {
    const mention = scene.mentions[k] as Mention
    if (mention.parts.length !== 2 || !mention.parts.every((part) => scene.mentions[part]?.form === 'name')) continue
    const pair = partsOf(scene, mention)
    return pair.length === 2 ? pair : null
  }
  return null
}

function pushNew(list: number[], entity: number): void {
  if (!list.includes(entity)) list.push(entity)
}
