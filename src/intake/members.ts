import { crc32, inflateRawSync } from 'node:zlib'
import type { Limits } from './fetch.ts'
import { openWindow, type Window } from './window.ts'

/** One packed piece of an archive, unpacked, or why it could not be; `at` is where it begins in the file. */
export type Member = { readonly at: number; readonly bytes: Uint8Array } | { readonly at: number; readonly fault: 'damaged' | 'cut-short' | 'too-far' }

/**
 * The members of a gzip file, each by itself: an archive packs every record as one. Unpacked as a single stream, the first damaged member would
 * take all others with it, and warcio ends without a word where the last one is cut short.
 */
export async function* readMembers(source: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Member> {
  const window = openWindow(source)
  // After a damaged member its end is unknown: the next bytes that look like a beginning are tried, in silence until one is.
  let isSearching = false
  while (await window.grow(1)) {
    const at = window.at()
    const member = await readMember(window, limits)
    if ('bytes' in member) {
      isSearching = false
      yield { at, bytes: member.bytes }
      window.drop(member.length)
      continue
    }
    if (!isSearching) yield { at, fault: member.fault }
    isSearching = true
    window.drop(1)
    await skipToMagic(window)
  }
}

type Read = { readonly bytes: Uint8Array; readonly length: number } | { readonly fault: 'damaged' | 'cut-short' | 'too-far' }

/** Unpacks the member at the beginning of the window, taking in more of the file until it is whole. */
async function readMember(window: Window, limits: Limits): Promise<Read> {
  for (let wanted = FIRST_BYTES; ; wanted *= 4) {
    const isMore = await window.grow(wanted)
    const read = unpackMember(window.view(), limits.recordBytes)
    if (read !== 'more') return read
    if (!isMore) return { fault: 'cut-short' }
    if (wanted > limits.recordBytes) return { fault: 'too-far' }
  }
}

/** A record has some 10 to 100 kB packed. */
const FIRST_BYTES = 262_144

function unpackMember(packed: Buffer, most: number): Read | 'more' {
  const start = skipHeader(packed)
  if (start === 'damaged') return { fault: 'damaged' }
  if (start === 'more') return 'more'
  try {
    const { buffer, engine } = inflateRawSync(packed.subarray(start), { maxOutputLength: most, info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    const end = start + engine.bytesWritten
    if (packed.length < end + 8) return 'more'
    const isWhole = packed.readUInt32LE(end) === crc32(buffer) && packed.readUInt32LE(end + 4) === buffer.length % 2 ** 32
    return isWhole ? { bytes: buffer, length: end + 8 } : { fault: 'damaged' }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') return 'more'
    return { fault: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-far' : 'damaged' }
  }
}

/** Where the packed data of a gzip member begins (RFC 1952, section 2.3). */
function skipHeader(packed: Buffer): number | 'more' | 'damaged' {
  if (packed.length < 10) return MAGIC.subarray(0, packed.length).equals(packed.subarray(0, 3)) ? 'more' : 'damaged'
  if (!packed.subarray(0, 3).equals(MAGIC)) return 'damaged'
  const flags = packed[3] as number
  let at = 10
  if (flags & 4) {
    if (packed.length < at + 2) return 'more'
    at += 2 + packed.readUInt16LE(at)
  }
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    const end = packed.indexOf(0, at)
    if (end < 0) return 'more'
    at = end + 1
  }
  if (flags & 2) at += 2
  return at < packed.length ? at : 'more'
}

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])

async function skipToMagic(window: Window): Promise<void> {
  while (await window.grow(MAGIC.length)) {
    const found = window.view().indexOf(MAGIC)
    if (found >= 0) return window.drop(found)
    window.drop(window.view().length - MAGIC.length + 1)
  }
  window.drop(window.view().length)
}
