import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeAlerts } from '../../test/desk-alerts.ts'
import { describeCheck } from '../../test/desk-check.ts'
import { describeReports } from '../../test/desk-report.ts'
import { findPostgres, type PostgresServer, startPostgres } from '../../test/postgres-server.ts'
import { openStore } from '../store/store.ts'

const bin = findPostgres()

/** Without PostgreSQL on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!bin && process.env.READOUT_NO_SKIP === '1')
  test('PostgreSQL is there', () => {
    expect(bin).not.toBeNull()
  })

describe.skipIf(!bin)('the desk on PostgreSQL', () => {
  let server: PostgresServer
  let count = 0
  beforeAll(async () => {
    server = await startPostgres(bin as string)
  })
  afterAll(() => server.stop())
  const open = () => openStore(server.makeDatabase(`desk_${++count}`))

  describeCheck('PostgreSQL', open)
  describeAlerts('PostgreSQL', open)
  describeReports('PostgreSQL', open)
})
