import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { closePages, readPage } from './pages.ts'
import { dropRunningLines, joinLines, type PaperLine } from './paper-lines.ts'

const FOLDER = 'fixtures/documents'
const read = (name: string, cut?: number) => readPage(readFileSync(`${FOLDER}/${name}`).subarray(0, cut), { source: name })
const codes = ({ notices }: { notices: readonly { code: string }[] }) => notices.map(({ code }) => code)

afterAll(closePages)

describe('papers', () => {
  test.each(['communique.pdf', 'columns.pdf'])('%s: paragraphs whole, heads and feet of pages left out, words healed', async (name) => {
    const { article, dateClue } = await read(name)
    const paragraphs = article.text.split('\n\n')
    expect(paragraphs).toHaveLength(11)
    expect(paragraphs[0]).toBe('Joint communiqué of Belmora and Varland')
    expect(paragraphs[2]).toMatch(/^The foreign ministers of Belmora and Varland met .* frank and constructive spirit, and lasted for nearly six hours\.$/)
    expect(article.text).not.toMatch(/Page \d|Ministry of Foreign Affairs of Belmora|\u2010/)
    expect([article.title, article.publishedOn, dateClue]).toEqual(['Joint communiqué of Belmora and Varland', '2024-03-14', 'byline'])
  })

  test('blocks name the page, and read as the text', async () => {
    const { article, blocks } = await read('communique.pdf')
    expect(blocks.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2])
    expect(blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n\n')).toBe(article.text)
  })

  test('a DOCX: headings, lists and rows, what its properties tell', async () => {
    const { article, dateClue, blocks } = await read('statement.docx')
    expect(article.text).toContain('\n\nthe common tariff,\n\nthe sharing of river water,\n\n')
    expect(article.text).toContain('\n\nBelmora 410 455\n\n')
    expect([article.title, article.authors, article.publishedOn, dateClue]).toEqual([
      'Statement on the talks of Belmora and Varland',
      ['Mara Venn'],
      '2024-05-02',
      'byline',
    ])
    expect(blocks.every(({ page, element }) => page === null && element === null)).toBe(true)
  })

  test.each<[string, number | undefined, string]>([
    ['scan.pdf', undefined, 'paper-pictures'],
    ['locked.pdf', undefined, 'paper-locked'],
    ['communique.pdf', 9_000, 'paper-damaged'],
    ['statement.docx', 1_500, 'paper-damaged'],
  ])('%s, %s bytes: %s', async (name, cut, code) => {
    const found = await read(name, cut)
    expect([codes(found), found.article.text]).toEqual([[code], ''])
  })
})

const line = (text: string, row: number, more: Partial<PaperLine> = {}): PaperLine => ({
  text,
  page: 1,
  x: 50,
  end: 350,
  y: 700 - row * 14,
  size: 11,
  height: 800,
  ...more,
})
const join = (lines: PaperLine[]) => joinLines(lines).map(({ pieces }) => pieces.map(({ text }) => text).join(''))

describe('lines of papers', () => {
  test.each<[string, PaperLine[], string[]]>([
    ['a word parted at the end of a line', [line('The minis-', 0), line('ters met.', 1)], ['The ministers met.']],
    [
      'a hyphen that the paper writes elsewhere stays',
      [line('A cease-fire, then the cease-', 0), line('fire ended.', 1)],
      ['A cease-fire, then the cease-fire ended.'],
    ],
    ['a compound that English hyphens', [line('A long-', 0), line('term plan.', 1)], ['A long-term plan.']],
    ['a name goes on with its capital', [line('In Lesk-', 0), line('North they met.', 1)], ['In Lesk- North they met.']],
    [
      'a short line that ends its sentence',
      [line('They met.', 0, { end: 120 }), line('Later they left, and nobody followed.', 1)],
      ['They met.', 'Later they left, and nobody followed.'],
    ],
    ['a sentence goes on over the page', [line('They met in', 0), line('the town hall.', 0, { page: 2 })], ['They met in the town hall.']],
    ['a list', [line('They want', 0, { end: 120 }), line('• peace', 1, { end: 120 }), line('• trade', 2, { end: 120 })], ['They want', '• peace', '• trade']],
  ])('%s', (_, lines, expected) => {
    expect(join(lines)).toEqual(expected)
  })

  test('what comes again at the edge of pages is left out, a lone line there is not', () => {
    const head = (page: number) => line(`Ministry – ${page}`, 0, { page, y: 780 })
    const kept = dropRunningLines([
      head(1),
      line('A lone line at the head', 0, { y: 770 }),
      line('Text', 3),
      line('3', 0, { y: 20 }),
      head(2),
      line('More', 3, { page: 2 }),
    ])
    expect(kept.map(({ text }) => text)).toEqual(['A lone line at the head', 'Text', 'More'])
  })
})
