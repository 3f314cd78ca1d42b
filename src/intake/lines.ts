import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ReadoutError } from '../document/readout-error.ts'
import type { Limits } from './fetch.ts'

/** A line without its line feed, or null for one that is longer than may be; `number` counts from 1. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | null
}

/** Lines of a stream, cut at line feeds alone; blank ones left out. One that goes on beyond the limit is told once and passed over. */
export async function* readLines(source: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const take = (): Line => {
    const bytes = length > limits.lineBytes ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return { number: ++number, bytes }
  }
  const hold = (part: Uint8Array) => {
    length += part.length
    if (length > limits.lineBytes) parts = []
    else parts.push(part)
  }
  for await (const chunk of source) {
    let first = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, first)) {
      hold(chunk.subarray(first, at))
      first = at + 1
      const line = take()
      if (!isBlank(line)) yield line
    }
    hold(chunk.subarray(first))
  }
  const last = take()
  if (!isBlank(last)) yield last
}

function isBlank({ bytes }: Line): boolean {
  return bytes?.every((byte) => byte === 32 || byte === 9 || byte === 13) ?? false
}

/** Unpacks a gzip stream; throws `archive-expanded-too-far` where it grows without measure, `archive-damaged` where it breaks off or is damaged. */
export async function* unpackStream(source: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Uint8Array> {
  let packed = 0
  let unpacked = 0
  const counted = async function* () {
    for await (const chunk of source) {
      packed += chunk.length
      yield chunk
    }
  }
  try {
    for await (const chunk of pipeline(Readable.from(counted()), createGunzip(), () => {})) {
      unpacked += (chunk as Buffer).length
      if (unpacked > FREE_BYTES && unpacked > packed * limits.expansionRatio)
        throw new ReadoutError(
          'archive-expanded-too-far',
          `What is packed grows more than ${limits.expansionRatio} times: no text does. It is not read further.`,
        )
      yield chunk as Buffer
    }
  } catch (cause) {
    if (cause instanceof ReadoutError) throw cause
    const isShort = (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
    throw new ReadoutError('archive-damaged', `What is packed ${isShort ? 'ends in the middle' : 'is damaged'}: what stood before was read.`, { cause })
  }
}

const FREE_BYTES = 100_000_000
