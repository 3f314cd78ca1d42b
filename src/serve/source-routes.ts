import { ById, IntakeOrder, SourceChange, SourceList, Started } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { type Store, setSourceSetting } from '../store/store.ts'
import { defineRoute, type Route } from './route.ts'
import { listSourceRows } from './source-rows.ts'

const LIST = defineRoute(
  {
    method: 'get',
    path: '/sources',
    tag: 'sources',
    summary: 'Where articles come from, how each source does, what failed and why',
    scope: 'read',
    answer: SourceList,
  },
  async ({ store }) => {
    const items = await listSourceRows(store)
    return { items, total: items.length, next: null }
  },
)

const CHANGE = defineRoute(
  {
    method: 'patch',
    path: '/sources/{id}',
    tag: 'sources',
    summary: 'How long its articles are kept, whether their text may leave, whether it is watched',
    scope: 'intake',
    params: ById,
    body: SourceChange,
    answer: SourceList,
  },
  async ({ library, store }, { params, body }) => {
    await checkSource(store, params.id)
    await setSourceSetting(library.store, params.id, body)
    const items = (await listSourceRows(store)).filter(({ id }) => id === params.id)
    return { items, total: items.length, next: null }
  },
)

const RETRY = defineRoute(
  {
    method: 'post',
    path: '/sources/{id}/retry',
    tag: 'sources',
    summary: 'Try again what failed and may pass now, of this source and of all others',
    scope: 'intake',
    params: ById,
    answer: Started,
    status: 202,
  },
  async ({ store, intakes }, { params }) => {
    await checkSource(store, params.id)
    return { id: intakes.retry() }
  },
)

const INTAKE = defineRoute(
  {
    method: 'post',
    path: '/intake',
    tag: 'sources',
    summary: 'Take an address or a text into the library; events tell how it goes',
    scope: 'intake',
    body: IntakeOrder,
    answer: Started,
    status: 202,
  },
  async ({ intakes }, { body }) => ({ id: intakes.add(body) }),
)

async function checkSource({ db }: Store, id: number): Promise<void> {
  const found = await db.selectFrom('source').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new ReadoutError('no-source', `There is no source ${id}: GET /sources lists them.`)
}

export const SOURCE_ROUTES: readonly Route[] = [LIST, CHANGE, RETRY, INTAKE]
