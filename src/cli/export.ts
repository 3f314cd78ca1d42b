import { ReadoutError } from '../document/readout-error.ts'
import { CHOOSING_FORMATS, type ExportItem, makeExportItem } from '../export/export.ts'
import { parseDate } from '../reading/reading.ts'
import { listStored, type StoreFilter } from './export-store.ts'
import { listRecords } from './records.ts'
import { type WriteFlags, writeExport } from './write-export.ts'

interface ExportFlags extends WriteFlags, StoreFilter {
  date?: string
}

/** Writes the facts of records in another program's format. Exit code 1 when there was none, 2 when an input could not be read. */
export async function runExport(files: string[], flags: ExportFlags): Promise<void> {
  checkFlags(flags)
  checkPlaces(files, flags)
  const failed = { count: 0 }
  const { facts, problems } = await writeExport(files.length > 0 ? listItems(files, flags.date ?? null, failed) : listStored(flags), flags)
  process.exitCode = failed.count + problems > 0 ? 2 : facts > 0 ? 0 : 1
}

function checkFlags(flags: ExportFlags): void {
  if (flags.date !== undefined && parseDate(flags.date) === null) throw new ReadoutError('bad-date', `“${flags.date}” is no date: write it like 2024-03-14.`)
  if (flags.kind !== undefined && !CHOOSING_FORMATS.has(flags.format))
    throw new ReadoutError('kind-given', `--kind goes with ${[...CHOOSING_FORMATS].join(', ')}: ${flags.format} has its own choice of facts.`)
}

/** Files or the library, not both; and what chooses among the library's articles only with it. */
function checkPlaces(files: readonly string[], { store, since, until, source, country, copies, date }: ExportFlags): void {
  const isFiltered = [store, since, until, source, country, copies].some((flag) => flag !== undefined)
  if (files.length > 0 && isFiltered)
    throw new ReadoutError(
      'files-and-store',
      'Files and a library are two exports: --store, --since, --until, --source, --country and --copies go without files.',
    )
  if (files.length === 0 && date !== undefined)
    throw new ReadoutError('files-and-store', '--date is for articles in files: those of the library have their own.')
}

/** Records that could be read, on their way out; a sentence for each that could not. */
async function* listItems(files: readonly string[], date: string | null, failed: { count: number }): AsyncGenerator<ExportItem> {
  for await (const item of listRecords(files, date)) {
    if ('record' in item) yield makeExportItem(item.record)
    else {
      failed.count++
      process.stderr.write(`readout: ${item.problem}\n`)
    }
  }
}
