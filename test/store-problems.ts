import { checkStore, parseSearch, type Store } from '../src/store/store.ts'

/** Adds a test on a new store, after which nothing may be wrong with the store. */
export type Check = (name: string, work: (store: Store) => Promise<void>) => void

/** What is wrong with a store. */
export async function listProblems(store: Store): Promise<string[]> {
  return Array.fromAsync(checkStore(store))
}

/** The articles that a search finds, by key. */
export async function searchKeys({ db, engine }: Store, typed: string): Promise<string[]> {
  const rows = await db
    .selectFrom('article')
    .select('key')
    .where('id', 'in', engine.matchArticles(parseSearch(typed)))
    .orderBy('key')
    .execute()
  return rows.map(({ key }) => key)
}
