import { ARTICLE_ROUTES } from './article-routes.ts'
import { COLLECTION_ROUTES } from './collection-routes.ts'
import { DRAFT_ROUTES } from './draft-routes.ts'
import { EXPORT_ROUTE } from './export-route.ts'
import { FIND_ROUTE } from './find-route.ts'
import { IDENTITY_ROUTES } from './identity-routes.ts'
import { NETWORK_ROUTE } from './network-route.ts'
import { QUESTION_ROUTES } from './question-routes.ts'
import { REVIEW_ROUTES } from './review-routes.ts'
import type { Route } from './route.ts'
import { SAVED_ROUTES } from './saved-routes.ts'
import { SESSION_ROUTES } from './session-routes.ts'
import { SOURCE_ROUTES } from './source-routes.ts'
import { SYSTEM_ROUTES } from './system-routes.ts'

/** All that the API answers. */
export const ROUTES: readonly Route[] = [
  ...SYSTEM_ROUTES,
  ...ARTICLE_ROUTES,
  FIND_ROUTE,
  ...QUESTION_ROUTES,
  NETWORK_ROUTE,
  ...IDENTITY_ROUTES,
  ...REVIEW_ROUTES,
  ...DRAFT_ROUTES,
  ...SAVED_ROUTES,
  ...COLLECTION_ROUTES,
  ...SOURCE_ROUTES,
  EXPORT_ROUTE,
  ...SESSION_ROUTES,
]
