import type { NameSense, NameTable } from './facts.ts'
import { foldName, isCasedLike } from './fold.ts'

/** A table while it is filled. */
export interface NameDraft extends NameTable {
  readonly first: Map<string, number>
  readonly next: number[]
  readonly written: string[]
  readonly senses: NameSense[]
  longest: number
}

/** An empty table. */
export function startNames(): NameDraft {
  return { first: new Map(), next: [], written: [], senses: [], longest: 0 }
}

/** Adds a writing of a name, unless the table has it for the same sense. */
export function addName(table: NameDraft, written: string, sense: NameSense): void {
  const key = foldName(written).toLowerCase()
  const row = table.written.length
  let last = table.first.get(key)
  if (last === undefined) {
    table.first.set(key, row)
    table.longest = Math.max(table.longest, countWords(key))
  } else {
    for (;;) {
      if (table.written[last] === written && isSame(table.senses[last] as NameSense, sense)) return
      const after = table.next[last] as number
      if (after < 0) break
      last = after
    }
    table.next[last] = row
  }
  table.written.push(written)
  table.senses.push(sense)
  table.next.push(-1)
}

function isSame(one: NameSense, other: NameSense): boolean {
  return one.kind === other.kind && one.name === other.name && one.country === other.country && one.plural === other.plural
}

/** Senses of the words in one table. */
export function lookUpName(table: NameTable, words: string): NameSense[] {
  const cased = foldName(words)
  const senses: NameSense[] = []
  for (let row = table.first.get(cased.toLowerCase()) ?? -1; row >= 0; row = table.next[row] as number) {
    const written = table.written[row] as string
    const sense = table.senses[row] as NameSense
    if (isWrittenLike(words, cased, written) && !senses.includes(sense)) senses.push(sense)
  }
  return senses
}

/** A name that is written with “The” is only meant with an article: “The Sun”, “the Guardian”. */
function isWrittenLike(words: string, cased: string, written: string): boolean {
  if (written.startsWith('The ') && !/^the\s/i.test(words)) return false
  return isCasedLike(cased, foldName(written))
}

/** Words of a key. */
export function countWords(key: string): number {
  let words = 1
  for (let i = key.indexOf(' '); i >= 0; i = key.indexOf(' ', i + 1)) words++
  return words
}
