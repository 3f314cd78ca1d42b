import { stringify } from 'csv-stringify/sync'
import { ReadoutError } from '../document/readout-error.ts'
import { foldIdentityName } from '../identities/identities.ts'
import type { Desk, Page, Paging, Period } from '../questions/questions.ts'
import { parseDate } from '../reading/reading.ts'
import { openKnowledge } from '../runtime/runtime.ts'
import { closeStore, openStore, type Store } from '../store/store.ts'
import { writeOut } from './files.ts'
import { findLook, type Look } from './show-lines.ts'
import { placeStore } from './store-place.ts'

/** What every question takes. */
export interface AskFlags {
  store?: string
  format: 'text' | 'json' | 'jsonl' | 'csv'
  since?: string
  until?: string
  limit: string
  cursor?: string
  color?: boolean
  quiet?: boolean
}

/** Opens the library for reading, asks, and closes it. */
export async function askLibrary<Answer>({ store: named }: AskFlags, ask: (desk: Desk) => Promise<Answer>): Promise<Answer> {
  const store = await openForReading(placeStore(named))
  try {
    return await ask({ store, knowledge: openKnowledge(), fold: foldIdentityName })
  } finally {
    await closeStore(store)
  }
}

/** A store that an older Readout made is brought up to date first, which reading alone may not do. */
export async function openForReading(place: string): Promise<Store> {
  try {
    return await openStore(place, { isReadOnly: true })
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'store-older') throw error
    return openStore(place)
  }
}

/** The time asked for, and the page. */
export function readPaging({ since, until, limit, cursor }: AskFlags): Period & Paging {
  for (const day of [since, until])
    if (day !== undefined && parseDate(day) === null) throw new ReadoutError('bad-date', `“${day}” is no date: write it like 2024-03-14.`)
  return { since: since ?? null, until: until ?? null, limit: Number(limit), cursor: cursor ?? null }
}

export type Cell = string | number | boolean | null

/** How an answer is written: as text, and as the cells of a table. */
export interface Shown<Row> {
  readonly text: (look: Look) => string
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>
}

/**
 * Writes an answer, and on standard error how it goes on. Exit code 1 when there is nothing. Spans count code points; cells that a spreadsheet
 * would take for formulas begin with an apostrophe.
 */
export async function writeAnswer<Row>(flags: AskFlags, answer: Page<Row>, { text, columns }: Shown<Row>): Promise<void> {
  const { format, quiet, color } = flags
  const { rows, next, unknown } = answer
  for (const name of unknown) process.stderr.write(`readout: nobody in this library is called “${name}”.\n`)
  if (format === 'json') await writeOut(`${JSON.stringify({ offsetUnit: 'codepoint', ...answer }, null, 2)}\n`)
  else if (format === 'jsonl') for (const row of rows) await writeOut(`${JSON.stringify(row)}\n`)
  else if (format === 'csv') await writeOut(writeTable(rows, columns))
  else if (unknown.length === 0) await writeOut(rows.length > 0 ? text(findLook(color)) : 'Nothing was found.\n')
  if (next !== null && !quiet) process.stderr.write(`readout: there is more: ask the same with --cursor ${next}\n`)
  process.exitCode = rows.length > 0 ? 0 : 1
}

function writeTable<Row>(rows: readonly Row[], columns: Shown<Row>['columns']): string {
  const writers = Object.values(columns)
  const cells = rows.map((row) => writers.map((write) => write(row)))
  return stringify([Object.keys(columns), ...cells], { escape_formulas: true, record_delimiter: '\r\n', cast: { boolean: String } })
}
