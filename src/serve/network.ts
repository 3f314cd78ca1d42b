import type { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Network, NetworkQuery } from '../contract/contract.ts'
import type { Store } from '../store/store.ts'

interface EdgeRow {
  from_id: number
  to_id: number
  count: number
  first: string | null
  last: string | null
  articles: string
  total: number
}

/** Numbers of articles that an edge names. */
const ARTICLES = 20

/** Who met whom, or who speaks of whom, the strongest ties first. Copies count once; places are nobody. */
export async function drawNetwork(store: Store, { kind, since, until, limit }: z.output<typeof NetworkQuery>): Promise<Network> {
  const told = kind === 'met' ? MEETINGS : SPEAKING
  const day = sql`coalesce(t.day, '')`
  const list = store.engine.kind === 'sqlite' ? sql`group_concat(distinct t.article_id)` : sql`string_agg(distinct t.article_id::text, ',')`
  const { rows } = await sql<EdgeRow>`with told as (${told})
    select t.from_id, t.to_id, count(distinct t.article_id) as count, min(t.day) as first, max(t.day) as last, ${list} as articles, count(*) over () as total
    from told t where (${day} >= ${since ?? ''}) and (${day} <= ${until ?? '9999'})
    group by t.from_id, t.to_id order by count desc, t.from_id, t.to_id limit ${limit}`.execute(store.db)
  const ids = [...new Set(rows.flatMap(({ from_id, to_id }) => [from_id, to_id]))].sort((a, b) => a - b)
  const edges = rows.map(({ from_id, to_id, count, first, last, articles }) => ({
    from: from_id,
    to: to_id,
    count,
    first,
    last,
    articleIds: readIds(articles),
  }))
  return { nodes: await loadNodes(store, ids, edges), edges, total: rows[0]?.total ?? 0 }
}

/** Meetings that happened, two who took part at a time. */
const MEETINGS = sql`select n.identity_id as from_id, m.identity_id as to_id, e.article_id, coalesce(e.date_start, a.published_on) as day
  from event e join article a on a.id = e.article_id and a.copy_of is null
    join participant p on p.article_id = e.article_id and p.event_number = e.number
    join participant q on q.article_id = e.article_id and q.event_number = e.number and q.entity_number <> p.entity_number
    join entity n on n.article_id = p.article_id and n.number = p.entity_number
    join entity m on m.article_id = q.article_id and m.number = q.entity_number
    join identity i on i.id = n.identity_id join identity j on j.id = m.identity_id
  where e.type = 'CONSULT' and e.realis in ('happened', 'ongoing') and n.identity_id < m.identity_id and i.kind <> 'place' and j.kind <> 'place'`

const SPEAKING = sql`select n.identity_id as from_id, m.identity_id as to_id, s.article_id, a.published_on as day
  from statement s join article a on a.id = s.article_id and a.copy_of is null
    join entity n on n.article_id = s.article_id and n.number = s.speaker_number
    join about b on b.article_id = s.article_id and b.statement_number = s.number
    join entity m on m.article_id = b.article_id and m.number = b.entity_number
    join identity j on j.id = m.identity_id
  where n.identity_id <> m.identity_id and j.kind <> 'place'`

function readIds(articles: string): number[] {
  const ids = articles.split(',').map(Number)
  return ids.sort((a, b) => b - a).slice(0, ARTICLES)
}

/** `count`: ties that they have here. */
async function loadNodes({ db }: Store, ids: readonly number[], edges: Network['edges']): Promise<Network['nodes'][number][]> {
  const counts = new Map<number, number>()
  for (const { from, to } of edges) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1)
  const rows = await db
    .selectFrom('identity')
    .select(['id', 'kind', 'name', 'country', 'iso3'])
    .where('id', 'in', [0, ...ids])
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, name, country, iso3 }) => ({ id, kind, name, country: iso3 ?? country, count: counts.get(id) ?? 0 }))
}
