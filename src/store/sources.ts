import { sql } from 'kysely'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore } from './change.ts'
import type { Store } from './engine.ts'
import type { Flag, SourceKind } from './tables.ts'
import { cleanMaybe, cleanWords } from './words.ts'

/** Where articles come from. */
export interface SourceDraft {
  readonly name: string
  readonly kind: SourceKind
  readonly address: string
  readonly isWatched: boolean
}

/** How long a source's articles are kept, whether their text may be exported, whether it is looked at again. */
export interface SourceSetting {
  readonly keepDays?: number | null
  readonly mayExportText?: boolean
  readonly isWatched?: boolean
}

/** A source with its state and what came of it. */
export type SourceRow = Awaited<ReturnType<typeof listSources>>[number]

/** Adds a source, or finds the one of that name and address; returns its id. */
export async function addSource(store: Store, draft: SourceDraft, at: string): Promise<number> {
  const name = cleanWords(draft.name)
  const address = cleanWords(draft.address)
  return changeStore(store, async ({ db }) => {
    const known = await db.selectFrom('source').selectAll().where('name', '=', name).executeTakeFirst()
    if (known && known.address !== address)
      throw new ReadoutError('source-exists', `There is a source “${name}” with another address, ${known.address}: give this one another name.`)
    if (known) return known.id
    const row = { name, kind: draft.kind, address, added_at: at, is_watched: toFlag(draft.isWatched), may_export_text: 1 as const }
    return (await db.insertInto('source').values(row).returning('id').executeTakeFirstOrThrow()).id
  })
}

/** All sources by name, with how many articles and open items each has. */
export async function listSources({ db }: Store) {
  const count = (state: string) => sql<number>`(select count(*) from intake_item i where i.source_id = source.id and i.state = ${state})`
  return db
    .selectFrom('source')
    .selectAll()
    .select(sql<number>`(select count(*) from article a where a.source_id = source.id)`.as('articles'))
    .select([count('waiting').as('waiting'), count('failed').as('failed')])
    .orderBy('name')
    .execute()
}

/** What came of looking at a source: `failure` says in a sentence what went wrong, or is null. */
export interface SourceCheck {
  readonly at: string
  readonly failure: string | null
  readonly nextCheckAt: string | null
  /** What the fetcher wants to know the next time, as JSON. */
  readonly fetchState: string | null
}

export async function noteSourceCheck(store: Store, id: number, { at, failure, nextCheckAt, fetchState }: SourceCheck): Promise<void> {
  const outcome = failure === null ? { succeeded_at: at } : { failed_at: at }
  const state = { checked_at: at, failure: cleanMaybe(failure), next_check_at: nextCheckAt, fetch_state: cleanMaybe(fetchState), ...outcome }
  await changeStore(store, ({ db }) => db.updateTable('source').set(state).where('id', '=', id).execute())
}

/** Changes what is told; the rest stays. */
export async function setSourceSetting(store: Store, id: number, { keepDays, mayExportText, isWatched }: SourceSetting): Promise<void> {
  const set = {
    ...(keepDays !== undefined && { keep_days: keepDays }),
    ...(mayExportText !== undefined && { may_export_text: toFlag(mayExportText) }),
    ...(isWatched !== undefined && { is_watched: toFlag(isWatched) }),
  }
  if (Object.keys(set).length > 0) await changeStore(store, ({ db }) => db.updateTable('source').set(set).where('id', '=', id).execute())
}

/** Removes a source that has no articles any more, with what is known of its items. */
export async function deleteSource(store: Store, id: number): Promise<void> {
  await changeStore(store, ({ db }) => db.deleteFrom('source').where('id', '=', id).execute())
}

function toFlag(value: boolean): Flag {
  return value ? 1 : 0
}
