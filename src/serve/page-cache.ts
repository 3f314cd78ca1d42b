import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { LIMITS } from '../document/limits.ts'
import { hasAnswer } from './answers.ts'

export interface PageCache {
  /** The page of this tag, made where it is not there yet. */
  readonly answer: (request: Request, etag: string, make: () => Promise<unknown>) => Promise<Response>
}

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/**
 * Keeps the JSON of pages by their tag, the last asked for; packed, as browsers ask for it, so that some thousand pages fit. A tag names
 * everything that its page depends on.
 */
export function openPageCache(): PageCache {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  let held = 0
  const keep = (etag: string, packed: Uint8Array<ArrayBuffer>) => {
    held += packed.length - (kept.get(etag)?.length ?? 0)
    kept.delete(etag)
    kept.set(etag, packed)
    for (const [oldest, { length }] of kept) {
      if (held <= LIMITS.pageCacheBytes) return
      kept.delete(oldest)
      held -= length
    }
  }
  return {
    answer: async (request, etag, make) => {
      const headers = { 'cache-control': 'no-cache', vary: 'accept, accept-encoding' }
      if (hasAnswer(request, etag)) return new Response(null, { status: 304, headers: { ...headers, etag } })
      const packed = kept.get(etag) ?? (await pack(JSON.stringify(await make()), { level: 5 }))
      keep(etag, packed)
      return sendPage(request, packed, { ...headers, 'content-type': 'application/json; charset=utf-8', etag })
    },
  }
}

/** A tag of packed bytes is weak: the words are the same, the bytes are not. */
async function sendPage(request: Request, packed: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Response> {
  const isPacked = /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(request.headers.get('accept-encoding') ?? '')
  if (!isPacked) return new Response(await unpack(packed), { headers })
  return new Response(packed, { headers: { ...headers, etag: `W/${headers.etag}`, 'content-encoding': 'gzip' } })
}
