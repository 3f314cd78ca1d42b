import type { ReaderModel } from './sessions.ts'

/** O, B-S, I-S, B-C, I-C. */
export const ROLES = 5

/** The chain of roles (a linear CRF): scores of the first role and of going from one to the next, and their exponentials. */
export interface Chain {
  readonly first: Float64Array
  readonly next: Float64Array
  readonly firstWeight: Float64Array
  readonly nextWeight: Float64Array
}

/** Room for one path after another, so that nothing is made anew for each cue. */
export interface Room {
  readonly path: Uint8Array
  readonly back: Uint8Array
  readonly weight: Float64Array
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** Probability of each token's role on the path, filled where it was asked for. */
  readonly marginal: Float64Array
}

export function readChain(model: ReaderModel): Chain {
  const first = Float64Array.from(model.roleFirst)
  const next = Float64Array.from(model.roleNext.flat())
  return { first, next, firstWeight: first.map(Math.exp), nextWeight: next.map(Math.exp) }
}

/** Room for paths of at most `longest` tokens. */
export function makeRoom(longest: number): Room {
  const size = longest * ROLES
  return {
    path: new Uint8Array(longest),
    back: new Uint8Array(size),
    weight: new Float64Array(size),
    forward: new Float64Array(size),
    backward: new Float64Array(size),
    marginal: new Float64Array(longest),
  }
}

/** Best roles by Viterbi of the `size` tokens whose scores begin at `at`, into `room.path`. */
export function findPath(scores: Float32Array, at: number, size: number, { first, next }: Chain, { path, back }: Room): void {
  let best = new Float64Array(ROLES)
  let following = new Float64Array(ROLES)
  for (let r = 0; r < ROLES; r++) best[r] = (first[r] as number) + rounded(scores[at + r] as number)
  for (let i = 1; i < size; i++) {
    for (let r = 0; r < ROLES; r++) {
      let from = 0
      let most = (best[0] as number) + (next[r] as number)
      for (let b = 1; b < ROLES; b++) {
        const sum = (best[b] as number) + (next[b * ROLES + r] as number)
        if (sum > most) {
          most = sum
          from = b
        }
      }
      back[i * ROLES + r] = from
      following[r] = most + rounded(scores[at + i * ROLES + r] as number)
    }
    const freed = best
    best = following
    following = freed
  }
  let role = best.indexOf(Math.max(...best))
  for (let i = size - 1; i >= 0; i--) {
    path[i] = role
    role = back[i * ROLES + role] as number
  }
}

/**
 * Probability of each token's role on the path, for the tokens [from, to), into `room.marginal`: by the forward and
 * backward sums of the chain, each scaled to 1. Sums beyond the last token asked for (forward) or before the first
 * (backward) are of no use and left out.
 */
export function weighPath(scores: Float32Array, at: number, size: number, from: number, to: number, chain: Chain, room: Room): void {
  const { weight, forward, backward, path, marginal } = room
  for (let n = 0; n < size * ROLES; n++) weight[n] = Math.exp(Math.min(scores[at + n] as number, 50))
  sumForward(to, chain, room)
  sumBackward(from, size, chain, room)
  for (let i = from; i < to; i++) {
    const own = i * ROLES + (path[i] as number)
    let sum = 0
    for (let n = i * ROLES; n < (i + 1) * ROLES; n++) sum += (forward[n] as number) * (backward[n] as number)
    marginal[i] = sum > 0 ? ((forward[own] as number) * (backward[own] as number)) / sum : 0
  }
}

function sumForward(to: number, { firstWeight, nextWeight }: Chain, { weight, forward }: Room): void {
  for (let r = 0; r < ROLES; r++) forward[r] = (firstWeight[r] as number) * (weight[r] as number)
  scaleRow(forward, 0)
  for (let row = ROLES; row < to * ROLES; row += ROLES) {
    for (let r = 0; r < ROLES; r++) {
      let sum = 0
      for (let b = 0; b < ROLES; b++) sum += (forward[row - ROLES + b] as number) * (nextWeight[b * ROLES + r] as number)
      forward[row + r] = sum * (weight[row + r] as number)
    }
    scaleRow(forward, row)
  }
}

function sumBackward(from: number, size: number, { nextWeight }: Chain, { weight, backward }: Room): void {
  backward.fill(1, (size - 1) * ROLES, size * ROLES)
  for (let row = (size - 2) * ROLES; row >= from * ROLES; row -= ROLES) {
    for (let r = 0; r < ROLES; r++) {
      let sum = 0
      for (let a = 0; a < ROLES; a++) sum += (nextWeight[r * ROLES + a] as number) * (weight[row + ROLES + a] as number) * (backward[row + ROLES + a] as number)
      backward[row + r] = sum
    }
    scaleRow(backward, row)
  }
}

function scaleRow(values: Float64Array, at: number): void {
  let sum = 0
  for (let n = at; n < at + ROLES; n++) sum += values[n] as number
  if (sum > 0) for (let n = at; n < at + ROLES; n++) values[n] = (values[n] as number) / sum
}

/** Rounded before it decides, so that every machine finds the same facts. */
function rounded(score: number): number {
  return Math.round(score * 1024) / 1024
}
