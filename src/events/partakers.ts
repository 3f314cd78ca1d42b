import type { Mention } from '../document/mention.ts'
import type { ParticipantRole } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { spanOf } from '../document/words.ts'
import { memberEntities } from './groups.ts'
import type { Scene } from './scene.ts'

export interface Participant {
  readonly role: ParticipantRole
  readonly span: Span
  readonly entity: number
  /** Head of the phrase, for nearness. */
  readonly token: number
}

/** “either of the rival leaders”, “two of the ministers” */
const PART = /^(?:either|neither|one|two|some|many|most|all|each|none|any|several|both|dozens|hundreds|thousands)$/

/** The entities that a phrase means; of a thing done or owned by somebody, that somebody: “condemned the ministry's decision”. */
export function resolvePhrase(scene: Scene, token: number, role: ParticipantRole): Participant[] {
  const own = mentionOf(scene, token)
  const owner = role === 'recipient' && scene.mentions[own]?.kind === 'place' ? (scene.mentions[own]?.owner ?? null) : null
  // “seized our mine”: done to the owner
  if (owner !== null) return tell(scene, scene.mentionAt[owner.last - 1] as number, role, owner.first)
  // “Turkish jets bombed the port”: things act for whom they belong to
  if (own >= 0 && !(scene.mentions[own]?.kind === null && scene.mentions[own]?.form === 'nominal')) return tell(scene, own, role, token)
  const titled = own < 0 ? titledBy(scene, token) : -1
  if (titled >= 0) return tell(scene, titled, role, token)
  const { syntax } = scene
  for (const child of childrenOf(syntax, token)) {
    const relation = relationOf(syntax, child)
    const isOwner = relation === 'nmod:poss' || ((relation === 'amod' || relation === 'compound') && isNation(scene, child))
    const isOf =
      (role === 'recipient' || PART.test(syntax.lower[token] as string)) && relation === 'nmod' && /^(?:of|by|in|on|against)$/.test(caseOf(syntax, child) ?? '')
    if (!isOwner && !isOf) continue
    const inner = mentionOf(scene, child)
    const found = inner >= 0 ? tell(scene, inner, role, child) : []
    if (found.length > 0) return found
  }
  return own >= 0 ? tell(scene, own, role, token) : []
}

/** The person whose office a noun is: “leader” in “Ostrian leader Radu Keshen”, which is no deed of Ostria's. −1 where it is nobody's. */
function titledBy(scene: Scene, token: number): number {
  for (let i = token + 1; i < Math.min(scene.syntax.count, token + 6); i++) {
    const m = scene.coveredBy[i] as number
    if (scene.mentions[m]?.titles.some((title) => title.first <= token && token < title.last)) return m
  }
  return -1
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
  const state =
    person.roles.find(({ of }) => of !== null && scene.entities[of]?.kind === 'country')?.of ?? (code === null ? undefined : scene.stateOf.get(code))
  return state === undefined || person.roles.length === 0 ? [] : [state as number]
}

/** The name of a state or body, or its adjective, before a noun: “the Ostrian attack”. */
export function isNation(scene: Scene, token: number): boolean {
  const mention = scene.mentions[scene.coveredBy[token] as number]
  return mention !== undefined && (mention.form === 'demonym' || mention.form === 'name') && mention.kind !== 'place'
}
