import type { Cell } from './columns.ts'
import type { FactKind } from './evidence.ts'
import type { ExportItem } from './item.ts'
import { listColumnNames, listRows } from './tables.ts'

/** The first line of a table, in RFC 4180. */
export function writeCsvHeader(kind: FactKind): string {
  return writeLine(listColumnNames(kind))
}

/** A line for each fact of one kind. */
export function writeCsvRows(item: ExportItem, kind: FactKind): string {
  return listRows(item, kind).map(writeLine).join('')
}

function writeLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: Cell): string {
  const text = typeof cell === 'string' ? neutralise(cell) : cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and an article can be written to that end. An apostrophe before it
 * makes it text. Cells that begin so already get one more, so that taking one away gives the words back: “=1” → “'=1”, “'=1” → “''=1”.
 */
function neutralise(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
