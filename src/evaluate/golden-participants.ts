import type { ParticipantRole } from '../document/news-event.ts'
import type { ReadoutEvent } from '../document/readout.ts'
import type { GoldenFact } from '../golden/golden.ts'
import { type GoldenCase, tellMiss } from './golden-case.ts'
import { readingsOf } from './golden-readings.ts'
import { acceptedReadings, isMeant } from './names.ts'
import { assignPairs, type Pair } from './pairing.ts'

export const PARTICIPANTS: readonly ParticipantRole[] = ['actor', 'recipient', 'host', 'mediator']

/**
 * Participants by the entity they mean, whatever the role; of those that are right, the role. One whose entity is the event's place
 * neither counts nor costs.
 */
export function countParticipants(one: GoldenCase, gold: GoldenFact, found: ReadoutEvent): void {
  const { names, tally } = one
  const wanted = PARTICIPANTS.flatMap((role) => (gold.fields.get(role) ?? []).map((piece) => ({ role, readings: acceptedReadings([piece], one.article.text) })))
  const given = found.participants
  const pairs: Pair[] = []
  wanted.forEach(({ role, readings }, g) => {
    given.forEach(({ span, entity, role: told }, f) => {
      if (isMeant(names, span.text, entity, readings)) pairs.push({ gold: g, found: f, weight: told === role ? 1.5 : 1 })
    })
  })
  const chosen = assignPairs(pairs)
  const taken = new Set(chosen.values())
  const places = readingsOf(one, gold, 'place')
  const extra = given.filter(({ span, entity }, n) => !taken.has(n) && !isMeant(names, span.text, entity, places))
  tally.add('participants.gold', wanted.length)
  tally.add('participants.found', chosen.size + extra.length)
  tally.add('participants.hits', chosen.size)
  for (const { span } of extra) tellMiss(one, `“${span.text}” takes no part`, gold)
  wanted.forEach(({ role, readings }, n) => {
    const at = chosen.get(n)
    if (at === undefined) tellMiss(one, `${role} ${readings.join(' | ')} is missing`, gold)
    else tally.count('participant_role', given[at]?.role === role)
  })
}
