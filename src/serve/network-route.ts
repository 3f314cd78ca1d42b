import { Network, NetworkQuery } from '../contract/contract.ts'
import { viewStore } from '../store/store.ts'
import { drawNetwork } from './network.ts'
import { defineRoute } from './route.ts'

export const NETWORK_ROUTE = defineRoute(
  { method: 'get', path: '/network', tag: 'questions', summary: 'Who met whom, or who speaks of whom', scope: 'read', query: NetworkQuery, answer: Network },
  async ({ store }, { query }) => viewStore(store, (step) => drawNetwork(step, query)),
)
