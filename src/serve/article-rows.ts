import { sql } from 'kysely'
import type { ArticleRow } from '../contract/contract.ts'
import type { Store } from '../store/store.ts'

type Db = Store['db']

/** Articles by their numbers, in the order of the numbers, as a list tells them. Those that are gone are left out. */
export async function loadArticleRows({ db }: Store, ids: readonly number[]): Promise<ArticleRow[]> {
  if (ids.length === 0) return []
  const rows = await selectRows(db).where('article.id', 'in', ids).execute()
  const outlets = await loadOutlets(
    db,
    rows.map(({ report_id }) => report_id),
  )
  const found = new Map(
    rows.map((row) => {
      const printed = outlets.get(row.report_id) ?? []
      const names = [...new Set(printed.flatMap((outlet) => outlet ?? []))].sort()
      const { id, title, outlet, address, source, version, length, statements, events, cooperation, comparisons } = row
      const told = { articleId: id, title, outlet, publishedOn: row.published_on, address, source, copies: Math.max(0, printed.length - 1), outlets: names }
      return [id, { ...told, firstSeenAt: row.first_seen_at, version, length, copyOf: row.copy_of, statements, events, cooperation, comparisons }]
    }),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

function selectRows(db: Db) {
  const count = (table: 'statement' | 'event' | 'cooperation' | 'comparison') =>
    sql<number>`(select count(*) from ${sql.table(table)} f where f.article_id = article.id)`
  return db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .leftJoin('source', 'source.id', 'article.source_id')
    .select(['article.id', 'article.title', 'article.outlet', 'article.address', 'article.published_on', 'article.first_seen_at'])
    .select(['article.copy_of', 'article.report_id', 'source.name as source', 'version.number as version', 'version.length'])
    .select([count('statement').as('statements'), count('event').as('events')])
    .select([count('cooperation').as('cooperation'), count('comparison').as('comparisons')])
}

async function loadOutlets(db: Db, reportIds: readonly number[]): Promise<Map<number, (string | null)[]>> {
  const rows = await db
    .selectFrom('article')
    .select(['report_id', 'outlet'])
    .where('report_id', 'in', [0, ...new Set(reportIds)])
    .execute()
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ report_id }) => report_id),
      ([id, some]) => [id, some.map(({ outlet }) => outlet)],
    ),
  )
}
