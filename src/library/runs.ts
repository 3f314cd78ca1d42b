import type { Taken } from '../intake/intake.ts'
import { changeStore, type Store } from '../store/store.ts'
import { type KnownSource, nameItem, type Target } from './targets.ts'

/** A run that was broken off goes on for a day; after that, everything is looked at again. */
const RESUMED_MS = 86_400_000

/** When the unfinished run over a target began; null when the last one came to its end. */
export async function findUnfinished({ db }: Store, { place }: Target): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', nameRun(place)).executeTakeFirst()
  return row && Date.now() - Date.parse(row.value) < RESUMED_MS ? row.value : null
}

/** Notes that a run over a target has begun. */
export async function beginRun(store: Store, { place }: Target, at: string): Promise<void> {
  await changeStore(store, ({ db }) =>
    db
      .insertInto('setting')
      .values({ name: nameRun(place), value: at })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: at }))
      .execute(),
  )
}

export async function endRun(store: Store, { place }: Target): Promise<void> {
  await changeStore(store, ({ db }) => db.deleteFrom('setting').where('name', '=', nameRun(place)).execute())
}

function nameRun(place: string): string {
  return `adding ${place}`
}

/** Whether an item was dealt with since a run began: it stands, or has failed for good. */
export async function listDealt({ db }: Store, source: KnownSource, target: Target, since: string): Promise<(key: Taken['key']) => boolean> {
  const rows = await db
    .selectFrom('intake_item')
    .select('key')
    .where('source_id', '=', source.id)
    .where('at', '>=', since)
    .where(({ or, eb, and }) => or([eb('state', '=', 'done'), and([eb('state', '=', 'failed'), eb('can_retry', '=', 0)])]))
    .execute()
  const dealt = new Set(rows.map(({ key }) => key))
  return (key) => dealt.has(nameItem(source, target, key))
}
