import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { constants, gunzipSync } from 'node:zlib'
import { ReadoutError } from '../document/readout-error.ts'
import type { FetchedPage, Limits } from './fetch.ts'
import { unpackStream } from './lines.ts'
import { HEAD_BYTES, isGzip, type Kind, recogniseKind } from './recognise.ts'
import { streamOf } from './window.ts'

/** A file or an answer that is at hand: what it is, and its bytes as often as they are asked for. */
export interface Holding {
  readonly kind: Kind
  /** File name, or the address it came from. */
  readonly name: string
  /** The address it came from; null for a file. */
  readonly address: string | null
  readonly contentType: string | null
  readonly isPacked: boolean
  /** Its beginning, unpacked. */
  readonly head: Uint8Array
  /** The bytes as they lie there. */
  stream(): AsyncIterable<Uint8Array>
}

/** Opens a file. Throws `ReadoutError` (`file-missing` and others) with what to do. */
export async function holdFile(path: string, name: string): Promise<Holding> {
  const head = await readHead(path)
  return { ...recognise(head, name, null), name, address: null, stream: () => readFile(path) }
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw explainFile(path, cause)
  }
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of createReadStream(path)) yield part as Buffer
  } catch (cause) {
    throw explainFile(path, cause)
  }
}

/** Holds what was fetched. */
export function holdFetched({ bytes, contentType, address }: FetchedPage): Holding {
  const { pathname } = new URL(address)
  return { ...recognise(bytes.subarray(0, HEAD_BYTES), pathname, contentType), name: address, address, stream: () => streamOf(bytes) }
}

/** All bytes, unpacked. Throws `file-too-large` where they are more than may be read at once. */
export async function readWhole(holding: Holding, limits: Limits, most = limits.fileBytes): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of streamUnpacked(holding, limits)) {
    length += part.length
    if (length > most) throw new ReadoutError('file-too-large', `“${holding.name}” has more than ${most} bytes: part it, or write its articles as JSON lines.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The bytes, unpacked as they come. */
export function streamUnpacked(holding: Holding, limits: Limits): AsyncIterable<Uint8Array> {
  return holding.isPacked ? unpackStream(holding.stream(), limits) : holding.stream()
}

function recognise(head: Uint8Array, name: string, contentType: string | null): Pick<Holding, 'kind' | 'isPacked' | 'head' | 'contentType'> {
  const isPacked = isGzip(head)
  const unpacked = isPacked ? peek(head) : head
  return { kind: recogniseKind(unpacked, name.replace(/\.gz$/i, ''), contentType), isPacked, head: unpacked, contentType }
}

/** The beginning of what is packed; nothing where that is damaged. */
function peek(head: Uint8Array): Uint8Array {
  try {
    // What was cut off at will unpacks as far as it goes: at most a thousandfold.
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES)
  } catch {
    return new Uint8Array(0)
  }
}

/** What the file system did not give, as a sentence. */
export function explainFile(path: string, cause: unknown): ReadoutError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT') return new ReadoutError('file-missing', `There is no file “${path}”: check the name and the folder.`, { cause })
  if (code === 'EACCES') return new ReadoutError('file-forbidden', `“${path}” may not be read: check its permissions.`, { cause })
  return new ReadoutError('file-unreadable', `“${path}” could not be read (${message}).`, { cause })
}
