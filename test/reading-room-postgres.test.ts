import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../src/store/store.ts'
import { describeAccounts } from './accounts-conformance.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'
import { describeReview } from './review-conformance.ts'

const bin = findPostgres()

/** Without PostgreSQL on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!bin && process.env.READOUT_NO_SKIP === '1')
  test('PostgreSQL is there', () => {
    expect(bin).not.toBeNull()
  })

describe.skipIf(!bin)('the reading room in PostgreSQL', () => {
  let server: PostgresServer
  let count = 0
  beforeAll(async () => {
    server = await startPostgres(bin as string)
  })
  afterAll(() => server.stop())
  const open = () => openStore(server.makeDatabase(`room_${++count}`))
  describeReview('PostgreSQL', open)
  describeAccounts('PostgreSQL', open)
})
