import type { TokenSpan } from '../document/span.ts'
import { groupByLength } from './chunks.ts'
import { AFFIXES, type Features } from './features.ts'
import type { ReaderModel, Runtime } from './sessions.ts'

/**
 * The encoder's answer for an article, rows by token. `arcs` belong to chunks: for a chunk of n tokens, n × n scores
 * (child row, head column) in its own array.
 */
export interface Encoded {
  readonly upos: Int32Array
  readonly lemma: Int32Array
  readonly names: Float32Array
  readonly cue: Float32Array
  readonly root: Float32Array
  readonly arcs: readonly Float32Array[]
  readonly labelHead: Float32Array
  readonly labelChild: Float32Array
  readonly roleToken: Float32Array
  readonly roleCue: Float32Array
}

type Column = TokenSpan & { readonly chunk: number }

/** Runs the encoder over all chunks of an article. */
export async function encodeChunks(features: Features, chunks: readonly TokenSpan[], model: ReaderModel, runtime: Runtime): Promise<Encoded> {
  const count = features.word.length
  const { label, role } = model.sizes
  const encoded = {
    upos: new Int32Array(count),
    lemma: new Int32Array(count),
    names: new Float32Array(count * model.classes.names.length),
    cue: new Float32Array(count * 3),
    root: new Float32Array(count),
    arcs: chunks.map((chunk) => new Float32Array((chunk.last - chunk.first) ** 2)),
    labelHead: new Float32Array(count * label),
    labelChild: new Float32Array(count * label),
    roleToken: new Float32Array(count * role),
    roleCue: new Float32Array(count * role),
  }
  for (const group of groupByLength(chunks.map((chunk, n): Column => ({ ...chunk, chunk: n })))) {
    const length = (group[0] as Column).last - (group[0] as Column).first
    const out = await runtime.encoder.run(makeFeeds(features, group, length, runtime))
    const floats = (name: string) => out[name]?.data as Float32Array
    const ints = (name: string) => out[name]?.data as Int32Array
    copyRows(ints('upos'), encoded.upos, 1, group)
    copyRows(ints('lemma'), encoded.lemma, 1, group)
    copyRows(floats('names'), encoded.names, model.classes.names.length, group)
    copyRows(floats('cue'), encoded.cue, 3, group)
    copyRows(floats('label_head'), encoded.labelHead, label, group)
    copyRows(floats('label_child'), encoded.labelChild, label, group)
    copyRows(floats('role_token'), encoded.roleToken, role, group)
    copyRows(floats('role_cue'), encoded.roleCue, role, group)
    copyArcs(floats('arcs'), floats('root'), encoded, group, length)
  }
  return encoded
}

/** Inputs lie time first: the token t of the chunk in column b is at t · columns + b. */
function makeFeeds(features: Features, group: readonly Column[], length: number, runtime: Runtime) {
  const columns = group.length
  const size = length * columns
  const rows = { word: new Int32Array(size), shape: new Int32Array(size), quote: new Int32Array(size), affix: new Int32Array(size * AFFIXES) }
  group.forEach((span, b) => {
    for (let i = span.first; i < span.last; i++) {
      const at = (i - span.first) * columns + b
      rows.word[at] = features.word[i] as number
      rows.shape[at] = features.shape[i] as number
      rows.quote[at] = features.quote[i] as number
      for (let n = 0; n < AFFIXES; n++) rows.affix[at * AFFIXES + n] = features.affix[i * AFFIXES + n] as number
    }
  })
  const dims = [length, columns]
  return {
    word: runtime.makeTensor('int32', rows.word, dims),
    shape: runtime.makeTensor('int32', rows.shape, dims),
    quote: runtime.makeTensor('int32', rows.quote, dims),
    affix: runtime.makeTensor('int32', rows.affix, [...dims, AFFIXES]),
    lengths: runtime.makeTensor(
      'int32',
      Int32Array.from(group, (span) => span.last - span.first),
      [columns],
    ),
  }
}

function copyRows<T extends Int32Array | Float32Array>(from: T, to: T, width: number, group: readonly Column[]): void {
  const columns = group.length
  group.forEach((span, b) => {
    for (let i = span.first; i < span.last; i++) {
      const at = ((i - span.first) * columns + b) * width
      if (width === 1) to[i] = from[at] as number
      else to.set(from.subarray(at, at + width), i * width)
    }
  })
}

/** Arc scores come chunk first, padded to [length, length]. */
function copyArcs(arcs: Float32Array, root: Float32Array, encoded: Encoded, group: readonly Column[], length: number): void {
  group.forEach((span, b) => {
    const size = span.last - span.first
    const target = encoded.arcs[span.chunk] as Float32Array
    for (let child = 0; child < size; child++) {
      const at = (b * length + child) * length
      target.set(arcs.subarray(at, at + size), child * size)
      encoded.root[span.first + child] = root[b * length + child] as number
    }
  })
}
