import type { Incoming } from '../document/incoming.ts'
import { parseDate, readBytes, readText } from '../reading/reading.ts'
import { recogniseKind } from './kinds.ts'
import { NOTHING, type PageReading, type PaperOrder } from './page-reading.ts'

/** What is known of a document besides its bytes. `source` is what the record calls it; `publishedOn` outweighs what the page says. */
export interface GivenPage {
  readonly contentType?: string | null
  readonly address?: string | null
  readonly source: string
  readonly publishedOn?: string | null
}

/**
 * Reads an article out of a page (HTML), a paper (PDF, DOCX) or a plain text. Never throws: what could not be read is told in
 * notices. The code for each kind is loaded when one comes.
 */
export async function readPage(bytes: Uint8Array, given: GivenPage): Promise<Incoming> {
  const { contentType = null, address = null, source } = given
  const kind = recogniseKind(bytes, contentType, address ?? source)
  if (kind === 'text') return compose(readPlain(bytes), given)
  if (kind === 'html') return compose(await (await import('./html.ts')).readHtml(bytes, contentType, address), given)
  return compose(await readPaper({ kind, bytes, now: Date.now() }), given)
}

/** Ends the worker that pages are read in. A program that ends itself need not wait for it. */
export async function closePages(): Promise<void> {
  await (await import('./page-thread.ts')).endThread()
}

/** Reads a paper in the worker; one that breaks it, or takes too long, gives a notice. */
async function readPaper(order: PaperOrder): Promise<PageReading> {
  const { readInThread } = await import('./page-thread.ts')
  const { reading } = await readInThread(order)
  const message = 'The paper is too large or too tangled to be read in time: nothing is read. Copy its text into a file, or part it.'
  return reading ?? { ...NOTHING, notices: [{ code: 'paper-cut', message, span: null }] }
}

/** Plain text is its own article, every character of it. */
function readPlain(bytes: Uint8Array): PageReading {
  const { article, notices } = readBytes(bytes, {})
  return { ...NOTHING, text: article.text, notices }
}

function compose(reading: PageReading, { source, address = null, publishedOn = null }: GivenPage): Incoming {
  const { article, notices } = readText(reading.text, { source, title: reading.title, publishedOn: publishedOn ?? reading.publishedOn })
  const isGiven = publishedOn !== null && parseDate(publishedOn.slice(0, 10)) !== null
  const { text: _, title: __, publisher, authors, publishedOn: ___, ...about } = reading
  return {
    ...about,
    article: { ...article, publisher, authors },
    address: reading.address ?? address,
    dateClue: isGiven ? 'given' : reading.dateClue,
    notices: [...reading.notices, ...notices],
  }
}
