import type { NewsEvent } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { spanOf } from '../document/words.ts'
import { placeDates } from './datings.ts'
import { findPlacing, type PlaceTie } from './place.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'
import { type DateTie, findDating } from './when.ts'

/** Why an event has a date or a place: the telling that gave it, and how its words are tied to it. */
export interface TieReason {
  /** The trigger of that telling. */
  readonly telling: Span
  /** The rule, as a sentence. */
  readonly rule: string
}

const DATE_RULES: Readonly<Record<DateTie, string>> = {
  own: 'The date hangs on the words that tell the event.',
  carrier: 'The date hangs on the verb that carries the event’s noun.',
  above: 'The date hangs on the word above, which happens at the same time.',
  beside: 'The date hangs on the verb that stands beside it.',
  below: 'The date hangs on what belongs to the event.',
  cause: 'The date is that of what brought the event about.',
}
const PLACE_RULES: Readonly<Record<PlaceTie, string>> = {
  own: 'The place hangs on the words that tell the event.',
  within: 'The place hangs on what the event is about or done with.',
  object: 'The place is what the event is done to.',
  beside: 'The place opens the clause of the verb beside it.',
  head: 'The place stands at the head of the paragraph.',
}

/** Why an event has its date and its place, for those who ask; null where it has none, or where its saying alone dates it. */
export function explainTimeAndPlace(scene: Scene, triggers: readonly Trigger[], event: NewsEvent): { date: TieReason | null; place: TieReason | null } {
  const tellings = new Set([event.trigger, ...event.mentions].map(({ start }) => start))
  const datings = placeDates(scene)
  let date: TieReason | null = null
  let place: TieReason | null = null
  for (const trigger of triggers) {
    const telling = spanOf(scene.tokens, trigger)
    if (!tellings.has(telling.start)) continue
    const dating = findDating(scene, trigger, datings)
    if (dating?.date.span.start === event.date?.span.start) date ??= dating && { telling, rule: DATE_RULES[dating.tie] }
    const placing = findPlacing(scene, trigger, event.mode)
    if (placing?.place.span.start === event.place?.span.start) place ??= placing && { telling, rule: PLACE_RULES[placing.tie] }
  }
  return { date, place }
}
