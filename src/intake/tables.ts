import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { ReadoutError } from '../document/readout-error.ts'
import type { Limits } from './fetch.ts'

/** A row by the names of its columns, or why it is none; `line` is where it ends in the file. */
export type Row = { readonly line: number; readonly fields: Readonly<Record<string, string>> } | { readonly line: number; readonly error: ReadoutError }

/** Rows of a CSV with a header (text, and any of id, date, title, url, publisher, authors, language). `head` is its beginning, which tells the delimiter. */
export async function* readTable(source: AsyncIterable<Uint8Array>, head: string, limits: Limits): AsyncGenerator<Row> {
  const broken: CsvError[] = []
  const parser = parse({
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    bom: true,
    delimiter: findDelimiter(head) ?? ',',
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    max_record_size: limits.lineBytes,
    on_skip: (error) => {
      if (error) broken.push(error)
      return undefined
    },
  })
  const tellBroken = function* (): Generator<Row> {
    for (const error of broken.splice(0))
      yield { line: Number(error.lines), error: new ReadoutError('entry-malformed', `A row was left out: ${error.message}.`) }
  }
  try {
    for await (const { record, info } of pipeline(Readable.from(source), parser, () => {})) {
      yield* tellBroken()
      yield { line: info.lines, fields: record }
    }
    yield* tellBroken()
  } catch (cause) {
    if (cause instanceof ReadoutError) throw cause
    throw new ReadoutError('entry-malformed', `The table cannot be read further: ${(cause as Error).message}.`, { cause })
  }
}

/** The sign between the columns, if the first line is a header with a column “text”. */
export function findDelimiter(head: string): string | null {
  const [line = ''] = head.split(/\r?\n/, 1)
  const names = (delimiter: string) => line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase())
  return [',', ';', '\t'].find((delimiter) => names(delimiter).includes('text') && names(delimiter).length > 1) ?? null
}
