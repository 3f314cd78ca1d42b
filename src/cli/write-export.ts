import { appendFile, type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ReadoutError } from '../document/readout-error.ts'
import { type Exported, type ExportFormat, type ExportItem, type ExportPart, exportItems, FACT_KINDS, type FactKind, FOLDER_FORMATS } from '../export/export.ts'
import type { Reader } from '../index.ts'
import { readTokens } from '../text/text.ts'
import { writeOut } from './files.ts'

export interface WriteFlags {
  format: ExportFormat
  kind?: FactKind
  /** File, or folder of a format that writes several; without it standard output. */
  output?: string
  quiet?: boolean
}

/** How much was written. `problems` counts records that the format could not take. */
export interface Written {
  articles: number
  facts: number
  leftOut: number
  problems: number
  /** Articles whose rights keep their text out. */
  withheld: number
}

/** Writes items to where the flags say, and tells the counts on standard error. Files and the library's store come through here. */
export async function writeExport(items: AsyncIterable<ExportItem>, flags: WriteFlags): Promise<Written> {
  const written: Written = { articles: 0, facts: 0, leftOut: 0, problems: 0, withheld: 0 }
  const output = await openOutput(flags)
  try {
    for await (const step of exportItems(countItems(items, written), { format: flags.format, kind: flags.kind ?? null, annotate })) {
      addStep(step, written)
      for (const part of step.parts) await output.write(part)
    }
  } finally {
    await output.close()
  }
  if (!flags.quiet) process.stderr.write(`readout: ${tellCounts(flags, written)}\n`)
  return written
}

async function* countItems(items: AsyncIterable<ExportItem>, written: Written): AsyncGenerator<ExportItem> {
  for await (const item of items) {
    written.articles++
    if (!item.mayExportText) written.withheld++
    yield item
  }
}

function addStep({ facts, leftOut, problem }: Exported, written: Written): void {
  written.facts += facts
  written.leftOut += leftOut
  if (problem === null) return
  written.articles--
  written.problems++
  process.stderr.write(`readout: ${problem}\n`)
}

let reader: Promise<Reader> | null = null

/** The models are loaded only where CoNLL-U asks for tags and syntax. */
async function annotate(text: string): ReturnType<Parameters<typeof exportItems>[1]['annotate']> {
  reader ??= import('../index.ts').then(({ openReader }) => openReader(process.env.READOUT_MODELS ? { modelFolder: process.env.READOUT_MODELS } : {}))
  const { tokens } = readTokens(text)
  return { tokens, layers: await (await reader).annotate(tokens) }
}

interface Output {
  readonly write: (part: ExportPart) => Promise<void>
  readonly close: () => Promise<void>
}

async function openOutput({ format, output }: WriteFlags): Promise<Output> {
  const isFolder = (FOLDER_FORMATS as readonly string[]).includes(format)
  if (isFolder && output === undefined) throw new ReadoutError('output-missing', `${format} writes several files: name a folder with --output.`)
  if (output === undefined) return { write: ({ bytes }) => writeOut(bytes as string), close: async () => {} }
  return explainFailures(output, async () => {
    await mkdir(isFolder ? output : dirname(output), { recursive: true })
    return isFolder ? openFolder(output) : openFile(output, await open(output, 'w'))
  })
}

function openFolder(folder: string): Output {
  const write = async ({ file, isFirst, bytes }: ExportPart) => {
    const path = join(folder, file as string)
    await explainFailures(path, () => (isFirst ? writeFile(path, bytes) : appendFile(path, bytes)))
  }
  return { write, close: async () => {} }
}

function openFile(path: string, handle: FileHandle): Output {
  return { write: ({ bytes }) => explainFailures(path, () => handle.writeFile(bytes)), close: () => handle.close() }
}

async function explainFailures<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new ReadoutError(
      'output-unwritable',
      `“${path}” could not be written (${(cause as Error).message}): check the folder, its permissions and the disk.`,
      {
        cause,
      },
    )
  }
}

function tellCounts({ format, kind }: WriteFlags, { articles, facts, leftOut, withheld }: Written): string {
  const others = format === 'csv' ? ` (a table holds one kind; --kind: ${FACT_KINDS.join(', ')})` : ''
  const rest = leftOut > 0 ? `; ${leftOut} left out that the format has no words for (docs/export.md)` : ''
  const kept = withheld > 0 ? `; full text withheld of ${withheld} articles, whose rights allow only the facts’ own words` : ''
  return `articles: ${articles}, ${nameFacts(format, kind)}: ${facts}${others}${rest}${kept}.`
}

/** What is counted: rows of a table, citations, edges. */
function nameFacts(format: ExportFormat, kind: FactKind | undefined): string {
  if (format === 'bibtex' || format === 'ris' || format === 'csl') return 'citations'
  if (format === 'csv') return kind ?? 'statements'
  const names: Partial<Record<ExportFormat, string>> = { plover: 'events', ftm: 'entities', graphml: 'ties' }
  return names[format] ?? kind ?? 'facts'
}
