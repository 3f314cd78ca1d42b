import type { z } from '@hono/zod-openapi'
import type { FindFilter } from '../contract/contract.ts'
import { FindQuery, FoundPage } from '../contract/contract.ts'
import { LIMITS } from '../document/limits.ts'
import { type FindQuestion, findFacts } from '../questions/questions.ts'
import { takePage, tellPage } from './answer-query.ts'
import { countFacets } from './facets.ts'
import { defineRoute } from './route.ts'

/** The question that the parameters of a search ask, without the page. */
export function takeFilter(filter: z.output<typeof FindFilter>): Omit<FindQuestion, 'limit' | 'cursor' | 'since' | 'until'> {
  const {
    q = null,
    speaker = null,
    about = null,
    country = null,
    area = null,
    act = null,
    type = null,
    realis = null,
    source = null,
    kind = null,
    sort,
  } = filter
  return { words: q, speaker, about, country, area, act, type, realis, source, kinds: kind, sort }
}

export const FIND_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/find',
    tag: 'questions',
    summary: 'Facts and articles that hold words and satisfy filters',
    scope: 'read',
    query: FindQuery,
    answer: FoundPage,
  },
  async ({ desk }, { query }) => {
    const asked = takeFilter(query)
    const found = await findFacts(desk, { ...asked, ...takePage(query) })
    if (query.facets === '0') return { ...tellPage(found), unknown: found.unknown, facets: null, isCounted: false }
    const counted = await findFacts(desk, { ...asked, ...takePage({ ...query, limit: LIMITS.facetHits, cursor: undefined }) })
    return { ...tellPage(found), unknown: found.unknown, facets: countFacets(counted.rows), isCounted: counted.next === null }
  },
)
