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

function readRow(index: NameIndex, row: number): OpenRow | null {
  const at = index.starts[row] as number
  const number = countUpTo(index.feeds, at) - 1
  const [line, section] = [index.lines[number], index.sections[number]]
  // How many names stand before it in its line.
  let left = row - countUpTo(index.starts, index.feeds[number] as number)
  if (left < 0 || line === undefined || section === undefined) return null
  const fields = openLine(line)
  const code = fields[0] as string
  // Elsewhere a name tells no more than its line does.
  if (!ONE_BY_ONE.has(section)) return { section, code, fields, written: '', name: '', otherNames: [], gender: null, link: {} }
  if (section === 'holders') {
    const term = fields[left + 3]
    if (term === undefined || term.startsWith('!')) return null
    const marked = readMarks(term.slice(term.indexOf(' ') + 1))
    return { section, code, fields, written: marked.name, otherNames: [], ...marked }
  }
  for (const group of splitList(fields[1] ?? '', ';')) {
    const [head = '', ...otherNames] = splitList(group, '=')
    const marked = readMarks(head)
    if (left <= otherNames.length) return { section, code, fields, written: left === 0 ? marked.name : (otherNames[left - 1] as string), otherNames, ...marked }
    left -= otherNames.length + 1
  }
  return null
}

/** How many of ascending numbers are not above a limit. */
function countUpTo(numbers: Int32Array | readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
