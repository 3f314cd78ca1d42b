import { z } from '@hono/zod-openapi'
import { ById, Decided, IdentitiesQuery, IdentityList, IdentityPage, MergeOrder, SplitOrder } from '../contract/contract.ts'
import { mergePeople, splitPeople } from '../library/library.ts'
import { undoDecision, viewStore } from '../store/store.ts'
import { listIdentities, loadIdentity } from './identity-list.ts'
import { drawIdentity } from './identity-page.ts'
import { defineRoute, type Route } from './route.ts'

const LIST = defineRoute(
  {
    method: 'get',
    path: '/identities',
    tag: 'people',
    summary: 'People, governments and bodies that articles tell of',
    scope: 'read',
    query: IdentitiesQuery,
    answer: IdentityList,
  },
  async ({ store }, { query }) => viewStore(store, (step) => listIdentities(step, query)),
)

const PAGE = defineRoute(
  {
    method: 'get',
    path: '/identities/{id}',
    tag: 'people',
    summary: 'Who somebody is: names, links, what they said by topic and month, whom they met',
    scope: 'read',
    params: ById,
    answer: IdentityPage,
  },
  async ({ store }, { params }) => viewStore(store, (step) => drawIdentity(step, params.id)),
)

const MERGE = defineRoute(
  {
    method: 'post',
    path: '/identities/{id}/merge',
    tag: 'people',
    summary: 'Make two one: all that the other was is this one from now on',
    scope: 'review',
    params: ById,
    body: MergeOrder,
    answer: Decided,
  },
  async ({ library, store, live }, { params, body, who }) => {
    await loadIdentity(store, params.id)
    await loadIdentity(store, body.other)
    const { decisionId } = await mergePeople(library.store, `#${params.id}`, `#${body.other}`, who.name)
    await live.look()
    return { decisionId, identityId: params.id }
  },
)

const SPLIT = defineRoute(
  {
    method: 'post',
    path: '/identities/{id}/split',
    tag: 'people',
    summary: 'Part one: whom these articles mean becomes another',
    scope: 'review',
    params: ById,
    body: SplitOrder,
    answer: Decided,
  },
  async ({ library, store, live }, { params, body, who }) => {
    await loadIdentity(store, params.id)
    const { identityId, decisionId } = await splitPeople(library, `#${params.id}`, body.articles, who.name)
    await live.look()
    return { decisionId, identityId }
  },
)

const UNDO = defineRoute(
  {
    method: 'post',
    path: '/decisions/{id}/undo',
    tag: 'people',
    summary: 'Take back a merge or a split',
    scope: 'review',
    params: ById,
    answer: z.object({ decisionId: z.int() }).openapi('Undone'),
  },
  async ({ library, live }, { params }) => {
    await undoDecision(library.store, params.id)
    await live.look()
    return { decisionId: params.id }
  },
)

export const IDENTITY_ROUTES: readonly Route[] = [LIST, PAGE, MERGE, SPLIT, UNDO]
