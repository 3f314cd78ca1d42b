import type { Entity, Speaker } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import type { EventDate, NewsEvent } from '../document/news-event.ts'
import type { Statement } from '../document/statement.ts'
import { childrenOf, type Syntax } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { spanOf, tokensOf } from '../document/words.ts'
import { findAreas } from './areas.ts'
import { type Dating, placeDates } from './datings.ts'
import { describeTrigger, maskWords } from './features.ts'
import { isFigure } from './figures.ts'
import { mergeTellings, type Telling } from './merge.ts'
import { findMode } from './modes.ts'
import { findParticipants, type Participant } from './participants.ts'
import { findPlace } from './place.ts'
import { type RealisModel, readTold } from './realis.ts'
import { type Scene, type SceneParts, setScene } from './scene.ts'
import { chooseType, type EventModel } from './score.ts'
import { settleType } from './settle.ts'
import { findTriggers, type Trigger } from './triggers.ts'
import { addSpeaker, findPlainUtterances, findThreats, findUtterance, isIdle, isOnlyTalk } from './uttered.ts'
import { findDate, findDateOfSaying } from './when.ts'
import { denyWholesale } from './wholesale.ts'

export { type EventReason, explainEvents } from './explain.ts'
export { describeRealis, type RealisModel } from './realis.ts'
export type { EventModel } from './score.ts'

/** What events are made from; `dates` in text order, `entityOf` the entity of each mention or −1. */
export interface EventParts {
  readonly tokens: Tokens
  readonly syntax: Syntax
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly speakers: readonly Speaker[]
  readonly entities: readonly Entity[]
  readonly entityOf: Int32Array
  readonly dates: readonly EventDate[]
  readonly model: EventModel
  readonly realis: RealisModel
}

/**
 * Who did what to whom, where and when, and whether it happened, in text order: words that the lexicon knows, typed by the trained
 * scorer, with participants by syntax; tellings of the same event are joined. No event without a word that tells it.
 */
export function findEvents(given: EventParts): NewsEvent[] {
  const scene = setScene(given)
  const datings = placeDates(scene)
  const masks = maskWords(scene)
  const tellings: Telling[] = []
  for (const trigger of findTriggers(scene)) {
    const telling = tellOne(scene, trigger, { datings, masks, model: given.model, realis: given.realis })
    if (telling) tellings.push(telling)
  }
  tellings.push(...tellPlainUtterances(scene, tellings, datings))
  return mergeTellings(
    scene,
    denyWholesale(scene, tellings).sort((a, b) => a.trigger.start - b.trigger.start),
  )
}

/** What each telling is made with, computed once an article. */
interface Means {
  readonly datings: ReadonlyMap<number, readonly Dating[]>
  readonly masks: readonly string[]
  readonly model: EventModel
  readonly realis: RealisModel
}

function tellOne(scene: Scene, found: Trigger, { datings, masks, model, realis }: Means): Telling | null {
  if (isOnlyTalk(scene, found)) return null
  const { trigger, told } = readTold(scene.syntax, found, realis)
  const chosen = chooseType(describeTrigger(scene, trigger, told.realis, masks), trigger.frame, told.realis, model)
  if (!chosen || isFigure(scene, trigger, chosen.type)) return null
  const bySyntax = findParticipants(scene, trigger, chosen.type, chosen.mode)
  const { type, mode } = settleType(scene, trigger, chosen, bySyntax)
  const utteredIn = findUtterance(scene, trigger, type)
  const participants = utteredIn === null ? bySyntax : addSpeaker(scene, utteredIn, bySyntax, type)
  if (isIdle(scene, trigger, type, participants)) return null
  const place = findPlace(scene, trigger, mode)
  if (trigger.frame.isWeak && !isBetweenActors(scene, trigger, participants, place !== null)) return null
  const { tokens, syntax, statedIn } = scene
  const within = statedIn[trigger.token] as number
  return {
    type,
    mode: mode ?? findMode(syntax, trigger, type),
    trigger: spanOf(tokens, trigger),
    lemma: syntax.lemma[trigger.token] as string,
    isNoun: trigger.isNoun,
    participants,
    place,
    date: findDate(scene, trigger, datings),
    realis: told.realis,
    realisCues: told.cues.map((cue) => spanOf(tokens, { first: cue, last: cue + 1 })),
    areas: findAreas(scene, trigger, type),
    statedIn: within >= 0 ? within : null,
    utteredIn,
    confidence: rate(chosen.probability, trigger, participants),
    sentence: scene.sentenceOf[trigger.token] as number,
    token: trigger.token,
    above: trigger.isNoun ? (syntax.head[trigger.token] as number) : -1,
    isDefinite: trigger.isNoun && isDefinite(syntax, trigger.token),
  }
}

/**
 * The scorer's probability, less where no words tell who did it and where the lexicon knows the word as a weak one. The factors are
 * set by hand; nothing has been calibrated yet.
 */
function rate(probability: number, trigger: Trigger, participants: readonly Participant[]): number {
  return (0.4 + 0.6 * probability) * (participants.length > 0 ? 1 : 0.9) * (trigger.frame.isWeak ? 0.85 : 1)
}

/** A weak word (“share”, “sell”, “go”) tells an event only of known actors: two of them, or one who goes somewhere. */
function isBetweenActors(scene: Scene, trigger: Trigger, participants: readonly Participant[], hasPlace: boolean): boolean {
  // the name of a place that does something stands for those who rule it
  const isActor = (one: Participant) =>
    (one.role === 'actor' ? /^(?:country|organization|person|group|place)$/ : /^(?:country|organization|person|group)$/).test(
      scene.entities[one.entity]?.kind ?? '',
    )
  const actors = participants.filter((one) => one.role === 'actor' && isActor(one))
  if (actors.length === 0) return false
  if (trigger.frame.mode === 'visit') return hasPlace || participants.some((one) => one.role !== 'actor')
  const hasJointWord = childrenOf(scene.syntax, trigger.token).some((child) => /^(?:together|jointly)$/.test(scene.syntax.lower[child] as string))
  return actors.length > 1 || hasJointWord || participants.some((one) => one.role !== 'actor' && isActor(one))
}

function isDefinite(syntax: Syntax, noun: number): boolean {
  return childrenOf(syntax, noun).some((child) => /^(?:the|this|that|these|those|his|her|its|their)$/.test(syntax.lower[child] as string))
}

function tellPlainUtterances(scene: Scene, tellings: readonly Telling[], datings: ReadonlyMap<number, readonly Dating[]>): Telling[] {
  const taken = new Set(tellings.flatMap(({ utteredIn }) => (utteredIn === null ? [] : [utteredIn])))
  return [...findPlainUtterances(scene, taken), ...findThreats(scene, taken, tellings)].flatMap(({ statement, type, participants }) => {
    const cue = scene.statements[statement]?.cue
    const span = cue?.spans[0]
    if (!cue || !span) return []
    const within = scene.statements[statement]?.within ?? null
    const sentence = scene.sentenceOf[tokensOf(scene.tokens, span)?.first ?? 0] as number
    return [
      {
        type,
        mode: null,
        trigger: span,
        lemma: cue.lemma,
        isNoun: false,
        participants,
        place: null,
        date: findDateOfSaying(scene, cue.spans, datings),
        realis: 'happened',
        realisCues: [],
        areas: [],
        statedIn: within,
        utteredIn: statement,
        confidence: 0.5,
        sentence,
        token: -2,
        above: -3,
        isDefinite: false,
      },
    ]
  })
}

/** Every trigger with what the scorer sees of it, for training: participants by the lexicon's own guess of the type. */
export function describeTriggers(parts: SceneParts, realis: RealisModel) {
  const scene = setScene(parts)
  const masks = maskWords(scene)
  return findTriggers(scene)
    .filter((trigger) => !isOnlyTalk(scene, trigger))
    .map((found) => {
      const { trigger, told } = readTold(scene.syntax, found, realis)
      const { type, mode } = trigger.frame
      const participants = findParticipants(scene, trigger, type, mode).map(({ role, span }) => ({ role, ...span }))
      return { features: describeTrigger(scene, trigger, told.realis, masks), guess: type, isWeak: trigger.frame.isWeak, realis: told.realis, participants }
    })
}
