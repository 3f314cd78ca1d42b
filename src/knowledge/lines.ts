import type { Gender, Section, SectionName, Source } from './facts.ts'

/** Fields of a line. */
export type Line = readonly string[]

/** A name with its marks: “Name (w) [Q42]”. */
export interface Marked {
  readonly name: string
  readonly gender: Gender | null
  readonly link: Readonly<Record<string, string>>
}

const NO_LINK: Readonly<Record<string, string>> = Object.freeze({})

/** Parts between separators, trimmed; an empty text has none. */
export function splitList(text: string, separator: string): string[] {
  if (text === '') return []
  const parts = text.split(separator)
  for (let i = 0; i < parts.length; i++) parts[i] = (parts[i] as string).trim()
  return parts
}

/** Reads (m) man, (w) woman and the item at Wikidata behind a name. */
export function readMarks(text: string): Marked {
  let end = text.length
  let item: string | null = null
  if (text.charCodeAt(end - 1) === BRACKET) {
    const open = text.lastIndexOf(' [')
    if (open > 0) {
      item = text.slice(open + 2, -1)
      end = open
    }
  }
  const gender = end > 4 ? readGender(text.slice(end - 4, end)) : null
  return { name: text.slice(0, gender ? end - 4 : end), gender, link: item === null ? NO_LINK : { wikidata: item } }
}

function readGender(mark: string): Gender | null {
  return mark === ' (m)' ? 'man' : mark === ' (w)' ? 'woman' : null
}

const BRACKET = 93

/** Beginnings of the lines of a section that say something. */
export function listLines({ text, sections }: Pick<Source, 'text' | 'sections'>, name: SectionName): number[] {
  return sections.flatMap((section) => (section.name === name ? listEntries(text, section) : []))
}

/** Beginnings of lines, without those that are empty, comments, or about the file. */
export function listEntries(text: string, { start, end }: Section): number[] {
  const lines: number[] = []
  for (let at = start; at < end; at = endOfLine(text, at) + 1) {
    const code = text.charCodeAt(at)
    if (code > 32 && code !== 35 && !(code === 99 && text.startsWith('covers ', at))) lines.push(at)
  }
  return lines
}

/** Where the line ends that `at` stands in. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** The line that begins at `start`. */
export function openLine(text: string, start: number): Line {
  return splitList(text.slice(start, endOfLine(text, start)), '|')
}

/** The code that a line begins with. */
export function readCode(text: string, start: number): string {
  return text.slice(start, text.indexOf('|', start)).trim()
}
