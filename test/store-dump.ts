/** A store in SQLite as SQL text: `node test/store-dump.ts > fixtures/stores/NUMBER.sql` keeps a small one of the newest schema, before the next is made. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import type { Insertable } from 'kysely'
import { addSource, closeStore, mergeIdentities, noteItems, openStore, saveTaken, type Tables } from '../src/store/store.ts'
import { AT, fold, makeTalk } from './library-sample.ts'

/** Every statement of a store's schema, in the order in which they were made. */
export function dumpSchema(database: DatabaseSync): string[] {
  const query = `select sql from sqlite_schema where sql is not null and name not like 'sqlite\\_%' escape '\\' and name not like 'article\\_fts\\_%' escape '\\' order by rowid`
  return database
    .prepare(query)
    .all()
    .map(({ sql }) => `${String(sql)};`)
}

/** The rows of every table; the words of the full text are made anew from the versions. */
export function dumpRows(database: DatabaseSync): string[] {
  const tables = database.prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' order by name`).all()
  const rows = tables.flatMap(({ name }) => dumpTable(database, String(name)))
  const words = 'insert into article_fts (rowid, title, text) select a.id, v.title, v.text from article a join version v on v.id = a.version_id;'
  return ['pragma foreign_keys = off;', ...rows, words]
}

function dumpTable(database: DatabaseSync, table: string): string[] {
  const columns = database
    .prepare(`select name from pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => `"${String(name)}"`)
  const values = columns.map((column) => `quote(${column})`).join(` || ', ' || `)
  const query = `select 'insert into "${table}" (${columns.join(', ')}) values (' || ${values} || ');' as line from "${table}"`
  return database
    .prepare(query)
    .all()
    .map(({ line }) => String(line))
}

/** A small store with a row in most tables. */
export async function makeSmallStore(path: string): Promise<void> {
  const store = await openStore(path)
  const sourceId = await addSource(store, { name: 'Strait', kind: 'feed', address: 'https://strait.example/feed', isWatched: true }, AT)
  const talks = [makeTalk({ key: 'a', sourceId, bands: [7, 8] }), makeTalk({ key: 'b', speaker: 'Chancellor Brandt', words: 'NUL \u0000', copyOf: 'a' })]
  await saveTaken(store, talks, fold)
  await saveTaken(store, [makeTalk({ key: 'a', words: 'Varland will end trade', sourceId, identities: [1, 2, 3, null] })], fold)
  await mergeIdentities(store, { keptId: 1, goneId: 4, who: 'ada', at: AT })
  await store.db.insertInto('correction').values(CORRECTION).execute()
  await store.db.insertInto('account').values({ name: 'ada', role: 'reviewer', password_hash: 'scrypt$15$8$3$AA$AA', added_at: AT, is_disabled: 0 }).execute()
  await store.db.insertInto('session').values({ id: 'ab', account_id: 1, csrf: 'cd', made_at: AT, seen_at: AT, ends_at: AT }).execute()
  await store.db.insertInto('token').values(TOKEN).execute()
  await store.db.insertInto('audit').values({ at: AT, who: 'ada', action: 'account.add', what: 'ada' }).execute()
  await store.db.insertInto('collection').values({ slug: 'trade', title: 'Trade', made_by: 'ada', made_at: AT, is_archived: 0 }).execute()
  const item = { collection_id: 1, number: 1, kind: 'article', article_key: 'a', fact_key: null, note: null, added_by: 'ada', at: AT } as const
  await store.db.insertInto('collection_item').values(item).execute()
  await store.db.insertInto('saved_search').values({ slug: 'trade', title: 'Trade', query: '{}', made_by: 'ada', made_at: AT }).execute()
  await noteItems(store, sourceId, [{ key: 'c', state: 'failed', reason: 'Too slow.', code: 'slow', canRetry: true, articleId: null }], AT)
  await closeStore(store)
}

const ANCHOR = { words: 'met', before: 'Ilva Brandt ', after: ' Radu Keshen', start: 14, end: 17, version: 1 }

const CORRECTION: Insertable<Tables['correction']> = {
  ...{ at: AT, who: 'ada', article_key: 'a', fact_key: null, undoes: null, anchor: JSON.stringify(ANCHOR) },
  fact_kind: 'event',
  action: 'add',
  change: JSON.stringify({ fields: { type: 'AGREE', trigger: ANCHOR, realis: 'happened' }, was: null }),
}

const TOKEN: Insertable<Tables['token']> = {
  ...{ account_id: 1, name: 'desk', secret_hash: 'ef', scopes: 'read', made_at: AT, used_at: null, ends_at: null },
  is_revoked: 0,
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'readout-dump-'))
  const path = join(folder, 'small.db')
  await makeSmallStore(path)
  const database = new DatabaseSync(path)
  const { id } = database.prepare('select application_id as id from pragma_application_id').get() as { id: number }
  console.log([`pragma application_id = ${id};`, ...dumpSchema(database), ...dumpRows(database)].join('\n'))
  database.close()
  rmSync(folder, { recursive: true })
}
