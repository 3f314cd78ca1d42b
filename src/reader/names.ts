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

/** Of each tag, whether it goes on from another: the row of its own begin tag (−1: none); −2 for tags that follow any. */
type Befores = Int32Array
const ANY = -2

/** Names as the best sequence of BIO tags of each chunk; an inside tag goes on from its own kind only. */
export function decodeNames(chunks: readonly TokenSpan[], encoded: Encoded, tags: readonly string[]): NameSpan[] {
  const befores = Int32Array.from(tags, (tag) => (tag.startsWith('I-') ? tags.indexOf(`B-${tag.slice(2)}`) : ANY))
  const names: NameSpan[] = []
  for (const chunk of chunks) readNames(decodePath(chunk, encoded.names, tags, befores), chunk, encoded.names, tags, names)
  return names
}

/** Most tokens are surely O: only stretches with another possible tag need the search. */
function decodePath(chunk: TokenSpan, chances: Float32Array, tags: readonly string[], befores: Befores): Int32Array {
  const width = tags.length
  const outside = tags.indexOf('O')
  const path = new Int32Array(chunk.last - chunk.first).fill(outside)
  for (let i = chunk.first; i < chunk.last; i++) {
    if ((chances[i * width + outside] as number) > 0.95) continue
    let last = i + 1
    while (last < chunk.last && (chances[last * width + outside] as number) <= 0.95) last++
    path.set(bestPath(i, last, chances, befores), i - chunk.first)
    i = last
  }
  return path
}

function bestPath(first: number, last: number, chances: Float32Array, befores: Befores): Int32Array {
  const width = befores.length
  const size = last - first
  const back = new Uint8Array(size * width)
  const totals = new Float64Array(size * width)
  for (let t = 0; t < width; t++) totals[t] = befores[t] === ANY ? logOf(chances[first * width + t] as number) : Number.NEGATIVE_INFINITY
  for (let row = width; row < size * width; row += width) {
    const top = indexOfTop(totals, row - width, width)
    for (let t = 0; t < width; t++) {
      // of equals, the tag itself goes before others
      const own = totals[row - width + t] as number
      const other = befores[t] === ANY ? top : (befores[t] as number)
      const isOwn = other < 0 || own >= (totals[row - width + other] as number)
      back[row + t] = isOwn ? t : other
      totals[row + t] = (isOwn ? own : (totals[row - width + other] as number)) + logOf(chances[first * width + row + t] as number)
    }
  }
  const path = new Int32Array(size)
  let at = indexOfTop(totals, (size - 1) * width, width)
  for (let i = size - 1; i >= 0; i--) {
    path[i] = at
    at = back[i * width + at] as number
  }
  return path
}

/** Place of the greatest of `width` values from `row` on, the first of equals. */
function indexOfTop(values: Float64Array, row: number, width: number): number {
  let top = 0
  for (let t = 1; t < width; t++) if ((values[row + t] as number) > (values[row + top] as number)) top = t
  return top
}

function logOf(chance: number): number {
  return Math.round(Math.log(chance + 1e-6) * 256)
}

function readNames(path: Int32Array, chunk: TokenSpan, chances: Float32Array, tags: readonly string[], names: NameSpan[]): void {
  for (let i = 0; i < path.length; i++) {
    const tag = tags[path[i] as number] as string
    if (!tag.startsWith('B-')) continue
    let last = i + 1
    while (last < path.length && tags[path[last] as number] === `I-${tag.slice(2)}`) last++
    let sum = 0
    for (let at = i; at < last; at++) sum += chances[(chunk.first + at) * tags.length + (path[at] as number)] as number
    names.push({ first: chunk.first + i, last: chunk.first + last, kind: KINDS[tag.slice(2)] ?? 'misc', score: sum / (last - i) })
  }
}
