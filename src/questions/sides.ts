import { type RawBuilder, sql } from 'kysely'
import type { Db } from './desk.ts'
import type { Who } from './who.ts'

/** Tables `one` and `other`: ids of those who count for each side. People and bodies count for their country, but not against themselves. */
export function writeSides(one: Who, other: Who): RawBuilder<unknown> {
  return sql`with one as materialized (${selectSide(one, other)}), other as materialized (${selectSide(other, one)})`
}

function selectSide({ id, kind, country }: Who, other: Who): RawBuilder<unknown> {
  if (kind !== 'country' || country === null) return sql`select id from identity where id = ${id}`
  return sql`select id from identity where id = ${id} or (country = ${country} and kind in ('person', 'organization') and id <> ${other.id})`
}

/** Two with those who count for them, and the articles that tell of both. A report counts once. */
export interface Between {
  readonly one: readonly number[]
  readonly other: readonly number[]
  readonly articles: readonly number[]
}

export async function loadBetween(db: Db, one: Who, other: Who): Promise<Between> {
  const sides = writeSides(one, other)
  const ids = async (side: string) => (await sql<{ id: number }>`${sides} select id from ${sql.table(side)} order by id`.execute(db)).rows.map(({ id }) => id)
  const [first, second] = [await ids('one'), await ids('other')]
  const tellsOf = (some: readonly number[]) => sql`id in (select article_id from entity where identity_id in ${listIds(some)})`
  const { rows } = await sql<{ id: number }>`select id from article where copy_of is null and ${tellsOf(first)} and ${tellsOf(second)} order by id`.execute(db)
  return { one: first, other: second, articles: rows.map(({ id }) => id) }
}

/** Numbers as they stand in a query: there may be more of them than a query takes values. */
export function listIds(ids: readonly number[]): RawBuilder<unknown> {
  return sql`(${sql.raw(ids.length > 0 ? ids.map((id) => String(Math.trunc(id))).join(', ') : 'null')})`
}

/**
 * The events, or entries of cooperation, of some articles in which both sides take part, as a table of `article_id` and `number`. All
 * participants are looked at once: asking for each event whether somebody takes part costs three times as much.
 */
export function writeShared(kind: 'event' | 'cooperation', { one, other }: Between, articles: readonly number[]): RawBuilder<unknown> {
  const [table, number] = kind === 'event' ? ['participant', 'event_number'] : ['party', 'cooperation_number']
  const has = (ids: readonly number[]) => sql`max(case when n.identity_id in ${listIds(ids)} then 1 else 0 end) = 1`
  return sql`(select p.article_id, p.${sql.ref(number as string)} as number
    from ${sql.table(table as string)} p join entity n on n.article_id = p.article_id and n.number = p.entity_number
    where p.article_id in ${listIds(articles)} group by 1, 2 having ${has(one)} and ${has(other)})`
}

/** The sign before the column keeps SQLite from looking each of the ids up in its index of entities. */
function isOf(ids: readonly number[]): RawBuilder<unknown> {
  return sql`+n.identity_id in ${listIds(ids)}`
}

/** Whether statement `s` is made by one of these. */
export function speaks(ids: readonly number[]): RawBuilder<unknown> {
  return sql`exists (select 1 from entity n where n.article_id = s.article_id and n.number in (s.speaker_number, s.on_behalf_number) and ${isOf(ids)})`
}

/** Whether statement `s` is made to one of these, or tells of one. */
export function isMeant(ids: readonly number[]): RawBuilder<unknown> {
  return sql`(exists (select 1 from entity n where n.article_id = s.article_id and n.number = s.addressee_number and ${isOf(ids)})
    or exists (select 1 from about b join entity n on n.article_id = b.article_id and n.number = b.entity_number
      where b.article_id = s.article_id and b.statement_number = s.number and ${isOf(ids)}))`
}
