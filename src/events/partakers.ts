import type { Mention } from '../document/mention.ts'
import type { ParticipantRole } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { spanOf } from '../document/words.ts'
import { spreadOver } from './clause.ts'
import { memberEntities } from './groups.ts'
import { isOfClass, NOUN_FRAMES } from './lexicon.ts'
import type { Scene } from './scene.ts'

export interface Participant {
  readonly role: ParticipantRole
  readonly span: Span
  readonly entity: number
  /** Head of the phrase, for nearness. */
  readonly token: number
  /** The words name a place: the town that was shelled. */
  readonly isPlace: boolean
}

/** “either of the rival leaders”, “two of the ministers” */
const PART = /^(?:either|neither|one|two|some|many|most|all|each|none|any|several|both|dozens|hundreds|thousands|scores|number|group|series|handful|majority)$/
/** Those who are nobody but whom they speak for. */
const ENVOYS = /^(?:envoys|delegations|delegates|negotiators|representatives|mediators|diplomats)$/
/** Whether a word counts some of those behind it: “|two| of the ministers”. */
export function isPart(scene: Scene, token: number): boolean {
  return PART.test(scene.syntax.lower[token] as string)
}

/** How far down a phrase its owner is looked for: “the |Ostrian| government warplanes”. */
const DEPTH = 3

/** The entities that a phrase means; of a thing done or owned by somebody, that somebody: “condemned the ministry's decision”. */
export function resolvePhrase(scene: Scene, token: number, role: ParticipantRole, depth = DEPTH): Participant[] {
  const senders = ENVOYS.test(scene.syntax.lower[token] as string) ? sendersOf(scene, token, role) : []
  if (senders.length > 1) return senders
  const own = isOwnedNoun(scene, token) ? -1 : mentionOf(scene, token)
  const owner = role === 'recipient' && scene.mentions[own]?.kind === 'place' ? (scene.mentions[own]?.owner ?? null) : null
  // “seized our mine”: done to the owner
  if (owner !== null) return tell(scene, scene.mentionAt[owner.last - 1] as number, role, owner.first)
  if (own >= 0 && !isThing(scene.mentions[own] as Mention)) return tell(scene, own, role, token)
  for (const child of childrenOf(scene.syntax, token)) {
    const found = ownerAt(scene, token, child, role, depth)
    if (found.length > 0) return found
  }
  return own >= 0 ? tell(scene, own, role, token) : []
}

/** “envoys |from Belmora and the northern clans|”: whom they speak for. */
function sendersOf(scene: Scene, token: number, role: ParticipantRole): Participant[] {
  const from = childrenOf(scene.syntax, token).find(
    (child) => relationOf(scene.syntax, child) === 'nmod' && /^(?:from|of)$/.test(caseOf(scene.syntax, child) ?? ''),
  )
  return from === undefined ? [] : spreadOver(scene.syntax, from).flatMap((side) => tellAt(scene, side, role))
}

/** “our mine”: the pit, and no pronoun. */
function isOwnedNoun(scene: Scene, token: number): boolean {
  return scene.syntax.lower[token] === 'mine' && childrenOf(scene.syntax, token).some((child) => relationOf(scene.syntax, child) === 'nmod:poss')
}

/** “Turkish jets bombed the port”, “rejected the treaty that Ostria drew up”: things and papers stand for whom they belong to. */
function isThing(mention: Mention): boolean {
  return mention.kind === 'document' || (mention.kind === null && mention.form === 'nominal')
}

/** Whose a thing is, by one of its dependents: “the |Ostrian| offer”, “the |army's| jets”, “the offer made |by the clans|”. */
function ownerAt(scene: Scene, token: number, child: number, role: ParticipantRole, depth: number): Participant[] {
  const { syntax } = scene
  const relation = relationOf(syntax, child)
  if (relation === 'acl' && role === 'recipient') {
    const agent = childrenOf(syntax, child).find((one) => relationOf(syntax, one).startsWith('obl') && caseOf(syntax, one) === 'by')
    return agent === undefined ? [] : tellAt(scene, agent, role)
  }
  if (relation === 'compound' && !isNation(scene, child)) return depth > 0 ? resolvePhrase(scene, child, role, depth - 1) : []
  const isOwner = relation === 'nmod:poss' || relation === 'compound' || (relation === 'amod' && isNation(scene, child))
  return isOwner || isPartOf(scene, token, child, role) ? tellAt(scene, child, role) : []
}

/** “either |of the leaders|”, “the decision |of the court|”, “a raid |by the army|”, “warplanes |of the Ostrian army|”. */
function isPartOf(scene: Scene, noun: number, child: number, role: ParticipantRole): boolean {
  if (relationOf(scene.syntax, child) !== 'nmod') return false
  const link = caseOf(scene.syntax, child) ?? ''
  const lemma = scene.syntax.lemma[noun] as string
  if (role === 'recipient' || isPart(scene, noun)) return /^(?:of|by|in|on|against|from)$/.test(link)
  return link === 'by' ? NOUN_FRAMES.has(lemma) : link === 'of' && (isOfClass(lemma, 'armed') || isOfClass(lemma, 'troop'))
}

function tellAt(scene: Scene, token: number, role: ParticipantRole): Participant[] {
  const m = mentionOf(scene, token)
  return m >= 0 ? tell(scene, m, role, token) : []
}

/** The mention that a token stands for: its own, the name that it describes (“defender |Arvo Lind|”), the person whose title it is. −1 for none. */
export function mentionOf(scene: Scene, token: number): number {
  const at = scene.mentionAt[token] as number
  const named = scene.mentions[at]?.form === 'name' ? -1 : nameBehind(scene, token)
  if (named >= 0) return named
  if (at >= 0) return at
  const around = scene.coveredBy[token] as number
  const mention = scene.mentions[around]
  if (mention && (mention.form === 'name' ? mention.head === token : mention.form !== 'nominal')) return around
  return titledBy(scene, token)
}

/** The name that follows a description: “the relief agency |Red Lantern|”, “Ostria's chancellor, |Viktor Hahn|”. −1 for none. */
function nameBehind(scene: Scene, token: number): number {
  for (const child of childrenOf(scene.syntax, token)) {
    if (child < token || !/^(?:appos|flat)$/.test(relationOf(scene.syntax, child))) continue
    const m = scene.coveredBy[child] as number
    const mention = scene.mentions[m]
    if (mention?.form !== 'name') continue
    if (mention.first === token + 1) return m
    const isAside = mention.kind === 'person' && scene.syntax.words[mention.first - 1] === ',' && relationOf(scene.syntax, child) === 'appos'
    if (isAside && scene.mentions[scene.mentionAt[token] as number]?.kind === 'person') return m
  }
  return -1
}

/** The person whose office a noun is: “leader” in “Ostrian leader Radu Keshen”, which is no deed of Ostria's. −1 where it is nobody's. */
function titledBy(scene: Scene, token: number): number {
  for (let i = token + 1; i < Math.min(scene.syntax.count, token + 6); i++) {
    const m = scene.coveredBy[i] as number
    if (scene.mentions[m]?.titles.some((title) => title.first <= token && token < title.last)) return m
  }
  return -1
}

function tell(scene: Scene, m: number, role: ParticipantRole, token: number): Participant[] {
  const mention = scene.mentions[m]
  if (!mention) return []
  if (mention.kind === 'document') return []
  const span = spanOf(scene.tokens, mention)
  const entities = memberEntities(scene, m)
  return (entities.length > 0 ? entities : speakingFor(scene, mention, token)).map((entity) => ({
    role,
    span,
    entity,
    token,
    isPlace: mention.kind === 'place',
  }))
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
  const state =
    person.roles.find(({ of }) => of !== null && scene.entities[of]?.kind === 'country')?.of ?? (code === null ? undefined : scene.stateOf.get(code))
  return state === undefined || person.roles.length === 0 ? [] : [state as number]
}

/** The name of a state or body, or its adjective, before a noun: “the Ostrian attack”. */
export function isNation(scene: Scene, token: number): boolean {
  const mention = scene.mentions[scene.coveredBy[token] as number]
  return mention !== undefined && (mention.form === 'demonym' || mention.form === 'name') && mention.kind !== 'place'
}

/** Kind of what a token stands for; null where it stands for nobody or nobody can tell. */
export function kindOf(scene: Scene, token: number) {
  return scene.mentions[mentionOf(scene, token)]?.kind ?? null
}
