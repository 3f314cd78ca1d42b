import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { exportFacts, FACT_KINDS, type FactKind, listAnnotations, listPloverRecords, makeJsonLd, writeCsvHeader, writeCsvRows } from '../export/export.ts'
import { parseDate } from '../reading/reading.ts'
import { writeOut } from './files.ts'
import { listRecords } from './records.ts'

interface ExportFlags {
  format: 'csv' | 'jsonl' | 'plover' | 'jsonld' | 'annotations'
  kind?: FactKind
  date?: string
  quiet?: boolean
}

/** What one record gives: its lines, how many facts they tell, and how many of its events the format has no words for. */
interface Exported {
  readonly text: string
  readonly facts: number
  readonly leftOut: number
}

/** Writes the facts of records in another program's format. Exit code 1 when there was none, 2 when an input could not be read. */
export async function runExport(files: string[], flags: ExportFlags): Promise<void> {
  checkFlags(flags)
  const kind = flags.kind ?? (flags.format === 'csv' ? 'statements' : undefined)
  let records = 0
  let facts = 0
  let leftOut = 0
  let failures = 0
  if (flags.format === 'csv') await writeOut(writeCsvHeader(kind as FactKind))
  for await (const item of listRecords(files, flags.date ?? null)) {
    const made = 'problem' in item ? item.problem : exportRecord(item.record, flags.format, kind)
    if (typeof made === 'string') {
      failures++
      process.stderr.write(`readout: ${made}\n`)
      continue
    }
    records++
    facts += made.facts
    leftOut += made.leftOut
    await writeOut(made.text)
  }
  if (!flags.quiet) process.stderr.write(`readout: ${tellCounts(flags.format, kind, records, facts, leftOut)}\n`)
  process.exitCode = failures > 0 ? 2 : facts > 0 ? 0 : 1
}

function checkFlags(flags: ExportFlags): void {
  if (flags.date !== undefined && parseDate(flags.date) === null) throw new ReadoutError('bad-date', `“${flags.date}” is no date: write it like 2024-03-14.`)
  if (flags.kind !== undefined && (flags.format === 'plover' || flags.format === 'jsonld'))
    throw new ReadoutError('kind-given', `--kind goes with csv, jsonl and annotations: ${flags.format} has its own choice of facts.`)
}

function exportRecord(record: Readout, format: ExportFlags['format'], kind: FactKind | undefined): Exported | string {
  const kinds = kind === undefined ? FACT_KINDS : [kind]
  switch (format) {
    case 'csv':
      return { text: writeCsvRows(record, kind as FactKind), facts: record[kind as FactKind].length, leftOut: 0 }
    case 'jsonl':
      return writeLines(exportFacts(record, kinds))
    case 'plover': {
      const { records, leftOut } = listPloverRecords(record)
      return writeLines(records, leftOut)
    }
    case 'annotations':
      return tellTextless(record) ?? writeLines(listAnnotations(record, kinds))
    case 'jsonld': {
      const problem = tellTextless(record)
      if (problem !== null) return problem
      const { document, leftOut } = makeJsonLd(record)
      const facts = record.entities.length + record.statements.length + record.events.length - leftOut
      return { text: `${JSON.stringify(document)}\n`, facts, leftOut }
    }
  }
}

function writeLines(lines: readonly object[], leftOut = 0): Exported {
  return { text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), facts: lines.length, leftOut }
}

/** Both formats count code points, which only the text can tell. */
function tellTextless({ article }: Readout): string | null {
  if (article.text !== undefined) return null
  return `The record of “${article.source ?? article.id}” was left out: it was written with --no-text, and this format needs the text.`
}

function tellCounts(format: ExportFlags['format'], kind: FactKind | undefined, records: number, facts: number, leftOut: number): string {
  const what = format === 'plover' ? 'events' : (kind ?? 'facts')
  const others = kind !== undefined && format === 'csv' ? ` (a table holds one kind; --kind: ${FACT_KINDS.join(', ')})` : ''
  const rest = leftOut > 0 ? `; ${leftOut} left out that the format has no words for (docs/export.md)` : ''
  return `articles: ${records}, ${what}: ${facts}${others}${rest}.`
}
