import type { Readout } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { foldIdentityName } from '../identities/identities.ts'
import { changeStore, loadIncoming, saveReadings } from '../store/store.ts'
import { LOT, LOT_MS } from './add.ts'
import { keepCalled } from './earlier.ts'
import { cutLots, workInOrder } from './flow.ts'
import type { Library } from './open.ts'
import { isProducedBy } from './prepare.ts'
import { openTie } from './tie.ts'

/** Articles that are looked up together. */
const PAGE = 200

const AHEAD = 4

export interface RereadOptions {
  /** Only what another program, other models or other knowledge read. */
  readonly isChangedOnly?: boolean
  /** Hears how many of how many articles are done. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

export interface RereadReport {
  readonly reread: number
  /** Articles that went or changed meanwhile, and articles whose reading broke off. */
  readonly left: number
  readonly isStopped: boolean
}

/** An article whose record is to be replaced. */
interface ToRead {
  readonly articleId: number
  readonly versionId: number
  readonly key: string
}

/**
 * Reads the current version of articles again and puts the new records and facts in the place of the old ones. What people decided about who is who
 * stays, and a fact that is read as before keeps its key. What was done is kept when it is stopped; with `isChangedOnly` it then goes on from there.
 */
export async function rereadArticles(library: Library, { isChangedOnly = false, onProgress, signal }: RereadOptions = {}): Promise<RereadReport> {
  const { store, readers } = library
  const by = isChangedOnly ? await readers.producedBy() : null
  const all = onProgress ? await countToRead(library, by) : 0
  let reread = 0
  let left = 0
  const readings = workInOrder(listToRead(library, by, signal), (one) => readAgain(library, one), AHEAD * readers.count)
  for await (const lot of cutLots(readings, LOT, LOT_MS)) {
    const found = lot.filter((one) => one !== null)
    const at = new Date().toISOString()
    const knowledge = library.knowledge()
    const replaced = await changeStore(store, async (step) => {
      const tie = await openTie(step, knowledge)
      let count = 0
      for (const { articleId, versionId, key, readout } of found) {
        const { identities, called } = await tie(readout, key)
        const isReplaced = (await saveReadings(step, [{ versionId, readout, identities, at }], foldIdentityName)) > 0
        if (isReplaced) await keepCalled(step, articleId, called)
        if (isReplaced) count++
      }
      return count
    })
    reread += replaced
    left += lot.length - replaced
    onProgress?.(reread + left, all)
  }
  return { reread, left, isStopped: signal?.aborted ?? false }
}

async function readAgain({ store, readers }: Library, one: ToRead): Promise<(ToRead & { readout: Readout }) | null> {
  const incoming = await loadIncoming(store, one.articleId)
  if (!incoming) return null
  try {
    return { ...one, readout: await readers.read(incoming.article, incoming.notices) }
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'reading-broke') throw error
    return null
  }
}

function selectCurrent({ store }: Library) {
  return store.db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .innerJoin('producer', 'producer.id', 'version.producer_id')
    .orderBy('article.id')
}

async function* listToRead(library: Library, by: Readout['producedBy'] | null, signal: AbortSignal | undefined): AsyncGenerator<ToRead> {
  const columns = ['article.id as articleId', 'article.key', 'version.id as versionId', 'producer.readout', 'producer.models', 'producer.knowledge'] as const
  for (let last = 0; ; ) {
    const rows = await selectCurrent(library).select(columns).where('article.id', '>', last).limit(PAGE).execute()
    for (const row of rows) {
      if (signal?.aborted) return
      if (!by || !isProducedBy(row, by)) yield row
    }
    if (rows.length < PAGE) return
    last = rows.at(-1)?.articleId ?? last
  }
}

async function countToRead({ store }: Library, by: Readout['producedBy'] | null): Promise<number> {
  const rows = await store.db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.version_id')
    .innerJoin('producer', 'producer.id', 'version.producer_id')
    .select(['producer.readout', 'producer.models', 'producer.knowledge'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['producer.id', 'producer.readout', 'producer.models', 'producer.knowledge'])
    .execute()
  return rows.filter((row) => !by || !isProducedBy(row, by)).reduce((sum, { count }) => sum + count, 0)
}
