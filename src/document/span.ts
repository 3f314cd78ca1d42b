/** A half-open stretch of the article's text, in UTF-16 units. Never empty in anything that leaves the program. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of tokens: indices into `Tokens`, half open, never empty. */
export interface TokenSpan {
  readonly first: number
  readonly last: number
}

/** Whether `inner` lies wholly inside `outer`. */
export function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether two spans share at least one unit. */
export function doOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
