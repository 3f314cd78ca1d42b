import { z } from '@hono/zod-openapi'
import { LIMITS } from '../document/limits.ts'
import { listOf, maybe, pageOf } from './basics.ts'

const FailedItem = z.object({ key: z.string(), sentence: z.string(), canRetry: z.boolean(), attempts: z.int(), at: z.string() })

/** Where articles come from, and how it does. */
export const SourceRow = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: z.string(),
    address: z.string(),
    isWatched: z.boolean(),
    keepDays: maybe(z.int()),
    mayExportText: z.boolean(),
    articles: z.int(),
    copies: z.int(),
    waiting: z.int(),
    articlesADay: maybe(z.number()),
    checkedAt: maybe(z.string()),
    succeededAt: maybe(z.string()),
    nextCheckAt: maybe(z.string()),
    sentence: maybe(z.string()).openapi({ description: 'what is wrong with it; null while all is well' }),
    failed: listOf(FailedItem),
  })
  .openapi('SourceRow')

export const SourceList = pageOf(SourceRow).openapi('SourceList')

/** What is told is changed; the rest stays. */
export const SourceChange = z
  .object({ keepDays: maybe(z.int().min(1).max(100_000)).optional(), mayExportText: z.boolean().optional(), isWatched: z.boolean().optional() })
  .openapi('SourceChange')

/** What is to be kept: an address (page, feed, sitemap, archive), or a text. */
export const IntakeOrder = z
  .object({
    address: z
      .url({ protocol: /^https?$/ })
      .max(4_096)
      .optional(),
    text: z.string().min(1).max(LIMITS.readingUnits).optional(),
    title: z.string().max(1_000).optional(),
    date: z.iso.date().optional(),
    source: z.string().trim().min(1).max(200).optional().openapi({ description: 'name of the source' }),
  })
  .refine(({ text, address }) => text !== undefined || address !== undefined, 'Give a text or an address.')
  .openapi('IntakeOrder')
export type IntakeOrder = z.infer<typeof IntakeOrder>

/** It was begun; its progress is told by the events of this number. */
export const Started = z.object({ id: z.int() }).openapi('Started')

/** What GET /events tells, by the name of the event. */
export interface LiveEvents {
  'article.added': { articleId: number; title: string | null; outlet: string | null; publishedOn: string | null; copyOf: number | null }
  'article.changed': { articleId: number; title: string | null; version: number }
  correction: { id: number; articleId: number | null; factKind: string; factKey: string | null; action: string; who: string }
  decision: { id: number; kind: 'merge' | 'split'; identityId: number; otherId: number | null; who: string }
  'intake.progress': { id: number; counts: Record<string, number>; lastKey: string | null; isDone: boolean; problem: string | null }
}
export type LiveName = keyof LiveEvents
