import type { Article } from './article.ts'
import type { Notice } from './notice.ts'

/** Where a stretch of the article's text stands in what it was taken from. `start` and `end` count the article's UTF-16 units. */
export interface Block {
  readonly start: number
  readonly end: number
  /** Path of the element in the page as it was parsed (“html > body > main > p:nth-of-type(3)”), or null for a paper. */
  readonly element: string | null
  /** Page of a paper, from 1, or null. */
  readonly page: number | null
}

/** What a date of publication was read from, the surest first. */
export type DateClue = 'json-ld' | 'meta' | 'time' | 'byline' | 'address' | 'feed' | 'archive' | 'given'

/** An article on its way into the library, with what the page, feed or archive told about it. */
export interface Incoming {
  readonly article: Article
  /** The address the page names as its own, else the one it was fetched from, without what only tracks readers; null for a file. */
  readonly address: string | null
  /** ISO 639-1 code that the page declares, or null. */
  readonly language: string | null
  /** ISO instant, as exact as the page tells it. */
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly dateClue: DateClue | null
  /** Agency that the report is credited to (“Norda”), not an author. */
  readonly wire: string | null
  /** The page says that the rest is for subscribers. */
  readonly isTruncated: boolean
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}
