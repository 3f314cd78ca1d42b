import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type QueryResult,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { LIMITS } from '../document/limits.ts'
import { isBusy, tellSqliteFailure } from './sqlite-failures.ts'

/** Prepared statements that are kept; those of many rows differ in their number of rows. */
const STATEMENTS_KEPT = 200

/**
 * Kysely on Node's own SQLite. One connection, handed out in turns: what is awaited between two steps of a transaction cannot
 * slip into it. A transaction that writes begins as one (`begin immediate`), waiting without blocking the process, so that no
 * later step finds the store locked.
 */
export function makeSqliteDialect(database: DatabaseSync, path: string, isReadOnly: boolean): Dialect {
  return {
    createAdapter: () => ADAPTER,
    createDriver: () => makeDriver(database, path, isReadOnly),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** A migration runs in one transaction, which is the lock: SQLite takes back a half-made schema as it does rows. */
const ADAPTER: DialectAdapter = {
  supportsCreateIfNotExists: true,
  supportsMultipleConnections: false,
  supportsTransactionalDdl: true,
  supportsReturning: true,
  supportsOutput: false,
  acquireMigrationLock: async () => {},
  releaseMigrationLock: async () => {},
}

function makeDriver(database: DatabaseSync, path: string, isReadOnly: boolean): Driver {
  const connection = makeConnection(database, path)
  const turns = makeTurns()
  const run = (step: string) => attempt(() => database.exec(step), path)
  return {
    init: async () => {},
    acquireConnection: async () => {
      await turns.take()
      return connection
    },
    releaseConnection: async () => turns.give(),
    beginTransaction: (_, { accessMode }) => run(isReadOnly || accessMode === 'read only' ? 'begin' : 'begin immediate'),
    commitTransaction: () => run('commit'),
    // SQLite has rolled back by itself when the disk was full.
    rollbackTransaction: async () => {
      if (database.isTransaction) database.exec('rollback')
    },
    destroy: async () => database.close(),
  }
}

function makeConnection(database: DatabaseSync, path: string): DatabaseConnection {
  const kept = new Map<string, StatementSync>()
  const prepare = (query: string) => {
    const statement = kept.get(query) ?? database.prepare(query)
    // Numbers of rows come with every change; those of the full text's inner tables are beyond what a number holds.
    if (!kept.has(query) && statement.columns().length === 0) statement.setReadBigInts(true)
    kept.delete(query)
    kept.set(query, statement)
    if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string)
    return statement
  }
  const execute = <R>({ sql, parameters }: CompiledQuery): QueryResult<R> => {
    const statement = prepare(sql)
    const values = parameters as readonly SQLInputValue[]
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
  return {
    executeQuery: (query) => attempt(() => execute(query), path),
    streamQuery: () => {
      throw new Error('Rows are read in batches: a stream would hold the only connection.')
    },
  }
}

/** Does something again while another process holds the store, for as long as a write may wait. */
export async function attempt<T>(work: () => T, path: string): Promise<T> {
  const until = Date.now() + LIMITS.storeWaitMs
  for (let pauseMs = 2; ; pauseMs = Math.min(2 * pauseMs, 50)) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw tellSqliteFailure(error, path)
      await wait(pauseMs * (0.5 + Math.random()))
    }
  }
}

/** One at a time, in the order of asking. */
function makeTurns(): { take: () => Promise<void>; give: () => void } {
  const waiting: (() => void)[] = []
  let isTaken = false
  return {
    take: async () => {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve))
      isTaken = true
    },
    give: () => {
      const next = waiting.shift()
      if (next) next()
      else isTaken = false
    },
  }
}
