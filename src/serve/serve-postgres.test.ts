import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPostgres, type PostgresServer, startPostgres } from '../../test/postgres-server.ts'
import { fillTestStore, makeTestStore, openTestRoom, type TestRoom } from '../../test/reading-room.ts'

const bin = findPostgres()

/** Without PostgreSQL on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!bin && process.env.READOUT_NO_SKIP === '1')
  test('PostgreSQL is there', () => {
    expect(bin).not.toBeNull()
  })

describe.skipIf(!bin)('a room on a server answers as one on a file', () => {
  let folder: string
  let server: PostgresServer
  let onServer: TestRoom
  let onFile: TestRoom
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readout-engines-'))
    server = await startPostgres(bin as string)
    const address = server.makeDatabase('room')
    await fillTestStore(address)
    onServer = await openTestRoom({ store: address })
    onFile = await openTestRoom({ store: await makeTestStore(folder) })
  })
  afterAll(async () => {
    await onServer.close()
    await onFile.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    '/',
    '/articles?copies=1',
    '/articles?country=OST&since=2024-03-15',
    '/articles/1',
    '/articles/5',
    '/articles/1/original',
    '/find?q=ferry&facets=1',
    '/said?id=1',
    '/timeline?a=Ilva+Brandt&b=Radu+Keshen',
    '/network',
    '/network?kind=speaks-of',
    '/identities',
    '/identities?q=kesh',
    '/identities?q=%25',
    '/identities/1',
    '/review/queue',
    '/sources',
    '/reports?q=ferry',
  ])('%s', async (path) => {
    const answers = [await onServer.askJson(path), await onFile.askJson(path)]
    expect(answers[0]?.status).toBe(200)
    // When records were read is the only thing that differs.
    expect(answers[0]).toEqual(answers[1])
  })

  test('corrections, collections, decisions and news work there too', async () => {
    const news = onServer.room.live.listen('0.0.0').getReader()
    const { body } = await onServer.askJson('/articles/3')
    const draft = { article: 3, factKind: 'statement', factKey: body.record.statements[0].factKey, action: 'accept', seen: body.seen }
    expect((await onServer.askJson('/corrections', draft)).status).toBe(201)
    expect((await onServer.askJson('/articles/3')).body.record.statements[0]).toMatchObject({ origin: 'machine+human', decision: { verdict: 'accepted' } })
    expect((await onServer.askJson('/collections', { title: 'Mine' })).status).toBe(201)
    expect((await onServer.askJson('/collections/mine/items', { article: 3, factKey: body.record.statements[0].machineKey })).body.items).toMatchObject([
      { fact: { kind: 'statement' } },
    ])
    expect((await onServer.askJson('/identities/1/merge', { other: 2 })).status).toBe(200)
    let heard = ''
    while (!heard.includes('event: decision')) heard += new TextDecoder().decode((await news.read()).value)
    expect(heard.match(/^event: .*/gm)).toEqual(
      ['ready', ...Array(5).fill('article.added'), 'article.changed', 'correction', 'decision'].map((name) => `event: ${name}`),
    )
    await news.cancel()
  })
})
