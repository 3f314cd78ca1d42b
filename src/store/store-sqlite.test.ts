import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { AT, fold, makeTalk } from '../../test/library-sample.ts'
import { dumpSchema } from '../../test/store-dump.ts'
import { tellSqliteFailure } from './sqlite-failures.ts'
import { checkStore, cleanStore, closeStore, deleteArticles, loadRecord, openStore, saveTaken } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = (name: string) => join(folder, name)
const many = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => makeTalk({ key: `${first + n}`, words: `Word ${first + n} `.repeat(40) }))

test('what is forgotten is in no file any more', async () => {
  const path = place('forget.db')
  const store = await openStore(path)
  await saveTaken(store, [...many(0, 30), makeTalk({ key: 'hushed', speaker: 'Xylia Qorvath', words: 'The zyzzyva was seen' }), ...many(30, 30)], fold)
  const said = { at: AT, who: 'ada', article_key: 'hushed', fact_kind: 'statement', fact_key: 'f', action: 'accept', change: '{}', undoes: null } as const
  await store.db
    .insertInto('correction')
    .values({ ...said, anchor: '{"words":"The zyzzyva was seen"}' })
    .execute()
  await deleteArticles(store, [31])
  await cleanStore(store)
  const files = () => [path, `${path}-wal`].filter(existsSync).map((file) => readFileSync(file).toString('latin1').toLowerCase())
  for (const bytes of files()) for (const word of ['zyzzyva', 'qorvath', 'xylia', 'hushed']) expect(bytes.includes(word)).toBe(false)
  expect(files()[0]?.includes('word 12')).toBe(true)
  expect(await Array.fromAsync(checkStore(store))).toEqual([])
  await closeStore(store)
})

describe('several processes', () => {
  const write = (path: string, name: string) =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, ['test/store-writer.ts', path, name, '12'], { stdio: ['ignore', 'ignore', 'pipe'] })
      let told = ''
      child.stderr.on('data', (piece: Buffer) => {
        told += piece.toString()
      })
      child.once('close', (code) => resolve(code === 0 ? 'done' : told))
    })

  test('four open a new store at once and write at once: nothing is lost', async () => {
    const path = place('four.db')
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => write(path, name)))).toEqual(['done', 'done', 'done', 'done'])
    const store = await openStore(path)
    const keys = (await store.db.selectFrom('article').select('key').execute()).map(({ key }) => key)
    for (const name of ['a', 'b', 'c', 'd']) expect(keys.filter((key) => key.startsWith(`${name}-`))).toHaveLength(14)
    expect(await Array.fromAsync(checkStore(store))).toEqual([])
    await closeStore(store)
  })
})

describe('failures are told as sentences', () => {
  const fail = async (path: string, isReadOnly = false) =>
    openStore(path, { isReadOnly }).then(
      () => 'opened',
      (error: Error & { code: string }) => `${error.code}: ${error.message}`,
    )

  test('what is no store is not opened', async () => {
    writeFileSync(place('text.db'), 'Words, no database, and enough of them to be longer than a head.\n'.repeat(40))
    mkdirSync(place('folder.db'))
    const other = new DatabaseSync(place('other.db'))
    other.exec('create table other (x)')
    other.close()
    expect(await fail(place('text.db'))).toMatch(/^store-not-a-store: .*no SQLite database/)
    expect(await fail(place('folder.db'))).toMatch(/^store-cannot-open: .*is a folder/)
    expect(await fail(place('other.db'))).toMatch(/^store-not-a-store: .*no store of Readout's/)
    expect(await fail(place('text.db/below.db'))).toMatch(/^store-cannot-open: /)
    expect(await fail(place('none.db'), true)).toMatch(/^store-missing: /)
    expect(existsSync(place('none.db'))).toBe(false)
  })

  test('a store of a newer program is refused', async () => {
    const store = await openStore(place('newer.db'))
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(store.db)
    await closeStore(store)
    expect(await fail(place('newer.db'))).toMatch(/^store-newer: .*made by a newer Readout \(it knows “9999-later”\)/)
  })

  test('a store opened for reading is not written', async () => {
    await closeStore(await openStore(place('read.db')))
    const store = await openStore(place('read.db'), { isReadOnly: true })
    await expect(saveTaken(store, many(0, 1), fold)).rejects.toMatchObject({ code: 'store-read-only' })
    await closeStore(store)
  })

  test('codes of SQLite', () => {
    const tell = (errcode: number) => (tellSqliteFailure(Object.assign(new Error('x'), { errcode }), 'a.db') as { code?: string }).code
    expect([5, 8, 13, 14, 26, 266, 1].map(tell)).toEqual([
      'store-busy',
      'store-read-only',
      'store-full',
      'store-cannot-open',
      'store-not-a-store',
      'store-io',
      undefined,
    ])
  })
})

describe('a full disk', () => {
  const fill = async (path: string, limit: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>) => {
    const store = await openStore(path)
    await saveTaken(store, many(0, 5), fold)
    await limit(store)
    await expect(saveTaken(store, many(5, 1_000), fold)).rejects.toMatchObject({
      code: 'store-full',
      message: expect.stringContaining('nothing of this step was saved'),
    })
    expect(await store.db.selectFrom('article').select('id').execute()).toHaveLength(5)
    expect(await Array.fromAsync(checkStore(store))).toEqual([])
    await closeStore(store)
  }

  test('a file that may not grow', () => fill(place('small.db'), ({ db }) => sql`pragma max_page_count = 800`.execute(db)))

  test('a disk of two megabytes', async (context) => {
    const disk = place('disk')
    if (!tryMount(disk)) {
      expect(process.env.READOUT_NO_SKIP).not.toBe('1')
      return context.skip()
    }
    try {
      await fill(join(disk, 'full.db'), async () => {})
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

/** Only root may, and not everywhere. */
function tryMount(path: string): boolean {
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('earlier schemas', () => {
  const FIXTURES = 'fixtures/stores'
  const migrations = readdirSync('src/store/migrations')
    .filter((file) => file.endsWith('.sqlite.sql'))
    .sort()

  test('there is a stored file of each', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(migrations.map((file) => `${file.slice(0, 4)}.sql`))
  })

  for (const file of readdirSync(FIXTURES).sort())
    test(`a store of ${file} is brought to the newest form`, async () => {
      const path = place(`fixture-${file}.db`)
      const database = new DatabaseSync(path)
      database.exec(readFileSync(join(FIXTURES, file), 'utf8'))
      database.close()
      const store = await openStore(path)
      expect(await Array.fromAsync(checkStore(store))).toEqual([])
      expect((await loadRecord(store, 2))?.statements[0]?.content.spans[0]?.text).toBe('“NUL \u0000,”')
      await closeStore(store)
      await closeStore(await openStore(place(`fresh-${file}.db`)))
      const [migrated, fresh] = [path, place(`fresh-${file}.db`)].map((one) => new DatabaseSync(one))
      expect(dumpSchema(migrated as DatabaseSync).sort()).toEqual(dumpSchema(fresh as DatabaseSync).sort())
      migrated?.close()
      fresh?.close()
    })
})
