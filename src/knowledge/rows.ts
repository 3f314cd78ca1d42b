import type { NameBlock, NameIndex, SectionName } from './facts.ts'
import { type Marked, readMarks } from './lines.ts'

const NONE: readonly number[] = Object.freeze([])

/** Rows of a folded name, in the order of the file. */
export function findRows({ rows, laterRows }: NameIndex, key: string): readonly number[] {
  const first = rows.get(key)
  if (first === undefined) return NONE
  const later = laterRows.get(first)
  return later ? [first, ...later] : [first]
}

/** A row with the names that it stands among. */
export interface OpenRow extends Marked {
  readonly section: SectionName
  /** Code that its line begins with. */
  readonly code: string
  /** The row's own words. */
  readonly written: string
  readonly otherNames: readonly string[]
}

/** Reads a row; null where no name stands there. `name` is the one under which its thing is filed: Lyon for `Lyon = Lyons`. */
export function openRow(index: NameIndex, row: number): OpenRow | null {
  const { section, first, parts } = index.blocks.findLast((block) => block.first <= row) as NameBlock
  const at = row - first
  const own = parts[at] as string
  if (own === '' || own[0] === '\n' || own[0] === '!') return null
  let head = at
  while ((parts[head] as string)[0] === '=') head--
  let line = head
  while ((parts[line] as string)[0] !== '\n') line--
  const otherNames: string[] = []
  for (let n = head + 1; parts[n]?.[0] === '='; n++) otherNames.push((parts[n] as string).slice(1))
  const filed = readMarks(parts[head] as string)
  const code = (parts[line] as string).trim()
  return { ...filed, section, code, written: at === head ? filed.name : own.slice(1), otherNames }
}
