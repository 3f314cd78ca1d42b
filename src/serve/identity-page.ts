import { sql } from 'kysely'
import type { IdentityPage } from '../contract/contract.ts'
import { listArticlesOf } from '../library/library.ts'
import { loadIdentities, type Store } from '../store/store.ts'
import { loadArticleRows } from './article-rows.ts'
import { loadIdentity, tellIdentity } from './identity-list.ts'

/** Rows of each part that are told; the questions tell all. */
const MOST = 50

/** What somebody said, as statement `s` of an article `a` that is no copy. */
function saidBy(id: number) {
  return sql`from entity n join article a on a.id = n.article_id and a.copy_of is null
    join statement s on s.article_id = n.article_id and (s.speaker_number = n.number or s.on_behalf_number = n.number) where n.identity_id = ${id}`
}

/** A person, a government, an organisation: names, links, what they said by topic and month, whom they met. Copies count once. */
export async function drawIdentity(store: Store, id: number): Promise<IdentityPage> {
  const row = await loadIdentity(store, id)
  const [identity] = await loadIdentities(store, [id])
  const articles = await listArticlesOf(store, id, MOST)
  const byAct = await countBy(store, sql`select s.act as value, count(*) as count ${saidBy(id)} group by s.act order by count desc, value`)
  const byMonth = await countBy(
    store,
    sql`select substr(a.published_on, 1, 7) as value, count(*) as count ${saidBy(id)} and a.published_on is not null group by 1 order by value`,
  )
  return {
    ...tellIdentity(row),
    names: (identity?.names ?? []).map(({ name, told }) => ({ name, told })),
    links: Object.fromEntries(Object.entries({ iso3: row.iso3, wikidata: row.wikidata }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
    statements: byAct.reduce((sum, { count }) => sum + count, 0),
    byAct: byAct.map(({ value, count }) => ({ act: value, count })),
    byMonth: byMonth.map(({ value, count }) => ({ month: value, count })),
    byTopic: await listTopics(store, id),
    met: await listMet(store, id),
    speaksOf: await listSpokenOf(store, id),
    decisions: await listDecisions(store, id),
    articlesOf: await loadArticleRows(
      store,
      articles.map((article) => article.id),
    ),
  }
}

async function countBy({ db }: Store, query: ReturnType<typeof sql>): Promise<{ value: string; count: number }[]> {
  return (await sql<{ value: string; count: number }>`${query}`.execute(db)).rows
}

/** A topic is an area of which something that was said tells: of an event in it, or of cooperation. */
async function listTopics(store: Store, id: number): Promise<{ topic: string; count: number }[]> {
  const rows = await countBy(
    store,
    sql`select value, count(*) as count from (
      select r.area as value, s.article_id, s.number from (select s.article_id, s.number ${saidBy(id)}) s
        join event e on e.article_id = s.article_id and e.stated_in = s.number join event_area r on r.article_id = e.article_id and r.event_number = e.number
      union
      select c.area as value, s.article_id, s.number from (select s.article_id, s.number ${saidBy(id)}) s
        join cooperation c on c.article_id = s.article_id and c.stated_in = s.number
    ) topics group by value order by count desc, value`,
  )
  return rows.map(({ value, count }) => ({ topic: value, count }))
}

interface MetRow {
  id: number
  kind: string
  name: string
  country: string | null
  count: number
  last: string | null
}

/** Who took part in the same meetings that happened. */
async function listMet({ db }: Store, id: number): Promise<MetRow[]> {
  const { rows } = await sql<MetRow>`select i.id, i.kind, i.name, coalesce(i.iso3, i.country) as country, count(distinct e.article_id) as count,
      max(coalesce(e.date_start, a.published_on)) as last
    from entity n join article a on a.id = n.article_id and a.copy_of is null
      join participant p on p.article_id = n.article_id and p.entity_number = n.number
      join event e on e.article_id = p.article_id and e.number = p.event_number and e.type = 'CONSULT' and e.realis in ('happened', 'ongoing')
      join participant q on q.article_id = e.article_id and q.event_number = e.number and q.entity_number <> p.entity_number
      join entity m on m.article_id = q.article_id and m.number = q.entity_number join identity i on i.id = m.identity_id and i.id <> n.identity_id
    where n.identity_id = ${id} group by i.id order by count desc, last desc, i.id limit ${MOST}`.execute(db)
  return rows
}

async function listSpokenOf({ db }: Store, id: number): Promise<MetRow[]> {
  const { rows } = await sql<MetRow>`select i.id, i.kind, i.name, coalesce(i.iso3, i.country) as country, count(distinct s.article_id) as count,
      max(a.published_on) as last
    from entity n join article a on a.id = n.article_id and a.copy_of is null
      join statement s on s.article_id = n.article_id and s.speaker_number = n.number
      join about b on b.article_id = s.article_id and b.statement_number = s.number
      join entity m on m.article_id = b.article_id and m.number = b.entity_number join identity i on i.id = m.identity_id and i.id <> n.identity_id
    where n.identity_id = ${id} and i.kind <> 'place' group by i.id order by count desc, last desc, i.id limit ${MOST}`.execute(db)
  return rows
}

/** Decisions that stand, the latest first. */
async function listDecisions({ db }: Store, id: number): Promise<IdentityPage['decisions']> {
  const rows = await db
    .selectFrom('identity_decision')
    .leftJoin('identity as other', 'other.id', 'identity_decision.other_id')
    .select(['identity_decision.id', 'at', 'who', 'identity_decision.kind', 'other_id', 'other.name', 'detail'])
    .where('is_undone', '=', 0)
    .where(({ or, eb }) => or([eb('identity_id', '=', id), eb('other_id', '=', id)]))
    .orderBy('identity_decision.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ id: number, at, who, kind, other_id, name, detail }) => {
    const gone = (JSON.parse(detail) as { identity: { name: string } | null }).identity
    const other = `${name ?? gone?.name ?? 'another'} (#${other_id})`
    return { id: number, at, who, kind, told: kind === 'merge' ? `Merged with ${other}.` : `Parted from ${other}.` }
  })
}
