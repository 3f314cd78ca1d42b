import type { Attribution } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { groupByLength } from './chunks.ts'
import type { CueSpan } from './cues.ts'
import type { Encoded } from './encode.ts'
import type { ReaderModel, Runtime } from './sessions.ts'

const ROLES = 5
/** O, B-S, I-S, B-C, I-C. */
const OUTSIDE = 0
const SOURCE = 1
const SOURCE_ON = 2
const CONTENT_ON = 4

/** A cue with the chunk that is searched for its source and content. */
type Asked = TokenSpan & { readonly cue: CueSpan }

/** Source and content of each cue: every token of its chunk is scored against it, the best sequence of roles is taken. */
export async function findRoles(
  tokens: Tokens,
  chunks: readonly TokenSpan[],
  cues: readonly CueSpan[],
  encoded: Encoded,
  model: ReaderModel,
  runtime: Runtime,
): Promise<Attribution[]> {
  const found: Attribution[] = []
  const sentenceOf = numberSentences(tokens)
  for (const group of groupByLength(cues.map((cue): Asked => ({ ...(chunks[cue.chunk] as TokenSpan), cue })))) {
    const width = (group[0] as Asked).last - (group[0] as Asked).first
    const out = await runtime.roles.run(makeFeeds(group, width, sentenceOf, encoded, model, runtime))
    const scores = out.roles?.data as Float32Array
    group.forEach((asked, k) => {
      const size = asked.last - asked.first
      const own = scores.subarray(k * width * ROLES, (k * width + size) * ROLES)
      const attribution = readPath(asked, decodeRoles(own, size, model))
      if (attribution) found.push(attribution)
    })
  }
  return found.sort((a, b) => a.cue.first - b.cue.first)
}

function numberSentences(tokens: Tokens): Int32Array {
  const of = new Int32Array(tokens.count)
  for (let s = 0; s + 1 < tokens.sentences.length; s++) of.fill(s, tokens.sentences[s], tokens.sentences[s + 1])
  return of
}

function makeFeeds(group: readonly Asked[], width: number, sentenceOf: Int32Array, encoded: Encoded, model: ReaderModel, runtime: Runtime) {
  const size = model.sizes.role
  const token = new Float32Array(group.length * width * size)
  const cue = new Float32Array(group.length * size)
  const distance = new Int32Array(group.length * width)
  const side = new Int32Array(group.length * width)
  const mask = new Float32Array(group.length * width)
  group.forEach((asked, k) => {
    token.set(encoded.roleToken.subarray(asked.first * size, asked.last * size), k * width * size)
    const { first, last } = asked.cue
    for (let i = first; i < last; i++)
      for (let n = 0; n < size; n++) cue[k * size + n] = (cue[k * size + n] as number) + (encoded.roleCue[i * size + n] as number) / (last - first)
    for (let i = asked.first; i < asked.last; i++) {
      const at = k * width + i - asked.first
      distance[at] = binDistance(i < first ? i - first : i >= last ? i - last + 1 : 0, model.features.near)
      side[at] = Math.sign((sentenceOf[i] as number) - (sentenceOf[first] as number)) + 1
      mask[at] = 1
    }
  })
  return {
    token: runtime.makeTensor('float32', token, [group.length, width, size]),
    cue: runtime.makeTensor('float32', cue, [group.length, 1, size]),
    distance: runtime.makeTensor('int32', distance, [group.length, width]),
    side: runtime.makeTensor('int32', side, [group.length, width]),
    mask: runtime.makeTensor('float32', mask, [group.length, width, 1]),
  }
}

/** Row of the distance table: exact up to `near` tokens, then 25–32, 33–64 and beyond (training/heads.py). */
function binDistance(distance: number, near: number): number {
  const size = Math.abs(distance)
  const far = size <= near ? size : size <= 32 ? near + 1 : size <= 64 ? near + 2 : near + 3
  return (distance < 0 ? -far : far) + near + 3
}

/** Best roles by Viterbi, and the probability of each. */
function decodeRoles(scores: Float32Array, size: number, model: ReaderModel): { path: Uint8Array; marginal: Float64Array } {
  const next = Float64Array.from(model.roleNext.flat())
  const back = new Uint8Array(size * ROLES)
  let best = new Float64Array(ROLES)
  let following = new Float64Array(ROLES)
  for (let r = 0; r < ROLES; r++) best[r] = (model.roleFirst[r] as number) + rounded(scores[r] as number)
  for (let i = 1; i < size; i++) {
    for (let r = 0; r < ROLES; r++) {
      let from = 0
      for (let b = 1; b < ROLES; b++)
        if ((best[b] as number) + (next[b * ROLES + r] as number) > (best[from] as number) + (next[from * ROLES + r] as number)) from = b
      back[i * ROLES + r] = from
      following[r] = (best[from] as number) + (next[from * ROLES + r] as number) + rounded(scores[i * ROLES + r] as number)
    }
    ;[best, following] = [following, best]
  }
  const path = new Uint8Array(size)
  let at = best.indexOf(Math.max(...best))
  for (let i = size - 1; i >= 0; i--) {
    path[i] = at
    at = back[i * ROLES + at] as number
  }
  return { path, marginal: marginalOf(scores, size, path, model) }
}

/** Probability of each token's role on the path, by the forward and backward sums of the CRF, each scaled to 1. */
function marginalOf(scores: Float32Array, size: number, path: Uint8Array, model: ReaderModel): Float64Array {
  const next = Float64Array.from(model.roleNext.flat(), Math.exp)
  const weight = new Float64Array(size * ROLES)
  for (let at = 0; at < weight.length; at++) weight[at] = Math.exp(Math.min(scores[at] as number, 50))
  const forward = new Float64Array(size * ROLES)
  const backward = new Float64Array(size * ROLES).fill(1)
  for (let r = 0; r < ROLES; r++) forward[r] = Math.exp(model.roleFirst[r] as number) * (weight[r] as number)
  scaleRow(forward, 0)
  for (let at = ROLES; at < forward.length; at += ROLES) {
    for (let r = 0; r < ROLES; r++) {
      let sum = 0
      for (let b = 0; b < ROLES; b++) sum += (forward[at - ROLES + b] as number) * (next[b * ROLES + r] as number)
      forward[at + r] = sum * (weight[at + r] as number)
    }
    scaleRow(forward, at)
  }
  for (let at = (size - 2) * ROLES; at >= 0; at -= ROLES) {
    for (let r = 0; r < ROLES; r++) {
      let sum = 0
      for (let a = 0; a < ROLES; a++) sum += (next[r * ROLES + a] as number) * (weight[at + ROLES + a] as number) * (backward[at + ROLES + a] as number)
      backward[at + r] = sum
    }
    scaleRow(backward, at)
  }
  const marginal = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const own = i * ROLES + (path[i] as number)
    let sum = 0
    for (let r = 0; r < ROLES; r++) sum += (forward[i * ROLES + r] as number) * (backward[i * ROLES + r] as number)
    marginal[i] = sum > 0 ? ((forward[own] as number) * (backward[own] as number)) / sum : 0
  }
  return marginal
}

function scaleRow(values: Float64Array, at: number): void {
  let sum = 0
  for (let r = 0; r < ROLES; r++) sum += values[at + r] as number
  if (sum > 0) for (let r = 0; r < ROLES; r++) values[at + r] = (values[at + r] as number) / sum
}

/** Spans of a path. The source is the longest stretch of source roles; without content there is no attribution. */
function readPath(asked: Asked, { path, marginal }: { path: Uint8Array; marginal: Float64Array }): Attribution | null {
  const sources: TokenSpan[] = []
  const content: TokenSpan[] = []
  for (let i = 0; i < path.length; i++) {
    const role = path[i] as number
    if (role === OUTSIDE) continue
    const on = role === SOURCE || role === SOURCE_ON ? SOURCE_ON : CONTENT_ON
    let last = i + 1
    while (last < path.length && path[last] === on) last++
    ;(on === SOURCE_ON ? sources : content).push({ first: asked.first + i, last: asked.first + last })
    i = last - 1
  }
  if (content.length === 0) return null
  const source = sources.sort((a, b) => b.last - b.first - (a.last - a.first))[0] ?? null
  const meanOver = (spans: readonly TokenSpan[]) => {
    const chances = spans.flatMap((span) => Array.from(marginal.subarray(span.first - asked.first, span.last - asked.first)))
    return chances.length > 0 ? rounded(chances.reduce((sum, chance) => sum + chance, 0) / chances.length) : 0
  }
  // half of it from the words inside, half from the edges: a content is as sure as its least sure boundary
  const edgesOf = (spans: readonly TokenSpan[]) => {
    let product = 1
    for (const { first, last } of spans)
      product *= Math.min(marginal[first - asked.first] as number, marginal[last - 1 - asked.first] as number, marginal[last - asked.first] ?? 1)
    return rounded(0.5 * product + 0.5 * meanOver(spans))
  }
  const { first, last, score } = asked.cue
  return { cue: { first, last }, source, content, cueScore: score, sourceScore: source ? meanOver([source]) : 0, contentScore: edgesOf(content) }
}

/** Rounded before it decides, so that every machine finds the same facts. */
function rounded(score: number): number {
  return Math.round(score * 1024) / 1024
}
