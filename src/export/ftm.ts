import type { Readout, ReadoutEntity, ReadoutEvent, ReadoutStatement } from '../document/readout.ts'
import { convertOffsets } from '../record/record.ts'
import { makeTextIri } from './addresses.ts'
import { toAlpha2 } from './country-codes.ts'
import { type Fact, joinPieces, listEvidence } from './evidence.ts'
import { type ExportItem, readFreeText } from './item.ts'
import { isNamed } from './named.ts'
import { tellProducer } from './provenance.ts'

/** An entity of FollowTheMoney: properties are lists of strings. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Properties = Readonly<Record<string, string | readonly (string | null | undefined)[] | null | undefined>>

/** Digits of an article's digest in ids: as good as unique, and short enough to read. */
const DIGITS = 20

/**
 * An article with whom it names, what they said and what happened, in FollowTheMoney's words. Ids are stable: those of Wikidata's people and of
 * states are the same in every article, others are the article's. Offsets count code points and stand as JSON in `notes`, since no
 * property of that model holds any; `proof` is the article. Left out and counted: entities that no name tells, texts that are
 * spoken of, and events that did not happen or may not.
 */
export function listFtmEntities(item: ExportItem): { entities: FtmEntity[]; leftOut: number } {
  const record = convertOffsets(item.readout, 'codepoint')
  const named = record.entities.filter((entity) => isNamed(entity) && entity.kind !== 'document')
  const schemas = new Map(named.map((entity) => [entity.id, chooseSchema(entity, record)]))
  const ids = new Map(named.map((entity) => [entity.id, makeEntityId(entity, record)]))
  const events = record.events.filter(({ realis }) => realis === 'happened' || realis === 'ongoing' || realis === 'planned')
  const entities = [
    describeArticle(item, record),
    ...named.flatMap((entity) => describeEntity(entity, { record, ids, schemas })),
    ...record.statements.map((fact) => describeStatement(fact, { record, ids, schemas })),
    ...events.map((fact) => describeEvent(fact, { record, ids, schemas })),
  ]
  return { entities, leftOut: record.entities.length - named.length + record.events.length - events.length }
}

interface Scene {
  readonly record: Readout
  /** Ids and schemas here, by the entity's id in the record. */
  readonly ids: ReadonlyMap<string, string>
  readonly schemas: ReadonlyMap<string, string>
}

function describeArticle(item: ExportItem, record: Readout): FtmEntity {
  const { title, authors, publishedOn, language, source } = record.article
  return makeEntity(makeArticleId(record), 'Article', {
    ...{ title, author: authors, publishedAt: publishedOn, language, sourceUrl: item.address, publisher: item.outlet },
    fileName: item.address === null ? source : null,
    bodyText: readFreeText(item),
    processingAgent: tellProducer(record.producedBy),
    notes: `Text ${makeTextIri(record)}; offsets count its code points.`,
  })
}

/** The entity, and its mention in this article. */
function describeEntity(entity: ReadoutEntity, scene: Scene): FtmEntity[] {
  const schema = scene.schemas.get(entity.id) as string
  const id = scene.ids.get(entity.id) as string
  const country = toAlpha2(entity.country)?.toLowerCase()
  const names = [...new Set(entity.mentions.filter(({ form }) => form === 'name').map(({ text }) => text))]
  const isPerson = schema === 'Person'
  const document = makeArticleId(scene.record)
  const fact = { kind: 'entities', fact: entity } as const
  return [
    makeEntity(id, schema, {
      name: entity.name,
      ...(isPerson ? { position: [...new Set(entity.roles.map(({ title }) => title))] } : {}),
      ...(schema === 'Address' ? { full: entity.name } : {}),
      ...{ country: country, wikidataId: entity.link.wikidata, proof: document, notes: tellPlaces(fact, scene.record) },
    }),
    makeEntity(`${document}-${entity.id}-mention`, 'Mention', {
      ...{ document, name: names.length > 0 ? names : entity.name, detectedSchema: schema, contextCountry: country },
      resolved: schema === 'Address' ? null : id,
    }),
  ]
}

function describeStatement(fact: ReadoutStatement, { record, ids }: Scene): FtmEntity {
  const article = makeArticleId(record)
  return makeEntity(`${article}-${fact.id}`, 'Note', {
    name: fact.source?.span.text ?? 'Statement',
    entity: ids.get(fact.source?.entity ?? ''),
    description: joinPieces(fact.content.spans),
    keywords: ['statement', fact.kind, fact.act, fact.negated ? 'negated' : null, fact.hedges.length > 0 ? 'hedged' : null],
    ...{ proof: article, notes: tellPlaces({ kind: 'statements', fact }, record) },
  })
}

function describeEvent(fact: ReadoutEvent, { record, ids, schemas }: Scene): FtmEntity {
  const article = makeArticleId(record)
  // Both properties take persons and bodies, not places.
  const play = (isHost: boolean) =>
    fact.participants.filter(({ role, entity }) => (role === 'host') === isHost && schemas.get(entity) !== 'Address').map(({ entity }) => ids.get(entity))
  const place = record.entities.find(({ id }) => id === fact.place?.entity)
  return makeEntity(`${article}-${fact.id}`, 'Event', {
    name: `${fact.type}: ${fact.trigger.text}`,
    ...{ involved: play(false), organizer: play(true), location: place?.name ?? fact.place?.span.text },
    ...{ startDate: fact.date?.start, endDate: fact.date?.end },
    keywords: ['event', fact.type, fact.mode, fact.realis, ...fact.areas],
    ...{ proof: article, notes: tellPlaces({ kind: 'events', fact }, record) },
  })
}

/** Who acts for a state is a public body; so is who speaks as one. */
function chooseSchema({ id, kind }: ReadoutEntity, record: Readout): string {
  if (kind === 'organization')
    return record.statements.some(({ source }) => source?.entity === id && source.kind === 'government') ? 'PublicBody' : 'Organization'
  return { person: 'Person', country: 'PublicBody', place: 'Address', group: 'LegalEntity', document: 'Document' }[kind]
}

function makeArticleId({ article }: Readout): string {
  return `readout-${article.id.slice(0, DIGITS)}`
}

function makeEntityId({ id, kind, link }: ReadoutEntity, record: Readout): string {
  if (link.wikidata !== undefined) return `readout-${link.wikidata}`
  if (kind === 'country' && link.iso3 !== undefined) return `readout-${link.iso3}`
  return `${makeArticleId(record)}-${id}`
}

/** Where the words stand: the selector that the model has no property for. */
function tellPlaces(fact: Fact, record: Readout): string {
  const spans = listEvidence(fact).map(({ part, span }) => ({ part, start: span.start, end: span.end, text: span.text }))
  return JSON.stringify({ article: makeTextIri(record), id: fact.fact.id, offsetUnit: 'codepoint', spans })
}

function makeEntity(id: string, schema: string, given: Properties): FtmEntity {
  const filled = Object.entries(given).map(
    ([name, value]) => [name, [value ?? []].flat().filter((one) => one !== null && one !== undefined && one !== '')] as const,
  )
  return { id, schema, properties: Object.fromEntries(filled.filter(([, values]) => values.length > 0)) as FtmEntity['properties'] }
}
