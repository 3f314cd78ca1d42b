import type { EventType } from '../document/news-event.ts'
import { childrenOf, relationOf } from '../document/syntax.ts'
import type { Participant } from './participants.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Types that an utterance is by itself. */
const UTTERED = new Set<EventType>(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'SUPPORT', 'CONCEDE'])

/** The statement that is this event, told by its cue: “Ostria pledged to …”. Null for what is done rather than said. */
export function findUtterance(scene: Scene, trigger: Trigger, type: EventType): number | null {
  const s = scene.cueOf[trigger.token] as number
  return s >= 0 && UTTERED.has(type) ? s : null
}

/** Speaker and addressee of an utterance, where the syntax of its cue has not told them. */
export function addSpeaker(scene: Scene, s: number, found: readonly Participant[], type: EventType): Participant[] {
  const speaker = scene.speakers[s]
  const source = scene.statements[s]?.source
  const all = [...found]
  const has = (entity: number) => all.some((one) => one.entity === entity)
  if (speaker && source && speaker.entity !== null && !all.some((one) => one.role === 'actor') && !has(speaker.entity))
    all.unshift({ role: 'actor', span: source.span, entity: speaker.entity, token: 0 })
  const to = speaker?.addressee
  if (to && to.entity !== null && type === 'REQUEST' && !has(to.entity) && !all.some((one) => one.role === 'recipient')) all.push({ role: 'recipient', span: to.span, entity: to.entity, token: 0 })
  return all
}

const ASKS_TO_KNOW = /^(?:whether|if|why|what|who|whom|when|where|how|which|about)$/

/** Whether a verb only asks to know or declines to tell: “asked whether”, “declined to comment”, “refused to say”. */
export function isOnlyTalk(scene: Scene, trigger: Trigger): boolean {
  const { syntax } = scene
  const lemma = syntax.lemma[trigger.token] as string
  if (!/^(?:ask|decline|refuse|want|agree|warn|deny|plead)$/.test(lemma)) return false
  for (const child of childrenOf(syntax, trigger.token)) {
    const relation = relationOf(syntax, child)
    const word = syntax.lower[child] as string
    if (lemma === 'ask' && (relation === 'ccomp' || relation === 'advcl' || relation === 'xcomp') && opensAsking(scene, child)) return true
    if (lemma === 'ask' && relation === 'obl' && childrenOf(syntax, child).some((c) => syntax.lower[c] === 'about')) return true
    if ((lemma === 'decline' || lemma === 'refuse') && relation === 'xcomp' && /^(?:say|comment|answer|discuss|elaborate|name|give|speculate|confirm|tell|disclose|identify|be|specify|reveal)$/.test(syntax.lemma[child] as string)) return true
    if (lemma === 'agree' && relation === 'ccomp' && !/^(?:will|would|should|to)$/.test(firstAux(scene, child))) return true
    if (lemma === 'agree' && relation === 'obl' && word === 'that') return true
  }
  // “Asked whether …, she said”
  return lemma === 'ask' && relationOf(syntax, trigger.token) === 'advcl'
}

function opensAsking(scene: Scene, clause: number): boolean {
  const { syntax } = scene
  return ASKS_TO_KNOW.test(syntax.lower[syntax.left[clause] as number] as string) && (syntax.left[clause] as number) <= clause
}

function firstAux(scene: Scene, clause: number): string {
  for (const child of childrenOf(scene.syntax, clause)) if (relationOf(scene.syntax, child) === 'aux') return scene.syntax.lower[child] as string
  return ''
}

/** Pledges and threats told by a plain verb of saying: “said they would retaliate”, “‘We will open two crossings,’ she said”. */
export function findPlainUtterances(scene: Scene, taken: ReadonlySet<number>): { statement: number; type: EventType; participants: Participant[] }[] {
  return scene.statements.flatMap((statement, s) => {
    const type: EventType | null = statement.act === 'promise' ? 'AGREE' : statement.act === 'threaten' ? 'THREATEN' : null
    if (type === null || statement.cue === null || statement.isNegated || taken.has(s)) return []
    const participants = addSpeaker(scene, s, [], type)
    return participants.length > 0 ? [{ statement: s, type, participants }] : []
  })
}

