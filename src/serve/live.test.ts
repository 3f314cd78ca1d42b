import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draft, makeTalk } from '../../test/library-sample.ts'
import { makeTestStore, openTestRoom } from '../../test/reading-room.ts'
import { connect, type Heard } from '../client/client.ts'
import { LIMITS } from '../document/limits.ts'
import { foldIdentityName } from '../identities/identities.ts'
import { closeStore, openStore, type Store, saveTaken } from '../store/store.ts'
import { type RunningServer, startServer } from './serve.ts'

let folder: string
let path: string
let server: RunningServer
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-live-'))
  path = await makeTestStore(folder)
  server = await startServer({ store: path, port: 0, isQuiet: true })
  // Another process adds: here another connection does.
  store = await openStore(path)
})
afterEach(async () => {
  await server.stop()
  await closeStore(store)
  rmSync(folder, { recursive: true, force: true })
})

const WHO = [draft('person', 'Arvo Lind'), draft('person', 'Radu Keshen'), null, null]

async function addTalks(...keys: string[]): Promise<void> {
  await saveTaken(
    store,
    keys.map((key) => makeTalk({ key, identities: WHO })),
    foldIdentityName,
  )
}

/** Hears `count` events. */
async function hear(address: string, count: number, lastId?: string): Promise<Heard[]> {
  const heard: Heard[] = []
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), 20_000)
  for await (const one of connect(address).events({ ...(lastId !== undefined && { lastId }), signal: stop.signal })) if (heard.push(one) === count) stop.abort()
  clearTimeout(late)
  return heard
}

test('what another process adds is heard; who comes back misses nothing, over a restart too', async () => {
  const listening = hear(server.address, 2)
  await wait(300)
  await addTalks('six', 'seven')
  const [six, seven] = await listening
  expect([six, seven]).toMatchObject([
    { name: 'article.added', data: { articleId: 6 } },
    { name: 'article.added', data: { articleId: 7 } },
  ])
  // While nobody listens, and while no server is there at all.
  await addTalks('eight')
  await server.stop()
  await saveTaken(store, [makeTalk({ key: 'six', words: 'It changed', identities: WHO })], foldIdentityName)
  server = await startServer({ store: path, port: 0, isQuiet: true })
  const missed = hear(server.address, 3, six?.id ?? '')
  expect(await missed).toMatchObject([
    { id: seven?.id, data: { articleId: 7 } },
    { name: 'article.added', data: { articleId: 8 } },
    { name: 'article.changed', data: { articleId: 6, version: 2 } },
  ])
})

test('corrections and decisions are heard', async () => {
  const listening = hear(server.address, 2)
  await wait(300)
  const room = connect(server.address)
  const { record, seen } = await room.get('/articles/{id}', {}, { id: 3 })
  const [statement] = record.statements
  await room.post('/corrections', { article: 3, factKind: 'statement', factKey: statement?.factKey ?? '', action: 'accept', seen })
  await room.post('/identities/{id}/merge', { other: 2 }, { id: 1 })
  expect(await listening).toMatchObject([
    { name: 'correction', data: { articleId: 3, action: 'accept', who: 'local' } },
    { name: 'decision', data: { kind: 'merge', identityId: 1, otherId: 2 } },
  ])
})

test('five hundred listen and none misses or hears anything twice', async () => {
  const listening = Array.from({ length: 500 }, () => hear(server.address, 40))
  for (let tries = 0; tries < 100; tries++) {
    const told = await (await fetch(`${server.address}/metrics`)).text()
    if (/^readout_listeners 500$/m.test(told)) break
    await wait(100)
  }
  for (let lot = 0; lot < 4; lot++) await addTalks(...Array.from({ length: 10 }, (_, n) => `lot-${lot}-${n}`))
  const all = await Promise.all(listening)
  const expected = all[0]?.map(({ id }) => id)
  expect(new Set(expected).size).toBe(40)
  for (const heard of all) expect(heard.map(({ id }) => id)).toEqual(expected)
}, 60_000)

test('an id that no server of ours has given begins now', async () => {
  for (const id of ['', 'x', '1.2', '99999999.99999999.99999999', '-1.0.0']) {
    const response = await fetch(`${server.address}/events`, { headers: { 'last-event-id': id } })
    const reader = response.body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    expect(new TextDecoder().decode(value)).toContain('event: ready')
    await reader?.cancel()
  }
})

test('who does not read is let go, and nobody waits for that one', async () => {
  const room = await openTestRoom()
  const stream = room.room.live.listen(null)
  for (let n = 0; n <= LIMITS.liveWaiting; n++) room.room.live.tell('intake.progress', { id: n, counts: {}, lastKey: null, isDone: false, problem: null })
  expect(await new Response(stream).text()).toBe('')
  expect(room.room.live.count()).toBe(0)
  await room.close()
})
