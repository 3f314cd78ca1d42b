import type { OffsetUnit, Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { openReader, type Reader } from '../index.ts'
import { readPage } from '../pages/pages.ts'
import { type Intake, parseDate, readJsonLine } from '../reading/reading.ts'
import { convertOffsets } from '../record/record.ts'
import { isTakenIn, listTaken } from './addresses.ts'
import { isBlank, readInput, readLines, writeOut } from './files.ts'

interface ReadFlags {
  format: 'text' | 'json' | 'jsonl' | 'html'
  offsetUnit: OffsetUnit
  input: 'auto' | 'text' | 'jsonl'
  text: boolean
  date?: string
  title?: string
  source?: string
  quiet?: boolean
  color?: boolean
  allowPrivate?: boolean
}

/** Articles come one at a time, with a sentence instead where an input could not be read. */
type Item = { intake: Intake } | { problem: string }

/** Reads every input in order and writes its record. Exit code 1 when no input gave a fact, 2 when one could not be read. */
export async function runRead(files: string[], flags: ReadFlags): Promise<void> {
  checkFlags(files, flags)
  const reader = await openReader(process.env.READOUT_MODELS ? { modelFolder: process.env.READOUT_MODELS } : {})
  const show = await makeWriter(flags)
  const progress = startProgress(flags)
  let facts = 0
  let failures = 0
  for await (const item of listArticles(files, flags)) {
    if ('problem' in item) {
      failures++
      process.stderr.write(`readout: ${item.problem}\n`)
      continue
    }
    const readout = await readOne(reader, item.intake, flags)
    facts += countFacts(readout)
    await writeOut(show(readout))
    progress.step()
  }
  progress.stop()
  process.exitCode = failures > 0 ? 2 : facts > 0 ? 0 : 1
}

/** What tells “nothing found” from something: facts of any kind, not the names alone. */
function countFacts({ statements, events, cooperation, comparisons }: Readout): number {
  return statements.length + events.length + cooperation.length + comparisons.length
}

async function readOne(reader: Reader, { article, notices }: Intake, flags: ReadFlags): Promise<Readout> {
  const readout = convertOffsets(await reader.readArticle(article, notices), flags.offsetUnit)
  if (!flags.text && (flags.format === 'json' || flags.format === 'jsonl')) delete readout.article.text
  return readout
}

function checkFlags(files: readonly string[], flags: ReadFlags): void {
  if (flags.date !== undefined && parseDate(flags.date) === null) throw new ReadoutError('bad-date', `“${flags.date}” is no date: write it like 2024-03-14.`)
  const isMany = files.length > 1 || isLines(files[0] ?? '-', flags)
  if (isMany && flags.format === 'json') throw new ReadoutError('many-inputs', 'Several articles make no single JSON: use --format jsonl, a record a line.')
  if (isMany && flags.format === 'html') throw new ReadoutError('many-inputs', 'An HTML page shows one article: name one file.')
  if (files.length > 1 && flags.source !== undefined)
    throw new ReadoutError('many-inputs', '--source names one article: leave it out, each file goes by its own name.')
}

function isLines(file: string, flags: ReadFlags): boolean {
  return flags.input === 'jsonl' || (flags.input === 'auto' && file.endsWith('.jsonl'))
}

async function* listArticles(files: readonly string[], flags: ReadFlags): AsyncGenerator<Item> {
  const defaults = { title: flags.title ?? null, publishedOn: flags.date ?? null }
  for (const file of files) {
    try {
      if (isTakenIn(file)) yield* listTaken(file, flags)
      else if (isLines(file, flags)) yield* listLines(file, defaults)
      else yield { intake: await readFileOrPage(file, defaults, flags.source ?? (file === '-' ? null : file)) }
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error
      yield { problem: error.message }
    }
  }
}

/** A text, page or paper by its name or content. A date that was given outweighs what a page says; a title does not. */
async function readFileOrPage(
  file: string,
  { title, publishedOn }: { title: string | null; publishedOn: string | null },
  source: string | null,
): Promise<Intake> {
  const { article, notices } = await readPage(await readInput(file), { source: source ?? file, publishedOn })
  return { article: { ...article, source, title: article.title ?? title }, notices }
}

async function* listLines(file: string, defaults: { title: string | null; publishedOn: string | null }): AsyncGenerator<Item> {
  let number = 0
  for await (const line of readLines(file)) {
    number++
    if (isBlank(line)) continue
    const name = file === '-' ? 'standard input' : `“${file}”`
    const intake = readJsonLine(line, `${file}:${number}`, defaults)
    if (typeof intake === 'string') yield { problem: `Line ${number} of ${name} was left out: ${intake}. The other lines are read.` }
    else yield { intake }
  }
}

async function makeWriter(flags: ReadFlags): Promise<(readout: Readout) => string> {
  if (flags.format === 'json') return (readout) => `${JSON.stringify(readout, null, 2)}\n`
  if (flags.format === 'jsonl') return (readout) => `${JSON.stringify(readout)}\n`
  if (flags.format === 'html') {
    const { showHtml } = await import('./show-html.ts')
    return showHtml
  }
  const { showText } = await import('./show-text.ts')
  const hasColor = flags.color !== false && !process.env.NO_COLOR && process.stdout.isTTY === true
  const width = Math.max(50, Math.min(process.stdout.columns ?? 88, 110))
  return (readout) => showText(readout, { width, hasColor })
}

/** A count on standard error while many articles are read, on a terminal only. */
function startProgress(flags: ReadFlags): { step: () => void; stop: () => void } {
  const isShown = process.stderr.isTTY === true && !flags.quiet && !process.stdout.isTTY
  const began = Date.now()
  let count = 0
  let shownAt = 0
  const tell = () => process.stderr.write(`\r${count} articles, ${(count / Math.max(0.001, (Date.now() - began) / 1000)).toFixed(0)} a second `)
  return {
    step: () => {
      count++
      if (!isShown || Date.now() - shownAt < 200) return
      shownAt = Date.now()
      tell()
    },
    stop: () => {
      if (!isShown || count < 2) return
      tell()
      process.stderr.write('\n')
    },
  }
}
