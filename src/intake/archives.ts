import { AsyncIterReader, WARCParser } from 'warcio'
import { ReadoutError } from '../document/readout-error.ts'
import { expandBody } from './expand.ts'
import type { Limits } from './fetch.ts'
import { readInstant } from './instants.ts'
import { readMembers } from './members.ts'
import { splitRecords } from './records.ts'
import { streamOf } from './window.ts'

/** A page kept in an archive. */
export interface ArchivedPage {
  /** The record's own id, which stays the same wherever the archive lies. */
  readonly key: string
  readonly address: string | null
  readonly contentType: string
  readonly capturedAt: string | null
  readonly bytes: Uint8Array
}

/** What an archive holds: pages, records that cannot be read, and in the end what was passed over. */
export type Archived = ArchivedPage | { readonly key: string; readonly error: ReadoutError } | { readonly key: string; readonly remark: string }

/** The pages of a WARC file (1.0, 1.1; plain, or packed a record a member) in their order; a record that fails does not stop the others. */
export async function* readArchive(source: AsyncIterable<Uint8Array>, isPacked: boolean, limits: Limits): AsyncGenerator<Archived> {
  const passed = new Map<string, number>()
  let records = 0
  for await (const { at, ...rest } of isPacked ? unpackRecords(source, limits) : splitRecords(source, limits)) {
    records++
    const key = `byte ${at}`
    if ('fault' in rest) yield { key, error: explainFault(rest.fault, at, limits) }
    else {
      const found = await readRecord(rest.bytes, key, limits)
      if (typeof found === 'string') passed.set(found, (passed.get(found) ?? 0) + 1)
      else if (found !== null) yield found
    }
  }
  if (records === 0) yield { key: 'archive', error: new ReadoutError('archive-damaged', 'The archive is empty: it holds no record.') }
  if (passed.size > 0) yield { key: 'archive', remark: `Passed over: ${[...passed].map(([what, count]) => `${what}: ${count}`).join('; ')}.` }
}

async function* unpackRecords(source: AsyncIterable<Uint8Array>, limits: Limits) {
  for await (const member of readMembers(source, limits)) {
    if ('fault' in member) yield member
    else
      for await (const record of splitRecords(streamOf(member.bytes), limits)) {
        // The member was whole: it is the announced length that is false, not the file that ends.
        const isFalse = 'fault' in record && record.fault === 'cut-short'
        yield { ...record, at: member.at + record.at, ...(isFalse && { fault: 'wrong-length' as const }) }
      }
  }
}

const FAULTS = {
  damaged: ['archive-damaged', 'is damaged'],
  'cut-short': ['archive-cut-short', 'breaks off: the archive ends in the middle of it'],
  'wrong-length': ['archive-wrong-length', 'announces another length than it has'],
  'too-far': ['archive-expanded-too-far', 'is larger than'],
} as const

function explainFault(fault: keyof typeof FAULTS, at: number, limits: Limits): ReadoutError {
  const [code, what] = FAULTS[fault]
  const most = fault === 'too-far' ? ` ${limits.recordBytes} bytes unpacked` : ''
  return new ReadoutError(code, `The record at byte ${at} ${what}${most}: it is left out, the others are read.`)
}

/** The page of a record; a word for what is passed over; null for records that never hold a page. */
async function readRecord(bytes: Uint8Array, place: string, limits: Limits): Promise<Archived | string | null> {
  const record = await new WARCParser(new AsyncIterReader(streamOf(bytes), null)).parse()
  if (record === null) return { key: place, error: new ReadoutError('archive-damaged', `The record at ${place} has no header: it is left out.`) }
  if (record.warcType === 'revisit') return 'records that only point to an earlier copy (revisit)'
  if (record.warcType !== 'response' && record.warcType !== 'resource') return null
  const header = (name: string): string => record.httpHeaders?.headers.get(name) ?? ''
  const status = record.httpHeaders?.statusCode
  if (record.warcType === 'response' && status !== 200) return 'answers that brought no page (redirects, errors)'
  const contentType = record.warcType === 'response' ? header('content-type') : (record.warcContentType ?? '')
  if (!/\bhtml\b|application\/xhtml/i.test(contentType)) return 'answers that are no page (pictures, scripts, papers)'
  const key = record.warcHeader('WARC-Record-ID')?.replace(/^<|>$/g, '') || place
  try {
    const raw = await record.readFully(false)
    const isChunked = /\bchunked\b/i.test(header('transfer-encoding'))
    const body = isChunked ? await new AsyncIterReader(streamOf(raw), null, true).readFully() : raw
    return {
      key,
      address: record.warcTargetURI ?? null,
      contentType,
      capturedAt: readInstant(record.warcDate),
      bytes: await expandKept(body, header('content-encoding'), limits),
    }
  } catch (error) {
    if (error instanceof ReadoutError) return { key, error }
    throw error
  }
}

/** Some crawlers keep a body unpacked beside the header that calls it packed: what cannot be unpacked is taken as it stands. */
async function expandKept(body: Uint8Array, encoding: string, limits: Limits): Promise<Uint8Array> {
  try {
    return await expandBody(body, encoding, limits.fetchExpandedBytes)
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'fetch-malformed') return body
    throw error
  }
}
