import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type RawBuilder, sql } from 'kysely'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore, insertRows, viewStore } from './change.ts'
import type { Db, Store } from './engine.ts'
import { closeStore, openStore } from './open.ts'
import type { Tables } from './tables.ts'

/** Rows that are held at once: a row may have a long text. */
const ROWS_AT_ONCE = 100

/** Every table with its key, each behind those that its rows point at. */
const KEYS = {
  setting: ['name'],
  source: ['id'],
  producer: ['id'],
  report: ['id'],
  article: ['id'],
  version: ['id'],
  copy_band: ['band', 'hash', 'article_id'],
  identity: ['id'],
  identity_name: ['identity_id', 'name'],
  identity_decision: ['id'],
  entity: ['article_id', 'number'],
  statement: ['article_id', 'number'],
  about: ['article_id', 'entity_number', 'statement_number'],
  event: ['article_id', 'number'],
  participant: ['article_id', 'event_number', 'number'],
  event_area: ['article_id', 'event_number', 'area'],
  cooperation: ['article_id', 'number'],
  party: ['article_id', 'cooperation_number', 'number'],
  comparison: ['article_id', 'number'],
  change: ['id'],
  intake_item: ['id'],
  alert_sent: ['rule', 'fact_key'],
  forgotten: ['id'],
  correction: ['id'],
  account: ['id'],
  session: ['id'],
  token: ['id'],
  audit: ['id'],
  collection: ['id'],
  collection_item: ['collection_id', 'number'],
  saved_search: ['id'],
} as const satisfies Record<keyof Tables, readonly string[]>

type Row = Record<string, unknown>

const TABLES = Object.keys(KEYS) as (keyof Tables)[]

/** Copies all of a store, as it stands at one moment, into an empty one of either engine; ids stay. Done whole or not at all. */
export async function copyStore(from: Store, to: Store): Promise<void> {
  await viewStore(from, (source) =>
    changeStore(to, async (target) => {
      for (const table of TABLES) {
        const row = await target.db.selectFrom(table).select(sql`1`.as('one')).limit(1).executeTakeFirst()
        if (row) throw new ReadoutError('store-not-empty', `The store ${to.name} is not empty: a store is copied into a new one only.`)
      }
      for (const table of TABLES) for await (const rows of readRows(source.db, table)) await insertRows(target.db, table, rows as never)
      await indexAll(target)
      await target.engine.countOn(target.db)
    }),
  )
}

/** A copy in one SQLite file, made while the store is in use, from either engine. */
export async function backupStore(store: Store, path: string): Promise<void> {
  if (existsSync(path)) throw new ReadoutError('backup-exists', `“${path}” exists already: a backup overwrites nothing. Name a new file.`)
  if (store.engine.copyFile) return store.engine.copyFile(store.db, path)
  const copy = await openStore(path)
  try {
    await copyStore(store, copy)
  } catch (error) {
    await closeStore(copy)
    await rm(path, { force: true })
    throw error
  }
  await closeStore(copy)
}

/** The rows of a table in the order of its key, in lots. PostgreSQL's words for searching are left out: they are made anew. */
async function* readRows(db: Db, table: keyof Tables): AsyncGenerator<Row[]> {
  const keys: readonly string[] = KEYS[table]
  const order = sql.join(keys.map((key) => sql.ref(key)))
  let last: Row | null = null
  for (;;) {
    const rows: Row[] = await readLot(db, table, order, last && keys.map((key) => (last as Row)[key]))
    if (rows.length > 0) yield rows.map(({ search, ...row }) => row)
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1) ?? null
  }
}

async function readLot(db: Db, table: keyof Tables, order: RawBuilder<unknown>, after: readonly unknown[] | null): Promise<Row[]> {
  const where = after ? sql`where (${order}) > (${sql.join(after)})` : sql``
  return (await sql<Row>`select * from ${sql.table(table)} ${where} order by ${order} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(db)).rows
}

async function indexAll({ db, engine }: Store): Promise<void> {
  for (let last = 0; ; ) {
    const query = db
      .selectFrom('article')
      .innerJoin('version', 'version.id', 'article.version_id')
      .where('article.id', '>', last)
      .orderBy('article.id')
      .limit(ROWS_AT_ONCE)
    const texts = await query.select(['article.id as articleId', 'version.id as versionId', 'version.title', 'version.text']).execute()
    await engine.indexTexts(db, texts)
    if (texts.length < ROWS_AT_ONCE) return
    last = texts.at(-1)?.articleId ?? last
  }
}
