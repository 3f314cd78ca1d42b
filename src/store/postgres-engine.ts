import { sql } from 'kysely'
import { LIMITS } from '../document/limits.ts'
import type { Db, Engine, IndexedText } from './engine.ts'
import { cutWords, type Phrase, type Search } from './search.ts'

/** Number of the lock that writers of a store take in turns; any number will do that no other program uses. */
const WRITE_LOCK = 7_325_683

/** Places that a tsvector keeps: words further back stand at the last, and no more than so many places of one word are kept. */
const LAST_PLACE = 16_383
const PLACES_OF_A_WORD = 255

/** A tsvector holds 1 MiB of words and places; each word takes some bytes besides its own. */
const VECTOR_BYTES = 1_000_000
const WORD_BYTES = 6

/** A word that a tsvector takes has less than 2 KiB. */
const WORD_UNITS = 500

/** The full text is version.search, filled for current versions only. Words are cut and folded by us, so that both engines find the same. */
export const postgresEngine: Engine = {
  kind: 'postgres',
  lockWrites: async (db) => {
    await sql`select set_config('lock_timeout', ${String(LIMITS.storeWaitMs)}, true)`.execute(db)
    await sql`select pg_advisory_xact_lock(${sql.lit(WRITE_LOCK)})`.execute(db)
  },
  matchArticles: (search) => sql<number>`(select article_id from version where search @@ ${writeQuery(search)}::tsquery)`,
  indexTexts: async (db, texts) => {
    for (const { versionId, title, text } of texts)
      await sql`update version set search = ${writeVector(title, text)}::tsvector where id = ${versionId}`.execute(db)
  },
  unindexTexts: async (db, articleIds) => {
    if (articleIds.length > 0) await sql`update version set search = null where search is not null and article_id in (${sql.join(articleIds)})`.execute(db)
  },
  findUnindexed,
  checkEngine,
  cleanFiles: async (db) => {
    await db.connection().execute(async (connection) => {
      await sql`set statement_timeout = 0`.execute(connection)
      for (const table of WORDY) await sql`vacuum (full) ${sql.table(table)}`.execute(connection)
      await sql`set statement_timeout = ${sql.lit(LIMITS.storeQueryMs)}`.execute(connection)
    })
  },
  countOn: async (db) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'`.execute(db)
    for (const { name } of rows)
      await sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select coalesce(max(id), 0) + 1 from ${sql.table(name)}), false)`.execute(db)
  },
  measureBytes: async (db) => {
    const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db)
    return rows[0]?.bytes ?? 0
  },
  copyFile: null,
}

/** Tables that hold words of articles. */
const WORDY = [
  'article',
  'version',
  'identity',
  'identity_name',
  'identity_decision',
  'statement',
  'change',
  'intake_item',
  'correction',
  'collection_item',
] as const

/** Titles stand before the text, a place apart, so that no phrase goes from one into the other. */
function writeVector(title: string | null, text: string): string {
  const places = new Map<string, number[]>()
  let place = 0
  let bytes = 0
  for (const part of [title ?? '', text.slice(0, LIMITS.searchUnits)]) {
    for (const word of cutWords(part)) {
      const folded = foldWord(word)
      const known = places.get(folded) ?? []
      const at = Math.min(++place, LAST_PLACE)
      if (known.length === 0) bytes += Buffer.byteLength(folded) + WORD_BYTES
      if (known.length < PLACES_OF_A_WORD && known.at(-1) !== at) known.push(at)
      if (bytes + 2 * place > VECTOR_BYTES) break
      places.set(folded, known)
    }
    place += 1
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join()}`).join(' ')
}

/** The same as a tsquery. Words are letters and digits, so that quoting them is enough. */
function writeQuery({ all, none }: Search): string {
  const must = all.map((alternatives) => `(${alternatives.map(writePhrase).join(' | ')})`)
  return [...must, ...none.map((phrase) => `!(${writePhrase(phrase)})`)].join(' & ')
}

function writePhrase({ words, isPrefix }: Phrase): string {
  return words.map((word, n) => `'${foldWord(word)}'${isPrefix && n === words.length - 1 ? ':*' : ''}`).join(' <-> ')
}

/** As FTS5 does it: without case and accents. */
function foldWord(word: string): string {
  return (
    word
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .slice(0, WORD_UNITS)
      .toWellFormed() || '\u00b7'
  )
}

async function findUnindexed(db: Db, texts: readonly IndexedText[]): Promise<number[]> {
  const missing: number[] = []
  for (const { articleId, versionId, title, text } of texts) {
    const { rows } = await sql`select id from version where id = ${versionId} and search = ${writeVector(title, text)}::tsvector`.execute(db)
    if (rows.length === 0) missing.push(articleId)
  }
  return missing
}

async function checkEngine(db: Db): Promise<string[]> {
  const problems: string[] = []
  const open = await sql<{
    name: string
  }>`select conname as name from pg_constraint where not convalidated and connamespace = current_schema()::regnamespace`.execute(db)
  for (const { name } of open.rows) problems.push(`The rule “${name}” of the tables is not held to all rows.`)
  const broken = await sql<{ name: string }>`
    select relname as name from pg_index join pg_class on oid = indexrelid where not indisvalid and relnamespace = current_schema()::regnamespace`.execute(db)
  for (const { name } of broken.rows) problems.push(`The index “${name}” is broken: rebuild it (“reindex index ${name}”).`)
  const references = await sql<{ count: number }>`
    select count(*) as count from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(db)
  const count = references.rows[0]?.count ?? 0
  if (count !== REFERENCES) problems.push(`${count} references between the tables are held to, ${REFERENCES} should be: restore the store from a backup.`)
  const strays = await sql<{ id: number }>`
    select version.id from version join article on article.id = article_id where search is not null and version_id <> version.id limit 20`.execute(db)
  for (const { id } of strays.rows) problems.push(`The full text holds the words of version ${id}, which is not current.`)
  return problems
}

/** References (foreign keys) of the schema. */
const REFERENCES = 27
