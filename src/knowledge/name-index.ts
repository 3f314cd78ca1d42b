import type { NameIndex, NamingLine, SectionName } from './facts.ts'
import { foldNames } from './fold.ts'

/** Before which of its bars the names of a line begin; lists of members are no names. */
const FIRST_BAR: Readonly<Record<SectionName, number>> = {
  countries: 1,
  seats: 1,
  places: 1,
  institutions: 1,
  organizations: 1,
  people: 1,
  members: 0,
  holders: 3,
  portfolios: 1,
  offices: 3,
  'given-names': 1,
}

/**
 * Indexes every name of a file, in its order. All names are folded and parted as one long text, because that is done by compiled code from
 * the first moment on; a step for each of thousands of names would only be compiled when it is nearly done.
 */
export function indexNames(sections: ReadonlyMap<SectionName, readonly string[]>): NameIndex {
  const lines: NamingLine[] = []
  const texts: string[] = []
  for (const [section, listed] of sections) {
    if (FIRST_BAR[section] === 0) continue
    texts.push(numberLines(section, listed, lines.length))
    for (const text of listed) lines.push({ section, text })
  }
  const keys = foldNames(texts.join('|\n')).split('|')
  const heads = new Int32Array(MASK + 1)
  const next = new Int32Array(keys.length)
  for (let row = keys.length - 1; row >= 0; row--) {
    const slot = slotOf(keys[row] as string)
    next[row] = heads[slot] as number
    heads[slot] = row + 1
  }
  return { lines, keys, heads, next, opened: new Map() }
}

/** Slots are about twice as many as names. */
const MASK = 0x7fff

/** A number from a few letters: to hash whole names would take longer than to compare the two or three that share a slot. */
function slotOf(key: string): number {
  const { length } = key
  const middle = length >> 1
  let slot = length
  slot = slot * 31 + key.charCodeAt(0)
  slot = slot * 31 + key.charCodeAt(1)
  slot = slot * 31 + key.charCodeAt(middle)
  slot = slot * 31 + key.charCodeAt(length - 1)
  return (slot ^ (slot >> 13)) & MASK
}

const NONE: readonly number[] = Object.freeze([])

/** Rows of a folded name, in the order of the file. */
export function findRows({ keys, heads, next }: NameIndex, key: string): readonly number[] {
  let found: number[] | null = null
  for (let row = (heads[slotOf(key)] as number) - 1; row >= 0; row = (next[row] as number) - 1) {
    if (keys[row] !== key) continue
    found ??= []
    found.push(row)
  }
  return found ?? NONE
}

/** The lines of a section, before each its number in place of what stands before its names. */
function numberLines(section: SectionName, lines: readonly string[], first: number): string {
  const bar = FIRST_BAR[section]
  const text = lines.map((line, n) => `${first + n}${line.slice(findBar(line, bar))}`).join('|\n')
  if (section === 'holders') return text.replace(/\| \d[-.\d]* /g, '|')
  // “Dane/Danes”
  return section === 'countries' ? text.replace(/\//g, '|') : text
}

function findBar(line: string, count: number): number {
  let at = -1
  for (let n = 0; n < count; n++) at = line.indexOf('|', at + 1)
  return at
}
