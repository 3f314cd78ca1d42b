import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPostgres, type PostgresServer, startPostgres } from '../../test/postgres-server.ts'
import { describeQuestions } from '../../test/questions-conformance.ts'
import { openStore } from '../store/store.ts'

const bin = findPostgres()

/** Without PostgreSQL on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!bin && process.env.READOUT_NO_SKIP === '1')
  test('PostgreSQL is there', () => {
    expect(bin).not.toBeNull()
  })

describe.skipIf(!bin)('questions to a server', () => {
  let server: PostgresServer
  let count = 0
  beforeAll(async () => {
    server = await startPostgres(bin as string)
  })
  afterAll(() => server.stop())
  describeQuestions('PostgreSQL', () => openStore(server.makeDatabase(`questions_${++count}`)))
})
