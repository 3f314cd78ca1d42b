import type { EventType, ParticipantRole } from '../document/news-event.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { spreadOver } from './clause.ts'
import { isOfClass } from './lexicon.ts'
import { isNation, isPart, kindOf } from './partakers.ts'
import type { Scene } from './scene.ts'

/** Who may take part and as what, by the heads of their phrases. */
export type Roles = [ParticipantRole, number][]

/** Types whose “with”-partner does the same: “trained with Ostria”, “agreed with the union”. */
export const MUTUAL: ReadonlySet<EventType> = new Set<EventType>(['CONSULT', 'COOPERATE', 'AGREE', 'SUPPORT'])
/** Types that are told in words: what comes “from” somebody is theirs. */
const SAID: ReadonlySet<EventType> = new Set<EventType>(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'THREATEN'])
/** Types in which what is taken or asked comes “from” whom it is done to. */
const TAKEN_FROM: ReadonlySet<EventType> = new Set<EventType>(['REQUEST', 'COERCE', 'SANCTION', 'REJECT'])
const AT_WHOM = /^(?:to|on|upon|against|at|from|into|toward|towards|with|over|for|of)$/
/** Prepositions of a place rather than of somebody that something is done to. */
const ONLY_PEOPLE = /^(?:at|from|into|over|for|of)$/

/** What a phrase behind a preposition is in an event; null for nobody. */
export function roleOfOblique(scene: Scene, token: number, preposition: string, type: EventType, mode: string | null): ParticipantRole | null {
  if (preposition === 'between' || preposition === 'among') return 'actor'
  // “talks with Ostria”, “with two of the ministers”, but “ended with a threat by the Front”
  if (preposition === 'with' && MUTUAL.has(type)) return kindOf(scene, token) !== null || isPart(scene, token) ? 'actor' : null
  if (!AT_WHOM.test(preposition)) return null
  const kind = kindOf(scene, token)
  if (type === 'CONSULT') {
    if (mode === 'visit') return preposition === 'to' && kind !== 'place' ? 'recipient' : null
    return preposition === 'to' ? 'actor' : null
  }
  // “withdrew from Ostria”, “the attack came from Ostria”: from where; but “demanded from”, “seized from”
  if (preposition === 'from' && !TAKEN_FROM.has(type)) return null
  if (type === 'RETREAT' && preposition === 'of' && kind === 'country') return null
  // “fired on Hill Front positions”, “sanctions against hundreds of banks”: whose they are
  if (kind === null && /^(?:on|upon|against|at)$/.test(preposition)) return 'recipient'
  if (kind === null || kind === 'document' || (kind === 'place' && preposition !== 'on' && preposition !== 'against')) return null
  return ONLY_PEOPLE.test(preposition) && kind === 'place' ? null : 'recipient'
}

/** Participants told by a noun's own dependents: “talks between A and B”, “Ostria's attack on Varland”, “the arrest of a crew”. */
export function rolesWithin(scene: Scene, noun: number, type: EventType, mode: string | null): Roles {
  const { syntax } = scene
  const roles: Roles = []
  const doer: ParticipantRole = mode === 'third-party' ? 'mediator' : 'actor'
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    const preposition = caseOf(syntax, child) ?? ''
    const isDependent = relation === 'nmod' || relation === 'obl'
    if (isDependent && MUTUAL.has(type)) pushBetween(scene, child, roles)
    for (const token of spreadOver(syntax, child)) {
      if (relation === 'nmod:poss' || relation === 'compound') {
        if (relation === 'nmod:poss' || isNation(scene, token)) if (!isItsForum(scene, noun, token)) roles.push([doer, token])
      } else if ((relation === 'amod' || relation === 'nmod') && preposition === '' && isNation(scene, token)) roles.push([doer, token])
      else if (!isDependent) break
      else if (/^(?:by|between|among)$/.test(preposition) || (preposition === 'with' && MUTUAL.has(type))) roles.push(['actor', token])
      // “threats from the Front”, “an invitation from Ostria”
      else if (preposition === 'from' && SAID.has(type)) roles.push(['actor', token])
      else if (preposition === 'of') roles.push([isDoneTo(type, syntax.lemma[noun] as string) ? 'recipient' : doer, token])
      else {
        const role = roleOfOblique(scene, token, preposition, type, mode)
        if (role) roles.push([role, token])
      }
    }
  }
  return roles
}

/** “talks on rail safety |between A and B|”, where the reader hangs the two by the topic. */
function pushBetween(scene: Scene, topic: number, roles: Roles): void {
  if (kindOf(scene, topic) !== null) return
  for (const child of childrenOf(scene.syntax, topic)) {
    const link = caseOf(scene.syntax, child)
    if (child > topic && (link === 'between' || link === 'with') && kindOf(scene, child) !== 'place')
      for (const one of spreadOver(scene.syntax, child)) roles.push(['actor', one])
    else if (relationOf(scene.syntax, child) === 'conj') pushBetween(scene, child, roles)
  }
}

/** “the Forum's summit”, “a Security Council meeting”: the body does not meet itself. */
function isItsForum(scene: Scene, noun: number, token: number): boolean {
  return kindOf(scene, token) === 'organization' && /^(?:summit|conference|forum|assembly|congress|session|meeting)$/.test(scene.syntax.lemma[noun] as string)
}

/** “the arrest of X”: X is arrested; “the visit of X”, “the withdrawal of X”: X visits, withdraws. */
function isDoneTo(type: EventType, lemma: string): boolean {
  return (
    !/^(?:withdrawal|pullout|pull-out|resignation|surrender|deployment|buildup|mobili[sz]ation)$/.test(lemma) &&
    /^(?:COERCE|ASSAULT|SANCTION|RETREAT|SUPPORT|ACCUSE|REJECT|AID)$/.test(type)
  )
}

/** Nouns behind which “to” names the other side: help, goods, sums. */
function isHelp(lemma: string): boolean {
  return (
    isOfClass(lemma, 'aid') || isOfClass(lemma, 'arms') || /^(?:access|border|airspace|gift|donation|contribution|transfer|delivery|commitment)$/.test(lemma)
  )
}

const AIMED = /^(?:against|on)$/

/**
 * At whom a thing is aimed: “two million in help |to Ostria|”, “sanctions |against Ostria|”, “the ban on imports |from Ostria|”; further
 * down through things alone.
 */
export function pushRecipientsWithin(scene: Scene, thing: number, roles: Roles, links: RegExp = AIMED, depth = 2): void {
  const { syntax } = scene
  for (const child of childrenOf(syntax, thing)) {
    if (child < thing || !/^(?:nmod|obl)$/.test(relationOf(syntax, child))) continue
    const link = caseOf(syntax, child) ?? ''
    const kind = kindOf(scene, child)
    const isAt = links.test(link) || (/^(?:to|for|from)$/.test(link) && isHelp(syntax.lemma[thing] as string))
    if (kind === null) {
      if (depth > 0 && /^(?:of|in|on)$/.test(link)) pushRecipientsWithin(scene, child, roles, links, depth - 1)
    } else if (isAt && kind !== 'document' && kind !== 'place') for (const token of spreadOver(syntax, child)) roles.push(['recipient', token])
  }
}

/** Verbs whose object is sent or called back rather than done to: “sent |observers| to the valley”, “recalled its envoy”. */
export function isSent(verb: string): boolean {
  return /^(?:send|sent|dispatch|deploy|redeploy|move|mass|amass|station|mobili[sz]e|add|lend|contribute|bring|withdraw|withdrew|pull|recall|call|gather|order)$/.test(
    verb,
  )
}
