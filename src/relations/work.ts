import type { Area, Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import type { Told } from './realis.ts'
import { childIn, isComplement, ownSubject, subjectOf } from './scene.ts'
import { betweenOf, inPlay, joinParties, type Party, type Table } from './table.ts'

/** One place that tells of shared work, before places are put together. */
export interface Work {
  readonly parties: readonly Party[]
  readonly areas: readonly Area[]
  readonly stage: Stage | null
  readonly told: Told
  /** Pieces in text order; tokens, both inclusive. */
  readonly pieces: readonly { readonly first: number; readonly last: number }[]
  /** By rule, from how often its finds were right when we read them: 0.8 and more where words tell parties, area and stage, 0.6 where one is inferred. */
  readonly confidence: number
  /** The rule that found it, and the word that tells its stage (−1 for none): for explanations. */
  readonly rule: Rule
  readonly stageAt: number
}

/** What tells of shared work: a verb or noun of change, a deed done together, something passed on, being partners, a tie, a list, a duration, an aim, an idea. */
export type Rule = 'change' | 'together' | 'transfer' | 'partners' | 'tie' | 'list' | 'duration' | 'aim' | 'idea'

/** Work told so far, by the words that name it: whom “the joint patrols” mean later. */
export interface Memory {
  readonly parties: Map<string, readonly Party[]>
  readonly areas: Map<string, readonly Area[]>
  /** What was told last, and where. */
  last: { readonly token: number; readonly areas: readonly Area[] } | null
}

const WITH = /^(?:with|alongside|between|among|amongst|beside)$/
const TOWARDS = /^(?:to|from|by|for)$/

/** Parties that hang on a verb: its subject, “with Varland”, “between A and B”, “by both sides”. */
export function partiesOfVerb(table: Table, verb: number): { subject: Party[]; partners: Party[] } {
  const { syntax } = table.scene
  const subject = partiesAt(table, subjectOf(syntax, verb))
  // a headline: “|Varland|, Kestria step up cooperation”
  for (const child of childrenOf(syntax, verb))
    if (child < verb && relationOf(syntax, child) === 'obl:unmarked' && syntax.lower[child + 1] === ',') joinParties(partiesAt(table, child), subject)
  const partners: Party[] = []
  let at = verb
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    joinParties(linkedParties(table, at, steps === 0), partners)
    if (!isComplement(syntax, at) && relationOf(syntax, at) !== 'acl') break
    at = syntax.head[at] as number
  }
  return { subject, partners }
}

/**
 * Parties in prepositional phrases and, for a verb, in its indirect object; also one step further in, where the parser hangs them
 * (“the sale of |drones to Ostria|”).
 */
export function linkedParties(table: Table, head: number, isWide: boolean, isInner = false): Party[] {
  const { syntax } = table.scene
  const found: Party[] = []
  for (const child of childrenOf(syntax, head)) {
    const relation = relationOf(syntax, child)
    if (relation === 'iobj') joinParties(partiesAt(table, child), found)
    if (!/^(?:obl|nmod)/.test(relation) || relation === 'nmod:poss') continue
    const link = caseOf(syntax, child) ?? ''
    const named = WITH.test(link) || (isWide && TOWARDS.test(link)) ? partiesAt(table, child) : []
    joinParties(named, found)
    if (named.length === 0 && !isInner && isWide && /^(?:of|on|in|for)$/.test(link)) joinParties(linkedParties(table, child, true, true), found)
    // “between their capitals”
    if (link === 'between') joinParties(partiesAt(table, childIn(syntax, child, /^nmod:poss$/)), found)
  }
  return found
}

const QUANTITY = /^(?:number|amount|volume|level|value|scope|scale|range)$/

/** Parties that a noun names (“their” is the subject where that is known): “their treaty”, “the Belmoran–Varlandic programme”, “flights to Ostria”, “the exchange that the two countries run”. */
export function partiesOfNoun(table: Table, noun: number, isSubjectKnown = false): Party[] {
  const { syntax } = table.scene
  const found = linkedParties(table, noun, true)
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    if (relation === 'nmod:poss' && !(isSubjectKnown && syntax.lower[child] === 'their')) joinParties(partiesAt(table, child), found)
    // “a |U.N.| convention” is named after a body, “the |Iran| deal” after a party
    if (relation === 'amod' || relation === 'compound')
      joinParties(
        partiesAt(table, child).filter(({ state }) => state >= 0),
        found,
      )
    if (relation === 'nmod' && caseOf(syntax, child) === 'of') joinParties(partiesAt(table, child), found)
    if (relation.startsWith('acl')) joinParties(partiesOfClause(table, child), found)
    // a headline without a verb that the parser knows: “|Lund| severed ties with Sorai”
    if (relation === 'nsubj') joinParties(partiesAt(table, child), found)
  }
  // “the number of scholarships |for Merovan students|”
  const above = syntax.head[noun] as number
  if (above >= 0 && relationOf(syntax, noun) === 'nmod' && QUANTITY.test(syntax.lower[above] as string)) joinParties(linkedParties(table, above, true), found)
  return found
}

function partiesOfClause(table: Table, verb: number): Party[] {
  const { syntax } = table.scene
  const own = ownSubject(syntax, verb)
  const found = own >= 0 && !/^(?:which|that|who)$/.test(syntax.lower[own] as string) ? partiesAt(table, own) : []
  return joinParties(linkedParties(table, verb, true), found)
}

/** Two or more parties that stand for different states, or bear names of their own. */
export function isEnough(parties: readonly Party[]): boolean {
  return betweenOf(parties).length > 1
}

/**
 * Fills in who the words leave out where they leave no doubt: what was told of the same work before (“left |the joint patrols|”),
 * else the states in play.
 */
export function fillParties(table: Table, memory: Memory, noun: number, known: readonly Party[]): Party[] {
  const before = recall(table.scene.syntax, memory.parties, noun)
  if (before) return joinParties(before, [...known])
  return inPlay(table, noun, 2, known)
}

/** What was told of work that is named by one of the same words. */
export function recall<T>(syntax: Syntax, told: ReadonlyMap<string, T>, noun: number): T | null {
  for (const word of namesOfWork(syntax, noun)) {
    const found = told.get(word)
    if (found) return found
  }
  return null
}

/** Words by which work is known again, the noun first: “patrol ship” by “ship” and “patrol”. */
export function namesOfWork(syntax: Syntax, noun: number): string[] {
  const names = [fold(syntax.lower[noun] as string)]
  for (const child of childrenOf(syntax, noun)) if (child < noun && relationOf(syntax, child) === 'compound') names.push(fold(syntax.lower[child] as string))
  return names
}

/** Words that name too many things to be known again by. */
export const GENERIC =
  /^(?:deal|agreement|pact|treaty|accord|cooperation|project|programme|program|plan|exchange|talk|trade|state|country|area|year|work|joint|sale|export|import|military|nuclear|centre|center|group|government|they|their|have|with|that|which|this|together|between|many|from|such)$/

function fold(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}
