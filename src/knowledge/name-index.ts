import { type NameIndex, SECTIONS, type SectionName, type Source } from './facts.ts'
import { DROPPED, END, FOLDED, finish, foldCode, hashName, makeHashTable, mix, RARE, SEED, THE } from './hash.ts'
import { endOfLine, endOfName, listEntries } from './lines.ts'

const SPACE = 32
const EXCLAMATION = 33
const SLASH = 47
const BAR = 124

/** Rows while they are found, in arrays that are longer than needed. */
interface Draft {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly lines: Int32Array
  readonly sections: Uint8Array
  readonly hashes: Int32Array
  count: number
  longest: number
}

/** Letters that a name takes in a file at least, with what parts it from the next. */
const LEAST = 3

/** Indexes the names in the given sections; `fields` tells in which field of a line they begin. */
export function indexNames({ text, sections }: Pick<Source, 'text' | 'sections'>, fields: Readonly<Partial<Record<SectionName, number>>>): NameIndex {
  const chosen = sections.filter(({ name }) => fields[name] !== undefined)
  const size = Math.ceil(chosen.reduce((sum, { start, end }) => sum + end - start + 1, 0) / 2)
  const numbers = () => new Int32Array(size)
  const draft: Draft = { text, starts: numbers(), ends: numbers(), lines: numbers(), sections: new Uint8Array(size), hashes: numbers(), count: 0, longest: 0 }
  for (const section of chosen)
    for (const line of listEntries(text, section)) indexLine(draft, line, SECTIONS.indexOf(section.name), fields[section.name] as number)
  const { count, longest } = draft
  return {
    starts: draft.starts.slice(0, count),
    ends: draft.ends.slice(0, count),
    lines: draft.lines.slice(0, count),
    sections: draft.sections.slice(0, count),
    byName: makeHashTable(draft.hashes.slice(0, count)),
    longest,
  }
}

const HOLDERS = SECTIONS.indexOf('holders')
const COUNTRIES = SECTIONS.indexOf('countries')
/** Field of a country's line in which people are written “Dane/Danes”. In other names a slash is part of them. */
const PEOPLE = 3

/** Hashes names while it looks for their ends: this runs over the whole file at every start, so it is one loop over plain numbers. */
function indexLine(draft: Draft, line: number, section: number, firstField: number): void {
  const { text } = draft
  const end = endOfLine(text, line)
  let start = line
  for (let n = 0; n < firstField; n++) start = text.indexOf('|', start) + 1
  if (section === HOLDERS) start = skipDate(text, start)
  let field = firstField
  let hash = SEED
  // Hash before the last word, which may turn out to be a mark: “(m)”.
  let before = SEED
  let words = 1
  let isBetween = false
  let isRare = false
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : BAR
    let folded = FOLDED[code] as number
    if (folded === 0) folded = foldCode(code)
    if (folded > SPACE) {
      if (isBetween) {
        before = hash
        hash = hash === THE ? SEED : mix(hash, SPACE)
        words++
        isBetween = false
      }
      hash = mix(hash, folded)
    } else if (folded === END || (code === SLASH && section === COUNTRIES && field === PEOPLE)) {
      addRow(draft, line, section, start, i, isRare ? 0 : hash, before, words)
      if (code === BAR) field++
      start = i + 1
      if (section === HOLDERS) {
        start = skipDate(text, start)
        i = start - 1
      }
      hash = SEED
      before = SEED
      words = 1
      isBetween = false
      isRare = false
    } else if (folded === SPACE) isBetween = hash !== SEED
    else if (folded !== DROPPED) isRare = true
  }
}
