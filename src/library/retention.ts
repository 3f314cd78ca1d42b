import { deleteArticles, listForgettable, noteForgotten, type Store } from '../store/store.ts'
import type { KnownSource } from './targets.ts'

/** The first day that a source keeps at an instant; null where it keeps all. */
export function findFirstKept({ keep_days }: Pick<KnownSource, 'keep_days'>, at: string): string | null {
  return keep_days === null ? null : new Date(Date.parse(at) - keep_days * 86_400_000).toISOString().slice(0, 10)
}

/**
 * Forgets the articles that their sources keep no longer, and notes it. Returns how many went. Their words leave the files when the store is
 * cleaned, as after every forgetting; SQLite has written over them by then.
 */
export async function applyRetention(store: Store, at: string): Promise<number> {
  const sources = await store.db.selectFrom('source').select(['id', 'keep_days']).where('keep_days', 'is not', null).execute()
  let gone = 0
  for (const source of sources) {
    const before = findFirstKept(source, at)
    const ids = before === null ? [] : await listForgettable(store, { sourceId: source.id, before })
    if (ids.length === 0 || before === null) continue
    const forgotten = await deleteArticles(store, ids)
    await noteForgotten(store, { ...forgotten, at, who: 'retention', what: JSON.stringify({ kind: 'retention', source: source.id, before }) })
    gone += forgotten.articles
  }
  return gone
}
