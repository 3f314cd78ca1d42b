import { stringify } from 'csv-stringify/sync'
import { ReadoutError } from '../document/readout-error.ts'
import { openReader } from '../index.ts'
import { recogniseEntities } from '../library/library.ts'
import { readPage } from '../pages/pages.ts'
import { type CheckedClaim, checkDraft, type DraftCheck } from '../questions/questions.ts'
import { parseDate } from '../reading/reading.ts'
import { convertOffsets } from '../record/record.ts'
import { askLibrary, readPaging } from './ask.ts'
import { writeHtmlCheck } from './check-html.ts'
import { showCheck } from './check-text.ts'
import { readInput, writeOut } from './files.ts'
import { findLook } from './show-lines.ts'

interface CheckFlags {
  store?: string
  since?: string
  until?: string
  date?: string
  format: 'text' | 'json' | 'csv' | 'html'
  color?: boolean
}

/** Reads a draft and holds it against the library. Exit code 0 when all that it ascribes stands there, 1 when something does not. */
export async function runCheck(file: string, flags: CheckFlags): Promise<void> {
  const { since, until } = readPaging({ ...flags, format: 'text', limit: '1' })
  if (flags.date !== undefined && parseDate(flags.date) === null) throw new ReadoutError('bad-date', `“${flags.date}” is no date: write it like 2024-03-14.`)
  const { article, notices } = await readPage(await readInput(file), { source: file, publishedOn: flags.date ?? null })
  const { check, text } = await askLibrary({ ...flags, format: 'text', limit: '1' }, async (desk) => {
    const reader = await openReader(process.env.READOUT_MODELS ? { modelFolder: process.env.READOUT_MODELS } : {})
    const readout = await reader.readArticle(article, notices)
    const people = await recogniseEntities(desk.store, readout, desk.knowledge)
    return { check: await checkDraft(desk, { readout: convertOffsets(readout, 'codepoint'), people }, { since, until }), text: article.text }
  })
  await writeOut(writeCheck(check, text, file, flags))
  process.exitCode = isSound(check) ? 0 : 1
}

/** Nothing that a draft ascribes to anybody is nothing wrong. */
function isSound({ claims }: DraftCheck): boolean {
  return claims.every(({ verdict }) => verdict === 'stands' || verdict === 'similar')
}

function writeCheck(check: DraftCheck, text: string, file: string, { format, color }: CheckFlags): string {
  if (format === 'json') return `${JSON.stringify(check, null, 2)}\n`
  if (format === 'csv') return writeTable(check.claims)
  return format === 'html' ? writeHtmlCheck(check, text, file) : showCheck(check, findLook(color))
}

const COLUMNS: Readonly<Record<string, (row: CheckedClaim) => string | number | null>> = {
  start: ({ claim }) => claim.spans[0].start,
  end: ({ claim }) => claim.spans.at(-1)?.end ?? null,
  kind: ({ claim }) => claim.kind,
  speaker: ({ claim }) => claim.speaker?.name ?? claim.onBehalfOf?.name ?? null,
  words: ({ claim }) => claim.spans.map((span) => span.text).join(' … '),
  verdict: ({ verdict }) => verdict,
  remarks: ({ matches: [best] }) => best?.remarks.join('; ') ?? null,
  share: ({ matches: [best] }) => (best ? Math.round(best.share * 100) / 100 : null),
  library_speaker: ({ matches: [best] }) => best?.speaker ?? best?.onBehalfOf ?? null,
  library_words: ({ matches: [best] }) => best?.words.text ?? null,
  library_start: ({ matches: [best] }) => best?.words.start ?? null,
  library_end: ({ matches: [best] }) => best?.words.end ?? null,
  outlet: ({ matches: [best] }) => best?.article.outlet ?? null,
  published_on: ({ matches: [best] }) => best?.article.publishedOn ?? null,
  title: ({ matches: [best] }) => best?.article.title ?? null,
  address: ({ matches: [best] }) => best?.article.address ?? null,
  copies: ({ matches: [best] }) => best?.article.copies ?? null,
}

/** A row a claim, with the best match. Cells that a spreadsheet would take for formulas begin with an apostrophe. */
function writeTable(claims: readonly CheckedClaim[]): string {
  const rows = claims.map((row) => Object.values(COLUMNS).map((write) => write(row)))
  return stringify([Object.keys(COLUMNS), ...rows], { escape_formulas: true, record_delimiter: '\r\n' })
}
