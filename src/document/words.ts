import type { NameSpan } from './layers.ts'
import type { Span, TokenSpan } from './span.ts'
import type { Tokens } from './tokens.ts'

/** The word of a token, as it stands. */
export function readWord(tokens: Tokens, i: number): string {
  return tokens.text.slice(tokens.start[i], tokens.end[i])
}

/** Characters of a stretch of tokens. */
export function spanOf(tokens: Tokens, { first, last }: TokenSpan): Span {
  return { start: tokens.start[first] as number, end: tokens.end[last - 1] as number }
}

/** Tokens that a stretch of characters touches; null when it touches none. */
export function tokensOf(tokens: Tokens, span: Span): TokenSpan | null {
  const first = firstBehind(tokens.end, tokens.count, span.start)
  let last = first
  while (last < tokens.count && (tokens.start[last] as number) < span.end) last++
  return last > first ? { first, last } : null
}

/** The names that lie wholly within a stretch of tokens; `names` stand in text order and do not overlap. */
export function namesWithin(names: readonly NameSpan[], { first, last }: TokenSpan): NameSpan[] {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle] as NameSpan).first >= first) high = middle
    else low = middle + 1
  }
  const found: NameSpan[] = []
  for (; low < names.length && (names[low] as NameSpan).last <= last; low++) found.push(names[low] as NameSpan)
  return found
}

/** Index of the stretch that holds a token, by halving: `starts` as in `Tokens.sentences` and `Tokens.paragraphs`. */
export function indexAt(starts: Uint32Array, token: number): number {
  return Math.max(0, firstBehind(starts, starts.length - 1, token) - 1)
}

/** Index of the first value greater than `limit`, by halving. */
function firstBehind(values: Uint32Array, count: number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) > limit) high = middle
    else low = middle + 1
  }
  return low
}
