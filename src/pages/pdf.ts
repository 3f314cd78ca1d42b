import { getDocumentProxy } from 'unpdf'
import { LIMITS } from '../document/limits.ts'
import type { Notice, NoticeCode } from '../document/notice.ts'
import { NOTHING, type PageReading } from './page-reading.ts'
import { composePaper, type PaperFacts } from './paper.ts'
import { dropRunningLines, joinLines, type PaperLine } from './paper-lines.ts'

type Paper = Awaited<ReturnType<typeof getDocumentProxy>>

/** Reads the text of a PDF with the page of each paragraph. Damaged, locked and pictured papers give notices, not errors. */
export async function readPdf(bytes: Uint8Array, now: number): Promise<PageReading> {
  if (bytes.length > LIMITS.paperBytes) return fail('paper-cut', `The PDF has ${bytes.length} bytes, more than the ${LIMITS.paperBytes} that are read.`)
  let paper: Paper
  try {
    // The library keeps the bytes for itself; its remarks on damage belong in our notices, not on the screen.
    paper = await getDocumentProxy(bytes.slice(), { verbosity: 0, stopAtErrors: false })
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return fail('paper-locked', 'The PDF is locked by a password: save it without one and read it again.')
    return fail('paper-damaged', 'The PDF is damaged and cannot be opened: get it again, or copy its text into a file.')
  }
  const { lines, notices } = await readLines(paper)
  const facts = await readProperties(paper)
  if (lines.length === 0 && notices.length === 0)
    notices.push(tell('paper-pictures', 'The PDF holds only pictures of its pages and no text: have a program for text recognition (OCR) read it first.'))
  return composePaper(joinLines(dropRunningLines(lines)), facts, notices, now)
}

async function readLines(paper: Paper): Promise<{ lines: PaperLine[]; notices: Notice[] }> {
  const lines: PaperLine[] = []
  const notices: Notice[] = []
  const until = Date.now() + LIMITS.paperMs / 2
  let units = 0
  let broken = 0
  for (let number = 1; number <= paper.numPages; number++) {
    if (number > LIMITS.paperPages || units > LIMITS.paperUnits || Date.now() > until) {
      notices.push(tell('paper-cut', `The PDF has ${paper.numPages} pages, of which ${number - 1} were read: its end is missing.`))
      break
    }
    try {
      const page = await paper.getPage(number)
      const { items } = await page.getTextContent()
      const height = page.getViewport({ scale: 1 }).height
      for (const line of gatherLines(
        items.filter((item) => 'str' in item),
        number,
        height,
      )) {
        lines.push(line)
        units += line.text.length
      }
      page.cleanup()
    } catch {
      broken++
    }
  }
  if (broken > 0) notices.push(tell('paper-damaged', `${broken} pages of the PDF are damaged: their text is missing.`))
  return { lines, notices }
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Puts the pieces of a page together to lines: one ends where the next piece stands higher or lower by half its size. */
function gatherLines(items: readonly TextItem[], page: number, height: number): PaperLine[] {
  const lines: { text: string; x: number; end: number; y: number; size: number }[] = []
  for (const { str, transform, width, height: tall } of items) {
    if (str.trim() === '') {
      const last = lines.at(-1)
      if (last && str !== '' && !last.text.endsWith(' ')) last.text += ' '
      continue
    }
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0]
    const size = tall || Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
    const line = lines.at(-1)
    if (!line || Math.abs(line.y - y) > Math.max(size, line.size) * 0.5 || x < line.x - size) {
      lines.push({ text: str, x, end: x + width, y, size })
      continue
    }
    const isApart = x - line.end > size * 0.15 && !line.text.endsWith(' ') && !str.startsWith(' ')
    line.text += isApart ? ` ${str}` : str
    line.end = x + width
    line.size = Math.max(line.size, size)
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim(), page, height }))
}

async function readProperties(paper: Paper): Promise<PaperFacts> {
  try {
    const info = (await paper.getMetadata()).info as Record<string, unknown>
    const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
    // “D:20240314104500+01'00'”
    const made = /^D:(\d{4})(\d\d)(\d\d)/.exec(textOf(info.CreationDate) ?? '')
    return { title: textOf(info.Title), author: textOf(info.Author), madeOn: made ? `${made[1]}-${made[2]}-${made[3]}` : null, language: textOf(info.Language) }
  } catch {
    return { title: null, author: null, madeOn: null, language: null }
  }
}

function fail(code: NoticeCode, message: string): PageReading {
  return { ...NOTHING, notices: [tell(code, message)] }
}

function tell(code: NoticeCode, message: string): Notice {
  return { code, message, span: null }
}
