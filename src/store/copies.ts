import type { Store } from './engine.ts'
import { cutLots } from './identities.ts'

/** An article that may be the same report as another: they share a band. */
export interface CopyCandidate {
  readonly articleId: number
  readonly key: string
  readonly reportId: number
  readonly publishedOn: string | null
  readonly signature: Uint8Array | null
}

/** Articles that share at least one band, each with the signature of its current version. */
export async function findCopyCandidates({ db }: Store, bands: readonly number[]): Promise<CopyCandidate[]> {
  if (bands.length === 0) return []
  const shared = await db
    .selectFrom('copy_band')
    .select('article_id')
    .distinct()
    .where(({ or, and, eb }) => or(bands.map((hash, band) => and([eb('band', '=', band), eb('hash', '=', hash)]))))
    .execute()
  const found: CopyCandidate[] = []
  for (const some of cutLots(shared.map(({ article_id }) => article_id))) {
    const query = db.selectFrom('article').innerJoin('version', 'version.id', 'article.version_id').where('article.id', 'in', some).orderBy('article.id')
    const rows = await query.select(['article.id', 'article.key', 'article.report_id', 'article.published_on', 'version.signature']).execute()
    for (const { id, key, report_id, published_on, signature } of rows)
      found.push({ articleId: id, key, reportId: report_id, publishedOn: published_on, signature })
  }
  return found
}
