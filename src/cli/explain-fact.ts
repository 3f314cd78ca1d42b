import type { Readout, ReadoutCooperation, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { Explanations } from '../pipeline.ts'
import { makeCut } from './cut-span.ts'

/** Why the record has an event as it has it, as `explain --format json` writes it: offsets in `offsetUnit`, ids of the article's record. */
export interface ExplainedEvent {
  offsetUnit: Readout['offsetUnit']
  event: ReadoutEvent
  /** The places that tell it, the leading one first; none where a statement's cue alone tells it. */
  tellings: {
    trigger: ReadoutSpan
    /** The entry of the lexicon. */
    entry: string
    types: { type: string; chance: number }[]
    realis: ReadoutEvent['realis']
    cues: ReadoutSpan[]
    rule: string
    /** The scorer's chance that it happened; null where words decide. */
    chance: number | null
  }[]
  participants: { role: string; span: ReadoutSpan; entity: string; rule: string }[]
  realis: string
  /** How the words of the date were read, the ISO day they are counted from, and how they are tied to the event. */
  date: { read: string | null; from: string | null; tie: string | null } | null
  place: { tie: string | null } | null
  statement: ReadoutStatement | null
}

/** Why the ledger has an entry as it has it. */
export interface ExplainedCooperation {
  offsetUnit: Readout['offsetUnit']
  cooperation: ReadoutCooperation
  /** The kind of construction, as a sentence. */
  rule: string
  stageWords: ReadoutSpan | null
  areaWords: ReadoutSpan | null
  statement: ReadoutStatement | null
}

/** The event, by its place in the record, with what decided on each of its parts. */
export function explainEvent(n: number, { events, dates }: Explanations, record: Readout, plain: Readout): ExplainedEvent {
  const cut = makeCut(record)
  const event = record.events[n] as ReadoutEvent
  const { tellings, participants, realis, date, place } = events[n] as Explanations['events'][number]
  // the record that is told may count other offsets than the reasons do
  const read = dates.find(({ span }) => span.start === plain.events[n]?.date?.span.start)
  return {
    offsetUnit: record.offsetUnit,
    event,
    tellings: tellings.map((one) => ({
      ...one,
      trigger: cut(one.trigger),
      cues: one.cues.map(cut),
      types: one.types.map(roundChance),
      chance: round(one.chance),
    })),
    participants: participants.map(({ role, span, entity, rule }) => ({ role, span: cut(span), entity: `e${entity + 1}`, rule })),
    realis,
    date: event.date && { read: read?.rule ?? null, from: read?.from ?? null, tie: date?.rule ?? null },
    place: event.place && { tie: place?.rule ?? null },
    statement: record.statements.find(({ id }) => id === event.statedIn) ?? null,
  }
}

const CONSTRUCTIONS: Readonly<Record<Explanations['cooperation'][number]['rule'], string>> = {
  change: 'A verb or noun tells that shared work begins, grows, rests or ends.',
  together: 'They are told to do it together.',
  transfer: 'One passes something on to the other.',
  partners: 'They are told to be partners in it.',
  tie: 'A noun names the tie between them.',
  list: 'A list of areas follows what is told of their work.',
  duration: 'They are told to have done it for long.',
  aim: 'They are told to aim at it.',
  idea: 'It is told as an idea that is talked about.',
}

/** The entry of the ledger, by its place in the record, with what decided on its area and stage. */
export function explainCooperation(n: number, { cooperation }: Explanations, record: Readout): ExplainedCooperation {
  const cut = makeCut(record)
  const entry = record.cooperation[n] as ReadoutCooperation
  const { rule, stageWords, areaWords } = cooperation[n] as Explanations['cooperation'][number]
  return {
    offsetUnit: record.offsetUnit,
    cooperation: entry,
    rule: CONSTRUCTIONS[rule],
    stageWords: stageWords && cut(stageWords),
    areaWords: areaWords && cut(areaWords),
    statement: record.statements.find(({ id }) => id === entry.statedIn) ?? null,
  }
}

function roundChance<T extends { readonly chance: number }>(one: T): T {
  return { ...one, chance: round(one.chance) as number }
}

function round(chance: number | null): number | null {
  return chance === null ? null : Math.round(chance * 1000) / 1000
}
