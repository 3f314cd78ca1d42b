import { z } from '@hono/zod-openapi'

/** A row of anything; callers get it read-only. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly()
}

/** Something or null. `.nullable()` of a named schema would be told wrongly in the OpenAPI document. */
export function maybe<Value extends z.ZodType>(value: Value) {
  return z.union([value, z.null()])
}

/** A page of a list. `total` is null where counting all would take as long as showing all. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: listOf(item), total: maybe(z.int()), next: maybe(z.string()) })
}

/** A stretch of an article's text with its words. What `start` and `end` count is told where the span stands. */
export const Span = z.object({ start: z.int(), end: z.int(), text: z.string() }).openapi('Span')

export const DaySchema = z.iso.date().openapi({ example: '2024-03-14' })

/** A number in the path or the query of a request. */
export const IdSchema = z
  .string()
  .regex(/^\d{1,15}$/, 'a whole number')
  .transform(Number)
  .openapi({ type: 'integer', minimum: 1, example: '12' })

/** Path of what has a number. */
export const ById = z.object({ id: IdSchema })

const LIMIT_MOST = 200

export const PagingQuery = z.object({
  cursor: z.string().max(1_000).optional().openapi({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(LIMIT_MOST).default(50),
})

export const PeriodQuery = z.object({
  since: DaySchema.optional(),
  until: DaySchema.optional(),
})

/** Words in a query: no longer than a search may be. */
export function words(description: string) {
  return z.string().trim().min(1).max(2_000).optional().openapi({ description })
}

/** RFC 9457. `type` names the kind of problem for programs; `detail` says what happened and what to do. */
export const Problem = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() }).openapi('Problem')
export type Problem = z.infer<typeof Problem>

/** What a request may do. */
export const SCOPES = ['read', 'review', 'intake', 'admin'] as const
export type Scope = (typeof SCOPES)[number]
