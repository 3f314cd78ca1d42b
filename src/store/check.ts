import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { verifyReadout } from '../record/record.ts'
import { viewStore } from './change.ts'
import type { Db, Store } from './engine.ts'
import { FACT_TABLES, makeRows } from './fill.ts'
import { type LoadedVersion, readVersion, selectVersions } from './load.ts'

/** Articles that are looked at together. */
const ARTICLES_AT_ONCE = 50

/**
 * Holds a whole store against itself: the database, every record against its text, every row of a fact against its record, the full text,
 * and whether anything hangs in the air. Yields a sentence for each fault, nothing when all is well. What is written meanwhile does no harm.
 */
export async function* checkStore(store: Store): AsyncGenerator<string> {
  yield* await viewStore(store, async ({ db, engine }) => [...(await engine.checkEngine(db)), ...(await checkStrays(db))])
  for (let last = 0; ; ) {
    const { ids, problems } = await viewStore(store, (step) => checkArticles(step, last))
    yield* problems
    if (ids.length < ARTICLES_AT_ONCE) return
    last = ids.at(-1) ?? last
  }
}

async function checkArticles(step: Store, after: number): Promise<{ ids: number[]; problems: string[] }> {
  const { db, engine } = step
  const articles = await db.selectFrom('article').select(['id', 'version_id']).where('id', '>', after).orderBy('id').limit(ARTICLES_AT_ONCE).execute()
  const problems: string[] = []
  for (const { id, version_id } of articles) {
    const rows = await selectVersions(db).where('article.id', '=', id).orderBy('version.number').execute()
    if (!rows.some((row) => row.id === version_id)) problems.push(`Article ${id} has no current version.`)
    for (const row of rows) {
      const version = tryReading(row, problems)
      if (version) problems.push(...checkRecord(version), ...(row.id === version_id ? await checkFacts(db, version) : []))
    }
  }
  const texts = await db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .select(['article.id as articleId', 'version.id as versionId', 'version.title', 'version.text'])
    .where('article.id', 'in', [0, ...articles.map(({ id }) => id)])
    .execute()
  for (const id of await engine.findUnindexed(db, texts)) problems.push(`Article ${id} is not found by its words: the full text lacks it.`)
  return { ids: articles.map(({ id }) => id), problems }
}

function tryReading(row: Parameters<typeof readVersion>[0], problems: string[]): LoadedVersion | null {
  try {
    return readVersion(row)
  } catch (error) {
    problems.push(
      `The record of article ${row.article_id}, version ${row.number}, cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`,
    )
    return null
  }
}

function checkRecord({ articleId, number, readout }: LoadedVersion): string[] {
  const where = `Article ${articleId}, version ${number}`
  const problems = verifyReadout(readout).map((problem) => `${where}: ${problem}`)
  if (hash('sha256', readout.article.text ?? '', 'hex') !== readout.article.id) problems.push(`${where}: the text is not the one that was read.`)
  return problems
}

/** The rows of an article's facts must be those that its record makes. */
async function checkFacts(db: Db, version: LoadedVersion): Promise<string[]> {
  const { articleId, readout } = version
  const tied = await db.selectFrom('entity').select(['number', 'identity_id']).where('article_id', '=', articleId).execute()
  const identities = readout.entities.map((_, n) => tied.find(({ number }) => number === n + 1)?.identity_id ?? null)
  const made = makeRows(version, identities)
  const problems: string[] = []
  for (const table of FACT_TABLES) {
    const kept = await db.selectFrom(table).selectAll().where('article_id', '=', articleId).execute()
    const difference = compareRows(kept, made[table])
    if (difference) problems.push(`Article ${articleId}: the rows of “${table}” are not those of its record: ${difference}.`)
  }
  return problems
}

function compareRows(kept: readonly object[], made: readonly object[]): string | null {
  const write = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
  const keptRows = new Set(kept.map(write))
  const madeRows = new Set(made.map(write))
  const missing = made.filter((row) => !keptRows.has(write(row))).length
  const strange = kept.filter((row) => !madeRows.has(write(row))).length
  return missing + strange > 0 ? `${missing} missing or changed, ${strange} too many or changed` : null
}

/** Rows that nothing should leave behind. */
const STRAYS: readonly (readonly [sentence: string, query: string])[] = [
  [
    'identities that no article tells of and nobody decided on',
    `select id from identity where not exists (select 1 from entity where identity_id = identity.id)
    and not exists (select 1 from identity_decision d where d.is_undone = 0 and (d.identity_id = identity.id or d.other_id = identity.id))`,
  ],
  ['names that nobody uses', 'select identity_id as id from identity_name where told <= 0'],
  ['reports without an article', 'select id from report where not exists (select 1 from article where report_id = report.id)'],
  [
    'reports whose first article is another’s',
    `select report.id from report left join article on article.id = first_article_id
    where article.id is null or article.report_id <> report.id or article.copy_of is not null`,
  ],
  ['articles that copy one of another report', `select c.id from article c join article o on o.id = c.copy_of where c.report_id <> o.report_id`],
  [
    'articles whose current version is another’s',
    'select article.id from article left join version on version.id = version_id where version.id is null or article_id <> article.id',
  ],
  ['bands of articles that are gone', 'select article_id as id from copy_band where article_id not in (select id from article)'],
  ['corrections of articles that are gone', 'select id from correction where not exists (select 1 from article where key = article_key)'],
  [
    'corrections that take back one of another fact',
    `select c.id from correction c join correction u on u.id = c.undoes
    where c.article_key <> u.article_key or c.fact_kind <> u.fact_kind or c.action <> 'undo' or u.action = 'undo'`,
  ],
  [
    'collections that hold articles that are gone',
    'select collection_id as id from collection_item where not exists (select 1 from article where key = article_key)',
  ],
]

async function checkStrays(db: Db): Promise<string[]> {
  const problems: string[] = []
  for (const [sentence, query] of STRAYS) {
    const { rows } = await sql<{ id: number }>`${sql.raw(query)} limit 20`.execute(db)
    if (rows.length > 0) problems.push(`There are ${sentence}: ${rows.map(({ id }) => id).join(', ')}${rows.length === 20 ? ' …' : ''}.`)
  }
  return problems
}
