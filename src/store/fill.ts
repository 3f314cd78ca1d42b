import type { Readout } from '../document/readout.ts'
import { insertRows } from './change.ts'
import type { Db } from './engine.ts'
import { type FactSource, makeFacts } from './facts.ts'
import { subtractNames, type TiedEntity } from './names.ts'

/** Tables of an article's entities and facts, each before those whose rows hang on it. */
export const FACT_TABLES = ['entity', 'statement', 'about', 'event', 'participant', 'event_area', 'cooperation', 'party', 'comparison'] as const

/** Writes the entities and facts of an article that has none. `identities[n]` is whom entity n is, or null. */
export async function fillFacts(db: Db, source: FactSource, identities: readonly (number | null)[]): Promise<void> {
  const rows = makeRows(source, identities)
  for (const table of FACT_TABLES) await insertRows(db, table, rows[table])
}

/** The same rows, unwritten. */
export function makeRows(source: FactSource, identities: readonly (number | null)[]) {
  const entity = source.readout.entities.flatMap(({ mentions }, n) => {
    const identity = identities[n] ?? null
    return identity === null ? [] : [{ article_id: source.articleId, number: n + 1, identity_id: identity, told: mentions.length }]
  })
  return {
    entity,
    ...makeFacts(
      source,
      identities.map((identity) => identity !== null),
    ),
  }
}

/** Takes the entities and facts of an article out of the tables, and its names off its identities. Returns these identities. */
export async function emptyFacts(db: Db, { articleId, readout }: FactSource): Promise<number[]> {
  const rows = await db.selectFrom('entity').select(['number', 'identity_id']).where('article_id', '=', articleId).execute()
  await subtractNames(db, listTied(readout, rows))
  for (const table of FACT_TABLES.toReversed()) await db.deleteFrom(table).where('article_id', '=', articleId).execute()
  return [...new Set(rows.map(({ identity_id }) => identity_id))]
}

/** Entities of a record with the identities that rows give them. */
export function listTied(readout: Readout, rows: readonly { number: number; identity_id: number }[]): TiedEntity[] {
  return rows.flatMap(({ number, identity_id }) => {
    const entity = readout.entities[number - 1]
    return entity ? [{ entity, identityId: identity_id }] : []
  })
}
