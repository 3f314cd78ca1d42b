import type { Db } from './desk.ts'
import { type CutSpan, makeCutter } from './spans.ts'

/** An article that tells something. Copies of one report are told by its earliest. */
export interface ToldIn {
  readonly articleId: number
  readonly title: string | null
  readonly outlet: string | null
  readonly publishedOn: string | null
  readonly address: string | null
  readonly source: string | null
  /** Further articles of the same report. */
  readonly copies: number
  /** Who printed the report, by name, each once. */
  readonly outlets: readonly string[]
}

/** An article with its words. */
export interface LoadedArticle extends Omit<ToldIn, 'copies' | 'outlets'> {
  readonly reportId: number
  readonly text: string
  readonly cut: CutSpan
}

/** Articles that a question has looked at; each is loaded once. */
export type Articles = Map<number, LoadedArticle>

/** Loads those articles that are not there yet. */
export async function loadArticles(db: Db, ids: readonly number[], articles: Articles): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !articles.has(id))
  for (const some of cutLots(missing)) {
    const rows = await db
      .selectFrom('article')
      .innerJoin('version', 'version.id', 'article.version_id')
      .leftJoin('source', 'source.id', 'article.source_id')
      .select(['article.id', 'article.title', 'article.outlet', 'article.address', 'article.published_on', 'article.report_id', 'version.text'])
      .select('source.name')
      .where('article.id', 'in', some)
      .execute()
    for (const { id, title, outlet, address, published_on, report_id, text, name } of rows)
      articles.set(id, { articleId: id, title, outlet, address, publishedOn: published_on, source: name, reportId: report_id, text, cut: makeCutter(text) })
  }
}

/** How the reports of articles were printed. */
export type Reports = ReadonlyMap<number, Pick<ToldIn, 'copies' | 'outlets'>>

export async function loadReports(db: Db, ids: readonly number[]): Promise<Reports> {
  const rows: { report_id: number; outlet: string | null }[] = []
  for (const some of cutLots([...new Set(ids)]))
    rows.push(...(await db.selectFrom('article').select(['report_id', 'outlet']).where('report_id', 'in', some).orderBy('id').execute()))
  const printed = Map.groupBy(rows, (row) => row.report_id)
  return new Map(Array.from(printed, ([id, some]) => [id, { copies: some.length - 1, outlets: listOutlets(some) }]))
}

function listOutlets(rows: readonly { outlet: string | null }[]): string[] {
  return [...new Set(rows.flatMap(({ outlet }) => outlet ?? []))].sort()
}

/** What an answer tells of an article. */
export function tellArticle({ articleId, title, outlet, publishedOn, address, source, reportId }: LoadedArticle, reports: Reports): ToldIn {
  return { articleId, title, outlet, publishedOn, address, source, ...(reports.get(reportId) ?? { copies: 0, outlets: [] }) }
}

/** Values of one `in (…)`. */
const LOT = 1_000

/** A list in lots. */
export function* cutLots<T>(values: readonly T[]): Generator<T[]> {
  for (let first = 0; first < values.length; first += LOT) yield values.slice(first, first + LOT)
}
