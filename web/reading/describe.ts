/** Facts of a record in words. */
import type { ReadoutDate, ReadoutEvent, ReadoutStatement } from '../../src/document/readout.ts'
import { showRange } from '../dates.ts'
import { labelOf } from '../labels.ts'
import { WORDS } from '../words.ts'
import { cut, joinSpans, nameOf, type PlacedFact, type PlacedRecord } from './facts.ts'

export interface Described {
  /** Who. */
  readonly head: string
  /** What sort of its kind it is: of an event its type, of cooperation its area. */
  readonly sort: string
  /** The words of saying. */
  readonly link: string
  /** What, in the text's own words. */
  readonly words: string
  readonly traits: readonly string[]
}

export function describeFact(one: PlacedFact, record: PlacedRecord): Described {
  switch (one.kind) {
    case 'statement':
      return describeStatement(one.fact, record)
    case 'event':
      return describeEvent(one.fact, record)
    case 'cooperation': {
      const { between, area, stage, realis, spans, statedIn } = one.fact
      const head = between.map((id) => record.entities.get(id)?.name ?? id).join(', ')
      return {
        head,
        sort: labelOf(area),
        link: '',
        words: joinSpans(spans),
        traits: [stage ?? WORDS.fact.noStage, ...plain(realis), ...teller(statedIn, record)],
      }
    }
    case 'comparison': {
      const { claim, span, since, about, statedIn } = one.fact
      return {
        head: '',
        sort: labelOf(claim),
        link: '',
        words: span.text,
        traits: [...(since ? [WORDS.fact.since(sayDate(since))] : []), ...(about ? [`${WORDS.fact.about} ${about}`] : []), ...teller(statedIn, record)],
      }
    }
  }
}

function describeStatement({ source, cue, content, kind, act, negated, hedges, addressee }: ReadoutStatement, record: PlacedRecord): Described {
  const behalf = source?.onBehalfOf ? record.entities.get(source.onBehalfOf) : undefined
  const traits = [
    labelOf(kind),
    labelOf(act),
    ...(behalf ? [WORDS.fact.onBehalf(behalf.name)] : []),
    ...(addressee ? [WORDS.fact.to(nameOf(record, addressee.entity, addressee.span.text))] : []),
    ...(negated ? [WORDS.fact.negated] : []),
    ...(hedges.length > 0 ? [WORDS.fact.hedged] : []),
  ]
  return { head: sayingOf(source, record), sort: '', link: joinSpans(cue?.spans ?? []), words: joinSpans(content.spans), traits }
}

export function sayingOf(source: ReadoutStatement['source'], record: PlacedRecord): string {
  if (source === null) return WORDS.fact.nobody
  const entity = source.entity === null ? undefined : record.entities.get(source.entity)
  if (source.kind === 'anonymous') return `${WORDS.fact.anonymous} (“${cut(source.span.text, 50)}”)`
  return entity?.name ?? `“${cut(source.span.text, 50)}”`
}

function describeEvent({ type, mode, trigger, participants, place, date, realis, areas, statedIn }: ReadoutEvent, record: PlacedRecord): Described {
  const names = (role: string) => [...new Set(participants.filter((who) => who.role === role).map((who) => nameOf(record, who.entity, who.span.text)))]
  const [actors, recipients] = [names('actor').join(', '), names('recipient').join(', ')]
  const traits = [
    ...(mode && mode !== 'meeting' ? [labelOf(mode)] : []),
    ...names('host').map(WORDS.fact.host),
    ...names('mediator').map(WORDS.fact.mediator),
    ...(place ? [WORDS.fact.at(nameOf(record, place.entity, place.span.text))] : []),
    ...(date ? [sayDate(date)] : []),
    ...(areas.length > 0 ? [WORDS.fact.on(areas.map(labelOf).join(', '))] : []),
    realis,
    ...teller(statedIn, record),
  ]
  return {
    head: recipients ? `${actors || WORDS.fact.nobody} → ${recipients}` : actors || WORDS.fact.nobody,
    sort: labelOf(type),
    link: '',
    words: trigger.text,
    traits,
  }
}

function plain(realis: string): string[] {
  return realis === 'happened' || realis === 'ongoing' ? [] : [realis]
}

function teller(statedIn: string | null, record: PlacedRecord): string[] {
  const statement = statedIn === null ? undefined : record.statements.get(statedIn)
  return statement ? [WORDS.fact.toldBy(sayingOf(statement.source, record))] : []
}

function sayDate({ span, start, end, grain, status }: ReadoutDate): string {
  if (start === null || end === null) return `“${span.text}”`
  return `${status === 'approximate' ? 'about ' : ''}${showRange(start, end, grain)}`
}
