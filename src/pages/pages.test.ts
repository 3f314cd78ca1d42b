import { readdirSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, test } from 'vitest'
import { closePages, readPage } from './pages.ts'

const PAGES = 'fixtures/pages'
const names = readdirSync(PAGES)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5))

/** What `name.json` beside a page tells: what must be found, and what is given besides the page. */
interface Expected {
  readonly given?: { readonly address?: string }
  readonly paragraphs: readonly string[]
  readonly [name: string]: unknown
}

const readNamed = (name: string, address: string | null = null) => readPage(readFileSync(name), { source: name, address })
const squeezed = (text: string) => text.replace(/[\s\u00ad]+/g, '')

afterAll(closePages)

describe('pages of invented newspapers', () => {
  test.each(names)('%s: text and what is told of it', async (name) => {
    const { given, paragraphs, ...told } = JSON.parse(readFileSync(`${PAGES}/${name}.json`, 'utf8')) as Expected
    const { article, ...rest } = await readNamed(`${PAGES}/${name}.html`, given?.address)
    expect(article.text.split('\n\n')).toEqual(paragraphs)
    const found = { ...rest, title: article.title, publisher: article.publisher, authors: article.authors, publishedOn: article.publishedOn }
    expect(found).toMatchObject(told)
  })

  test.each(names)('%s: every block stands in the element it names', async (name) => {
    const { article, blocks } = await readNamed(`${PAGES}/${name}.html`)
    const page = new TextDecoder(name === 'wrong-charset' ? 'windows-1252' : 'utf-8').decode(readFileSync(`${PAGES}/${name}.html`))
    const { document } = parseHTML(name === 'fragment' ? `<html><head></head><body>${page}</body></html>` : page.replace(/^<\?xml[^>]*>/, ''))
    for (const { start, end, element } of blocks) {
      if (name === 'json-ld-only') expect(element).toBeNull()
      else expect(squeezed(document.querySelector(element ?? 'none')?.textContent ?? '')).toContain(squeezed(article.text.slice(start, end)))
    }
    expect(blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n\n')).toBe(article.text)
  })
})

const SENTENCE = 'The ministers of Belmora and Varland met in Dravik on Thursday, and said that the talks went well enough to go on.'
const PARAGRAPH = `<p>${SENTENCE}</p>`

const readSource = (source: string) => readPage(new TextEncoder().encode(source), { source: 'page.html' })

describe('pages that no reader should meet', () => {
  test.each<[string, string, string, boolean]>([
    ['20,000 elements inside each other', `${'<div>'.repeat(20_000)}${PARAGRAPH}`, 'page-nested', true],
    ['a million elements inside each other', '<div>'.repeat(1_000_000), 'page-cut', false],
    ['20 MB of one script before the text', `<script>${'x'.repeat(20_000_000)}</script>${PARAGRAPH}`, '', true],
    ['100,000 paragraphs', PARAGRAPH.repeat(100_000), 'page-cut', true],
    ['11,000 links in one paragraph', `<p>${'<a href="x">word</a> '.repeat(11_000)}`, '', true],
    ['five million opening brackets', '<'.repeat(5_000_000), 'page-cut', true],
    ['nothing', '<html></html>', '', false],
  ])('%s', async (_, source, code, hasText) => {
    const began = Date.now()
    const { article, notices } = await readSource(`<!doctype html><title>A page</title><h1>A page of this kind</h1>${source}`)
    expect(Date.now() - began).toBeLessThan(6000)
    expect(notices.map((notice) => notice.code).join(' ')).toContain(code)
    expect(article.text.length > 0).toBe(hasText)
  })

  test('pages asked for at once come back each as itself', async () => {
    const found = await Promise.all([1, 2, 3, 4].map((number) => readSource(`<!doctype html><h1>Page ${number}</h1><p>Number ${number}: ${SENTENCE}</p>`)))
    expect(found.map(({ article }) => article.text.slice(0, 9))).toEqual(['Number 1:', 'Number 2:', 'Number 3:', 'Number 4:'])
  })

  test('the same page gives the same reading', async () => {
    expect(await readNamed(`${PAGES}/sections.html`)).toEqual(await readNamed(`${PAGES}/sections.html`))
  })
})

describe('what is given besides the page', () => {
  const page = new TextEncoder().encode(`<!doctype html><meta name="date" content="2024-03-14"><h1>Ministers meet</h1>${PARAGRAPH}`)

  test('a given day outweighs the one of the page, and says so', async () => {
    const { article, dateClue } = await readPage(page, { source: 'a', publishedOn: '2024-03-15' })
    expect([article.publishedOn, dateClue]).toEqual(['2024-03-15', 'given'])
  })

  test('plain text is kept to the last character', async () => {
    const { article, blocks } = await readPage(new TextEncoder().encode('A line.\r\n\r\nAnother  one.\n'), { source: 'a.txt' })
    expect([article.text, blocks]).toEqual(['A line.\r\n\r\nAnother  one.\n', []])
  })
})
