import { z } from '@hono/zod-openapi'
import { IdSchema, listOf, maybe, pageOf } from './basics.ts'
import { Fact, FindFilter, ToldIn } from './facts.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const BySlug = z.object({ slug: z.string().max(80).regex(SLUG) })
const title = z.string().trim().min(1).max(200)

export const CollectionRow = z
  .object({ slug: z.string(), title: z.string(), madeBy: z.string(), madeAt: z.string(), isArchived: z.boolean(), count: z.int() })
  .openapi('CollectionRow')
export const CollectionList = pageOf(CollectionRow).openapi('CollectionList')

const CollectionItem = z
  .object({
    number: z.int(),
    kind: z.enum(['article', 'fact']),
    article: maybe(ToldIn).openapi({ description: 'null where it was forgotten' }),
    fact: maybe(Fact).openapi({ description: 'null for an article, and where the fact stands in its current version no more' }),
    factKey: maybe(z.string()),
    note: maybe(z.string()),
    addedBy: z.string(),
    at: z.string(),
  })
  .openapi('CollectionItem')

export const CollectionPage = CollectionRow.extend({ items: listOf(CollectionItem) }).openapi('CollectionPage')
export type CollectionPage = z.infer<typeof CollectionPage>

export const CollectionDraft = z.object({ title }).openapi('CollectionDraft')
export const CollectionChange = z.object({ title: title.optional(), isArchived: z.boolean().optional() }).openapi('CollectionChange')
export const ItemDraft = z
  .object({
    article: z.int().min(1),
    factKey: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .optional(),
    note: z.string().max(2_000).optional(),
  })
  .openapi('ItemDraft')
export const ItemPath = BySlug.extend({ number: IdSchema })

/** A search as it is kept: the parameters of GET /find without paging. */
export const SavedSearch = z
  .object({ slug: z.string(), title: z.string(), query: z.record(z.string(), z.string()), madeBy: z.string(), madeAt: z.string() })
  .openapi('SavedSearch')
export const SavedList = pageOf(SavedSearch).openapi('SavedList')
export const SavedDraft = z
  .object({ title, query: z.partialRecord(z.enum(Object.keys(FindFilter.shape) as [string]), z.string().max(2_000)) })
  .openapi('SavedDraft')
