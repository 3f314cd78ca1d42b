import JSZip from 'jszip'
import mammoth from 'mammoth'
import { LIMITS } from '../document/limits.ts'
import type { Notice, NoticeCode } from '../document/notice.ts'
import { textOf } from './meta.ts'
import { NOTHING, type PageReading } from './page-reading.ts'
import { composePaper, type PaperFacts } from './paper.ts'
import { readParagraphs } from './paragraphs.ts'
import { growTree } from './tree.ts'

/** Reads the text of a DOCX: headings, paragraphs, lists and tables in their order. It knows no pages: they come when it is printed. */
export async function readDocx(bytes: Uint8Array, now: number): Promise<PageReading> {
  if (bytes.length > LIMITS.paperBytes) return fail('paper-cut', `The DOCX has ${bytes.length} bytes, more than the ${LIMITS.paperBytes} that are read.`)
  try {
    const archive = await JSZip.loadAsync(bytes)
    if (countUnpacked(archive) > LIMITS.paperUnpackedBytes) return fail('paper-cut', 'The DOCX unpacks to more bytes than are read: it is left alone.')
    const facts = await readProperties(archive)
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    const tree = growTree(value)
    const paragraphs = readParagraphs(tree.root, () => false).map(({ text, kind }) => ({ pieces: [{ text, page: null }], size: kind === 'heading' ? 2 : 1 }))
    const notices: Notice[] = []
    if (tree.isCut) notices.push(tell('paper-cut', 'The DOCX is longer than what is read of one paper: its end is missing.'))
    if (paragraphs.length === 0)
      notices.push(tell('paper-pictures', 'The DOCX holds no text: if it holds pictures of pages, have a program for text recognition (OCR) read it first.'))
    return composePaper(paragraphs, facts, notices, now)
  } catch {
    return fail('paper-damaged', 'The DOCX is damaged or locked and cannot be opened: save it again without a password, or copy its text into a file.')
  }
}

/** What the archive says its files unpack to; the library keeps the figure from the archive's table of contents. */
function countUnpacked(archive: JSZip): number {
  let bytes = 0
  for (const file of Object.values(archive.files)) bytes += (file as unknown as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0
  return bytes
}

async function readProperties(archive: JSZip): Promise<PaperFacts> {
  const { elements } = growTree((await archive.file('docProps/core.xml')?.async('string')) ?? '')
  const tell = (name: string) => {
    const element = elements.find(({ tag }) => tag === name)
    return element ? textOf(element) || null : null
  }
  return { title: tell('dc:title'), author: tell('dc:creator'), madeOn: tell('dcterms:created')?.slice(0, 10) ?? null, language: tell('dc:language') }
}

function fail(code: NoticeCode, message: string): PageReading {
  return { ...NOTHING, notices: [tell(code, message)] }
}

function tell(code: NoticeCode, message: string): Notice {
  return { code, message, span: null }
}
