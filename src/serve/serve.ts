/**
 * The reading room's server: the HTTP API of docs/http-api.md, its live news, the Model Context Protocol, and the built pages. It listens on
 * this machine alone unless it is told otherwise; docs/security.md tells who may come in and what was tried to get in.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { listAccounts } from '../accounts/accounts.ts'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { foldIdentityName } from '../identities/identities.ts'
import { closeLibrary, openLibrary } from '../library/library.ts'
import { closeStore, openStore } from '../store/store.ts'
import { makeApp } from './app.ts'
import { isLoopbackHost } from './guard.ts'
import { openIntakes } from './intakes.ts'
import { openLive } from './live.ts'
import { type Log, openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { openPageCache } from './page-cache.ts'
import { openReadings } from './readings.ts'
import type { Room } from './room.ts'

export interface ServerOptions {
  /** Place of the store: a file, or postgres://…. */
  readonly store: string
  /** 0: any free port. */
  readonly port: number
  /** Without it this machine alone. */
  readonly host?: string
  /** Further names by which the server may be called; without any, a server that others reach answers to every name. */
  readonly names?: readonly string[]
  /** Folder of the built pages; null: the API alone. */
  readonly webFolder?: string | null
  readonly modelFolder?: string
  /** Lets addresses in a private network be read and taken in. */
  readonly allowPrivate?: boolean
  /** Writes nothing about requests. */
  readonly isQuiet?: boolean
}

export interface RunningServer {
  readonly address: string
  /** Takes no more requests, lets what is under way come to its end, and closes the store. */
  readonly stop: () => Promise<void>
}

/** Opens a store and listens. Throws `ReadoutError` where it may not: elsewhere than on this machine an account is needed first. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1'
  const { room, close } = await openRoom(options, host)
  if (!room.isLoopback && (await listAccounts(room.store)).every(({ isDisabled }) => isDisabled)) {
    await close()
    throw new ReadoutError(
      'no-accounts',
      `Others can reach ${host}, and nobody has an account yet: add one by “readout user add NAME --role admin”, or listen on 127.0.0.1.`,
    )
  }
  const app = makeApp(room)
  const limits = { maxHeaderSize: LIMITS.requestHeaderBytes, headersTimeout: LIMITS.requestHeaderMs, requestTimeout: LIMITS.requestMs }
  const server = createServer({ ...limits, connectionsCheckingInterval: 1_000, keepAliveTimeout: 5_000 }, getRequestListener(app.fetch as never))
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve))
  } catch (cause) {
    await close()
    throw explainListening(host, options.port, cause)
  }
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : options.port
  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    await room.live.close()
    server.closeIdleConnections()
    const late = setTimeout(() => server.closeAllConnections(), STOP_MS)
    await closed
    clearTimeout(late)
    await close()
  }
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, stop }
}

/** How long what is under way may take when the server stops. */
const STOP_MS = 5_000

/** What the routes work with, and how it is closed; for servers and for tests. */
export async function openRoom(options: ServerOptions, host: string): Promise<{ room: Room; close: () => Promise<void> }> {
  const { allowPrivate = false, modelFolder, names } = options
  const log = openLog(options.isQuiet ?? false)
  const library = await openLibrary(options.store, { parallel: 1, ...(modelFolder !== undefined && { modelFolder }) })
  const store = await openStore(options.store, { isReadOnly: true })
  const live = await openLive(store, log)
  const metrics = openMetrics({
    countListeners: live.count,
    countArticles: async () =>
      (
        await store.db
          .selectFrom('article')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
  })
  const intakes = openIntakes(library, { live, log, allowPrivate })
  const room: Room = {
    ...{
      library,
      store,
      live,
      intakes,
      metrics,
      log,
      allowPrivate,
      pages: openPageCache(),
      attempts: new Map(),
      isLoopback: isLoopbackHost(host),
      names: names ?? null,
    },
    desk: { store, knowledge: library.knowledge(), fold: foldIdentityName },
    readings: openReadings(library, { allowPrivate, told: metrics.countReading }),
    webFolder: findWeb(options.webFolder ?? null, log),
    version: readVersion(),
  }
  const close = async () => {
    await intakes.close()
    await live.close()
    await closeStore(store)
    await closeLibrary(library)
  }
  return { room, close }
}

function findWeb(folder: string | null, log: Log): string | null {
  if (folder !== null && existsSync(folder)) return folder
  log.warn('The pages are not built: “npm run web” builds them. The API answers all the same.')
  return null
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  return version
}

function explainListening(host: string, port: number, cause: unknown): ReadoutError {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new ReadoutError('port-taken', `Port ${port} is in use already: name another one by --port.`, { cause })
  if (code === 'EACCES') return new ReadoutError('port-forbidden', `Port ${port} may not be used: name one above 1023 by --port.`, { cause })
  return new ReadoutError('cannot-listen', `The server cannot listen on ${host}:${port} (${(cause as Error).message}).`, { cause })
}
