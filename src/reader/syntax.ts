import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import type { Encoded } from './encode.ts'

/** Scores are rounded before they decide, so that every machine finds the same tree. */
const GRAIN = 256

/**
 * Heads of all tokens (−1 for a root), one tree in each sentence: each token takes its best head; where that gives a
 * cycle or not exactly one root, the best root is fixed and the maximum spanning tree found (Chu and Liu 1965, Edmonds 1967).
 */
export function decodeHeads(tokens: Tokens, chunks: readonly TokenSpan[], encoded: Encoded): Int32Array {
  const heads = new Int32Array(tokens.count).fill(-1)
  let sentence = 0
  chunks.forEach((chunk, c) => {
    for (let first = chunk.first; first < chunk.last; ) {
      while ((tokens.sentences[sentence + 1] as number) <= first) sentence++
      const last = Math.min(chunk.last, tokens.sentences[sentence + 1] as number)
      const tree = decodeTree(encoded, encoded.arcs[c] as Float32Array, chunk, first, last)
      const outer = first > (tokens.sentences[sentence] as number) ? (tokens.sentences[sentence] as number) : -1
      for (let i = 0; i < tree.length; i++) heads[first + i] = (tree[i] as number) < 0 ? outer : (tree[i] as number) + first
      first = last
    }
  })
  return rootOnce(heads, tokens)
}

/** A sentence cut into chunks has a root in each: the later ones hang on the first. */
function rootOnce(heads: Int32Array, tokens: Tokens): Int32Array {
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const first = tokens.sentences[s] as number
    const last = tokens.sentences[s + 1] as number
    if (last - first <= 128) continue
    let root = -1
    for (let i = first; i < last && root < 0; i++) if (heads[i] === -1) root = i
    for (let i = root + 1; i < last; i++) if (heads[i] === first && isPartRoot(heads, i, root)) heads[i] = root
  }
  return heads
}

/** Whether a token of a later chunk was hung on the sentence's first token only as a stand-in for its root. */
function isPartRoot(heads: Int32Array, i: number, root: number): boolean {
  return i - root > 0 && heads[i] !== root && i !== root
}

/** The arcs and roots of one sentence: child and head counted in it, the head −1 being the root. Rounded. */
type ScoreArc = (child: number, head: number) => number

/** Heads within a sentence, −1 for its one root. */
function decodeTree({ root }: Encoded, arcs: Float32Array, chunk: TokenSpan, first: number, last: number): Int32Array {
  const size = last - first
  const offset = first - chunk.first
  const stride = chunk.last - chunk.first
  const best = new Int32Array(size)
  let roots = 0
  for (let child = 0; child < size; child++) {
    const row = (offset + child) * stride + offset
    let most = Math.round((root[first + child] as number) * GRAIN)
    let found = -1
    for (let head = 0; head < size; head++) {
      const score = (arcs[row + head] as number) * GRAIN
      // the same as “rounded, it is greater”, without rounding each
      if (score >= most + 0.5 && head !== child) {
        most = Math.round(score)
        found = head
      }
    }
    best[child] = found
    if (found < 0) roots++
  }
  if (roots === 1 && !hasCycle(best)) return best
  return spanTree(
    tableOf((child, head) => {
      if (head === child) return Number.NEGATIVE_INFINITY
      return Math.round((head < 0 ? (root[first + child] as number) : (arcs[(offset + child) * stride + offset + head] as number)) * GRAIN)
    }, size),
    size,
  )
}

/** size × (size + 1) scores with one root fixed: column 0 the root, column h + 1 the head h. */
function tableOf(score: ScoreArc, size: number): Float64Array {
  const width = size + 1
  const table = new Float64Array(size * width)
  for (let child = 0; child < size; child++) for (let head = -1; head < size; head++) table[child * width + head + 1] = score(child, head)
  const root = bestRoot(table, size)
  for (let child = 0; child < size; child++) table[child * width] = child === root ? 1e12 : Number.NEGATIVE_INFINITY
  table.fill(Number.NEGATIVE_INFINITY, root * width + 1, (root + 1) * width)
  return table
}

/** The token that loses least by being the root. */
function bestRoot(scores: Float64Array, size: number): number {
  const width = size + 1
  let best = 0
  let least = Number.NEGATIVE_INFINITY
  for (let child = 0; child < size; child++) {
    let head = Number.NEGATIVE_INFINITY
    for (let h = 1; h < width; h++) head = Math.max(head, scores[child * width + h] as number)
    const gain = (scores[child * width] as number) - (head === Number.NEGATIVE_INFINITY ? 0 : head)
    if (gain > least) {
      least = gain
      best = child
    }
  }
  return best
}

function hasCycle(heads: Int32Array): boolean {
  const state = new Uint8Array(heads.length)
  for (let i = 0; i < heads.length; i++) {
    let at = i
    while (at >= 0 && state[at] === 0) {
      state[at] = 1
      at = heads[at] as number
    }
    if (at >= 0 && state[at] === 1) return true
    for (at = i; at >= 0 && state[at] === 1; at = heads[at] as number) state[at] = 2
  }
  return false
}

/**
 * Maximum spanning tree by breaking cycles one at a time. `scores` as in tableOf, with one root already fixed.
 * Sentences where the greedy answer is no tree are few, so the simple cubic form does.
 */
function spanTree(scores: Float64Array, size: number): Int32Array {
  const width = size + 1
  const score = (child: number, head: number) => scores[child * width + head + 1] as number
  const heads = new Int32Array(size)
  for (let child = 0; child < size; child++) {
    let at = -1
    for (let head = -1; head < size; head++) if (score(child, head) > score(child, at)) at = head
    heads[child] = at
  }
  for (let guard = 0; guard < size; guard++) {
    const cycle = findCycle(heads)
    if (!cycle) return heads
    breakCycle(cycle, heads, score)
  }
  return heads
}

function findCycle(heads: Int32Array): number[] | null {
  for (let i = 0; i < heads.length; i++) {
    let at = heads[i] as number
    for (let steps = 0; at >= 0 && at !== i && steps < heads.length; steps++) at = heads[at] as number
    if (at !== i) continue
    const cycle = [i]
    for (let next = heads[i] as number; next !== i; next = heads[next] as number) cycle.push(next)
    return cycle
  }
  return null
}

/** Turns one token of the cycle to the head outside (and not below the cycle) that costs least. */
function breakCycle(cycle: readonly number[], heads: Int32Array, score: (child: number, head: number) => number): void {
  const below = new Set(cycle)
  for (let grown = true; grown; ) {
    grown = false
    for (let i = 0; i < heads.length; i++)
      if (!below.has(i) && below.has(heads[i] as number)) {
        below.add(i)
        grown = true
      }
  }
  let best = { loss: Number.POSITIVE_INFINITY, child: cycle[0] as number, head: -1 }
  for (const child of cycle)
    for (let head = -1; head < heads.length; head++) {
      if (head >= 0 && below.has(head)) continue
      const loss = score(child, heads[child] as number) - score(child, head)
      if (loss < best.loss) best = { loss, child, head }
    }
  heads[best.child] = best.head
}
