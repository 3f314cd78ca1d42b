import type { Mention } from '../document/mention.ts'
import type { EventType, ParticipantRole } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { spanOf } from '../document/words.ts'
import { findSubjects, spreadOver } from './clause.ts'
import { memberEntities } from './groups.ts'
import type { Scene } from './scene.ts'
import { agentsOf, type Trigger } from './triggers.ts'

export interface Participant {
  readonly role: ParticipantRole
  readonly span: Span
  readonly entity: number
  /** Head of the phrase, for nearness. */
  readonly token: number
}

/** Types whose “with”-partner does the same: “trained with Ostria”, “agreed with the union”. */
const MUTUAL = new Set<EventType>(['CONSULT', 'COOPERATE', 'AGREE', 'SUPPORT'])
const AT_WHOM = /^(?:to|on|upon|against|at|from|into|toward|towards|with|over|for|of)$/
/** Prepositions of a place rather than of somebody that something is done to. */
const ONLY_PEOPLE = /^(?:at|from|into|over|for|of)$/

/** Who takes part in what a trigger tells, in text order within a role. The implied ones are left out. */
export function findParticipants(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Participant[] {
  const found: Participant[] = []
  const add = (role: ParticipantRole, token: number) => {
    for (const one of resolve(scene, token, role)) if (!found.some((other) => other.entity === one.entity)) found.push(one)
  }
  const roles = trigger.isNoun ? rolesOfNoun(scene, trigger, type, mode) : rolesOfVerb(scene, trigger, type, mode)
  for (const [role, token] of roles) add(role, token)
  return found
}

type Roles = [ParticipantRole, number][]

function rolesOfVerb(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Roles {
  const { clause, frame } = trigger
  const doer: ParticipantRole = mode === 'third-party' ? 'mediator' : 'actor'
  const roles: Roles = (clause.isPassive ? agentsOf(clause) : clause.subjects).map((token) => [doer, token])
  const objects = clause.isPassive ? clause.subjects : clause.objects
  const isMutual = type === 'CONSULT' && mode !== 'visit'
  const hosts = scene.syntax.lemma[trigger.token] === 'host' || scene.syntax.lemma[trigger.token] === 'receive'
  if (hosts && roles[0]) roles[0][0] = scene.syntax.lemma[trigger.token] === 'host' ? 'host' : 'actor'
  for (const token of objects) {
    if (frame.objects && isTold(scene, frame.objects, token)) roles.push(...rolesWithin(scene, token, type, mode))
    else roles.push([isMutual ? 'actor' : 'recipient', token])
  }
  for (const { token, preposition } of clause.obliques) {
    const role = roleOfOblique(scene, token, preposition, type, mode)
    if (role && !isReportee(scene, trigger, token)) roles.push([role, token])
  }
  return roles
}

/** “told reporters”, “said to the press”: nobody takes part by hearing it. */
function isReportee(scene: Scene, trigger: Trigger, token: number): boolean {
  return /^(?:reporters?|journalists?|press)$/.test(scene.syntax.lower[token] as string) && trigger.frame.type !== 'COERCE' && trigger.frame.type !== 'ASSAULT'
}

function isTold(scene: Scene, objects: ReadonlySet<string>, token: number): boolean {
  const mention = scene.mentions[scene.mentionAt[token] as number]
  // “sent soldiers”, “arrested activists”: the object is somebody all the same
  return objects.has(scene.syntax.lemma[token] as string) && !(mention && (mention.kind === 'person' || mention.kind === 'country'))
}

function roleOfOblique(scene: Scene, token: number, preposition: string, type: EventType, mode: string | null): ParticipantRole | null {
  if (preposition === 'between' || preposition === 'among') return 'actor'
  if (preposition === 'with' && MUTUAL.has(type)) return 'actor'
  if (!AT_WHOM.test(preposition)) return null
  const kind = scene.mentions[scene.mentionAt[token] as number]?.kind ?? null
  if (type === 'CONSULT') {
    if (mode === 'visit') return preposition === 'to' && kind !== 'place' ? 'recipient' : null
    return preposition === 'to' ? 'actor' : null
  }
  if (kind === null || kind === 'document' || (kind === 'place' && preposition !== 'on' && preposition !== 'against')) return null
  return ONLY_PEOPLE.test(preposition) && kind === 'place' ? null : 'recipient'
}

/** Participants told by a noun's own dependents: “talks between A and B”, “Ostria's attack on Varland”, “the arrest of a crew”. */
function rolesWithin(scene: Scene, noun: number, type: EventType, mode: string | null): Roles {
  const { syntax } = scene
  const roles: Roles = []
  const doer: ParticipantRole = mode === 'third-party' ? 'mediator' : 'actor'
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    const preposition = caseOf(syntax, child) ?? ''
    const isDependent = relation === 'nmod' || relation === 'obl'
    for (const token of spreadOver(syntax, child)) {
      if (relation === 'nmod:poss') roles.push([doer, token])
      else if ((relation === 'amod' || relation === 'compound' || relation === 'nmod') && preposition === '' && isNation(scene, token)) roles.push([doer, token])
      else if (!isDependent) break
      else if (/^(?:by|between|among)$/.test(preposition) || (preposition === 'with' && MUTUAL.has(type))) roles.push(['actor', token])
      else if (preposition === 'of') roles.push([isDoneTo(type) ? 'recipient' : doer, token])
      else {
        const role = roleOfOblique(scene, token, preposition, type, mode)
        if (role) roles.push([role, token])
      }
    }
  }
  return roles
}

/** “the arrest of X”: X is arrested; “the visit of X”: X visits. */
function isDoneTo(type: EventType): boolean {
  return /^(?:COERCE|ASSAULT|SANCTION|RETREAT|SUPPORT|ACCUSE|REJECT|AID)$/.test(type)
}

function isNation(scene: Scene, token: number): boolean {
  const mention = scene.mentions[scene.coveredBy[token] as number]
  return mention !== undefined && (mention.form === 'demonym' || mention.form === 'name') && mention.kind !== 'place'
}

function rolesOfNoun(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Roles {
  const { syntax } = scene
  const roles: Roles = []
  const { carrier } = trigger
  const isObject = carrier >= 0 && !relationOf(syntax, trigger.token).startsWith('nsubj')
  if (isObject) {
    const doer: ParticipantRole = mode === 'third-party' ? 'mediator' : syntax.lemma[carrier] === 'host' ? 'host' : 'actor'
    for (const token of findSubjects(syntax, carrier, 4).subjects) if (token !== trigger.token) roles.push([doer, token])
  }
  roles.push(...rolesWithin(scene, trigger.token, type, mode))
  if (carrier >= 0)
    for (const child of childrenOf(syntax, carrier)) {
      const relation = relationOf(syntax, child)
      if (relation === 'iobj') roles.push([type === 'CONSULT' ? 'actor' : 'recipient', child])
      if (!relation.startsWith('obl')) continue
      const role = roleOfOblique(scene, child, caseOf(syntax, child) ?? '', type, mode)
      if (role) for (const token of spreadOver(syntax, child)) roles.push([role, token])
    }
  return roles
}

/** The entities that a phrase means; of a thing done or owned by somebody, that somebody: “condemned the ministry's decision”. */
function resolve(scene: Scene, token: number, role: ParticipantRole): Participant[] {
  const own = mentionOf(scene, token)
  if (own >= 0) return tell(scene, own, role, token)
  const { syntax } = scene
  for (const child of childrenOf(syntax, token)) {
    const relation = relationOf(syntax, child)
    const isOwner = relation === 'nmod:poss' || ((relation === 'amod' || relation === 'compound') && isNation(scene, child))
    const isOf = role === 'recipient' && relation === 'nmod' && /^(?:of|by|in|on|against)$/.test(caseOf(syntax, child) ?? '')
    if (!isOwner && !isOf) continue
    const inner = mentionOf(scene, child)
    const found = inner >= 0 ? tell(scene, inner, role, child) : []
    if (found.length > 0) return found
  }
  return []
}

function mentionOf(scene: Scene, token: number): number {
  const at = scene.mentionAt[token] as number
  if (at >= 0) return at
  const around = scene.coveredBy[token] as number
  const mention = scene.mentions[around]
  return mention && mention.form === 'name' && mention.head === token ? around : mention && mention.form !== 'nominal' ? around : -1
}

function tell(scene: Scene, m: number, role: ParticipantRole, token: number): Participant[] {
  const mention = scene.mentions[m] as Mention
  if (mention.kind === 'document' && role !== 'recipient') return []
  const span = spanOf(scene.tokens, mention)
  const entities = memberEntities(scene, m)
  return (entities.length > 0 ? entities : speakingFor(scene, mention, token)).map((entity) => ({ role, span, entity, token }))
}

/** “We banned its sugar”, says a minister: her state. */
function speakingFor(scene: Scene, mention: Mention, token: number): number[] {
  if (mention.form !== 'pronoun' || mention.person !== 1) return []
  const speaker = scene.speakers[scene.statedIn[token] as number]
  if (!speaker) return []
  if (mention.number !== 'many') return speaker.entity === null ? [] : [speaker.entity]
  if (speaker.onBehalfOf !== null) return [speaker.onBehalfOf]
  const person = scene.entities[speaker.entity ?? -1]
  if (!person) return []
  if (person.kind !== 'person') return [speaker.entity as number]
  const state = person.country === null || person.roles.length === 0 ? -1 : scene.entities.findIndex((entity) => entity.kind === 'country' && entity.country === person.country)
  return state >= 0 ? [state] : []
}
