import { ComparePage, CompareQuery, SaidPage, SaidQuery, TimelinePage, TimelineQuery } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { compareSaid, drawTimeline, findSaid } from '../questions/questions.ts'
import { takePage, tellPage } from './answer-query.ts'
import { defineRoute, type Route } from './route.ts'

function nameOne({ name, id }: { name?: string; id?: number }): string {
  if (id !== undefined) return `#${id}`
  if (name !== undefined) return name
  throw new ReadoutError('bad-request', 'Say whose words are asked for: by “name”, or by “id”.')
}

const SAID = defineRoute(
  {
    method: 'get',
    path: '/said',
    tag: 'questions',
    summary: 'All that somebody said, newest first, with who reported it and how',
    scope: 'read',
    query: SaidQuery,
    answer: SaidPage,
  },
  async ({ desk }, { query }) => {
    const said = await findSaid(desk, { ...takePage(query), name: nameOne(query), on: query.on ?? null })
    return { ...tellPage(said), who: said.who, unknown: said.unknown }
  },
)

const COMPARE = defineRoute(
  {
    method: 'get',
    path: '/compare',
    tag: 'questions',
    summary: 'What somebody said on a topic in the order of time, with changes that words show',
    scope: 'read',
    query: CompareQuery,
    answer: ComparePage,
  },
  async ({ desk }, { query }) => {
    const { who, unknown, first, last, count, ...page } = await compareSaid(desk, { ...takePage(query), name: nameOne(query), on: query.on })
    return { ...tellPage(page), total: count, who, unknown, first, last }
  },
)

const TIMELINE = defineRoute(
  {
    method: 'get',
    path: '/timeline',
    tag: 'questions',
    summary: 'What happened between two: meetings, promises, cooperation, in the order of time',
    scope: 'read',
    query: TimelineQuery,
    answer: TimelinePage,
  },
  async ({ desk }, { query }) => {
    const { one, other, unknown, summary, ...page } = await drawTimeline(desk, { ...takePage(query), one: query.a, other: query.b })
    const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0)
    return { ...tellPage(page), total, one, other, unknown, summary }
  },
)

export const QUESTION_ROUTES: readonly Route[] = [SAID, COMPARE, TIMELINE]
