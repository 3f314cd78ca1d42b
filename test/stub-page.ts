import type { ReadPage } from '../src/intake/intake.ts'

/** Stands for the reading of pages: the text without its tags, nothing more. A page that holds “told=…” dates itself. */
export const readPageStub: ReadPage = async (bytes, { address = null, source, publishedOn = null }) => {
  const page = new TextDecoder().decode(bytes)
  const text = page.replace(/<title>[^<]*<\/title>|<[^>]*>/g, '').trim()
  const dated = /told=([\d-]+)/.exec(page)?.[1] ?? publishedOn
  const title = /<title>([^<]+)<\/title>/.exec(page)?.[1] ?? null
  return {
    article: { source, text, title, publisher: null, authors: [], publishedOn: dated },
    address,
    language: null,
    publishedAt: dated,
    updatedAt: null,
    dateClue: dated === null ? null : 'meta',
    wire: null,
    isTruncated: false,
    blocks: [{ start: 0, end: text.length, element: 'html > body > article', page: null }],
    notices: [],
  }
}
