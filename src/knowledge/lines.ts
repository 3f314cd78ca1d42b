import type { Gender } from './facts.ts'

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

/** Fields of a line. */
export function openLine(line: string): Line {
  return splitList(line, '|')
}

/** The code that a line begins with. */
export function readCode(line: string): string {
  return line.slice(0, line.indexOf('|')).trim()
}
