import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../test/loopback.ts'
import { readPageStub } from '../../test/stub-page.ts'
import type { Incoming } from '../document/incoming.ts'
import { type Means, type Taken, takeIn } from './intake.ts'

const SHORT = { fetchTotalMs: 400, fetchConnectMs: 300, fetchRetryMs: 10, fetchRetries: 1, hostPauseMs: 5, fetchBytes: 200_000, fetchExpandedBytes: 500_000 }
const MEANS: Means = { readPage: readPageStub, allowPrivate: true, limits: SHORT }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-intake-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

async function takeAll(target: string, means: Partial<Means> = {}): Promise<Taken[]> {
  const found: Taken[] = []
  for await (const taken of takeIn(target, { ...MEANS, ...means })) found.push(taken)
  return found
}

/** [key, text], [key, code of the failure] or [key, remark]. */
const tell = (found: Taken[]) =>
  found.map((one) => [one.key, 'incoming' in one ? one.incoming.article.text : 'failure' in one ? one.failure.code : one.remark.replace(/\d+/g, 'N')])

const incomingOf = (taken: Taken | undefined): Incoming => (taken && 'incoming' in taken ? taken.incoming : expect.unreachable(JSON.stringify(taken)))

describe('files', () => {
  test('a page, a text, a packed text', async () => {
    const page = await write('a.html', '<title>Lind</title><p>Lind spoke.</p>')
    expect(tell(await takeAll(page))).toEqual([[page, 'Lind spoke.']])
    expect(tell(await takeAll(await write('a.txt', '[Lind] spoke.')))[0]?.[1]).toBe('[Lind] spoke.')
    expect(tell(await takeAll(await write('b.txt.gz', gzipSync('Lind spoke.'))))[0]?.[1]).toBe('Lind spoke.')
  })
  test('lines of JSON: each stands or fails alone', async () => {
    const full = { id: 'n1', text: 'Lind spoke.', date: '2024-03-14T10:00:00Z', title: 'Lind', url: 'https://lund.example/1', publisher: 'Lund Post' }
    const lines = [JSON.stringify({ ...full, authors: ['Ada Vale'], language: 'en-GB' }), '{"text":', '', '{"id":"n3"}', '{"text":"Vale left."}']
    const found = await takeAll(await write('a.jsonl', lines.join('\n')))
    expect(tell(found)).toEqual([
      ['line 1', 'Lind spoke.'],
      ['line 2', 'entry-malformed'],
      ['line 4', 'entry-malformed'],
      ['line 5', 'Vale left.'],
    ])
    expect(incomingOf(found[0])).toMatchObject({
      article: { source: 'n1', title: 'Lind', publisher: 'Lund Post', authors: ['Ada Vale'], publishedOn: '2024-03-14' },
      address: 'https://lund.example/1',
      language: 'en',
      publishedAt: '2024-03-14T10:00:00Z',
      dateClue: 'given',
    })
  })
  test('a line without end is told and passed over', async () => {
    const path = await write('long.jsonl', `{"text":"a"}\n{"text":"${'x'.repeat(5000)}"}\n{"text":"b"}`)
    expect(tell(await takeAll(path, { limits: { ...SHORT, lineBytes: 1000 } }))).toEqual([
      ['line 1', 'a'],
      ['line 2', 'entry-malformed'],
      ['line 3', 'b'],
    ])
  })
  test('a packed file that breaks off gives what stood before', async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, n) => `{"text":"Report ${n * 7919}"}`).join('\n'))
    const found = await takeAll(await write('cut.jsonl.gz', packed.subarray(0, packed.length - 5000)))
    expect(found.length).toBeGreaterThan(100)
    expect(found.at(-1)).toMatchObject({ failure: { code: 'archive-damaged' } })
  })
  test('a table', async () => {
    const rows = 'Title,Text,Date\nLind,"Lind ""spoke"",\nthen left.",2024-03-14\nVale,Vale left.,soon\n'
    const found = await takeAll(await write('a.csv', rows))
    expect(tell(found)).toEqual([
      ['line 3', 'Lind "spoke",\nthen left.'],
      ['line 4', 'Vale left.'],
    ])
    expect(incomingOf(found[0]).article).toMatchObject({ title: 'Lind', publishedOn: '2024-03-14' })
    expect(incomingOf(found[1]).notices[0]?.code).toBe('bad-date')
  })
  test('ninjs, versions 1 and 3', async () => {
    const one = {
      uri: 'urn:n1',
      headline: 'Lind speaks',
      body_text: 'Lind spoke.',
      byline: 'By Ada Vale and Jon Brant',
      versioncreated: '2024-03-14T10:00:00Z',
    }
    const three = {
      uri: 'https://lund.example/n3',
      standard: { name: 'ninjs', version: '3.0' },
      headlines: [{ role: 'main', value: 'Vale leaves' }],
      bodies: [
        { contentType: 'text/plain', value: 'Vale' },
        { contentType: 'application/xhtml+xml', value: '<p>Vale left.</p>' },
      ],
      firstCreated: '2024-03-13T10:00:00Z',
      versionCreated: '2024-03-14T10:00:00Z',
    }
    const found = await takeAll(await write('a.json', JSON.stringify([one, three, { uri: 'urn:n4' }])))
    expect(tell(found)).toEqual([
      ['item 1', 'Lind spoke.'],
      ['item 2', 'Vale left.'],
      ['item 3', 'entry-malformed'],
    ])
    expect(incomingOf(found[0]).article).toMatchObject({
      source: 'urn:n1',
      title: 'Lind speaks',
      authors: ['Ada Vale', 'Jon Brant'],
      publishedOn: '2024-03-14',
    })
    expect(incomingOf(found[1])).toMatchObject({ address: three.uri, publishedAt: three.firstCreated, updatedAt: three.versionCreated })
    expect(incomingOf(found[1]).blocks[0]?.element).toBeNull()
  })
  test('an archive', async () => {
    const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Lind spoke.</p>'
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\nWARC-Target-URI: https://lund.example/a\r\nWARC-Date: 2024-03-14T10:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n`
    const found = await takeAll(await write('a.warc.gz', gzipSync(`${head}${http}\r\n\r\n`)))
    expect(tell(found)).toEqual([['urn:a', 'Lind spoke.']])
    expect(incomingOf(found[0])).toMatchObject({ address: 'https://lund.example/a', publishedAt: '2024-03-14T10:00:00Z', dateClue: 'archive' })
  })
  test('what is not read is told with what to do', async () => {
    expect(tell(await takeAll(await write('a.wacz', 'PK\u0003\u0004')))[0]?.[1]).toBe('intake-wacz')
    expect(tell(await takeAll(await write('a.xml', '<?xml version="1.0"?><newsItem/>')))[0]?.[1]).toBe('intake-newsml')
    expect(tell(await takeAll(join(folder, 'none.txt')))).toEqual([[join(folder, 'none.txt'), 'file-missing']])
  })
})

describe('a folder', () => {
  test('its files in the order of their names, links and lists left out, items known before passed over', async () => {
    await write('press/b.txt', 'Vale left.')
    await write('press/a/c.jsonl', '{"text":"one"}\n{"text":"two"}')
    await write('press/d.opml', '<opml version="2.0"><body/></opml>')
    await write('press/.hidden', 'x')
    await symlink(join(folder, 'press'), join(folder, 'press', 'round'))
    const press = join(folder, 'press')
    const told = [
      ['a/c.jsonl#line 1', 'one'],
      ['a/c.jsonl#line 2', 'two'],
      ['b.txt', 'Vale left.'],
      ['d.opml', '“d.opml” lists addresses (opml): name it by itself to fetch them.'],
      [press, expect.stringContaining('Links and devices')],
    ]
    expect(tell(await takeAll(press))).toEqual(told)
    const known = new Set(['a/c.jsonl#line 1', 'b.txt'])
    expect(tell(await takeAll(press, { known: (key) => known.has(key) }))).toEqual([told[1], told[3], told[4]])
  })
})

describe('addresses', () => {
  const whole = `<p>${'Lind spoke of the harbour for an hour. '.repeat(30)}</p>`
  const item = (link: string, rest = '') => `<item><link>${link}</link>${rest}</item>`
  const rss = (...items: string[]) =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>${items.join('')}</channel></rss>`

  test('a page', async () => {
    const { origin } = await serve({ '/a': '<p>Lind spoke.</p>' })
    const found = await takeAll(`${origin}/a`)
    expect(tell(found)).toEqual([[`${origin}/a`, 'Lind spoke.']])
    expect(incomingOf(found[0]).address).toBe(`${origin}/a`)
  })
  test('without leave, nothing is fetched from this machine', async () => {
    const { origin, asked } = await serve({ '/a': 'secret' })
    expect(tell(await takeAll(`${origin}/a`, { allowPrivate: false }))).toEqual([[`${origin}/a`, 'fetch-refused-address']])
    expect(asked).toEqual([])
  })
  test('a feed: whole texts from it, other articles from their pages, whose own date goes first', async () => {
    const { origin, asked } = await serve({
      '/feed': rss(
        item('/1', `<guid>n1</guid><title>Lind</title><pubDate>Thu, 14 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[${whole}]]></content:encoded>`),
        item('/2', '<pubDate>Thu, 14 Mar 2024 10:00:00 GMT</pubDate>'),
        item('/3', '<pubDate>Thu, 14 Mar 2024 10:00:00 GMT</pubDate>'),
        item('/none'),
        item('http://169.254.169.254/latest/meta-data'),
      ),
      '/2': '<title>Two</title>Vale left.',
      '/3': 'Vale came. told=2024-03-13',
    })
    const found = await takeAll(`${origin}/feed`)
    expect(tell(found).map(([key, told]) => [key, told?.slice(0, 21)])).toEqual([
      ['n1', 'Lind spoke of the har'],
      [`${origin}/2`, 'Vale left.'],
      [`${origin}/3`, 'Vale came. told=2024-'],
      [`${origin}/none`, 'fetch-status'],
      ['http://169.254.169.254/latest/meta-data', 'fetch-refused-address'],
    ])
    expect(asked).not.toContain('/1')
    expect(incomingOf(found[0])).toMatchObject({ article: { title: 'Lind', publishedOn: '2024-03-14' }, dateClue: 'feed', blocks: [{ element: null }] })
    expect(incomingOf(found[1])).toMatchObject({ article: { title: 'Two', publishedOn: '2024-03-14' }, dateClue: 'feed' })
    expect(incomingOf(found[2])).toMatchObject({ article: { publishedOn: '2024-03-13' }, dateClue: 'meta' })
  })
  test('OPML: a feed that fails does not stop the others', async () => {
    const good = await serve({ '/feed': rss(item('/1', '<guid>n1</guid>')), '/1': 'Lind spoke.' })
    const bad = await serve({ '/feed': '<html>' })
    const outlines = [`${bad.origin}/feed`, `${good.origin}/feed`, `${bad.origin}/none`].map((feed) => `<outline xmlUrl="${feed}"/>`)
    expect(tell(await takeAll(await write('feeds.opml', `<opml version="2.0"><body>${outlines.join('')}</body></opml>`)))).toEqual([
      [`${bad.origin}/feed`, 'feed-malformed'],
      [`${good.origin}/feed#n1`, 'Lind spoke.'],
      [`${bad.origin}/none`, 'fetch-status'],
    ])
  })
  test('a list of addresses, and rows of GDELT', async () => {
    const { origin } = await serve({ '/1': 'Lind spoke.', '/2': 'Vale left.' })
    const list = await write('list.txt', `# of today\n${origin}/1\n\n${origin}/2\n${origin}/1\n`)
    expect(tell(await takeAll(list))).toEqual([
      [`${origin}/1`, 'Lind spoke.'],
      [`${origin}/2`, 'Vale left.'],
      [list, 'Lines that repeat an address: N.'],
    ])
    expect(tell(await takeAll(await write('rows.csv', `1\t20240314\tBEL\t${origin}/1\n2\t20240314\tVAR\t${origin}/2\n`)))).toHaveLength(2)
  })
  test('sitemaps: an index that points at itself, packed ones, one that fails, those of before', async () => {
    const url = (path: string, day: string) => `<url><loc>${path}</loc><lastmod>${day}</lastmod></url>`
    const { origin, asked } = await serve({
      '/index.xml':
        '<sitemapindex><sitemap><loc>/index.xml</loc></sitemap><sitemap><loc>/a.xml.gz</loc></sitemap><sitemap><loc>/none.xml</loc></sitemap><sitemap><loc>/b.xml</loc><lastmod>2023-01-01</lastmod></sitemap></sitemapindex>',
      '/a.xml.gz': (_, response) => response.end(gzipSync(`<urlset>${url('/1', '2024-03-14')}${url('/2', '2024-03-01')}</urlset>`)),
      '/1': 'Lind spoke.',
    })
    const found = tell(await takeAll(`${origin}/index.xml`, { since: '2024-03-10' }))
    expect(found.map(([, told]) => told?.slice(0, 18))).toEqual(['Sitemaps listed an', 'Lind spoke.', 'Items from before ', 'fetch-status'])
    expect(asked.filter((path) => path === '/index.xml')).toHaveLength(1)
    expect(asked).not.toContain('/b.xml')
  })
  test('sitemaps without end', async () => {
    const { origin, asked } = await serve(
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/${n}.xml`, `<sitemapindex><sitemap><loc>/${n + 1}.xml</loc></sitemap></sitemapindex>`])),
    )
    expect(tell(await takeAll(`${origin}/0.xml`)).at(-1)?.[1]).toContain('levels deep')
    expect(asked.filter((path) => path.endsWith('.xml'))).toHaveLength(4)
  })
  test('stopping ends all that is under way', async () => {
    const { origin } = await serve({
      '/feed': rss(...Array.from({ length: 40 }, (_, n) => item(`/${n}`))),
      '/0': 'Lind spoke.',
      '/1': (_, response) => response.flushHeaders(),
    })
    const stop = new AbortController()
    const found: Taken[] = []
    const began = Date.now()
    for await (const taken of takeIn(`${origin}/feed`, { ...MEANS, signal: stop.signal, limits: { ...SHORT, fetchTotalMs: 20_000 } })) {
      found.push(taken)
      setTimeout(() => stop.abort(), 50)
    }
    expect(found.map(({ key }) => key)).toEqual([`${origin}/0`])
    expect(Date.now() - began).toBeLessThan(1000)
  })
})
