import type { NameIndex, OpenRow, SectionName } from './facts.ts'
import { openLine, readMarks, splitList } from './lines.ts'

/** Reads a row once; null where no name stands there. */
export function openRow(index: NameIndex, row: number): OpenRow | null {
  const known = index.opened.get(row)
  if (known !== undefined) return known
  const open = readRow(index, row)
  index.opened.set(row, open)
  return open
}

const ONE_BY_ONE: ReadonlySet<SectionName> = new Set(['seats', 'places', 'institutions', 'organizations', 'people', 'holders'])

function readRow({ keys, lines }: NameIndex, row: number): OpenRow | null {
  let begin = row
  while (begin > 0 && (keys[begin] as string)[0] !== '\n') begin--
  let left = row - begin - 1
  const found = lines[Number(keys[begin])]
  if (left < 0 || !found) return null
  const { section, text: line } = found
  const fields = openLine(line)
  const code = fields[0] as string
  // Elsewhere a name tells no more than its line does.
  if (!ONE_BY_ONE.has(section)) return { section, code, line, written: '', name: '', otherNames: [], gender: null, link: {} }
  if (section === 'holders') {
    const term = fields[left + 3]
    if (term === undefined || term.startsWith('!')) return null
    const marked = readMarks(term.slice(term.indexOf(' ') + 1))
    return { section, code, line, written: marked.name, otherNames: [], ...marked }
  }
  for (const group of splitList(fields[1] ?? '', ';')) {
    const [head = '', ...otherNames] = splitList(group, '=')
    const marked = readMarks(head)
    if (left <= otherNames.length) return { section, code, line, written: left === 0 ? marked.name : (otherNames[left - 1] as string), otherNames, ...marked }
    left -= otherNames.length + 1
  }
  return null
}
