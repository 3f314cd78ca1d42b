import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestStore } from '../../test/reading-room.ts'
import { ApiProblem, connect, type Heard } from '../client/client.ts'
import { LIMITS } from '../document/limits.ts'
import { type RunningServer, startServer } from './serve.ts'

let folder: string
let server: RunningServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-reading-'))
  server = await startServer({ store: await makeTestStore(folder), port: 0, isQuiet: true })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const TEXT = 'Ilva Brandt, the foreign minister of Varland, met Radu Keshen in Corso on Monday. “The ferry will sail,” Brandt said.'

test('a text is read, a draft is checked, and nothing of them is kept', async () => {
  const room = connect(server.address)
  const readout = await room.post('/readings', { text: TEXT, date: '2024-03-18' })
  expect(readout).toMatchObject({
    format: 'readout/1',
    offsetUnit: 'utf16',
    article: { publishedOn: '2024-03-18', text: TEXT },
    statements: [{ kind: 'direct' }],
  })
  const check = await room.post('/checks', { text: TEXT })
  expect(check.claims[0]).toMatchObject({ verdict: 'stands' })
  expect(check.claims[0]?.matches[0]?.article.articleId).toBe(3)
  expect((await room.get('/')).articles).toBe(5)
})

test('what is taken in is told as it goes, and is there', async () => {
  const room = connect(server.address)
  const stop = new AbortController()
  const heard: Heard[] = []
  const listening = (async () => {
    for await (const one of room.events({ signal: stop.signal })) {
      heard.push(one)
      if (one.name === 'intake.progress' && one.data.isDone) stop.abort()
    }
  })()
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { id } = await room.post('/intake', { text: TEXT, title: 'Brandt in Corso', date: '2024-03-18' })
  await listening
  expect(heard.filter(({ name }) => name === 'article.added')).toMatchObject([{ data: { articleId: 6, title: 'Brandt in Corso' } }])
  expect(heard.at(-1)).toMatchObject({ name: 'intake.progress', id: null, data: { id, counts: { new: 1 }, isDone: true, problem: null } })
  expect(await room.get('/articles/{id}', {}, { id: 6 })).toMatchObject({ article: { title: 'Brandt in Corso', source: 'pasted' } })
  // The same text again is the same article.
  await room.post('/intake', { text: TEXT, title: 'Brandt in Corso', date: '2024-03-18' })
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect((await room.get('/')).articles).toBe(6)
})

test('rows come page after page, and problems are thrown', async () => {
  const room = connect(server.address)
  const rows = await Array.fromAsync(room.walk('/articles', { limit: 2, copies: '1' }))
  expect(rows.map(({ articleId }) => articleId)).toEqual([5, 6, 4, 3, 2, 1])
  const problem = await room.get('/articles/{id}', {}, { id: 99 }).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ status: 404, code: 'no-article', message: expect.stringContaining('no article 99') })
})

test('more texts at once than may wait are asked to come later', async () => {
  const asked = Array.from({ length: LIMITS.readingsWaiting + 4 }, () =>
    fetch(`${server.address}/readings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: TEXT.repeat(20) }) }),
  )
  const statuses = (await Promise.all(asked)).map(({ status, headers }) => (status === 429 ? [status, headers.get('retry-after')] : [status]))
  expect(statuses.filter(([status]) => status === 200)).toHaveLength(LIMITS.readingsWaiting)
  expect(statuses.filter(([status]) => status === 429)).toEqual(Array.from({ length: 4 }, () => [429, '5']))
})
