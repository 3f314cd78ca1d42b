import type { Insertable } from 'kysely'
import type { Db, Store } from './engine.ts'
import type { Tables } from './tables.ts'

/** Values of one statement; SQLite takes 32,766. */
const VALUES_AT_ONCE = 16_000

/**
 * Does several things to a store as one: all of them or none, while other writers wait. What is done goes through the store that `work`
 * is given. Inside another change it is a part of that one.
 */
export async function changeStore<T>(store: Store, work: (step: Store) => Promise<T>): Promise<T> {
  if (store.db.isTransaction) return work(store)
  return store.db.transaction().execute(async (db) => {
    await store.engine.lockWrites(db)
    return work({ ...store, db })
  })
}

/** Looks at a store as it stands at one moment, whatever others write meanwhile. */
export async function viewStore<T>(store: Store, look: (step: Store) => Promise<T>): Promise<T> {
  if (store.db.isTransaction) return look(store)
  const transaction = store.db.transaction().setAccessMode('read only')
  const steady = store.engine.kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  return steady.execute((db) => look({ ...store, db }))
}

/** Writes rows of one table, however many. All rows have the same columns. */
export async function insertRows<Name extends keyof Tables>(db: Db, table: Name, rows: readonly Insertable<Tables[Name]>[]): Promise<void> {
  for (const some of cutRows(rows))
    await db
      .insertInto(table)
      .values(some as never)
      .execute()
}

/** Rows in lots that one statement takes. */
export function* cutRows<Row extends object>(rows: readonly Row[]): Generator<Row[]> {
  const size = Math.max(1, Math.floor(VALUES_AT_ONCE / Math.max(1, Object.keys(rows[0] ?? {}).length)))
  for (let first = 0; first < rows.length; first += size) yield rows.slice(first, first + size)
}
