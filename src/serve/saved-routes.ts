import { BySlug, SavedDraft, SavedList, SavedSearch } from '../contract/contract.ts'
import { writeFeed } from './feeds.ts'
import { defineRoute, type Route } from './route.ts'
import { addSaved, findSaved, listSaved, removeSaved } from './saved.ts'

const tag = 'saved searches'

const LIST = defineRoute({ method: 'get', path: '/saved', tag, summary: 'Saved searches', scope: 'read', answer: SavedList }, async ({ store }) => {
  const items = await listSaved(store)
  return { items, total: items.length, next: null }
})

const SAVE = defineRoute(
  {
    method: 'post',
    path: '/saved',
    tag,
    summary: 'Save a search: parameters of GET /find',
    scope: 'review',
    body: SavedDraft,
    answer: SavedSearch,
    status: 201,
  },
  async ({ library }, { body, who }) => addSaved(library.store, body, { who: who.name, at: new Date().toISOString() }),
)

const REMOVE = defineRoute(
  { method: 'delete', path: '/saved/{slug}', tag, summary: 'Remove a saved search', scope: 'review', params: BySlug, status: 204 },
  async ({ library }, { params }) => {
    await removeSaved(library.store, params.slug)
    return undefined
  },
)

const TYPES = { atom: 'application/atom+xml', json: 'application/feed+json' } as const

const FEEDS = (['atom', 'json'] as const).map((kind) =>
  defineRoute(
    {
      method: 'get',
      path: `/saved/{slug}.${kind}`,
      tag,
      summary: `A saved search as ${kind === 'atom' ? 'an Atom' : 'a JSON'} feed, newest first`,
      scope: 'read',
      params: BySlug,
      produces: [TYPES[kind]],
    },
    async (room, { params, request }) => {
      const saved = await findSaved(room.store, params.slug)
      const words = await writeFeed(room, saved, kind, new URL(request.url).origin)
      return new Response(words, { headers: { 'content-type': `${TYPES[kind]}; charset=utf-8`, 'cache-control': 'no-cache' } })
    },
  ),
)

export const SAVED_ROUTES: readonly Route[] = [LIST, SAVE, REMOVE, ...FEEDS]
