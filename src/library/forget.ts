import { ReadoutError } from '../document/readout-error.ts'
import {
  changeStore,
  cleanStore,
  deleteArticles,
  deleteSource,
  type ForgetScope,
  type Forgotten,
  listForgettable,
  loadIdentities,
  noteForgotten,
  type Store,
} from '../store/store.ts'
import { markForgotten } from './forgotten.ts'
import { findSource } from './targets.ts'

/** What somebody wants forgotten: an article (its number, address or key), what a source brought, what is older than a day, everything that tells of somebody. */
export interface ForgetWish {
  readonly article?: string
  readonly source?: string
  /** ISO day. */
  readonly before?: string
  /** Number of an identity. */
  readonly identity?: number
}

/** What a wish comes to. */
export interface ForgetPlan {
  readonly scope: ForgetScope
  readonly articleIds: readonly number[]
  /** The first of them, for people to look at. */
  readonly sample: readonly { readonly id: number; readonly title: string | null; readonly address: string | null; readonly published_on: string | null }[]
  /** A source that goes with all its articles, with what is known of its items. */
  readonly sourceId: number | null
  readonly name: string
}

const SAMPLE = 10

/** Finds what a wish means, and changes nothing. */
export async function planForgetting(store: Store, wish: ForgetWish): Promise<ForgetPlan> {
  const { scope, name, sourceId } = await readWish(store, wish)
  const articleIds = await listForgettable(store, scope)
  const query = store.db.selectFrom('article').select(['id', 'title', 'address', 'published_on']).orderBy('id')
  const sample = await query.where('id', 'in', [0, ...articleIds.slice(0, SAMPLE)]).execute()
  return { scope, articleIds, sample, sourceId, name }
}

async function readWish(store: Store, { article, source, before, identity }: ForgetWish): Promise<Pick<ForgetPlan, 'scope' | 'name' | 'sourceId'>> {
  if (article !== undefined) return { scope: { articleIds: [await findArticle(store, article)] }, name: 'article', sourceId: null }
  if (source !== undefined) {
    const found = await findSource(store, source)
    if (!found) throw new ReadoutError('no-source', `There is no source “${source}”: “readout sources” lists them.`)
    return { scope: { sourceId: found.id, ...(before !== undefined && { before }) }, name: 'source', sourceId: before === undefined ? found.id : null }
  }
  if (identity !== undefined) {
    const [found] = await loadIdentities(store, [identity])
    if (!found) throw new ReadoutError('no-identity', `There is no identity ${identity}: “readout people show” lists them.`)
    return { scope: { identityId: identity }, name: 'person', sourceId: null }
  }
  if (before !== undefined) return { scope: { before }, name: 'before', sourceId: null }
  throw new ReadoutError('nothing-named', 'Say what is to be forgotten: --article, --source, --before or --person.')
}

/** Number of the article that is told by number, address or key. */
export async function findArticle({ db }: Store, told: string): Promise<number> {
  const query = db.selectFrom('article').select('id').orderBy('id')
  const number = /^#?(\d{1,15})$/.exec(told)?.[1]
  const found = await (number === undefined
    ? query.where(({ or, eb }) => or([eb('key', '=', told), eb('address', '=', told)]))
    : query.where('id', '=', Number(number))
  ).executeTakeFirst()
  if (!found) throw new ReadoutError('no-article', `There is no article “${told}”: give its number, or its address as the library tells it.`)
  return found.id
}

/**
 * Forgets what was planned: from the store, its full text and its files, and so from all exports to come. What stays is a note that it was done, by
 * whom and how much, without a word of it. Backups and exports made before are not reached.
 */
export async function forgetPlanned(store: Store, { scope, articleIds, sourceId, name }: ForgetPlan, who: string): Promise<Forgotten> {
  const at = new Date().toISOString()
  const forgotten = await changeStore(store, async (step) => {
    await markForgotten(step, articleIds, at)
    const gone = await deleteArticles(step, articleIds, 'identityId' in scope ? scope.identityId : undefined)
    if (sourceId !== null) await deleteSource(step, sourceId)
    await noteForgotten(step, { ...gone, at, who, what: JSON.stringify({ kind: name, ...('articleIds' in scope ? {} : scope) }) })
    return gone
  })
  await cleanStore(store)
  return forgotten
}
