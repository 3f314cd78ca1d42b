import type { EventType, ParticipantRole } from '../document/news-event.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { findSubjects, spreadOver } from './clause.ts'
import { type Roles, roleOfOblique, rolesWithin } from './roles.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Verbs whose subject takes part in what their object tells: “called off a visit”, “left the talks”. */
const OWNING =
  /^(?:cancel|call|put|postpone|plan|scrap|abandon|leave|attend|join|boycott|skip|quit|propose|seek|want|delay|cut|break|interrupt|welcome|hail|need|walk|enter|reschedule|refuse|avoid|demand|request|suspend|end|halt|lead|begin|embark|go|travel|arrive|come|depart|fly|set|return|head)$/
/** Verbs whose subject takes part in the talks that they are “in”, “for” or “at”: “spent two hours in talks”, “sat down for talks”. */
const ENGAGING = /^(?:spend|engage|hold|sit|meet|participate|take|enter|arrive|gather|return|come|go|travel|fly|lock|involve|be)$/

/** Verbs to whose subject it is done: “faced criticism”, “received threats”; “came under attack” as well. */
const UNDERGOING = /^(?:receive|get|win|face|suffer|draw|earn|sustain|undergo)$/

/** Who takes part in what a noun tells: by its own dependents, and by the verb that carries it. */
export function rolesOfNoun(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Roles {
  const { syntax } = scene
  const { carrier, token: noun } = trigger
  const roles: Roles = []
  const isObject = carrier >= 0 && !relationOf(syntax, noun).startsWith('nsubj')
  const bearer = isObject ? carrier : findBearer(scene, noun, carrier, type, mode)
  const isUndergone = bearer >= 0 && type !== 'CONSULT' && (UNDERGOING.test(syntax.lemma[bearer] as string) || caseOf(syntax, noun) === 'under')
  const doer: ParticipantRole = isUndergone
    ? 'recipient'
    : mode === 'third-party'
      ? 'mediator'
      : bearer >= 0 && syntax.lemma[bearer] === 'host'
        ? 'host'
        : 'actor'
  if (bearer >= 0) for (const token of findSubjects(syntax, bearer, 4).subjects) if (token !== noun) roles.push([doer, token])
  // “the two are in talks”
  const isIn = /^(?:in|at)$/.test(caseOf(syntax, noun) ?? '')
  for (const child of childrenOf(syntax, noun))
    if (isIn && relationOf(syntax, child) === 'nsubj') for (const token of spreadOver(syntax, child)) roles.push(['actor', token])
  roles.push(...rolesWithin(scene, noun, type, mode))
  if (carrier >= 0) pushCarried(scene, carrier, type, mode, isUndergone, roles)
  // “faces criticism from the union”: who faces it has not done it
  return isUndergone ? roles.map(([role, token]) => [role === 'recipient' && token > bearer ? 'actor' : role, token]) : roles
}

/** The word above whose subject takes part in what a noun tells without carrying it; −1 for none. */
function findBearer(scene: Scene, noun: number, carrier: number, type: EventType, mode: string | null): number {
  const { syntax } = scene
  const head = syntax.head[noun] as number
  if (carrier >= 0 || head < 0) return -1
  // “claimed |responsibility| for the attack”, “was |responsible| for the attack”
  if (/^(?:responsibility|responsible)$/.test(syntax.lower[head] as string)) return syntax.lower[head] === 'responsible' ? head : (syntax.head[head] as number)
  if (type !== 'CONSULT' && type !== 'COOPERATE') return -1
  const relation = relationOf(syntax, noun)
  const link = caseOf(syntax, noun) ?? ''
  const lemma = syntax.lemma[head] as string
  // “called off the visit”, but “called the visit a theatre”
  if (/^(?:call|put|set)$/.test(lemma) && !childrenOf(syntax, head).some((child) => relationOf(syntax, child) === 'compound:prt')) return -1
  if ((relation === 'obj' || (mode === 'visit' && relation === 'obl' && /^(?:on|for)$/.test(link))) && OWNING.test(lemma)) return head
  return mode !== 'visit' && relation === 'obl' && /^(?:in|for|into|at)$/.test(link) && ENGAGING.test(lemma) ? head : -1
}

/** With and to whom the verb carries it: “held talks with Ostria”, “gave Ostria a warning”. */
function pushCarried(scene: Scene, carrier: number, type: EventType, mode: string | null, isUndergone: boolean, roles: Roles): void {
  const { syntax } = scene
  for (const child of childrenOf(syntax, carrier)) {
    const relation = relationOf(syntax, child)
    if (relation === 'iobj') roles.push([type === 'CONSULT' ? 'actor' : 'recipient', child])
    if (!relation.startsWith('obl')) continue
    const link = caseOf(syntax, child) ?? ''
    const role = isUndergone && /^(?:from|by)$/.test(link) ? 'actor' : roleOfOblique(scene, child, link, type, mode)
    if (role) for (const token of spreadOver(syntax, child)) roles.push([role, token])
  }
}
