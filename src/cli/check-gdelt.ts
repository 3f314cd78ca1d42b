import { parse } from 'csv-parse/sync'
import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { checkGdeltRow, GDELT_COLUMNS, type GdeltRow, type GdeltVerdict, readGdeltRow } from '../export/export.ts'
import { parseDate } from '../reading/reading.ts'
import { readInput, writeOut } from './files.ts'
import { listRecords } from './records.ts'

/** Tells of each row whether the article says so. Exit code 0 when it says all of them, 1 when it does not, 2 on an error. */
export async function runCheckGdelt(file: string, flags: { article: string; date?: string }): Promise<void> {
  if (flags.date !== undefined && parseDate(flags.date) === null) throw new ReadoutError('bad-date', `“${flags.date}” is no date: write it like 2024-03-14.`)
  const rows = parseRows(new TextDecoder().decode(await readInput(file)), file)
  const record = await readArticleRecord(flags.article, flags.date ?? null)
  let refuted = 0
  for (const row of rows) {
    const verdict = checkGdeltRow(row, record)
    if (verdict.answer !== 'yes') refuted++
    await writeOut(showVerdict(row, verdict, record))
  }
  process.exitCode = refuted > 0 ? 1 : 0
}

/** With a header (the columns' names as in GDELT's codebook, any order, commas or tabs), or GDELT 2.0's own files: 61 columns, tabs, no header. */
function parseRows(text: string, file: string): GdeltRow[] {
  const first = text.slice(0, text.search(/\r?\n|$/))
  const hasTabs = first.includes('\t')
  const columns = /\bEventCode\b/.test(first) ? true : [...GDELT_COLUMNS]
  let rows: Record<string, string>[]
  try {
    // GDELT's own files quote nothing: a quotation mark in them is a quotation mark.
    rows = parse(text, { bom: true, columns, delimiter: hasTabs ? '\t' : ',', quote: hasTabs ? false : '"', skip_empty_lines: true }) as Record<
      string,
      string
    >[]
  } catch (cause) {
    const what = `“${file}” is no table of GDELT events (${(cause as Error).message})`
    throw new ReadoutError('gdelt-malformed', `${what}: give rows of GDELT 2.0 (61 columns parted by tabs) or a CSV whose header has EventCode.`, { cause })
  }
  if (rows.length === 0) throw new ReadoutError('gdelt-empty', `“${file}” holds no row.`)
  return rows.map((values, n) => {
    const row = readGdeltRow(values)
    if (typeof row === 'string') throw new ReadoutError('gdelt-row', `Row ${n + 1} of “${file}” cannot be checked: ${row}.`)
    return row
  })
}

async function readArticleRecord(file: string, date: string | null): Promise<Readout> {
  const found: Readout[] = []
  for await (const item of listRecords([file], date)) {
    if ('problem' in item) throw new ReadoutError('article-unreadable', item.problem)
    found.push(item.record)
  }
  if (found.length !== 1) throw new ReadoutError('article-unreadable', `“${file}” holds ${found.length} records: --article takes one article.`)
  return found[0] as Readout
}

/** “contradicted · 1123 · CAMEO 042: NORTH KOREA → RUSSIA · v3”, why, the words, and their passage. */
function showVerdict(row: GdeltRow, verdict: GdeltVerdict, record: Readout): string {
  const actors = row.actors.map((actor) => actor?.name ?? '–').join(' → ')
  const head = [verdict.answer, row.id, `CAMEO ${row.code}: ${actors}`, verdict.fact].filter(Boolean).join(' · ')
  const words = verdict.words.map(({ part, span }) => `  ${part} “${span.text.replace(/\s+/g, ' ')}” (${span.start}–${span.end})`)
  const passage = verdict.words[0] ? showPassage(verdict.words[0].span.start, record) : []
  return `${[head, `  ${verdict.because}`, ...words, ...passage, ...verdict.remarks.map((remark) => `  note: ${remark}`)].join('\n')}\n`
}

/** The paragraph that holds the first of the words, where the record has its text. */
function showPassage(at: number, { article, offsetUnit }: Readout): string[] {
  if (article.text === undefined) return []
  const start = offsetUnit === 'utf16' ? at : Array.from(article.text).slice(0, at).join('').length
  const from = article.text.lastIndexOf('\n', start) + 1
  const to = article.text.indexOf('\n', start)
  return [`  > ${article.text.slice(from, to < 0 ? undefined : to).trim()}`]
}
