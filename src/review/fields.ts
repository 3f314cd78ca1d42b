import type {
  Readout,
  ReadoutComparison,
  ReadoutCooperation,
  ReadoutDate,
  ReadoutEntity,
  ReadoutEvent,
  ReadoutSpan,
  ReadoutStatement,
} from '../document/readout.ts'
import type { Fields, ReviewKind } from './correction.ts'

/** A fact or entity of a record. */
export type Item = ReadoutStatement | ReadoutEvent | ReadoutCooperation | ReadoutComparison | ReadoutEntity

/** The list of a record that holds a kind, and the letter of its ids. */
export const LISTS = {
  statement: { list: 'statements', letter: 's' },
  event: { list: 'events', letter: 'v' },
  cooperation: { list: 'cooperation', letter: 'c' },
  comparison: { list: 'comparisons', letter: 'k' },
  entity: { list: 'entities', letter: 'e' },
} as const satisfies Record<ReviewKind, { list: keyof Readout; letter: string }>

/** What a record says of a fact, field by field: words as spans, entities by id. `FIELDS` tells the shape of each. */
export function readFields(kind: ReviewKind, item: Item, { events }: Readout): Fields {
  return READERS[kind](item as never, events)
}

const READERS = { statement: readStatement, event: readEvent, cooperation: readCooperation, comparison: readComparison, entity: readEntity }

function readStatement({ kind, act, source, addressee, cue, content, negated, hedges }: ReadoutStatement): Fields {
  return {
    ...{ kind, act, source: source?.span ?? null, speaker: source?.entity ?? null, sourceKind: source?.kind ?? null },
    ...{ onBehalfOf: source?.onBehalfOf ?? null, addressee: addressee && { words: addressee.span, entity: addressee.entity } },
    ...{ cue: cue?.spans ?? [], content: content.spans, negated, hedges },
  }
}

function readEvent({ type, mode, trigger, participants, place, date, realis, areas }: ReadoutEvent): Fields {
  return {
    ...{ type, mode, trigger, participants: participants.map(({ role, span, entity }) => ({ role, words: span, entity })) },
    ...{ place: place && { words: place.span, entity: place.entity }, date: readDate(date), realis, areas },
  }
}

function readCooperation({ area, stage, between, spans, realis }: ReadoutCooperation): Fields {
  return { area, stage, between, words: spans, realis }
}

/** An event compared is known by the words of its trigger: its id is another one in the next reading. */
function readComparison({ claim, span, since, about }: ReadoutComparison, events: readonly ReadoutEvent[]): Fields {
  return { claim, words: span, since: readDate(since), about: events.find(({ id }) => id === about)?.trigger ?? null }
}

function readEntity({ name, kind, country }: ReadoutEntity): Fields {
  return { name, kind, country }
}

function readDate(date: ReadoutDate | null) {
  return date && { words: date.span, start: date.start, end: date.end, grain: date.grain, status: date.status }
}

/** The same fact with other values. `item` gives what no field tells; of a fact that a person added, it is `makeItem`'s. */
export function writeFields(kind: ReviewKind, item: Item, fields: Fields, events: readonly ReadoutEvent[]): Item {
  return WRITERS[kind](item as never, fields as never, events)
}

const WRITERS = { statement: writeStatement, event: writeEvent, cooperation: writeCooperation, comparison: writeComparison, entity: writeEntity }

interface Told {
  words: ReadoutSpan
  entity: string | null
}

function writeStatement(item: ReadoutStatement, fields: Fields): ReadoutStatement {
  const { kind, act, source, speaker, sourceKind, onBehalfOf, addressee, cue, content, negated, hedges } = fields as Pick<
    ReadoutStatement,
    'kind' | 'act' | 'negated' | 'hedges'
  > & {
    source: ReadoutSpan | null
    speaker: string | null
    sourceKind: NonNullable<ReadoutStatement['source']>['kind'] | null
    onBehalfOf: string | null
    addressee: Told | null
    cue: ReadoutSpan[]
    content: ReadoutSpan[]
  }
  const isSameCue = item.cue && JSON.stringify(item.cue.spans) === JSON.stringify(cue)
  return {
    ...{ ...item, kind, act, negated, hedges, content: { spans: content } },
    source: source && { span: source, entity: speaker, kind: sourceKind ?? 'person', onBehalfOf },
    cue: isSameCue ? item.cue : cue.length > 0 ? { spans: cue, lemma: joinWords(cue).toLowerCase() } : null,
    addressee: addressee && { span: addressee.words, entity: addressee.entity },
  }
}

function writeEvent(item: ReadoutEvent, fields: Fields): ReadoutEvent {
  const { type, mode, trigger, participants, place, date, realis, areas } = fields as Pick<ReadoutEvent, 'type' | 'mode' | 'trigger' | 'realis' | 'areas'> & {
    participants: (Told & { role: ReadoutEvent['participants'][number]['role']; entity: string })[]
    place: Told | null
    date: DateFields
  }
  return {
    ...{ ...item, type, mode, trigger, realis, areas, date: writeDate(date), place: place && { span: place.words, entity: place.entity } },
    participants: participants.map(({ role, words, entity }) => ({ role, span: words, entity })),
  }
}

function writeCooperation(item: ReadoutCooperation, fields: Fields): ReadoutCooperation {
  const { words, ...rest } = fields as Pick<ReadoutCooperation, 'area' | 'stage' | 'between' | 'realis'> & { words: ReadoutSpan[] }
  return { ...item, ...rest, spans: words }
}

function writeComparison(item: ReadoutComparison, fields: Fields, events: readonly ReadoutEvent[]): ReadoutComparison {
  const { claim, words, since, about } = fields as Pick<ReadoutComparison, 'claim'> & { words: ReadoutSpan; since: DateFields; about: ReadoutSpan | null }
  const event = about && events.find(({ trigger, mentions }) => [trigger, ...mentions].some(({ start, end }) => start === about.start && end === about.end))
  return { ...item, claim, span: words, since: writeDate(since), about: event?.id ?? null }
}

function writeEntity(item: ReadoutEntity, fields: Fields): ReadoutEntity {
  return { ...item, ...(fields as Pick<ReadoutEntity, 'name' | 'kind' | 'country'>) }
}

type DateFields = (Omit<ReadoutDate, 'span'> & { words: ReadoutSpan }) | null

function writeDate(date: DateFields): ReadoutDate | null {
  if (!date) return null
  const { words, start, end, grain, status } = date
  return { span: words, start, end, grain, status }
}

function joinWords(spans: readonly ReadoutSpan[]): string {
  return spans.map(({ text }) => text).join(' ')
}

/** A fact that no machine found, before its fields are written. */
export function makeItem(kind: Exclude<ReviewKind, 'entity'>, id: string, confidence: number): Item {
  const span = { start: 0, end: 0, text: '' }
  if (kind === 'statement') return { ...EMPTY_STATEMENT, id, confidence }
  if (kind === 'event') return { ...EMPTY_EVENT, trigger: span, id, confidence }
  if (kind === 'cooperation') return { ...EMPTY_COOPERATION, id, confidence }
  return { id, claim: 'first', span, since: null, about: null, statedIn: null, confidence }
}

const EMPTY_STATEMENT: Omit<ReadoutStatement, 'id' | 'confidence'> = {
  ...{
    kind: 'indirect',
    act: 'say',
    source: null,
    cue: null,
    content: { spans: [] },
    quotations: [],
    addressee: null,
    within: null,
    negated: false,
    hedges: [],
  },
}

const EMPTY_EVENT: Omit<ReadoutEvent, 'id' | 'confidence' | 'trigger'> = {
  ...{ type: 'AGREE', mode: null, mentions: [], participants: [], place: null, date: null, realis: 'unknown', realisCues: [], areas: [] },
  ...{ statedIn: null, utteredIn: null },
}

const EMPTY_COOPERATION: Omit<ReadoutCooperation, 'id' | 'confidence'> = {
  ...{ between: [], area: 'diplomacy', stage: null, spans: [], realis: 'unknown', realisCues: [], statedIn: null },
}
