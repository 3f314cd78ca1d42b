import type { Incoming } from '../document/incoming.ts'
import { cutRows } from './change.ts'
import type { Db, Store } from './engine.ts'
import type { LoadedVersion } from './load.ts'
import type { ToSave } from './save.ts'
import { cleanMaybe, cleanWords } from './words.ts'

/** An article without a version, as a report of its own. Returns its id. */
export async function insertArticle(db: Db, item: ToSave, key: string): Promise<number> {
  const report = await db.insertInto('report').values({ first_article_id: null }).returning('id').executeTakeFirstOrThrow()
  const told = describe(item.incoming)
  const article = await db
    .insertInto('article')
    .values({ key, source_id: item.sourceId, report_id: report.id, first_seen_at: item.at, version_id: 0, copy_of: null, ...told })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('report').set({ first_article_id: article.id }).where('id', '=', report.id).execute()
  return article.id
}

/** Makes a version the one that the article, the full text (which must not have one of it) and the search for copies know. */
export async function makeCurrent({ db, engine }: Store, { articleId, versionId, readout }: LoadedVersion, item: ToSave): Promise<void> {
  await db
    .updateTable('article')
    .set({ version_id: versionId, ...describe(item.incoming) })
    .where('id', '=', articleId)
    .execute()
  const { title, text = '' } = readout.article
  await engine.indexTexts(db, [{ articleId, versionId, title: cleanMaybe(title), text: cleanWords(text) }])
  const bands = item.bands.map((hash, band) => ({ band, hash, article_id: articleId }))
  for (const some of cutRows(bands))
    await db
      .insertInto('copy_band')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

function describe({ address, article }: Incoming) {
  const outlet = cleanMaybe(article.publisher ?? hostOf(address))
  return { address: cleanMaybe(address), outlet, published_on: article.publishedOn, title: cleanMaybe(article.title) }
}

/** “https://www.port-news.example/talks” → “port-news.example”. */
function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') || null : null
}
