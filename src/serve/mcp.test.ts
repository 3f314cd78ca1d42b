import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestStore } from '../../test/reading-room.ts'
import { type RunningServer, startServer } from './serve.ts'

let folder: string
let server: RunningServer
let client: Client
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-mcp-'))
  server = await startServer({ store: await makeTestStore(folder), port: 0, isQuiet: true })
  client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`)))
})
afterAll(async () => {
  await client.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What a tool answers, read. */
async function call(name: string, given: Record<string, unknown>) {
  const { content, isError } = (await client.callTool({ name, arguments: given })) as { content: { text: string }[]; isError?: boolean }
  const text = content[0]?.text ?? ''
  return { isError: isError ?? false, text, told: isError ? null : JSON.parse(text) }
}

test('a model sees four tools that only read', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ['read', true],
    ['find', true],
    ['said', true],
    ['timeline', true],
  ])
})

test('each answer has its words and their place', async () => {
  const { told } = await call('find', { words: 'ferry' })
  expect(told.facts[0]).toMatchObject({
    fact: 'Ilva Brandt said',
    words: '“The ferry will not sail,”',
    place: { article: 4, factId: 's1', offsetUnit: 'codepoint', start: expect.any(Number) },
    outlet: 'strait.example',
    publishedOn: '2024-03-18',
    link: expect.stringContaining('#:~:text='),
  })
  expect((await call('said', { name: 'Ilva Brandt' })).told).toMatchObject({ who: { id: 1 }, said: [{ words: expect.any(String) }, {}, {}, {}] })
  expect((await call('timeline', { one: 'Ilva Brandt', other: 'Radu Keshen' })).told).toMatchObject({ entries: [{ kind: 'meeting', words: 'met' }] })
})

test('what was asked wrongly is told in a sentence', async () => {
  expect(await call('said', { name: 'Nobody' })).toMatchObject({ isError: false, told: { who: null, unknownNames: ['Nobody'] } })
  expect(await call('find', { words: '-ferry' })).toMatchObject({ isError: true, text: expect.stringContaining('names no word') })
  expect((await call('find', { words: 'ferry', since: 'yesterday' })).isError).toBe(true)
})
