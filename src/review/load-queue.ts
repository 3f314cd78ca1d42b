import { sql } from 'kysely'
import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Store } from '../store/store.ts'
import { loadReviewed } from './corrections.ts'
import { LISTS } from './fields.ts'
import { type Candidate, compareQueued, type Queued, queueForReview } from './queue.ts'

type FactKind = Candidate['factKind']
const KINDS: readonly FactKind[] = ['statement', 'event', 'cooperation', 'comparison']

export interface QueueQuestion {
  readonly kind?: FactKind
  /** `next` of the page before. */
  readonly after?: string | null
  readonly limit?: number
}

export interface Queue {
  readonly items: readonly Queued[]
  /** Facts in the queue, of those that were looked at: at most `LIMITS.reviewCandidates` of a kind. */
  readonly total: number
  /** Where the next page begins; null at the end. What is decided meanwhile moves nothing. */
  readonly next: string | null
}

/** What is to be reviewed next: the least certain facts of reports (copies are folded) that nobody has decided on. */
export async function loadQueue(store: Store, { kind, after = null, limit = 50 }: QueueQuestion = {}): Promise<Queue> {
  const last = readPlace(after)
  const candidates: Candidate[] = []
  for (const one of KINDS) if (kind === undefined || kind === one) candidates.push(...(await loadCandidates(store, one)))
  const queue = queueForReview(candidates)
  const rest = last ? queue.filter((one) => compareQueued(last, one) < 0) : queue
  const corrected = await listCorrected(store)
  const items: Queued[] = []
  const decided = new Map<number, ReadonlySet<string>>()
  let seen = 0
  for (; seen < rest.length && items.length < limit; seen++) {
    const one = rest[seen] as Queued
    if (corrected.has(one.articleId) && !decided.has(one.articleId)) decided.set(one.articleId, await listDecided(store, one.articleId))
    if (!decided.get(one.articleId)?.has(`${one.factKind} ${one.number}`)) items.push(one)
  }
  return { items, total: queue.length, next: seen > 0 && seen < rest.length ? writePlace(rest[seen - 1] as Queued) : null }
}

async function listCorrected({ db }: Store): Promise<Set<number>> {
  const rows = await db.selectFrom('correction').innerJoin('article', 'article.key', 'correction.article_key').select('article.id').distinct().execute()
  return new Set(rows.map(({ id }) => id))
}

/** Facts of an article that somebody decided on, also those that the machine reads otherwise since and that therefore have another key. */
async function listDecided(store: Store, articleId: number): Promise<ReadonlySet<string>> {
  const reviewed = await loadReviewed(store, articleId)
  if (!reviewed) return new Set()
  const { record, rejected } = reviewed
  const standing = KINDS.flatMap((kind) => record[LISTS[kind].list].filter(({ decision }) => decision !== null).map(({ id }) => `${kind} ${id.slice(1)}`))
  return new Set([...standing, ...rejected.map(({ factKind, fact }) => `${factKind} ${fact?.id.slice(1)}`)])
}

function writePlace({ weight, articleId, factKind, number }: Queued): string {
  return Buffer.from(JSON.stringify([weight, articleId, factKind, number])).toString('base64url')
}

function readPlace(after: string | null): Queued | null {
  if (after === null) return null
  try {
    const [weight, articleId, factKind, number] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [number, number, FactKind, number]
    if ([weight, articleId, number].every(Number.isFinite) && KINDS.includes(factKind))
      return { weight, articleId, factKind, number, factKey: '', confidence: 0, told: 0, copies: 0, isMeeting: false }
  } catch {
    // Told below with all that is no cursor.
  }
  throw new ReadoutError('bad-cursor', 'The cursor is not from this queue: give the one that the page before ended with.')
}

/** Who counts for the effect of a fact of each kind: its entities. */
const PARTIES: Readonly<Record<FactKind, string>> = {
  statement: 'select article_id, number, speaker_number as entity_number from f',
  event: 'select f.article_id, f.number, p.entity_number from f join participant p on p.article_id = f.article_id and p.event_number = f.number',
  cooperation: 'select f.article_id, f.number, p.entity_number from f join party p on p.article_id = f.article_id and p.cooperation_number = f.number',
  comparison:
    'select f.article_id, f.number, s.speaker_number as entity_number from f join statement s on s.article_id = f.article_id and s.number = f.stated_in',
}

/** The least certain facts of a kind first; then only of these what hangs on them, since that is dear to find out. */
async function loadCandidates({ db }: Store, kind: FactKind): Promise<Candidate[]> {
  const isMeeting = kind === 'event' ? sql`case when f.type = 'CONSULT' then 1 else 0 end` : sql`0`
  const { rows } = await sql<{ articleId: number; number: number; factKey: string; confidence: number; isMeeting: number; told: number; copies: number }>`
    with f as (
      select t.*, a.report_id from ${sql.table(kind)} t join article a on a.id = t.article_id
      where a.copy_of is null and not exists (
        select 1 from correction c where c.article_key = a.key and c.fact_kind = ${kind} and c.fact_key = t.fact_key
          and c.action in ('accept', 'reject', 'correct') and not exists (select 1 from correction u where u.undoes = c.id))
      order by t.confidence, t.article_id, t.number limit ${sql.lit(LIMITS.reviewCandidates)}
    ),
    party_of as (${sql.raw(PARTIES[kind])}),
    who as (select p.article_id, p.number, e.identity_id from party_of p join entity e on e.article_id = p.article_id and e.number = p.entity_number),
    fame as (select identity_id, count(*) as told from entity where identity_id in (select identity_id from who) group by identity_id),
    most as (select who.article_id, who.number, max(fame.told) as told from who join fame on fame.identity_id = who.identity_id group by who.article_id, who.number)
    select f.article_id as ${sql.id('articleId')}, f.number as number, f.fact_key as ${sql.id('factKey')}, f.confidence as confidence,
      ${isMeeting} as ${sql.id('isMeeting')}, (select count(*) - 1 from article o where o.report_id = f.report_id) as copies,
      coalesce(most.told, 0) as told
    from f left join most on most.article_id = f.article_id and most.number = f.number`.execute(db)
  return rows.map((row) => ({ ...row, factKind: kind, isMeeting: row.isMeeting === 1 }))
}
