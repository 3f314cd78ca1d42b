import { expect, test } from 'vitest'
import { serve } from '../loopback.ts'
import { runReadout } from '../run-readout.ts'

const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2024-03-14T10:00:00Z"></head><body><article><h1>${title}</h1>
   ${'<p>Prime Minister Arvo Lind of Belmora said on Wednesday that the harbour would open by June. “We will keep our word,” he told reporters in the capital.</p>'.repeat(3)}
   </article></body></html>`

test('an address on this machine is refused, with the way to allow it', async () => {
  const { origin, asked } = await serve({ '/a': page('Harbour') })
  const { code, out, err } = await runReadout(['read', `${origin}/a`])
  expect([code, out, asked]).toEqual([2, '', []])
  expect(err).toContain('--allow-private')
})

test('a page by its address, and a feed whose broken item is told', async () => {
  const feed = '<rss version="2.0"><channel><title>Post</title><item><link>/a</link></item><item><link>/none</link></item></channel></rss>'
  const { origin } = await serve({
    '/a': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page('Harbour')),
    '/feed': feed,
  })
  const one = await runReadout(['read', `${origin}/a`, '--allow-private', '--format', 'json'])
  expect([one.code, one.err]).toEqual([0, ''])
  const { article } = JSON.parse(one.out)
  expect(article).toMatchObject({ source: `${origin}/a`, title: 'Harbour', publishedOn: '2024-03-14' })
  expect(article.text).toContain('“We will keep our word,”')
  const many = await runReadout(['read', `${origin}/feed`, '--allow-private', '--format', 'jsonl'])
  expect([many.code, many.out.trim().split('\n').length]).toEqual([2, 1])
  expect(many.err).toContain('404')
})
