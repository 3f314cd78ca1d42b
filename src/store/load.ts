import type { DateClue, Incoming } from '../document/incoming.ts'
import type { Readout } from '../document/readout.ts'
import type { Db, Store } from './engine.ts'
import { unpackLayout } from './pack-blocks.ts'
import { unpackRecord } from './unpack-record.ts'
import { repairText } from './words.ts'

/** A version with its record, as kept. */
export interface LoadedVersion {
  readonly articleId: number
  readonly articleKey: string
  readonly versionId: number
  readonly number: number
  readonly publishedOn: string | null
  readonly readout: Readout
  /** UTF-16 offset where each sentence of the text starts. */
  readonly sentences: Uint32Array
}

/** The record of an article exactly as it was saved: of its current version, or of the version with a number. Null when there is none. */
export async function loadRecord(store: Store, articleId: number, version?: number): Promise<Readout | null> {
  return (await loadVersion(store.db, articleId, version))?.readout ?? null
}

/** The same with what the store needs to make facts of it. */
export async function loadVersion(db: Db, articleId: number, version?: number): Promise<LoadedVersion | null> {
  const query = selectVersions(db).where('article.id', '=', articleId)
  const row = await (version === undefined
    ? query.whereRef('version.id', '=', 'article.version_id')
    : query.where('version.number', '=', version)
  ).executeTakeFirst()
  return row ? readVersion(row) : null
}

/** Versions of articles with their records: what `readVersion` takes. */
export function selectVersions(db: Db) {
  return db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.article_id')
    .innerJoin('producer', 'producer.id', 'version.producer_id')
    .select(['version.id', 'version.article_id', 'version.number', 'version.text_hash', 'version.published_on', 'version.text', 'version.repairs'])
    .select(['article.key', 'version.record', 'producer.readout', 'producer.knowledge', 'producer.models'])
}

/** A row of `selectVersions` as the record it holds. */
export function readVersion(row: Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]): LoadedVersion {
  const producedBy = { readout: row.readout, models: JSON.parse(row.models) as Record<string, string>, knowledge: row.knowledge }
  const { readout, sentences } = unpackRecord(row.record, { text: repairText(row), hash: row.text_hash, producedBy })
  return { articleId: row.article_id, articleKey: row.key, versionId: row.id, number: row.number, publishedOn: row.published_on, readout, sentences }
}

/** What an article's page, feed or archive told of it, as it was taken: for reading it again. Null when there is no such article or version. */
export async function loadIncoming(store: Store, articleId: number, version?: number): Promise<Incoming | null> {
  const loaded = await loadVersion(store.db, articleId, version)
  if (!loaded) return null
  const kept = store.db.selectFrom('version').innerJoin('article', 'article.id', 'version.article_id').where('version.id', '=', loaded.versionId)
  const row = await kept.selectAll('version').select('article.address').executeTakeFirstOrThrow()
  const { source, title, publisher, authors, publishedOn, text = '' } = loaded.readout.article
  return {
    article: { text, source, title, publisher, authors, publishedOn },
    address: row.address,
    language: row.language,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    dateClue: row.date_clue as DateClue | null,
    wire: row.wire,
    isTruncated: row.is_truncated === 1,
    ...unpackLayout(row.blocks),
  }
}
