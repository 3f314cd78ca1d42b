import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestStore, openTestRoom, type TestRoom } from '../../test/reading-room.ts'
import { LIMITS } from '../document/limits.ts'

let room: TestRoom
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-hostile-'))
  const web = join(folder, 'web')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Readout</title>')
  for (const name of ['main-abc.js', 'reader-worker-abc.js']) writeFileSync(join(web, 'assets', name), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const store = await makeTestStore(folder)
  room = await openTestRoom({ store, webFolder: web })
})
afterAll(() => room.close())

const JSON_TYPE = { 'content-type': 'application/json' }
const DRAFT = JSON.stringify({ title: 'Mine' })

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}

describe('another name (DNS rebinding)', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.7', '0.0.0.0'])('%s', async (name) => {
    const response = await room.ask(`http://${name}/articles`)
    expect([response.status, await codeOf(response)]).toEqual([403, 'bad-host'])
    expect((await room.ask(`http://${name}/`, { headers: { accept: 'text/html' } })).status).toBe(403)
  })

  test.each(['localhost', 'localhost:4810', '127.0.0.1:80', '[::1]:4810'])('%s is this machine', async (name) => {
    expect((await room.ask(`http://${name}/health`)).status).toBe(200)
  })
})

describe('another site', () => {
  test.each<[what: string, headers: Record<string, string>]>([
    ['a form or a script', { origin: 'https://evil.example' }],
    ['the same machine by another port', { origin: 'http://localhost:3000' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['by the browser’s own word', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring name', { 'sec-fetch-site': 'same-site' }],
  ])('%s cannot change anything', async (_, headers) => {
    const response = await room.ask('/collections', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: DRAFT })
    expect([response.status, await codeOf(response)]).toEqual([403, 'bad-origin'])
  })

  test('cannot read either', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://evil.example' }
    const response = await room.ask('/articles', { headers })
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('may link here', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: 'text/html' }
    expect((await room.ask('/articles/1', { headers })).status).toBe(200)
  })

  test('our own page may', async () => {
    const headers = { ...JSON_TYPE, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    expect((await room.ask('/collections', { method: 'POST', headers, body: DRAFT })).status).toBe(201)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])('a form of type “%s” is no JSON', async (type) => {
    const response = await room.ask('/collections', { method: 'POST', headers: { 'content-type': type }, body: DRAFT })
    expect([response.status, await codeOf(response)]).toEqual([415, 'not-json'])
  })
})

test('each answer says that it may not be framed, sniffed, or run scripts of others', async () => {
  for (const [path, accept] of [
    ['/articles/5', 'application/json'],
    ['/articles/5', 'text/html'],
    ['/nothing', '*/*'],
    ['/assets/main-abc.js', '*/*'],
  ] as const) {
    const { headers } = await room.ask(path, { headers: { accept } })
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'; base-uri 'none'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  }
  const worker = await room.ask('/assets/reader-worker-abc.js')
  expect(worker.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'")
})

test('words of articles stay words: JSON is never taken for a page, feeds escape them', async () => {
  const article = await room.ask('/articles/5?version=1')
  expect(article.headers.get('content-type')).toContain('application/json')
  expect(((await article.json()) as { article: { title: string } }).article.title).toBe('<img src=x onerror=alert(1)>')
  await room.askJson('/saved', { title: '<script>alert(1)</script>', query: { q: 'asked' } })
  const feed = new XMLParser().parse(await (await room.ask('/saved/script-alert-1-script.atom')).text()) as { feed: { title: unknown } }
  expect(feed.feed.title).toBe('<script>alert(1)</script>')
})

describe('paths', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets//main-abc.js',
    '/%00',
    '/index.html',
  ])('%s leads nowhere', async (path) => {
    const response = await room.ask(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret\n')
  })

  test.each([
    '/articles/1%20or%201=1',
    '/articles/-1',
    '/articles/1e3',
    '/articles/0x1',
    '/articles/..%2f1',
    `/articles/${'9'.repeat(400)}`,
    '/collections/..%2f..',
    '/saved/%3Cscript%3E.atom',
  ])('%s is no number or name', async (path) => {
    expect((await room.ask(path)).status).toBe(400)
  })

  test.each(['//evil.example', '/\\evil.example', '/%2f%2fevil.example', '/sign-in?next=https://evil.example', '/find?q=x&redirect=//evil.example'])(
    'nothing leads elsewhere: %s',
    async (path) => {
      const response = await room.ask(path, { headers: { accept: 'text/html' } })
      expect(response.status).not.toBeGreaterThan(500)
      expect(response.status < 300 || response.status >= 400).toBe(true)
      expect(response.headers.get('location')).toBeNull()
    },
  )

  test('a file of the pages is given whole and for long, and only those', async () => {
    const response = await room.ask('/assets/main-abc.js')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toContain('text/javascript')
  })
})

describe('searches that mean harm', () => {
  const HARM = [
    "' OR 1=1 --",
    '"; drop table article; --',
    'title:ferry NEAR/2 "',
    '"unclosed',
    'a* OR b* OR (',
    'ferry AND NOT',
    '{title text} : ferry',
    '^ferry + -talks',
    '\u0000ferry',
    '%_%',
    '🚢'.repeat(200),
    'a'.repeat(1_999),
    '("((((((((((((((((((((((((',
    `${'a* '.repeat(99)}`,
  ]
  test.each(HARM)('%s', async (words) => {
    for (const path of [
      `/find?q=${encodeURIComponent(words)}`,
      `/find?speaker=${encodeURIComponent(words)}`,
      `/find?q=ferry&source=${encodeURIComponent(words)}`,
      `/said?name=${encodeURIComponent(words)}`,
      `/identities?q=${encodeURIComponent(words)}`,
      `/articles?country=${encodeURIComponent(words)}`,
    ]) {
      const began = performance.now()
      const { status, body } = await room.askJson(path)
      expect([200, 400], `${path}: ${JSON.stringify(body).slice(0, 200)}`).toContain(status)
      expect(performance.now() - began).toBeLessThan(1_000)
    }
    expect((await room.askJson('/')).body.articles).toBe(5)
  })

  test('too long is refused', async () => {
    expect((await room.askJson(`/find?q=${'a'.repeat(3_000)}`)).status).toBe(400)
    expect((await room.askJson(`/find?q=${encodeURIComponent('a '.repeat(500))}`)).status).toBe(400)
  })

  test('a wildcard of SQL is a sign like another', async () => {
    expect((await room.askJson('/identities?q=%25')).body.total).toBe(0)
    expect((await room.askJson('/identities?q=_')).body.total).toBe(0)
  })
})

describe('bodies', () => {
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) => room.ask('/readings', { method: 'POST', headers, body })
  test.each<[what: string, body: string, code: string]>([
    ['no JSON', '{"text": ', 'bad-json'],
    ['another shape', '[1, 2]', 'bad-request'],
    ['null', 'null', 'bad-request'],
    ['a number', '1e400', 'bad-request'],
    ['nothing', '', 'bad-request'],
    ['deep JSON', '['.repeat(5_000) + ']'.repeat(5_000), 'too-deep'],
    ['deep JSON in objects', `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, 'too-deep'],
    ['both', '{"text": "a", "address": "https://a.example"}', 'bad-request'],
    ['an address of a file', '{"address": "file:///etc/passwd"}', 'bad-request'],
    ['a longer text than is read', JSON.stringify({ text: 'a'.repeat(LIMITS.readingUnits + 1) }), 'bad-request'],
    ['a polluted prototype', '{"__proto__": {"text": "a"}}', 'bad-request'],
  ])('%s', async (_, body, code) => {
    const response = await post(body)
    expect(response.status).toBeLessThan(500)
    expect(await codeOf(response)).toBe(code)
  })

  test('brackets inside words are no levels', async () => {
    const response = await post(JSON.stringify({ text: 'a', date: '['.repeat(100) }))
    expect(await codeOf(response)).toBe('bad-request')
  })

  test('ten million bytes are the most, told or not', async () => {
    const large = 'x'.repeat(LIMITS.requestBytes + 1)
    expect((await post(large)).status).toBe(413)
    const { stream, pulled } = makeEndless()
    const response = await room.ask('/readings', { method: 'POST', headers: JSON_TYPE, body: stream, duplex: 'half' } as RequestInit)
    expect(response.status).toBe(413)
    expect(pulled()).toBeLessThan(200)
  })

  test('addresses inside the network are not fetched', async () => {
    for (const address of [
      'http://127.0.0.1:1/',
      'http://169.254.169.254/latest',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://0x7f000001/',
      'http://2130706433/',
    ]) {
      const { status, body } = await room.askJson('/readings', { address })
      expect([status, body.code], address).toEqual([422, 'fetch-refused-address'])
    }
  })
})

function makeEndless() {
  let count = 0
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      count++
      controller.enqueue(new Uint8Array(100_000).fill(32))
    },
  })
  return { stream, pulled: () => count }
}
