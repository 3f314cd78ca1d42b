import type { TokenSpan } from '../document/span.ts'
import { groupByLength } from './chunks.ts'
import { AFFIXES, type Features } from './features.ts'
import { freeOutputs } from './memory.ts'
import type { ReaderModel, Runtime } from './sessions.ts'

/** The encoder's answer for an article, rows by token, copied out of its runs. */
export interface Encoded {
  readonly upos: Int32Array
  readonly lemma: Int32Array
  readonly names: Float32Array
  readonly cue: Float32Array
  readonly root: Float32Array
  /** Of each chunk of n tokens, n × n scores: child row, head column. */
  readonly arcs: readonly Float32Array[]
  readonly labelHead: Float32Array
  readonly labelChild: Float32Array
  readonly roleToken: Float32Array
  readonly roleCue: Float32Array
  readonly anaphor: Float32Array
  readonly antecedent: Float32Array
}

type Column = TokenSpan & { readonly chunk: number }

/** Runs the encoder over all chunks of an article. */
export async function encodeChunks(features: Features, chunks: readonly TokenSpan[], model: ReaderModel, runtime: Runtime): Promise<Encoded> {
  const count = features.word.length
  const { label, role, reference } = model.sizes
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
    anaphor: new Float32Array(count * reference),
    antecedent: new Float32Array(count * reference),
  }
  for (const group of groupByLength(chunks.map((chunk, n): Column => ({ ...chunk, chunk: n })))) {
    const length = (group[0] as Column).last - (group[0] as Column).first
    const out = await runtime.encoder.run(makeFeeds(features, group, length, runtime))
    const floats = (name: string) => out[name]?.data as Float32Array
    const ints = (name: string) => out[name]?.data as Int32Array
    copyValues(ints('upos'), encoded.upos, 1, group)
    copyValues(ints('lemma'), encoded.lemma, 1, group)
    copyValues(floats('names'), encoded.names, model.classes.names.length, group)
    copyValues(floats('cue'), encoded.cue, 3, group)
    copyRows(floats('label_head'), encoded.labelHead, label, group)
    copyRows(floats('label_child'), encoded.labelChild, label, group)
    copyRows(floats('role_token'), encoded.roleToken, role, group)
    copyRows(floats('role_cue'), encoded.roleCue, role, group)
    copyArcs(floats('arcs'), floats('root'), encoded, group, length)
    if (reference > 0) {
      copyRows(floats('anaphor'), encoded.anaphor, reference, group)
      copyRows(floats('antecedent'), encoded.antecedent, reference, group)
    }
    freeOutputs(out)
  }
  return encoded
}

/** Inputs lie time first: the token t of the chunk in column b is at t · columns + b. */
function makeFeeds(features: Features, group: readonly Column[], length: number, runtime: Runtime) {
  const columns = group.length
  const size = length * columns
  const rows = { word: new Int32Array(size), shape: new Int32Array(size), quote: new Int32Array(size), affix: new Int32Array(size * AFFIXES) }
  group.forEach((span, b) => {
    for (let i = span.first, at = b; i < span.last; i++, at += columns) {
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

/** Outputs lie as the inputs do. */
function copyRows(from: Float32Array, to: Float32Array, width: number, group: readonly Column[]): void {
  group.forEach((span, b) => {
    for (let i = span.first, at = b * width; i < span.last; i++, at += group.length * width) to.set(from.subarray(at, at + width), i * width)
  })
}

/** The same for rows of few values, by hand: that costs less than `set`. */
function copyValues(from: Int32Array | Float32Array, to: Int32Array | Float32Array, width: number, group: readonly Column[]): void {
  group.forEach((span, b) => {
    for (let i = span.first, at = b * width; i < span.last; i++, at += group.length * width)
      for (let n = 0; n < width; n++) to[i * width + n] = from[at + n] as number
  })
}

/** Arc scores come chunk first, padded to [length, length]. */
function copyArcs(arcs: Float32Array, root: Float32Array, encoded: Encoded, group: readonly Column[], length: number): void {
  group.forEach((span, b) => {
    const size = span.last - span.first
    const target = encoded.arcs[span.chunk] as Float32Array
    for (let child = 0; child < size; child++) {
      const at = (b * length + child) * length
      for (let head = 0; head < size; head++) target[child * size + head] = arcs[at + head] as number
      encoded.root[span.first + child] = root[b * length + child] as number
    }
  })
}
