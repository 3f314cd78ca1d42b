import type { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { IdentitiesQuery, IdentityList } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { foldIdentityName } from '../identities/identities.ts'
import type { Store } from '../store/store.ts'

const ARTICLES = sql<number>`(select count(distinct n.article_id) from entity n where n.identity_id = identity.id)`
const COLUMNS = ['identity.id', 'identity.kind', 'identity.name', 'identity.country', 'identity.iso3', 'identity.wikidata', 'identity.office'] as const

/** Identities of which articles tell, those told of most first; by the beginning of any of their names. */
export async function listIdentities(store: Store, query: z.output<typeof IdentitiesQuery>): Promise<z.input<typeof IdentityList>> {
  const { limit, cursor } = query
  const after = cursor === undefined ? null : readCursor(cursor)
  const rows = await selectTold(store, query)
    .$if(after !== null, (rows) =>
      rows.where(sql<boolean>`(told.articles < ${after?.articles} or (told.articles = ${after?.articles} and told.id > ${after?.id}))`),
    )
    .orderBy('told.articles', 'desc')
    .orderBy('told.id')
    .limit(limit + 1)
    .execute()
  const { count } = await selectTold(store, query)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: page.map(tellIdentity), total: count, next: last && rows.length > limit ? `${last.articles}.${last.id}` : null }
}

function selectTold({ db }: Store, { q, kind }: Pick<z.output<typeof IdentitiesQuery>, 'q' | 'kind'>) {
  let told = db.selectFrom('identity').select([...COLUMNS, 'identity.first_seen_on', 'identity.last_seen_on', ARTICLES.as('articles')])
  if (kind !== undefined) told = told.where('identity.kind', '=', kind)
  if (q !== undefined)
    told = told.where(sql<boolean>`identity.id in (select identity_id from identity_name where coalesce(folded, lower(name)) like ${startOf(q)} escape '!')`)
  return db.selectFrom(told.as('told')).selectAll()
}

/** “%” and “_” of what was typed mean themselves. A word inside a name counts: “keshen” finds Radu Keshen. */
function startOf(typed: string): string {
  return `%${foldIdentityName(typed).replace(/[!%_]/g, '!$&')}%`
}

interface IdentityRow {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly country: string | null
  readonly iso3: string | null
  readonly wikidata: string | null
  readonly office: string | null
  readonly first_seen_on: string | null
  readonly last_seen_on: string | null
  readonly articles: number
}

export function tellIdentity({ id, kind, name, country, iso3, office, articles, ...row }: IdentityRow) {
  return { id, kind, name, country: iso3 ?? country, office, firstSeenOn: row.first_seen_on, lastSeenOn: row.last_seen_on, articles }
}

/** One identity with how many articles tell of it. */
export async function loadIdentity(store: Store, id: number): Promise<IdentityRow> {
  const row = await selectTold(store, {}).where('told.id', '=', id).executeTakeFirst()
  if (!row) throw new ReadoutError('no-identity', `There is no identity ${id}: it may have been merged into another one, or forgotten.`)
  return row
}

function readCursor(cursor: string): { articles: number; id: number } {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor)
  if (!found) throw new ReadoutError('bad-cursor', 'The cursor is not from this list: give the “next” of the page before.')
  return { articles: Number(found[1]), id: Number(found[2]) }
}
