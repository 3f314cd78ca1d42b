import type { EventType, ParticipantRole } from '../document/news-event.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { findSubjects, readClause, spreadOver } from './clause.ts'
import { isNation, type Participant, resolvePhrase } from './partakers.ts'
import type { Scene } from './scene.ts'
import { agentsOf, type Trigger } from './triggers.ts'

export type { Participant } from './partakers.ts'

/** Types whose “with”-partner does the same: “trained with Ostria”, “agreed with the union”. */
const MUTUAL = new Set<EventType>(['CONSULT', 'COOPERATE', 'AGREE', 'SUPPORT'])
const AT_WHOM = /^(?:to|on|upon|against|at|from|into|toward|towards|with|over|for|of)$/
/** Verbs whose subject takes part in what their object tells: “called off a visit”, “left the talks”. */
const OWNING =
  /^(?:cancel|call|put|postpone|plan|scrap|abandon|leave|attend|join|boycott|skip|quit|propose|seek|want|delay|cut|break|interrupt|welcome|hail|need|walk|enter|reschedule|refuse|avoid|propose|suspend|end|halt|lead|begin|embark|go|travel|arrive|come|depart|fly|set|return|head)$/
/** Prepositions of a place rather than of somebody that something is done to. */
const ONLY_PEOPLE = /^(?:at|from|into|over|for|of)$/

/** Who takes part in what a trigger tells, in text order within a role. The implied ones are left out. */
export function findParticipants(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Participant[] {
  const found: Participant[] = []
  const add = (role: ParticipantRole, token: number) => {
    for (const one of resolvePhrase(scene, token, role)) if (!found.some((other) => other.entity === one.entity)) found.push(one)
  }
  const told = trigger.isNoun ? rolesOfNoun(scene, trigger, type, mode) : rolesOfVerb(scene, trigger, type, mode)
  const roles: Roles = told.flatMap(([role, token]) => skipDateline(scene, token, trigger.token).map((one): [ParticipantRole, number] => [role, one]))
  for (const [role, token] of roles) if (!isOwnThing(scene, role, token, type)) add(role, token)
  if (!trigger.isNoun && !found.some(({ role }) => role === 'recipient'))
    for (const token of affected(scene, trigger, type)) if (!isOwnThing(scene, 'recipient', token, type)) add('recipient', token)
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
  if (
    role === 'recipient' &&
    mention?.kind === 'place' &&
    mention.form === 'nominal' &&
    !/^(?:ASSAULT|COERCE|THREATEN|PROTEST|MOBILIZE)$/.test(type) &&
    mention.owner === null
  )
    return true
  if (role !== 'recipient' || !/^(?:AGREE|COOPERATE|SUPPORT)$/.test(type)) return false
  return childrenOf(scene.syntax, token).some(
    (child) => relationOf(scene.syntax, child) === 'nmod:poss' && /^(?:his|her|its|their|our|my)$/.test(scene.syntax.lower[child] as string),
  )
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
    if (relation === 'ccomp' && type !== 'AGREE')
      found.push(...clause.subjects.filter((token) => isSomebody(scene, token) && scene.mentions[scene.mentionAt[token] as number]?.form !== 'pronoun'))
    if (relation === 'xcomp' && type !== 'REQUEST') {
      found.push(...clause.objects.filter((token) => isSomebody(scene, token)))
      found.push(
        ...clause.obliques
          .filter(({ token, preposition }) => /^(?:to|on|against|with|between|at|from)$/.test(preposition) && isSomebody(scene, token))
          .map(({ token }) => token),
      )
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
    if (frame.objects && isTold(scene, frame.objects, token))
      roles.push(
        ...rolesWithin(scene, token, type, mode).map(([role, one]): [ParticipantRole, number] => [
          isOwnerOf(scene, one, token) && roles.length > 0 && !MUTUAL.has(type) ? 'recipient' : role,
          one,
        ]),
      )
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
      else if ((relation === 'amod' || relation === 'compound' || relation === 'nmod') && preposition === '' && isNation(scene, token))
        roles.push([doer, token])
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

/** “cancelled a visit”, “left on a visit” */
function isBorneBy(scene: Scene, noun: number, mode: string | null): boolean {
  const relation = relationOf(scene.syntax, noun)
  return relation === 'obj' || (mode === 'visit' && relation === 'obl' && /^(?:on|for)$/.test(caseOf(scene.syntax, noun) ?? ''))
}

function rolesOfNoun(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Roles {
  const { syntax } = scene
  const roles: Roles = []
  const { carrier } = trigger
  const head = syntax.head[trigger.token] as number
  if (
    carrier < 0 &&
    head >= 0 &&
    (type === 'CONSULT' || type === 'COOPERATE') &&
    isBorneBy(scene, trigger.token, mode) &&
    OWNING.test(syntax.lemma[head] as string)
  )
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
