import { diffArrays } from 'diff'
import { cutWords, type Stretch } from './words.ts'

/** Words of two texts, side by side: those of both, and those of one alone. Places are UTF-16 units of each text. */
export interface Difference {
  readonly before: Stretch | null
  readonly after: Stretch | null
}

/** Words of each text that are compared; further ones are not. */
const COMPARED = 400

/** Where the words of two texts differ, in order. Case, accents and marks between words do not count. */
export function compareWords(before: string, after: string): Difference[] {
  const [one, other] = [cutWords(before).slice(0, COMPARED), cutWords(after).slice(0, COMPARED)]
  const differences: { before: Stretch | null; after: Stretch | null }[] = []
  let [m, n] = [0, 0]
  let isOpen = false
  const parts = diffArrays(
    one.map(({ folded }) => folded),
    other.map(({ folded }) => folded),
  )
  for (const { count, added, removed } of parts) {
    if (!added && !removed) {
      m += count
      n += count
      isOpen = false
      continue
    }
    if (!isOpen) differences.push({ before: null, after: null })
    isOpen = true
    const open = differences.at(-1) as (typeof differences)[number]
    if (removed) open.before = extentOf(one.slice(m, m + count))
    else open.after = extentOf(other.slice(n, n + count))
    if (removed) m += count
    else n += count
  }
  return differences
}

function extentOf(words: readonly Stretch[]): Stretch {
  return { start: (words[0] as Stretch).start, end: (words.at(-1) as Stretch).end }
}

/** How many words of two lists stand in both in the same order. */
export function countCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Uint16Array(other.length + 1)
  for (const word of one) {
    const next = new Uint16Array(other.length + 1)
    for (let n = 0; n < other.length; n++) next[n + 1] = other[n] === word ? (row[n] as number) + 1 : Math.max(next[n] as number, row[n + 1] as number)
    row = next
  }
  return row[other.length] as number
}

/** Whether the words of a list stand in another, one after the other. */
export function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  for (let first = 0; first + run.length <= words.length; first++) if (run.every((word, n) => words[first + n] === word)) return true
  return false
}
