import { hash } from 'node:crypto'
import { changeStore, type Store } from '../store/store.ts'

/** What stands for the key of a forgotten article: nobody reads the address out of it, but the article is known when it comes again. */
function nameMark(articleKey: string): string {
  return `forgotten ${hash('sha256', articleKey, 'hex').slice(0, 32)}`
}

/** Remembers that articles were forgotten: a feed or folder that still has them must not bring them back. */
export async function markForgotten(step: Store, articleIds: readonly number[], at: string): Promise<void> {
  for (let first = 0; first < articleIds.length; first += 1_000) {
    const ids = articleIds.slice(first, first + 1_000)
    const rows = await step.db.selectFrom('article').select('key').where('id', 'in', ids).execute()
    const marks = rows.map(({ key }) => ({ name: nameMark(key), value: at }))
    if (marks.length === 0) continue
    await step.db
      .insertInto('setting')
      .values(marks)
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: at }))
      .execute()
  }
}

/** When an article was forgotten; null when it was not. */
export async function findForgotten({ db }: Store, articleKey: string): Promise<string | null> {
  return (await db.selectFrom('setting').select('value').where('name', '=', nameMark(articleKey)).executeTakeFirst())?.value ?? null
}

/** Somebody wants it back. */
export async function unmarkForgotten(store: Store, articleKey: string): Promise<void> {
  await changeStore(store, ({ db }) => db.deleteFrom('setting').where('name', '=', nameMark(articleKey)).execute())
}
