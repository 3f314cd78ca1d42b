import type { Db } from './engine.ts'

/**
 * Puts an article to the report of the article it copies, or, where it copies none any more, into a report of its own.
 * The earliest of a report's articles stands for it; the others are its copies.
 */
export async function joinReport(db: Db, articleId: number, copiedKey: string | null): Promise<void> {
  const article = await db.selectFrom('article').select(['report_id', 'copy_of']).where('id', '=', articleId).executeTakeFirstOrThrow()
  if (copiedKey !== null) {
    const copied = await db.selectFrom('article').select('report_id').where('key', '=', copiedKey).executeTakeFirst()
    if (copied && copied.report_id !== article.report_id) await moveToReport(db, articleId, article.report_id, copied.report_id)
  } else if (article.copy_of !== null) {
    const { id } = await db.insertInto('report').values({ first_article_id: null }).returning('id').executeTakeFirstOrThrow()
    await moveToReport(db, articleId, article.report_id, id)
  }
}

async function moveToReport(db: Db, articleId: number, from: number, to: number): Promise<void> {
  await db.updateTable('article').set({ report_id: to }).where('id', '=', articleId).execute()
  await settleReports(db, [from, to])
}

/** Finds anew which article stands for each report: the earliest by day of publication, then by when it was seen. A report without articles goes. */
export async function settleReports(db: Db, reportIds: readonly number[]): Promise<void> {
  for (const id of new Set(reportIds)) {
    const articles = await db.selectFrom('article').select(['id', 'published_on', 'first_seen_at']).where('report_id', '=', id).execute()
    const day = (article: (typeof articles)[number]) => article.published_on ?? article.first_seen_at.slice(0, 10)
    const [first] = articles.sort((a, b) => compare(day(a), day(b)) || compare(a.first_seen_at, b.first_seen_at) || a.id - b.id)
    await db
      .updateTable('report')
      .set({ first_article_id: first?.id ?? null })
      .where('id', '=', id)
      .execute()
    if (!first) await db.deleteFrom('report').where('id', '=', id).execute()
    else {
      await db.updateTable('article').set({ copy_of: first.id }).where('report_id', '=', id).where('id', '<>', first.id).execute()
      await db.updateTable('article').set({ copy_of: null }).where('id', '=', first.id).execute()
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
