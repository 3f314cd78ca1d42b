import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { serve, serveRaw } from '../../test/loopback.ts'
import { isPublicAddress, parseAddress } from './addresses.ts'
import { type FetchWishes, fetchGuarded } from './fetch.ts'
import type { FetchError } from './fetch-error.ts'

const SHORT = { fetchTotalMs: 600, fetchSilenceMs: 300, fetchConnectMs: 300, fetchBytes: 100_000, fetchExpandedBytes: 300_000, fetchHeaderBytes: 8_000 }
const WISHES: FetchWishes = { allowPrivate: true, limits: SHORT }

async function fetchText(address: string, wishes: FetchWishes = {}): Promise<string> {
  const fetched = await fetchGuarded(address, { ...WISHES, ...wishes })
  return fetched.kind === 'page' ? new TextDecoder().decode(fetched.bytes) : fetched.kind
}

/** The code of the failure, and the failure itself. */
async function failOf(address: string, wishes: FetchWishes = {}): Promise<FetchError> {
  return fetchText(address, wishes).then(
    (text) => expect.unreachable(`it came: ${text.slice(0, 40)}`),
    (error) => error,
  )
}

describe('addresses', () => {
  const check = (text: string, expected: string) =>
    test(text, () => {
      let told = ''
      try {
        told = parseAddress(text).href
      } catch (error) {
        told = (error as FetchError).code
      }
      expect(told).toBe(expected)
    })
  check('https://lund.example/a?b=1#part', 'https://lund.example/a?b=1')
  check('file:///etc/passwd', 'fetch-scheme')
  check('ftp://lund.example/', 'fetch-scheme')
  check('javascript:alert(1)', 'fetch-scheme')
  check('https://ada:secret@lund.example/', 'fetch-credentials')
  check('lund.example', 'fetch-bad-address')
  check(`https://lund.example/${'a'.repeat(5000)}`, 'fetch-bad-address')
  test('a password is not told again', () => expect(() => parseAddress('https://ada:secret@lund.example/')).toThrow(/^((?!secret).)*$/s))
})

describe('which addresses are public', () => {
  const check = (ip: string, expected: boolean) => test(ip, () => expect(isPublicAddress(ip)).toBe(expected))
  for (const ip of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '2a00:1450:4001::200e']) check(ip, true)
  for (const ip of ['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200'])
    check(ip, false)
  for (const ip of ['192.0.0.192', '198.18.0.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '168.63.129.16']) check(ip, false)
  for (const ip of ['::', '::1', '::127.0.0.1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '2001:db8::1', '4000::1']) check(ip, false)
  for (const ip of ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:1::1', 'lund', '']) check(ip, false)
})

describe('the guard', () => {
  const refuse = (address: string) =>
    test(`${address} is refused`, async () => {
      const error = await failOf(address, { allowPrivate: false })
      expect(error.code).toBe('fetch-refused-address')
      expect(error.message).toContain('--allow-private')
    })
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '0.0.0.0'])
    refuse(`http://${host}:9/`)

  test('a public name that leads into the private network is refused as the connection is made', async () => {
    const { origin, asked } = await serve({ '/': 'secret' })
    const resolve = ((_name: string, _options: unknown, done: (error: null, found: unknown) => void) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])) as never
    const error = await failOf(`http://lund.example:${new URL(origin).port}/`, { allowPrivate: false, resolve })
    expect([error.code, asked]).toEqual(['fetch-refused-address', []])
  })
  test('a redirect into the private network is refused, even from a host that was allowed', async () => {
    const inner = await serve({ '/': 'secret' })
    const outer = await serve({ '/': (_, response) => response.writeHead(302, { location: `${inner.origin}/` }).end() })
    expect((await failOf(outer.origin)).code).toBe('fetch-refused-address')
    expect(inner.asked).toEqual([])
  })
  test('a redirect to another scheme or with a password is refused', async () => {
    const { origin } = await serve({
      '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      '/password': (_, response) => response.writeHead(302, { location: 'http://ada:secret@127.0.0.1/' }).end(),
    })
    expect((await failOf(`${origin}/file`)).code).toBe('fetch-scheme')
    expect((await failOf(`${origin}/password`)).code).toBe('fetch-credentials')
  })
})

describe('what a good server sends', () => {
  test('a page with its address, type and validators; no cookie is sent back', async () => {
    const { origin } = await serve({
      '/a': (_, response) => response.writeHead(301, { location: 'b?c=1', 'set-cookie': 'id=1' }).end(),
      '/b': ({ headers }, response) =>
        response.writeHead(200, { 'content-type': 'text/html', etag: '"1"', 'last-modified': 'today' }).end(String(headers.cookie)),
    })
    const fetched = await fetchGuarded(`${origin}/a`, WISHES)
    expect(fetched).toMatchObject({ kind: 'page', address: `${origin}/b?c=1`, contentType: 'text/html', etag: '"1"', lastModified: 'today' })
    expect(await fetchText(`${origin}/a`)).toBe('undefined')
  })
  test('unchanged is told to whom asks for it, and is a failure to others', async () => {
    const { origin } = await serve({ '/': (_, response) => response.writeHead(304).end() })
    expect(await fetchText(origin, { etag: '"1"' })).toBe('unchanged')
    expect((await failOf(origin)).code).toBe('fetch-status')
  })
  const pack = (encoding: string, bytes: Uint8Array, expected = 'Lind spoke.') =>
    test(`packed by ${encoding}`, async () => {
      const { origin } = await serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes) })
      expect(await fetchText(origin).catch((error) => error.code)).toBe(expected)
    })
  const text = Buffer.from('Lind spoke.')
  pack('gzip', gzipSync(text))
  pack('br', brotliCompressSync(text))
  pack('zstd', zstdCompressSync(text))
  pack('deflate', deflateSync(text))
  pack('deflate', deflateRawSync(text))
  pack('gzip, br', brotliCompressSync(gzipSync(text)))
  pack('gzip', gzipSync(text).subarray(0, 15), 'fetch-cut-short')
  pack('gzip', text, 'fetch-malformed')
  pack('lzma', text, 'fetch-malformed')
  pack('gzip, gzip, gzip', text, 'fetch-malformed')
})

describe('what a hostile or broken server sends', () => {
  test('nothing', async () => expect((await failOf(await serveRaw(() => {}))).code).toBe('fetch-timeout'))
  test('headers and no body', async () => {
    const { origin } = await serve({ '/': (_, response) => response.writeHead(200).flushHeaders() })
    expect((await failOf(origin)).code).toBe('fetch-timeout')
  })
  test('a slow drip that never falls silent', async () => {
    const { origin } = await serve({
      '/': (_, response) => {
        const drip = setInterval(() => response.write('.'), 50)
        response.on('close', () => clearInterval(drip))
      },
    })
    const began = Date.now()
    expect((await failOf(origin)).code).toBe('fetch-timeout')
    expect(Date.now() - began).toBeLessThan(1500)
  })
  test('a body without end', async () => {
    const { origin } = await serve({
      '/': (_, response) => {
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(10_000)));
        }
        response.on('drain', pour)
        pour()
      },
    })
    expect((await failOf(origin)).code).toBe('fetch-too-large')
  })
  test('a length that is announced to be too large', async () => {
    const { origin } = await serve({ '/': (_, response) => response.writeHead(200, { 'content-length': '999999999' }).flushHeaders() })
    expect((await failOf(origin)).code).toBe('fetch-too-large')
  })
  test('redirects in a circle', async () => {
    const { origin, asked } = await serve({ '/': (_, response) => response.writeHead(302, { location: '/' }).end() })
    expect((await failOf(origin)).code).toBe('fetch-too-many-redirects')
    expect(asked).toHaveLength(6)
  })
  test('less than announced', async () => {
    const origin = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nLind spoke.'))
    expect((await failOf(origin)).code).toBe('fetch-cut-short')
  })
  test('more than announced: what was announced is the answer', async () => {
    const origin = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nLind spoke.'))
    expect(await fetchText(origin).catch((error) => error.code)).toMatch(/^(?:Lind|fetch-malformed)$/)
  })
  test('a connection that closes in the middle of a chunk', async () => {
    const origin = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nLind'))
    expect((await failOf(origin)).code).toBe('fetch-cut-short')
  })
  test('a connection that closes at once', async () => {
    const error = await failOf(await serveRaw((socket) => socket.destroy()))
    expect([error.code, error.canRetry]).toEqual(['fetch-unreachable', true])
  })
  test('no HTTP at all', async () => expect((await failOf(await serveRaw((socket) => socket.end('220 lund ESMTP\r\n')))).code).toBe('fetch-malformed'))
  test('headers without end', async () => {
    const origin = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const flood = setInterval(() => socket.write(`X-Flood: ${'x'.repeat(4000)}\r\n`), 5)
      socket.on('close', () => clearInterval(flood))
    })
    expect((await failOf(origin)).code).toBe('fetch-too-large')
  })
  for (const [encoding, bomb] of [
    ['gzip', gzipSync(Buffer.alloc(20_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(20_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(20_000_000)))],
  ] as const)
    test(`a bomb packed by ${encoding}`, async () => {
      const { origin } = await serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb) })
      expect((await failOf(origin)).code).toBe('fetch-expanded-too-far')
    })
  test('a status that will not pass, and ones that may', async () => {
    const { origin } = await serve({
      '/busy': (_, response) => response.writeHead(429, { 'retry-after': '7' }).end(),
      '/down': (_, response) => response.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end(),
    })
    expect(await failOf(`${origin}/none`)).toMatchObject({ code: 'fetch-status', status: 404, canRetry: false, retryAfterMs: null })
    expect(await failOf(`${origin}/busy`)).toMatchObject({ code: 'fetch-status', status: 429, canRetry: true, retryAfterMs: 7000 })
    expect((await failOf(`${origin}/down`)).retryAfterMs).toBeGreaterThan(50_000)
  })
  test('stopping takes effect in the middle', async () => {
    const { origin } = await serve({ '/': (_, response) => response.writeHead(200).flushHeaders() })
    const began = Date.now()
    expect((await failOf(origin, { signal: AbortSignal.timeout(50) })).code).toBe('fetch-stopped')
    expect(Date.now() - began).toBeLessThan(250)
  })
})
