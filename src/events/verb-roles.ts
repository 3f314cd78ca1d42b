import type { EventType, ParticipantRole } from '../document/news-event.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { type Clause, spreadOver } from './clause.ts'
import { isOfClass } from './lexicon.ts'
import { kindOf } from './partakers.ts'
import { isSent, MUTUAL, pushRecipientsWithin, type Roles, roleOfOblique, rolesWithin } from './roles.ts'
import type { Scene } from './scene.ts'
import { agentsOf, type Trigger } from './triggers.ts'

const LEAVING = /^(?:leave|quit|exit|abandon|join)$/

/** Who takes part in what a verb tells, by its clause. */
export function rolesOfVerb(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Roles {
  const { clause } = trigger
  const lemma = scene.syntax.lemma[trigger.token] as string
  const doer: ParticipantRole = mode === 'third-party' ? 'mediator' : lemma === 'host' ? 'host' : 'actor'
  // “they are committed to it”: they commit themselves
  const isReflexive = lemma === 'commit' && clause.isPassive
  const roles: Roles = (isReflexive ? clause.subjects : clause.isPassive ? agentsOf(scene.syntax, clause) : clause.subjects).map((token) => [doer, token])
  const objects = isReflexive ? [] : clause.isPassive ? clause.subjects : clause.objects
  const isMutual = type === 'CONSULT' && mode !== 'visit'
  const isTopic = type === 'CONSULT' && lemma === 'discuss'
  for (const token of objects) {
    if (isTopic) pushPartners(scene, token, type, roles)
    else if (isTold(scene, trigger, token)) {
      // “left the two countries' pact”: done to nobody but the pact
      if (!LEAVING.test(trigger.frame.lemma)) roles.push(...rolesOfTold(scene, token, type, mode, roles.length > 0))
    } else if (!isSentOff(scene, trigger, token)) roles.push([isMutual ? 'actor' : 'recipient', token])
    // “carried letters between the two”
    for (const child of childrenOf(scene.syntax, token))
      if (caseOf(scene.syntax, child) === 'between' && kindOf(scene, child) !== 'place')
        for (const one of spreadOver(scene.syntax, child)) roles.push(['actor', one])
    // “demanded a meeting with Teller”, “demanded an apology from Ostria”
    if (type === 'REQUEST' && kindOf(scene, token) === null) pushRecipientsWithin(scene, token, roles, /^(?:with|from)$/)
  }
  for (const { token, preposition } of clause.obliques) {
    const role = isBeside(scene, token) ? besideWhom(trigger, token) : roleBehind(scene, trigger, { token, preposition }, type, mode)
    if (role && !isReportee(scene, trigger, token)) roles.push([role, token])
    if (role === null) pushPartners(scene, token, type, roles)
    // “gave two million in help to Ostria”, “called for sanctions against Ostria”
    if (role === null && kindOf(scene, token) === null && isThingToldOf(scene, trigger, token)) pushRecipientsWithin(scene, token, roles)
  }
  return roles
}

/** What a verb of its own makes of a phrase behind a preposition: “threw stones |at the hall|”, “complained |about Ostria| to the Forum”. */
function roleBehind(scene: Scene, { frame }: Trigger, oblique: Clause['obliques'][number], type: EventType, mode: string | null): ParticipantRole | null {
  const { token, preposition } = oblique
  const kind = kindOf(scene, token)
  if (preposition === 'at' && kind === 'place' && /^(?:throw|hurl|fire|shoot|lob|aim|launch)$/.test(frame.lemma)) return 'recipient'
  if (type === 'ACCUSE' && /^(?:complain|protest|object)$/.test(frame.lemma)) {
    if (preposition === 'to' && frame.lemma !== 'object') return null
    if (preposition === 'about' && kind !== null && kind !== 'document' && kind !== 'place') return 'recipient'
  }
  return roleOfOblique(scene, token, preposition, type, mode)
}

/** Where the reader hangs the other side by a place or a topic: “held talks in Asel |with Lind|”, “discussed the gas |with Lind|”. */
function pushPartners(scene: Scene, token: number, type: EventType, roles: Roles): void {
  if (type !== 'CONSULT') return
  const { syntax } = scene
  for (const child of childrenOf(syntax, token))
    if (child > token && /^(?:nmod|obl)$/.test(relationOf(syntax, child)) && caseOf(syntax, child) === 'with')
      for (const one of spreadOver(syntax, child)) roles.push(['actor', one])
}

/** “deployed |troops|”, “recalled its |envoy|”: who is sent does it for the sender; a country is sent something. */
function isSentOff(scene: Scene, { token: verb, clause }: Trigger, token: number): boolean {
  const { syntax } = scene
  if (!isSent(syntax.lemma[verb] as string) || relationOf(syntax, token) === 'iobj') return false
  return !clause.isPassive || clause.subjects.includes(token) ? kindOf(scene, token) !== 'country' : false
}

/** Types done to those whose the told object is: “froze Ostria's accounts”, but “ended its war”. */
const DONE_TO_OWNER = new Set<EventType>(['SANCTION', 'COERCE', 'ASSAULT', 'REJECT', 'ACCUSE', 'PROTEST', 'THREATEN', 'REQUEST'])

/** Participants of a told object: beside a subject, whose it is is whom it is done to, unless both do it: “froze its accounts”. */
function rolesOfTold(scene: Scene, token: number, type: EventType, mode: string | null, hasDoer: boolean): Roles {
  const roles: Roles = []
  for (const [role, one] of rolesWithin(scene, token, type, mode)) {
    const isOwners = hasDoer && !MUTUAL.has(type) && isOwnerOf(scene, one, token)
    if (!isOwners) roles.push([role, one])
    else if (DONE_TO_OWNER.has(type)) roles.push(['recipient', one])
  }
  if (!MUTUAL.has(type)) pushRecipientsWithin(scene, token, roles)
  return roles
}

/** “its accounts”, “Sorai's sugar”, “Soraian refugees”, “an offer by Sorai” */
function isOwnerOf(scene: Scene, token: number, noun: number): boolean {
  if (caseOf(scene.syntax, token) === 'by') return true
  return /^(?:nmod:poss|amod|compound)$/.test(relationOf(scene.syntax, token)) && scene.syntax.head[token] === noun
}

/** “told reporters”, “said to the press”: nobody takes part by hearing it. */
function isReportee(scene: Scene, trigger: Trigger, token: number): boolean {
  return /^(?:reporters?|journalists?|press)$/.test(scene.syntax.lower[token] as string) && trigger.frame.type !== 'COERCE' && trigger.frame.type !== 'ASSAULT'
}

/** Whether an object is part of what the verb tells (“imposed |sanctions|”) rather than somebody: “arrested |activists|”. */
function isTold(scene: Scene, trigger: Trigger, token: number): boolean {
  const { objects } = trigger.frame
  const lemma = scene.syntax.lemma[token] as string
  if (!objects) return false
  if (lemma === 'state' && hasToldPart(scene.syntax, objects, token)) return true
  const kind = kindOf(scene, token)
  const isSomebody = kind === 'person' || kind === 'country' || (kind === 'group' && !isSent(scene.syntax.lemma[trigger.token] as string))
  return !isSomebody && (objects.has(lemma) || hasToldPart(scene.syntax, objects, token))
}

/** “launched a |mediation| effort”, “declared a state |of emergency|” */
function hasToldPart(syntax: Syntax, objects: ReadonlySet<string>, token: number): boolean {
  const parts = syntax.lemma[token] === 'state' ? /^(?:compound|nmod)$/ : /^compound$/
  return childrenOf(syntax, token).some((child) => parts.test(relationOf(syntax, child)) && objects.has(syntax.lemma[child] as string))
}

/** Whether a thing behind a preposition belongs to what the verb tells: help, arms, or what its frame names. */
function isThingToldOf(scene: Scene, trigger: Trigger, token: number): boolean {
  const lemma = scene.syntax.lemma[token] as string
  return isOfClass(lemma, 'aid') || isOfClass(lemma, 'arms') || isOfClass(lemma, 'sanction') || (trigger.frame.objects?.has(lemma) ?? false)
}

/** “along with seven aides”, “together with Ostria” */
function isBeside(scene: Scene, token: number): boolean {
  const { syntax } = scene
  return childrenOf(syntax, token).some((child) => child < token && /^(?:along|together|alongside)$/.test(syntax.lower[child] as string))
}

/** Beside the subject before the verb or without an object, else beside the object: “killed a leader along with seven aides”. */
function besideWhom(trigger: Trigger, token: number): ParticipantRole {
  return token > trigger.token && (trigger.clause.objects.length > 0 || trigger.clause.isPassive) ? 'recipient' : 'actor'
}
