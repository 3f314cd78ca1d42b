import type { Db } from './engine.ts'
import { cutLots } from './identities.ts'

/** Corrections that are looked through at once. */
const ROWS_AT_ONCE = 1_000

/** Deletes what people added to articles: corrections of their facts, and their places in collections. */
export async function forgetAdded(db: Db, articleKeys: readonly string[]): Promise<void> {
  for (const keys of cutLots(articleKeys)) {
    await db.deleteFrom('correction').where('article_key', 'in', keys).execute()
    await db.deleteFrom('collection_item').where('article_key', 'in', keys).execute()
  }
}

/**
 * Deletes corrections of other articles that name somebody who is to be forgotten: a reviewer may have found a speaker whom the article does
 * not name in full. Names of one word are left, since others bear them too.
 */
export async function forgetNamed(db: Db, identityId: number): Promise<void> {
  const rows = await db.selectFrom('identity_name').select('name').where('identity_id', '=', identityId).execute()
  const names = rows.map(({ name }) => name.toLowerCase()).filter((name) => name.includes(' '))
  if (names.length === 0) return
  for (let last = 0; ; ) {
    const some = await db.selectFrom('correction').select(['id', 'anchor', 'change']).where('id', '>', last).orderBy('id').limit(ROWS_AT_ONCE).execute()
    const ids = some.filter(({ anchor, change }) => isNamed(anchor, names) || isNamed(change, names)).map(({ id }) => id)
    if (ids.length > 0) await db.deleteFrom('correction').where('id', 'in', ids).execute()
    if (some.length < ROWS_AT_ONCE) return
    last = some.at(-1)?.id ?? last
  }
}

function isNamed(json: string, names: readonly string[]): boolean {
  const words = json.toLowerCase()
  return names.some((name) => words.includes(name))
}
