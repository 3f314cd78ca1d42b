import { describe, expect, test } from 'vitest'
import { decodeMarkup } from './charset.ts'
import { readFeed, readOpml } from './feeds.ts'
import { readInstant } from './instants.ts'
import { readSitemap } from './sitemaps.ts'

const FEED = 'https://lund.example/feed.xml'
const WHOLE = `<p>${'Arvo Lind spoke of the harbour for an hour. '.repeat(30)}</p>`

describe('feeds', () => {
  const check = (name: string, text: string, expected: Record<string, unknown>) =>
    test(name, () => expect(readFeed(text, FEED).items[0]).toMatchObject({ publisher: 'Lund & Vale', ...expected }))
  check(
    'RSS 2.0',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
     <title>Lund &amp; Vale</title><item><title>Lind &lt;b&gt;speaks&lt;/b&gt;&nbsp;now</title><link>/a?b=1&amp;c=2</link><guid isPermaLink="false">n1</guid>
     <pubDate>Thu, 14 Mar 2024 23:30:00 +0900</pubDate><dc:creator>Ada Vale</dc:creator><content:encoded><![CDATA[${WHOLE}]]></content:encoded></item></channel></rss>`,
    {
      key: 'n1',
      address: 'https://lund.example/a?b=1&c=2',
      title: 'Lind speaks now',
      publishedAt: '2024-03-14T23:30:00+09:00',
      authors: ['Ada Vale'],
      fullText: WHOLE,
    },
  )
  check(
    'a teaser is no whole text',
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lund &amp; Vale</title><item><link>https://lund.example/1</link>
     <content:encoded><![CDATA[${WHOLE}<p>Read more</p>]]></content:encoded></item></channel></rss>`,
    { fullText: null, key: 'https://lund.example/1' },
  )
  check(
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lund &amp; Vale</title><entry><id>urn:1</id><title>Vale</title><link rel="self" href="/self"/><link href="/1"/>
     <published>2024-03-14T10:00:00Z</published><updated>2024-03-15T10:00:00Z</updated><author><name>Ada Vale</name></author>
     <content type="html">${WHOLE.replaceAll('<', '&lt;')}</content></entry></feed>`,
    {
      key: 'urn:1',
      address: 'https://lund.example/1',
      publishedAt: '2024-03-14T10:00:00Z',
      updatedAt: '2024-03-15T10:00:00Z',
      authors: ['Ada Vale'],
      fullText: WHOLE,
    },
  )
  check(
    'RDF (RSS 1.0)',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
     <channel rdf:about="/"><title>Lund &amp; Vale</title></channel><item rdf:about="https://lund.example/1"><title>Vale</title><link>https://lund.example/1</link>
     <dc:date>2024-03-14</dc:date></item></rdf:RDF>`,
    { key: 'https://lund.example/1', address: 'https://lund.example/1', publishedAt: '2024-03-14' },
  )
  check(
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Lund & Vale',
      language: 'en',
      items: [{ id: 'n1', url: '/1', content_text: WHOLE, authors: [{ name: 'Ada Vale' }], date_published: '2024-03-14T10:00:00+02:00' }],
    }),
    { key: 'n1', address: 'https://lund.example/1', language: 'en', publishedAt: '2024-03-14T10:00:00+02:00', authors: ['Ada Vale'], fullText: WHOLE },
  )

  test('a guid is the address where it is one and there is no other', () => {
    const guids = ['https://lund.example/1', 'n2'].map((guid) => `<item><guid>${guid}</guid><content:encoded><![CDATA[${WHOLE}]]></content:encoded></item>`)
    const { items } = readFeed(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${guids.join('')}</channel></rss>`, FEED)
    expect(items.map(({ key, address }) => [key, address])).toEqual([
      ['https://lund.example/1', 'https://lund.example/1'],
      ['n2', null],
    ])
  })
  test('items that are told twice, or without address and text, are counted', () => {
    const item = '<item><link>https://lund.example/1</link></item>'
    const { items, remarks } = readFeed(`<rss version="2.0"><channel><title>L</title>${item}${item}<item><title>Vale</title></item></channel></rss>`, FEED)
    expect([items.length, remarks]).toEqual([1, ['Items of the feed with neither an address nor a text: 1.', 'Items of the feed told twice: 1.']])
  })
  test('how often it wishes to be read', () => {
    expect(readFeed('<rss version="2.0"><channel><title>L</title><ttl>30</ttl></channel></rss>', FEED).intervalMs).toBe(1_800_000)
  })
  test('a billion laughs are not laughed', () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const began = Date.now()
    const bomb = `<!DOCTYPE rss [<!ENTITY l0 "ha">${entities}]><rss version="2.0"><channel><title>&l9;</title><item><title>&l9;</title><link>/1</link></item></channel></rss>`
    const { items } = readFeed(bomb, FEED)
    expect(items[0]?.title).toBe('&l9;')
    expect(Date.now() - began).toBeLessThan(500)
  })
  for (const [name, text] of [
    ['a page', '<!doctype html><title>Lund</title>'],
    ['cut short', '<rss version="2.0"><channel><title>L</title><item><title>Vale'],
    ['nothing', ''],
    ['nested without end', `<rss version="2.0"><channel>${'<item><a>'.repeat(20_000)}`],
  ] as const)
    test(`no feed: ${name}`, () => expect(() => readFeed(text, FEED)).toThrow(expect.objectContaining({ code: 'feed-malformed' })))

  test('OPML, groups within groups', () => {
    const opml = `<opml version="2.0"><head/><body><outline text="Press"><outline text="Belmora"><outline text="L" type="rss" xmlUrl="https://lund.example/f"/></outline></outline>
      <outline text="V" xmlUrl="https://vale.example/f"/><outline text="again" xmlUrl="https://lund.example/f"/></body></opml>`
    expect(readOpml(opml, null)).toEqual(['https://lund.example/f', 'https://vale.example/f'])
  })
})

describe('sitemaps', () => {
  test('pages, with what the news extension tells', () => {
    const sitemap = readSitemap(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://lund.example/1?a=1&amp;b=2</loc>
       <lastmod>2024-03-15</lastmod><news:news><news:publication><news:name>Lund Post</news:name><news:language>en</news:language></news:publication>
       <news:publication_date>2024-03-14T10:00:00Z</news:publication_date><news:title>Lind &#8220;speaks&#8221;</news:title></news:news></url><url/></urlset>`,
      null,
    )
    const address = 'https://lund.example/1?a=1&b=2'
    const told = { title: 'Lind “speaks”', publishedAt: '2024-03-14T10:00:00Z', updatedAt: '2024-03-15', publisher: 'Lund Post', language: 'en' }
    expect(sitemap).toMatchObject({ kind: 'pages', items: [{ key: address, address, ...told }], remarks: [expect.stringContaining('without an address')] })
  })
  test('an index', () => {
    const text = '<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2024-03-15</lastmod></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>'
    const told = [
      ['https://lund.example/s1.xml', '2024-03-15'],
      ['https://lund.example/s2.xml', null],
    ]
    expect(readSitemap(text, 'https://lund.example/')).toEqual({
      kind: 'index',
      sitemaps: told.map(([address, changedAt]) => ({ address, changedAt })),
      remarks: [],
    })
  })
  test('one that breaks off is told', () => {
    const cut = '<urlset><url><loc>https://lund.example/1</loc></url><url><loc>https://lu'
    expect(readSitemap(cut, null).remarks).toContain('The sitemap breaks off: what stood before was read.')
  })
  for (const text of ['<rss/>', '', '<!DOCTYPE x [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>'])
    test(`no sitemap: ${text.slice(0, 20)}`, () => expect(() => readSitemap(text, null)).toThrow(expect.objectContaining({ code: 'sitemap-malformed' })))
})

describe('instants', () => {
  const now = Date.UTC(2024, 5, 1)
  const check = (told: string | null, expected: string | null) => test(String(told), () => expect(readInstant(told, now)).toBe(expected))
  check('Thu, 14 Mar 2024 23:30:00 +0900', '2024-03-14T23:30:00+09:00')
  check('Thu, 14 Mar 2024 23:30:00 GMT', '2024-03-14T23:30:00Z')
  check('Thu, 14 Mar 2024 23:30:00 EST', '2024-03-15T04:30:00Z')
  check('14 Mar 2024 23:30', '2024-03-14T23:30:00Z')
  check('2024-03-14T23:30:00-03:30', '2024-03-14T23:30:00-03:30')
  check('2024-03-14T23:30:00.500Z', '2024-03-14T23:30:00.500Z')
  check('2024-03-14T23:30:00', '2024-03-14T23:30:00Z')
  check('2024-03-14', '2024-03-14')
  check('2024-02-31', null)
  check('2025-01-01', null)
  check('Thu, 01 Jan 1970 00:00:00 GMT', null)
  check('soon', null)
  check('', null)
  check(null, null)
})

describe('charsets', () => {
  const check = (name: string, bytes: number[] | string, contentType: string | null, expected: string) =>
    test(name, () => expect(decodeMarkup(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes), contentType)).toBe(expected))
  const latin = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0))
  check('UTF-8 that is declared to be another', 'Müller', 'text/xml; charset=iso-8859-1', 'Müller')
  check('another that is declared to be UTF-8', latin('Müller'), 'text/xml; charset=utf-8', 'Müller')
  check('the XML declaration', latin('<?xml version="1.0" encoding="iso-8859-2"?>\u00b3'), null, '<?xml version="1.0" encoding="iso-8859-2"?>ł')
  check('UTF-16 by its mark', [0xff, 0xfe, 0x4c, 0], null, 'L')
  check('a charset that nobody knows', latin('Müller'), 'text/xml; charset=lund', 'Müller')
})
