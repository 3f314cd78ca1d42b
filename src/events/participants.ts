import type { EventType, ParticipantRole } from '../document/news-event.ts'
import { childrenOf, relationOf } from '../document/syntax.ts'
import { readClause, spreadOver } from './clause.ts'
import { isOfClass } from './lexicon.ts'
import { rolesOfNoun } from './noun-roles.ts'
import { kindOf, mentionOf, type Participant, resolvePhrase } from './partakers.ts'
import { isSent, pushRecipientsWithin, type Roles } from './roles.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'
import { rolesOfVerb } from './verb-roles.ts'

export type { Participant } from './partakers.ts'

/** Who takes part in what a trigger tells, in text order within a role. The implied ones are left out. */
export function findParticipants(scene: Scene, trigger: Trigger, type: EventType, mode: string | null): Participant[] {
  const found: Participant[] = []
  const taken = new Set<number>()
  const add = (role: ParticipantRole, token: number) => {
    for (const one of resolvePhrase(scene, token, role)) if (taken.size < taken.add(one.entity).size) found.push(one)
  }
  const told = trigger.isNoun ? rolesOfNoun(scene, trigger, type, mode) : rolesOfVerb(scene, trigger, type, mode)
  const roles: Roles = told.flatMap(([role, token]) => skipDateline(scene, token, trigger.token).map((one): [ParticipantRole, number] => [role, one]))
  for (const [role, token] of roles) if (!isOwnThing(scene, role, token, type)) add(role, token)
  if (!trigger.isNoun && !found.some(({ role }) => role === 'recipient'))
    for (const token of affected(scene, trigger, type))
      if (!isOwnThing(scene, 'recipient', token, type) && !isOwnState(scene, token, found)) add('recipient', token)
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

/** “The premier of Varland warned that |Varland| would fight”: the threat is not to his own. */
function isOwnState(scene: Scene, token: number, found: readonly Participant[]): boolean {
  const code = scene.codeOf[scene.entityOf[mentionOf(scene, token)] as number] ?? null
  return code !== null && found.some(({ role, entity }) => role === 'actor' && scene.codeOf[entity] === code)
}

const OWN = /^(?:his|her|its|their|our|my)$/

/** “shared their drivers”, “doubled their aid”, “suspended the patrols”: one's own, and what is done, is nobody else. */
function isOwnThing(scene: Scene, role: ParticipantRole, token: number, type: EventType): boolean {
  if (role !== 'recipient') return false
  const { syntax } = scene
  const mention = scene.mentions[mentionOf(scene, token)]
  const isThing = mention?.form === 'nominal' && mention.owner === null
  // “closed the road”, “agreed to open a bridge”: a thing, unless it is attacked or shut
  if (isThing && mention.kind === 'place' && !/^(?:ASSAULT|COERCE|THREATEN|PROTEST|MOBILIZE)$/.test(type)) return true
  if (isThing && isOfClass(syntax.lemma[token] as string, 'exchange')) return true
  if (!/^(?:AGREE|COOPERATE|SUPPORT|AID|MOBILIZE)$/.test(type)) return false
  if (/^(?:AID|MOBILIZE)$/.test(type)) return OWN.test(syntax.lower[token] as string) && relationOf(syntax, token) === 'nmod:poss'
  // “his simulators”, “his country's simulators”
  const isOwned = (one: number, steps: number): boolean =>
    childrenOf(syntax, one).some(
      (child) => relationOf(syntax, child) === 'nmod:poss' && (OWN.test(syntax.lower[child] as string) || (steps > 0 && isOwned(child, steps - 1))),
    )
  return isOwned(token, 1)
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
      found.push(...clause.subjects.filter((token) => isSomebody(scene, token) && scene.mentions[mentionOf(scene, token)]?.form !== 'pronoun'))
    if (relation === 'xcomp' && type !== 'REQUEST') found.push(...reachedBy(scene, child))
  }
  return found
}

/** Whom an infinitive does something to: “to pardon |fighters|”, “to send troops to |Ostria|”, “to lift its sanctions against |Ostria|”. */
function reachedBy(scene: Scene, verb: number): number[] {
  const clause = readClause(scene.syntax, verb)
  const lemma = scene.syntax.lemma[verb] as string
  const found = clause.objects.filter((token) => isSomebody(scene, token) && !isSent(lemma))
  for (const { token, preposition } of clause.obliques) {
    const isAt = /^(?:to|against|with|between|at|from)$/.test(preposition) || (preposition === 'on' && IMPOSING.test(lemma))
    if (isAt && isSomebody(scene, token)) found.push(token)
  }
  const within: Roles = []
  for (const token of clause.objects) if (!isSomebody(scene, token)) pushRecipientsWithin(scene, token, within)
  return [...found, ...within.map(([, token]) => token)]
}

const IMPOSING = /^(?:impose|place|slap|put|levy|wage|launch|inflict)$/

function isSomebody(scene: Scene, token: number): boolean {
  const kind = kindOf(scene, token)
  return kind !== null && kind !== 'document'
}
