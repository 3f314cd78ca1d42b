import { sql } from 'kysely'
import type { ArticlePage, OriginalPage } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { foldCorrections, listCorrections } from '../review/review.ts'
import { loadIncoming, loadReading, type Store } from '../store/store.ts'
import { makeEtag } from './answers.ts'
import { loadArticleRows } from './article-rows.ts'

interface Mark {
  version: number
  versionId: number
  readAt: string
  mark: string
}

/** Which version is asked for, and a tag of everything that its page depends on: cheap, so that an unchanged page is made once. */
export async function markArticle({ db }: Store, articleId: number, version: number | undefined): Promise<Mark & { etag: string }> {
  const wanted = version === undefined ? sql`v.id = a.version_id` : sql`v.number = ${version}`
  const { rows } = await sql<Mark>`select v.number as version, v.id as "versionId", v.read_at as "readAt",
      coalesce((select max(c.id) from correction c where c.article_key = a.key), 0) || '.' ||
      coalesce((select max(d.id) * 1000 + sum(d.is_undone) from identity_decision d), 0) || '.' ||
      (select max(o.version_id) || '.' || count(*) from article o where o.report_id = a.report_id) as mark
    from article a join version v on v.article_id = a.id and ${wanted} where a.id = ${articleId}`.execute(db)
  const [row] = rows
  if (row) return { ...row, etag: makeEtag([articleId, row.versionId, row.readAt, row.mark].join(' ')) }
  const known = await db.selectFrom('article').select('id').where('id', '=', articleId).executeTakeFirst()
  if (known) throw new ReadoutError('no-version', `The article has no version ${version}: its page lists those that it has.`)
  throw new ReadoutError('no-article', `There is no article ${articleId}: it may have been forgotten.`)
}

/** All that the reading page shows of a version of an article. */
export async function drawArticle(store: Store, articleId: number, version: number): Promise<ArticlePage> {
  const reading = await loadReading(store, articleId, version)
  const incoming = await loadIncoming(store, articleId, version)
  if (!reading || !incoming) throw new ReadoutError('no-article', `There is no article ${articleId}: it may have been forgotten.`)
  const corrections = await listCorrections(store, { articleId, limit: MOST })
  const { record, rejected, displaced } = foldCorrections(reading, corrections)
  const { blocks, publishedAt, updatedAt, dateClue, wire, isTruncated } = incoming
  const { title, authors, publishedOn, language } = reading.readout.article
  const row = await selectArticle(store, articleId)
  return {
    article: {
      ...{ id: articleId, key: row.key, title, outlet: row.outlet, authors, publishedOn, address: row.address, source: row.source },
      ...{
        firstSeenAt: row.first_seen_at,
        publishedAt,
        updatedAt,
        dateClue,
        language,
        wire,
        isTruncated,
        copyOf: row.copy_of,
        reportId: row.report_id,
        version,
      },
    },
    versions: await listVersions(store, articleId, row.version_id),
    ...{ record: record as unknown as ArticlePage['record'], blocks, rejected: rejected as unknown as ArticlePage['rejected'], displaced },
    copies: await listCopies(store, articleId, row.report_id),
    identities: await listIdentitiesOf(store, articleId, row.number === version),
    corrections,
    seen: corrections.at(-1)?.id ?? 0,
  }
}

/** Corrections of one article that are folded in, far beyond what anybody makes. */
const MOST = 100_000

function selectArticle({ db }: Store, id: number) {
  return db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .leftJoin('source', 'source.id', 'article.source_id')
    .select(['article.key', 'article.outlet', 'article.address', 'article.first_seen_at', 'article.copy_of', 'article.report_id', 'article.version_id'])
    .select(['source.name as source', 'version.number'])
    .where('article.id', '=', id)
    .executeTakeFirstOrThrow()
}

async function listVersions({ db }: Store, articleId: number, currentId: number): Promise<ArticlePage['versions']> {
  const columns = ['id', 'number', 'seen_at', 'read_at', 'published_on', 'title', 'length'] as const
  const rows = await db.selectFrom('version').select(columns).where('article_id', '=', articleId).orderBy('number').execute()
  return rows.map(({ id, number, seen_at, read_at, published_on, title, length }) => {
    return { number, seenAt: seen_at, readAt: read_at, publishedOn: published_on, title, length, isCurrent: id === currentId }
  })
}

async function listCopies(store: Store, articleId: number, reportId: number): Promise<ArticlePage['copies']> {
  const rows = await store.db.selectFrom('article').select('id').where('report_id', '=', reportId).where('id', '<>', articleId).orderBy('id').execute()
  return loadArticleRows(
    store,
    rows.map(({ id }) => id),
  )
}

/** Entities are tied across articles by their numbers in the current version. */
async function listIdentitiesOf({ db }: Store, articleId: number, isCurrent: boolean): Promise<Record<string, number>> {
  if (!isCurrent) return {}
  const rows = await db.selectFrom('entity').select(['number', 'identity_id']).where('article_id', '=', articleId).orderBy('number').execute()
  return Object.fromEntries(rows.map(({ number, identity_id }) => [`e${number}`, identity_id]))
}

/** The text in the pieces of the page or paper that it was taken from. */
export async function drawOriginal(store: Store, articleId: number, version: number): Promise<OriginalPage> {
  const incoming = await loadIncoming(store, articleId, version)
  if (!incoming) throw new ReadoutError('no-article', `There is no article ${articleId}: it may have been forgotten.`)
  const { article, address, blocks } = incoming
  const pieces = blocks.length > 0 ? blocks : [{ start: 0, end: article.text.length, element: null, page: null }]
  const items = pieces.map(({ start, end, element, page }) => ({ kind: nameKind(element), text: article.text.slice(start, end), start, end, page }))
  return { articleId, title: article.title, address, version, items }
}

function nameKind(element: string | null): OriginalPage['items'][number]['kind'] {
  const [, tag = ''] = /(\w+)(?::nth-of-type\(\d+\))?$/.exec(element ?? '') ?? []
  if (/^h[1-6]$/.test(tag)) return 'heading'
  if (tag === 'li') return 'item'
  return tag === 'blockquote' ? 'quote' : 'paragraph'
}
