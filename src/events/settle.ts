import type { EventType } from '../document/news-event.ts'
import { childrenOf } from '../document/syntax.ts'
import { isOfClass } from './lexicon.ts'
import type { Participant } from './participants.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** The type and mode where the clause decides what the words alone leave open: who strikes what, who drills with whom, who talks by telephone. */
export function settleType(
  scene: Scene,
  trigger: Trigger,
  { type, mode }: { type: EventType; mode: string | null },
  participants: readonly Participant[],
): { type: EventType; mode: string | null } {
  // “the army struck two launchers”: who stops work strikes nothing
  if (type === 'PROTEST' && trigger.frame.lemma === 'strike' && !trigger.isNoun && trigger.clause.objects.length > 0) return { type: 'ASSAULT', mode: null }
  // states protest in words
  if (type === 'PROTEST' && trigger.frame.lemma === 'protest' && isByStates(scene, participants)) return { type: 'ACCUSE', mode: 'disapprove' }
  if (type === 'COOPERATE' && isLoneDrill(scene, trigger, participants)) return { type: 'MOBILIZE', mode: 'troops' }
  if (type === 'CONSULT' && mode === 'meeting' && isByPhone(scene, trigger)) return { type, mode: 'phone' }
  return { type, mode }
}

function isByStates({ entities }: Scene, participants: readonly Participant[]): boolean {
  const actors = participants.filter(({ role }) => role === 'actor')
  return actors.length > 0 && actors.every(({ entity }) => entities[entity]?.kind === 'country')
}

/** “The army held exercises”: nobody took part with it. */
function isLoneDrill({ syntax, mentions, mentionAt }: Scene, { clause, token, isNoun }: Trigger, participants: readonly Participant[]): boolean {
  const drills = isNoun ? [token] : clause.objects.filter((object) => isOfClass(syntax.lemma[object] as string, 'drill'))
  if (drills.length === 0) return false
  const isJoint = drills.some((drill) =>
    childrenOf(syntax, drill).some((child) => /^(?:joint|common|bilateral|multinational|trilateral)$/.test(syntax.lower[child] as string)),
  )
  const isMany = clause.subjects.some((subject) => mentions[mentionAt[subject] as number]?.number === 'many')
  return !isJoint && !isMany && participants.length < 2
}

/** “discussed gas prices |by phone|”, “spoke |by video link|” */
function isByPhone({ syntax }: Scene, { clause, carrier, token, isNoun }: Trigger): boolean {
  const obliques = isNoun && carrier < 0 ? [] : clause.obliques.map((one) => one.token)
  return (
    obliques.some((one) => /^(?:phone|telephone|link|videoconference)$/.test(syntax.lemma[one] as string)) ||
    (isNoun && childrenOf(syntax, token).some((child) => /^(?:phone|telephone)$/.test(syntax.lower[child] as string)))
  )
}
