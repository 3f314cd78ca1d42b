import type { EventType, Realis } from '../document/news-event.ts'
import type { Act } from '../document/statement.ts'
import { childrenOf, relationOf } from '../document/syntax.ts'
import { isOfClass } from './lexicon.ts'
import { mentionOf, type Participant, resolvePhrase } from './partakers.ts'
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
    all.unshift({ role: 'actor', span: source.span, entity: speaker.entity, token: 0, isPlace: false })
  const to = speaker?.addressee
  if (to && to.entity !== null && type === 'REQUEST' && !has(to.entity) && !all.some((one) => one.role === 'recipient'))
    all.push({ role: 'recipient', span: to.span, entity: to.entity, token: 0, isPlace: false })
  return all
}

/** Whether words tell nothing that was done with somebody: “talked about herring”, “left the talks”, a sharing of which nobody knows by whom. */
export function isIdle(scene: Scene, trigger: Trigger, type: EventType, participants: readonly Participant[]): boolean {
  const { syntax } = scene
  const lemma = syntax.lemma[trigger.token] as string
  if (trigger.isNoun) return false
  if (lemma === 'leave') return trigger.clause.objects.some((token) => isOfClass(syntax.lemma[token] as string, 'talk'))
  const objects = trigger.clause.objects.map((token) => syntax.lemma[token] as string)
  // “share a small border”, “build up and leverage these areas”
  if (lemma === 'share' && objects.some((object) => SHARED_ANYWAY.test(object))) return true
  if (lemma === 'build' && type === 'MOBILIZE' && objects.length === 0) return true
  // “quiet will be met with quiet”
  if (participants.length === 0 && lemma === 'meet') return true
  if (participants.length === 0) return (/^(?:COOPERATE|AID|AGREE)$/.test(type) || /^(?:talk|speak|discuss)$/.test(lemma)) && trigger.clause.isPassive
  if (!/^(?:talk|speak|discuss)$/.test(lemma) || participants.length > 1) return false
  const mention = scene.mentions[scene.mentionAt[(participants[0] as Participant).token] as number]
  return mention?.kind === 'person' && mention.number === 'one' && trigger.clause.objects.length === 0
}

/** What neighbours and friends share without doing anything. */
const SHARED_ANYWAY =
  /^(?:border|view|concern|interest|history|value|opinion|understanding|name|language|goal|hope|fear|coast|strait|river|culture|tradition|accusation|sentiment|embrace|moment|photo|photograph|video|meal|laugh|joke|handshake|commitment|belief|conviction)$/

const ASKS_TO_KNOW = /^(?:whether|if|why|what|who|whom|when|where|how|which|about)$/

/** Whether a verb only asks to know or declines to tell: “asked whether”, “declined to comment”, “refused to say”. */
export function isOnlyTalk(scene: Scene, trigger: Trigger): boolean {
  const { syntax } = scene
  const lemma = syntax.lemma[trigger.token] as string
  if (!/^(?:ask|decline|refuse|want|agree|warn|deny|plead)$/.test(lemma)) return false
  for (const child of childrenOf(syntax, trigger.token)) {
    const relation = relationOf(syntax, child)
    if (lemma === 'ask' && (relation === 'ccomp' || relation === 'advcl' || relation === 'xcomp') && opensAsking(scene, child)) return true
    // “who asked not to be named”
    if (lemma === 'ask' && relation === 'xcomp' && /^(?:name|identify|quote|go|remain)$/.test(syntax.lemma[child] as string)) return true
    if (lemma === 'ask' && relation === 'obl' && childrenOf(syntax, child).some((c) => syntax.lower[c] === 'about')) return true
    if (
      (lemma === 'decline' || lemma === 'refuse') &&
      relation === 'xcomp' &&
      /^(?:say|comment|answer|discuss|elaborate|name|give|speculate|confirm|tell|disclose|identify|be|specify|reveal)$/.test(syntax.lemma[child] as string)
    )
      return true
    if (lemma === 'agree' && relation === 'ccomp' && !/^(?:will|would|should|to)$/.test(firstAux(scene, child))) return true
  }
  // “if the clans agree”: to nothing that is told
  if (
    lemma === 'agree' &&
    relationOf(syntax, trigger.token) === 'advcl' &&
    !childrenOf(syntax, trigger.token).some((child) => /^(?:xcomp|ccomp|obl|obj)$/.test(relationOf(syntax, child)))
  )
    return true
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

function typeOfPlain(scene: Scene, s: number, act: Act, owed: ReadonlyMap<number, number>): EventType | null {
  if (act === 'promise') return 'AGREE'
  if (act === 'threaten') return 'THREATEN'
  return act === 'say' && owed.has(s) && scene.speakers[s]?.entity !== null ? 'REQUEST' : null
}

/** Statements of what another one must do, with that other: “Varland says that |Ostria| must end its attacks”. */
function findOwed(scene: Scene): Map<number, number> {
  const { syntax } = scene
  const found = new Map<number, number>()
  for (let i = 0; i < syntax.count; i++) {
    if (!/^(?:must|should)$/.test(syntax.lower[i] as string) || relationOf(syntax, i) !== 'aux') continue
    const s = scene.statedIn[i] as number
    const subject = childrenOf(syntax, syntax.head[i] as number).find((child) => relationOf(syntax, child) === 'nsubj')
    if (subject === undefined) continue
    const m = mentionOf(scene, subject)
    const kind = scene.mentions[m]?.kind
    if (s < 0 || found.has(s) || (kind !== 'country' && kind !== 'organization') || scene.mentions[m]?.form === 'pronoun') continue
    if (scene.entityOf[m] !== scene.speakers[s]?.entity) found.set(s, subject)
  }
  return found
}

/** Pledges and threats told by a plain verb of saying: “said they would retaliate”, “‘We will open two crossings,’ she said”. */
export function findPlainUtterances(scene: Scene, taken: ReadonlySet<number>): { statement: number; type: EventType; participants: Participant[] }[] {
  const owed = findOwed(scene)
  return scene.statements.flatMap((statement, s) => {
    const type = typeOfPlain(scene, s, statement.act, owed)
    if (type === null || statement.cue === null || statement.isNegated || taken.has(s)) return []
    const asked = type === 'REQUEST' ? resolvePhrase(scene, owed.get(s) as number, 'recipient') : []
    const participants = addSpeaker(scene, s, asked, type)
    return participants.length > 0 ? [{ statement: s, type, participants }] : []
  })
}

const HOSTILE = new Set<EventType>(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST'])

/** Harm that the speaker says he will do: “Varland says it will cut off the gas if the banks close”. */
export function findThreats(
  scene: Scene,
  taken: ReadonlySet<number>,
  tellings: readonly Told[],
): { statement: number; type: EventType; participants: Participant[] }[] {
  const found = new Map<number, Participant[]>()
  for (const { type, realis, statedIn, participants } of tellings) {
    if (statedIn === null || taken.has(statedIn) || found.has(statedIn) || !HOSTILE.has(type) || (realis !== 'planned' && realis !== 'hypothetical')) continue
    const statement = scene.statements[statedIn]
    const speaker = scene.speakers[statedIn]?.entity ?? null
    const doesIt = speaker !== null && participants.some(({ role, entity }) => role === 'actor' && entity === speaker)
    if (!doesIt || !statement || statement.cue === null || statement.isNegated || !/^(?:say|intend|promise)$/.test(statement.act)) continue
    found.set(
      statedIn,
      addSpeaker(
        scene,
        statedIn,
        participants.filter(({ role }) => role === 'recipient'),
        'THREATEN',
      ),
    )
  }
  return [...found].map(([statement, participants]) => ({ statement, type: 'THREATEN', participants }))
}

interface Told {
  readonly type: EventType
  readonly realis: Realis
  readonly statedIn: number | null
  readonly participants: readonly Participant[]
}
