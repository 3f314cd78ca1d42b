import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { serve, serveRaw } from '../../test/loopback.ts'
import { readPageStub } from '../../test/stub-page.ts'
import { takeIn } from './intake.ts'

const SHORT = { fetchTotalMs: 400, fetchConnectMs: 300, fetchRetryMs: 10, fetchRetries: 1, hostPauseMs: 5, fetchBytes: 200_000, fetchExpandedBytes: 500_000 }

test('no hostile server stops the others: every article of the good one comes', async () => {
  const good = await serve(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/${n}`, `Report ${n}.`])))
  const drip: Parameters<typeof serve>[0][string] = (_, response) => {
    const drops = setInterval(() => response.write('.'), 50)
    response.on('close', () => clearInterval(drops))
  }
  const hostile = await Promise.all([
    serve({ '/': drip }),
    serve({ '/robots.txt': drip, '/': 'never read' }),
    serve({ '/robots.txt': 'User-agent: *\nDisallow: /', '/': 'forbidden' }),
    serve({ '/': (_, response) => response.writeHead(302, { location: '/' }).end() }),
    serve({ '/': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end() }),
    serve({ '/': (_, response) => response.writeHead(429, { 'retry-after': '9999' }).end() }),
    serve({ '/': (_, response) => response.writeHead(500).end() }),
    serve({ '/': (_, response) => response.end(Buffer.alloc(300_000)) }),
    serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(9_000_000))) }),
  ])
  const raw = await Promise.all([
    serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nLind')),
    serveRaw((socket) => socket.destroy()),
    serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${`X: ${'x'.repeat(9000)}\r\n`.repeat(20)}\r\n`)),
    serveRaw(() => {}),
  ])
  const bad = [...hostile.map(({ origin }) => origin), ...raw]
  const lines = bad.flatMap((origin, n) => [`${origin}/`, ...(n < 9 ? [`${good.origin}/${n}`] : [])])
  const list = join(await mkdtemp(join(tmpdir(), 'readout-hostile-')), 'list.txt')
  await writeFile(list, lines.join('\n'))
  const found: [string, string][] = []
  for await (const taken of takeIn(list, { readPage: readPageStub, allowPrivate: true, limits: SHORT }))
    found.push([taken.key, 'incoming' in taken ? taken.incoming.article.text : 'failure' in taken ? taken.failure.code : taken.remark])
  await rm(dirname(list), { recursive: true })
  expect(found.map(([key]) => key)).toEqual(lines)
  const toldBy = new Map(found.map(([key, told]) => [key, told]))
  expect(Array.from({ length: 9 }, (_, n) => toldBy.get(`${good.origin}/${n}`))).toEqual(Array.from({ length: 9 }, (_, n) => `Report ${n}.`))
  expect(bad.map((origin) => toldBy.get(`${origin}/`))).toEqual([
    'fetch-timeout',
    'fetch-timeout',
    'fetch-robots',
    'fetch-too-many-redirects',
    'fetch-refused-address',
    'fetch-status',
    'fetch-status',
    'fetch-too-large',
    'fetch-expanded-too-far',
    'fetch-cut-short',
    'fetch-unreachable',
    'fetch-too-large',
    'fetch-timeout',
  ])
})
