import { type NameIndex, SECTIONS, type SectionName, type Source } from './facts.ts'
import { DROPPED, END, FOLDED, finish, foldCode, hashName, makeHashTable, mix, SEED, THE } from './hash.ts'
import { endOfLine, listEntries, readMarks } from './lines.ts'

const SPACE = 32
const EXCLAMATION = 33
const OPEN = 40
const CLOSE = 41
const SLASH = 47
const CLOSE_ITEM = 93
const BAR = 124

/** Rows while they are found, in arrays longer than needed: this runs over the whole file at every start, so all is plain numbers. */
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

/** Indexes the names in the given sections; `fields` tells in which field of a line they begin. */
export function indexNames({ text, sections }: Pick<Source, 'text' | 'sections'>, fields: Readonly<Partial<Record<SectionName, number>>>): NameIndex {
  const chosen = sections.filter(({ name }) => fields[name] !== undefined)
  // A name takes a letter and what parts it from the next.
  const size = chosen.reduce((sum, { start, end }) => sum + end - start + 2, 0) >> 1
  const numbers = () => new Int32Array(size)
  const draft: Draft = { text, starts: numbers(), ends: numbers(), lines: numbers(), sections: new Uint8Array(size), hashes: numbers(), count: 0, longest: 0 }
  for (const section of chosen) {
    const first = draft.count
    for (const line of listEntries(text, section)) {
      const begun = draft.count
      indexLine(draft, line, section.name, fields[section.name] as number)
      draft.lines.fill(line, begun, draft.count)
    }
    draft.sections.fill(SECTIONS.indexOf(section.name), first, draft.count)
  }
  const { count, longest } = draft
  const [starts, ends] = [draft.starts.slice(0, count), draft.ends.slice(0, count)]
  const byName = makeHashTable(draft.hashes.slice(0, count))
  return { starts, ends, lines: draft.lines.slice(0, count), sections: draft.sections.slice(0, count), byName, longest }
}

/** Field of a country's line in which people are written “Dane/Danes”. In other names a slash is part of them. */
const PEOPLE = 3

/** Looks for the ends of names and hashes them on the way. */
function indexLine(draft: Draft, line: number, section: SectionName, firstField: number): void {
  const { text } = draft
  const end = endOfLine(text, line)
  const isDated = section === 'holders'
  let start = line
  for (let n = 0; n < firstField; n++) start = text.indexOf('|', start) + 1
  if (isDated) start = skipDate(text, start, end)
  let slashField = section === 'countries' ? PEOPLE - firstField : -1
  let hash = SEED
  // Hash without the last word, which may turn out to be a mark: “(m)”.
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
    } else if (folded === END || (code === SLASH && slashField === 0)) {
      if (words > draft.longest) draft.longest = words
      addRow(draft, start, i, isRare ? null : hash, before)
      if (code === BAR) slashField--
      start = i + 1
      if (isDated && i < end) {
        start = skipDate(text, start, end)
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

/** Where a holder's name begins, behind the date; where the field ends if it is a remark. */
function skipDate(text: string, from: number, end: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at++
  const next = text.indexOf(text.charCodeAt(at) === EXCLAMATION ? '|' : ' ', at)
  return next < 0 || next > end ? end : next
}

/** Adds the name between two places, whose marks and spaces are no part of it; `hash` is null where only the whole name tells it. */
function addRow(draft: Draft, from: number, to: number, hash: number | null, before: number): void {
  const { text, count } = draft
  let start = from
  while (text.charCodeAt(start) === SPACE) start++
  let end = to
  while (text.charCodeAt(end - 1) === SPACE) end--
  if (start >= end) return
  let found = hash
  const last = text.charCodeAt(end - 1)
  if (last === CLOSE && text.charCodeAt(end - 3) === OPEN && text.charCodeAt(end - 4) === SPACE) {
    end -= 4
    if (found !== null) found = before
  } else if (last === CLOSE_ITEM) {
    end = start + readMarks(text.slice(start, end)).name.length
    found = null
  }
  draft.starts[count] = start
  draft.ends[count] = end
  draft.hashes[count] = found === null ? hashName(text.slice(start, end)) : finish(found)
  draft.count = count + 1
}
