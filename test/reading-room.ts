import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foldIdentityName } from '../src/identities/identities.ts'
import { makeApp } from '../src/serve/app.ts'
import type { Room } from '../src/serve/room.ts'
import { openRoom, type ServerOptions } from '../src/serve/serve.ts'
import { addSource, closeStore, openStore, saveTaken } from '../src/store/store.ts'
import { AT, draft, makeTalk } from './library-sample.ts'

/** A reading room on a small library, without a network: requests go straight to the app. */
export interface TestRoom {
  readonly room: Room
  /** By the name “localhost”, unless the path is an address. */
  readonly ask: (path: string, given?: RequestInit) => Promise<Response>
  /** Asks for JSON; what is to be sent is sent as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is answered.
  readonly askJson: (path: string, body?: unknown, method?: string) => Promise<{ status: number; body: any }>
  readonly close: () => Promise<void>
}

/** Makes a store of hand-made reports: six talks, of which one is a copy and one has a second version. Returns its path. */
export async function makeTestStore(folder: string): Promise<string> {
  const path = join(folder, 'library.db')
  await fillTestStore(path)
  return path
}

/** The same in a store that is there. */
export async function fillTestStore(location: string): Promise<void> {
  const store = await openStore(location)
  const sourceId = await addSource(store, { name: 'strait.example', kind: 'feed', address: 'https://www.strait.example/feed.xml', isWatched: true }, AT)
  const keshen = draft('person', 'Radu Keshen')
  const ostria = { ...draft('country', 'Ostria'), country: 'OST', iso3: 'OST' }
  const brandt = draft('person', 'Ilva Brandt')
  const who = [brandt, keshen, ostria, null]
  const talks = [
    makeTalk({ key: 'one', sourceId, identities: who }),
    makeTalk({ key: 'two', sourceId, copyOf: 'one', identities: who }),
    makeTalk({ key: 'three', sourceId, day: '2024-03-16', words: 'The ferry will sail', identities: who }),
    makeTalk({ key: 'four', sourceId, day: '2024-03-18', words: 'The ferry will not sail', identities: who }),
    makeTalk({ key: 'five', day: '2024-03-20', words: 'Nobody asked us <script>alert(1)</script>', title: '<img src=x onerror=alert(1)>', identities: who }),
    makeTalk({ key: 'five', day: '2024-03-20', words: 'Somebody asked us', title: 'Asked', identities: who }),
  ]
  await saveTaken(store, talks, foldIdentityName)
  await closeStore(store)
}

export async function openTestRoom(options: Partial<ServerOptions> = {}, host = '127.0.0.1'): Promise<TestRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-room-'))
  const store = options.store ?? (await makeTestStore(folder))
  const { room, close } = await openRoom({ port: 0, isQuiet: true, ...options, store }, host)
  const app = makeApp(room)
  const ask = async (path: string, given: RequestInit = {}) => app.request(new Request(path.startsWith('http') ? path : `http://localhost${path}`, given))
  return {
    room,
    ask,
    askJson: async (path, body, method = body === undefined ? 'GET' : 'POST') => {
      const headers = body === undefined ? {} : { 'content-type': 'application/json' }
      const response = await ask(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
      const words = await response.text()
      return { status: response.status, body: words === '' ? null : JSON.parse(words) }
    },
    close: async () => {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
