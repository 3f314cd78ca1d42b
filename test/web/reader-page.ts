import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { build } from 'vite'

/** The policy of the pages; the worker that compiles the runtime has one word more. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm' }

/** Builds `web/reader` alone, so that a page may import it as `/assets/open-reader.js`. */
export async function buildReaderPage(folder: string): Promise<void> {
  await build({
    root: 'web',
    configFile: 'web/vite.config.ts',
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: 'web/reader/open-reader.ts', preserveEntrySignatures: 'strict', output: { entryFileNames: 'assets/open-reader.js' } },
    },
  })
}

export interface ReaderPage {
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  /** Bytes that are sent instead of a file's own, by the beginning of its name. */
  readonly instead: Map<string, Buffer>
  readonly close: () => void
}

/** Serves an empty page with a strict policy, and the built files below it. */
export async function serveReaderPage(folder: string): Promise<ReaderPage> {
  const asked: string[] = []
  const instead = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const name = /^\/assets\/([\w-]+\.\w+)$/.exec(path)?.[1]
    const isWorker = name?.startsWith('reader-worker-')
    response.setHeader('content-security-policy', isWorker ? POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") : POLICY)
    response.setHeader('content-type', name ? (TYPES[extname(name)] ?? 'application/octet-stream') : 'text/html')
    if (name) response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    const other = [...instead].find(([start]) => name?.startsWith(start))?.[1]
    response.end(name ? (other ?? readFileSync(join(folder, 'assets', name))) : '<!doctype html><title>Reading</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: originOf(server), asked, instead, close: () => server.close().closeAllConnections() }
}

function originOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}
