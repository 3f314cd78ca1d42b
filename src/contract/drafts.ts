import { z } from '@hono/zod-openapi'
import { LIMITS } from '../document/limits.ts'
import { listOf, maybe, PeriodQuery, Span } from './basics.ts'
import { FindFilter, ToldIn } from './facts.ts'

export const DraftOrder = PeriodQuery.extend({
  text: z.string().min(1).max(LIMITS.readingUnits),
  date: z.iso.date().optional().openapi({ description: 'day of the draft, by which offices are read' }),
}).openapi('DraftOrder')

const VERDICTS = ['stands', 'similar', 'other-words', 'speaker-open', 'other-speaker', 'not-found'] as const

const ClaimSpeaker = z.object({ name: z.string(), isPerson: z.boolean(), id: maybe(z.int()), names: listOf(z.string()) }).openapi('ClaimSpeaker')

const Claim = z
  .object({
    kind: z.enum(['quotation', 'claim']),
    statement: maybe(z.string()),
    spans: listOf(Span),
    act: z.string(),
    speaker: maybe(ClaimSpeaker),
    onBehalfOf: maybe(ClaimSpeaker),
  })
  .openapi('Claim')

const Match = z
  .object({
    verdict: z.enum(VERDICTS),
    remarks: listOf(z.string()),
    article: ToldIn,
    statement: maybe(z.string()),
    how: maybe(z.string()),
    speaker: maybe(z.string()),
    onBehalfOf: maybe(z.string()),
    words: Span,
    differences: listOf(z.object({ draft: maybe(Span), library: maybe(Span) })),
    share: z.number(),
  })
  .openapi('Match')

/** What the library says to each quotation and claim of a draft. Spans count code points, in the draft and in the library. */
export const DraftCheck = z
  .object({
    offsetUnit: z.literal('codepoint'),
    claims: listOf(z.object({ claim: Claim, verdict: z.enum(VERDICTS), matches: listOf(Match) })),
    counts: z.record(z.string(), z.int()),
    passed: listOf(z.object({ claim: Claim, reason: z.enum(['negated', 'too-little']) })).openapi({ description: 'what was not looked for' }),
  })
  .openapi('DraftCheck')
export type DraftCheck = z.infer<typeof DraftCheck>

const subject = z.string().trim().min(1).max(500).optional()

/** A brief of what stands between two, or of a search. */
export const ReportQuery = PeriodQuery.extend({ a: subject, b: subject, q: FindFilter.shape.q }).refine(
  ({ a, b, q }) => (q === undefined ? a !== undefined && b !== undefined : a === undefined && b === undefined),
  'Give two names as “a” and “b”, or words as “q”.',
)

const ReportLine = z.object({
  day: maybe(z.string()),
  text: z.string(),
  words: z.string(),
  notes: listOf(z.int()),
  outcomes: listOf(z.object({ what: z.string(), day: maybe(z.string()), words: z.string(), note: z.int() })),
})

export const Report = z
  .object({
    title: z.string(),
    since: maybe(z.string()),
    until: maybe(z.string()),
    sections: listOf(z.object({ title: z.string(), lines: listOf(ReportLine), leftOut: z.int() })),
    citations: listOf(z.object({ sentence: Span, words: Span, article: ToldIn, link: maybe(z.string()) })),
    isCut: z.boolean(),
    unknown: listOf(z.string()),
  })
  .openapi('Report')
export type Report = z.infer<typeof Report>
