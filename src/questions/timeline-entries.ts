import { sql } from 'kysely'
import { type Articles, cutLots, type LoadedArticle, loadArticles } from './articles.ts'
import { compareKeys, type Key } from './cursor.ts'
import type { Db, Period } from './desk.ts'
import type { FactKind, FactRef } from './facts.ts'
import { type Between, isMeant, listIds, speaks, writeShared } from './sides.ts'
import { gatherUtterances, listUttered } from './utterances.ts'

export const ENTRY_KINDS = ['meeting', 'promise', 'event', 'cooperation', 'comparison'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Something between two, with all that tell it, the earliest first. */
export interface Entry {
  readonly kind: EntryKind
  /** Day of what happened where the words tell it, else of the first report; null where neither is known. */
  readonly day: string | null
  readonly isDayTold: boolean
  readonly tellings: readonly [FactRef, ...FactRef[]]
  readonly realis: string | null
  readonly area: string | null
  readonly stage: string | null
}

interface Row {
  article_id: number
  number: number
  published_on: string | null
}

/** All that stands between two, in the order of time; what has no day comes last. */
export async function listEntries(db: Db, between: Between, { since, until }: Period, articles: Articles): Promise<Entry[]> {
  const rows: Rows = { events: [], cooperation: [], comparisons: [], promises: [] }
  for (const some of cutLots(between.articles)) {
    rows.events.push(...(await selectEvents(db, between, some)))
    rows.cooperation.push(...(await selectCooperation(db, between, some)))
    rows.comparisons.push(...(await selectComparisons(db, between, some)))
    rows.promises.push(...(await selectPromises(db, between, some)))
  }
  const promises = await gatherPromises(db, rows.promises, articles)
  const promised = new Set(rows.promises.map(({ article_id, number }) => `${article_id} ${number}`))
  const events = rows.events.filter(({ article_id, uttered_in }) => uttered_in === null || !promised.has(`${article_id} ${uttered_in}`))
  const entries = [
    ...promises,
    ...groupEvents(events, await listPeople(db, events)),
    ...groupCooperation(rows.cooperation),
    ...groupComparisons(rows.comparisons),
  ]
  const isAsked = ({ day }: Entry) => (since === null && until === null) || (day !== null && day >= (since ?? '') && day <= (until ?? '9999'))
  return entries.filter(isAsked).sort((a, b) => compareKeys(keyOf(a), keyOf(b)))
}

interface Rows {
  readonly events: EventRow[]
  readonly cooperation: CooperationRow[]
  readonly comparisons: Row[]
  readonly promises: PromiseRow[]
}

/** Where an entry stands in the order of time. */
export function keyOf({ day, kind, tellings: [{ articleId, number }] }: Entry): Key {
  return [day ?? '9999-99-99', ENTRY_KINDS.indexOf(kind), articleId, number]
}

export const KEY_SHAPE = ['string', 'number', 'number', 'number'] as const

/** Puts what several reports tell alike into one entry. Earlier reports come first. */
function groupRows<R extends Row>(rows: readonly R[], factKind: FactKind, describe: (row: R) => Omit<Entry, 'tellings'>, group: (row: R) => string): Entry[] {
  const sorted = [...rows].sort((a, b) => compareKeys([a.published_on ?? '9999', a.article_id, a.number], [b.published_on ?? '9999', b.article_id, b.number]))
  return Array.from(Map.groupBy(sorted, group).values(), (some) => ({
    ...describe(some[0] as R),
    tellings: some.map((row) => ({ kind: factKind, articleId: row.article_id, number: row.number })) as [FactRef, ...FactRef[]],
  }))
}

type EventRow = Row & { type: string; realis: string; date_start: string | null; date_grain: string | null; uttered_in: number | null }
type CooperationRow = Row & { area: string; stage: string | null; realis: string }
type PromiseRow = Row & { content_start: number; content_end: number }

/** Events in which both take part. */
async function selectEvents(db: Db, between: Between, articles: readonly number[]): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select e.article_id, e.number, e.type, e.realis, e.date_start, e.date_grain, e.uttered_in, a.published_on
    from ${writeShared('event', between, articles)} both_in join event e on e.article_id = both_in.article_id and e.number = both_in.number
      join article a on a.id = e.article_id`.execute(db)
  return rows
}

async function selectCooperation(db: Db, between: Between, articles: readonly number[]): Promise<CooperationRow[]> {
  const { rows } = await sql<CooperationRow>`select c.article_id, c.number, c.area, c.stage, c.realis, a.published_on
    from ${writeShared('cooperation', between, articles)} both_in
      join cooperation c on c.article_id = both_in.article_id and c.number = both_in.number join article a on a.id = c.article_id`.execute(db)
  return rows
}

/** Comparisons of events in which both take part. */
async function selectComparisons(db: Db, between: Between, articles: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select k.article_id, k.number, a.published_on
    from ${writeShared('event', between, articles)} both_in
      join comparison k on k.article_id = both_in.article_id and k.about_number = both_in.number join article a on a.id = k.article_id`.execute(db)
  return rows
}

/** Promises that one side makes to the other or about it. */
async function selectPromises(db: Db, { one, other }: Between, articles: readonly number[]): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`select s.article_id, s.number, s.content_start, s.content_end, a.published_on
    from statement s join article a on a.id = s.article_id where s.article_id in ${listIds(articles)} and s.act = 'promise' and s.is_negated = 0
      and ((${speaks(one)} and ${isMeant(other)}) or (${speaks(other)} and ${isMeant(one)}))`.execute(db)
  return rows
}

/** An event told by several is one where type, realis, day and people agree. */
function groupEvents(events: readonly EventRow[], people: ReadonlyMap<string, string>): Entry[] {
  const describe = (row: EventRow) => ({
    ...{ kind: kindOf(row), realis: row.realis, area: null, stage: null },
    ...{ day: row.date_start ?? row.published_on, isDayTold: row.date_start !== null },
  })
  const group = (row: EventRow) => {
    const isDay = row.date_start !== null && row.date_grain === 'day'
    return [row.type, row.realis, isDay, row.date_start ?? row.published_on ?? row.article_id, people.get(`${row.article_id} ${row.number}`)].join('|')
  }
  return groupRows(events, 'event', describe, group)
}

function kindOf({ type, realis }: EventRow): EntryKind {
  if (type === 'CONSULT') return 'meeting'
  return type === 'AGREE' && realis !== 'denied' ? 'promise' : 'event'
}

/** Of each event the people who take part: two ministers and two presidents may meet on one day. */
async function listPeople(db: Db, rows: readonly Row[]): Promise<Map<string, string>> {
  const people = new Map<string, string>()
  for (const some of cutLots([...new Set(rows.map(({ article_id }) => article_id))])) {
    const found = await db
      .selectFrom('participant')
      .innerJoin('entity', (join) => join.onRef('entity.article_id', '=', 'participant.article_id').onRef('entity.number', '=', 'participant.entity_number'))
      .innerJoin('identity', 'identity.id', 'entity.identity_id')
      .select(['participant.article_id', 'participant.event_number', 'identity.id'])
      .where('participant.article_id', 'in', some)
      .where('identity.kind', '=', 'person')
      .orderBy('identity.id')
      .execute()
    for (const { article_id, event_number, id } of found)
      people.set(`${article_id} ${event_number}`, `${people.get(`${article_id} ${event_number}`) ?? ''} ${id}`)
  }
  return people
}

function groupCooperation(rows: readonly CooperationRow[]): Entry[] {
  return groupRows(
    rows,
    'cooperation',
    ({ area, stage, realis, published_on }) => ({ kind: 'cooperation', day: published_on, isDayTold: false, realis, area, stage }),
    ({ area, stage, realis, published_on, article_id }) => [area, stage, realis, published_on ?? article_id].join('|'),
  )
}

function groupComparisons(rows: readonly Row[]): Entry[] {
  const describe = ({ published_on }: Row) => ({ kind: 'comparison' as const, day: published_on, isDayTold: false, realis: null, area: null, stage: null })
  return groupRows(rows, 'comparison', describe, ({ article_id, number }) => `${article_id} ${number}`)
}

/** Reports of the same words within a few days are one promise. */
async function gatherPromises(db: Db, rows: readonly PromiseRow[], articles: Articles): Promise<Entry[]> {
  await loadArticles(
    db,
    rows.map((row) => row.article_id),
    articles,
  )
  const tellings = rows.map((row) => {
    const { text } = (articles.get(row.article_id) as LoadedArticle).cut(row.content_start, row.content_end)
    return { articleId: row.article_id, number: row.number, day: row.published_on ?? '', words: listUttered(text) }
  })
  const gathered = gatherUtterances()
  // Newest first, those of one article from its end.
  tellings.sort((a, b) => compareKeys([b.day, b.articleId, b.number], [a.day, a.articleId, a.number]))
  return [...tellings.flatMap((telling) => gathered.add(telling)), ...gathered.add(null)].map(({ tellings }) => ({
    ...{ kind: 'promise', day: tellings[0].day || null, isDayTold: false, realis: null, area: null, stage: null },
    tellings: tellings.map(({ articleId, number }) => ({ kind: 'statement', articleId, number })) as [FactRef, ...FactRef[]],
  }))
}
