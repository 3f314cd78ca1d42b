import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeNews } from '../bench/news.ts'
import { checkStore, closeStore, openStore } from '../src/store/store.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'
import { runReadout } from './run-readout.ts'

const COUNT = 80
/** Kills of the real command, each engine. */
const ROUNDS = 4

const folder = mkdtempSync(join(tmpdir(), 'readout-library-crash-'))
const news = writeNews('news.jsonl', 7, COUNT)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function writeNews(name: string, seed: number, count: number): string {
  const file = join(folder, name)
  writeFileSync(file, [...makeNews({ seed, count, words: 60, copies: 0.1 })].map((article) => `${JSON.stringify(article)}\n`).join(''))
  return file
}

/** Starts the real command, kills it once so many items are saved, as its store tells, or a moment later. */
async function addAndDie(location: string, most: number, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['src/cli/readout.ts', 'add', news, '--store', location, '--parallel', '1', '--quiet'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const store = await openStore(location)
  while (child.exitCode === null && (await count(store)) < most) await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await ended
  expect(await Array.fromAsync(checkStore(store))).toEqual([])
  await closeStore(store)
}

async function count({ db }: Awaited<ReturnType<typeof openStore>>): Promise<number> {
  return (await db.selectFrom('article').select('id').execute()).length
}

/** Keys of the articles with what each tells, whatever their numbers are. */
async function summarize(location: string) {
  const store = await openStore(location)
  const { db } = store
  const query = db.selectFrom('statement').innerJoin('article', 'article.id', 'statement.article_id').select(['article.key', 'fact_key'])
  const facts = await query.orderBy('article.key').orderBy('number').execute()
  const articles = await db.selectFrom('article').select('key').orderBy('key').execute()
  const identities = await db.selectFrom('identity').select(['kind', 'name', 'country', 'office']).orderBy('kind').orderBy('name').orderBy('country').execute()
  const items = await db.selectFrom('intake_item').select(['key', 'state']).orderBy('key').execute()
  expect(await Array.fromAsync(checkStore(store))).toEqual([])
  await closeStore(store)
  return { articles, facts, identities, items }
}

async function crash(location: string, whole: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) await addAndDie(location, round * 20 + 1, (round * 37) % 90)
  const done = await runReadout(['add', news, '--store', location, '--parallel', '1'])
  expect(done.code).toBe(0)
  expect(await summarize(location)).toEqual(await summarize(whole))
}

describe('the real “readout add”', () => {
  const whole = join(folder, 'whole.db')
  beforeAll(async () => {
    const { code, out } = await runReadout(['add', news, '--store', whole])
    expect([code, out]).toEqual([0, expect.stringContaining(`${whole}: added: ${COUNT}`)])
  }, 60_000)

  test('killed and started again, it leaves the same library in SQLite', () => crash(join(folder, 'crash.db'), whole), 120_000)

  test('two at once into one store: nothing is lost, nobody waits in vain', { timeout: 120_000 }, async () => {
    const location = join(folder, 'two.db')
    const other = writeNews('other.jsonl', 8, 40)
    const ended = await Promise.all([news, other, news].map((file) => runReadout(['add', file, '--store', location, '--parallel', '1'])))
    expect(ended.map(({ code, err }) => [code, err])).toEqual([0, 0, 0].map((code) => [code, '']))
    const { articles } = await summarize(location)
    expect(articles).toHaveLength(COUNT + 40)
  })

  test('a full disk is told, and the store is sound', { timeout: 60_000 }, async (context) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      // Only root may, and not everywhere.
      expect(process.env.READOUT_NO_SKIP).not.toBe('1')
      return context.skip()
    }
    try {
      const location = join(disk, 'full.db')
      const { code, err } = await runReadout(['add', news, '--store', location, '--parallel', '1'])
      expect([code, err]).toEqual([2, expect.stringMatching(/^readout: The disk is full: nothing of this step was saved/)])
      expect(existsSync(location)).toBe(true)
      const store = await openStore(location)
      expect(await Array.fromAsync(checkStore(store))).toEqual([])
      await closeStore(store)
    } finally {
      execFileSync('umount', [disk])
    }
  })

  const bin = findPostgres()
  describe.skipIf(!bin)('into PostgreSQL', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres(bin as string)
    })
    afterAll(() => server.stop())
    test('killed and started again, it leaves the same library', () => crash(server.address, whole), 120_000)
  })
})
