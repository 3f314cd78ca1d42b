import { sql } from 'kysely'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore } from './change.ts'
import type { Db, Store } from './engine.ts'
import { cutLots, type IdentityDraft, insertIdentity } from './identities.ts'
import { loadVersion } from './load.ts'
import { addNames, subtractNames } from './names.ts'
import type { Tables } from './tables.ts'

/** What undoing a decision needs. */
interface Detail {
  /** For a merge: the identity that is gone. */
  readonly identity: Omit<Tables['identity'], 'id'> | null
  /** Entities that changed their identity, as article and number. */
  readonly entities: readonly (readonly [articleId: number, number: number])[]
}

interface Deciding {
  readonly who: string
  readonly at: string
}

/** Makes two identities one: all that `goneId` was is `keptId` from now on. Returns the decision's id, by which it can be undone. */
export async function mergeIdentities(store: Store, { keptId, goneId, who, at }: Deciding & { keptId: number; goneId: number }): Promise<number> {
  return changeStore(store, async ({ db }) => {
    await loadIdentity(db, keptId)
    const { id, ...identity } = await loadIdentity(db, goneId)
    if (keptId === goneId) throw new ReadoutError('same-identity', `${identity.name} (${id}) cannot be merged with itself: name two.`)
    const rows = await db.selectFrom('entity').select(['article_id', 'number']).where('identity_id', '=', goneId).execute()
    await joinIdentities(db, keptId, goneId)
    const detail: Detail = { identity, entities: rows.map(({ article_id, number }) => [article_id, number]) }
    return noteDecision(db, { at, who, kind: 'merge', identity_id: keptId, other_id: goneId, detail: JSON.stringify(detail) })
  })
}

/** Parts an identity: whom these articles mean by it becomes another one. Returns that one and the decision's id. */
export async function splitIdentity(
  store: Store,
  { identityId, articleIds, draft, who, at }: Deciding & { identityId: number; articleIds: readonly number[]; draft: IdentityDraft },
): Promise<{ identityId: number; decisionId: number }> {
  return changeStore(store, async ({ db }) => {
    await loadIdentity(db, identityId)
    const rows: { article_id: number; number: number }[] = []
    for (const some of cutLots(articleIds))
      rows.push(
        ...(await db.selectFrom('entity').select(['article_id', 'number']).where('identity_id', '=', identityId).where('article_id', 'in', some).execute()),
      )
    const otherId = await insertIdentity(db, draft, null)
    const detail: Detail = { identity: null, entities: rows.map(({ article_id, number }) => [article_id, number]) }
    await moveEntities(db, detail.entities, identityId, otherId)
    const decisionId = await noteDecision(db, { at, who, kind: 'split', identity_id: identityId, other_id: otherId, detail: JSON.stringify(detail) })
    return { identityId: otherId, decisionId }
  })
}

/** Takes a merge or a split back. What was taken in since stays with whom it was tied to. */
export async function undoDecision(store: Store, decisionId: number): Promise<void> {
  await changeStore(store, async ({ db }) => {
    const decision = await db.selectFrom('identity_decision').selectAll().where('id', '=', decisionId).executeTakeFirst()
    if (!decision || decision.is_undone === 1 || decision.other_id === null)
      throw new ReadoutError('no-decision', `There is no decision ${decisionId} that could be undone: list the decisions to see their numbers.`)
    const { identity, entities } = JSON.parse(decision.detail) as Detail
    await loadIdentity(db, decision.identity_id)
    if (decision.kind === 'split') await joinIdentities(db, decision.identity_id, (await loadIdentity(db, decision.other_id)).id)
    else if (identity) {
      await db
        .insertInto('identity')
        .values({ id: decision.other_id, ...identity })
        .execute()
      await moveEntities(db, entities, decision.identity_id, decision.other_id)
    }
    await db.updateTable('identity_decision').set({ is_undone: 1 }).where('id', '=', decisionId).execute()
  })
}

/** Gives one identity all that another has, and removes that one. */
async function joinIdentities(db: Db, keptId: number, goneId: number): Promise<void> {
  await db.updateTable('entity').set({ identity_id: keptId }).where('identity_id', '=', goneId).execute()
  const told = sql`insert into identity_name (identity_id, name, folded, told) select ${sql.lit(keptId)}, name, folded, told from identity_name where identity_id = ${goneId}`
  await sql`${told} on conflict (identity_id, name) do update set told = identity_name.told + excluded.told`.execute(db)
  await db.deleteFrom('identity').where('id', '=', goneId).execute()
  await settleSeen(db, [keptId])
}

/** Moves entities that are still there and still tied to `fromId`, and their names with them. */
async function moveEntities(db: Db, entities: Detail['entities'], fromId: number, toId: number): Promise<void> {
  const names = await db.selectFrom('identity_name').select(['name', 'folded']).where('identity_id', '=', fromId).execute()
  const foldedOf = new Map(names.map(({ name, folded }) => [name, folded]))
  for (const [articleId, numbers] of groupNumbers(entities)) {
    const version = await loadVersion(db, articleId)
    const query = db.updateTable('entity').set({ identity_id: toId }).where('article_id', '=', articleId).where('number', 'in', numbers)
    const moved = await query.where('identity_id', '=', fromId).returning('number').execute()
    const told = moved.flatMap(({ number }) => version?.readout.entities[number - 1] ?? [])
    await subtractNames(
      db,
      told.map((entity) => ({ entity, identityId: fromId })),
    )
    await addNames(
      db,
      told.map((entity) => ({ entity, identityId: toId })),
      (name) => foldedOf.get(name) ?? name.toLowerCase(),
    )
  }
  await settleSeen(db, [fromId, toId])
}

function groupNumbers(entities: Detail['entities']): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const [articleId, number] of entities) groups.set(articleId, [...(groups.get(articleId) ?? []), number])
  return groups
}

/** Finds anew on which days identities were told of first and last. */
export async function settleSeen(db: Db, ids: readonly number[]): Promise<void> {
  const day = (pick: 'min' | 'max') => sql<string | null>`(select ${sql.raw(pick)}(coalesce(a.published_on, substr(a.first_seen_at, 1, 10)))
    from entity e join article a on a.id = e.article_id where e.identity_id = identity.id)`
  for (const some of cutLots(ids))
    await db
      .updateTable('identity')
      .set({ first_seen_on: day('min'), last_seen_on: day('max') })
      .where('id', 'in', some)
      .execute()
}

async function loadIdentity(db: Db, id: number): Promise<Omit<Tables['identity'], 'id'> & { id: number }> {
  const identity = await db.selectFrom('identity').selectAll().where('id', '=', id).executeTakeFirst()
  if (!identity) throw new ReadoutError('no-identity', `There is no identity ${id}: it may have been merged or forgotten meanwhile.`)
  return identity
}

async function noteDecision(db: Db, decision: Omit<Tables['identity_decision'], 'id' | 'is_undone'>): Promise<number> {
  const row = { ...decision, is_undone: 0 as const }
  return (await db.insertInto('identity_decision').values(row).returning('id').executeTakeFirstOrThrow()).id
}
