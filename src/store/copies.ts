import { sql } from 'kysely'
import type { Store } from './engine.ts'

/** An article that may be the same report as another. */
export interface CopyCandidate {
  readonly articleId: number
  readonly key: string
  /** Bands that both have. */
  readonly shared: number
}

/** Articles that share a band with a text, those that share most first, at most so many. */
export async function findCopyCandidates({ db }: Store, bands: readonly number[], limit: number): Promise<CopyCandidate[]> {
  if (bands.length === 0) return []
  const shared = sql<number>`count(*)`
  const rows = await db
    .selectFrom('copy_band')
    .innerJoin('article', 'article.id', 'copy_band.article_id')
    .select(['article.id', 'article.key', shared.as('shared')])
    .where(({ or, and, eb }) => or(bands.map((hash, band) => and([eb('band', '=', band), eb('hash', '=', hash)]))))
    .groupBy(['article.id', 'article.key'])
    .orderBy(shared, 'desc')
    .orderBy('article.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, key, shared }) => ({ articleId: id, key, shared }))
}
