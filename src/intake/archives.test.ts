import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../document/limits.ts'
import { type Archived, readArchive } from './archives.ts'
import { streamOf } from './window.ts'

const LIMIT = { ...LIMITS, recordBytes: 200_000, fetchExpandedBytes: 200_000 }

interface Made {
  readonly type?: string
  readonly http?: string
  readonly body?: string | Uint8Array
  /** Announced instead of the true length. */
  readonly length?: number
  readonly version?: string
}

/** A record as crawlers write them; `name` is its address and its id. */
function makeRecord(
  name: string,
  { type = 'response', http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n', body = `<p>${name}</p>`, length, version = '1.0' }: Made = {},
): Buffer {
  const content = Buffer.concat([Buffer.from(http === '' ? '' : `${http}\r\n`), Buffer.from(body)])
  const head = [
    `WARC/${version}`,
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:${name}>`,
    `WARC-Target-URI: https://lund.example/${name}`,
    'WARC-Date: 2024-03-14T10:00:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length ?? content.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n\r\n')])
}

async function readAll(bytes: Uint8Array, isPacked: boolean): Promise<Archived[]> {
  const found: Archived[] = []
  for await (const one of readArchive(streamOf(bytes), isPacked, LIMIT)) found.push(one)
  return found
}

/** Keys of pages, codes of faults, in order. */
const tell = (found: Archived[]) => found.map((one) => ('remark' in one ? 'remark' : 'error' in one ? one.error.code : one.key))

const packed = (...records: Uint8Array[]) => Buffer.concat(records.map((record) => gzipSync(record)))

describe('pages of an archive', () => {
  const check = (name: string, records: Buffer[], expected: string[]) => {
    test(`${name}, plain`, async () => expect(tell(await readAll(Buffer.concat(records), false))).toEqual(expected))
    test(`${name}, packed`, async () => expect(tell(await readAll(packed(...records), true))).toEqual(expected))
  }
  check('two records', [makeRecord('a'), makeRecord('b', { version: '1.1' })], ['urn:a', 'urn:b'])
  check('a length that is too small', [makeRecord('a'), makeRecord('b', { length: 50 }), makeRecord('c')], ['urn:a', 'archive-wrong-length', 'urn:c'])
  check('a length that is too large', [makeRecord('a'), makeRecord('b', { length: 400 }), makeRecord('c')], ['urn:a', 'archive-wrong-length', 'urn:c'])
  check('no length that is a number', [makeRecord('b', { length: Number.NaN }), makeRecord('c')], ['archive-wrong-length', 'urn:c'])
  check('a record beyond the limit', [makeRecord('a', { body: 'x'.repeat(300_000) }), makeRecord('c')], ['archive-expanded-too-far', 'urn:c'])

  test('a length that ends exactly behind the next record swallows nothing', async () => {
    const next = makeRecord('b')
    const { length } = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n\r\n')
    const found = await readAll(Buffer.concat([makeRecord('a', { length: length + next.length - 4 }), next, makeRecord('c')]), false)
    expect(tell(found)).toEqual(['archive-wrong-length', 'urn:b', 'urn:c'])
  })
  test('a page that tells of archives is a page', async () => {
    expect(tell(await readAll(makeRecord('a', { body: 'So it begins:\r\n\r\nWARC/1.0 is its first line.' }), false))).toEqual(['urn:a'])
  })
  test('what is no page is counted', async () => {
    const found = await readAll(
      packed(
        makeRecord('info', { type: 'warcinfo', http: '', body: 'software: x' }),
        makeRecord('a'),
        makeRecord('old', { type: 'revisit' }),
        makeRecord('picture', { http: 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n' }),
        makeRecord('gone', { http: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n' }),
      ),
      true,
    )
    const told = [
      'records that only point to an earlier copy (revisit): 1',
      'answers that are no page (pictures, scripts, papers): 1',
      'answers that brought no page (redirects, errors): 1',
    ]
    expect([found[0]?.key, found.at(-1)]).toEqual(['urn:a', { key: 'archive', remark: `Passed over: ${told.join('; ')}.` }])
  })
  test('a page with all that is told of it', async () => {
    const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n'
    const body = gzipSync('<p>Lind spoke.</p>')
    const chunked = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
    const [page] = await readAll(makeRecord('a', { http, body: chunked }), false)
    expect(page).toMatchObject({ address: 'https://lund.example/a', contentType: 'text/html; charset=utf-8', capturedAt: '2024-03-14T10:00:00Z' })
    expect(new TextDecoder().decode(page && 'bytes' in page ? page.bytes : undefined)).toBe('<p>Lind spoke.</p>')
  })
  test('a bomb inside a record costs the record', async () => {
    const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n'
    const found = await readAll(packed(makeRecord('a', { http, body: gzipSync(Buffer.alloc(5_000_000)) }), makeRecord('b')), true)
    expect(tell(found)).toEqual(['fetch-expanded-too-far', 'urn:b'])
  })
})

describe('damaged archives', () => {
  const three = [makeRecord('a'), makeRecord('b'), makeRecord('c')]
  test('a member cut short at the end is told', async () => {
    const bytes = packed(...three)
    expect(tell(await readAll(bytes.subarray(0, bytes.length - 20), true))).toEqual(['urn:a', 'urn:b', 'archive-cut-short'])
  })
  test('a member cut short in the middle costs itself', async () => {
    const cut = gzipSync(three[1] as Buffer).subarray(0, 100)
    expect(tell(await readAll(Buffer.concat([packed(three[0] as Buffer), cut, packed(three[2] as Buffer)]), true))).toEqual([
      'urn:a',
      'archive-damaged',
      'urn:c',
    ])
  })
  test('a flipped bit costs its record', async () => {
    const bytes = packed(...three)
    const at = packed(three[0] as Buffer).length + 60
    bytes[at] = (bytes[at] as number) ^ 0xff
    expect(tell(await readAll(bytes, true))).toEqual(['urn:a', 'archive-damaged', 'urn:c'])
  })
  test('a bomb of a member costs itself', async () => {
    const bytes = Buffer.concat([packed(three[0] as Buffer), gzipSync(Buffer.alloc(50_000_000)), packed(three[2] as Buffer)])
    expect(tell(await readAll(bytes, true))).toEqual(['urn:a', 'archive-expanded-too-far', 'urn:c'])
  })
  test('a plain archive cut short is told', async () => {
    const bytes = Buffer.concat(three)
    expect(tell(await readAll(bytes.subarray(0, bytes.length - 10), false))).toEqual(['urn:a', 'urn:b', 'archive-cut-short'])
  })
  test('rubbish, and nothing', async () => {
    expect(tell(await readAll(Buffer.from('Lind spoke. '.repeat(1000)), false))).toEqual(['archive-damaged'])
    expect(tell(await readAll(Buffer.alloc(0), true))).toEqual(['archive-damaged'])
  })
  test('a file packed as one member is read too', async () => {
    expect(tell(await readAll(gzipSync(Buffer.concat(three)), true))).toEqual(['urn:a', 'urn:b', 'urn:c'])
  })
})
