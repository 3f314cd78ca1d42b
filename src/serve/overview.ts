import type { Overview } from '../contract/contract.ts'
import type { Store } from '../store/store.ts'
import { loadArticleRows } from './article-rows.ts'

const LATEST = 20
const TABLES = ['report', 'statement', 'event', 'cooperation', 'comparison', 'identity', 'source'] as const

/** How much there is of everything, and what came in last. */
export async function drawOverview(store: Store, version: string): Promise<Overview> {
  const { db } = store
  const articles = await db
    .selectFrom('article')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('published_on').as('first'), fn.max('published_on').as('last')])
    .executeTakeFirstOrThrow()
  const counts = {} as Record<(typeof TABLES)[number], number>
  for (const table of TABLES)
    counts[table] = (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count
  const latest = await db.selectFrom('article').select('id').where('copy_of', 'is', null).orderBy('id', 'desc').limit(LATEST).execute()
  const { report, statement, event, cooperation, comparison, identity, source } = counts
  return {
    ...{ readout: version, articles: articles.count, firstOn: articles.first, lastOn: articles.last, reports: report, statements: statement, events: event },
    ...{ cooperation, comparisons: comparison, identities: identity, sources: source },
    latest: await loadArticleRows(
      store,
      latest.map(({ id }) => id),
    ),
  }
}
