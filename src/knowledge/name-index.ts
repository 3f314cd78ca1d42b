import type { NameIndex, SectionName, Source } from './facts.ts'
import { foldNames } from './fold.ts'
import { makeKeyTable } from './key-table.ts'

const NAMES: ReadonlySet<SectionName> = new Set(['countries', 'seats', 'places', 'institutions', 'organizations', 'people', 'holders'])
const WORDS: ReadonlySet<SectionName> = new Set(['portfolios', 'offices', 'given-names'])

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
function indexSections(listed: Lines, chosen: ReadonlySet<SectionName>): NameIndex {
  const blocks = [...listed].filter(([section]) => chosen.has(section))
  const table = makeKeyTable(foldNames(blocks.map(([section, lines]) => partLines(section, lines)).join('')))
  return {
    ...table,
    lines: blocks.flatMap(([, lines]) => lines),
    sections: blocks.flatMap(([section, lines]) => Array<SectionName>(lines.length).fill(section)),
    feeds: findFeeds(table.text),
    opened: new Map(),
  }
}

/** The lines of a section, each behind a line feed: what it begins with, and its names. */
function partLines(section: SectionName, lines: readonly string[]): string {
  const text = `\n${lines.join('|\n')}|`
  if (section === 'offices') return text.replace(/(\n[^|]*)\|[^|]*\|[^|]*/g, '$1')
  if (section === 'holders') return text.replace(/(\n[^|]*)\|[^|]*\|[^|]*/g, '$1').replace(/\| \d[-.\d]* /g, '|')
  // “Dane/Danes”
  return section === 'countries' ? text.replace(/\//g, '|') : text
}

function findFeeds(text: string): number[] {
  const feeds: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) feeds.push(at)
  return feeds
}
