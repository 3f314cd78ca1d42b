import { promisify } from 'node:util'
import { brotliDecompress, gunzip, type InputType, inflate, inflateRaw, type ZlibOptions, zstdDecompress } from 'node:zlib'
import { FetchError } from './fetch-error.ts'

type Unpack = (bytes: InputType, options: ZlibOptions) => Promise<Buffer>

const CODINGS: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip) as Unpack,
  'x-gzip': promisify(gunzip) as Unpack,
  br: promisify(brotliDecompress) as Unpack,
  zstd: promisify(zstdDecompress) as Unpack,
  deflate: inflateEither,
}

/** Unpacks a body by its Content-Encoding, the last coding first, and never beyond `most` bytes. Throws `FetchError`. */
export async function expandBody(bytes: Uint8Array, encoding: string | null, most: number): Promise<Uint8Array> {
  const codings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'identity')
  // Two codings on top of each other are heard of, more are an attack.
  if (codings.length > 2) throw new FetchError('fetch-malformed', 'The answer is packed more than twice over: it is not read.')
  let body = bytes
  for (const coding of codings.reverse()) {
    const unpack = CODINGS[coding]
    if (!unpack) throw new FetchError('fetch-malformed', `The answer is packed in a way that was not asked for (“${coding.slice(0, 40)}”).`)
    if (body.length > 0) body = await unpackOne(unpack, body, most)
  }
  return body
}

async function unpackOne(unpack: Unpack, bytes: Uint8Array, most: number): Promise<Uint8Array> {
  try {
    return await unpack(bytes, { maxOutputLength: most })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new FetchError('fetch-expanded-too-far', `The answer unpacks to more than ${most} bytes: it is not read further.`, { cause })
    if (code === 'Z_BUF_ERROR') throw new FetchError('fetch-cut-short', 'The packed answer ends in the middle.', { canRetry: true, cause })
    throw new FetchError('fetch-malformed', 'The packed answer is damaged.', { canRetry: true, cause })
  }
}

/** “deflate” should have a zlib header; some servers send it bare. */
async function inflateEither(bytes: InputType, options: ZlibOptions): Promise<Buffer> {
  const first = (bytes as Uint8Array)[0] as number
  return (first & 0x0f) === 8 ? promisify(inflate)(bytes, options) : promisify(inflateRaw)(bytes, options)
}
