import type { NewsEvent, ParticipantRole, Realis } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { spanOf } from '../document/words.ts'
import { describeTrigger, maskWords } from './features.ts'
import type { Frame } from './lexicon.ts'
import { findParticipants } from './participants.ts'
import { explainTold, type RealisModel, readTold } from './realis.ts'
import { type Scene, type SceneParts, setScene } from './scene.ts'
import { type EventModel, scoreTypes } from './score.ts'
import { sayTie } from './ties.ts'
import { explainTimeAndPlace, type TieReason } from './time-and-place.ts'
import { findTriggers, type Trigger } from './triggers.ts'

/** Why the record has an event as it has it: for people to read. Spans are of the text, entities indices. */
export interface EventReason {
  /** The places that tell it, the leading one first. None where a statement's cue alone tells it. */
  readonly tellings: readonly TellingReason[]
  readonly participants: readonly { readonly role: ParticipantRole; readonly span: Span; readonly entity: number; readonly rule: string }[]
  /** What decided whether it happened, as a sentence. */
  readonly realis: string
  readonly date: TieReason | null
  readonly place: TieReason | null
}

/** Why one place tells an event of its type. */
export interface TellingReason {
  readonly trigger: Span
  /** The entry of the lexicon that fits, as a sentence. */
  readonly entry: string
  /** The likeliest types by the trained scorer. */
  readonly types: readonly { readonly type: string; readonly chance: number }[]
  readonly realis: Realis
  readonly cues: readonly Span[]
  /** What decided on `realis`, as a sentence. */
  readonly rule: string
  /** The chance that it happened, by the trained scorer; null where words decide and it is not asked. */
  readonly chance: number | null
}

/** Types told of each telling. */
const TYPES = 3

/** The reasons of events that `findEvents` made from the same parts, in their order; what is told is computed once more for those who ask. */
export function explainEvents(given: SceneParts & { model: EventModel; realis: RealisModel }, events: readonly NewsEvent[]): EventReason[] {
  const scene = setScene(given)
  const masks = maskWords(scene)
  const triggers = findTriggers(scene)
  const byStart = new Map(triggers.map((trigger) => [spanOf(scene.tokens, trigger).start, trigger]))
  return events.map((event) => {
    const found = [event.trigger, ...event.mentions].flatMap(({ start }) => byStart.get(start) ?? [])
    const tellings = found.map((trigger) => explainTelling(scene, trigger, masks, given))
    const { date, place } = explainTimeAndPlace(scene, found, event)
    return { tellings, participants: explainParticipants(scene, found, event, given.realis), realis: sayRealis(event, tellings), date, place }
  })
}

function explainTelling(scene: Scene, found: Trigger, masks: readonly string[], { model, realis }: { model: EventModel; realis: RealisModel }): TellingReason {
  const { trigger, told } = readTold(scene.syntax, found, realis)
  const chances = scoreTypes(describeTrigger(scene, trigger, told.realis, masks), model)
  const types = model.classes.map((name, k) => ({ type: name === 'YIELD' ? 'CONCEDE or RETREAT' : name, chance: chances[k] as number }))
  return {
    trigger: spanOf(scene.tokens, trigger),
    entry: sayEntry(found.frame),
    types: types.sort((a, b) => b.chance - a.chance).slice(0, TYPES),
    realis: told.realis,
    cues: told.cues.map((cue) => spanOf(scene.tokens, { first: cue, last: cue + 1 })),
    ...explainTold(scene.syntax, found, realis),
  }
}

/** “sign” with an object like “treaty”, “pact” …: SUPPORT. */
function sayEntry(frame: Frame): string {
  const { lemma, particle, prepositions, objects, modifiers, subjects, before, isPlural, isWeak, isFirm, type, mode } = frame
  const parts = [
    `“${[lemma, particle].filter(Boolean).join(' ')}”`,
    isPlural ? 'in the plural' : '',
    before ? `behind ${sayWords(before)}` : '',
    subjects ? `with a subject like ${sayWords(subjects)}` : '',
    objects ? `with an object like ${modifiers ? `${sayWords(modifiers)} ` : ''}${sayWords(objects)}` : '',
    prepositions ? `with ${sayWords(prepositions)}` : '',
  ]
  const limits = [isWeak ? ', only between actors that the text knows' : '', isFirm ? ', beyond doubt' : ''].join('')
  return `${parts.filter(Boolean).join(' ')} tells ${type}${mode ? ` (${mode})` : ''}${limits}.`
}

/** Words of a list told, at most. */
const LISTED = 3

function sayWords(list: ReadonlySet<string>): string {
  const told = [...list].slice(0, LISTED).map((word) => `“${word}”`)
  return `${told.join(' or ')}${list.size > LISTED ? ' …' : ''}`
}

/** Each participant with the first telling that names it. */
function explainParticipants(scene: Scene, found: readonly Trigger[], event: NewsEvent, model: RealisModel): EventReason['participants'] {
  const named = found.map((one) => {
    const { trigger } = readTold(scene.syntax, one, model)
    return { trigger, bySyntax: findParticipants(scene, trigger, event.type, event.mode) }
  })
  return event.participants.map(({ role, span, entity }) => {
    for (const { trigger, bySyntax } of named) {
      const same = bySyntax.find((one) => one.entity === entity && one.span.start === span.start)
      if (same) return { role, span, entity, rule: sayTie(scene, trigger, same.token) }
    }
    return { role, span, entity, rule: event.utteredIn === null ? 'Named by the words that tell it.' : SPEAKS }
  })
}

const SPEAKS = 'Makes the statement that is this event, or is addressed by it.'

function sayRealis({ realis, utteredIn }: NewsEvent, tellings: readonly TellingReason[]): string {
  const own = tellings.find((one) => one.realis === realis)
  if (own) return own.rule
  if (tellings.length === 0 && utteredIn !== null) return 'It happened by being said.'
  return 'The sentence behind takes back what was told.'
}
