import { writeGolden } from '../golden/golden.ts'
import type { Store } from '../store/store.ts'
import type { ReviewedArticle } from './corrections.ts'
import { loadReviewed } from './corrections.ts'
import type { Item } from './fields.ts'

/** A golden article made of an article that people corrected. */
export interface GoldenFile {
  readonly articleId: number
  /** “ferry-talks-12.gold.txt” */
  readonly name: string
  /** Null where the article cannot be written. */
  readonly text: string | null
  /** Sentences: what was left out, and why. */
  readonly left: readonly string[]
}

/**
 * The corrected articles of a library as golden articles, so that a mistake becomes a test: facts that people accepted, corrected or added must
 * be found, those that they rejected must not, all others may be. `articleId`: only this one.
 */
export async function* exportGolden(store: Store, articleId?: number): AsyncGenerator<GoldenFile> {
  let query = store.db.selectFrom('correction').innerJoin('article', 'article.key', 'correction.article_key').select('article.id').distinct()
  if (articleId !== undefined) query = query.where('article.id', '=', articleId)
  for (const { id } of await query.orderBy('article.id').execute()) {
    const reviewed = await loadReviewed(store, id)
    if (reviewed) yield writeReviewed(reviewed)
  }
}

function writeReviewed({ articleId, record, rejected }: ReviewedArticle): GoldenFile {
  const decided = [record.statements, record.events, record.cooperation, record.comparisons].flatMap((facts) =>
    facts.filter(({ decision }) => decision !== null),
  )
  const traps = rejected.flatMap(({ fact }) => (fact && isFact(fact) ? [fact] : []))
  const { text, left } = writeGolden({ record, required: new Set(decided.map(({ id }) => id)), traps })
  return { articleId, name: `${makeSlug(record.article.title)}-${articleId}.gold.txt`, text, left }
}

function isFact(item: Item): item is Exclude<Item, { roles: unknown }> {
  return !('roles' in item)
}

/** “Ferry talks: day 2” → “ferry-talks-day-2”. */
function makeSlug(title: string | null): string {
  const words = (title ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['article']
  return words.slice(0, 8).join('-').slice(0, 60)
}
