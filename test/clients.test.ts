import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Readout } from '../src/document/readout.ts'
import { convertOffsets } from '../src/record/record.ts'
import { makeQuayReadout } from './quay-readout.ts'
import { runReadout } from './run-readout.ts'
import { makeStraitReadout } from './strait-readout.ts'

/** Another Python: `READOUT_PYTHON=venv/bin/python` with duckdb, pandas and pyarrow runs the notebook too. */
const python = process.env.READOUT_PYTHON ?? 'python3'
const hasPython = spawnSync(python, ['--version']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'readout-clients-'))

/** The records made by hand, of two outlets and three days, so that each question of the notebook has an answer. */
function makeRecords(): Readout[] {
  const strait = makeStraitReadout()
  const quay = makeQuayReadout()
  const hedged = strait.statements.map((statement) => ({ ...statement, hedges: strait.cooperation[0]?.realisCues ?? [] }))
  const told = strait.events.map((event) => (event.id === 'v1' ? { ...event, statedIn: 's1' } : event))
  const tell = (record: Readout, id: string, publisher: string | null, publishedOn: string) => ({
    ...record,
    article: { ...record.article, id: id.repeat(64), publisher, publishedOn },
  })
  return [
    tell({ ...strait, events: told }, 'a', 'The Strait Herald', '2024-03-14'),
    tell({ ...strait, statements: hedged }, 'b', 'Belmora Post', '2024-04-02'),
    tell(convertOffsets(quay, 'codepoint'), 'c', 'The Strait Herald', '2024-05-01'),
    tell(quay, 'd', null, '2024-05-02'),
  ]
}

const records = join(folder, 'records.jsonl')
writeFileSync(
  records,
  makeRecords()
    .map((record) => `${JSON.stringify(record)}\n`)
    .join(''),
)

test.skipIf(!hasPython)('the Python reader passes its own tests, and reads our records', () => {
  const run = spawnSync(python, ['-m', 'unittest', 'discover', 'clients/python/tests'], { encoding: 'utf8', env: { ...process.env, READOUT_RECORDS: records } })
  expect(run.stderr).toMatch(/Ran 10 tests[\s\S]*\nOK\n$/)
})

test.skipIf(!hasPython)('the notebook gives the same answers in each language that is here', async () => {
  expect((await runReadout(['export', '--format', 'parquet', '--output', join(folder, 'tables'), records])).code).toBe(0)
  for (const kind of ['statements', 'events']) await runReadout(['export', '--format', 'csv', '--kind', kind, '--output', join(folder, `${kind}.csv`), records])
  const told = execFileSync(python, ['clients/python/tests/run_notebook.py', folder], { encoding: 'utf8' })
  expect(told).toMatch(/^(?:(?:DuckDB|pandas|R)(?: skipped: .+|: 5 questions, \d+ rows)\n){3}$/m)
})
