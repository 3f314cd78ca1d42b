/** One article as it was given. `text` is never altered; every offset counts its UTF-16 units. */
export interface Article {
  /** File name, URL, or the id of a JSONL line; null when the text came without any. */
  readonly source: string | null
  readonly text: string
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  /** ISO date (YYYY-MM-DD) of publication, or null. */
  readonly publishedOn: string | null
}
