import type { Mention } from '../document/mention.ts'
import type { Scene } from './scene.ts'

const STATES = /^(?:countr(?:y|ies)|nations?|states?|sides?|governments?|capitals?|neighbou?rs?|republics?|powers?|parties)$/
const PEOPLE =
  /^(?:presidents?|ministers?|leaders?|men|women|premiers?|chancellors?|envoys?|counterparts?|politicians?|rivals?|chiefs?|secretaries|kings?|diplomats?|colleagues?|officials)$/
/** How many mentions before a plural are asked for its two. */
const BACK = 60
/** The same where only names that were joined will do. */
const FAR = 200

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
  if (entity < 0) return (isPair(scene, mention) ? latestTwo(scene, m, mention) : null) ?? []
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
  const found = mention.parts.map((part) => scene.entityOf[nameAfter(scene, part)] as number).filter((entity) => entity >= 0)
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

/**
 * “Both ministers”: the two persons named last who bear that title, else the last two joined by “and”, else the last two who speak for a
 * state, else the last two; “the two countries”: the two states.
 */
function latestTwo(scene: Scene, before: number, mention: Mention): number[] | null {
  const word = scene.syntax.lower[mention.head] as string
  const kind = STATES.test(word) ? 'country' : PEOPLE.test(word) ? 'person' : null
  if (kind === null) return null
  const title = scene.syntax.lemma[mention.head] as string
  const lists: { all: number[]; titled: number[]; leading: number[] } = { all: [], titled: [], leading: [] }
  let joined: number[] | null = null
  for (let k = before - 1; k >= Math.max(0, before - BACK) && lists.titled.length < 2; k--) {
    const e = scene.entityOf[k] as number
    const other = scene.mentions[k] as Mention
    joined ??= joinedPair(scene, other, kind)
    const entity = scene.entities[e]
    if (!entity || entity.kind !== kind || other.form === 'pronoun' || other.number === 'many' || isHalfNamed(scene, k)) continue
    pushNew(lists.all, e)
    if (kind === 'country' || entity.roles.some((role) => role.title.toLowerCase().includes(title))) pushNew(lists.titled, e)
    if (LEADERS.test(word) && entity.roles.some((role) => LEADING.test(role.title))) pushNew(lists.leading, e)
  }
  const chosen = lists.titled.length === 2 ? lists.titled : (joined ?? (lists.leading.length > 1 ? lists.leading : lists.all).slice(0, 2))
  if (chosen.length === 2) return chosen.toSorted((a, b) => lists.all.indexOf(b) - lists.all.indexOf(a))
  return kind === 'country' ? latestPair(scene, before) : null
}

const LEADERS = /^(?:leaders|presidents|premiers|counterparts|ministers|chancellors|kings)$/
const LEADING = /\b(?:president|premier|prime minister|chancellor|king|queen|leader|minister|emperor|sultan|emir|pope)\b/i

/** Two of a kind that are joined: “Lind and Vale”; null for other mentions. */
function joinedPair(scene: Scene, mention: Mention, kind: 'country' | 'person'): number[] | null {
  if (mention.parts.length !== 2) return null
  const pair = partsOf(scene, mention)
  return pair.length === 2 && pair.every((e) => scene.entities[e]?.kind === kind) ? pair : null
}

function isHalfNamed(scene: Scene, m: number): boolean {
  return nameAfter(scene, m) !== m
}

/** “her counterpart” in “her counterpart, |Henrik Solm|”: the name that follows tells who; the mention itself where none does. */
function nameAfter(scene: Scene, m: number): number {
  const mention = scene.mentions[m] as Mention
  if (mention.form !== 'nominal' || scene.syntax.words[mention.last] !== ',') return m
  const k = scene.coveredBy[mention.last + 1] as number
  const next = scene.mentions[k]
  return next !== undefined && next.form === 'name' && next.kind === mention.kind && next.first === mention.last + 1 ? k : m
}

/** “Belmora and Lund … The two countries”, “Belmora and the northern clans … both sides”: the two joined before, where nothing else tells that they are states. */
function latestPair(scene: Scene, before: number): number[] | null {
  for (let k = before - 1; k >= Math.max(0, before - FAR); k--) {
    const mention = scene.mentions[k] as Mention
    const beside = namesBeside(scene, k)
    if (beside) return beside
    if (mention.parts.length !== 2 || !mention.parts.every((part) => isSide(scene.mentions[part]))) continue
    const pair = partsOf(scene, mention)
    return pair.length === 2 ? pair : null
  }
  return null
}

/** Two names of states, of which the reader may take one for a body, with nothing but “and” between them: “|Belmora and Lund| will run a train”. */
function namesBeside(scene: Scene, m: number): number[] | null {
  const { syntax, mentions, entityOf } = scene
  const first = mentions[m] as Mention
  if (!isPlaceName(first) || syntax.lower[first.last] !== 'and' || syntax.words[first.first - 1] === ',') return null
  const k = scene.coveredBy[first.last + 1] as number
  const second = mentions[k]
  if (!second || !isPlaceName(second) || second.first !== first.last + 1) return null
  if (first.kind === 'organization' && second.kind === 'organization') return null
  const pair = [entityOf[m] as number, entityOf[k] as number]
  return pair.every((entity) => entity >= 0) && pair[0] !== pair[1] ? pair : null
}

function isPlaceName({ form, kind }: Mention): boolean {
  return form === 'name' && (kind === 'country' || kind === 'place' || kind === 'organization')
}

function isSide(mention: Mention | undefined): boolean {
  return (
    mention !== undefined &&
    (mention.form === 'name' ? mention.titles.length === 0 : mention.form === 'nominal' && mention.kind !== 'person' && mention.kind !== 'place')
  )
}

function pushNew(list: number[], entity: number): void {
  if (!list.includes(entity)) list.push(entity)
}
