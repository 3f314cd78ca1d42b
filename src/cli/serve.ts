import { fileURLToPath } from 'node:url'
import { ReadoutError } from '../document/readout-error.ts'
import { startServer } from '../serve/serve.ts'
import { listenForStop } from './stop.ts'
import { placeStore, showPlace } from './store-place.ts'

interface ServeFlags {
  store?: string
  port: string
  host?: string
  name?: string[]
  allowPrivate?: boolean
  quiet?: boolean
}

/** Opens the reading room and stays until it is stopped. */
export async function runServe(flags: ServeFlags): Promise<void> {
  const port = Number(flags.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ReadoutError('bad-port', `“${flags.port}” is no port: give a number from 1 to 65535.`)
  const place = placeStore(flags.store)
  const server = await startServer({
    ...{ store: place, port, webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)), isQuiet: flags.quiet ?? false },
    ...(flags.host !== undefined && { host: flags.host }),
    ...(flags.name && { names: flags.name }),
    ...(flags.allowPrivate && { allowPrivate: true }),
    ...(process.env.READOUT_MODELS && { modelFolder: process.env.READOUT_MODELS }),
  })
  process.stdout.write(`The reading room of ${showPlace(place)} is open: ${server.address}\n`)
  const stopped = new Promise<void>((resolve) => listenForStop(() => process.stderr.write('readout: closing.\n')).addEventListener('abort', () => resolve()))
  await stopped
  await server.stop()
}
