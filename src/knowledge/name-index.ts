import { type NameIndex, SECTIONS, type SectionName, type Source } from './facts.ts'
import { countWords, foldName } from './fold.ts'
import { hashPart, hashSounds, makeHashTable } from './hash.ts'
import { endOfLine, endOfName, listEntries } from './lines.ts'

const SPACE = 32
const EXCLAMATION = 33
const COMMA = 44
const HYPHEN = 45
const SLASH = 47
const SEMICOLON = 59
const EQUALS = 61
const BAR = 124

/** Rows while they are found. */
interface Draft {
  readonly text: string
  readonly starts: number[]
  readonly ends: number[]
  readonly lines: number[]
  readonly sections: number[]
  readonly hashes: number[]
  readonly sounds: number[]
  readonly sounding: number[]
  longest: number
}

/** Indexes the names in the given sections; `fields` tells in which field of a line they begin. */
export function indexNames({ text, sections }: Pick<Source, 'text' | 'sections'>, fields: Readonly<Partial<Record<SectionName, number>>>): NameIndex {
  const draft: Draft = { text, starts: [], ends: [], lines: [], sections: [], hashes: [], sounds: [], sounding: [], longest: 0 }
  for (const section of sections) {
    const field = fields[section.name]
    if (field !== undefined) for (const line of listEntries(text, section)) indexLine(draft, line, SECTIONS.indexOf(section.name), field)
  }
  return {
    starts: Int32Array.from(draft.starts),
    ends: Int32Array.from(draft.ends),
    lines: Int32Array.from(draft.lines),
    sections: Uint8Array.from(draft.sections),
    byName: makeHashTable(Int32Array.from(draft.hashes), Int32Array.from(draft.hashes.keys())),
    bySound: makeHashTable(Int32Array.from(draft.sounds), Int32Array.from(draft.sounding)),
    longest: draft.longest,
  }
}

function indexLine(draft: Draft, line: number, section: number, field: number): void {
  const { text } = draft
  const end = endOfLine(text, line)
  let start = line
  for (let n = 0; n < field; n++) start = text.indexOf('|', start) + 1
  let at = field
  let gaps = 0
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : BAR
    // Only people of a country are written “Dane/Danes”; in other names a slash is part of them.
    if (code === BAR || code === SEMICOLON || code === EQUALS || (code === SLASH && section === COUNTRIES && at === PEOPLE_FIELD)) {
      addName(draft, line, section, start, i, gaps)
      start = i + 1
      gaps = 0
      if (code === BAR) at++
    } else if (code === SPACE || code === HYPHEN || code === COMMA || code === SLASH) gaps++
  }
}

const COUNTRIES = SECTIONS.indexOf('countries')
const PEOPLE_FIELD = 3
const PEOPLE = SECTIONS.indexOf('people')
const HOLDERS = SECTIONS.indexOf('holders')

function addName(draft: Draft, line: number, section: number, from: number, to: number, gaps: number): void {
  const { text } = draft
  let start = skipSpaces(text, from)
  let end = to
  while (end > start && text.charCodeAt(end - 1) === SPACE) end--
  if (section === HOLDERS) {
    if (text.charCodeAt(start) === EXCLAMATION) return
    start = skipSpaces(text, text.indexOf(' ', start))
  }
  if (start >= end) return
  end = endOfName(text, start, end)
  const row = draft.starts.length
  draft.starts.push(start)
  draft.ends.push(end)
  draft.lines.push(line)
  draft.sections.push(section)
  draft.hashes.push(hashPart(text, start, end))
  if (gaps >= draft.longest) draft.longest = Math.max(draft.longest, countWords(foldName(text.slice(start, end))))
  if (section !== PEOPLE && section !== HOLDERS) return
  const sounds = hashSounds(text, start, end)
  if (sounds.length < 2) return
  for (const sound of sounds) {
    draft.sounds.push(sound)
    draft.sounding.push(row)
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at++
  return at
}
