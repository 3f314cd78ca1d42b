import { writeFile } from 'node:fs/promises'
import { ReadoutError } from '../document/readout-error.ts'
import { reportBetween, reportFound, writeHtmlReport, writeMarkdownReport } from '../questions/questions.ts'
import { askLibrary, readPaging } from './ask.ts'
import { writeOut } from './files.ts'

interface ReportFlags {
  store?: string
  find?: string
  since?: string
  until?: string
  format: 'html' | 'markdown'
  output?: string
  quiet?: boolean
}

/** Writes a brief on two, or on words. Exit code 1 when there is nothing to write of. */
export async function runReport(names: readonly string[], flags: ReportFlags): Promise<void> {
  const { find, format, output, quiet } = flags
  const [one, other, ...more] = names
  const isTwo = one !== undefined && other !== undefined && more.length === 0
  if (find === undefined ? !isTwo : names.length > 0)
    throw new ReadoutError('bad-question', 'A report is on two names (readout report Belmora Ostria), or on words (readout report --find "grain corridor").')
  const ask = { ...flags, format: 'text' as const, limit: '1' }
  const { since, until } = readPaging(ask)
  const period = { since, until }
  const report = await askLibrary(ask, (desk) =>
    find === undefined ? reportBetween(desk, [one as string, other as string], period) : reportFound(desk, find, period),
  )
  for (const name of report.unknown) process.stderr.write(`readout: nobody in this library is called “${name}”.\n`)
  const lines = report.sections.reduce((sum, section) => sum + section.lines.length, 0)
  process.exitCode = lines > 0 ? 0 : 1
  if (lines === 0) {
    if (!quiet && report.unknown.length === 0) process.stderr.write('readout: nothing was found to report.\n')
    return
  }
  const text = (format === 'html' ? writeHtmlReport : writeMarkdownReport)(report, new Date().toISOString().slice(0, 10))
  if (output === undefined) return writeOut(text)
  await writeFile(output, text).catch((cause) => {
    throw new ReadoutError('file-unwritable', `“${output}” could not be written (${(cause as Error).message}).`, { cause })
  })
  if (!quiet) process.stderr.write(`readout: ${lines} lines from ${report.citations.length} places written to “${output}”.\n`)
}
