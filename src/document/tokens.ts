import type { Span } from './span.ts'

/**
 * The tokens of one article as a struct of arrays: no object per token. Tokens tile the text that is not white space:
 * they are in order, do not overlap, and every character outside of them is white space.
 */
export interface Tokens {
  readonly text: string
  readonly count: number
  /** UTF-16 offset of each token's first unit. */
  readonly start: Uint32Array
  /** UTF-16 offset behind each token's last unit. */
  readonly end: Uint32Array
  /** Index of the first token of each sentence, then `count` as a sentinel. */
  readonly sentences: Uint32Array
  /** Index of the first token of each paragraph, then `count` as a sentinel. Paragraphs begin sentences. */
  readonly paragraphs: Uint32Array
  /** What quotation marks make of each token: a value of `QuoteState`. */
  readonly quoteState: Uint8Array
  /** Verbatim runs, in the order in which they open. */
  readonly quotations: readonly Quotation[]
}

/** States of a token against quotation marks, as numbers so that they fit a typed array and the reader's features. */
export const QuoteState = {
  /** In no quotation. */
  outside: 0,
  /** A mark that opens a quotation (or opens it again in a new paragraph). */
  opening: 1,
  /** Words inside a quotation that closes. */
  inside: 2,
  /** A mark that closes a quotation. */
  closing: 3,
  /** Words inside a quotation whose mark never closes. */
  insideUnclosed: 4,
  /** A mark of a quotation within a quotation. */
  innerMark: 5,
  /** Words inside a quotation within a quotation. */
  insideInner: 6,
  /** A double mark that belongs to no pair. */
  strayMark: 7,
} as const

/** One verbatim run: the words between a mark that opens and the mark (or the end) that closes it. */
export interface Quotation {
  /** The opening mark, or where the words begin when a paragraph goes on without one. */
  readonly open: Span
  /** The words, marks left out. */
  readonly words: Span
  /** The closing mark; null when it never closes or the quotation goes on in the next paragraph. */
  readonly close: Span | null
  /** False when the mark never closes; a piece that goes on in the next paragraph counts as closed. */
  readonly isClosed: boolean
  /** 0 for a quotation of the reporter's, 1 for a quotation within a quotation, and so on. */
  readonly depth: number
  /** Index into `quotations` of the piece in the paragraph before that this one goes on from, or null. */
  readonly continues: number | null
}
