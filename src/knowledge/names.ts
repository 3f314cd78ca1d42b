import type { NameGroup, NameSense, NameTable } from './facts.ts'
import { foldName, isCasedLike } from './fold.ts'

/** A table while it is filled. */
export interface NameDraft extends NameTable {
  readonly first: Map<string, number>
  readonly next: number[]
  readonly written: string[]
  readonly names: string[]
  readonly groups: NameGroup[]
  longest: number
}

/** An empty table. */
export function startNames(): NameDraft {
  return { first: new Map(), next: [], written: [], names: [], groups: [], longest: 0 }
}

/** Adds a writing of a name. */
export function addName(table: NameDraft, written: string, name: string, group: NameGroup): void {
  const key = foldName(written).toLowerCase()
  const row = table.written.length
  const first = table.first.get(key)
  if (first === undefined) {
    table.first.set(key, row)
    const words = countWords(key)
    if (words > table.longest) table.longest = words
  } else {
    let last = first
    while ((table.next[last] as number) >= 0) last = table.next[last] as number
    table.next[last] = row
  }
  table.written.push(written)
  table.names.push(name)
  table.groups.push(group)
  table.next.push(-1)
}

/** Senses of the words in one table, in the order of the file. */
export function lookUpName(table: NameTable, words: string): NameSense[] {
  const cased = foldName(words)
  const senses: NameSense[] = []
  for (let row = table.first.get(cased.toLowerCase()) ?? -1; row >= 0; row = table.next[row] as number) {
    if (!isWrittenLike(words, cased, table.written[row] as string)) continue
    const name = table.names[row] as string
    const { kind, country, plural, link } = table.groups[row] as NameGroup
    if (!senses.some((sense) => sense.name === name && sense.kind === kind && sense.country === country && sense.plural === plural))
      senses.push({ kind, name, country, plural, link })
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
