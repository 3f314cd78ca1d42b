import { hash } from 'node:crypto'
import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Failure, Taken } from '../intake/intake.ts'
import { loadIncoming, type ToReplace } from '../store/store.ts'
import { listBands } from './copied.ts'
import { findForgotten, unmarkForgotten } from './forgotten.ts'
import type { Library } from './open.ts'
import { findFirstKept } from './retention.ts'
import { type KnownSource, nameArticle, type Target } from './targets.ts'

type TakenArticle = Extract<Taken, { incoming: unknown }>

/** An item ready to be saved, or what is to be told of it. `key` names it inside its target. */
export type Prepared = { readonly key: string } & (
  | {
      readonly incoming: TakenArticle['incoming']
      readonly articleKey: string
      readonly readout: Readout
      readonly bands: readonly number[]
      /** The text that the article had before, read anew where another program had read it: so that only what the words changed counts as changed. */
      readonly earlier: Omit<ToReplace, 'identities' | 'at'> | null
    }
  /** The article is there with this text. */
  | { readonly articleId: number }
  | { readonly failure: Failure }
  | { readonly remark: string }
)

/** Looks up an item that was taken in, and reads it where its text is new. Depends on nothing but the item and what was saved before. */
export async function prepareTaken(library: Library, target: Target, source: KnownSource | null, taken: Taken): Promise<Prepared> {
  if (!('incoming' in taken)) return taken
  const { key, incoming } = taken
  const { article, notices } = incoming
  const first = source && findFirstKept(source, new Date().toISOString())
  if (first && article.publishedOn !== null && article.publishedOn < first)
    return { key, remark: `“${key}” is of ${article.publishedOn}, older than what its source keeps (since ${first}): passed over.` }
  if (!/[\p{L}\p{N}]/u.test(article.text)) return { key, failure: { code: 'no-text', reason: tellEmpty(key, notices), canRetry: false } }
  const articleKey = nameArticle(target, taken)
  const known = await findKnown(library, articleKey)
  if (known?.text_hash === hash('sha256', article.text, 'hex')) return { key, articleId: known.id }
  const forgottenAt = known ? null : await findForgotten(library.store, articleKey)
  // What somebody names by itself is wanted again; what a feed or folder still has is not.
  if (forgottenAt !== null && key !== target.written)
    return { key, remark: `“${key}” was forgotten on ${forgottenAt.slice(0, 10)}: passed over. Name it by itself to have it again.` }
  if (forgottenAt !== null) await unmarkForgotten(library.store, articleKey)
  try {
    const readout = await library.readers.read(article, notices)
    return { key, incoming, articleKey, readout, bands: listBands(article.text), earlier: known ? await readEarlier(library, known, readout) : null }
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'reading-broke') throw error
    return { key, failure: { code: error.code, reason: `“${key}”: ${error.message}`, canRetry: true } }
  }
}

function tellEmpty(key: string, notices: TakenArticle['incoming']['notices']): string {
  return `“${key}” holds no text to read${notices[0] ? `: ${notices[0].message}` : '.'}`
}

type KnownArticle = NonNullable<Awaited<ReturnType<typeof findKnown>>>

async function findKnown({ store }: Library, key: string) {
  return store.db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .innerJoin('producer', 'producer.id', 'version.producer_id')
    .select(['article.id', 'version.id as versionId', 'version.text_hash', 'producer.readout', 'producer.models', 'producer.knowledge'])
    .where('article.key', '=', key)
    .executeTakeFirst()
}

async function readEarlier({ store, readers }: Library, known: KnownArticle, { producedBy }: Readout) {
  if (isProducedBy(known, producedBy)) return null
  const incoming = await loadIncoming(store, known.id)
  return incoming && { versionId: known.versionId, readout: await readers.read(incoming.article, incoming.notices) }
}

/** Whether a row of a producer is this program with these models and this knowledge. */
export function isProducedBy(
  { readout, models, knowledge }: { readout: string; models: string; knowledge: string | null },
  by: Readout['producedBy'],
): boolean {
  return readout === by.readout && knowledge === by.knowledge && models === JSON.stringify(by.models)
}
