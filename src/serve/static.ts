import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { hasAnswer, makeEtag } from './answers.ts'

/** A file of the built pages, kept ready. */
interface WebFile {
  readonly type: string
  readonly etag: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer> | null
  /** Its name changes with what it holds. */
  readonly isHashed: boolean
}

export interface WebFiles {
  /** The file of a path; null where there is none. */
  readonly answer: (request: Request, path: string) => Response | null
  /** The page that draws all pages. */
  readonly answerPage: (request: Request) => Response
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** Files are known by name from the start: a path is looked up among them, and never leads into the file system. */
export function openWebFiles(folder: string | null): WebFiles {
  const names = folder === null ? [] : readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = new Map(names.map(({ parentPath, name }) => [toPath(folder as string, join(parentPath, name)), join(parentPath, name)]))
  const kept = new Map<string, WebFile>()
  const find = (path: string): WebFile | null => {
    const file = paths.get(path)
    if (file === undefined) return null
    const known = kept.get(path) ?? readWebFile(path, file)
    kept.set(path, known)
    return known
  }
  return {
    answer: (request, path) => {
      const file = path === '/index.html' ? null : find(path)
      return file && sendFile(request, file)
    },
    answerPage: (request) => {
      const page = find('/index.html')
      return page ? sendFile(request, page) : tellUnbuilt()
    },
  }
}

function toPath(folder: string, file: string): string {
  return `/${file.slice(folder.length).split(sep).filter(Boolean).join('/')}`
}

function readWebFile(path: string, file: string): WebFile {
  const bytes = readFileSync(file)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const isText = /^text|json|javascript|svg|wasm/.test(type)
  return { type, bytes, etag: makeEtag(bytes.toString('latin1')), packed: isText ? gzipSync(bytes) : null, isHashed: path.startsWith('/assets/') }
}

function sendFile(request: Request, { type, bytes, packed, etag, isHashed }: WebFile): Response {
  const isPacked = packed !== null && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  const headers: Record<string, string> = {
    'content-type': type,
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept, accept-encoding',
    etag: isPacked ? `W/${etag}` : etag,
  }
  if (hasAnswer(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(isPacked ? packed : bytes, { headers: { ...headers, ...(isPacked && { 'content-encoding': 'gzip' }) } })
}

function tellUnbuilt(): Response {
  const words = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Readout</title>
<h1>The pages are not built</h1>
<p>The server is there and answers programs: <a href="/openapi.json">its API</a>. “npm run web” builds the pages; start the server again then.
</html>
`
  return new Response(words, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}
