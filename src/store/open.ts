import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { ReadoutError } from '../document/readout-error.ts'
import type { Store } from './engine.ts'
import { migrateStore } from './migrate.ts'
import { hasWords } from './phrases.ts'
import { makePostgresDialect } from './postgres-dialect.ts'
import { postgresEngine } from './postgres-engine.ts'
import type { Schema } from './schema.ts'
import { attempt, makeSqliteDialect } from './sqlite-dialect.ts'
import { sqliteEngine } from './sqlite-engine.ts'

/** Marks an SQLite file as a store of ours: “Rdot” in ASCII. */
const APPLICATION_ID = 0x52646f74

/** Memory for pages of the file, in KiB (SQLite's own default is 2 MiB). */
const CACHE_KIB = 32_000

/**
 * Opens a library: the path of a file, which is made with its folders when it is not there, or the address of a PostgreSQL database
 * (`postgres://user@host/name`). Its tables are brought to the newest form. A store is closed by `closeStore`.
 */
export async function openStore(location: string, { isReadOnly = false }: { isReadOnly?: boolean } = {}): Promise<Store> {
  const store = /^postgres(ql)?:\/\//.test(location) ? openPostgres(location, isReadOnly) : await openSqlite(location, isReadOnly)
  try {
    await migrateStore(store, isReadOnly)
  } catch (error) {
    await closeStore(store)
    throw error
  }
  return store
}

export async function closeStore(store: Store): Promise<void> {
  await store.db.destroy()
}

function openPostgres(location: string, isReadOnly: boolean): Store {
  if (!URL.canParse(location)) throw new ReadoutError('store-address', `“${location}” is no address of a database: write it like postgres://user@host/name.`)
  const url = new URL(location)
  const name = `“postgres://${url.username && `${url.username}@`}${url.host}${url.pathname}”`
  return { db: new Kysely<Schema>({ dialect: makePostgresDialect(location, name, isReadOnly) }), engine: postgresEngine, name }
}

async function openSqlite(path: string, isReadOnly: boolean): Promise<Store> {
  if (isReadOnly && !existsSync(path)) throw new ReadoutError('store-missing', `There is no store at “${path}”: name another file, or add articles to make it.`)
  makeFolder(path)
  const database = await attempt(() => new DatabaseSync(path, { readOnly: isReadOnly, timeout: 1_000 }), path)
  try {
    await attempt(() => prepare(database, isReadOnly), path)
    await attempt(() => checkOwner(database, path, isReadOnly), path)
    const db = new Kysely<Schema>({ dialect: makeSqliteDialect(database, path, isReadOnly) })
    return { db, engine: sqliteEngine, name: `“${path}”` }
  } catch (error) {
    database.close()
    throw error
  }
}

function makeFolder(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) throw new ReadoutError('store-cannot-open', `“${path}” is a folder: name a file in it.`)
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw new ReadoutError('store-cannot-open', `The folder of the store “${path}” cannot be made: name another place.`, { cause: error })
  }
}

/**
 * Bytes of a page, a quarter of SQLite's own: the last page of each text is half empty. Saves 0.9 kB an article (4096 → 1024), for a tenth more
 * time where whole tables are read.
 */
const PAGE_BYTES = 1024

/** `secure_delete`: what is deleted is written over. NORMAL: a commit outlives the process at once, a power cut from the next checkpoint on. */
function prepare(database: DatabaseSync, isReadOnly: boolean): void {
  database.exec(`pragma foreign_keys = on; pragma cache_size = -${CACHE_KIB}; pragma temp_store = memory`)
  database.function('has_words', { deterministic: true }, hasWords)
  if (!isReadOnly) database.exec(`pragma page_size = ${PAGE_BYTES}`)
  if (!isReadOnly) database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on; pragma journal_size_limit = 64000000')
}

/** Refuses a database of another program; an empty file becomes ours. Its mark is set before its tables are made, so it is read after they are counted. */
function checkOwner(database: DatabaseSync, path: string, isReadOnly: boolean): void {
  const { count } = database.prepare('select count(*) as count from sqlite_schema').get() as { count: number }
  const { application_id: id } = database.prepare('pragma application_id').get() as { application_id: number }
  if (id === APPLICATION_ID) return
  if (count > 0 || isReadOnly) throw new ReadoutError('store-not-a-store', `“${path}” is a database, but no store of Readout's: name another file.`)
  database.exec(`pragma application_id = ${APPLICATION_ID}`)
}
