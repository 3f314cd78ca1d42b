import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldIdentityName } from '../../src/identities/identities.ts'
import { closeStore, openStore, saveTaken } from '../../src/store/store.ts'
import { PEOPLE, REPORTS } from '../desk-sample.ts'
import { makeReport } from '../report-sample.ts'
import { runReadout } from '../run-readout.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-questions-'))
const place = join(folder, 'library.db')
beforeAll(async () => {
  const store = await openStore(place)
  const taken = REPORTS.map((report) => makeReport(report, PEOPLE))
  await saveTaken(store, taken, foldIdentityName)
  await closeStore(store)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (...args: string[]) => runReadout(args, '', { READOUT_STORE: place })

test('find marks the words and goes on where a page ended', async () => {
  const first = await ask('find', 'closed', 'corridor', '--kind', 'statements', '--limit', '2')
  expect(first.code).toBe(0)
  expect(first.out).toContain('  Ilva Brandt said that Belmora would never accept a *closed corridor*.\n    statement s1 · Ilva Brandt (BLM) · indirect, say\n')
  const cursor = /--cursor (\S+)/.exec(first.err)?.[1] ?? ''
  const rest = await ask('find', 'closed', 'corridor', '--kind', 'statements', '--limit', '2', '--cursor', cursor)
  expect(rest.out).toMatch(/^2024-01-10 · Strait Times · Talks on the corridor · and 2 copies \(3 outlets\)\n/)
  expect(rest.err).toBe('')
})

test('as JSON, JSON Lines and CSV', async () => {
  const json = JSON.parse((await ask('find', '--realis', 'denied', '--format', 'json')).out)
  expect(json).toMatchObject({ offsetUnit: 'codepoint', next: null, rows: [{ kind: 'event', words: { start: 2, end: 9, text: 'meeting' } }] })
  const lines = (await ask('said', 'Tove Aldane', '--format', 'jsonl')).out.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).statement.speaker.name)).toEqual(Array(11).fill('Tove Aldane'))
  const csv = (await ask('timeline', 'Belmora', 'Ostria', '--format', 'csv', '--until', '2024-01-31')).out.split('\r\n')
  expect(csv[0]).toMatch(/^day,is_day_told,kind,type,realis,/)
  expect(csv[1]).toMatch(/^2024-01-09,true,meeting,CONSULT,happened,/)
  expect(csv[2]).toMatch(/kept: kept the promise; broken: breaking her promise/)
})

test('said tells who reported it and where they disagree', async () => {
  const { out } = await ask('said', 'Ilva Brandt', '--on', 'corridor')
  expect(out).toContain('Strait Times, 2024-01-10 and 2 copies (3 outlets)')
  expect(out).toContain('also North Wire, 2024-01-10: direct, say\n      disagree (words): “never” – “not”\n')
})

test('timeline sums up and tells what became of a promise', async () => {
  const { out } = await ask('timeline', 'Belmora', 'Ostria')
  expect(out).toContain('3 meetings (last met on 2024-04-01), 1 promise, 1 other event,')
  expect(out).toContain('energy: aspirational (2024-02-01) → originating (2024-03-05) → expanding (2024-05-09)\n')
  expect(out).toContain('    reported broken North Wire, 2024-07-02')
})

test('compare shows both sides and the words that changed', async () => {
  const { out } = await ask('compare', 'Ilva Brandt', '--on', 'sanction*')
  expect(out).toMatch(/2024-02-10 · indirect, say, hedged +2024-06-11 · indirect, deny\n/)
  expect(out).toContain('changed: negation “support” → “won’t support”')
})

test('nothing found is 1, a question that cannot be answered 2', async () => {
  expect(await ask('find', 'nowhere')).toMatchObject({ code: 1, out: 'Nothing was found.\n' })
  expect(await ask('said', 'Nobody')).toMatchObject({ code: 1, out: '', err: 'readout: nobody in this library is called “Nobody”.\n' })
  const wrong: [string[], RegExp][] = [
    [['find', '--area', 'moon'], /“moon” is no area: it is one of diplomacy/],
    [['find', '-x'], /unknown option/],
    [['find', '--kind', 'thing'], /is no kind/],
    [['find', '--limit', 'many'], /whole number/],
    [['find', '--since', 'spring'], /is no date/],
    [['find', '--since', '2024-02-01', '--until', '2024-01-01'], /ends \(2024-01-01\) before it begins/],
    [['find', '--cursor', 'x'], /not from this question/],
    [['find', '--country', 'Nowhere'], /No country is known/],
    [['find', '" "'], /names no word/],
    [['compare', 'Ilva Brandt'], /--on/],
    [['timeline', 'Belmora', 'Belmora'], /Both names mean Belmora/],
    [['find', 'x', '--store', join(folder, 'none.db')], /There is no store/],
  ]
  for (const [args, message] of wrong) {
    const { code, err } = await ask(...args)
    expect([args, code, err]).toEqual([args, 2, expect.stringMatching(message)])
  }
})
