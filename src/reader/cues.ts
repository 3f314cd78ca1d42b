import type { TokenSpan } from '../document/span.ts'
import type { Encoded } from './encode.ts'

/** A stretch that may be a cue, and how likely. */
export interface CueSpan extends TokenSpan {
  readonly score: number
  /** Index of its chunk. */
  readonly chunk: number
}

/** From this chance on a token belongs to a cue. */
const LIKELY = 0.5
/** A stretch without a likely token is a possible cue all the same from here: content and marks may speak for it. */
const POSSIBLE = 0.35

/** Stretches of tokens that are possible cues: a begin that is likelier than an inside starts a new one. */
export function decodeCues(chunks: readonly TokenSpan[], encoded: Encoded): CueSpan[] {
  return chunks.flatMap((chunk, c) => {
    const likely = cutCues(chunk, c, encoded.cue, LIKELY)
    const possible = cutCues(chunk, c, encoded.cue, POSSIBLE)
    const isNew = (cue: CueSpan) => !likely.some((other) => other.first <= cue.last && cue.first <= other.last)
    return [...likely, ...possible.filter(isNew)].sort((a, b) => a.first - b.first)
  })
}

function cutCues(chunk: TokenSpan, c: number, chances: Float32Array, least: number): CueSpan[] {
  const cues: CueSpan[] = []
  let first = -1
  for (let i = chunk.first; i <= chunk.last; i++) {
    const begin = i < chunk.last ? rounded(chances[i * 3 + 1] as number) : 0
    const inside = i < chunk.last ? rounded(chances[i * 3 + 2] as number) : 0
    const isCue = begin + inside >= least
    if (first >= 0 && (!isCue || begin > inside)) {
      cues.push({ first, last: i, chunk: c, score: meanChance(chances, first, i) })
      first = -1
    }
    if (isCue && first < 0) first = i
  }
  return cues
}

function meanChance(chances: Float32Array, first: number, last: number): number {
  let sum = 0
  for (let i = first; i < last; i++) sum += (chances[i * 3 + 1] as number) + (chances[i * 3 + 2] as number)
  return rounded(sum / (last - first))
}

/** Rounded before it decides, so that every machine finds the same facts. */
function rounded(chance: number): number {
  return Math.round(chance * 1024) / 1024
}
