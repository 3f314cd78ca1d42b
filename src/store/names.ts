import { sql } from 'kysely'
import type { ReadoutEntity } from '../document/readout.ts'
import { cutRows } from './change.ts'
import type { Db } from './engine.ts'
import { fitName } from './words.ts'

/** One writing for all that are alike: the names by which identities are found. */
export type FoldName = (name: string) => string

/** The names by which an article tells an entity, each with how often; what it is called in the record is always among them. */
export function listToldNames(entity: ReadoutEntity): Map<string, number> {
  const told = new Map<string, number>()
  for (const { form, text } of entity.mentions) if (form === 'name') told.set(fitName(text), (told.get(fitName(text)) ?? 0) + 1)
  if (!told.has(fitName(entity.name))) told.set(fitName(entity.name), 1)
  told.delete('')
  return told
}

/** An entity of an article with the identity it has. */
export interface TiedEntity {
  readonly entity: ReadoutEntity
  readonly identityId: number
}

/** Counts the names of an article's entities to their identities. */
export async function addNames(db: Db, tied: readonly TiedEntity[], fold: FoldName): Promise<void> {
  const rows = sumNames(tied).map((row) => ({ ...row, folded: keepFolded(row.name, fitName(fold(row.name))) }))
  for (const some of cutRows(rows))
    await db
      .insertInto('identity_name')
      .values(some)
      .onConflict((conflict) => conflict.columns(['identity_id', 'name']).doUpdateSet({ told: sql`identity_name.told + excluded.told` }))
      .execute()
}

/** How a name is found, as the index on it has it. */
export const FOLDED = sql<string>`coalesce(folded, lower(name))`

/** Most names are only written small; both engines do that to ASCII letters alike. */
function keepFolded(name: string, folded: string): string | null {
  return folded === name.toLowerCase() && /^[\x00-\x7f]*$/.test(name) ? null : folded
}

/** Takes them off again; a name that no article tells any more is gone. */
export async function subtractNames(db: Db, tied: readonly TiedEntity[]): Promise<void> {
  for (const { identity_id, name, told } of sumNames(tied)) {
    const where = db.updateTable('identity_name').where('identity_id', '=', identity_id).where('name', '=', name)
    await where.set({ told: sql`told - ${told}` }).execute()
  }
  const ids = [...new Set(tied.map(({ identityId }) => identityId))]
  for (const some of cutRows(ids.map((id) => ({ id }))))
    await db
      .deleteFrom('identity_name')
      .where('told', '<=', 0)
      .where(
        'identity_id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
}

function sumNames(tied: readonly TiedEntity[]): { identity_id: number; name: string; told: number }[] {
  const sums = new Map<string, { identity_id: number; name: string; told: number }>()
  for (const { entity, identityId } of tied)
    for (const [name, told] of listToldNames(entity)) {
      const key = `${identityId} ${name}`
      const sum = sums.get(key)
      if (sum) sum.told += told
      else sums.set(key, { identity_id: identityId, name, told })
    }
  return [...sums.values()]
}
