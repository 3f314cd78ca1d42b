import { type Scene, sentenceOf } from './scene.ts'
import type { Sides } from './sides.ts'

/** One party: who the words name, and the state they stand for (−1 for none). Entities are indices. */
export interface Party {
  readonly own: number
  readonly state: number
}

/** Who takes part, and the groups of two or more that the text has named so far: what “they” and “the two” may mean. */
export interface Table {
  readonly scene: Scene
  readonly sides: Sides
  /** Of each entity: the head of its first mention that is no pronoun, −1 for none. */
  readonly firstNamed: Int32Array
  /** The two states of an article that tells of no third; empty otherwise. */
  readonly pair: readonly Party[]
  readonly groups: { readonly token: number; readonly parties: readonly Party[] }[]
}

/** How many sentences back somebody is still in play. */
export const REACH = 8
const REACH_OF_GROUPS = 3
/** Sightings looked at in one search: keeps a sentence of thousands of names from costing its square. */
const MOST_LOOKED_AT = 60

/** The last group of two or more that was named in this or the sentences before. */
export function lastGroup({ scene, groups }: Table, token: number, reach = REACH_OF_GROUPS): Party[] {
  for (let n = groups.length - 1; n >= 0; n--) {
    const group = groups[n] as Table['groups'][number]
    if (group.token >= token) continue
    if ((scene.sentence[token] as number) - (scene.sentence[group.token] as number) > reach) return []
    return [...group.parties]
  }
  return []
}

/** The nearest states before a token, and in its own sentence: as many as wanted, else none. */
export function inPlay({ scene, sides }: Table, token: number, wanted: number, known: readonly Party[] = [], reach = REACH): Party[] {
  const { last } = sentenceOf(scene, token)
  const { sightings } = sides
  const found = [...known]
  let low = lowerBound(sightings, token)
  const oldest = (scene.sentence[token] as number) - reach
  const add = (state: number) => {
    if (!found.some((party) => party.state === state)) found.push({ own: state, state })
  }
  const from = low
  const lowest = Math.max(0, low - MOST_LOOKED_AT)
  for (low--; low >= lowest && found.length < wanted; low--) {
    const sighting = sightings[low] as Sides['sightings'][number]
    if ((scene.sentence[sighting.token] as number) < oldest) break
    add(sighting.state)
  }
  for (let n = from; n < Math.min(sightings.length, from + MOST_LOOKED_AT) && found.length < wanted; n++) {
    const sighting = sightings[n] as Sides['sightings'][number]
    if (sighting.token >= last) break
    add(sighting.state)
  }
  return found.length === wanted ? found : []
}

/** The states that the sentence of a token names, in text order. */
export function statesOfSentence({ scene, sides }: Table, token: number): Party[] {
  const { first, last } = sentenceOf(scene, token)
  const found: Party[] = []
  for (let n = lowerBound(sides.sightings, first), most = n + MOST_LOOKED_AT; n < Math.min(most, sides.sightings.length); n++) {
    const { token: at, state } = sides.sightings[n] as Sides['sightings'][number]
    if (at >= last) break
    joinParties([{ own: state, state }], found)
  }
  return found
}

/** Everybody in an article, before anything is read from it. */
export function setTable(scene: Scene, sides: Sides): Table {
  const firstNamed = new Int32Array(scene.entities.length).fill(-1)
  scene.mentions.forEach(({ form, head }, m) => {
    const entity = scene.entityOf[m] as number
    if (entity >= 0 && form !== 'pronoun' && firstNamed[entity] === -1) firstNamed[entity] = head
  })
  const states = [...new Set(sides.sightings.map(({ state }) => state))]
  const pair = states.length === 2 ? states.map((state) => ({ own: state, state })) : []
  return { scene, sides, firstNamed, pair, groups: [] }
}

function lowerBound(sightings: Sides['sightings'], token: number): number {
  let low = 0
  let high = sightings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sightings[middle] as Sides['sightings'][number]).token < token) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds parties that are not there yet; gives the list. */
export function joinParties(more: readonly Party[], to: Party[]): Party[] {
  for (const party of more) if (!to.some(({ own, state }) => own === party.own || (state >= 0 && state === party.state))) to.push(party)
  return to
}

/**
 * The entities that an entry names: states where every party stands for one of its own, else the parties as the words name them.
 * Fewer than two: no cooperation.
 */
export function betweenOf(parties: readonly Party[]): number[] {
  const states = [...new Set(parties.map(({ state }) => state))]
  if (!states.includes(-1)) return states
  return [...new Set(parties.map(({ own }) => own))]
}
