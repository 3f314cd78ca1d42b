import { type Articles, cutLots, type LoadedArticle, loadArticles, loadReports, type Reports, tellArticle } from './articles.ts'
import type { Db } from './desk.ts'
import type { Named } from './facts.ts'

/** What the facts of some articles are made from. */
export interface Shelf {
  readonly db: Db
  readonly articles: Articles
  readonly reports: Reports
  /** By `keyOf(article, number of the entity)`. */
  readonly names: ReadonlyMap<string, Named>
  /** Entity that makes each statement, by `keyOf(article, number of the statement)`. */
  readonly speakers: ReadonlyMap<string, number | null>
}

export async function loadShelf(db: Db, ids: readonly number[], articles: Articles): Promise<Shelf> {
  await loadArticles(db, ids, articles)
  const reports = ids.flatMap((id) => articles.get(id)?.reportId ?? [])
  return { db, articles, reports: await loadReports(db, reports), names: await loadNames(db, ids), speakers: await loadSpeakers(db, ids) }
}

async function loadNames(db: Db, ids: readonly number[]): Promise<Map<string, Named>> {
  const rows = await selectIn(ids, (some) =>
    db
      .selectFrom('entity')
      .innerJoin('identity', 'identity.id', 'entity.identity_id')
      .select(['entity.article_id', 'entity.number', 'identity.id', 'identity.kind', 'identity.name', 'identity.country', 'identity.iso3'])
      .where('entity.article_id', 'in', some)
      .execute(),
  )
  return new Map(rows.map(({ article_id, number, id, kind, name, country, iso3 }) => [keyOf(article_id, number), { id, kind, name, country: iso3 ?? country }]))
}

async function loadSpeakers(db: Db, ids: readonly number[]): Promise<Map<string, number | null>> {
  const rows = await selectIn(ids, (some) =>
    db.selectFrom('statement').select(['article_id', 'number', 'speaker_number']).where('article_id', 'in', some).execute(),
  )
  return new Map(rows.map(({ article_id, number, speaker_number }) => [keyOf(article_id, number), speaker_number]))
}

/** Names something of an article by its number there. */
export function keyOf(articleId: number, number: number): string {
  return `${articleId} ${number}`
}

/** Rows of many articles, in lots. */
export async function selectIn<Row>(ids: readonly number[], select: (some: number[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (const some of cutLots(ids)) rows.push(...(await select(some)))
  return rows
}

interface FactRow {
  readonly article_id: number
  readonly number: number
  readonly fact_key: string
  readonly sentence_start: number
  readonly sentence_end: number
  readonly confidence: number
}

/** What every fact begins with. `letter`: of its id in the record, where statement 3 is “s3”. */
export function makeHead(letter: string, row: FactRow, start: number, end: number, { articles, reports }: Shelf) {
  const article = articles.get(row.article_id) as LoadedArticle
  return {
    ...{ key: row.fact_key, id: `${letter}${row.number}`, article: tellArticle(article, reports), sentence: article.cut(row.sentence_start, row.sentence_end) },
    ...{ words: article.cut(start, end), confidence: row.confidence / 100 },
  }
}

/** An entity of an article by its number, where it is known who that is. */
export function nameOf(articleId: number, number: number | null, { names }: Shelf): Named | null {
  return number === null ? null : (names.get(keyOf(articleId, number)) ?? null)
}

/** Who makes a statement of an article. */
export function speakerOf(articleId: number, statement: number | null, shelf: Shelf): Named | null {
  return statement === null ? null : nameOf(articleId, shelf.speakers.get(keyOf(articleId, statement)) ?? null, shelf)
}
