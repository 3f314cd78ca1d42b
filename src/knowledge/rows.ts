import { SECTIONS, type SectionName, type Source } from './facts.ts'
import { findEntries, hashName } from './hash.ts'
import { type Marked, readMarks, splitList } from './lines.ts'

type Named = Pick<Source, 'text' | 'names'>

const NONE: readonly number[] = Object.freeze([])

/** Rows of one section that are written exactly so. */
export function findExactRows(source: Named, section: SectionName, written: string): readonly number[] {
  const rows = findEntries(source.names.byName, hashName(written))
  if (rows.length === 0) return NONE
  return rows.filter((row) => sectionOf(source, row) === section && readWriting(source, row) === written)
}

/** The words of a row. */
export function readWriting({ text, names }: Named, row: number): string {
  return text.slice(names.starts[row], names.ends[row])
}

/** The section of a row. */
export function sectionOf({ names }: Named, row: number): SectionName {
  return SECTIONS[names.sections[row] as number] as SectionName
}

/** The names of one thing that a row stands among, `Lyon = Lyons`: the first with its marks, and the others. */
export function readGroup({ text, names }: Named, row: number): Marked & { readonly otherNames: readonly string[] } {
  let start = names.starts[row] as number
  while (!isBorder(text, start - 1)) start--
  let end = names.ends[row] as number
  while (end < text.length && !isBorder(text, end)) end++
  const [first = '', ...otherNames] = splitList(text.slice(start, end).trim(), '=')
  return { ...readMarks(first), otherNames }
}

/** Whether groups of names are parted there: by a semicolon, a bar or the end of the line. */
function isBorder(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 59 || code === 124 || code === 10
}
