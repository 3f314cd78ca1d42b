import type { Readout } from '../document/readout.ts'
import type { Cell } from './columns.ts'
import type { FactKind } from './evidence.ts'
import { listColumnNames, listRows } from './tables.ts'

/**
 * The first line of a table, in RFC 4180. Cells hold the data as it is: words that begin with “=”, “+”, “-” or “@” are not
 * altered, since a span must read as the article does (docs/export.md tells how to open such a file in a spreadsheet).
 */
export function writeCsvHeader(kind: FactKind): string {
  return writeLine(listColumnNames(kind))
}

/** A line for each fact of one kind. */
export function writeCsvRows(readout: Readout, kind: FactKind): string {
  return listRows(readout, kind).map(writeLine).join('')
}

function writeLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
