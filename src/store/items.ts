import { sql } from 'kysely'
import { changeStore, cutRows } from './change.ts'
import type { Store } from './engine.ts'
import type { ItemState } from './tables.ts'
import { cleanMaybe, fitKey } from './words.ts'

/** What became of one thing that a source offered. */
export interface ItemNote {
  readonly key: string
  readonly state: ItemState
  /** For one that failed, why: a sentence and its code. */
  readonly reason: string | null
  readonly code: string | null
  readonly canRetry: boolean
  readonly articleId: number | null
}

/** An item as it is kept. */
export type ItemRow = Awaited<ReturnType<typeof listItems>>[number]

/** Notes items of a source; one that is known already gets its new state. Every note of what is done or failed is an attempt. */
export async function noteItems(store: Store, sourceId: number, items: readonly ItemNote[], at: string): Promise<void> {
  // The same key twice in one statement is refused by PostgreSQL: the last one counts.
  const byKey = new Map(items.map((item) => [fitKey(item.key), item]))
  const rows = Array.from(byKey, ([key, { state, reason, code, canRetry, articleId }]) => {
    const attempts = state === 'waiting' ? 0 : 1
    return {
      source_id: sourceId,
      key,
      state,
      reason: cleanMaybe(reason),
      code,
      can_retry: canRetry ? (1 as const) : (0 as const),
      attempts,
      article_id: articleId,
      at,
    }
  })
  await changeStore(store, async ({ db }) => {
    for (const some of cutRows(rows))
      await db
        .insertInto('intake_item')
        .values(some)
        .onConflict((conflict) =>
          conflict.columns(['source_id', 'key']).doUpdateSet(({ ref }) => ({
            state: ref('excluded.state'),
            reason: ref('excluded.reason'),
            code: ref('excluded.code'),
            can_retry: ref('excluded.can_retry'),
            attempts: sql<number>`intake_item.attempts + excluded.attempts`,
            article_id: ref('excluded.article_id'),
            at: ref('excluded.at'),
          })),
        )
        .execute()
  })
}

/** Items in a state, of one source or of all, the oldest first. */
export async function listItems({ db }: Store, state: ItemState, { sourceId, limit = 1_000 }: { sourceId?: number; limit?: number } = {}) {
  const query = db.selectFrom('intake_item').selectAll().where('state', '=', state).orderBy('at').orderBy('id').limit(limit)
  return (sourceId === undefined ? query : query.where('source_id', '=', sourceId)).execute()
}

/**
 * Takes items to be tried now: those that failed and may pass the next time, and those that somebody took before `staleBefore` and
 * never reported on. No two processes get the same.
 */
export async function claimItems(store: Store, { at, staleBefore, limit }: { at: string; staleBefore: string; limit: number }) {
  return changeStore(store, async ({ db }) => {
    const items = await db
      .selectFrom('intake_item')
      .selectAll()
      .where(({ and, or, eb }) =>
        or([and([eb('state', '=', 'failed'), eb('can_retry', '=', 1)]), and([eb('state', '=', 'waiting'), eb('at', '<', staleBefore)])]),
      )
      .orderBy('at')
      .orderBy('id')
      .limit(limit)
      .execute()
    for (const some of cutRows(items))
      await db
        .updateTable('intake_item')
        .set({ state: 'waiting', at })
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute()
    return items
  })
}
