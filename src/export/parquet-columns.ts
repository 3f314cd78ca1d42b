import type { Readout, ReadoutDate, ReadoutEntity, ReadoutSpan } from '../document/readout.ts'
import { joinPieces } from './evidence.ts'
import type { ExportItem } from './item.ts'
import type { Measured } from './offsets.ts'

/** Types of columns: `day` is Parquet's DATE, `texts` a list of strings. */
export type ColumnType = 'text' | 'texts' | 'integer' | 'number' | 'boolean' | 'day'
export type ParquetValue = string | readonly string[] | number | boolean | null

/** One article as the tables see it. */
export interface Scene extends Measured {
  readonly item: ExportItem
  readonly entities: ReadonlyMap<string, ReadoutEntity>
  /** Names of speakers by statement. */
  readonly speakers: ReadonlyMap<string, string>
}

/** A column: its name, its type, what it tells (for the codebook), and how a row fills it. */
export interface ParquetColumn<R> {
  readonly name: string
  readonly type: ColumnType
  readonly tells: string
  /** Whether every row has a value. */
  readonly isAlways: boolean
  readonly read: (row: R, scene: Scene) => ParquetValue
}

/** A column that every row fills. */
export function always<R>(name: string, type: ColumnType, tells: string, read: ParquetColumn<R>['read']): ParquetColumn<R> {
  return { name, type, tells, isAlways: true, read }
}

/** A column that is null where nothing tells. */
export function maybe<R>(name: string, type: ColumnType, tells: string, read: ParquetColumn<R>['read']): ParquetColumn<R> {
  return { name, type, tells, isAlways: false, read }
}

export function articleColumn<R>(): ParquetColumn<R> {
  return always('article_id', 'text', 'sha256 of the text; joins every table to articles', (_, { record }) => record.article.id)
}

/** `x_start_codepoint`, `x_end_codepoint`, `x_start_utf16`, `x_end_utf16`, `x_text` of a part; of several pieces from the first to the last. */
export function placeColumns<R>(part: string, tells: string, find: (row: R) => ReadoutSpan | readonly ReadoutSpan[] | null | undefined): ParquetColumn<R>[] {
  const pieces = (row: R) => [find(row) ?? []].flat() as ReadoutSpan[]
  const start = (row: R) => pieces(row).at(0)?.start
  const end = (row: R) => pieces(row).at(-1)?.end
  const name = part === '' ? '' : `${part}_`
  const count = (offset: number | undefined, unit: (offset: number) => number | null) => (offset === undefined ? null : unit(offset))
  return [
    maybe(`${name}start_codepoint`, 'integer', `${tells}: first character, counted in code points`, (row, { codepoint }) => count(start(row), codepoint)),
    maybe(`${name}end_codepoint`, 'integer', `${tells}: behind its last, in code points`, (row, { codepoint }) => count(end(row), codepoint)),
    maybe(`${name}start_utf16`, 'integer', `${tells}: first unit, counted in UTF-16`, (row, { utf16 }) => count(start(row), utf16)),
    maybe(`${name}end_utf16`, 'integer', `${tells}: behind its last, in UTF-16`, (row, { utf16 }) => count(end(row), utf16)),
    maybe(`${name}text`, 'text', `${tells}: the words; several pieces are joined by “ … ”`, (row) => joinPieces(pieces(row))),
  ]
}

/** `x_id`, `x`, `x_country` of an entity. */
export function whoColumns<R>(name: string, tells: string, find: (row: R) => string | null | undefined): ParquetColumn<R>[] {
  const who = (row: R, { entities }: Scene) => entities.get(find(row) ?? '')
  return [
    maybe(`${name}_id`, 'text', `${tells}: entity_id`, (row) => find(row) ?? null),
    maybe(name, 'text', `${tells}: name`, (row, scene) => who(row, scene)?.name ?? null),
    maybe(`${name}_country`, 'text', `${tells}: ISO 3166-1 alpha-3`, (row, scene) => who(row, scene)?.country ?? null),
  ]
}

/** `x_from`, `x_to`, `x_grain`, `x_status`, `x_text` of a date. */
export function whenColumns<R>(name: string, tells: string, find: (row: R) => ReadoutDate | null): ParquetColumn<R>[] {
  return [
    maybe(`${name}_from`, 'day', `${tells}: first day`, (row) => find(row)?.start ?? null),
    maybe(`${name}_to`, 'day', `${tells}: last day`, (row) => find(row)?.end ?? null),
    maybe(`${name}_grain`, 'text', `${tells}: day, week, month, quarter, year`, (row) => find(row)?.grain ?? null),
    maybe(`${name}_status`, 'text', `${tells}: exact, approximate, unresolved`, (row) => find(row)?.status ?? null),
    maybe(`${name}_text`, 'text', `${tells}: the words`, (row) => find(row)?.span.text ?? null),
  ]
}

/** Columns that every fact has which somebody in the article may have told. */
export function toldColumns<R extends { readonly statedIn: string | null; readonly confidence: number }>(): ParquetColumn<R>[] {
  return [
    maybe('stated_in_id', 'text', 'statement_id of the innermost statement that tells it; null: the reporter', (row) => row.statedIn),
    maybe('stated_by', 'text', 'name of the speaker of that statement, where known', (row, { speakers }) => speakers.get(row.statedIn ?? '') ?? null),
    confidenceColumn<R>(),
  ]
}

export function confidenceColumn<R extends { readonly confidence: number }>(): ParquetColumn<R> {
  return always('confidence', 'number', 'between 0 and 1, as calibrated on articles that were not trained on', (row) => row.confidence)
}

/** Names of those who speak, by statement. */
export function listSpeakers({ statements, entities }: Readout): Map<string, string> {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return new Map(statements.flatMap(({ id, source }) => (source?.entity ? [[id, names.get(source.entity) ?? ''] as const] : [])))
}
