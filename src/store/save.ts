import type { Incoming } from '../document/incoming.ts'
import type { Readout } from '../document/readout.ts'
import { insertArticle, makeCurrent } from './articles.ts'
import { changeStore } from './change.ts'
import { noteChanges } from './changes.ts'
import type { Store } from './engine.ts'
import { emptyFacts, fillFacts } from './fill.ts'
import { type Ground, makeGround } from './ground.ts'
import { dropUnused, giveIdentities, type IdentityDraft } from './identities.ts'
import { type LoadedVersion, loadVersion, readVersion, selectVersions } from './load.ts'
import type { FoldName } from './names.ts'
import { joinReport } from './reports.ts'
import { findSentences } from './sentences.ts'
import { insertVersion, refindVersion, saveRecord } from './versions.ts'
import { fitKey } from './words.ts'

/** An article that was taken in and read. */
export interface ToSave {
  readonly sourceId: number | null
  /** What tells that two deliveries are the same article. */
  readonly key: string
  readonly incoming: Incoming
  /** Its record with its text, offsets in UTF-16 units. */
  readonly readout: Readout
  /** For each entity of the record whom it is: an identity of the store, one to be made (the same draft in several places is made once), or null. */
  readonly identities: readonly (number | IdentityDraft | null)[]
  readonly signature: Uint8Array | null
  /** A hash for each band of the signature, by which copies are found. */
  readonly bands: readonly number[]
  /** Key of an article that this is a copy of, kept already or earlier in the batch. */
  readonly copyOf: string | null
  /** When it was taken in: an ISO instant in UTC. */
  readonly at: string
}

/** What became of an article: it is new, it was there with this text, or its text is a new version of one that was there. */
export interface Saved {
  readonly articleId: number
  readonly versionId: number
  readonly outcome: 'new' | 'unchanged' | 'version'
}

/**
 * Saves articles in one transaction. The same key with the same text changes nothing; with another text it becomes the next version,
 * which is then the current one, and what appeared and vanished is noted. `fold` is what identities are found by.
 */
export async function saveTaken(store: Store, batch: readonly ToSave[], fold: FoldName): Promise<Saved[]> {
  return changeStore(store, async (step) => {
    const ground = makeGround(fold)
    const saved: Saved[] = []
    for (const item of batch) saved.push(await saveOne(step, item, ground))
    return saved
  })
}

async function saveOne(step: Store, item: ToSave, ground: Ground): Promise<Saved> {
  const { db } = step
  const { readout, at } = item
  if (readout.offsetUnit !== 'utf16' || readout.article.text === undefined) throw new Error('A record is kept with its text and offsets in UTF-16 units.')
  const key = fitKey(item.key)
  const known = await db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .select(['article.id', 'article.version_id', 'version.text_hash'])
    .where('article.key', '=', key)
    .executeTakeFirst()
  if (known?.text_hash === readout.article.id) return { articleId: known.id, versionId: known.version_id, outcome: 'unchanged' }
  const articleId = known?.id ?? (await insertArticle(db, item, key))
  const before = known ? await loadVersion(db, articleId) : null
  const left = before ? await emptyFacts(db, before) : []
  if (before) await step.engine.unindexTexts(db, [articleId])
  const sentences = findSentences(readout)
  const version =
    (before && (await refindVersion(db, articleId, { readout, sentences, at }, ground))) ?? (await insertVersion(db, articleId, item, sentences, ground))
  const loaded = { articleId, articleKey: key, publishedOn: readout.article.publishedOn, readout, sentences, ...version }
  await makeCurrent(step, loaded, item)
  await tieAndFill(step, loaded, item, ground)
  if (before) await noteChanges(db, before, loaded, at)
  await dropUnused(db, left)
  if (before || item.copyOf !== null) await joinReport(db, articleId, item.copyOf === null ? null : fitKey(item.copyOf))
  return { articleId, versionId: version.versionId, outcome: known ? 'version' : 'new' }
}

/** A new reading of a version's text. */
export type ToReplace = Pick<ToSave, 'readout' | 'identities' | 'at'> & { readonly versionId: number }

/**
 * Replaces the record of versions by a new reading, and the facts where the version is the current one. The text is the same, so that
 * nothing counts as changed. Versions that are gone meanwhile are left out; returns how many were replaced.
 */
export async function saveReadings(store: Store, batch: readonly ToReplace[], fold: FoldName): Promise<number> {
  return changeStore(store, async (step) => {
    const ground = makeGround(fold)
    let replaced = 0
    for (const item of batch) if (await replaceOne(step, item, ground)) replaced++
    return replaced
  })
}

async function replaceOne(step: Store, item: ToReplace, ground: Ground): Promise<boolean> {
  const { db } = step
  const row = await selectVersions(db).where('version.id', '=', item.versionId).select('article.version_id').executeTakeFirst()
  if (!row || row.text_hash !== item.readout.article.id) return false
  const before = readVersion(row)
  const isCurrent = row.version_id === item.versionId
  const left = isCurrent ? await emptyFacts(db, before) : []
  const loaded = { ...before, readout: item.readout, sentences: findSentences(item.readout) }
  await saveRecord(db, loaded.versionId, { ...loaded, at: item.at }, ground)
  if (isCurrent) await tieAndFill(step, loaded, item, ground)
  await dropUnused(db, left)
  return true
}

async function tieAndFill(step: Store, loaded: LoadedVersion, item: Pick<ToSave, 'identities' | 'at'>, ground: Ground): Promise<void> {
  const day = loaded.publishedOn ?? item.at.slice(0, 10)
  const identities = await giveIdentities(step.db, { entities: loaded.readout.entities, given: item.identities, day }, ground)
  await fillFacts(step.db, loaded, identities)
}
