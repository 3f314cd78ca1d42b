import { BySlug, CollectionChange, CollectionDraft, CollectionList, CollectionPage, ItemDraft, ItemPath } from '../contract/contract.ts'
import { viewStore } from '../store/store.ts'
import { addCollection, addItem, changeCollection, listCollections, removeItem, showCollection } from './collections.ts'
import type { Room } from './room.ts'
import { defineRoute, type Route } from './route.ts'

const tag = 'collections'

const LIST = defineRoute(
  { method: 'get', path: '/collections', tag, summary: 'Collections of articles and facts that a desk shares', scope: 'read', answer: CollectionList },
  async ({ store }) => {
    const items = await listCollections(store)
    return { items, total: items.length, next: null }
  },
)

const MAKE = defineRoute(
  { method: 'post', path: '/collections', tag, summary: 'Make a collection', scope: 'review', body: CollectionDraft, answer: CollectionPage, status: 201 },
  async ({ library }, { body, who }) => {
    const slug = await addCollection(library.store, body.title, { who: who.name, at: new Date().toISOString() })
    return showCollection(library.store, slug)
  },
)

const PAGE = defineRoute(
  {
    method: 'get',
    path: '/collections/{slug}',
    tag,
    summary: 'A collection with what is in it, as it stands now',
    scope: 'read',
    params: BySlug,
    answer: CollectionPage,
  },
  async (room, { params }) => show(room, params.slug),
)

const CHANGE = defineRoute(
  {
    method: 'patch',
    path: '/collections/{slug}',
    tag,
    summary: 'Give it another title, or put it away',
    scope: 'review',
    params: BySlug,
    body: CollectionChange,
    answer: CollectionPage,
  },
  async (room, { params, body }) => {
    await changeCollection(room.library.store, params.slug, body)
    return show(room, params.slug)
  },
)

const ADD = defineRoute(
  {
    method: 'post',
    path: '/collections/{slug}/items',
    tag,
    summary: 'Put an article or a fact into it',
    scope: 'review',
    params: BySlug,
    body: ItemDraft,
    answer: CollectionPage,
    status: 201,
  },
  async (room, { params, body, who }) => {
    await addItem(room.library.store, params.slug, body, { who: who.name, at: new Date().toISOString() })
    return show(room, params.slug)
  },
)

const REMOVE = defineRoute(
  { method: 'delete', path: '/collections/{slug}/items/{number}', tag, summary: 'Take something out of it', scope: 'review', params: ItemPath, status: 204 },
  async ({ library }, { params }) => {
    await removeItem(library.store, params.slug, params.number)
    return undefined
  },
)

async function show({ store }: Room, slug: string): Promise<CollectionPage> {
  return viewStore(store, (step) => showCollection(step, slug))
}

export const COLLECTION_ROUTES: readonly Route[] = [LIST, MAKE, PAGE, CHANGE, ADD, REMOVE]
