import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Readout } from '../document/readout.ts'
import type { Db } from './engine.ts'
import type { Ground } from './ground.ts'
import { packLayout } from './pack-blocks.ts'
import { packRecord } from './pack-record.ts'
import type { ToSave } from './save.ts'
import { cleanMaybe, cleanWords, keepText } from './words.ts'

/** A record on its way into a version. */
export interface Reading {
  readonly readout: Readout
  readonly sentences: Uint32Array
  readonly at: string
}

/** Where a version stands. */
export interface VersionPlace {
  readonly versionId: number
  readonly number: number
}

/** The version of an article that has this text already, with the new record; null when there is none. */
export async function refindVersion(db: Db, articleId: number, reading: Reading, ground: Ground): Promise<VersionPlace | null> {
  const query = db.selectFrom('version').select(['id', 'number']).where('article_id', '=', articleId).where('text_hash', '=', reading.readout.article.id)
  const same = await query.executeTakeFirst()
  if (!same) return null
  await saveRecord(db, same.id, reading, ground)
  return { versionId: same.id, number: same.number }
}

/** Keeps a text of an article with its record, as its next version. */
export async function insertVersion(db: Db, articleId: number, item: ToSave, sentences: Uint32Array, ground: Ground): Promise<VersionPlace> {
  const { readout, at } = item
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from version where article_id = ${articleId})`
  const row = {
    article_id: articleId,
    number,
    text_hash: readout.article.id,
    ...describe(item),
    ...(await makeReading(db, { readout, sentences, at }, ground)),
  }
  const kept = await db.insertInto('version').values(row).returning(['id', 'number']).executeTakeFirstOrThrow()
  return { versionId: kept.id, number: kept.number }
}

/** Puts a record in the place of the one that a version has. */
export async function saveRecord(db: Db, versionId: number, reading: Reading, ground: Ground): Promise<void> {
  await db
    .updateTable('version')
    .set(await makeReading(db, reading, ground))
    .where('id', '=', versionId)
    .execute()
}

async function makeReading(db: Db, { readout, sentences, at }: Reading, { producers }: Ground) {
  return { producer_id: await giveProducer(db, readout.producedBy, producers), read_at: at, record: packRecord(readout, sentences) }
}

function describe({ incoming, readout, signature, at }: ToSave) {
  const { article } = readout
  return {
    title: cleanMaybe(article.title),
    publisher: cleanMaybe(article.publisher),
    authors: JSON.stringify(article.authors.map(cleanWords)),
    published_on: article.publishedOn,
    published_at: incoming.publishedAt,
    updated_at: incoming.updatedAt,
    date_clue: incoming.dateClue,
    language: article.language ?? incoming.language,
    wire: cleanMaybe(incoming.wire),
    is_truncated: incoming.isTruncated ? (1 as const) : (0 as const),
    length: article.length,
    seen_at: at,
    blocks: packLayout(incoming),
    signature,
    ...keepText(article.text ?? ''),
  }
}

/** The id of a program with its models and its knowledge, from those that the batch knows, or from the table. */
async function giveProducer(db: Db, { readout, models, knowledge }: Readout['producedBy'], producers: Map<string, number>): Promise<number> {
  const told = { readout, knowledge, models: JSON.stringify(models) }
  const digest = hash('sha256', JSON.stringify(told), 'hex')
  const known = producers.get(digest) ?? (await db.selectFrom('producer').select('id').where('digest', '=', digest).executeTakeFirst())?.id
  const insert = db
    .insertInto('producer')
    .values({ digest, ...told })
    .returning('id')
  const id = known ?? (await insert.executeTakeFirstOrThrow()).id
  producers.set(digest, id)
  return id
}
