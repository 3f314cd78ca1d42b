import { ReadoutError } from '../document/readout-error.ts'
import { CHOOSING_FORMATS, type ExportItem, makeExportItem } from '../export/export.ts'
import { parseDate } from '../reading/reading.ts'
import { listRecords } from './records.ts'
import { type WriteFlags, writeExport } from './write-export.ts'

interface ExportFlags extends WriteFlags {
  date?: string
}

/** Writes the facts of records in another program's format. Exit code 1 when there was none, 2 when an input could not be read. */
export async function runExport(files: string[], flags: ExportFlags): Promise<void> {
  checkFlags(flags)
  const failed = { count: 0 }
  const { facts, problems } = await writeExport(listItems(files, flags.date ?? null, failed), flags)
  process.exitCode = failed.count + problems > 0 ? 2 : facts > 0 ? 0 : 1
}

function checkFlags(flags: ExportFlags): void {
  if (flags.date !== undefined && parseDate(flags.date) === null) throw new ReadoutError('bad-date', `“${flags.date}” is no date: write it like 2024-03-14.`)
  if (flags.kind !== undefined && !CHOOSING_FORMATS.has(flags.format))
    throw new ReadoutError('kind-given', `--kind goes with ${[...CHOOSING_FORMATS].join(', ')}: ${flags.format} has its own choice of facts.`)
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
