import { type RawBuilder, sql } from 'kysely'
import type { Search, Store } from '../store/store.ts'
import type { Period } from './desk.ts'
import { type FactFilter, type FoundKind, writeConditions } from './filters.ts'

/** Which articles a question is about. */
export interface ArticleFilter extends Period {
  /** Name of a source or of an outlet; null where all count. */
  readonly source: string | null
  readonly search: Search | null
}

/** An article that may hold a hit. `day` is empty where it is not known. */
export interface Candidate {
  readonly id: number
  readonly day: string
}

/**
 * Conditions on the article `a`. A report counts once: by its earliest article, or, where one source is asked for, by the earliest that came from it.
 */
export function writeArticleConditions({ engine }: Store, { since, until, source, search }: ArticleFilter): RawBuilder<unknown>[] {
  return [
    ...(source === null
      ? [sql`a.copy_of is null`]
      : [
          isFrom('a', source),
          sql`not exists (
      select 1 from article c where c.report_id = a.report_id and c.id < a.id and ${isFrom('c', source)})`,
        ]),
    ...(since === null ? [] : [sql`a.published_on >= ${since}`]),
    ...(until === null ? [] : [sql`a.published_on <= ${until}`]),
    ...(search === null ? [] : [sql`a.id in ${engine.matchArticles(search)}`]),
  ]
}

function isFrom(article: string, source: string): RawBuilder<unknown> {
  const { outlet, sourceId } = { outlet: sql.ref(`${article}.outlet`), sourceId: sql.ref(`${article}.source_id`) }
  return sql`(lower(${outlet}) = lower(${source}) or ${sourceId} in (select id from source where lower(name) = lower(${source})))`
}

/** Articles of the first lot, and how much larger each next one is: most pages are full after a few articles. */
const FIRST_LOT = 32
const GROWTH = 2

/** Articles of the first sorted lot; where these are not enough, all others are taken, since they must be sorted again. */
const SORTED_FIRST = 250

interface Wanted extends ArticleFilter {
  readonly facts: FactFilter
  readonly kinds: readonly FoundKind[]
}

/** Articles that may hold hits of these kinds, newest first from `after` on (included), in growing lots. Those without a day come last. */
export async function* walkCandidates(store: Store, wanted: Wanted, after: Candidate | null): AsyncGenerator<Candidate[]> {
  const conditions = writeWanted(store, wanted)
  if (!isNarrow(wanted)) return yield* walkDays(store, conditions, after)
  let from: From | null = after && { at: after, isIncluded: true }
  for (const most of [SORTED_FIRST, null]) {
    const found = await selectCandidates(store, conditions, from, most)
    for (let first = 0, lot = FIRST_LOT; first < found.length; first += lot, lot *= GROWTH) yield found.slice(first, first + lot)
    const at = found.at(-1)
    if (!at || found.length < SORTED_FIRST) return
    from = { at, isIncluded: false }
  }
}

/** The newest of them. */
export async function listNewest(store: Store, wanted: Wanted, most: number): Promise<Candidate[]> {
  return selectCandidates(store, writeWanted(store, wanted), null, most)
}

/** Words or people leave so few that they are sorted; looking through them is cheaper than asking each in the query what it holds. */
function isNarrow({ search, facts }: Wanted): boolean {
  return search !== null || facts.speaker !== null || facts.about !== null
}

function writeWanted(store: Store, wanted: Wanted): RawBuilder<unknown>[] {
  const { facts, kinds } = wanted
  const people = [facts.speaker, facts.about].filter((id) => id !== null)
  const named = people.map((id) => sql`a.id in (select article_id from entity where identity_id = ${id})`)
  return [...writeArticleConditions(store, wanted), ...named, ...(isNarrow(wanted) ? [] : holdsAny(kinds, facts))]
}

/** Goes back day by day, by the index of days, as far as is asked. */
async function* walkDays(store: Store, conditions: readonly RawBuilder<unknown>[], after: Candidate | null): AsyncGenerator<Candidate[]> {
  let from: From | null = after && { at: after, isIncluded: true }
  for (let lot = FIRST_LOT; ; lot *= GROWTH) {
    const found = await selectCandidates(store, conditions, from, lot)
    const at = found.at(-1)
    if (at) yield found
    if (!at || found.length < lot) return
    from = { at, isIncluded: false }
  }
}

interface From {
  readonly at: Candidate
  readonly isIncluded: boolean
}

async function selectCandidates({ db }: Store, conditions: readonly RawBuilder<unknown>[], from: From | null, limit: number | null): Promise<Candidate[]> {
  const where = sql.join([...conditions, ...(from ? [isBehind(from)] : [])], sql` and `)
  const { rows } = await sql<{ id: number; day: string | null }>`select a.id, a.published_on as day from article a where ${where}
    order by a.published_on desc nulls last, a.id desc ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(db)
  return rows.map(({ id, day }) => ({ id, day: day ?? '' }))
}

/** Whether an article holds anything of these kinds that satisfies the filter. */
function holdsAny(kinds: readonly FoundKind[], facts: FactFilter): RawBuilder<unknown>[] {
  const ways: RawBuilder<unknown>[] = []
  for (const kind of kinds) {
    const conditions = writeConditions(kind, facts)
    if (conditions === null) continue
    if (kind === 'article' && conditions.length === 0) return []
    ways.push(
      kind === 'article'
        ? sql`(${sql.join(conditions, sql` and `)})`
        : sql`exists (select 1 from ${sql.table(kind)} f where ${sql.join([sql`f.article_id = a.id`, ...conditions], sql` and `)})`,
    )
  }
  return [ways.length > 0 ? sql`(${sql.join(ways, sql` or `)})` : sql`1 = 0`]
}

function isBehind({ at: { id, day }, isIncluded }: From): RawBuilder<unknown> {
  const isLater = isIncluded ? sql`a.id <= ${id}` : sql`a.id < ${id}`
  if (day === '') return sql`(a.published_on is null and ${isLater})`
  return sql`(a.published_on < ${day} or (a.published_on = ${day} and ${isLater}) or a.published_on is null)`
}
