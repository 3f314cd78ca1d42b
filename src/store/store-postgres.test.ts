import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fold, makeTalk } from '../../test/library-sample.ts'
import { findPostgres, type PostgresServer, startPostgres } from '../../test/postgres-server.ts'
import { describeStore } from '../../test/store-conformance.ts'
import { makeSmallStore } from '../../test/store-dump.ts'
import { checkStore, closeStore, copyStore, loadRecord, measureStore, openStore, saveTaken } from './store.ts'

const bin = findPostgres()

/** Without PostgreSQL on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!bin && process.env.READOUT_NO_SKIP === '1')
  test('PostgreSQL is there', () => {
    expect(bin).not.toBeNull()
  })

describe.skipIf(!bin)('the store in PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-store-'))
  let server: PostgresServer
  let count = 0
  beforeAll(async () => {
    server = await startPostgres(bin as string)
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const makeAddress = () => server.makeDatabase(`store_${++count}`)

  describeStore(
    'PostgreSQL',
    () => openStore(makeAddress()),
    (name) => join(folder, name),
  )

  test('failures are told as sentences', async () => {
    const fail = async (address: string) =>
      openStore(address).then(
        () => 'opened',
        (error: Error & { code: string }) => [error.code, error.message],
      )
    const address = makeAddress()
    expect(await fail(address.replace(':test@', ':wrong@'))).toEqual(['store-password', expect.stringMatching(/^The password for .*readout@.* is wrong/)])
    expect(await fail(address.replace(/\/store_\d+$/, '/nowhere'))).toEqual(['store-no-database', expect.stringContaining('createdb')])
    expect(await fail('postgres://127.0.0.1:1/x')).toEqual(['store-unreachable', expect.stringContaining('No PostgreSQL answers')])
    expect(await fail('postgres://host:port/x')).toEqual(['store-address', expect.stringContaining('no address')])
    const [, told] = await fail(address.replace(':test@', ':wrong@'))
    expect(told).not.toContain('wrong@')
  })

  test('a store opened for reading is not written', async () => {
    const address = makeAddress()
    await expect(openStore(address, { isReadOnly: true })).rejects.toThrow(/older Readout/)
    await closeStore(await openStore(address))
    const store = await openStore(address, { isReadOnly: true })
    await expect(saveTaken(store, [makeTalk({ key: 'a' })], fold)).rejects.toMatchObject({ code: 'store-read-only' })
    await closeStore(store)
  })

  test('a store in a file is copied in', async () => {
    const path = join(folder, 'small.db')
    await makeSmallStore(path)
    const [from, to] = [await openStore(path), await openStore(makeAddress())]
    await copyStore(from, to)
    expect(await Array.fromAsync(checkStore(to))).toEqual([])
    expect((await measureStore(to)).counts).toEqual((await measureStore(from)).counts)
    expect(await loadRecord(to, 2)).toEqual(await loadRecord(from, 2))
    expect(await saveTaken(to, [makeTalk({ key: 'z' })], fold)).toMatchObject([{ articleId: 3, outcome: 'new' }])
    await closeStore(from)
    await closeStore(to)
  })

  test('texts of many words fit', async () => {
    const store = await openStore(makeAddress())
    const words = Array.from({ length: 90_000 }, (_, n) => `w${n.toString(36)}`).join(' ')
    await saveTaken(store, [makeTalk({ key: 'a', words }), makeTalk({ key: 'b', words: 'w '.repeat(40_000) })], fold)
    expect(await Array.fromAsync(checkStore(store))).toEqual([])
    await closeStore(store)
  })

  test('four open a new store at once, then write at once', async () => {
    const address = makeAddress()
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(address)))
    const saved = await Promise.all(stores.map((store, n) => saveTaken(store, [makeTalk({ key: 'same' }), makeTalk({ key: `own ${n}` })], fold)))
    expect(saved.map(([same]) => same?.outcome).sort()).toEqual(['new', 'unchanged', 'unchanged', 'unchanged'])
    expect(await Array.fromAsync(checkStore(stores[0] as (typeof stores)[0]))).toEqual([])
    expect(await stores[0]?.db.selectFrom('article').select('key').execute()).toHaveLength(5)
    await Promise.all(stores.map(closeStore))
  })
})
