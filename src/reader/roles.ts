import type { Attribution } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import { numberStretches } from '../document/stretches.ts'
import type { Tokens } from '../document/tokens.ts'
import { groupByLength } from './chunks.ts'
import type { CueSpan } from './cues.ts'
import type { Encoded } from './encode.ts'
import { freeArrays, freeOutputs } from './memory.ts'
import { findPath, makeRoom, ROLES, type Room, readChain, weighPath } from './role-paths.ts'
import type { ReaderModel, Runtime } from './sessions.ts'

/** Places in a path of roles. */
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
  if (cues.length === 0) return found
  const sentenceOf = numberStretches(tokens.sentences, tokens.count)
  const chain = readChain(model)
  const groups = groupByLength(cues.map((cue): Asked => ({ ...(chunks[cue.chunk] as TokenSpan), cue })))
  const room = makeRoom(Math.max(...groups.map((group) => lengthOf(group[0] as Asked))))
  for (const group of groups) {
    const width = lengthOf(group[0] as Asked)
    const token = new Float32Array(group.length * width * model.sizes.role)
    const out = await runtime.roles.run(makeFeeds(group, width, token, sentenceOf, encoded, model, runtime))
    const scores = out.roles?.data as Float32Array
    group.forEach((asked, k) => {
      const at = k * width * ROLES
      const size = lengthOf(asked)
      findPath(scores, at, size, chain, room)
      const { sources, content } = readSpans(room.path, size)
      // without content there is no attribution
      if (content.length === 0) return
      const source = longest(sources)
      const spans = source ? [source, ...content] : content
      const from = Math.min(...spans.map((span) => span.first))
      const to = Math.min(size, Math.max(...spans.map((span) => span.last)) + 1)
      weighPath(scores, at, size, from, to, chain, room)
      found.push(toAttribution(asked, source, content, room, size))
    })
    freeOutputs(out)
    freeArrays([token])
  }
  return found.sort((a, b) => a.cue.first - b.cue.first)
}

function lengthOf({ first, last }: TokenSpan): number {
  return last - first
}

function makeFeeds(
  group: readonly Asked[],
  width: number,
  token: Float32Array,
  sentenceOf: Int32Array,
  encoded: Encoded,
  model: ReaderModel,
  runtime: Runtime,
) {
  const size = model.sizes.role
  const cue = new Float32Array(group.length * size)
  const distance = new Int32Array(group.length * width)
  const side = new Int32Array(group.length * width)
  const mask = new Float32Array(group.length * width)
  group.forEach((asked, k) => {
    token.set(encoded.roleToken.subarray(asked.first * size, asked.last * size), k * width * size)
    const { first, last } = asked.cue
    for (let i = first; i < last; i++)
      for (let n = 0; n < size; n++) cue[k * size + n] = (cue[k * size + n] as number) + (encoded.roleCue[i * size + n] as number) / (last - first)
    const home = sentenceOf[first] as number
    for (let i = asked.first, at = k * width; i < asked.last; i++, at++) {
      distance[at] = binDistance(i < first ? i - first : i >= last ? i - last + 1 : 0, model.features.near)
      side[at] = Math.sign((sentenceOf[i] as number) - home) + 1
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

/** Stretches of a path, counted from its first token. */
function readSpans(path: Uint8Array, size: number): { sources: TokenSpan[]; content: TokenSpan[] } {
  const sources: TokenSpan[] = []
  const content: TokenSpan[] = []
  for (let i = 0; i < size; i++) {
    const role = path[i] as number
    if (role === OUTSIDE) continue
    const on = role === SOURCE || role === SOURCE_ON ? SOURCE_ON : CONTENT_ON
    let last = i + 1
    while (last < size && path[last] === on) last++
    ;(on === SOURCE_ON ? sources : content).push({ first: i, last })
    i = last - 1
  }
  return { sources, content }
}

function longest(spans: readonly TokenSpan[]): TokenSpan | null {
  let best: TokenSpan | null = null
  for (const span of spans) if (!best || lengthOf(span) > lengthOf(best)) best = span
  return best
}

function toAttribution(asked: Asked, source: TokenSpan | null, content: readonly TokenSpan[], { marginal }: Room, size: number): Attribution {
  // half of it from the words inside, half from the edges: a content is as sure as its least sure boundary
  let edges = 1
  for (const { first, last } of content)
    edges *= Math.min(marginal[first] as number, marginal[last - 1] as number, last < size ? (marginal[last] as number) : 1)
  const inArticle = ({ first, last }: TokenSpan) => ({ first: asked.first + first, last: asked.first + last })
  const { first, last, score } = asked.cue
  return {
    cue: { first, last },
    source: source && inArticle(source),
    content: content.map(inArticle),
    cueScore: score,
    sourceScore: source ? meanOver([source], marginal) : 0,
    contentScore: rounded(0.5 * edges + 0.5 * meanOver(content, marginal)),
  }
}

function meanOver(spans: readonly TokenSpan[], marginal: Float64Array): number {
  let sum = 0
  let count = 0
  for (const { first, last } of spans)
    for (let i = first; i < last; i++) {
      sum += marginal[i] as number
      count++
    }
  return rounded(sum / count)
}

/** Rounded before it decides, so that every machine finds the same facts. */
function rounded(score: number): number {
  return Math.round(score * 1024) / 1024
}
