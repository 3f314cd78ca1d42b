import type { ReadoutEvent } from '../document/readout.ts'
import { type GoldenFact, spansOf } from '../golden/golden.ts'
import { countFacts, cover, type GoldenCase, listAllowed, pairFacts, tellExtra, tellMiss } from './golden-case.ts'
import { countParticipants, PARTICIPANTS } from './golden-participants.ts'
import { datesOf, isDateRight, isRealisRight, readingsOf } from './golden-readings.ts'
import { doesLead } from './golden-statements.ts'
import { isMeant } from './names.ts'
import { sentenceAt } from './sentences.ts'
import { f1Of, sharesAny } from './spans.ts'

/** How alike a gold and a found event are: 1 and more where triggers share a word, less in the same sentence with the same people, else 0. */
type Likeness = (gold: GoldenFact, found: ReadoutEvent) => number

/**
 * Events. Found and gold are paired by triggers that share a word, else by an overlapping participant in the same sentence; the type
 * must be an accepted one (events_*), or need not be where a trigger is shared (events_any_type_*).
 */
export function countEvents(one: GoldenCase): void {
  const gold = listAllowed(one, 'event')
  const found = one.readout.events
  const likeness = compareAll(one, gold, found)
  const isAccepted = (fact: GoldenFact, event: ReadoutEvent) => fact.choices[0]?.includes(event.type) ?? false
  const paired = pairFacts(gold, found, (fact, event) => (isAccepted(fact, event) ? likeness(fact, event) : 0))
  const blind = pairFacts(gold, found, (fact, event) => {
    const alike = likeness(fact, event)
    if (isAccepted(fact, event)) return alike > 0 ? alike + 0.1 : 0
    return alike >= 1 ? alike : 0
  })
  for (const [fact, event] of paired) one.events.set(fact, event)
  countFacts(one, 'event', 'event', gold, found, paired)
  countFacts(one, 'event any type', 'event', gold, found, blind)
  for (const fact of gold) {
    if (fact.role !== 'required') continue
    const event = paired.get(fact)
    if (event) countParts(one, fact, event)
    else {
      const other = found.find((candidate) => likeness(fact, candidate) >= 1)
      tellMiss(one, other ? `type is ${other.type}` : 'missed', fact)
    }
  }
  tellExtra(one, 'event', found, paired, (event) => ({ what: `event ${event.type}`, spans: [event.trigger] }))
}

/** Likenesses of all pairs; words of the found events are counted once. */
function compareAll(one: GoldenCase, gold: readonly GoldenFact[], found: readonly ReadoutEvent[]): Likeness {
  const places = found.map((event) => ({
    triggers: [{ weight: 1, words: cover(one, [event.trigger]) }, ...event.mentions.map((mention) => ({ weight: 0.9, words: cover(one, [mention]) }))],
    people: event.participants.map(({ span }) => cover(one, [span])),
    sentence: sentenceAt(one.breaks, event.trigger.start),
  }))
  const table = new Map(
    gold.map((fact) => {
      const spans = spansOf(fact, 'trigger')
      const triggers = spans.map((span) => cover(one, [span]))
      const people = PARTICIPANTS.flatMap((role) => spansOf(fact, role)).map((span) => cover(one, [span]))
      const row = places.map((place) => {
        const best = Math.max(0, ...place.triggers.flatMap(({ weight, words }) => triggers.map((trigger) => weight * f1Of(words, trigger))))
        const shared = people.filter((ours) => place.people.some((theirs) => sharesAny(ours, theirs))).length
        if (best > 0) return 1 + best + (people.length > 0 ? (0.2 * shared) / people.length : 0)
        const isNear = spans.some((span) => sentenceAt(one.breaks, span.start) === place.sentence)
        return shared > 0 && isNear ? 0.5 + (0.2 * shared) / people.length : 0
      })
      return [fact, row] as const
    }),
  )
  const numbers = new Map(found.map((event, n) => [event, n]))
  return (fact, event) => table.get(fact)?.[numbers.get(event) ?? -1] ?? 0
}

function countParts(one: GoldenCase, gold: GoldenFact, found: ReadoutEvent): void {
  countParticipants(one, gold, found)
  const places = readingsOf(one, gold, 'place')
  if (places.length > 0 && !places.includes('?')) {
    const isRight = found.place !== null && isMeant(one.names, found.place.span.text, found.place.entity, places)
    one.tally.count('place', isRight)
    if (!isRight) tellMiss(one, `place is ${found.place ? `“${found.place.span.text}”` : 'not told'}, not ${places.join(' | ')}`, gold)
  }
  const dates = datesOf(gold, 'date')
  if (dates.length > 0) {
    const isRight = isDateRight(found.date, dates)
    one.tally.count('date', isRight)
    if (!isRight) tellMiss(one, `date is ${found.date?.start ?? '?'}/${found.date?.end ?? '?'}, not ${dates.join(' | ')}`, gold)
  }
  one.tally.count('realis', isRealisRight(gold, found.realis))
  if (!isRealisRight(gold, found.realis)) tellMiss(one, `realis is ${found.realis}`, gold)
  const modes = gold.choices[1] ?? []
  if (modes.length > 0) {
    const isRight = found.mode !== null && modes.includes(found.mode)
    one.tally.count('mode', isRight)
    if (!isRight) tellMiss(one, `mode is ${found.mode}`, gold)
  }
  const isStated = doesLead(one, found.statedIn, gold.statedIn)
  if (isStated === null) return
  one.tally.count('event_stated_in', isStated)
  if (!isStated) tellMiss(one, `stated in ${found.statedIn}`, gold)
}
