import type { ReadoutStatement } from '../document/readout.ts'
import type { GoldenFact } from '../golden/golden.ts'
import { type GoldenCase, tellMiss } from './golden-case.ts'
import { readingsOf } from './golden-readings.ts'
import { isKnownEntity, isMeant, isRightEntity } from './names.ts'

/**
 * Whether the statement's entity is the speaker that the gold names; where nobody can be known (“= ?”, or no source), whether it
 * is linked to nobody that the gold names.
 */
export function countSpeaker(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
  const readings = readingsOf(one, gold, 'source')
  const entity = found.source?.entity ?? null
  if (readings.length === 0 || readings.includes('?')) {
    const isInvented = entity !== null && isKnownEntity(one.names, entity) && !isRightEntity(one.names, entity, readings)
    one.tally.count('speaker_not_invented', !isInvented)
    if (isInvented) tellMiss(one, `nobody can be known here, found ${nameOf(one, entity)}`, gold)
    return
  }
  const isRight = isRightEntity(one.names, entity, readings)
  one.tally.count('speaker_right', isRight)
  one.tally.add('said_right', Number(isRight))
  one.tally.count('speaker_unknown', entity === null)
  one.tally.count('speaker_wrong', entity !== null && !isRight)
  if (!isRight) tellMiss(one, `speaker is ${nameOf(one, entity)}, not ${readings.join(' | ')}`, gold)
}

/** On whose behalf and to whom it is said, where the gold tells and it can be known. */
export function countParties(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
  const behalf = readingsOf(one, gold, 'onBehalfOf')
  if (behalf.length > 0 && !behalf.includes('?')) {
    const isRight = isRightEntity(one.names, found.source?.onBehalfOf ?? null, behalf)
    one.tally.count('on_behalf_of', isRight)
    if (!isRight) tellMiss(one, `on behalf of ${nameOf(one, found.source?.onBehalfOf ?? null)}, not ${behalf.join(' | ')}`, gold)
  }
  const addressed = readingsOf(one, gold, 'addressee')
  if (addressed.length > 0 && !addressed.includes('?')) {
    const { addressee } = found
    const isRight = addressee !== null && isMeant(one.names, addressee.span.text, addressee.entity, addressed)
    one.tally.count('addressee', isRight)
    if (!isRight) tellMiss(one, `addressee is ${addressee ? `“${addressee.span.text}”` : 'nobody'}, not ${addressed.join(' | ')}`, gold)
  }
}

/** What `said_right` is a share of: all required statements with a known speaker, found or not. */
export function countNamed(one: GoldenCase): void {
  const named = one.article.facts.filter((fact) => {
    const pieces = fact.fields.get('source') ?? []
    return fact.kind === 'statement' && fact.role === 'required' && pieces.length > 0 && !pieces.some((piece) => piece.readings.includes('?'))
  })
  one.tally.add('said_right/', named.length)
}

function nameOf(one: GoldenCase, id: string | null): string {
  const entity = one.names.entities.get(id ?? '')
  return entity ? `“${entity.name}”` : 'nobody'
}
