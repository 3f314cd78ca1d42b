/**
 * The contract of the HTTP API: schemas of what is asked and answered. The OpenAPI document, the server's checks and the client's types all
 * come from here; docs/http-api.md tells the routes.
 */
export { AuditList, Me, SignIn, TokenDraft, TokenList, TokenMade, type TokenRow } from './accounts.ts'
export { ComparePage, CompareQuery, Network, NetworkQuery, SaidPage, SaidQuery, TimelinePage, TimelineQuery } from './answers.ts'
export {
  ArticleList,
  ArticlePage,
  ArticleQuery,
  type ArticleRow,
  ArticlesQuery,
  OriginalPage,
  Overview,
  ReadingOrder,
  ReadoutSchema,
} from './articles.ts'
export { ById, IdSchema, PagingQuery, Problem, SCOPES, type Scope } from './basics.ts'
export {
  BySlug,
  CollectionChange,
  CollectionDraft,
  CollectionList,
  CollectionPage,
  ItemDraft,
  ItemPath,
  SavedDraft,
  SavedList,
  SavedSearch,
} from './collections.ts'
export {
  Agreement,
  type Correction,
  CorrectionDraft,
  CorrectionList,
  CorrectionSchema,
  CorrectionsQuery,
  GoldenList,
  QueuePage,
  QueueQuery,
} from './corrections.ts'
export { DraftCheck, DraftOrder, Report, ReportQuery } from './drafts.ts'
export { EXPORT_FORMATS, ExportPath, ExportQuery } from './exports.ts'
export { type Facets, type Fact, FindFilter, FindQuery, type Found, FoundPage } from './facts.ts'
export { Decided, IdentitiesQuery, IdentityList, IdentityPage, MergeOrder, SplitOrder } from './identities.ts'
export { IntakeOrder, type LiveEvents, type LiveName, SourceChange, SourceList, Started } from './sources.ts'
