import { z } from '@hono/zod-openapi'
import { listOf, maybe, PagingQuery, pageOf, words } from './basics.ts'
import { Named, ToldIn } from './facts.ts'

export const IdentitiesQuery = PagingQuery.extend({
  q: words('beginning of a name'),
  kind: z.enum(['person', 'country', 'organization', 'place', 'group', 'document']).optional(),
})

const told = {
  id: z.int(),
  kind: z.string(),
  name: z.string(),
  country: maybe(z.string()),
  office: maybe(z.string()),
  firstSeenOn: maybe(z.string()),
  lastSeenOn: maybe(z.string()),
  articles: z.int(),
}

export const IdentityRow = z.object(told).openapi('IdentityRow')
export const IdentityList = pageOf(IdentityRow).openapi('IdentityList')

const Decision = z
  .object({ id: z.int(), at: z.string(), who: z.string(), kind: z.string(), told: z.string().openapi({ description: 'what was decided, as a sentence' }) })
  .openapi('IdentityDecision')

/** A person, a government, an organisation: what they said by topic and month, whom they met. */
export const IdentityPage = IdentityRow.extend({
  names: listOf(z.object({ name: z.string(), told: z.int() })),
  links: z.record(z.string(), z.string()),
  statements: z.int(),
  byTopic: listOf(z.object({ topic: z.string(), count: z.int() })),
  byMonth: listOf(z.object({ month: z.string(), count: z.int() })),
  byAct: listOf(z.object({ act: z.string(), count: z.int() })),
  met: listOf(Named.extend({ count: z.int(), last: maybe(z.string()) })),
  speaksOf: listOf(Named.extend({ count: z.int(), last: maybe(z.string()) })),
  decisions: listOf(Decision),
  articlesOf: listOf(ToldIn),
}).openapi('IdentityPage')
export type IdentityPage = z.infer<typeof IdentityPage>

export const MergeOrder = z.object({ other: z.int().min(1) }).openapi('MergeOrder')
export const SplitOrder = z.object({ articles: z.array(z.int().min(1)).min(1).max(10_000) }).openapi('SplitOrder')

/** What a merge or a split did, by which it can be undone. */
export const Decided = z.object({ decisionId: z.int(), identityId: z.int() }).openapi('Decided')
