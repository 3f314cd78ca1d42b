import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A PostgreSQL of our own for tests: nothing in it outlives them. */
export interface PostgresServer {
  /** Address of its first database, with the password in it. */
  readonly address: string
  /** Makes another database and returns its address. */
  readonly makeDatabase: (name: string) => string
  readonly stop: () => Promise<void>
}

const PASSWORD = 'test'

/** Folder of the server's programs, or null where PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const root = '/usr/lib/postgresql'
  const installed = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : []
  const folders = [...installed, ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

/** Starts a server in a temporary folder. The server refuses to run as root, so that root starts it as the user “nobody”. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-postgres-'))
  const who = userInfo().uid === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid)
  const data = join(folder, 'data')
  const quiet = { ...who, cwd: folder, stdio: 'pipe', env: { PATH: bin, LC_ALL: 'C', HOME: folder } } as const
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'readout', '-E', 'UTF8', '--locale=C', '--auth-local=trust', '--auth-host=scram-sha-256', '--no-sync'],
    quiet,
  )
  const port = await findPort()
  const settings = ['fsync=off', 'full_page_writes=off', `unix_socket_directories=${folder}`, 'listen_addresses=127.0.0.1', `port=${port}`]
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...quiet, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const run = (command: string, database = 'postgres') =>
    execFileSync(join(bin, 'psql'), ['-h', folder, '-p', String(port), '-U', 'readout', '-d', database, '-qc', command], quiet)
  await waitFor(() => run(`alter role readout password '${PASSWORD}'`), stop)
  const makeDatabase = (name: string) => {
    run(`create database ${name}`)
    return `postgres://readout:${PASSWORD}@127.0.0.1:${port}/${name}`
  }
  return { address: makeDatabase('first'), makeDatabase, stop }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
}

async function findPort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function waitFor(attempt: () => unknown, giveUp: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      attempt()
      return
    } catch (error) {
      if (tries > 100) {
        await giveUp()
        throw error
      }
      await wait(100)
    }
  }
}
