import { z } from '@hono/zod-openapi'
import {
  Agreement,
  ById,
  CorrectionDraft,
  CorrectionList,
  CorrectionSchema,
  CorrectionsQuery,
  GoldenList,
  IdSchema,
  QueuePage,
  QueueQuery,
} from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { loadFacts } from '../questions/questions.ts'
import { addCorrection, exportGolden, listCorrections, loadQueue, measureAgreement, type Queued, undoCorrection } from '../review/review.ts'
import { viewStore } from '../store/store.ts'
import { defineRoute, type Route } from './route.ts'

const tag = 'review'

const QUEUE = defineRoute(
  {
    method: 'get',
    path: '/review/queue',
    tag,
    summary: 'Facts that somebody should look at: the least certain on which most hangs first',
    scope: 'review',
    query: QueueQuery,
    answer: QueuePage,
  },
  async ({ store }, { query: { kind, cursor = null, limit } }) =>
    viewStore(store, async (step) => {
      const queue = await loadQueue(step, { ...(kind && { kind }), after: cursor, limit })
      const refs = queue.items.map(({ factKind, articleId, number }) => ({ kind: factKind, articleId, number }))
      const facts = new Map((await loadFacts(step.db, refs)).map((fact) => [`${fact.kind} ${fact.article.articleId} ${fact.id.slice(1)}`, fact]))
      const items = queue.items.flatMap((one) => {
        const fact = facts.get(`${one.factKind} ${one.articleId} ${one.number}`)
        return fact ? [{ fact, why: explainQueued(one), effect: one.weight, lastCorrection: null }] : []
      })
      return { items, total: queue.total, next: queue.next }
    }),
)

function explainQueued({ confidence, told, copies, isMeeting }: Queued): string {
  const reasons = [
    `${confidence} % sure`,
    ...(isMeeting ? ['a meeting'] : []),
    ...(told > 1 ? [`about somebody whom ${told} articles tell of`] : []),
    ...(copies > 0 ? [`printed ${copies + 1} times`] : []),
  ]
  return `${reasons.join(', ')}.`
}

const ADD = defineRoute(
  {
    method: 'post',
    path: '/corrections',
    tag,
    summary: 'Decide on a fact: accept, reject, correct, add, comment. 409 where somebody else decided on it meanwhile',
    scope: 'review',
    body: CorrectionDraft,
    answer: CorrectionSchema,
    status: 201,
  },
  async ({ library, live }, { body: { article, seen, ...draft }, who }) => {
    const made = await addCorrection(library.store, article, draft, { who: who.name, at: new Date().toISOString(), seen })
    await live.look()
    return made
  },
)

const UNDO = defineRoute(
  {
    method: 'post',
    path: '/corrections/{id}/undo',
    tag,
    summary: 'Take a correction back; both stay in the journal',
    scope: 'review',
    params: ById,
    answer: CorrectionSchema,
    status: 201,
  },
  async ({ library, live }, { params, who }) => {
    const made = await undoCorrection(library.store, params.id, { who: who.name, at: new Date().toISOString() })
    await live.look()
    return made
  },
)

const LIST = defineRoute(
  {
    method: 'get',
    path: '/corrections',
    tag,
    summary: 'The journal of corrections, of an article or of all',
    scope: 'read',
    query: CorrectionsQuery,
    answer: CorrectionList,
  },
  async ({ store }, { query: { article, cursor, limit } }) => {
    const found = await listCorrections(store, { ...(article !== undefined && { articleId: article }), after: readCursor(cursor), limit: limit + 1 })
    const items = found.slice(0, limit)
    return { items, total: null, next: found.length > limit ? String(items.at(-1)?.id) : null }
  },
)

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new ReadoutError('bad-cursor', 'The cursor is not from this list: give the “next” of the page before.')
}

const AGREEMENT = defineRoute(
  { method: 'get', path: '/review/agreement', tag, summary: 'How far reviewers agree on what several of them decided', scope: 'review', answer: Agreement },
  async ({ store }) => measureAgreement(await listCorrections(store, { limit: 1_000_000 })),
)

const GOLDEN = defineRoute(
  {
    method: 'get',
    path: '/corrections.golden',
    tag,
    summary: 'Corrected articles as golden articles, so that a mistake becomes a test',
    scope: 'review',
    query: z.object({ article: IdSchema.optional() }),
    answer: GoldenList,
  },
  async ({ store }, { query }) =>
    viewStore(store, async (step) => {
      const items = await Array.fromAsync(exportGolden(step, query.article))
      return { items, total: items.length, next: null }
    }),
)

export const REVIEW_ROUTES: readonly Route[] = [QUEUE, ADD, UNDO, LIST, AGREEMENT, GOLDEN]
