import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestRoom, type TestRoom } from '../../test/reading-room.ts'
import { ROUTES } from './routes.ts'

let room: TestRoom
beforeAll(async () => {
  room = await openTestRoom()
})
afterAll(() => room.close())

/** Asks, and holds the answer against what the contract promises. */
async function check(path: string, status: number, expected: object = {}, body?: unknown, method?: string) {
  const answer = await room.askJson(path, body, method)
  expect(answer, `${path}: ${JSON.stringify(answer.body)?.slice(0, 300)}`).toMatchObject({ status, body: expected })
  const { pathname } = new URL(path, 'http://localhost')
  const route = ROUTES.find(({ plan }) => plan.method === (method ?? (body ? 'POST' : 'GET')).toLowerCase() && pattern(plan.path).test(pathname))
  if (status < 300 && route?.plan.answer) expect(() => route.plan.answer?.parse(answer.body)).not.toThrow()
  return answer.body
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
}

describe('what is asked', () => {
  test.each<[path: string, expected: object]>([
    ['/', { articles: 5, reports: 4, statements: 5 }],
    ['/articles', { total: 4, next: null }],
    ['/articles?copies=1', { total: 5 }],
    ['/articles?source=strait.example&since=2024-03-15&until=2024-03-17', { total: 1, items: [{ articleId: 3 }] }],
    ['/articles?country=OST', { total: 4 }],
    ['/articles/1', { article: { id: 1, outlet: 'strait.example' }, copies: [{ articleId: 2 }], identities: { e1: 1 }, seen: 0 }],
    [
      '/articles/5',
      {
        article: { version: 2, title: 'Asked' },
        versions: [
          { number: 1, isCurrent: false },
          { number: 2, isCurrent: true },
        ],
      },
    ],
    ['/articles/5?version=1', { article: { version: 1 }, identities: {} }],
    ['/articles/1/original', { items: [{ kind: 'paragraph', start: 0 }] }],
    ['/find?q=ferry', { items: [{ kind: 'article' }, { kind: 'statement' }, { kind: 'article' }, { kind: 'statement' }] }],
    [
      '/find?q=ferry&kind=statement&facets=1',
      { items: [{ kind: 'statement' }, { kind: 'statement' }], facets: { act: [{ value: 'say', count: 2 }] }, isCounted: true },
    ],
    ['/find?speaker=Nobody', { items: [], unknown: ['Nobody'] }],
    ['/said?name=Ilva+Brandt', { who: { id: 1 }, next: null }],
    ['/said?id=1&on=ferry', { who: { name: 'Ilva Brandt' } }],
    ['/compare?name=Ilva+Brandt&on=ferry', { total: 2, first: {}, last: { changes: [{ kind: 'negation' }] } }],
    ['/timeline?a=Ilva+Brandt&b=Radu+Keshen', { summary: { counts: { meeting: 1 } } }],
    ['/network', { nodes: [{ id: 1 }, { id: 2 }], edges: [{ from: 1, to: 2, count: 4 }], total: 1 }],
    ['/network?kind=speaks-of', { edges: [] }],
    ['/identities', { total: 3, items: [{ articles: 5 }, {}, {}] }],
    ['/identities?q=kesh', { total: 1, items: [{ name: 'Radu Keshen' }] }],
    ['/identities/1', { name: 'Ilva Brandt', byAct: [{ act: 'say', count: 4 }], met: [{ name: 'Radu Keshen', count: 4 }] }],
    ['/review/queue?kind=statement', { total: 4 }],
    ['/review/agreement', { alpha: null, facts: 0 }],
    ['/corrections', { items: [] }],
    ['/corrections.golden', { items: [] }],
    ['/sources', { items: [{ name: 'strait.example', copies: 1, articles: 4 }] }],
    ['/collections', { items: [] }],
    ['/saved', { items: [] }],
    ['/reports?a=Ilva+Brandt&b=Radu+Keshen', { title: 'Ilva Brandt and Radu Keshen' }],
    ['/reports?q=ferry', { title: '“ferry”' }],
    ['/health', { status: 'ok' }],
    ['/me', { name: 'local', isSignedIn: false }],
    ['/openapi.json', { openapi: '3.1.0' }],
  ])('%s', async (path, expected) => {
    await check(path, 200, expected)
  })

  test('pages have their twins in JSON', async () => {
    await check('/find.json?q=ferry', 200, { next: null })
    await check('/pairs.json?a=Ilva+Brandt&b=Radu+Keshen', 200, { one: { id: 1 } })
    await check('/articles/1.json', 200, { article: { id: 1 } })
    await check('/api.json', 200, { openapi: '3.1.0' })
  })

  test('streams and feeds say what they are', async () => {
    for (const [path, type] of [
      ['/exports/csv', 'text/csv'],
      ['/exports/jsonl?kind=events', 'application/x-ndjson'],
      ['/exports/csl', 'application/vnd.citationstyles.csl+json'],
      ['/metrics', 'text/plain'],
      ['/reports.html?q=ferry', 'text/html'],
      ['/reports.md?a=Ilva+Brandt&b=Radu+Keshen', 'text/markdown'],
    ] as const) {
      const response = await room.ask(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain(type)
      expect((await response.text()).length).toBeGreaterThan(100)
    }
  })
})

describe('what cannot be answered is a problem with a sentence', () => {
  test.each<[path: string, status: number, code: string]>([
    ['/nothing', 404, 'no-page'],
    ['/articles/99', 404, 'no-article'],
    ['/articles/1?version=9', 404, 'no-version'],
    ['/articles/x', 400, 'bad-request'],
    ['/identities/99', 404, 'no-identity'],
    ['/collections/none', 404, 'no-collection'],
    ['/saved/none.atom', 404, 'no-search'],
    ['/find?limit=0', 400, 'bad-request'],
    ['/find?since=yesterday', 400, 'bad-request'],
    ['/find?since=2024-02-01&until=2024-01-01', 400, 'bad-period'],
    ['/find?q=-ferry', 400, 'bad-search'],
    ['/find?kind=rumour', 400, 'bad-request'],
    ['/find?cursor=zzz', 400, 'bad-cursor'],
    ['/articles?cursor=zzz', 400, 'bad-cursor'],
    ['/identities?cursor=zzz', 400, 'bad-cursor'],
    ['/review/queue?cursor=zzz', 400, 'bad-cursor'],
    ['/said', 400, 'bad-request'],
    ['/reports', 400, 'bad-request'],
    ['/exports/parquet', 400, 'bad-request'],
    ['/exports/plover?kind=events', 400, 'kind-given'],
  ])('%s: %i %s', async (path, status, code) => {
    await check(path, status, { status, code, type: `urn:readout:${code}`, detail: expect.stringMatching(/[.”]$/) })
  })

  test('with its own type of content', async () => {
    expect((await room.ask('/nothing')).headers.get('content-type')).toBe('application/problem+json')
  })

  test('the method that cannot be done is told apart from what is not there', async () => {
    await check('/find', 405, { code: 'no-method' }, {}, 'POST')
  })
})

test('pages put together are the list without pages', async () => {
  for (const path of ['/articles?copies=1', '/find?q=ferry+OR+trade', '/identities', '/said?id=1', '/review/queue', '/timeline?a=Ilva+Brandt&b=Radu+Keshen']) {
    const whole = (await room.askJson(`${path}${path.includes('?') ? '&' : '?'}limit=200`)).body.items
    const parts: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await room.askJson(`${path}${path.includes('?') ? '&' : '?'}limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      parts.push(...body.items)
      cursor = body.next
    }
    expect(parts).toEqual(whole)
    expect(whole.length).toBeGreaterThan(0)
  }
})

describe('what was sent before', () => {
  test.each(['/articles/1', '/find?q=ferry', '/identities/1', '/openapi.json'])('%s is not sent again', async (path) => {
    const first = await room.ask(path)
    const etag = first.headers.get('etag') as string
    expect(etag).toMatch(/^"/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) expect((await room.ask(path, { headers: { 'if-none-match': known } })).status).toBe(304)
    expect((await room.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('is packed where the asker unpacks', async () => {
    for (const path of ['/articles/1', '/find?q=ferry', '/exports/csv']) {
      const response = await room.ask(path, { headers: { 'accept-encoding': 'gzip' } })
      expect(response.headers.get('content-encoding')).toBe('gzip')
      const plain = await room.ask(path)
      expect(plain.headers.get('content-encoding')).toBeNull()
      const unpacked = await new Response(response.body?.pipeThrough(new DecompressionStream('gzip'))).text()
      expect(unpacked).toBe(await plain.text())
    }
  })
})

describe('what is changed', () => {
  test('a correction is folded in, a late one refused, an undo restores', async () => {
    const before = await check('/articles/3', 200)
    const [statement] = before.record.statements
    const draft = { article: 3, factKind: 'statement', factKey: statement.factKey, action: 'reject', seen: before.seen }
    const made = await check('/corrections', 201, { action: 'reject', who: 'local' }, draft)
    await check('/corrections', 409, { code: 'correction-conflict' }, { ...draft, action: 'accept' })
    const after = await check('/articles/3', 200, { record: { statements: [] }, rejected: [{ factKey: statement.factKey }], seen: made.id })
    expect(after.corrections).toHaveLength(1)
    await check(`/corrections/${made.id}/undo`, 201, { action: 'undo', undoes: made.id }, {})
    await check('/articles/3', 200, { record: { statements: [{ factKey: statement.factKey, decision: null }] } })
    await check('/corrections?article=3', 200, { items: [{ id: made.id }, { undoes: made.id }] })
    await check('/corrections', 400, { code: 'bad-correction' }, { ...draft, action: 'correct', fields: { act: 'sing' }, seen: 99 })
    await check('/corrections', 404, { code: 'no-article' }, { ...draft, article: 99 })
  })

  test('people are merged, split, and put back', async () => {
    const { decisionId } = await check('/identities/1/merge', 200, {}, { other: 2 })
    await check('/identities/2', 404)
    await check('/identities/1', 200, { decisions: [{ id: decisionId, kind: 'merge' }] })
    await check(`/decisions/${decisionId}/undo`, 200, {}, {})
    await check('/identities/2', 200, { name: 'Radu Keshen' })
    const split = await check('/identities/1/split', 200, {}, { articles: [3] })
    await check(`/decisions/${split.decisionId}/undo`, 200, {}, {})
    await check('/identities/1/merge', 409, { code: 'same-identity' }, { other: 1 })
    await check('/identities/1/split', 409, { code: 'all-split' }, { articles: [1, 2, 3, 4, 5] })
    await check('/decisions/999/undo', 404, { code: 'no-decision' }, {})
  })

  test('a collection holds articles and facts as they stand', async () => {
    await check('/collections', 201, { slug: 'ferry-talks-2024', title: 'Ferry talks: 2024!' }, { title: 'Ferry talks: 2024!' })
    await check('/collections', 201, { slug: 'ferry-talks-2024-2' }, { title: 'Ferry talks 2024' })
    const { items } = await check('/find?q=ferry&kind=statement', 200)
    await check('/collections/ferry-talks-2024/items', 201, { count: 1 }, { article: items[0].article.articleId, factKey: items[0].key, note: 'the first' })
    await check('/collections/ferry-talks-2024/items', 201, { items: [{ fact: { key: items[0].key } }, { kind: 'article', fact: null }] }, { article: 1 })
    await check('/collections/ferry-talks-2024/items', 404, { code: 'no-fact' }, { article: 1, factKey: '0123456789ab' })
    expect((await room.ask('/collections/ferry-talks-2024/items/1', { method: 'DELETE' })).status).toBe(204)
    await check('/collections/ferry-talks-2024', 200, { isArchived: true, count: 1 }, { isArchived: true }, 'PATCH')
  })

  test('a saved search is a feed', async () => {
    await check('/saved', 201, { slug: 'ferries' }, { title: 'Ferries', query: { q: 'ferry', kind: 'statement' } })
    const atom = await room.ask('/saved/ferries.atom')
    expect(atom.headers.get('content-type')).toContain('application/atom+xml')
    expect(await atom.text()).toContain('<title>Ilva Brandt said</title>')
    await check('/saved/ferries.json', 200, { title: 'Ferries', items: [{ title: 'Ilva Brandt said' }, {}] })
    await check('/saved', 400, { code: 'bad-request' }, { title: 'Bad', query: { since: 'yesterday' } })
    await check('/saved', 400, { code: 'bad-request' }, { title: 'Bad', query: { nothing: 'x' } })
    expect((await room.ask('/saved/ferries', { method: 'DELETE' })).status).toBe(204)
  })

  test('a source is set', async () => {
    await check('/sources/1', 200, { items: [{ keepDays: 90, mayExportText: false }] }, { keepDays: 90, mayExportText: false }, 'PATCH')
    await check('/sources/9', 404, { code: 'no-source' }, { keepDays: null }, 'PATCH')
    await check('/sources/9/retry', 404, { code: 'no-source' }, {})
    expect(await (await room.ask('/exports/jsonl?copies=1')).text()).not.toContain('An aide waited')
  })
})
