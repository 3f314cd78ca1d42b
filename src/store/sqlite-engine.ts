import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { ReadoutError } from '../document/readout-error.ts'
import type { Db, Engine, IndexedText } from './engine.ts'
import type { Phrase, Search } from './search.ts'
import { cutWords } from './search.ts'

/** The full text is `article_fts`: words only, a row for each article's current version. */
export const sqliteEngine: Engine = {
  kind: 'sqlite',
  lockWrites: async () => {},
  matchArticles,
  indexTexts: async (db, texts) => {
    for (const { articleId, title, text } of texts) await sql`insert into article_fts (rowid, title, text) values (${articleId}, ${title}, ${text})`.execute(db)
  },
  unindexTexts: async (db, articleIds) => {
    for (const id of articleIds) await sql`delete from article_fts where rowid = ${id}`.execute(db)
  },
  findUnindexed,
  checkEngine,
  cleanFiles,
  countOn: async () => {},
  measureBytes: async (db) => {
    const { rows } = await sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(db)
    return rows[0]?.bytes ?? 0
  },
  copyFile,
}

/** The index tells which articles have all the words; where their order counts, it is looked up in the text. */
function matchArticles(search: Search): RawBuilder<number> {
  const ordered = [...search.all.filter((phrases) => phrases.some(isOrdered)), ...search.none.filter(isOrdered).map((phrase) => ({ not: phrase }))]
  if (ordered.length === 0) return sql<number>`(select rowid from article_fts where article_fts match ${writeMatch(search)})`
  const none = search.none.filter((phrase) => !isOrdered(phrase))
  const has = ordered.map((one) => {
    const phrases = JSON.stringify('not' in one ? [one.not] : one)
    return sql`has_words(version.title, version.text, ${phrases}) = ${'not' in one ? 0 : 1}`
  })
  return sql<number>`(select article.id from article_fts join article on article.id = article_fts.rowid join version on version.id = article.version_id
    where article_fts match ${writeMatch({ all: search.all, none })} and ${sql.join(has, sql` and `)})`
}

function isOrdered({ words }: Phrase): boolean {
  return words.length > 1
}

/** FTS5's own language, with every word quoted: nothing that was typed means anything in it. */
function writeMatch({ all, none }: Search): string {
  const must = all.map((phrases) => `(${phrases.map(writeWords).join(' OR ')})`).join(' AND ')
  return none.length > 0 ? `(${must}) NOT (${none.map(writeWords).join(' OR ')})` : must
}

function writeWords({ words, isPrefix }: Phrase): string {
  return `(${words.map((word, n) => `"${word}"${isPrefix && n === words.length - 1 ? '*' : ''}`).join(' AND ')})`
}

/** Words that a text is known by: enough that no two texts of a library share them by chance. */
const SAMPLE = 24

/** The index keeps words alone, so a sample of a text's words is looked up. Words that are cut in two do not count. */
async function findUnindexed(db: Db, texts: readonly IndexedText[]): Promise<number[]> {
  const missing: number[] = []
  for (const { articleId, title, text } of texts) {
    const words = [...cutWords(title ?? ''), ...cutWords(text.slice(0, 2_000)).slice(0, -1), ...cutWords(text.slice(-2_000)).slice(1)]
    const step = Math.max(1, Math.floor(words.length / SAMPLE))
    const all = words.filter((_, n) => n % step === 0).map((word) => [{ words: [word], isPrefix: false }])
    const match = all.length > 0 ? sql`and article_fts match ${writeMatch({ all, none: [] })}` : sql``
    const { rows } = await sql`select rowid from article_fts where rowid = ${articleId} ${match}`.execute(db)
    if (rows.length === 0) missing.push(articleId)
  }
  return missing
}

/** Merges all words of the full text into one piece, so that those of deleted rows are gone; then every page is written anew. */
async function cleanFiles(db: Db): Promise<void> {
  await sql`insert into article_fts (article_fts) values ('optimize')`.execute(db)
  await sql`vacuum`.execute(db)
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    if (rows[0]?.busy === 0) return
    await wait(50)
  }
  throw new ReadoutError('store-busy', 'Another process is reading the store: what was deleted leaves its files when that one is done. Clean it again then.')
}

async function checkEngine(db: Db): Promise<string[]> {
  const problems: string[] = []
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  for (const { integrity_check: told } of integrity.rows) if (told !== 'ok') problems.push(`The file is damaged: ${told}.`)
  const references = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  for (const { table, parent } of references.rows.slice(0, 20)) problems.push(`A row of “${table}” points at nothing in “${parent}”.`)
  const strays = await sql<{ id: number }>`select id from article_fts_docsize where id not in (select id from article) limit 20`.execute(db)
  for (const { id } of strays.rows) problems.push(`The full text holds the words of article ${id}, which is not there.`)
  return problems
}

async function copyFile(db: Db, path: string): Promise<void> {
  if (existsSync(path)) throw new ReadoutError('backup-exists', `“${path}” exists already: a backup overwrites nothing. Name a new file.`)
  try {
    await sql`vacuum into ${path}`.execute(db)
    // SQLite leaves it to the operating system when the copy reaches the disk.
    const file = openSync(path, 'r+')
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
