import type { NameIndex, NamingLine, SectionName, Source } from './facts.ts'
import { foldNames } from './fold.ts'
import { makeKeyTable } from './key-table.ts'

/** Before which of its bars the names of a line begin. */
type FirstBars = Readonly<Partial<Record<SectionName, number>>>

const NAMES: FirstBars = { countries: 1, seats: 1, places: 1, institutions: 1, organizations: 1, people: 1, holders: 3 }
const WORDS: FirstBars = { portfolios: 1, offices: 3, 'given-names': 1 }

type Lines = Source['lines']

/** Indexes the names of everything but offices. */
export function indexNames(lines: Lines): NameIndex {
  return indexSections(lines, NAMES)
}

/** Index of titles, portfolios and given names, made when the first is asked for. */
export function openWords({ lines, opened }: Pick<Source, 'lines' | 'opened'>): NameIndex {
  opened.words ??= indexSections(lines, WORDS)
  return opened.words
}

/**
 * Indexes names in the order of the file. All are folded and parted as one long text, because that is done by compiled code from the
 * first moment on; a step for each of thousands of names would only be compiled when it is nearly done.
 */
function indexSections(listed: Lines, bars: FirstBars): NameIndex {
  const lines: NamingLine[] = []
  const texts: string[] = []
  for (const [section, sectionLines] of listed) {
    const bar = bars[section]
    if (bar === undefined) continue
    texts.push(numberLines(section, sectionLines, bar, lines.length))
    for (const text of sectionLines) lines.push({ section, text })
  }
  const keys = foldNames(`${texts.join('|\n')}|`).split('|')
  return { ...makeKeyTable(keys), lines, opened: new Map() }
}

/** The lines of a section, before each its number in place of what stands before its names. */
function numberLines(section: SectionName, lines: readonly string[], bar: number, first: number): string {
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
