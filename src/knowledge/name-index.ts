import type { NameBlock, NameIndex, SectionName } from './facts.ts'
import { countWords, foldNames } from './fold.ts'

/** Sections that tell names, in the order in which they stand: the first sense of a name is the likeliest. */
const NAMING: readonly SectionName[] = ['countries', 'seats', 'places', 'institutions', 'organizations', 'people', 'holders']

/**
 * Indexes every name of a file. Long texts are exchanged and split as a whole, because that is done by compiled code from the first
 * moment on, while a loop over letters would only be compiled when it is nearly done.
 */
export function indexNames(lines: ReadonlyMap<SectionName, readonly string[]>): NameIndex {
  const blocks: NameBlock[] = []
  const rows = new Map<string, number>()
  const laterRows = new Map<number, number[]>()
  let longest = LONG
  let row = 0
  for (const section of lines.keys()) {
    if (!NAMING.includes(section)) continue
    const text = partNames(section, lines.get(section) ?? [])
    const folded = foldNames(text.replace(/ \(m\)/g, '').replace(/ \(w\)/g, '').replace(/ \[Q\d+\]/g, '').replace(/\|=/g, '|'))
    blocks.push({ section, first: row, parts: text.split('|') })
    for (const key of folded.split('|')) {
      const first = rows.get(key)
      if (first === undefined) rows.set(key, row)
      else addLater(laterRows, first, row)
      row++
    }
    longest = Math.max(longest, measureLongest(folded))
  }
  return { blocks, rows, laterRows, longest }
}

function addLater(laterRows: Map<number, number[]>, first: number, row: number): void {
  const later = laterRows.get(first)
  if (later) later.push(row)
  else laterRows.set(first, [row])
}

/** The lines of a section as a text of parts between bars: a code behind a line feed, names, other names behind “=”. */
function partNames(section: SectionName, lines: readonly string[]): string {
  let text = `\n${lines.join('|\n')}`
  if (section === 'holders') text = text.replace(/^(\w+ )\|[^|]*\|[^|]*/gm, '$1').replace(/\| \d[-.\d]* /g, '|')
  // “Dane/Danes”
  if (section === 'countries') text = text.replace(/\//g, '|')
  return text
    .replace(/ \|/g, '|')
    .replace(/\| /g, '|')
    .replace(/; /g, '|')
    .replace(/ = /g, '|=')
}

/** Words that a long name has: shorter ones are not measured. */
const LONG = 6

function measureLongest(folded: string): number {
  return Math.max(0, ...(folded.match(/\|(?:[^ |]+ ){6}[^|]+/g) ?? []).map(countWords))
}
