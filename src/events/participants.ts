import type { Mention } from '../document/mention.ts'
import type { EventType, ParticipantRole } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { spanOf } from '../document/words.ts'
import { findSubjects, readClause, spreadOver } from './clause.ts'
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
/** “either of the rival leaders”, “two of the ministers” */
const PART = /^(?:either|neither|one|two|some|many|most|all|each|none|any|several|both|dozens|hundreds|thousands)$/
/** Verbs whose subject takes part in what their object tells: “called off a visit”, “left the talks”. */
const OWNING = /^(?:cancel|call|put|postpone|plan|scrap|abandon|leave|attend|join|boycott|skip|quit|propose|seek|want|delay|cut|break|interrupt|welcome|hail|need|walk|enter|reschedule|refuse|avoid|propose|suspend|end|halt)$/
/** Prepositions of a place rather than of somebody that something is done to. */
const ONLY_PEOPLE = /^(?:at|from|into|over|for|of)$/

/** Who takes part in what a trigger tells, in text order within a role. The implied ones are left out. */
export function findParticipants(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Participant[] {
  const found: Participant[] = []
  const add = (role: ParticipantRole, token: number) => {
    for (const one of resolve(scene, token, role)) if (!found.some((other) => other.entity === one.entity)) found.push(one)
  }
  const told = trigger.isNoun ? rolesOfNoun(scene, trigger, type, mode) : rolesOfVerb(scene, trigger, type, mode)
  const roles: Roles = told.flatMap(([role, token]) => skipDateline(scene, token, trigger.token).map((one): [ParticipantRole, number] => [role, one]))
  for (const [role, token] of roles) if (!isOwnThing(scene, role, token, type)) add(role, token)
  if (!trigger.isNoun && !found.some(({ role }) => role === 'recipient')) for (const token of affected(scene, trigger, type)) if (!isOwnThing(scene, 'recipient', token, type)) add('recipient', token)
  return found
}

/** “TARNBY (Norda) – The agency today thanked …”: where the dateline is taken for the subject, what stands behind its dash. */
function skipDateline(scene: Scene, token: number, trigger: number): number[] {
  const behind = scene.behindDateline[scene.sentenceOf[token] as number] as number
  if (behind < 0 || token >= behind || trigger < behind) return [token]
  let best = -1
  for (let i = behind; i < Math.min(trigger, behind + 12); i++) {
    const mention = scene.mentions[scene.mentionAt[i] as number]
    if (mention && mention.first <= behind + 4 && (best < 0 || mention.first <= behind)) best = i
  }
  return best < 0 ? [] : spreadOver(scene.syntax, best)
}

/** “shared their drivers”, “offered his country's simulators”: one's own is nobody else. */
function isOwnThing(scene: Scene, role: ParticipantRole, token: number, type: EventType): boolean {
  const mention = scene.mentions[scene.mentionAt[token] as number]
  // “closed the road”, “agreed to open a bridge”: a thing, unless it is attacked or shut
  if (role === 'recipient' && mention?.kind === 'place' && mention.form === 'nominal' && !/^(?:ASSAULT|COERCE|THREATEN|PROTEST|MOBILIZE)$/.test(type) && mention.owner === null) return true
  if (role !== 'recipient' || !/^(?:AGREE|COOPERATE|SUPPORT)$/.test(type)) return false
  return childrenOf(scene.syntax, token).some((child) => relationOf(scene.syntax, child) === 'nmod:poss' && /^(?:his|her|its|their|our|my)$/.test(scene.syntax.lower[child] as string))
}

/** Whom a pledge, threat or demand is about: “promised to pardon fighters”, “demanded that the minister resign”. */
function affected(scene: Scene, trigger: Trigger, type: EventType): number[] {
  const { syntax } = scene
  const found: number[] = []
  if (!/^(?:AGREE|THREATEN|REQUEST|REJECT)$/.test(type)) return found
  for (const child of childrenOf(syntax, trigger.token)) {
    const relation = relationOf(syntax, child)
    if (relation !== 'xcomp' && relation !== 'ccomp') continue
    const clause = readClause(syntax, child)
    if (relation === 'ccomp' && type !== 'AGREE') found.push(...clause.subjects.filter((token) => isSomebody(scene, token) && scene.mentions[scene.mentionAt[token] as number]?.form !== 'pronoun'))
    if (relation === 'xcomp' && type !== 'REQUEST') {
      found.push(...clause.objects.filter((token) => isSomebody(scene, token)))
      found.push(...clause.obliques.filter(({ token, preposition }) => /^(?:to|on|against|with|between|at|from)$/.test(preposition) && isSomebody(scene, token)).map(({ token }) => token))
    }
  }
  return found
}

function isSomebody(scene: Scene, token: number): boolean {
  const kind = scene.mentions[scene.mentionAt[token] as number]?.kind
  return kind !== undefined && kind !== null && kind !== 'document'
}

type Roles = [ParticipantRole, number][]

function rolesOfVerb(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Roles {
  const { clause, frame } = trigger
  const doer: ParticipantRole = mode === 'third-party' ? 'mediator' : 'actor'
  const roles: Roles = (clause.isPassive ? agentsOf(clause) : clause.subjects).map((token) => [doer, token])
  const objects = clause.isPassive ? clause.subjects : clause.objects
  const isMutual = type === 'CONSULT' && mode !== 'visit'
  const isTopic = type === 'CONSULT' && scene.syntax.lemma[trigger.token] === 'discuss'
  const hosts = scene.syntax.lemma[trigger.token] === 'host' || scene.syntax.lemma[trigger.token] === 'receive'
  if (hosts && roles[0]) roles[0][0] = scene.syntax.lemma[trigger.token] === 'host' ? 'host' : 'actor'
  for (const token of isTopic ? [] : objects) {
    if (frame.objects && isTold(scene, frame.objects, token)) roles.push(...rolesWithin(scene, token, type, mode).map(([role, one]): [ParticipantRole, number] => [isOwnerOf(scene, one, token) && roles.length > 0 && !MUTUAL.has(type) ? 'recipient' : role, one]))
    else roles.push([isMutual ? 'actor' : 'recipient', token])
  }
  for (const { token, preposition } of clause.obliques) {
    const role = roleOfOblique(scene, token, preposition, type, mode)
    if (role && !isReportee(scene, trigger, token)) roles.push([role, token])
  }
  return roles
}

/** “froze its accounts”, “banned Sorai's sugar”: done to the owner. */
function isOwnerOf(scene: Scene, token: number, noun: number): boolean {
  return relationOf(scene.syntax, token) === 'nmod:poss' && scene.syntax.head[token] === noun
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
  const head = syntax.head[trigger.token] as number
  if (carrier < 0 && head >= 0 && (type === 'CONSULT' || type === 'COOPERATE') && relationOf(syntax, trigger.token) === 'obj' && OWNING.test(syntax.lemma[head] as string))
    for (const token of findSubjects(syntax, head, 4).subjects) roles.push(['actor', token])
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
  const owner = role === 'recipient' && scene.mentions[own]?.kind === 'place' ? (scene.mentions[own]?.owner ?? null) : null
  // “seized our mine”: done to the owner
  if (owner !== null) return tell(scene, scene.mentionAt[owner.last - 1] as number, role, owner.first)
  // “Turkish jets bombed the port”: things act for whom they belong to
  if (own >= 0 && !(scene.mentions[own]?.kind === null && scene.mentions[own]?.form === 'nominal')) return tell(scene, own, role, token)
  const { syntax } = scene
  for (const child of childrenOf(syntax, token)) {
    const relation = relationOf(syntax, child)
    const isOwner = relation === 'nmod:poss' || ((relation === 'amod' || relation === 'compound') && isNation(scene, child))
    const isOf = (role === 'recipient' || PART.test(syntax.lower[token] as string)) && relation === 'nmod' && /^(?:of|by|in|on|against)$/.test(caseOf(syntax, child) ?? '')
    if (!isOwner && !isOf) continue
    const inner = mentionOf(scene, child)
    const found = inner >= 0 ? tell(scene, inner, role, child) : []
    if (found.length > 0) return found
  }
  return own >= 0 ? tell(scene, own, role, token) : []
}

function mentionOf(scene: Scene, token: number): number {
  const at = scene.mentionAt[token] as number
  if (at >= 0) return at
  const around = scene.coveredBy[token] as number
  const mention = scene.mentions[around]
  return mention && mention.form === 'name' && mention.head === token ? around : mention && mention.form !== 'nominal' ? around : -1
}

function tell(scene: Scene, m: number, role: ParticipantRole, token: number): Participant[] {
  const mention = scene.mentions[m]
  if (!mention) return []
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
  const code = scene.codeOf[speaker.entity as number] ?? null
  const state = person.roles.find(({ of }) => of !== null && scene.entities[of]?.kind === 'country')?.of ?? (code === null ? undefined : scene.stateOf.get(code))
  return state === undefined || person.roles.length === 0 ? [] : [state as number]
}
