import type { z } from '@hono/zod-openapi'
import type { CollectionList, CollectionPage } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { type FactRef, loadFacts } from '../questions/questions.ts'
import { changeStore, type Store } from '../store/store.ts'
import { loadArticleRows } from './article-rows.ts'
import { makeSlug } from './slugs.ts'

type CollectionLine = z.input<typeof CollectionList>['items'][number]

/** Collections of a desk, the latest first. */
export async function listCollections(store: Store): Promise<CollectionLine[]> {
  const rows = await selectCollections(store).orderBy('collection.id', 'desc').execute()
  return rows.map(tellCollection)
}

function selectCollections({ db }: Store) {
  return db
    .selectFrom('collection')
    .leftJoin('collection_item', 'collection_item.collection_id', 'collection.id')
    .select(['collection.id', 'slug', 'title', 'made_by', 'made_at', 'is_archived'])
    .select(({ fn }) => fn.count<number>('collection_item.number').as('count'))
    .groupBy(['collection.id', 'slug', 'title', 'made_by', 'made_at', 'is_archived'])
}

type CollectionRow = Awaited<ReturnType<ReturnType<typeof selectCollections>['execute']>>[number]

function tellCollection({ slug, title, made_by, made_at, is_archived, count }: CollectionRow): CollectionLine {
  return { slug, title, madeBy: made_by, madeAt: made_at, isArchived: is_archived === 1, count }
}

async function findCollection(store: Store, slug: string): Promise<CollectionRow> {
  const row = await selectCollections(store).where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new ReadoutError('no-collection', `There is no collection “${slug}”: GET /collections lists them.`)
  return row
}

/** A collection with its articles and facts, as they stand now. */
export async function showCollection(store: Store, slug: string): Promise<CollectionPage> {
  const collection = await findCollection(store, slug)
  const rows = await store.db
    .selectFrom('collection_item')
    .leftJoin('article', 'article.key', 'collection_item.article_key')
    .select(['number', 'kind', 'fact_key', 'note', 'added_by', 'at', 'article.id as articleId'])
    .where('collection_id', '=', collection.id)
    .orderBy('number')
    .execute()
  const ids = [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))]
  const articles = new Map((await loadArticleRows(store, ids)).map((article) => [article.articleId, article]))
  const refs = await findFacts(
    store,
    rows.flatMap(({ articleId, fact_key }) => (articleId !== null && fact_key !== null ? [{ articleId, factKey: fact_key }] : [])),
  )
  const facts = new Map((await loadFacts(store.db, refs)).map((fact) => [`${fact.article.articleId} ${fact.key}`, fact]))
  const items = rows.map(({ number, kind, fact_key, note, added_by, at, articleId }) => ({
    ...{ number, kind, factKey: fact_key, note, addedBy: added_by, at, article: articles.get(articleId ?? 0) ?? null },
    fact: facts.get(`${articleId} ${fact_key}`) ?? null,
  }))
  return { ...tellCollection(collection), items }
}

const TABLES = ['statement', 'event', 'cooperation', 'comparison'] as const

/** Facts by their keys, where their article's current version still tells them. */
export async function findFacts({ db }: Store, asked: readonly { articleId: number; factKey: string }[]): Promise<FactRef[]> {
  const refs: FactRef[] = []
  const keys = [...new Set(asked.map(({ factKey }) => factKey))]
  const ids = [...new Set(asked.map(({ articleId }) => articleId))]
  if (keys.length === 0) return refs
  const wanted = new Set(asked.map(({ articleId, factKey }) => `${articleId} ${factKey}`))
  for (const kind of TABLES) {
    const rows = await db.selectFrom(kind).select(['article_id', 'number', 'fact_key']).where('article_id', 'in', ids).where('fact_key', 'in', keys).execute()
    for (const { article_id, number, fact_key } of rows) if (wanted.has(`${article_id} ${fact_key}`)) refs.push({ kind, articleId: article_id, number })
  }
  return refs
}

interface Made {
  readonly who: string
  readonly at: string
}

/** Makes a collection and returns its name in addresses. */
export async function addCollection(store: Store, title: string, { who, at }: Made): Promise<string> {
  return changeStore(store, async ({ db }) => {
    const isTaken = async (slug: string) => (await db.selectFrom('collection').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
    const slug = await makeSlug(title, isTaken)
    await db.insertInto('collection').values({ slug, title, made_by: who, made_at: at, is_archived: 0 }).execute()
    return slug
  })
}

export async function changeCollection(store: Store, slug: string, { title, isArchived }: { title?: string; isArchived?: boolean }): Promise<void> {
  await changeStore(store, async (step) => {
    const { id } = await findCollection(step, slug)
    const set = { ...(title !== undefined && { title }), ...(isArchived !== undefined && { is_archived: isArchived ? (1 as const) : (0 as const) }) }
    if (Object.keys(set).length > 0) await step.db.updateTable('collection').set(set).where('id', '=', id).execute()
  })
}

/** Puts an article, or a fact of it, behind what is there. */
export async function addItem(
  store: Store,
  slug: string,
  { article, factKey, note }: { article: number; factKey?: string; note?: string },
  { who, at }: Made,
): Promise<void> {
  await changeStore(store, async (step) => {
    const { db } = step
    const { id } = await findCollection(step, slug)
    const found = await db.selectFrom('article').select('key').where('id', '=', article).executeTakeFirst()
    if (!found) throw new ReadoutError('no-article', `There is no article ${article}.`)
    if (factKey !== undefined && (await findFacts(step, [{ articleId: article, factKey }])).length === 0)
      throw new ReadoutError('no-fact', `The article tells no fact “${factKey}” in its current version.`)
    const { last } = await db
      .selectFrom('collection_item')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('collection_id', '=', id)
      .executeTakeFirstOrThrow()
    const told = { kind: factKey === undefined ? ('article' as const) : ('fact' as const), article_key: found.key, fact_key: factKey ?? null }
    await db
      .insertInto('collection_item')
      .values({ collection_id: id, number: (last ?? 0) + 1, ...told, note: note ?? null, added_by: who, at })
      .execute()
  })
}

export async function removeItem(store: Store, slug: string, number: number): Promise<void> {
  await changeStore(store, async (step) => {
    const { id } = await findCollection(step, slug)
    await step.db.deleteFrom('collection_item').where('collection_id', '=', id).where('number', '=', number).execute()
  })
}
