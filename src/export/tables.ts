import type { ReadoutComparison, ReadoutCooperation, ReadoutDate, ReadoutEntity, ReadoutEvent, ReadoutStatement } from '../document/readout.ts'
import { type Cell, type Column, entitiesColumns, entityColumns, listColumns, spanColumns } from './columns.ts'
import type { FactKind } from './evidence.ts'
import type { ExportItem } from './item.ts'
import { tellProducer } from './provenance.ts'

const STATEMENTS: Column<ReadoutStatement>[] = [
  ['kind', (fact) => fact.kind],
  ['act', (fact) => fact.act],
  ['negated', (fact) => fact.negated],
  ...entityColumns<ReadoutStatement>('speaker', (fact) => fact.source?.entity),
  ['speaker_kind', (fact) => fact.source?.kind ?? null],
  ...entityColumns<ReadoutStatement>('on_behalf_of', (fact) => fact.source?.onBehalfOf),
  ...entityColumns<ReadoutStatement>('to', (fact) => fact.addressee?.entity),
  ...spanColumns<ReadoutStatement>('source', (fact) => fact.source?.span),
  ['cue_lemma', (fact) => fact.cue?.lemma ?? null],
  ...listColumns<ReadoutStatement>('cue', (fact) => fact.cue?.spans ?? []),
  ...listColumns<ReadoutStatement>('content', (fact) => fact.content.spans),
  ...listColumns<ReadoutStatement>('quotation', (fact) => fact.quotations),
  ['quotations_closed', (fact) => fact.quotations.every(({ closed }) => closed)],
  ...spanColumns<ReadoutStatement>('addressee', (fact) => fact.addressee?.span),
  ...listColumns<ReadoutStatement>('hedge', (fact) => fact.hedges),
  ['within', (fact) => fact.within],
  ['confidence', (fact) => fact.confidence],
]

const EVENTS: Column<ReadoutEvent>[] = [
  ['type', (fact) => fact.type],
  ['mode', (fact) => fact.mode],
  ['realis', (fact) => fact.realis],
  ...(['actor', 'recipient', 'host', 'mediator'] as const).flatMap((role) => {
    const play = (fact: ReadoutEvent) => fact.participants.filter((one) => one.role === role)
    return [
      ...entitiesColumns<ReadoutEvent>(role, (fact) => play(fact).map(({ entity }) => entity)),
      ...listColumns<ReadoutEvent>(role, (fact) => play(fact).map(({ span }) => span)),
    ]
  }),
  ...dateColumns<ReadoutEvent>('date', (fact) => fact.date),
  ...entityColumns<ReadoutEvent>('place', (fact) => fact.place?.entity),
  ...spanColumns<ReadoutEvent>('place', (fact) => fact.place?.span),
  ...spanColumns<ReadoutEvent>('trigger', (fact) => fact.trigger),
  ...listColumns<ReadoutEvent>('mention', (fact) => fact.mentions),
  ...listColumns<ReadoutEvent>('realis_cue', (fact) => fact.realisCues),
  ['areas', (fact) => fact.areas.join('; ')],
  ['stated_in', (fact) => fact.statedIn],
  ['uttered_in', (fact) => fact.utteredIn],
  ['confidence', (fact) => fact.confidence],
]

const COOPERATION: Column<ReadoutCooperation>[] = [
  ...entitiesColumns<ReadoutCooperation>('between', (fact) => fact.between),
  ['area', (fact) => fact.area],
  ['stage', (fact) => fact.stage],
  ['realis', (fact) => fact.realis],
  ...listColumns<ReadoutCooperation>('words', (fact) => fact.spans),
  ...listColumns<ReadoutCooperation>('realis_cue', (fact) => fact.realisCues),
  ['stated_in', (fact) => fact.statedIn],
  ['confidence', (fact) => fact.confidence],
]

const COMPARISONS: Column<ReadoutComparison>[] = [
  ['claim', (fact) => fact.claim],
  ...spanColumns<ReadoutComparison>('words', (fact) => fact.span),
  ...dateColumns<ReadoutComparison>('since', (fact) => fact.since),
  ['about', (fact) => fact.about],
  ['stated_in', (fact) => fact.statedIn],
  ['confidence', (fact) => fact.confidence],
]

const ENTITIES: Column<ReadoutEntity>[] = [
  ['kind', (fact) => fact.kind],
  ['name', (fact) => fact.name],
  ['country', (fact) => fact.country],
  ['link', (fact) => JSON.stringify(fact.link)],
  ...listColumns<ReadoutEntity>('role', (fact) => fact.roles.map(({ span }) => span)),
  ['role_of_ids', (fact) => fact.roles.map(({ of }) => of ?? '').join('; ')],
  ['mention_count', (fact) => fact.mentions.length],
  ...listColumns<ReadoutEntity>('mention', (fact) => fact.mentions),
  ['mention_forms', (fact) => fact.mentions.map(({ form }) => form).join('; ')],
]

/** `x_from`, `x_to`, `x_grain`, `x_status` and the words that tell the date. */
function dateColumns<F>(name: string, find: (fact: F) => ReadoutDate | null): Column<F>[] {
  return [
    [`${name}_from`, (fact) => find(fact)?.start ?? null],
    [`${name}_to`, (fact) => find(fact)?.end ?? null],
    [`${name}_grain`, (fact) => find(fact)?.grain ?? null],
    [`${name}_status`, (fact) => find(fact)?.status ?? null],
    ...spanColumns<F>(`${name}_words`, (fact) => find(fact)?.span),
  ]
}

const TABLES = { statements: STATEMENTS, events: EVENTS, cooperation: COOPERATION, comparisons: COMPARISONS, entities: ENTITIES }

/** Names of the columns of one kind of fact: the article's, then the fact's. */
export function listColumnNames(kind: FactKind): string[] {
  return ['article_id', 'article_source', 'outlet', 'published_on', 'offset_unit', 'id', ...TABLES[kind].map(([name]) => name), 'produced_by']
}

/** A row for each fact of one kind, a cell for each column. */
export function listRows({ readout, outlet }: ExportItem, kind: FactKind): Cell[][] {
  const { id, source, publishedOn } = readout.article
  const entities = new Map(readout.entities.map((entity) => [entity.id, entity]))
  const columns = TABLES[kind] as Column<unknown>[]
  const producer = tellProducer(readout.producedBy)
  return readout[kind].map((fact) => [
    ...[id, source, outlet, publishedOn, readout.offsetUnit, fact.id],
    ...columns.map(([, read]) => read(fact, entities)),
    producer,
  ])
}
