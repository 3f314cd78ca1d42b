import type { Readout, ReadoutEntity, ReadoutEvent } from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { makeTextIri, makeWikidataIri } from './addresses.ts'
import { type ExportItem, readFreeText } from './item.ts'
import { isNamed } from './named.ts'

/** A news object of ninjs 3.1 with one property of ours, `readout`; without it the object is plain ninjs. */
export interface NinjsObject {
  readonly uri: string
  readonly [property: string]: unknown
}

/**
 * An article in ninjs 3.1: whom and what it names with `rel` and `uri`, events that happen or are planned, the text where it may leave. ninjs
 * knows no quotation, no cooperation and no offsets: the facts stand whole in `readout`, as in the record, offsets in code points of
 * the body. ninjs wants instants: a day of publication is no instant, so it stands in `readout.publishedOn`.
 */
export function makeNinjs(item: ExportItem): NinjsObject {
  const record = convertOffsets(item.readout, 'codepoint')
  const { title, authors, publisher, language, article } = { ...record.article, article: record.article }
  const text = readFreeText(item)
  const quoted = new Set(record.statements.filter(({ kind }) => kind !== 'indirect').map(({ source }) => source?.entity))
  const list = (...kinds: ReadoutEntity['kind'][]) =>
    record.entities.filter((entity) => kinds.includes(entity.kind) && isNamed(entity)).map((entity) => describe(entity, quoted.has(entity.id)))
  return dropEmpty({
    uri: item.address ?? makeTextIri(record),
    ...{ type: 'text', representationType: text === undefined ? 'partial' : 'full', language },
    ...{ title, headlines: title === null ? [] : [{ role: 'main', value: title }], by: authors.join(', ') },
    ...{ people: list('person'), organisations: list('organization'), places: list('country', 'place') },
    events: record.events.filter(({ realis }) => realis === 'happened' || realis === 'ongoing' || realis === 'planned').map(describeEvent),
    infoSources: [item.outlet ?? publisher].flatMap((name) => (name === null ? [] : [{ name, role: 'publisher' }])),
    bodies: text === undefined ? [] : [{ role: 'main', contentType: 'text/plain', charCount: article.length, value: text }],
    altIds: [{ role: 'readout-text', value: makeTextIri(record) }],
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    readout: extend(record),
  })
}

/** `rel` tells what the article has to do with it: it quotes it, or mentions it. */
function describe({ name, country, kind, link }: ReadoutEntity, isQuoted: boolean): object {
  const uri = makeWikidataIri(link)
  return {
    name,
    rel: isQuoted ? 'quotes' : 'mentions',
    ...(uri === null ? {} : { uri }),
    ...(kind === 'country' && country !== null ? { literal: country } : {}),
  }
}

function describeEvent({ id, trigger, realis, type, mode }: ReadoutEvent): object {
  return { id, name: trigger.text, rel: realis, literal: mode === null ? type : `${type} ${mode}` }
}

/** The record without its text. */
function extend({ format, producedBy, offsetUnit, article, entities, statements, events, cooperation, comparisons }: Readout): object {
  return { format, producedBy, offsetUnit, article: article.id, publishedOn: article.publishedOn, entities, statements, events, cooperation, comparisons }
}

function dropEmpty(object: NinjsObject): NinjsObject {
  const kept = Object.entries(object).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(kept) as NinjsObject
}
