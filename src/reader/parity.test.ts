import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadReader } from '../runtime/runtime.ts'
import { readGivenTokens } from '../text/text.ts'
import { cutChunks } from './chunks.ts'
import { encodeChunks } from './encode.ts'
import { computeFeatures } from './features.ts'

/** Numbers that PyTorch computed in full precision from the same weights (training/export_onnx.py). */
const told = JSON.parse(readFileSync('models/reader/parity.json', 'utf8')) as {
  sentences: string[][]
  upos: number[]
  lemma: number[]
  cue: number[]
  names: number[]
}

test('Node with int8 weights says what PyTorch says in full precision', async () => {
  const { parts } = await loadReader('models/reader')
  const { tokens } = readGivenTokens(told.sentences)
  const encoded = await encodeChunks(computeFeatures(tokens, parts.vocabulary), cutChunks(tokens), parts.model, parts.runtime)
  expect(Array.from(encoded.upos)).toEqual(told.upos)
  expect(Array.from(encoded.lemma)).toEqual(told.lemma)
  const farthest = (ours: Float32Array, theirs: number[]) => Math.max(...theirs.map((value, n) => Math.abs(value - (ours[n] as number))))
  expect(farthest(encoded.cue, told.cue)).toBeLessThan(0.06)
  expect(farthest(encoded.names, told.names)).toBeLessThan(0.06)
})
