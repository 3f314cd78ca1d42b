import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LIMITS } from '../document/limits.ts'
import { hasAnswer } from './answers.ts'

/** An answer that is kept ready, as it is and packed. */
interface ReadyPage {
  readonly etag: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
}

export interface PageCache {
  /** The page of this tag, made where it is not there yet. */
  readonly answer: (request: Request, etag: string, make: () => Promise<unknown>) => Promise<Response>
}

const pack = promisify(gzip)

/** Keeps the JSON of pages by their tag, the last asked for. A tag names everything that its page depends on. */
export function openPageCache(): PageCache {
  const kept = new Map<string, ReadyPage>()
  let held = 0
  const keep = (page: ReadyPage) => {
    kept.set(page.etag, page)
    held += page.bytes.length + page.packed.length
    for (const [etag, { bytes, packed }] of kept) {
      if (held <= LIMITS.pageCacheBytes) break
      kept.delete(etag)
      held -= bytes.length + packed.length
    }
  }
  return {
    answer: async (request, etag, make) => {
      if (hasAnswer(request, etag)) return new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache', vary: 'accept, accept-encoding' } })
      const known = kept.get(etag)
      const page = known ?? (await makePage(etag, await make()))
      if (known) kept.delete(etag)
      if (known) kept.set(etag, known)
      else if (!kept.has(etag)) keep(page)
      return sendPage(request, page)
    },
  }
}

async function makePage(etag: string, value: unknown): Promise<ReadyPage> {
  const bytes = Buffer.from(JSON.stringify(value))
  return { etag, bytes, packed: await pack(bytes, { level: 5 }) }
}

function sendPage(request: Request, { etag, bytes, packed }: ReadyPage): Response {
  const isPacked = /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(request.headers.get('accept-encoding') ?? '')
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
    etag: isPacked ? `W/${etag}` : etag,
    ...(isPacked && { 'content-encoding': 'gzip' }),
  }
  return new Response(isPacked ? packed : bytes, { headers })
}
