import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeLibrary } from './library-conformance.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-library-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
describeLibrary('SQLite', () => join(folder, `${++count}.db`))

const bin = findPostgres()

/** Without PostgreSQL on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!bin && process.env.READOUT_NO_SKIP === '1')
  test('PostgreSQL is there', () => {
    expect(bin).not.toBeNull()
  })

describe.skipIf(!bin)('with a server', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(bin as string)
  })
  afterAll(() => server.stop())
  describeLibrary('PostgreSQL', () => server.makeDatabase(`library_${++count}`))
})
