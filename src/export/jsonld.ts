import type { Readout, ReadoutEntity, ReadoutEvent, ReadoutStatement } from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { makeFactIri, makeSpanIri, makeTextIri, makeWikidataIri } from './addresses.ts'
import { type Fact, listEvidence } from './evidence.ts'
import type { ExportItem } from './item.ts'
import { listMakers } from './provenance.ts'

/** A thing of schema.org. Properties without a value are left out. */
export type Thing = { readonly [property: string]: unknown }

/**
 * The article with its entities, statements and events in schema.org's words, one JSON-LD document. Each fact is based on
 * stretches of the text (`isBasedOn`, or `subjectOf` of an event, RFC 5147, in code points), so the record must have its text. schema.org
 * has no word for what did not happen or may not have: denied, hypothetical and unknown events are left out and counted.
 */
export function makeJsonLd(item: ExportItem): { document: Thing; leftOut: number } {
  const record = convertOffsets(item.readout, 'codepoint')
  const events = record.events.filter(({ realis }) => realis === 'happened' || realis === 'ongoing' || realis === 'planned')
  const graph = [
    describeArticle(record, item),
    ...record.entities.map((entity) => describeEntity(entity, record)),
    ...record.statements.map((statement) => describeStatement(statement, record)),
    ...events.map((event) => describeEvent(event, record)),
    describeProducer(record),
  ]
  return { document: { '@context': 'https://schema.org', '@graph': graph.map(dropEmpty) }, leftOut: record.events.length - events.length }
}

function describeArticle(record: Readout, { address, outlet }: ExportItem): Thing {
  const { source, title, authors, publishedOn, language } = record.article
  return {
    '@id': makeTextIri(record),
    '@type': 'NewsArticle',
    headline: title,
    url: address,
    identifier: source,
    datePublished: publishedOn,
    inLanguage: language,
    author: authors.map((name) => ({ '@type': 'Person', name })),
    publisher: outlet && { '@type': 'Organization', name: outlet },
  }
}

/** What made the description: schema.org has no property that ties it to the facts. */
function describeProducer({ producedBy }: Readout): Thing {
  return { '@type': 'SoftwareApplication', name: 'Readout', softwareVersion: producedBy.readout, softwareRequirements: listMakers(producedBy) }
}

const TYPES: Readonly<Record<ReadoutEntity['kind'], string>> = {
  ...{ person: 'Person', country: 'Country', organization: 'Organization', place: 'Place', group: 'Thing', document: 'CreativeWork' },
}

function describeEntity(entity: ReadoutEntity, record: Readout): Thing {
  const isPerson = entity.kind === 'person'
  return {
    '@id': makeFactIri(record, entity.id),
    '@type': TYPES[entity.kind],
    name: entity.name,
    identifier: entity.country,
    sameAs: makeWikidataIri(entity.link),
    jobTitle: isPerson ? [...new Set(entity.roles.map(({ title }) => title))] : [],
    affiliation: isPerson ? [...new Set(entity.roles.flatMap(({ of }) => of ?? []))].map((id) => refer(id, record)) : [],
    subjectOf: listPlaces({ kind: 'entities', fact: entity }, record),
  }
}

/** Verbatim words make a Quotation, indirect speech a Statement: its words are the reporter's. */
function describeStatement(fact: ReadoutStatement, record: Readout): Thing {
  const isQuotation = fact.quotations.length > 0
  return {
    '@id': makeFactIri(record, fact.id),
    '@type': isQuotation ? 'Quotation' : 'Statement',
    text: (isQuotation ? fact.quotations : fact.content.spans).map(({ text }) => text).join(' … '),
    creator: refer(fact.source?.entity, record),
    creditText: fact.source?.span.text,
    keywords: [fact.kind, fact.act, ...(fact.negated ? ['negated'] : [])],
    isPartOf: fact.within === null ? { '@id': makeTextIri(record) } : refer(fact.within, record),
    isBasedOn: listPlaces({ kind: 'statements', fact }, record),
  }
}

function describeEvent(fact: ReadoutEvent, record: Readout): Thing {
  const play = (...roles: string[]) => fact.participants.filter(({ role }) => roles.includes(role)).map(({ entity }) => refer(entity, record))
  const who: Thing =
    fact.type === 'CONSULT'
      ? { attendee: play('actor', 'recipient', 'mediator'), organizer: play('host') }
      : { contributor: play('actor', 'mediator', 'host'), about: play('recipient') }
  return {
    '@id': makeFactIri(record, fact.id),
    '@type': 'Event',
    name: fact.trigger.text,
    keywords: [fact.type, ...(fact.mode ? [fact.mode] : []), fact.realis, ...fact.areas],
    ...who,
    eventStatus: fact.realis === 'planned' ? 'https://schema.org/EventScheduled' : null,
    startDate: fact.date?.start,
    endDate: fact.date?.end,
    location: fact.place && (refer(fact.place.entity, record) ?? { '@type': 'Place', name: fact.place.span.text }),
    recordedIn: refer(fact.statedIn ?? fact.utteredIn, record) ?? { '@id': makeTextIri(record) },
    subjectOf: listPlaces({ kind: 'events', fact }, record),
  }
}

function refer(id: string | null | undefined, record: Readout): Thing | null {
  return id ? { '@id': makeFactIri(record, id) } : null
}

function listPlaces(fact: Fact, record: Readout): Thing[] {
  return listEvidence(fact).map(({ span }) => ({ '@id': makeSpanIri(record, span) }))
}

function dropEmpty(thing: Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)))
}
