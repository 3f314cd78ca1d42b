import type { Entity } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import { caseOf, childrenOf, isCapitalized, relationOf, TAG } from '../document/syntax.ts'
import { toSingular } from './phrases.ts'
import { type Scene, speakerAt } from './scene.ts'
import { betweenOf, inPlay, joinParties, lastGroup, type Party, REACH, type Table } from './table.ts'

/** “The two countries” may mean those that the article is about, however far back they were named. */
const REACH_OF_COUNTED = 40

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
  // “|the two| still cooperate”
  if (syntax.upos[head] === TAG.NUM && syntax.lower[head - 1] === 'the') return COUNTS[word] ?? 0
  if (word === 'both' || word === 'trio' || word === 'pair') return COUNTS[word] as number
  if (!ACTORS.test(syntax.lemma[head] as string) && !ACTORS.test(toSingular(word))) return 0
  for (const child of childrenOf(syntax, head)) {
    if (child > head) break
    const count = COUNTS[syntax.lower[child] as string]
    if (count !== undefined) return count
  }
  return 0
}

/** “|The neighbours| would open a consulate”, “|the sides| agreed”: those last named together. */
function isGroupOfAll(syntax: Scene['syntax'], head: number): boolean {
  if (!/^(?:neighbou?rs|sides|parties|partners|allies|governments)$/.test(syntax.lower[head] as string)) return false
  for (const child of childrenOf(syntax, head)) if (child !== head - 1 || syntax.lower[child] !== 'the') return relationOf(syntax, child) === 'punct'
  return syntax.lower[head - 1] === 'the'
}

/** “From |its neighbour|”: the other one. */
const NEIGHBOUR = /^(?:neighbou?r|partner|ally|rival|counterpart)$/

function otherThan(table: Table, owners: readonly Party[]): Party[] {
  const both = joinParties(table.pair, [...owners])
  return both.length === 2 ? both.slice(1) : []
}

function ownParties(table: Table, head: number, depth: number): Party[] {
  const { scene } = table
  const { syntax } = scene
  const owners = partiesUnder(table, head, depth)
  if (NEIGHBOUR.test(syntax.lower[head] as string) && owners.length === 1) return otherThan(table, owners)
  // “|those| of Varland”
  if (/^(?:those|that)$/.test(syntax.lower[head] as string) && owners.length > 0) return owners
  const count = countOf(syntax, head)
  if (owners.length > 1) return owners
  if (count > 0) return owners.length === count ? owners : inPlay(table, head, count, [], REACH_OF_COUNTED)
  if (isGroupOfAll(syntax, head)) return lastGroup(table, head).length > 1 ? lastGroup(table, head) : inPlay(table, head, 2, [], REACH)
  if (syntax.upos[head] === TAG.PRON || /^(?:they|we|them|us|their|our)$/.test(syntax.lower[head] as string)) return partiesOfPronoun(table, head, depth)
  const named = partiesOfWord(table, head)
  if (named.length > 0) return named
  const party = bestParty(table, head)
  return party && (party.state >= 0 || owners.length === 0) ? [party] : owners
}

/** Whom a noun belongs to: “|the three countries|' institutes”, “the presidents |of Belmora and Lund|”, “|Belmora's| navy”. */
function partiesUnder(table: Table, head: number, depth: number): Party[] {
  const { syntax } = table.scene
  const found: Party[] = []
  for (const child of childrenOf(syntax, head)) {
    const relation = relationOf(syntax, child)
    const isOwner = relation === 'nmod:poss' || relation === 'amod' || relation === 'compound' || (relation === 'nmod' && isOrigin(syntax, child))
    if (isOwner) joinParties(partiesAt(table, child, depth + 1), found)
  }
  return found
}

/** “|Lundish| inspectors”, “a |Lundish-Ostrian| consortium”: adjectives that are no mention. */
function partiesOfWord({ scene, sides }: Table, head: number): Party[] {
  if (!isCapitalized(scene.syntax.words[head] as string) || (scene.mentionAt[head] as number) >= 0) return []
  const states = (scene.syntax.lower[head] as string).split(/[-–]/).map((word) => sides.byWord.get(word) ?? -1)
  return states.includes(-1)
    ? []
    : joinParties(
        states.map((state) => ({ own: state, state })),
        [],
      )
}

/** “The armies |of Ostria|, “doctors |from Ostria|”, “police |in Ostria and Varland|”. */
function isOrigin(syntax: Scene['syntax'], child: number): boolean {
  const link = caseOf(syntax, child)
  // “the University of Keld |in Ostria|”
  const isBody = /^(?:university|academy|institute|college|museum|ministry)$/.test(syntax.lower[syntax.head[child] as number] ?? '')
  return link === 'of' || link === 'from' || (link === 'in' && (isBody || hasConjunct(syntax, child)))
}

function hasConjunct(syntax: Scene['syntax'], head: number): boolean {
  for (const child of childrenOf(syntax, head)) if (relationOf(syntax, child) === 'conj') return true
  return false
}

/** The mention that says most about a head: one with a state, else a body or a person with a name. */
function bestParty({ scene, sides }: Table, head: number): Party | null {
  let best: Party | null = null
  for (let m = scene.mentionAt[head] as number; m >= 0; m = scene.nextMention[m] as number) {
    const mention = scene.mentions[m] as Mention
    const own = scene.entityOf[m] as number
    const state = sides.sideOf[m] as number
    // “the president of Lund, |Isak Teller|, …” hangs on the name before it
    if (own < 0 || mention.parts.length > 0 || (state < 0 && relationOf(scene.syntax, head) === 'flat') || (state < 0 && !isBody(scene.entities[own], mention)))
      continue
    if (best === null || (best.state < 0 && state >= 0)) best = { own, state }
  }
  return best
}

/** A body or person that the text names; “the army” of nobody known is none. */
function isBody(entity: Entity | undefined, { form, gender }: Mention): boolean {
  // a parliament is no party by itself
  if (entity !== undefined && /^(?:the )?(?:Senate|Congress|House|Parliament|Cabinet|Supreme Court|White House)\b/i.test(entity.name)) return false
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
  // “we shall train |your| pilots”: the one other side in play
  if (/^(?:you|your|yours)$/.test(word)) {
    const speaker = speakerAt(scene, head)
    const state = speaker < 0 ? -1 : (sides.stateOf[speaker] as number)
    return state < 0 ? [] : inPlay(table, head, 2, [{ own: state, state }]).slice(1)
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

/** Notes the groups of two or more that a sentence names, so that “they” behind it may mean them. */
export function noteGroups(table: Table, first: number, last: number): void {
  const { syntax, mentionAt } = table.scene
  for (let i = first; i < last; i++) {
    if (mentionAt[i] === -1 || syntax.upos[i] === TAG.PRON || relationOf(syntax, i) === 'conj') continue
    const parties = partiesAt(table, i)
    if (betweenOf(parties).length > 1) table.groups.push({ token: i, parties })
  }
}
