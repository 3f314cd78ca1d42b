import { parse } from 'csv-parse/sync'

/** A row of a table with the line of the file it stands on, values by the name of their column. */
export interface Row {
  readonly place: string
  readonly values: Readonly<Record<string, string>>
}

/** Reads RFC 4180: quoted fields, doubled quotation marks, line feeds inside fields. Throws an Error with line and reason. */
export function parseCsv(text: string): Row[] {
  const records = parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true }) as unknown as {
    info: { lines: number }
    record: Record<string, string>
  }[]
  return records.map(({ info, record }) => ({ place: `line ${info.lines}`, values: record }))
}
