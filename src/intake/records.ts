import type { Limits } from './fetch.ts'
import { openWindow, type Window } from './window.ts'

/** One record of a WARC file, header and content, or why it could not be told apart from the next. */
export type RawRecord =
  | { readonly at: number; readonly bytes: Uint8Array }
  | { readonly at: number; readonly fault: 'damaged' | 'cut-short' | 'wrong-length' | 'too-far' }

/**
 * Cuts an unpacked WARC stream into records by their Content-Length, which warcio believes blindly: here the next record must really begin
 * behind it. Where it does not, the record is told as faulty and the next beginning is searched for, so that a false length costs one record.
 */
export async function* splitRecords(source: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<RawRecord> {
  const window = openWindow(source)
  while (await skipBlank(window)) {
    const at = window.at()
    const found = await readRecord(window, limits)
    if (typeof found === 'number') {
      // A copy, as the window's memory moves on.
      yield { at, bytes: Uint8Array.prototype.slice.call(window.view(), 0, found) }
      window.drop(found)
      continue
    }
    yield { at, fault: found }
    window.drop(1)
    await skipToRecord(window)
  }
}

const BETWEEN = Buffer.from('\r\n\r\n')
const BEGIN = Buffer.from('WARC/1.')
const BOUNDARY = Buffer.concat([BETWEEN, BEGIN])

/** Headers of a record have some 500 bytes. */
const HEADER_BYTES = 65_536

/** Length of the record at the beginning of the window, or what is wrong with it. */
async function readRecord(window: Window, limits: Limits): Promise<number | 'damaged' | 'cut-short' | 'wrong-length' | 'too-far'> {
  await window.grow(HEADER_BYTES)
  const head = window.view().subarray(0, HEADER_BYTES)
  if (!head.subarray(0, BEGIN.length).equals(BEGIN)) return 'damaged'
  const headerEnd = head.indexOf(BETWEEN)
  if (headerEnd < 0) return head.length < HEADER_BYTES ? 'cut-short' : 'damaged'
  const told = /\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r/i.exec(head.toString('latin1', 0, headerEnd + 2))?.[1]
  if (told === undefined) return 'wrong-length'
  const start = headerEnd + BETWEEN.length
  const end = start + Number(told)
  if (Number(told) > limits.recordBytes) return 'too-far'
  const isThere = await window.grow(end + BOUNDARY.length)
  const bytes = window.view()
  // What the length spans must not hold the beginning of another record.
  const swallowed = bytes.subarray(start, end).indexOf(BOUNDARY)
  if (swallowed >= 0 && isHeader(bytes.subarray(start + swallowed + BETWEEN.length, end))) return 'wrong-length'
  if (bytes.length < end) return 'cut-short'
  const behind = bytes.subarray(end, end + BOUNDARY.length)
  const isLast = !isThere && behind.toString('latin1').trim() === ''
  return isLast || behind.equals(BOUNDARY) ? end : 'wrong-length'
}

/** “WARC/1.0”, a line end and a field of WARC’s own: a page that only tells of WARC files has no such line. */
function isHeader(bytes: Buffer): boolean {
  return /^WARC\/1\.\d\r\n(?:WARC-|Content-)/i.test(bytes.toString('latin1', 0, 30))
}

async function skipBlank(window: Window): Promise<boolean> {
  while (await window.grow(1)) {
    const blank = window.view().findIndex((byte) => byte !== 13 && byte !== 10)
    if (blank >= 0) {
      window.drop(blank)
      return true
    }
    window.drop(window.view().length)
  }
  return false
}

async function skipToRecord(window: Window): Promise<void> {
  while (await window.grow(BOUNDARY.length)) {
    const found = window.view().indexOf(BOUNDARY)
    if (found >= 0) return window.drop(found + BETWEEN.length)
    window.drop(window.view().length - BOUNDARY.length + 1)
  }
  window.drop(window.view().length)
}
