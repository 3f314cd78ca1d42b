import { z } from '@hono/zod-openapi'
import { LIMITS } from '../document/limits.ts'
import type { Readout } from '../document/readout.ts'
import { ById, listOf, maybe, PagingQuery, PeriodQuery, pageOf, words } from './basics.ts'
import { CorrectionSchema } from './corrections.ts'
import { ToldIn } from './facts.ts'

/** The record of docs/readout-format.md; the OpenAPI document puts its JSON Schema here. */
export const ReadoutSchema = z.custom<Readout>().openapi('Readout', { type: 'object' })

/** What is to be read: a text, or the address of one page. Nothing of it is kept. */
export const ReadingOrder = z
  .object({
    text: z.string().min(1).max(LIMITS.readingUnits).optional(),
    address: z
      .url({ protocol: /^https?$/ })
      .max(4_096)
      .optional(),
    date: z.iso.date().optional().openapi({ description: 'day of publication' }),
    title: z.string().max(1_000).optional(),
  })
  .refine(({ text, address }) => (text === undefined) !== (address === undefined), 'Give either a text or an address.')
  .openapi('ReadingOrder')
export type ReadingOrder = z.infer<typeof ReadingOrder>

export const ArticlesQuery = PeriodQuery.extend({
  ...PagingQuery.shape,
  source: words('name of a source'),
  country: words('ISO code of a country that is told of'),
  copies: z.enum(['0', '1']).default('0').openapi({ description: '1: copies of a report too' }),
})

/** An article in a list, with what it tells. */
export const ArticleRow = ToldIn.extend({
  firstSeenAt: z.string(),
  version: z.int(),
  length: z.int(),
  copyOf: maybe(z.int()),
  statements: z.int(),
  events: z.int(),
  cooperation: z.int(),
  comparisons: z.int(),
}).openapi('ArticleRow')
export type ArticleRow = z.infer<typeof ArticleRow>

export const ArticleList = pageOf(ArticleRow).openapi('ArticleList')

export const ArticleQuery = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000).optional().openapi({ description: 'without it: the current one' }),
})

export const ArticlePath = ById

/** Where a stretch of the text stands in its page. Offsets count UTF-16 units. */
const BlockSchema = z.object({ start: z.int(), end: z.int(), element: maybe(z.string()), page: maybe(z.int()) }).openapi('Block')

const VersionRow = z
  .object({
    number: z.int(),
    seenAt: z.string(),
    readAt: z.string(),
    publishedOn: maybe(z.string()),
    title: maybe(z.string()),
    length: z.int(),
    isCurrent: z.boolean(),
  })
  .openapi('VersionRow')

/** What people decided on a fact, beside what it says. */
const FactNote = z.looseObject({
  id: z.string(),
  factKey: z.string(),
  machineKey: maybe(z.string()).openapi({ description: 'its key in answers of searches; null where the machine finds no such fact' }),
  origin: z.enum(['machine', 'machine+human', 'human']),
  decision: maybe(z.object({ verdict: z.string(), who: z.string(), at: z.string() })),
  differs: listOf(z.object({ field: z.string(), human: z.string(), machine: z.string() })),
  comments: listOf(z.object({ id: z.int(), who: z.string(), at: z.string(), comment: z.string() })),
  lastCorrection: maybe(z.int()),
  stands: z.enum(['exact', 'moved', 'changed']),
})

/** An article’s record with the corrections of people folded in: `readout/1`, each entity and fact with what was decided on it. */
export const FoldedRecord = z
  .looseObject({
    format: z.literal('readout/1'),
    offsetUnit: z.enum(['utf16', 'codepoint']),
    article: z.looseObject({ id: z.string(), length: z.int() }),
    entities: listOf(FactNote),
    statements: listOf(FactNote),
    events: listOf(FactNote),
    cooperation: listOf(FactNote),
    comparisons: listOf(FactNote),
    notices: listOf(z.looseObject({ code: z.string() })),
  })
  .openapi('FoldedRecord')

const told = { id: z.int(), factKind: z.string(), factKey: z.string(), who: z.string(), at: z.string(), words: z.string() }

/** A fact that is kept away; `fact`: as the machine still reads it. */
const RejectedSchema = z.looseObject({ ...told, fact: maybe(z.looseObject({ id: z.string() })), lastCorrection: z.int() }).openapi('Rejected')

const DisplacedSchema = z.object({ ...told, action: z.string(), field: maybe(z.string()), says: z.string(), why: z.string() }).openapi('Displaced')

/** All that the reading page shows. Offsets of the record, of blocks and of anchors count UTF-16 units. */
export const ArticlePage = z
  .object({
    article: z.object({
      id: z.int(),
      key: z.string(),
      title: maybe(z.string()),
      outlet: maybe(z.string()),
      authors: listOf(z.string()),
      publishedOn: maybe(z.string()),
      address: maybe(z.string()),
      source: maybe(z.string()),
      firstSeenAt: z.string(),
      publishedAt: maybe(z.string()),
      updatedAt: maybe(z.string()),
      dateClue: maybe(z.string()),
      language: maybe(z.string()),
      wire: maybe(z.string()),
      isTruncated: z.boolean(),
      copyOf: maybe(z.int()),
      reportId: z.int(),
      version: z.int(),
    }),
    versions: listOf(VersionRow),
    record: FoldedRecord,
    blocks: listOf(BlockSchema),
    copies: listOf(ToldIn),
    identities: z.record(z.string(), z.int()).openapi({ description: 'whom the record’s entities are across articles: “e1” → number' }),
    rejected: listOf(RejectedSchema),
    displaced: listOf(DisplacedSchema).openapi({ description: 'corrections that find no place in this text any more' }),
    corrections: listOf(CorrectionSchema),
    seen: z.int().openapi({ description: 'number of the last correction that is folded in, 0 without any; a new one names it' }),
  })
  .openapi('ArticlePage')
export type ArticlePage = z.infer<typeof ArticlePage>

/** The text of an article in the pieces of the page it was taken from: words alone, never the page's markup. */
export const OriginalPage = z
  .object({
    articleId: z.int(),
    title: maybe(z.string()),
    address: maybe(z.string()),
    version: z.int(),
    items: listOf(z.object({ kind: z.enum(['heading', 'item', 'quote', 'paragraph']), text: z.string(), start: z.int(), end: z.int(), page: maybe(z.int()) })),
  })
  .openapi('OriginalPage')
export type OriginalPage = z.infer<typeof OriginalPage>

/** The library at a glance. */
export const Overview = z
  .object({
    readout: z.string(),
    articles: z.int(),
    reports: z.int(),
    statements: z.int(),
    events: z.int(),
    cooperation: z.int(),
    comparisons: z.int(),
    identities: z.int(),
    sources: z.int(),
    firstOn: maybe(z.string()),
    lastOn: maybe(z.string()),
    latest: listOf(ArticleRow),
  })
  .openapi('Overview')
export type Overview = z.infer<typeof Overview>
