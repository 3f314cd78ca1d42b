import type { Span } from './span.ts'

/** What could not be read, and where: text never throws, it leaves notices. */
export interface Notice {
  readonly code: NoticeCode
  /** One sentence: what happened, and what it means for the result. */
  readonly message: string
  /** Null where the notice is about the whole article. */
  readonly span: Span | null
}

export type NoticeCode =
  | 'unclosed-quotation'
  | 'unopened-quotation'
  | 'verbatim-unattributed'
  | 'language'
  | 'empty'
  | 'binary'
  | 'invalid-utf8'
  | 'lone-surrogate'
  | 'too-long'
  | 'bad-date'
  | 'page-cut'
  | 'page-nested'
  | 'page-slow'
  | 'page-paywall'
  | 'paper-damaged'
  | 'paper-locked'
  | 'paper-pictures'
  | 'paper-cut'
