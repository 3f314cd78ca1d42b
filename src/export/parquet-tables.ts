import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutEntity, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { FACT_KINDS, joinPieces, listEvidence, listFacts } from './evidence.ts'
import { readFreeText } from './item.ts'
import {
  always,
  articleColumn,
  confidenceColumn,
  maybe,
  type ParquetColumn,
  placeColumns,
  type Scene,
  toldColumns,
  whenColumns,
  whoColumns,
} from './parquet-columns.ts'

/** A table: its columns, and the rows that an article gives. */
export interface ParquetTable<R> {
  readonly name: string
  readonly tells: string
  readonly columns: readonly ParquetColumn<R>[]
  readonly list: (record: Readout) => readonly R[]
}

interface NumberedSpan extends ReadoutSpan {
  readonly entity: string
  readonly number: number
  readonly form: string
}

interface PartSpan {
  readonly kind: string
  readonly fact: string
  readonly part: string
  readonly number: number
  readonly span: ReadoutSpan
}

type Participant = ReadoutEvent['participants'][number] & { readonly event: string; readonly number: number }

const ARTICLES: ParquetColumn<Readout>[] = [
  articleColumn(),
  maybe('address', 'text', 'where the article is to be found', (_, { item }) => item.address),
  maybe('source', 'text', 'file name, address or id that the record names', ({ article }) => article.source),
  maybe('title', 'text', 'title', ({ article }) => article.title),
  maybe('outlet', 'text', 'who published it', (_, { item }) => item.outlet),
  maybe('publisher', 'text', 'publisher as the page names it', ({ article }) => article.publisher),
  always('authors', 'texts', 'authors', ({ article }) => article.authors),
  maybe('published_on', 'day', 'day of publication', ({ article }) => article.publishedOn),
  maybe('language', 'text', 'ISO 639-1', ({ article }) => article.language),
  maybe('length_codepoint', 'integer', 'length of the text in code points', ({ article }, { codepoint }) => codepoint(article.length)),
  maybe('length_utf16', 'integer', 'length of the text in UTF-16 units', ({ article }, { utf16 }) => utf16(article.length)),
  maybe('text', 'text', 'the text that offsets count; null where it is not known or may not be passed on', (_, { item }) => readFreeText(item) ?? null),
  always('is_text_withheld', 'boolean', 'whether rights keep the text out', (_, { item }) => !item.mayExportText),
  maybe('report_id', 'integer', 'the library’s number of the report, which copies share', (_, { item }) => item.reportId),
  always('copies', 'integer', 'further articles that tell the same report', (_, { item }) => item.copies),
  always('notices', 'texts', 'codes of what could not be read', ({ notices }) => notices.map(({ code }) => code)),
  always('readout_version', 'text', 'version of the program that read it', ({ producedBy }) => producedBy.readout),
  maybe('knowledge_version', 'text', 'version of what it knew of the world', ({ producedBy }) => producedBy.knowledge),
  always('models', 'text', 'JSON: the models it was read with, name → sha256', ({ producedBy }) => JSON.stringify(producedBy.models)),
]

const ENTITIES: ParquetColumn<ReadoutEntity>[] = [
  articleColumn(),
  always('entity_id', 'text', 'id within the article', ({ id }) => id),
  always('kind', 'text', 'person, country, organization, place, group, document', ({ kind }) => kind),
  always('name', 'text', 'best full name', ({ name }) => name),
  maybe('country', 'text', 'ISO 3166-1 alpha-3 (or code of a body) that it is or belongs to', ({ country }) => country),
  maybe('wikidata', 'text', 'Wikidata’s number, where known', ({ link }) => link.wikidata ?? null),
  maybe('iso3', 'text', 'of a state: its code', ({ link }) => link.iso3 ?? null),
  always('titles', 'texts', 'roles as the text words them', ({ roles }) => roles.map(({ title }) => title)),
  always('mention_count', 'integer', 'places where the text names it', ({ mentions }) => mentions.length),
]

const MENTIONS: ParquetColumn<NumberedSpan>[] = [
  articleColumn(),
  always('entity_id', 'text', 'entity', ({ entity }) => entity),
  always('number', 'integer', 'from 1, in text order', ({ number }) => number),
  always('form', 'text', 'name, nominal, pronoun, metonym, demonym', ({ form }) => form),
  ...placeColumns<NumberedSpan>('', 'the mention', (row) => row),
]

const STATEMENTS: ParquetColumn<ReadoutStatement>[] = [
  articleColumn(),
  always('statement_id', 'text', 'id within the article', ({ id }) => id),
  always('kind', 'text', 'direct, mixed, indirect', ({ kind }) => kind),
  always('act', 'text', 'say, ask, promise, threaten, deny, decline, think, intend, judge, decide, show', ({ act }) => act),
  always('is_negated', 'boolean', 'it was not said (“did not say”)', ({ negated }) => negated),
  always('is_hedged', 'boolean', 'words weaken it (“reportedly”)', ({ hedges }) => hedges.length > 0),
  ...whoColumns<ReadoutStatement>('speaker', 'who speaks; null where nobody can know', ({ source }) => source?.entity),
  maybe('speaker_kind', 'text', 'person, government, organization, group, document, anonymous', ({ source }) => source?.kind ?? null),
  ...whoColumns<ReadoutStatement>('on_behalf_of', 'for whom the speaker speaks', ({ source }) => source?.onBehalfOf),
  ...whoColumns<ReadoutStatement>('addressee', 'to whom', ({ addressee }) => addressee?.entity),
  ...placeColumns<ReadoutStatement>('source', 'words that name the speaker', ({ source }) => source?.span),
  maybe('cue_lemma', 'text', 'dictionary form of the cue', ({ cue }) => cue?.lemma ?? null),
  ...placeColumns<ReadoutStatement>('cue', 'words that signal the statement', ({ cue }) => cue?.spans),
  ...placeColumns<ReadoutStatement>('content', 'everything attributed, from its first piece to its last', ({ content }) => content.spans),
  maybe('quotation_text', 'text', 'the verbatim words alone', ({ quotations }) => joinPieces(quotations)),
  maybe('within_id', 'text', 'statement_id of the statement that reports this one', ({ within }) => within),
  confidenceColumn(),
]

const EVENTS: ParquetColumn<ReadoutEvent>[] = [
  articleColumn(),
  always('event_id', 'text', 'id within the article', ({ id }) => id),
  always('type', 'text', 'one of PLOVER’s sixteen types', ({ type }) => type),
  maybe('mode', 'text', 'PLOVER’s mode; for CONSULT: meeting, visit, phone, multilateral, third-party', ({ mode }) => mode),
  always('realis', 'text', 'happened, ongoing, planned, hypothetical, denied, unknown', ({ realis }) => realis),
  ...placeColumns<ReadoutEvent>('trigger', 'words that tell the event', ({ trigger }) => trigger),
  ...whoColumns<ReadoutEvent>('place', 'where', ({ place }) => place?.entity),
  maybe('place_text', 'text', 'where: the words', ({ place }) => place?.span.text ?? null),
  ...whenColumns<ReadoutEvent>('date', 'when', ({ date }) => date),
  always('areas', 'texts', 'what it is about: trade, energy, space …', ({ areas }) => areas),
  maybe('uttered_in_id', 'text', 'statement_id of the statement that is this event', ({ utteredIn }) => utteredIn),
  always('mention_count', 'integer', 'places where the article tells it', ({ mentions }) => mentions.length + 1),
  ...toldColumns<ReadoutEvent>(),
]

const PARTICIPANTS: ParquetColumn<Participant>[] = [
  articleColumn(),
  always('event_id', 'text', 'event', ({ event }) => event),
  always('number', 'integer', 'from 1, in the order of the record', ({ number }) => number),
  always('role', 'text', 'actor, recipient, host, mediator', ({ role }) => role),
  ...whoColumns<Participant>('entity', 'who takes part', ({ entity }) => entity),
  maybe('entity_kind', 'text', 'kind of the entity', ({ entity }, { entities }) => entities.get(entity)?.kind ?? null),
  ...placeColumns<Participant>('', 'words that name the participant', ({ span }) => span),
]

const COOPERATION: ParquetColumn<ReadoutCooperation>[] = [
  articleColumn(),
  always('cooperation_id', 'text', 'id within the article', ({ id }) => id),
  always('between_ids', 'texts', 'entity_id of each party', ({ between }) => between),
  always('between', 'texts', 'names of the parties, in the same order', ({ between }, { entities }) => between.map((id) => entities.get(id)?.name ?? id)),
  always('area', 'text', 'what it is about', ({ area }) => area),
  maybe('stage', 'text', 'originating, expanding, longstanding, aspirational, suspended, ended', ({ stage }) => stage),
  always('realis', 'text', 'as in events', ({ realis }) => realis),
  ...placeColumns<ReadoutCooperation>('words', 'words that tell it', ({ spans }) => spans),
  ...toldColumns<ReadoutCooperation>(),
]

const COMPARISONS: ParquetColumn<ReadoutComparison>[] = [
  articleColumn(),
  always('comparison_id', 'text', 'id within the article', ({ id }) => id),
  always('claim', 'text', 'first, last, most, least, again, since, gap', ({ claim }) => claim),
  ...placeColumns<ReadoutComparison>('words', 'words that tell it', ({ span }) => span),
  ...whenColumns<ReadoutComparison>('since', 'the time looked back to', ({ since }) => since),
  maybe('about_id', 'text', 'event_id of what is compared', ({ about }) => about),
  ...toldColumns<ReadoutComparison>(),
]

const SPANS: ParquetColumn<PartSpan>[] = [
  articleColumn(),
  always('fact_kind', 'text', 'statements, events, cooperation, comparisons, entities', ({ kind }) => kind),
  always('fact_id', 'text', 'id of the fact in its table', ({ fact }) => fact),
  always('part', 'text', 'what the words are in it: content, quotation, cue, trigger, actor, realis-cue, role …', ({ part }) => part),
  always('number', 'integer', 'from 1 within the fact', ({ number }) => number),
  ...placeColumns<PartSpan>('', 'the words', ({ span }) => span),
]

/** Every piece that a fact rests on; mentions of entities have a table of their own. */
function listPartSpans(record: Readout): PartSpan[] {
  return listFacts(record, FACT_KINDS).flatMap((one) => {
    const quotations = one.kind === 'statements' ? one.fact.quotations.map((span) => ({ part: 'quotation', span })) : []
    const pieces = one.kind === 'entities' ? one.fact.roles.map(({ span }) => ({ part: 'role', span })) : [...listEvidence(one), ...quotations]
    return pieces.map(({ part, span }, n) => ({ kind: one.kind, fact: one.fact.id, part, number: n + 1, span }))
  })
}

function makeTable<R>(name: string, tells: string, columns: readonly ParquetColumn<R>[], list: (record: Readout) => readonly R[]): ParquetTable<unknown> {
  return { name, tells, columns: columns as ParquetColumn<unknown>[], list }
}

/** The tables of the Parquet export, in the order of docs/parquet.md. */
export const PARQUET_TABLES: readonly ParquetTable<unknown>[] = [
  makeTable('articles', 'an article, and what it was read with', ARTICLES, (record) => [record]),
  makeTable('entities', 'someone or something that an article names', ENTITIES, ({ entities }) => entities),
  makeTable('mentions', 'a place where it does', MENTIONS, ({ entities }) =>
    entities.flatMap(({ id, mentions }) => mentions.map((mention, n) => ({ ...mention, entity: id, number: n + 1 }))),
  ),
  makeTable('statements', 'who said what', STATEMENTS, ({ statements }) => statements),
  makeTable('events', 'what happened, or is planned, or was denied', EVENTS, ({ events }) => events),
  makeTable('participants', 'who takes part in an event', PARTICIPANTS, ({ events }) =>
    events.flatMap(({ id, participants }) => participants.map((one, n) => ({ ...one, event: id, number: n + 1 }))),
  ),
  makeTable('cooperation', 'who works with whom, on what, how far along', COOPERATION, ({ cooperation }) => cooperation),
  makeTable('comparisons', '“the first since 2011”', COMPARISONS, ({ comparisons }) => comparisons),
  makeTable('spans', 'every piece of text that a fact rests on', SPANS, listPartSpans),
]

/** Rows of one article for a table, a value for each column. */
export function listParquetRows(table: ParquetTable<unknown>, scene: Scene): ReturnType<ParquetColumn<unknown>['read']>[][] {
  return table.list(scene.record).map((row) => table.columns.map(({ read }) => read(row, scene)))
}
