import type { Entity } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { caseOf, childrenOf, relationOf, TAG } from '../document/syntax.ts'
import { toSingular } from './phrases.ts'
import { type Scene, sentenceOf, speakerAt } from './scene.ts'
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
  readonly groups: { readonly token: number; readonly parties: readonly Party[] }[]
}

/** How many sentences back somebody is still in play. */
const REACH = 8
/** “The two countries” may mean those that the article is about, however far back they were named. */
const REACH_OF_COUNTED = 40
const REACH_OF_GROUPS = 3
/** Sightings looked at in one search: keeps a sentence of thousands of names from costing its square. */
const MOST_LOOKED_AT = 60

const COUNTS: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4, five: 5, trio: 3, pair: 2, bilateral: 2, trilateral: 3 }
/** Nouns whose “both” or “two” are the parties themselves or stand for them: “the two navies”, “both capitals”. */
const ACTORS =
  /^(?:country|state|nation|government|side|leader|president|premier|minister|capital|neighbou?r|party|ally|power|republic|army|navy|fleet|academy|institute|university|ministry|parliament|company|railway|delegation|chancellor|people|land|kingdom|man|woman|envoy|police|force|agency|airline|society|museum|school|coast|fleet)s?$/

/** Parties that the words around a head name: itself, whom it belongs to, and whom it is joined with. */
export function partiesAt(table: Table, head: number, depth = 0): Party[] {
  if (head < 0 || depth > 4) return []
  const { syntax } = table.scene
  const found = joinParties(ownParties(table, head, depth), [])
  if (found.length > 0 && isCounted(table, head)) return found
  for (const child of childrenOf(syntax, head)) {
    const relation = relationOf(syntax, child)
    if (relation === 'conj' || (relation === 'appos' && isNameBeside(table, head, child))) joinParties(partiesAt(table, child, depth + 1), found)
  }
  return found
}

/** A list read as appositions: “ministers of Ostria, |Varland| and Belmora”. */
function isNameBeside({ scene, sides }: Table, head: number, child: number): boolean {
  const a = scene.mentionAt[head] as number
  const b = scene.mentionAt[child] as number
  return (
    a >= 0 &&
    b >= 0 &&
    sides.sideOf[a] !== sides.sideOf[b] &&
    sides.isState[scene.entityOf[a] as number] === 1 &&
    sides.isState[scene.entityOf[b] as number] === 1
  )
}

function isCounted({ scene: { syntax } }: Table, head: number): boolean {
  return countOf(syntax, head) > 0
}

/** The number of parties in “both sides”, “the three countries”; 0 where the noun is no such group. */
function countOf(syntax: Scene['syntax'], head: number): number {
  const word = syntax.lower[head] as string
  if (word === 'both' || word === 'trio' || word === 'pair') return COUNTS[word] as number
  if (!ACTORS.test(syntax.lemma[head] as string) && !ACTORS.test(toSingular(word))) return 0
  for (const child of childrenOf(syntax, head)) {
    if (child > head) break
    const count = COUNTS[syntax.lower[child] as string]
    if (count !== undefined) return count
  }
  return 0
}

function ownParties(table: Table, head: number, depth: number): Party[] {
  const { scene } = table
  const { syntax } = scene
  const owners = partiesUnder(table, head, depth)
  const count = countOf(syntax, head)
  if (owners.length > 1) return owners
  if (count > 0) return owners.length === count ? owners : inPlay(table, head, count, [], REACH_OF_COUNTED)
  if (syntax.upos[head] === TAG.PRON || /^(?:they|we|them|us|their|our)$/.test(syntax.lower[head] as string)) return partiesOfPronoun(table, head, depth)
  const party = bestParty(table, head)
  return party && (party.state >= 0 || owners.length === 0) ? [party] : owners
}

/** Whom a noun belongs to: “|the three countries|' institutes”, “the presidents |of Belmora and Lund|”, “|Belmora's| navy”. */
function partiesUnder(table: Table, head: number, depth: number): Party[] {
  const { syntax } = table.scene
  const found: Party[] = []
  for (const child of childrenOf(syntax, head)) {
    const relation = relationOf(syntax, child)
    const isOwner = relation === 'nmod:poss' || relation === 'amod' || relation === 'compound' || (relation === 'nmod' && caseOf(syntax, child) === 'of')
    if (isOwner) joinParties(partiesAt(table, child, depth + 1), found)
  }
  return found
}

/** The mention that says most about a head: one with a state, else a body or a person with a name. */
function bestParty({ scene, sides }: Table, head: number): Party | null {
  let best: Party | null = null
  for (let m = scene.mentionAt[head] as number; m >= 0; m = scene.nextMention[m] as number) {
    const mention = scene.mentions[m] as Mention
    const own = scene.entityOf[m] as number
    const state = sides.sideOf[m] as number
    if (own < 0 || mention.parts.length > 0 || (state < 0 && !isBody(scene.entities[own], mention))) continue
    if (best === null || (best.state < 0 && state >= 0)) best = { own, state }
  }
  return best
}

/** A body or person that the text names; “the army” of nobody known is none. */
function isBody(entity: Entity | undefined, { form, gender }: Mention): boolean {
  if (form !== 'name' && !entity?.mentions.some((mention) => mention.form === 'name')) return false
  if (entity?.kind === 'organization' || entity?.kind === 'country') return true
  // a body that the reader took for a person has no gender and no office
  return entity?.kind === 'person' && gender === null && entity.roles.length === 0
}

/** “They” of a known group is that group; of nobody known, the last group that the text named. “We” is the speaker's side. */
function partiesOfPronoun(table: Table, head: number, depth: number): Party[] {
  const { scene, sides } = table
  const word = scene.syntax.lower[head] as string
  if (/^(?:we|us|our|ours|i|my)$/.test(word)) {
    const speaker = speakerAt(scene, head)
    const state = speaker < 0 ? -1 : (sides.stateOf[speaker] as number)
    return state >= 0 ? [{ own: speaker, state }] : []
  }
  const m = scene.mentionAt[head] as number
  const entity = m >= 0 ? (scene.entityOf[m] as number) : -1
  if (entity >= 0 && (sides.sideOf[m] as number) >= 0 && sides.isState[entity] === 1) return [{ own: entity, state: entity }]
  if (/^(?:they|them|their|theirs|each)$/.test(word)) {
    const before = entity < 0 ? -1 : (table.firstNamed[entity] as number)
    const named = before >= 0 && before < head && depth < 3 ? partiesAt(table, before, depth + 2) : []
    return named.length > 0 ? named : lastGroup(table, head)
  }
  const party = bestParty(table, head)
  return party && party.state >= 0 ? [party] : []
}

/** The last group of two or more that was named in this or the sentences before. */
export function lastGroup({ scene, groups }: Table, token: number): Party[] {
  for (let n = groups.length - 1; n >= 0; n--) {
    const group = groups[n] as Table['groups'][number]
    if (group.token >= token) continue
    if ((scene.sentence[token] as number) - (scene.sentence[group.token] as number) > REACH_OF_GROUPS) return []
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

/** Everybody in an article, before anything is read from it. */
export function setTable(scene: Scene, sides: Sides): Table {
  const firstNamed = new Int32Array(scene.entities.length).fill(-1)
  scene.mentions.forEach(({ form, head }, m) => {
    const entity = scene.entityOf[m] as number
    if (entity >= 0 && form !== 'pronoun' && firstNamed[entity] === -1) firstNamed[entity] = head
  })
  return { scene, sides, firstNamed, groups: [] }
}

/** Notes the groups of two or more that a sentence names, so that “they” behind it may mean them. */
export function noteGroups(table: Table, first: number, last: number): void {
  const { syntax, mentionAt } = table.scene
  for (let i = first; i < last; i++) {
    if (mentionAt[i] === -1 || syntax.upos[i] === TAG.PRON || relationOf(syntax, i) === 'conj') continue
    const parties = partiesAt(table, i)
    if (betweenOf(parties).length > 1) table.groups.push({ token: i, parties })
  }
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
