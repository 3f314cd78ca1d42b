import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ReadoutError } from '../document/readout-error.ts'
import type { Store } from './engine.ts'

const FOLDER = join(import.meta.dirname, 'migrations')

/**
 * Brings a store's tables to the newest form, or refuses one that a newer program has made. Migrations are numbered SQL files that are
 * only ever added; each runs once, all that are due in one transaction, while other processes wait.
 */
export async function migrateStore({ db, engine, name }: Store, isReadOnly: boolean): Promise<void> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(`.${engine.kind}.sql`)).sort()
  const known = files.map((file) => file.slice(0, -`.${engine.kind}.sql`.length))
  const done = await listDone({ db, engine, name })
  const newer = done.find((migration) => !known.includes(migration))
  if (newer !== undefined)
    throw new ReadoutError('store-newer', `The store ${name} was made by a newer Readout (it knows “${newer}”): use that one, or a newer one still.`)
  if (done.length === known.length) return
  if (isReadOnly)
    throw new ReadoutError('store-older', `The store ${name} was made by an older Readout and is opened for reading only: open it once for writing.`)
  const getMigrations = async () =>
    Object.fromEntries(
      known.map((migration, n) => [migration, { up: async (step: Store['db']) => runFile(step, await readFile(join(FOLDER, files[n] as string), 'utf8')) }]),
    )
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
  if (error) throw error
}

async function listDone({ db, engine }: Store): Promise<string[]> {
  const has =
    engine.kind === 'sqlite'
      ? sql`select name from sqlite_schema where name = 'kysely_migration'`
      : sql`select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'kysely_migration'`
  if ((await has.execute(db)).rows.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** One statement after the other: each ends with a semicolon at the end of a line. */
async function runFile(db: Store['db'], text: string): Promise<void> {
  for (const statement of text.split(/;\s*$/m)) if (statement.trim()) await sql.raw(statement).execute(db)
}
