import { z } from '@hono/zod-openapi'
import { listOf, maybe, PagingQuery, PeriodQuery, pageOf, Span, words } from './basics.ts'

/** Somebody as an article tells of them; `id` is null where nobody knows who it is in other articles. */
export const Named = z.object({ id: maybe(z.int()), kind: maybe(z.string()), name: z.string(), country: maybe(z.string()) }).openapi('Named')

/** Somebody whom the library tells of. */
export const Who = z.object({ id: z.int(), kind: z.string(), name: z.string(), country: maybe(z.string()), names: listOf(z.string()) }).openapi('Who')

/** An article that tells something. Copies of one report are told by its earliest. */
export const ToldIn = z
  .object({
    articleId: z.int(),
    title: maybe(z.string()),
    outlet: maybe(z.string()),
    publishedOn: maybe(z.string()),
    address: maybe(z.string()),
    source: maybe(z.string()),
    copies: z.int().openapi({ description: 'further articles of the same report' }),
    outlets: listOf(z.string()),
  })
  .openapi('ToldIn')

const head = {
  key: z.string().openapi({ description: 'the fact’s id across readings and versions' }),
  id: z.string().openapi({ description: 'its id in the article’s record, like “s3”' }),
  article: ToldIn,
  sentence: Span,
  words: Span,
  confidence: z.number(),
}

export const StatementFact = z
  .object({
    ...head,
    kind: z.literal('statement'),
    how: z.string(),
    act: z.string(),
    speaker: maybe(Named),
    source: maybe(Span),
    onBehalfOf: maybe(Named),
    addressee: maybe(Named),
    cue: maybe(Span),
    reportedBy: maybe(Named),
    isNegated: z.boolean(),
    isHedged: z.boolean(),
  })
  .openapi('StatementFact')

const TimeTold = z.object({ start: maybe(z.string()), end: maybe(z.string()), grain: z.string(), status: z.string() })

export const EventFact = z
  .object({
    ...head,
    kind: z.literal('event'),
    type: z.string(),
    mode: maybe(z.string()),
    realis: z.string(),
    participants: listOf(Named.extend({ role: z.string() })),
    areas: listOf(z.string()),
    place: maybe(Named),
    date: maybe(TimeTold),
    statedBy: maybe(Named),
  })
  .openapi('EventFact')

export const CooperationFact = z
  .object({
    ...head,
    kind: z.literal('cooperation'),
    area: z.string(),
    stage: maybe(z.string()),
    realis: z.string(),
    parties: listOf(Named),
    statedBy: maybe(Named),
  })
  .openapi('CooperationFact')

export const ComparisonFact = z
  .object({
    ...head,
    kind: z.literal('comparison'),
    claim: z.string(),
    since: maybe(z.object({ start: z.string(), end: z.string() })),
    about: maybe(z.string()),
    statedBy: maybe(Named),
  })
  .openapi('ComparisonFact')

/** A fact with its sentence. Spans count code points of the article's text. */
export const Fact = z.union([StatementFact, EventFact, CooperationFact, ComparisonFact]).openapi('Fact')
export type Fact = z.infer<typeof Fact>

const matches = { matches: listOf(Span) }

/** A fact whose own sentence holds every word of a search, or an article that does. */
export const Found = z
  .union([
    StatementFact.extend(matches),
    EventFact.extend(matches),
    CooperationFact.extend(matches),
    ComparisonFact.extend(matches),
    z.object({ kind: z.literal('article'), article: ToldIn, snippet: Span, ...matches }),
  ])
  .openapi('Found')
export type Found = z.infer<typeof Found>

export const FOUND_KINDS = ['article', 'statement', 'event', 'cooperation', 'comparison'] as const

/** How often each value stands among the hits, the most frequent first, by what it is: kind, source, outlet, month, speaker, act, type, realis, area. */
export const Facets = z.record(z.string(), listOf(z.object({ value: z.string(), count: z.int() }))).openapi('Facets')
export type Facets = z.infer<typeof Facets>

/** What is looked for, without the page. */
export const FindFilter = PeriodQuery.extend({
  q: words('words that must all stand, “phrases”, beginnings*, OR, -not'),
  speaker: words('who says it: a name, or #12'),
  about: words('whom it tells of: a name, or #12'),
  country: words('name or code of a country'),
  area: words('area, like “trade”'),
  act: words('act of a statement, like “deny”'),
  type: words('type of an event, like “CONSULT”'),
  realis: words('whether it happened: happened, ongoing, planned, hypothetical, denied, unknown'),
  source: words('name of a source'),
  kind: z
    .string()
    .regex(/^[a-z]+(?:,[a-z]+)*$/, 'kinds with commas between them')
    .transform((typed) => typed.split(','))
    .pipe(z.array(z.enum(FOUND_KINDS)))
    .optional()
    .openapi({ type: 'string', description: 'kinds with commas between them: article, statement, event, cooperation, comparison', example: 'statement,event' }),
  sort: z.enum(['newest', 'relevance']).default('newest'),
})

export const FindQuery = FindFilter.extend({
  ...PagingQuery.shape,
  facets: z.enum(['0', '1']).default('0').openapi({ description: '1: count the values among the hits' }),
})

export const FoundPage = pageOf(Found)
  .extend({
    unknown: listOf(z.string()).openapi({ description: 'names that nobody bears in this library' }),
    facets: maybe(Facets),
    isCounted: z.boolean().openapi({ description: 'false where there are more hits than the facets count' }),
  })
  .openapi('FoundPage')
export type FoundPage = z.infer<typeof FoundPage>
