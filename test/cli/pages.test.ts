import { describe, expect, test } from 'vitest'
import { runReadout } from '../run-readout.ts'

describe('pages and papers on the command line', () => {
  test('text writes the article of a page, known by its content', async () => {
    const { readFile } = await import('node:fs/promises')
    const { code, out } = await runReadout(['text', '-'], await readFile('fixtures/pages/captions.html'))
    expect(code).toBe(0)
    expect(out).toMatch(/^Ostria’s parliament voted/)
    expect(out).not.toMatch(/Photograph/)
  })

  test('read takes title, publisher, authors and day from the page; --date outweighs it', async () => {
    const { code, out } = await runReadout(['read', 'fixtures/pages/article-element.html', '--format', 'json', '--date', '2024-03-15'])
    expect(code).toBe(0)
    const { article, statements } = JSON.parse(out)
    expect(article).toMatchObject({
      source: 'fixtures/pages/article-element.html',
      title: 'Belmora and Varland to reopen the bridge at Lesk',
      publisher: 'The Belmora Post',
      authors: ['Ina Marsk', 'Tom Verel'],
      publishedOn: '2024-03-15',
    })
    expect(statements.length).toBeGreaterThan(0)
  })

  test('a paper that holds only pictures is told', async () => {
    const { out } = await runReadout(['read', 'fixtures/documents/scan.pdf', '--format', 'json'])
    expect(JSON.parse(out).notices.map((notice: { code: string }) => notice.code)).toContain('paper-pictures')
  })
})
