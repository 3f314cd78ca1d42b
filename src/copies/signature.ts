/**
 * MinHash: of many orders of all runs of four words, each place of a signature keeps the first that a text has. Two texts agree in a place
 * as often as their runs are alike. A third of the places looks at the opening only, so that a report cut after its first paragraphs is found.
 */
import { hashRuns, scatter } from './runs.ts'
import { foldWords } from './words.ts'

/** Places for the whole text, and for its opening. */
const WHOLE = 96
const OPENING = 32
const PLACES = WHOLE + OPENING
/** Words in a run. */
const RUN = 4
/** Words of an opening: three or four paragraphs of an agency's report. */
const OPENING_WORDS = 120
/** Places in a band. Unrelated reports of one matter share 1 run in 50: a band of three is then alike once in 100,000. */
const BAND = 3
/** Value of every place where a text is too short for a single run. */
const NOTHING = 0xffffffff

/** An odd factor for each order, from a fixed start: signatures that are kept stay comparable. */
const FACTORS = makeFactors(0x9e3779b9)

function makeFactors(start: number): Uint32Array {
  const factors = new Uint32Array(PLACES)
  let state = start
  for (let n = 0; n < PLACES; n++) {
    state = (state + 0x6d2b79f5) >>> 0
    factors[n] = scatter(state) | 1
  }
  return factors
}

/** Signs a text: 128 numbers, the same on every machine. */
export function signText(text: string): Uint32Array {
  const runs = hashRuns(foldWords(text).hashes, RUN)
  const signature = new Uint32Array(PLACES).fill(NOTHING)
  keepLeast(runs, signature, 0, WHOLE)
  keepLeast(runs.subarray(0, OPENING_WORDS), signature, WHOLE, PLACES)
  return signature
}

function keepLeast(runs: Uint32Array, signature: Uint32Array, from: number, to: number): void {
  for (let place = from; place < to; place++) {
    const factor = FACTORS[place] as number
    let least = NOTHING
    for (let i = 0; i < runs.length; i++) {
      const value = Math.imul((runs[i] as number) ^ factor, factor) >>> 0
      if (value < least) least = value
    }
    signature[place] = least
  }
}

/**
 * One number for each band of a signature, below 2³¹. Texts that share one in the same band may be copies and are compared; empty for a
 * text without words.
 */
export function bandsOf(signature: Uint32Array): number[] {
  if (signature[0] === NOTHING && signature[1] === NOTHING) return []
  const bands: number[] = []
  for (let place = 0; place + BAND <= PLACES; place += BAND) {
    let hash = 0x811c9dc5
    for (let n = place; n < place + BAND; n++) hash = scatter(hash ^ (signature[n] as number))
    bands.push(hash >>> 1)
  }
  return bands
}

/** How alike the runs of two texts are, from 0 to 1, by their signatures: of the whole texts, or of their openings where these are more alike. */
export function estimateLikeness(a: Uint32Array, b: Uint32Array): number {
  const share = (from: number, to: number) => {
    let same = 0
    for (let place = from; place < to; place++) if (a[place] === b[place] && a[place] !== NOTHING) same++
    return same / (to - from)
  }
  return Math.max(share(0, WHOLE), share(WHOLE, PLACES))
}
