import { z } from '@hono/zod-openapi'
import { IdSchema, listOf, maybe, PagingQuery, PeriodQuery, pageOf, Span, words } from './basics.ts'
import { Fact, Named, StatementFact, Who } from './facts.ts'

/** Who is asked about: by name, or by number. */
const person = { name: words('a name, or #12'), id: IdSchema.optional() }

export const SaidQuery = PeriodQuery.extend({ ...PagingQuery.shape, ...person, on: words('words of the topic') })

/** How another report has the same words. */
const OtherReport = z
  .object({
    statement: StatementFact,
    differences: listOf(z.object({ before: maybe(Span), after: maybe(Span) })),
    disagrees: listOf(z.enum(['words', 'act', 'negation', 'hedge'])),
  })
  .openapi('OtherReport')

/** Something said, as the earliest report has it, and as others have it. */
export const Said = z.object({ statement: StatementFact, matches: listOf(Span), reports: listOf(OtherReport) }).openapi('Said')

export const SaidPage = pageOf(Said)
  .extend({ who: maybe(Who), unknown: listOf(z.string()) })
  .openapi('SaidPage')
export type SaidPage = z.infer<typeof SaidPage>

export const CompareQuery = PeriodQuery.extend({ ...PagingQuery.shape, ...person, on: z.string().trim().min(1).max(2_000) })

const Compared = Said.extend({
  changes: listOf(z.object({ kind: z.enum(['act', 'negation', 'hedge']), before: maybe(Span), after: maybe(Span) })),
}).openapi('Compared')

export const ComparePage = pageOf(Compared)
  .extend({ who: maybe(Who), unknown: listOf(z.string()), first: maybe(Said), last: maybe(Compared) })
  .openapi('ComparePage')
export type ComparePage = z.infer<typeof ComparePage>

const side = z.string().trim().min(1).max(500)

export const TimelineQuery = PeriodQuery.extend({ ...PagingQuery.shape, a: side, b: side })

/** A later report of what became of a promise, with the words that say so. */
const Outcome = z.object({ kind: z.enum(['kept', 'broken', 'repeated']), words: Span, fact: Fact }).openapi('Outcome')

const TimelineEntry = z
  .object({
    kind: z.enum(['meeting', 'promise', 'event', 'cooperation', 'comparison']),
    day: maybe(z.string()),
    isDayTold: z.boolean(),
    fact: Fact,
    reports: listOf(Fact),
    outcomes: listOf(Outcome),
  })
  .openapi('TimelineEntry')

/** All that a timeline has, whatever the page. */
const TimelineSummary = z
  .object({
    counts: z.record(z.string(), z.int()),
    lastMetOn: maybe(z.string()),
    cooperation: listOf(z.object({ area: z.string(), stage: maybe(z.string()), count: z.int(), from: maybe(z.string()), to: maybe(z.string()) })),
  })
  .openapi('TimelineSummary')

export const TimelinePage = pageOf(TimelineEntry)
  .extend({ one: maybe(Who), other: maybe(Who), unknown: listOf(z.string()), summary: TimelineSummary })
  .openapi('TimelinePage')
export type TimelinePage = z.infer<typeof TimelinePage>

export const NetworkQuery = PeriodQuery.extend({
  kind: z.enum(['met', 'speaks-of']).default('met'),
  limit: z.coerce.number().int().min(1).max(2_000).default(300).openapi({ description: 'edges, the strongest first' }),
})

/** Who met whom, or who speaks of whom: then an edge goes from the speaker. `count`: reports, not copies. */
export const Network = z
  .object({
    nodes: listOf(Named.extend({ id: z.int(), kind: z.string(), count: z.int() })),
    edges: listOf(z.object({ from: z.int(), to: z.int(), count: z.int(), first: maybe(z.string()), last: maybe(z.string()), articleIds: listOf(z.int()) })),
    total: z.int().openapi({ description: 'edges that there are' }),
  })
  .openapi('Network')
export type Network = z.infer<typeof Network>
