import type { NameKind, NameSpan } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Encoded } from './encode.ts'

const KINDS: Readonly<Record<string, NameKind>> = {
  Person: 'person',
  Location: 'place',
  Organization: 'organization',
  NORP: 'norp',
  Facility: 'facility',
  Date: 'date',
  Money: 'money',
  Product: 'product',
  Misc: 'misc',
}

/** Names as the best sequence of BIO tags of each chunk; an inside tag goes on from its own kind only. */
export function decodeNames(chunks: readonly TokenSpan[], encoded: Encoded, tags: readonly string[]): NameSpan[] {
  const from = tags.map((tag, t) => tags.flatMap((before, b) => (mayFollow(before, tag) ? [b] : [])).sort((x, y) => (x === t ? -1 : x - y)))
  return chunks.flatMap((chunk) => readNames(decodePath(chunk, encoded.names, tags, from), chunk, encoded.names, tags))
}

function mayFollow(before: string, tag: string): boolean {
  return !tag.startsWith('I-') || before.slice(2) === tag.slice(2)
}

/** Most tokens are surely O: only stretches with another possible tag need the search. */
function decodePath(chunk: TokenSpan, chances: Float32Array, tags: readonly string[], from: readonly number[][]): Int32Array {
  const width = tags.length
  const outside = tags.indexOf('O')
  const path = new Int32Array(chunk.last - chunk.first).fill(outside)
  for (let i = chunk.first; i < chunk.last; i++) {
    if ((chances[i * width + outside] as number) > 0.95) continue
    let last = i + 1
    while (last < chunk.last && (chances[last * width + outside] as number) <= 0.95) last++
    path.set(bestPath(i, last, chances, tags, from), i - chunk.first)
    i = last
  }
  return path
}

function bestPath(first: number, last: number, chances: Float32Array, tags: readonly string[], from: readonly number[][]): number[] {
  const width = tags.length
  const back: Int32Array[] = []
  let total = new Float64Array(width)
  for (let t = 0; t < width; t++) total[t] = tags[t]?.startsWith('I-') ? Number.NEGATIVE_INFINITY : logOf(chances[first * width + t] as number)
  for (let i = first + 1; i < last; i++) {
    const next = new Float64Array(width)
    const pointer = new Int32Array(width)
    for (let t = 0; t < width; t++) {
      let best = (from[t] as number[])[0] as number
      for (const b of from[t] as number[]) if ((total[b] as number) > (total[best] as number)) best = b
      pointer[t] = best
      next[t] = (total[best] as number) + logOf(chances[i * width + t] as number)
    }
    back.push(pointer)
    total = next
  }
  let at = total.indexOf(Math.max(...total))
  const path = [at]
  for (let i = back.length - 1; i >= 0; i--) {
    at = (back[i] as Int32Array)[at] as number
    path.unshift(at)
  }
  return path
}

function logOf(chance: number): number {
  return Math.round(Math.log(chance + 1e-6) * 256)
}

function readNames(path: Int32Array, chunk: TokenSpan, chances: Float32Array, tags: readonly string[]): NameSpan[] {
  const names: NameSpan[] = []
  for (let i = 0; i < path.length; i++) {
    const tag = tags[path[i] as number] as string
    if (!tag.startsWith('B-')) continue
    let last = i + 1
    while (last < path.length && tags[path[last] as number] === `I-${tag.slice(2)}`) last++
    let sum = 0
    for (let at = i; at < last; at++) sum += chances[(chunk.first + at) * tags.length + (path[at] as number)] as number
    names.push({ first: chunk.first + i, last: chunk.first + last, kind: KINDS[tag.slice(2)] ?? 'misc', score: sum / (last - i) })
  }
  return names
}
