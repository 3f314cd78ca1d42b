import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { LIMITS } from '../document/limits.ts'
import { tellPostgresFailure } from './postgres-failures.ts'

/** Types of PostgreSQL that come as text, though the numbers of a store are safe ones: int8 (ids, counts) and numeric (sums of them). */
const INT8 = 20
const NUMERIC = 1700

/** Kysely on PostgreSQL, its failures told as sentences. */
export function makePostgresDialect(address: string, name: string, isReadOnly: boolean): Dialect {
  const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({
    connectionString: address,
    max: LIMITS.storeConnections,
    connectionTimeoutMillis: LIMITS.storeConnectMs,
    statement_timeout: LIMITS.storeQueryMs,
    idle_in_transaction_session_timeout: LIMITS.storeQueryMs,
    application_name: 'readout',
    types: { getTypeParser },
    ...(isReadOnly ? { options: '-c default_transaction_read_only=on' } : {}),
  })
  // An idle connection that breaks is replaced; without this it would end the process.
  pool.on('error', () => {})
  return new PostgresDialect({ pool: wrapPool(pool, name) })
}

function wrapPool(pool: pg.Pool, name: string): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw tellPostgresFailure(error, name)
      })
      const known = wrapped.get(client) ?? wrapClient(client, name)
      wrapped.set(client, known)
      return known
    },
  }
}

function wrapClient(client: pg.PoolClient, name: string): PostgresPoolClient {
  client.on('error', () => {})
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, values as unknown[])
    } catch (error) {
      throw tellPostgresFailure(error, name)
    }
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}
