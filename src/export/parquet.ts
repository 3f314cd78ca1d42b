import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { LIMITS } from '../document/limits.ts'
import type { ExportItem } from './item.ts'
import { measureOffsets } from './offsets.ts'
import { type ColumnType, listSpeakers, type ParquetColumn, type ParquetValue } from './parquet-columns.ts'
import { listParquetRows, PARQUET_TABLES, type ParquetTable } from './parquet-tables.ts'
import { tellProducer } from './provenance.ts'
import type { Exported, ExportPart, FormatWriter } from './writer.ts'

/** Named in every file: a change of columns that is no mere addition gets a new number. */
const SCHEMA = 'readout-parquet/1'

/** One file that is being written: its rows so far, and the bytes that wait to be taken. */
interface OpenTable {
  readonly table: ParquetTable<unknown>
  readonly bytes: ByteWriter
  readonly writer: ParquetWriter
  columns: ParquetValue[][]
  rows: number
  /** UTF-16 units of the texts that wait. */
  units: number
  isBegun: boolean
}

/**
 * Tables as Parquet, a file a table, written a row group at a time: no more than `LIMITS.parquetRows` rows or `LIMITS.parquetUnits` of
 * text wait. `facts` counts the rows of all tables but articles, entities, mentions and spans.
 */
export function openParquet(): FormatWriter {
  const tables = PARQUET_TABLES.map(openTable)
  const producers = new Set<string>()
  return {
    add: (item) => {
      producers.add(tellProducer(item.readout.producedBy))
      return { parts: addRows(tables, item), facts: countFacts(item), leftOut: 0, problem: null }
    },
    end: () => ({ parts: tables.map((one) => closeTable(one, producers)), facts: 0, leftOut: 0, problem: null }),
  }
}

function countFacts({ readout: { statements, events, cooperation, comparisons } }: ExportItem): number {
  return statements.length + events.length + cooperation.length + comparisons.length
}

function openTable(table: ParquetTable<unknown>): OpenTable {
  const bytes = new ByteWriter()
  const schema = [{ name: 'readout', num_children: table.columns.length }, ...table.columns.flatMap(describeColumn)]
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'readout' })
  return { table, bytes, writer, columns: table.columns.map(() => []), rows: 0, units: 0, isBegun: false }
}

function addRows(tables: readonly OpenTable[], item: ExportItem): Exported['parts'] {
  const measured = measureOffsets(item.readout)
  const { record } = measured
  const scene = { ...measured, item, entities: new Map(record.entities.map((entity) => [entity.id, entity])), speakers: listSpeakers(record) }
  return tables.flatMap((one) => {
    for (const row of listParquetRows(one.table, scene)) {
      row.forEach((value, n) => {
        one.columns[n]?.push(value)
        if (typeof value === 'string') one.units += value.length
      })
      one.rows++
    }
    if (one.rows < LIMITS.parquetRows && one.units < LIMITS.parquetUnits) return []
    writeGroup(one)
    return [takeBytes(one)]
  })
}

function writeGroup(one: OpenTable): void {
  if (one.rows === 0) return
  const columnData = one.table.columns.map(({ name, type }, n) => {
    const data = one.columns[n] as ParquetValue[]
    return { name, data: type === 'day' ? data.map((day) => (day === null ? null : new Date(day as string))) : data }
  })
  one.writer.write({ columnData, rowGroupSize: one.rows })
  one.columns = one.table.columns.map(() => [])
  one.rows = 0
  one.units = 0
}

function closeTable(one: OpenTable, producers: ReadonlySet<string>): ExportPart {
  writeGroup(one)
  one.writer.kvMetadata = [
    { key: 'readout.schema', value: SCHEMA },
    { key: 'readout.table', value: one.table.name },
    { key: 'readout.format', value: 'readout/1' },
    { key: 'readout.offset_units', value: 'columns that end in _codepoint count code points, those in _utf16 UTF-16 units; ends are exclusive' },
    { key: 'readout.produced_by', value: JSON.stringify([...producers].sort()) },
    { key: 'readout.columns', value: JSON.stringify(Object.fromEntries(one.table.columns.map(({ name, tells }) => [name, tells]))) },
  ]
  one.writer.finish()
  return takeBytes(one)
}

/** The bytes written since the last time; the writer goes on at the same place of the file. */
function takeBytes(one: OpenTable): ExportPart {
  const isFirst = !one.isBegun
  one.isBegun = true
  const bytes = one.bytes.getBytes().slice()
  one.bytes.index = 0
  return { file: `${one.table.name}.parquet`, isFirst, bytes }
}

function describeColumn({ name, type, isAlways }: ParquetColumn<unknown>): SchemaElement[] {
  const repetition_type = isAlways ? ('REQUIRED' as const) : ('OPTIONAL' as const)
  if (type !== 'texts') return [{ name, ...PHYSICAL[type], repetition_type }]
  return [
    { name, repetition_type, num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...PHYSICAL.text, repetition_type: 'REQUIRED' },
  ]
}

const PHYSICAL: Readonly<Record<Exclude<ColumnType, 'texts'>, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
}
