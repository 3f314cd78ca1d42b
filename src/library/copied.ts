import { bandsOf, compareTexts, signText } from '../copies/copies.ts'
import { findCopyCandidates, type Store } from '../store/store.ts'

/** Candidates whose texts are compared: the likeliest. A report of forty copies has them all among its candidates. */
const COMPARED = 12

/** Numbers by which texts that may print the same report are found. */
export function listBands(text: string): number[] {
  return bandsOf(signText(text))
}

/** Key of the article that a text copies: of those that print the same report, the one that shares most with it; null when there is none. */
export async function findCopied(step: Store, articleKey: string, text: string, bands: readonly number[]): Promise<string | null> {
  let best: { key: string; share: number } | null = null
  for (const { key, articleId } of await findCopyCandidates(step, bands, COMPARED)) {
    if (key === articleKey) continue
    const { share, verdict } = compareTexts(text, await loadText(step, articleId))
    if (verdict !== 'other' && share > (best?.share ?? 0)) best = { key, share }
    if (verdict === 'copy') break
  }
  return best?.key ?? null
}

async function loadText({ db }: Store, articleId: number): Promise<string> {
  const query = db.selectFrom('version').innerJoin('article', 'article.version_id', 'version.id').select('version.text')
  return (await query.where('article.id', '=', articleId).executeTakeFirst())?.text ?? ''
}
