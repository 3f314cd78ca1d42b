import type { z } from '@hono/zod-openapi'
import { FindFilter, type SavedDraft, type SavedSearch } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore, type Store } from '../store/store.ts'
import { makeSlug } from './slugs.ts'

export type SavedRow = z.input<typeof SavedSearch>

/** Searches that somebody saved, the latest first. */
export async function listSaved({ db }: Store): Promise<SavedRow[]> {
  return (await db.selectFrom('saved_search').selectAll().orderBy('id', 'desc').execute()).map(tellSaved)
}

function tellSaved({ slug, title, query, made_by, made_at }: { slug: string; title: string; query: string; made_by: string; made_at: string }): SavedRow {
  return { slug, title, query: JSON.parse(query) as Record<string, string>, madeBy: made_by, madeAt: made_at }
}

export async function findSaved({ db }: Store, slug: string): Promise<SavedRow> {
  const row = await db.selectFrom('saved_search').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new ReadoutError('no-search', `There is no saved search “${slug}”: GET /saved lists them.`)
  return tellSaved(row)
}

/** Keeps a search that can be asked; returns it. */
export async function addSaved(store: Store, { title, query }: z.output<typeof SavedDraft>, { who, at }: { who: string; at: string }): Promise<SavedRow> {
  readFilter(query)
  return changeStore(store, async (step) => {
    const { db } = step
    const isTaken = async (slug: string) => (await db.selectFrom('saved_search').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
    const slug = await makeSlug(title, isTaken)
    await db
      .insertInto('saved_search')
      .values({ slug, title, query: JSON.stringify(query), made_by: who, made_at: at })
      .execute()
    return findSaved(step, slug)
  })
}

export async function removeSaved(store: Store, slug: string): Promise<void> {
  await changeStore(store, async (step) => {
    await findSaved(step, slug)
    await step.db.deleteFrom('saved_search').where('slug', '=', slug).execute()
  })
}

/** The filter that a saved search asks with. */
export function readFilter(query: z.output<typeof SavedDraft>['query']): z.output<typeof FindFilter> {
  const { success, data, error } = FindFilter.safeParse(query)
  if (success) return data
  const [issue] = error.issues
  throw new ReadoutError('bad-request', `This search cannot be asked: “${issue?.path.join('.')}”: ${issue?.message}`)
}
