import type { Readout, ReadoutEntity, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { FactKind } from './evidence.ts'
import { comparisonCells, cooperationCells, eventCells } from './event-cells.ts'

export type Cell = string | number | boolean | null
/** Names of entities by their id. */
export type Names = ReadonlyMap<string, ReadoutEntity>

const ARTICLE = ['article_id', 'article_source', 'published_on', 'offset_unit', 'id'] as const
const span = <N extends string>(name: N) => [`${name}_start`, `${name}_end`, `${name}_text`] as const
const list = <N extends string>(name: N) => [`${name}_spans`, `${name}_text`] as const

const STATEMENTS = [
  ...['kind', 'act', 'negated', 'speaker_id', 'speaker', 'speaker_kind', 'speaker_country', 'on_behalf_of_id', 'on_behalf_of'],
  ...[...span('source'), 'cue_lemma', ...list('cue'), ...list('content'), ...list('quotation'), 'all_closed'],
  ...['addressee_id', 'addressee', ...span('addressee'), 'within', ...list('hedge'), 'confidence'],
]
const EVENTS = [
  ...['type', 'mode', 'realis', 'date_start', 'date_end', 'date_grain', 'date_status', 'place_id', 'place', 'areas'],
  ...(['actor', 'recipient', 'host', 'mediator'] as const).flatMap((role) => [`${role}_ids`, `${role}s`, `${role}_countries`, ...list(role)]),
  ...[...span('trigger'), ...list('mention'), ...span('date_words'), ...span('place_words'), ...list('realis_cue')],
  ...['stated_in', 'uttered_in', 'confidence'],
]
const COOPERATION = [
  ...['between_ids', 'between', 'between_countries', 'area', 'stage', 'realis', ...list('words'), ...list('realis_cue'), 'stated_in', 'confidence'],
]
const COMPARISONS = [
  ...['claim', ...span('words'), 'since_start', 'since_end', 'since_grain', 'since_status', ...span('since_words'), 'about', 'stated_in', 'confidence'],
]
const ENTITIES = ['kind', 'name', 'country', 'link', 'roles', ...list('role'), 'mentions', ...span('first_mention'), ...list('mention'), 'mention_forms']

/** Names of the columns of each kind of fact, in order. */
export const COLUMNS: Readonly<Record<FactKind, readonly string[]>> = {
  statements: [...ARTICLE, ...STATEMENTS],
  events: [...ARTICLE, ...EVENTS],
  cooperation: [...ARTICLE, ...COOPERATION],
  comparisons: [...ARTICLE, ...COMPARISONS],
  entities: [...ARTICLE, ...ENTITIES],
}

/** The rows of one kind: a cell for each of its columns. */
export function listRows(readout: Readout, kind: FactKind): Cell[][] {
  const names: Names = new Map(readout.entities.map((entity) => [entity.id, entity]))
  const { id, source, publishedOn } = readout.article
  const article = { article_id: id, article_source: source, published_on: publishedOn, offset_unit: readout.offsetUnit }
  return listCells(readout, kind, names).map((cells) => {
    const row: Record<string, Cell> = { ...article, ...cells }
    return COLUMNS[kind].map((column) => row[column] as Cell)
  })
}

function listCells(readout: Readout, kind: FactKind, names: Names): Record<string, Cell>[] {
  switch (kind) {
    case 'statements':
      return readout.statements.map((statement) => statementCells(statement, names))
    case 'events':
      return readout.events.map((event) => eventCells(event, names))
    case 'cooperation':
      return readout.cooperation.map((cooperation) => cooperationCells(cooperation, names))
    case 'comparisons':
      return readout.comparisons.map(comparisonCells)
    case 'entities':
      return readout.entities.map(entityCells)
  }
}
