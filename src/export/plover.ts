import type { Area } from '../document/cooperation.ts'
import type { EventType } from '../document/news-event.ts'
import type { Readout, ReadoutEntity, ReadoutEvent } from '../document/readout.ts'
import { makeWikidataIri } from './addresses.ts'
import type { ExportItem } from './item.ts'
import { nameProgram } from './provenance.ts'
import { applyRealis } from './realis.ts'

/** One event as PLOVER's JSON has it (manual 2.0, “Data Fields”); `readout` holds what that format has no field for. */
export interface PloverRecord {
  readonly id: string
  /** The day of the event as coded; null where neither the text nor the article tells one. */
  readonly date: string | null
  readonly enddate: string | null
  readonly actor: readonly PloverActor[]
  readonly recipient: readonly PloverActor[]
  readonly event: readonly EventType[]
  readonly mode: readonly string[]
  readonly context: readonly string[]
  readonly event_loc: { readonly name: string; readonly cc3: string | null } | null
  readonly event_text: readonly string[]
  readonly quad_code: 1 | 2 | 3 | 4
  readonly link: string
  readonly cite_info: { readonly url: string | null; readonly title: string | null; readonly publication: string | null; readonly language: string | null }
  readonly coder: string
  readonly readout: Omit<ReadoutEvent, 'participants' | 'place'> & {
    readonly offsetUnit: Readout['offsetUnit']
    readonly dateFrom: 'event' | 'publication' | null
    readonly producedBy: Readout['producedBy']
  }
}

export interface PloverActor {
  /** ISO 3166-1 alpha-3, or the code of a body; null where nothing tells. */
  readonly code: string | null
  /** GOV for a state itself; sectors of persons and bodies are not read. */
  readonly sector: string | null
  readonly entity_text: string
  readonly identifier_id: string | null
  readonly identifier_text: string
  readonly readout: { readonly role: string; readonly entity: string; readonly span: ReadoutEvent['trigger'] }
}

/**
 * The record's events as PLOVER codes them, and how many have no place there: what is hypothetical or unknown, conflict that is
 * denied, and events without an actor.
 */
export function listPloverRecords(item: ExportItem): { records: PloverRecord[]; leftOut: number } {
  const { readout } = item
  const entities = new Map(readout.entities.map((entity) => [entity.id, entity]))
  const records = readout.events.flatMap((event) => codeEvent(event, item, entities) ?? [])
  return { records, leftOut: readout.events.length - records.length }
}

function codeEvent(event: ReadoutEvent, { readout, address, outlet }: ExportItem, entities: ReadonlyMap<string, ReadoutEntity>): PloverRecord | null {
  const coded = applyRealis(event)
  const { participants, place, ...kept } = event
  // Who receives a visitor is its recipient; who mediates takes part.
  const actor = participants.filter(({ role }) => role === 'actor' || role === 'mediator')
  if (coded === null || actor.length === 0) return null
  const toActor = (one: ReadoutEvent['participants'][number]) => describeActor(one, entities.get(one.entity))
  const { article, producedBy, offsetUnit } = readout
  // The day told is the day of the meeting to come, not of the agreement to meet: that is known from when it was reported.
  const isOwnDate = coded.type === event.type && event.date !== null && event.date.start !== null
  const placeEntity = place && entities.get(place.entity ?? '')
  return {
    id: `${article.id}-${event.id}`,
    date: isOwnDate ? (event.date?.start ?? null) : article.publishedOn,
    enddate: isOwnDate ? (event.date?.end ?? null) : null,
    actor: actor.map(toActor),
    recipient: participants.filter(({ role }) => role === 'recipient' || role === 'host').map(toActor),
    event: [coded.type],
    mode: coded.mode === null ? [] : [coded.mode],
    context: [...new Set(event.areas.flatMap((area) => CONTEXTS[area] ?? []))],
    event_loc: place && { name: placeEntity?.name ?? place.span.text, cc3: placeEntity?.country ?? null },
    event_text: [event.trigger, ...event.mentions].map(({ text }) => text),
    quad_code: QUADS[coded.type],
    link: article.id,
    cite_info: { url: address ?? article.source, title: article.title, publication: outlet ?? article.publisher, language: article.language },
    coder: nameProgram(producedBy),
    readout: { ...kept, offsetUnit, dateFrom: isOwnDate ? 'event' : article.publishedOn === null ? null : 'publication', producedBy },
  }
}

function describeActor({ role, span, entity }: ReadoutEvent['participants'][number], found: ReadoutEntity | undefined): PloverActor {
  return {
    // The manual's code for Kosovo.
    code: found?.country === 'XKX' ? 'KOS' : (found?.country ?? null),
    sector: found?.kind === 'country' ? 'GOV' : null,
    entity_text: span.text,
    identifier_id: makeWikidataIri(found?.link ?? {}),
    identifier_text: found?.name ?? span.text,
    readout: { role, entity, span },
  }
}

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
const QUADS: Readonly<Record<EventType, 1 | 2 | 3 | 4>> = {
  ...{ AGREE: 1, CONSULT: 1, SUPPORT: 1, CONCEDE: 1, COOPERATE: 2, AID: 2, RETREAT: 2 },
  ...{ REQUEST: 3, ACCUSE: 3, REJECT: 3, THREATEN: 3, PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4 },
}

/** Contexts of the manual that an area means beyond doubt. Others (nuclear: power or arms?) stay in `readout.areas` alone. */
const CONTEXTS: Readonly<Partial<Record<Area, string>>> = {
  ...{ diplomacy: 'diplomatic', military: 'military', arms: 'military', trade: 'economic', finance: 'economic', migration: 'migration' },
  ...{ humanitarian: 'humanitarian', justice: 'legal', intelligence: 'intelligence', 'human-rights': 'human_rights', cyber: 'cyber' },
}
