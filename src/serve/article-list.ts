import type { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { ArticleList, ArticlesQuery } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Store } from '../store/store.ts'
import { loadArticleRows } from './article-rows.ts'

/** The day by which articles stand in order: of publication, else when they were taken in. */
const DAY = sql<string>`coalesce(article.published_on, substr(article.first_seen_at, 1, 10))`

/** Articles, the newest first. */
export async function listArticles(store: Store, query: z.output<typeof ArticlesQuery>): Promise<z.input<typeof ArticleList>> {
  const { limit, cursor } = query
  const rows = await selectPage(store, query, cursor === undefined ? null : readCursor(cursor))
  const { count } = await filterArticles(store, query)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const items = await loadArticleRows(
    store,
    page.map(({ id }) => id),
  )
  return { items, total: count, next: last && rows.length > limit ? `${last.day}.${last.id}` : null }
}

function filterArticles({ db }: Store, { source, since, until, country, copies }: z.output<typeof ArticlesQuery>) {
  let rows = db.selectFrom('article')
  if (copies === '0') rows = rows.where('article.copy_of', 'is', null)
  if (since !== undefined) rows = rows.where(DAY, '>=', since)
  if (until !== undefined) rows = rows.where(DAY, '<=', until)
  if (source !== undefined) rows = rows.where(sql<boolean>`article.source_id in (select id from source where name = ${source})`)
  if (country !== undefined)
    rows = rows.where(
      sql<boolean>`exists (select 1 from entity n join identity i on i.id = n.identity_id where n.article_id = article.id and (i.country = ${country} or i.iso3 = ${country}))`,
    )
  return rows
}

async function selectPage(store: Store, query: z.output<typeof ArticlesQuery>, after: { day: string; id: number } | null) {
  let rows = filterArticles(store, query).select(['article.id', DAY.as('day')])
  if (after) rows = rows.where(sql<boolean>`(${DAY} < ${after.day} or (${DAY} = ${after.day} and article.id < ${after.id}))`)
  return rows
    .orderBy(DAY, 'desc')
    .orderBy('article.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

function readCursor(cursor: string): { day: string; id: number } {
  const found = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})$/.exec(cursor)
  if (!found) throw new ReadoutError('bad-cursor', 'The cursor is not from this list: give the “next” of the page before.')
  return { day: found[1] as string, id: Number(found[2]) }
}
