import { type Layers, UPOS } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import { cutChunks } from './chunks.ts'
import { decodeCues } from './cues.ts'
import { type Encoded, encodeChunks } from './encode.ts'
import { computeFeatures, normalizeWord, type Vocabulary } from './features.ts'
import { applyScript, parseScript, type Script } from './lemma.ts'
import { freeArrays } from './memory.ts'
import { decodeNames } from './names.ts'
import { findRoles } from './roles.ts'
import type { ReaderModel, Runtime } from './sessions.ts'
import { decodeHeads } from './syntax.ts'

export type { ReaderModel, Runtime, Session, Tensor } from './sessions.ts'
export { normalizeWord }

/** The reader model, ready to read: what its files hold, and the runtime that computes. */
export interface ReaderParts {
  readonly model: ReaderModel
  readonly vocabulary: Vocabulary
  readonly runtime: Runtime
}

/** Vocabulary from `words.txt`: a word a line; rows 0 and 1 of the table are padding and the unknown word. */
export function readVocabulary(words: string): Vocabulary {
  return new Map(
    words
      .split('\n')
      .filter(Boolean)
      .map((word, n) => [word, n + 2]),
  )
}

/**
 * Runs the reader model over the tokens of one article. Deterministic, and independent of what was read before or beside:
 * every run of the encoder holds chunks of this article alone.
 */
export async function readLayers(tokens: Tokens, { model, vocabulary, runtime }: ReaderParts): Promise<Layers> {
  const chunks = cutChunks(tokens)
  const encoded = await encodeChunks(computeFeatures(tokens, vocabulary), chunks, model, runtime)
  const head = decodeHeads(tokens, chunks, encoded)
  const cues = decodeCues(chunks, encoded)
  const scripts = model.classes.lemma.map(parseScript)
  const tags = model.classes.upos.map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number]))
  const layers = {
    upos: Uint8Array.from(encoded.upos, (tag) => tags[tag] as number),
    head,
    relation: await nameRelations(encoded, head, model, runtime),
    relations: model.classes.relation,
    lemma: Array.from(encoded.lemma, (script, i) => applyScript(readWord(tokens, i), scripts[script] as Script)),
    names: decodeNames(chunks, encoded, model.classes.names),
    attributions: await findRoles(tokens, chunks, cues, encoded, model, runtime),
    reference: { size: model.sizes.reference, anaphor: encoded.anaphor, antecedent: encoded.antecedent },
  }
  freeArrays([...encoded.arcs, encoded.labelHead, encoded.labelChild, encoded.roleToken, encoded.roleCue])
  return layers
}

/** Relations for chosen heads, rows of the article at a time so that memory stays flat. */
async function nameRelations(encoded: Encoded, heads: Int32Array, model: ReaderModel, runtime: Runtime): Promise<Uint8Array> {
  const size = model.sizes.label
  const relation = new Uint8Array(heads.length)
  for (const { first, last } of slices(heads.length, 1024)) {
    const head = new Float32Array((last - first) * size)
    for (let i = first; i < last; i++) {
      const at = heads[i] as number
      if (at >= 0) head.set(encoded.labelHead.subarray(at * size, (at + 1) * size), (i - first) * size)
      else head.set(model.labelRoot, (i - first) * size)
    }
    const child = encoded.labelChild.slice(first * size, last * size)
    const out = await runtime.relations.run({
      head: runtime.makeTensor('float32', head, [last - first, size]),
      child: runtime.makeTensor('float32', child, [last - first, size]),
    })
    relation.set(out.relation?.data as Int32Array, first)
    freeArrays([head, child])
  }
  return relation
}

function slices(count: number, size: number): TokenSpan[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, n) => ({ first: n * size, last: Math.min(count, (n + 1) * size) }))
}
