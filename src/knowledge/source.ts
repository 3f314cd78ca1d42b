import type { HolderLine, SectionName, Source } from './facts.ts'
import { readCode } from './lines.ts'
import { indexNames } from './name-index.ts'

/** First line of every knowledge file. */
export const FORMAT = 'format readout-knowledge/1'

/** Indexes a file that is well formed (see `checkText`) and written as `tidyText` writes. */
export function indexText(text: string): Source {
  const lines = new Map<SectionName, string[]>()
  const holders = new Map<string, HolderLine[]>()
  let version = ''
  let coversUntil = ''
  let knownUntil = ''
  let section: SectionName | null = null
  let entries: string[] = []
  for (const line of text.split('\n')) {
    const sign = line[0]
    if (sign === undefined || sign === '#') continue
    if (sign === '[') {
      section = line.slice(1, -1) as SectionName
      entries = lines.get(section) ?? []
      lines.set(section, entries)
    } else if (sign === 'c' && line.startsWith('covers ')) {
      knownUntil = line.slice(7)
      if (section === null) coversUntil = knownUntil
    } else if (section === null) {
      if (line.startsWith('version ')) version = line.slice(8)
    } else {
      entries.push(line)
      if (section === 'holders') addHolders(holders, { text: line, knownUntil })
    }
  }
  return {
    version,
    coversUntil,
    lines,
    holders,
    names: indexNames(lines),
    countries: new Map((lines.get('countries') ?? []).map((line) => [readCode(line), line])),
    opened: { words: null, tenures: new Map(), namings: new Map(), sounds: null, spellings: new Map() },
  }
}

function addHolders(holders: Map<string, HolderLine[]>, line: HolderLine): void {
  const code = readCode(line.text)
  const known = holders.get(code)
  if (known) known.push(line)
  else holders.set(code, [line])
}

/** Lines without spaces at their ends, with single spaces around bars and equals signs and behind semicolons; as many lines as before. */
export function tidyText(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('#') ? line.trim() : line.replace(/[|=]/g, ' $& ').replace(/;/g, '; ').replace(/\s+/g, ' ').replace(/ ;/g, ';').trim()))
    .join('\n')
}
