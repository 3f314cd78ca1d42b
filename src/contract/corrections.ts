import { z } from '@hono/zod-openapi'
import { LIMITS } from '../document/limits.ts'
import { IdSchema, listOf, maybe, PagingQuery, pageOf } from './basics.ts'
import { Fact, FOUND_KINDS } from './facts.ts'

const FACT_KINDS = ['statement', 'event', 'cooperation', 'comparison', 'entity'] as const
const ACTIONS = ['accept', 'reject', 'correct', 'add', 'comment', 'undo'] as const

/** Words of a version that a correction hangs on, with what stands around them. */
const Anchor = z
  .object({
    words: z.string().max(100_000),
    before: z.string().max(200),
    after: z.string().max(200),
    start: z.int().min(0),
    end: z.int().min(0),
    version: z.int().min(1),
  })
  .openapi('Anchor')

const Fields = z.record(z.string(), z.unknown()).readonly()

/** An entry of the journal. In it words are anchors and people `{ key, name, kind, country, anchor }`, so that they outlive the version. */
export const CorrectionSchema = z
  .object({
    id: z.int(),
    at: z.string(),
    who: z.string(),
    articleKey: z.string(),
    factKind: z.enum(FACT_KINDS),
    factKey: maybe(z.string()).openapi({ description: 'null where it adds the fact, which is then known as “+” and the entry’s id' }),
    action: z.enum(ACTIONS),
    anchor: Anchor,
    change: z.object({
      fields: Fields.optional().openapi({ description: 'what it sets' }),
      was: maybe(Fields).optional().openapi({ description: 'what the machine read then; null where it found no such fact' }),
      confidence: z.number().optional(),
      comment: z.string().optional(),
    }),
    undoes: maybe(z.int()),
  })
  .openapi('Correction')
export type Correction = z.infer<typeof CorrectionSchema>

/**
 * What somebody decides on a fact of an article's current version. `fields`: to correct, those that change; to add, all that the fact tells.
 * In them words are spans of the record (`{ start, end, text }` in UTF-16 units), people and bodies ids of the record (“e3”), or
 * `{ name, kind, country }` of somebody new; docs/review.md names the fields. `seen`: `seen` of the article as it was loaded.
 */
export const CorrectionDraft = z
  .object({
    article: z.int().min(1),
    factKind: z.enum(FACT_KINDS),
    factKey: maybe(z.string().max(40)).default(null),
    action: z.enum(['accept', 'reject', 'correct', 'add', 'comment']),
    fields: z.record(z.string().max(40), z.unknown()).optional(),
    comment: z.string().max(LIMITS.commentUnits).optional(),
    seen: z.int().min(0),
  })
  .openapi('CorrectionDraft')
export type CorrectionDraft = z.infer<typeof CorrectionDraft>

export const CorrectionsQuery = PagingQuery.extend({ article: IdSchema.optional() })
export const CorrectionList = pageOf(CorrectionSchema.extend({ articleId: z.int() })).openapi('CorrectionList')

export const QueueQuery = PagingQuery.extend({ kind: z.enum(FOUND_KINDS).exclude(['article']).optional() })

/** A fact that somebody should look at, and why. */
const QueueItem = z.object({ fact: Fact, why: z.string(), effect: z.number(), lastCorrection: maybe(z.int()) }).openapi('QueueItem')
export const QueuePage = pageOf(QueueItem).openapi('QueuePage')

/** How far reviewers agree on facts that several of them decided on: Krippendorff's alpha, null where there is nothing to compare. */
export const Agreement = z
  .object({
    alpha: maybe(z.number()),
    facts: z.int(),
    reviewers: listOf(z.string()),
    byKind: listOf(z.object({ kind: z.string(), alpha: maybe(z.number()), facts: z.int() })),
  })
  .openapi('Agreement')

/** Corrected articles in the golden format; `left` tells what could not be written, and why. */
export const GoldenList = pageOf(z.object({ articleId: z.int(), name: z.string(), text: maybe(z.string()), left: listOf(z.string()) })).openapi('GoldenList')
