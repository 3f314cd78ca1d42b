import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStore, closeStore, openStore } from '../src/store/store.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'

/** Kills for each engine, two processes at a time. */
const ROUNDS = 10
const folder = mkdtempSync(join(tmpdir(), 'readout-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Numbers that look random and are the same each time. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Starts a process that writes, kills it so many milliseconds after its store is open, and returns the articles that it had told as saved. */
async function writeAndDie(location: string, name: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ['test/store-writer.ts', location, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  child.stdout.on('data', (piece: Buffer) => {
    if (told === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    told += piece.toString()
  })
  await new Promise((resolve) => child.once('close', resolve))
  expect(child.signalCode).toBe('SIGKILL')
  return Array.from(told.matchAll(/^saved (.+)\n/gm), (match) => match[1] as string)
}

async function crash(location: string): Promise<void> {
  const random = makeRandom(7)
  const confirmed: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const pair = ['a', 'b'].map((name) => writeAndDie(location, `${name}${round}`, 5 + random() * 250))
    confirmed.push(...(await Promise.all(pair)).flat())
    const store = await openStore(location)
    expect(await Array.fromAsync(checkStore(store))).toEqual([])
    const keys = (await store.db.selectFrom('article').select('key').execute()).map(({ key }) => key)
    const kept = new Set(keys)
    expect(kept.size).toBe(keys.length)
    expect(confirmed.filter((key) => !kept.has(key))).toEqual([])
    await closeStore(store)
  }
  expect(confirmed.length).toBeGreaterThan(ROUNDS)
}

describe('twenty processes killed while they write', () => {
  test('SQLite keeps what was confirmed, once', () => crash(join(folder, 'crash.db')), 120_000)

  const bin = findPostgres()
  describe.skipIf(!bin)('in PostgreSQL', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres(bin as string)
    })
    afterAll(() => server.stop())
    test('PostgreSQL keeps what was confirmed, once', () => crash(server.address), 120_000)
  })
})
