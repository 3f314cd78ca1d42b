import type { z } from 'zod'
import type * as Contract from '../contract/contract.ts'

type Out<Name extends keyof typeof Contract> = (typeof Contract)[Name] extends z.ZodType ? z.output<(typeof Contract)[Name]> : never
/** What may be given: numbers may be written as such, and what has a default may be left out. */
type In<Name extends keyof typeof Contract> = (typeof Contract)[Name] extends z.ZodType ? Loose<z.input<(typeof Contract)[Name]>> : never
type Loose<Query> = {
  readonly [Key in keyof Query]: Query[Key] extends string | undefined ? Query[Key] | number : unknown extends Query[Key] ? string | number : Query[Key]
}

/** Values for the names in braces of a route. */
export type Path<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}` ? Readonly<Record<Name, string | number>> & Path<Rest> : object

interface Get<Query, Answer> {
  query: Query
  answer: Answer
}

/** Routes that tell something. */
export interface Gets {
  '/': Get<object, Out<'Overview'>>
  '/articles': Get<In<'ArticlesQuery'>, Out<'ArticleList'>>
  '/articles/{id}': Get<In<'ArticleQuery'>, Out<'ArticlePage'>>
  '/articles/{id}/original': Get<In<'ArticleQuery'>, Out<'OriginalPage'>>
  '/find': Get<In<'FindQuery'>, Out<'FoundPage'>>
  '/said': Get<In<'SaidQuery'>, Out<'SaidPage'>>
  '/compare': Get<In<'CompareQuery'>, Out<'ComparePage'>>
  '/timeline': Get<In<'TimelineQuery'>, Out<'TimelinePage'>>
  '/network': Get<In<'NetworkQuery'>, Out<'Network'>>
  '/identities': Get<In<'IdentitiesQuery'>, Out<'IdentityList'>>
  '/identities/{id}': Get<object, Out<'IdentityPage'>>
  '/review/queue': Get<In<'QueueQuery'>, Out<'QueuePage'>>
  '/review/agreement': Get<object, Out<'Agreement'>>
  '/corrections': Get<In<'CorrectionsQuery'>, Out<'CorrectionList'>>
  '/collections': Get<object, Out<'CollectionList'>>
  '/collections/{slug}': Get<object, Out<'CollectionPage'>>
  '/saved': Get<object, Out<'SavedList'>>
  '/sources': Get<object, Out<'SourceList'>>
  '/reports': Get<{ readonly a?: string; readonly b?: string; readonly q?: string; readonly since?: string; readonly until?: string }, Out<'Report'>>
  '/me': Get<object, Out<'Me'>>
}

/** Those that give a list page by page. */
export type Lists = {
  [Route in keyof Gets as Gets[Route]['answer'] extends { items: readonly unknown[]; next: string | null } ? Route : never]: {
    query: Gets[Route]['query']
    row: Gets[Route]['answer'] extends { items: readonly (infer Row)[] } ? Row : never
  }
}

/** Routes that do something, with what they answer. */
export interface Posts {
  '/readings': Out<'ReadoutSchema'>
  '/checks': Out<'DraftCheck'>
  '/corrections': Out<'CorrectionSchema'>
  '/corrections/{id}/undo': Out<'CorrectionSchema'>
  '/identities/{id}/merge': Out<'Decided'>
  '/identities/{id}/split': Out<'Decided'>
  '/intake': Out<'Started'>
  '/collections': Out<'CollectionPage'>
  '/collections/{slug}/items': Out<'CollectionPage'>
  '/saved': Out<'SavedSearch'>
}

/** What they take. */
export interface Bodies {
  '/readings': z.input<typeof Contract.ReadingOrder>
  '/checks': z.input<typeof Contract.DraftOrder>
  '/corrections': z.input<typeof Contract.CorrectionDraft>
  '/corrections/{id}/undo': undefined
  '/identities/{id}/merge': z.input<typeof Contract.MergeOrder>
  '/identities/{id}/split': z.input<typeof Contract.SplitOrder>
  '/intake': z.input<typeof Contract.IntakeOrder>
  '/collections': z.input<typeof Contract.CollectionDraft>
  '/collections/{slug}/items': z.input<typeof Contract.ItemDraft>
  '/saved': z.input<typeof Contract.SavedDraft>
}
