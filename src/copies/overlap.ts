/** What two texts share, counted in words; all shares from 0 to 1. */
import { findRuns, hashRuns } from './runs.ts'
import { FIGURE, type FoldedWords, NAME, SHORT } from './words.ts'

/** How much of a text stands in another. */
export interface Covered {
  /** Words that stand in a run of six or more that the other text has. */
  readonly whole: number
  /** The same of its first hundred words. */
  readonly lead: number
  /** Telling words of its lead that the other text has near its beginning, in whatever order: a lead that was only reworded keeps them. */
  readonly told: number
}

export interface Overlap {
  readonly short: Covered
  readonly long: Covered
  /** Figures of the shorter text that the longer one has anywhere, and how many it has. */
  readonly figures: number
  readonly figureCount: number
  readonly names: number
}

/** Words in a run. Shorter ones are phrases that any report may have: “at the end of the”. */
const RUN = 4
/** Runs that must follow each other: together six words. */
const LEAST_RUNS = 3
/** Words of a lead, and of the beginning of a text in which its telling words are looked for. */
const LEAD_WORDS = 100
const BEGINNING_WORDS = 250

/** Counts in time linear in both texts. */
export function measureOverlap(a: FoldedWords, b: FoldedWords): Overlap {
  const [short, long] = a.hashes.length <= b.hashes.length ? [a, b] : [b, a]
  const shortRuns = hashRuns(short.hashes, RUN)
  const longRuns = hashRuns(long.hashes, RUN)
  const all = findRuns(long.hashes)
  const figures = countKind(short, all, FIGURE)
  const names = countKind(short, all, NAME)
  return {
    short: measureCovered(short, long, shortRuns, longRuns),
    long: measureCovered(long, short, longRuns, shortRuns),
    figures: figures.share,
    figureCount: figures.count,
    names: names.share,
  }
}

function measureCovered(words: FoldedWords, other: FoldedWords, runs: Uint32Array, otherRuns: Uint32Array): Covered {
  const marks = markShared(words.hashes.length, runs, findRuns(otherRuns))
  return { whole: shareOf(marks, marks.length), lead: shareOf(marks, LEAD_WORDS), told: countTold(words, other) }
}

/** Which words stand in runs that the other text has: 1, else 0. */
function markShared(words: number, runs: Uint32Array, has: (run: number) => boolean): Uint8Array {
  const marks = new Uint8Array(words)
  let since = 0
  for (let i = 0; i <= runs.length; i++) {
    if (i < runs.length && has(runs[i] as number)) continue
    if (i - since >= LEAST_RUNS) marks.fill(1, since, i + RUN - 1)
    since = i + 1
  }
  return marks
}

function shareOf(marks: Uint8Array, first: number): number {
  const count = Math.min(first, marks.length)
  let marked = 0
  for (let i = 0; i < count; i++) marked += marks[i] as number
  return count === 0 ? 0 : marked / count
}

function countTold({ hashes, kinds }: FoldedWords, other: FoldedWords): number {
  const isNear = findRuns(other.hashes.subarray(0, BEGINNING_WORDS))
  const telling = new Set<number>()
  for (let i = 0; i < Math.min(LEAD_WORDS, hashes.length); i++) if (kinds[i] !== SHORT) telling.add(hashes[i] as number)
  let told = 0
  for (const word of telling) if (isNear(word)) told++
  return telling.size === 0 ? 0 : told / telling.size
}

function countKind({ hashes, kinds }: FoldedWords, has: (word: number) => boolean, kind: number): { share: number; count: number } {
  let count = 0
  let shared = 0
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== kind) continue
    count++
    if (has(hashes[i] as number)) shared++
  }
  return { share: count === 0 ? 1 : shared / count, count }
}
