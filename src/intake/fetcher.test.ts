import { describe, expect, test } from 'vitest'
import { serve } from '../../test/loopback.ts'
import { LIMITS } from '../document/limits.ts'
import { openFetcher } from './fetcher.ts'
import { backOffMs } from './pace.ts'

const LIMIT = { ...LIMITS, fetchTotalMs: 400, fetchConnectMs: 300, fetchRetryMs: 20, hostPauseMs: 30, hostWaitMs: 2000, hostRestMs: 60_000 }

/** A fetcher that may talk to these servers. */
function openFor(...origins: string[]) {
  const fetcher = openFetcher({ allowPrivate: true, limits: LIMIT })
  for (const origin of origins) fetcher.open(origin)
  return fetcher
}

const outcome = (promise: Promise<{ bytes: Uint8Array }>) =>
  promise.then(
    ({ bytes }) => new TextDecoder().decode(bytes),
    (error) => error.code,
  )

describe('robots.txt', () => {
  const check = (name: string, robots: string | number, expected: Record<string, string>) =>
    test(name, async () => {
      const { origin, asked } = await serve({
        '/robots.txt': typeof robots === 'string' ? robots : (_, response) => response.writeHead(robots).end(),
        '/news/1': 'Lind spoke.',
        '/news/2': 'Vale left.',
      })
      const fetcher = openFor(origin)
      for (const [path, told] of Object.entries(expected)) expect(await outcome(fetcher.fetch(`${origin}${path}`))).toBe(told)
      expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1)
    })
  check('forbids a part', 'User-agent: *\nDisallow: /news/2\n', { '/news/1': 'Lind spoke.', '/news/2': 'fetch-robots' })
  check('forbids us by name', 'User-agent: readout\nDisallow: /\n\nUser-agent: *\nAllow: /\n', { '/news/1': 'fetch-robots' })
  check('forbids others', 'User-agent: Ostriabot\nDisallow: /\n', { '/news/1': 'Lind spoke.' })
  check('is not there', 404, { '/news/1': 'Lind spoke.' })
  check('is forbidden itself', 403, { '/news/1': 'Lind spoke.' })
  check('cannot be told now', 503, { '/news/1': 'fetch-not-now', '/news/2': 'fetch-not-now' })
  check('is a page', '<!doctype html><title>Lund Post</title>', { '/news/1': 'Lind spoke.' })

  test('a redirect is held against the robots.txt of where it leads', async () => {
    const { origin } = await serve({
      '/robots.txt': 'User-agent: *\nDisallow: /inner',
      '/a': (_, response) => response.writeHead(302, { location: '/inner' }).end(),
    })
    expect(await outcome(openFor(origin).fetch(`${origin}/a`))).toBe('fetch-robots')
  })
  test('Crawl-delay is heeded', async () => {
    const { origin } = await serve({ '/robots.txt': 'User-agent: *\nCrawl-delay: 0.3', '/a': 'a', '/b': 'b' })
    const fetcher = openFor(origin)
    const began = Date.now()
    await Promise.all([fetcher.fetch(`${origin}/a`), fetcher.fetch(`${origin}/b`)])
    expect(Date.now() - began).toBeGreaterThanOrEqual(295)
  })
})

describe('pace', () => {
  test('one request a host at a time, several hosts at once, four in all', async () => {
    let now = 0
    let most = 0
    const perHost: number[] = []
    const servers = await Promise.all(
      Array.from({ length: 6 }, (_, host) =>
        serve({
          '/a': (_, response) => {
            now++
            perHost[host] = (perHost[host] ?? 0) + 1
            expect(perHost[host]).toBe(1)
            most = Math.max(most, now)
            setTimeout(() => {
              now--
              perHost[host] = 0
              response.end('a')
            }, 60)
          },
        }),
      ),
    )
    const fetcher = openFor(...servers.map(({ origin }) => origin))
    const told = await Promise.all(servers.flatMap(({ origin }) => [fetcher.fetch(`${origin}/a`), fetcher.fetch(`${origin}/a`)]))
    expect(told).toHaveLength(12)
    expect(most).toBe(4)
  })
  test('the same seed waits as long, longer with each attempt', () => {
    expect(backOffMs(2, 1000, 'lund')).toBe(backOffMs(2, 1000, 'lund'))
    expect(backOffMs(0, 1000, 'lund')).not.toBe(backOffMs(0, 1000, 'vale'))
    for (let attempt = 0; attempt < 8; attempt++) {
      expect(backOffMs(attempt, 1000, 'lund')).toBeGreaterThanOrEqual(500 * 2 ** attempt)
      expect(backOffMs(attempt, 1000, 'lund')).toBeLessThanOrEqual(1500 * 2 ** attempt)
    }
  })
})

describe('failures that may pass', () => {
  test('two failures of the server, then a page', async () => {
    let count = 0
    const { origin } = await serve({ '/a': (_, response) => (++count < 3 ? response.writeHead(500).end() : response.end('a')) })
    expect(await outcome(openFor(origin).fetch(`${origin}/a`))).toBe('a')
  })
  test('a connection that closes midway, then a page', async () => {
    let count = 0
    const { origin } = await serve({
      '/a': (_, response) => (++count < 2 ? response.writeHead(200, { 'content-length': '9' }).write('a', () => response.destroy()) : response.end('a')),
    })
    expect(await outcome(openFor(origin).fetch(`${origin}/a`))).toBe('a')
  })
  test('a page that is not there is asked for once', async () => {
    const { origin, asked } = await serve({})
    expect(await outcome(openFor(origin).fetch(`${origin}/a`))).toBe('fetch-status')
    expect(asked).toEqual(['/robots.txt', '/a'])
  })
  test('Retry-After is waited for', async () => {
    const times: number[] = []
    const { origin } = await serve({
      '/a': (_, response) => (times.push(Date.now()) < 2 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.end('a')),
    })
    expect(await outcome(openFor(origin).fetch(`${origin}/a`))).toBe('a')
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(990)
  })
  test('one that is too long is told, and the host is left alone', async () => {
    const { origin, asked } = await serve({ '/a': (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(), '/b': 'b' })
    const fetcher = openFor(origin)
    expect(await outcome(fetcher.fetch(`${origin}/a`))).toBe('fetch-status')
    expect(await outcome(fetcher.fetch(`${origin}/b`))).toBe('fetch-not-now')
    expect(asked).toEqual(['/robots.txt', '/a'])
  })
  test('a dead host is not waited for again and again', async () => {
    const fetcher = openFor('http://127.0.0.1:9')
    expect(await outcome(fetcher.fetch('http://127.0.0.1:9/a'))).toBe('fetch-unreachable')
    expect(await outcome(fetcher.fetch('http://127.0.0.1:9/b'))).toBe('fetch-not-now')
  })
})
