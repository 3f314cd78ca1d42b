/** What the page and the worker that reads say to each other. */
import type { Article } from '../../src/document/article.ts'
import type { Readout } from '../../src/document/readout.ts'

/** An article to be read. */
export interface ReadingOrder {
  readonly article: Article
}

/** What the worker tells: how far the download is, that it is ready, a record for each order in their order, or why it cannot go on. */
export type ReadingReport =
  | { readonly kind: 'progress'; readonly received: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'readout'; readonly readout: Readout }
  | { readonly kind: 'problem'; readonly code: string; readonly message: string }

/** What mends a reader that failed. */
export const MEND = 'load the page again'
