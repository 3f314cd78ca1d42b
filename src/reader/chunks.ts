import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'

/** Tokens of a chunk at most; training cuts the same way (training/shards.py). */
export const CHUNK = 128

/**
 * What the encoder reads at once: a paragraph; a longer one parted between sentences, a longer sentence cut. Chunks tile
 * the tokens in order.
 */
export function cutChunks(tokens: Tokens): TokenSpan[] {
  const chunks: TokenSpan[] = []
  const { sentences, paragraphs } = tokens
  let first = 0
  let paragraph = 0
  for (let s = 0; s + 1 < sentences.length; s++) {
    const from = sentences[s] as number
    const to = sentences[s + 1] as number
    while ((paragraphs[paragraph] as number) < from) paragraph++
    if (from > first && (paragraphs[paragraph] === from || to - first > CHUNK)) {
      chunks.push({ first, last: from })
      first = from
    }
    for (; to - first > CHUNK; first += CHUNK) chunks.push({ first, last: first + CHUNK })
  }
  if (tokens.count > first) chunks.push({ first, last: tokens.count })
  return chunks
}

/** At most this many tokens, padding counted, go through the encoder in one run: memory stays flat on a huge article. */
const RUN_TOKENS = 16_384
/** What a step of the LSTMs costs beside one more sequence in it (measured: 15 µs against 13 µs). */
const STEP_COST = 1.15
/** Sequences of one run at most: beyond, nothing is gained. */
const WIDEST = 64

/**
 * Groups spans of like length for one run each, so that the cost of steps and of padding together is least (dynamic
 * programming over the spans by falling length). Depends on this article alone, so that neighbours never change a result.
 */
export function groupByLength<T extends TokenSpan>(spans: readonly T[]): T[][] {
  const sorted = [...spans].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
  const least = new Float64Array(sorted.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(sorted.length + 1)
  least[0] = 0
  for (let first = 0; first < sorted.length; first++) {
    const length = (sorted[first] as T).last - (sorted[first] as T).first
    for (let last = first + 1; last <= Math.min(sorted.length, first + WIDEST) && (last - first) * length <= RUN_TOKENS; last++) {
      const cost = (least[first] as number) + length * (STEP_COST + last - first)
      if (cost < (least[last] as number)) {
        least[last] = cost
        from[last] = first
      }
    }
  }
  const groups: T[][] = []
  for (let last = sorted.length; last > 0; last = from[last] as number) groups.unshift(sorted.slice(from[last], last))
  return groups
}
