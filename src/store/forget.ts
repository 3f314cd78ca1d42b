import { sql } from 'kysely'
import { changeStore } from './change.ts'
import { settleSeen } from './decisions.ts'
import type { Db, Store } from './engine.ts'
import { emptyFacts } from './fill.ts'
import { forgetAdded, forgetNamed } from './forget-room.ts'
import { cutLots, dropUnused } from './identities.ts'
import { loadVersion } from './load.ts'
import { settleReports } from './reports.ts'

/** What is to be forgotten: the articles of a source, those published (or, undated, seen) before a day, those that tell of an identity, or articles by id. */
export type ForgetScope =
  | { readonly sourceId: number; readonly before?: string }
  | { readonly before: string }
  | { readonly identityId: number }
  | { readonly articleIds: readonly number[] }

/** Ids of the articles in a scope, in order. */
export async function listForgettable({ db }: Store, scope: ForgetScope): Promise<number[]> {
  if ('articleIds' in scope) return [...new Set(scope.articleIds)].sort((a, b) => a - b)
  if ('identityId' in scope) {
    const rows = await db.selectFrom('entity').select('article_id').distinct().where('identity_id', '=', scope.identityId).orderBy('article_id').execute()
    return rows.map(({ article_id }) => article_id)
  }
  let query = db.selectFrom('article').select('id').orderBy('id')
  if ('sourceId' in scope) query = query.where('source_id', '=', scope.sourceId)
  if (scope.before !== undefined) query = query.where(sql<string>`coalesce(published_on, substr(first_seen_at, 1, 10))`, '<', scope.before)
  return (await query.execute()).map(({ id }) => id)
}

/** What went. */
export interface Forgotten {
  readonly articles: number
  readonly facts: number
}

/**
 * Deletes articles with all versions, records, facts, changes, corrections, words of the full text and the items they came from; identities that
 * nobody tells of any more go with them, names that nobody uses any more leave the others. What is deleted leaves the files by `cleanStore`.
 * `identityId`: somebody who is to be forgotten with them, also where only a correction of another article names him.
 */
export async function deleteArticles(store: Store, articleIds: readonly number[], identityId?: number): Promise<Forgotten> {
  return changeStore(store, async (step) => {
    if (identityId !== undefined) await forgetNamed(step.db, identityId)
    const gone = { articles: 0, facts: 0 }
    for (const ids of cutLots(articleIds)) {
      const { articles, facts } = await deleteLot(step, ids)
      gone.articles += articles
      gone.facts += facts
    }
    return gone
  })
}

/** Notes that something was forgotten. `what` tells kind and scope as JSON, without a word of what was forgotten. */
export async function noteForgotten(store: Store, note: Forgotten & { at: string; who: string; what: string }): Promise<void> {
  await changeStore(store, ({ db }) => db.insertInto('forgotten').values(note).execute())
}

/** Takes what was deleted out of the files: they are written anew, which takes a while and as much room again. */
export async function cleanStore({ db, engine }: Store): Promise<void> {
  await engine.cleanFiles(db)
}

async function deleteLot({ db, engine }: Store, ids: readonly number[]): Promise<Forgotten> {
  const rows = await db.selectFrom('article').select(['id', 'report_id', 'key']).where('id', 'in', ids).execute()
  const facts = await countFacts(db, ids)
  const identities = new Set<number>()
  for (const { id } of rows) {
    const version = await loadVersion(db, id)
    for (const identity of version ? await emptyFacts(db, version) : []) identities.add(identity)
  }
  await engine.unindexTexts(db, ids)
  await db.deleteFrom('copy_band').where('article_id', 'in', ids).execute()
  await db.deleteFrom('intake_item').where('article_id', 'in', ids).execute()
  await forgetAdded(
    db,
    rows.map(({ key }) => key),
  )
  await db.updateTable('report').set({ first_article_id: null }).where('first_article_id', 'in', ids).execute()
  await db.updateTable('article').set({ copy_of: null }).where('copy_of', 'in', ids).execute()
  await db.deleteFrom('article').where('id', 'in', ids).execute()
  await settleReports(
    db,
    rows.map(({ report_id }) => report_id),
  )
  await forgetIdentities(db, [...identities])
  return { articles: rows.length, facts }
}

async function countFacts(db: Db, ids: readonly number[]): Promise<number> {
  let count = 0
  for (const table of ['statement', 'event', 'cooperation', 'comparison'] as const) {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('article_id', 'in', ids)
      .executeTakeFirstOrThrow()
    count += row.count
  }
  return count
}

/** Decisions keep names: those that would bring back nothing any more go. An identity called by a name that is gone gets the one told most. */
async function forgetIdentities(db: Db, ids: readonly number[]): Promise<void> {
  for (const some of cutLots(ids)) {
    const decisions = await db
      .selectFrom('identity_decision')
      .select(['id', 'detail'])
      .where(({ or, eb }) => or([eb('identity_id', 'in', some), eb('other_id', 'in', some)]))
      .execute()
    for (const { id, detail } of decisions) if (!(await hasEntities(db, detail))) await db.deleteFrom('identity_decision').where('id', '=', id).execute()
    const isGone = sql<boolean>`not exists (select 1 from identity_name n where n.identity_id = identity.id and n.name = identity.name)`
    const most = sql<string>`coalesce((select n.name from identity_name n where n.identity_id = identity.id order by n.told desc, n.name limit 1), identity.name)`
    await db.updateTable('identity').set({ name: most }).where('id', 'in', some).where(isGone).execute()
  }
  await dropUnused(db, ids)
  await settleSeen(db, ids)
}

async function hasEntities(db: Db, detail: string): Promise<boolean> {
  const { entities } = JSON.parse(detail) as { entities: readonly (readonly [number, number])[] }
  for (const some of cutLots([...new Set(entities.map(([articleId]) => articleId))]))
    if (await db.selectFrom('article').select('id').where('id', 'in', some).limit(1).executeTakeFirst()) return true
  return false
}
