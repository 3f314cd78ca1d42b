import { foldIdentityName } from '../identities/identities.ts'
import { loadRecord, type Store } from '../store/store.ts'

/** Whom an article's entities were found to be when it was read before: name of the entity → identity. Empty for a new article. */
export async function findEarlier(step: Store, articleKey: string): Promise<Map<string, number>> {
  const query = step.db.selectFrom('entity').innerJoin('article', 'article.id', 'entity.article_id').selectAll('entity')
  const rows = await query.where('article.key', '=', articleKey).orderBy('entity.number').execute()
  const found = new Map<string, number>()
  const [first] = rows
  const record = first && (await loadRecord(step, first.article_id))
  for (const { number, identity_id } of rows) {
    const entity = record?.entities[number - 1]
    if (entity && !found.has(nameEntity(entity))) found.set(nameEntity(entity), identity_id)
  }
  return found
}

export function nameEntity({ kind, name }: { kind: string; name: string }): string {
  return `${kind} ${name}`
}

/**
 * Lets identities be found by the name under which they are known, where an article tells them by others only: “Keshen” alone for Radu Keshen,
 * whose office makes clear who is meant.
 */
export async function keepCalled({ db }: Store, articleId: number, called: ReadonlyMap<number, string>): Promise<void> {
  if (called.size === 0) return
  const query = db.selectFrom('entity').select(['number', 'identity_id']).where('article_id', '=', articleId)
  const rows = await query.where('number', 'in', [...called.keys()]).execute()
  for (const { number, identity_id } of rows) await addCalled(db, identity_id, called.get(number) ?? '')
}

/** Adds a name to those by which an identity is found. */
export async function addCalled(db: Store['db'], identityId: number, name: string): Promise<void> {
  const row = { identity_id: identityId, name, folded: foldIdentityName(name), told: 1 }
  await db
    .insertInto('identity_name')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
