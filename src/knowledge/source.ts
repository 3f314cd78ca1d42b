import type { Section, SectionName, Source } from './facts.ts'
import { endOfLine, listLines, readCode } from './lines.ts'
import { indexNames } from './name-index.ts'
import { indexSounds } from './sounds.ts'
import { readTitles } from './titles.ts'

/** First line of every knowledge file. */
export const FORMAT = 'format readout-knowledge/1'

/** Finds what stands where in a file that is well formed (see `checkText`), and leaves its lines unread. */
export function indexText(given: string): Source {
  const text = trimLines(given)
  const sections = findSections(text)
  const lines = { text, sections }
  const names = indexNames(lines, NAME_FIELDS)
  const head = text.slice(0, sections[0]?.start ?? text.length)
  const holders = new Map<string, number[]>()
  for (const start of listLines(lines, 'holders')) {
    const code = readCode(text, start)
    const known = holders.get(code)
    if (known) known.push(start)
    else holders.set(code, [start])
  }
  return {
    ...lines,
    version: /^version (.*)$/m.exec(head)?.[1] ?? '',
    coversUntil: /^covers (.*)$/m.exec(head)?.[1] ?? '',
    covers: findCovers(text),
    names,
    familyNames: indexSounds(text, names),
    givenNames: indexNames(lines, { 'given-names': 1 }),
    countries: new Map(listLines(lines, 'countries').map((start) => [readCode(text, start), start])),
    holders,
    titles: readTitles(lines),
    opened: new Map(),
  }
}

/** Where names begin in the lines of a section: fields before that are codes, offices, titles. */
const NAME_FIELDS: Readonly<Partial<Record<SectionName, number>>> = {
  countries: 1,
  seats: 1,
  places: 1,
  institutions: 1,
  organizations: 1,
  people: 1,
  holders: 3,
}

/** Lines as other programs save them: with carriage returns, spaces at their ends, a byte-order mark. Most files need nothing. */
function trimLines(text: string): string {
  return /^\uFEFF|[\r\t]| \n|\n /.test(text)
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
    : text
}

function findSections(text: string): Section[] {
  const heads: number[] = []
  for (let at = text.indexOf('\n['); at >= 0; at = text.indexOf('\n[', at + 1)) heads.push(at + 1)
  return heads.map((head, n) => {
    const end = endOfLine(text, head)
    return { name: text.slice(head + 1, end - 1) as SectionName, start: Math.min(end + 1, text.length), end: heads[n + 1] ?? text.length }
  })
}

function findCovers(text: string): Source['covers'] {
  const covers: { at: number; day: string }[] = []
  for (let at = text.indexOf('\ncovers '); at >= 0; at = text.indexOf('\ncovers ', at + 1)) covers.push({ at, day: text.slice(at + 8, at + 18) })
  return covers
}
