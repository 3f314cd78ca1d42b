import { sql } from 'kysely'
import type { ReadoutEntity } from '../document/readout.ts'
import { changeStore } from './change.ts'
import type { Db, Store } from './engine.ts'
import type { Ground } from './ground.ts'
import { addNames, FOLDED } from './names.ts'
import { cleanMaybe, cleanWords } from './words.ts'

/** Someone or something that no article told of before. */
export interface IdentityDraft {
  readonly kind: string
  readonly name: string
  readonly country: string | null
  readonly iso3: string | null
  readonly wikidata: string | null
  readonly office: string | null
}

/** The same with its id, when it was told of, and by which names. */
export interface Identity extends IdentityDraft {
  readonly id: number
  readonly firstSeenOn: string | null
  readonly lastSeenOn: string | null
  readonly names: readonly { readonly name: string; readonly folded: string; readonly told: number }[]
}

/** Values of one `in (…)`: SQLite and PostgreSQL both take as many. */
const LOT = 1_000

/** By what identities are found: folded names, and what the knowledge base ties entities to. */
export interface IdentityClues {
  readonly folded: readonly string[]
  readonly iso3?: readonly string[]
  readonly wikidata?: readonly string[]
}

/** Identities that have one of these clues, by id: whom the entities of a new article may be. */
export async function findIdentities(store: Store, { folded, iso3 = [], wikidata = [] }: IdentityClues): Promise<Identity[]> {
  const ids = new Set<number>()
  for (const some of cutLots([...new Set(folded)])) {
    const rows = await store.db.selectFrom('identity_name').select('identity_id').distinct().where(FOLDED, 'in', some).execute()
    for (const { identity_id } of rows) ids.add(identity_id)
  }
  for (const [column, values] of [
    ['iso3', iso3],
    ['wikidata', wikidata],
  ] as const)
    for (const some of cutLots([...new Set(values)]))
      for (const { id } of await store.db.selectFrom('identity').select('id').where(column, 'in', some).execute()) ids.add(id)
  return loadIdentities(store, [...ids])
}

/** Identities with these ids, in the order of ids. Those that are not there are left out. */
export async function loadIdentities(store: Store, ids: readonly number[]): Promise<Identity[]> {
  const found: Identity[] = []
  for (const some of cutLots([...ids].sort((a, b) => a - b))) {
    const rows = await store.db.selectFrom('identity').selectAll().where('id', 'in', some).orderBy('id').execute()
    const names = await store.db.selectFrom('identity_name').selectAll().where('identity_id', 'in', some).orderBy('told', 'desc').orderBy('name').execute()
    const namesOf = Map.groupBy(names, ({ identity_id }) => identity_id)
    for (const { first_seen_on, last_seen_on, ...identity } of rows) {
      const told = (namesOf.get(identity.id) ?? []).map(({ name, folded, told }) => ({ name, folded: folded ?? name.toLowerCase(), told }))
      found.push({ ...identity, firstSeenOn: first_seen_on, lastSeenOn: last_seen_on, names: told })
    }
  }
  return found
}

/** Makes an identity and returns its id. */
export async function addIdentity(store: Store, draft: IdentityDraft, seenOn: string | null): Promise<number> {
  return changeStore(store, ({ db }) => insertIdentity(db, draft, seenOn))
}

/** The same inside a change. */
export async function insertIdentity(db: Db, draft: IdentityDraft, seenOn: string | null): Promise<number> {
  const query = db.insertInto('identity').values(keepDraft(draft, seenOn)).returning('id')
  return (await query.executeTakeFirstOrThrow()).id
}

function keepDraft({ kind, name, country, iso3, wikidata, office }: IdentityDraft, seenOn: string | null) {
  return { kind, name: cleanWords(name), country, iso3, wikidata, office: cleanMaybe(office), first_seen_on: seenOn, last_seen_on: seenOn }
}

/** Entities of an article with whom they were found to be. */
export interface Tying {
  readonly entities: readonly ReadoutEntity[]
  readonly given: readonly (number | IdentityDraft | null)[]
  readonly day: string
}

/** The id of each entity's identity, made where it was a draft; its names and the day are counted to it. */
export async function giveIdentities(db: Db, { entities, given, day }: Tying, { made, fold }: Ground): Promise<(number | null)[]> {
  await makeDrafts(db, given, day, made)
  const ids = given.map((one) => (one === null || typeof one === 'number' ? one : (made.get(one) as number)))
  const tied = entities.flatMap((entity, n) => (ids[n] == null ? [] : [{ entity, identityId: ids[n] }]))
  await addNames(db, tied, fold)
  for (const some of cutLots([...new Set(ids.filter((id) => id !== null))])) {
    const earlier = sql<string>`case when first_seen_on < ${day} then first_seen_on else ${day} end`
    const later = sql<string>`case when last_seen_on > ${day} then last_seen_on else ${day} end`
    await db
      .updateTable('identity')
      .set({ first_seen_on: earlier, last_seen_on: later })
      .where('id', 'in', some)
      .where(({ or, eb }) => or([eb('first_seen_on', 'is', null), eb('first_seen_on', '>', day), eb('last_seen_on', '<', day)]))
      .execute()
  }
  return ids
}

/** Makes the identities of drafts that are not made yet. Ids grow in the order of the rows. */
async function makeDrafts(db: Db, given: Tying['given'], day: string, made: Map<IdentityDraft, number>): Promise<void> {
  const fresh = new Set(given.filter((one) => one !== null && typeof one !== 'number' && !made.has(one)) as IdentityDraft[])
  for (const some of cutLots([...fresh])) {
    const query = db.insertInto('identity').values(some.map((draft) => keepDraft(draft, day)))
    const ids = (await query.returning('id').execute()).map(({ id }) => id).sort((a, b) => a - b)
    some.forEach((draft, n) => {
      made.set(draft, ids[n] as number)
    })
  }
}

/** Of these identities, removes those that no article tells of any more; one that somebody merged or split stays. */
export async function dropUnused(db: Db, ids: readonly number[]): Promise<void> {
  for (const some of cutLots(ids)) {
    const isDecided = sql<boolean>`exists (select 1 from identity_decision d where d.is_undone = 0 and (d.identity_id = identity.id or d.other_id = identity.id))`
    await db
      .deleteFrom('identity')
      .where('id', 'in', some)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('entity').select('entity.number').whereRef('entity.identity_id', '=', 'identity.id'))))
      .where(({ not }) => not(isDecided))
      .execute()
  }
}

/** Numbers in lots that one query takes. */
export function* cutLots<T>(values: readonly T[]): Generator<T[]> {
  for (let first = 0; first < values.length; first += LOT) yield values.slice(first, first + LOT)
}
