import type { Gender } from './facts.ts'

/** A line of a file with what reading it needs. */
export interface Line {
  readonly number: number
  readonly fields: readonly string[]
  /** Day up to which open ends are known, as the nearest `covers` line above says. */
  readonly covers: string
}

/** A name with its marks: “Name (w) [Q42]”. */
export interface Marked {
  readonly name: string
  readonly gender: Gender | null
  readonly link: Readonly<Record<string, string>>
}

const NO_LINK: Readonly<Record<string, string>> = Object.freeze({})

/** Ends the reading of a file: its message names the line and the reason. */
export function failLine(number: number, reason: string): never {
  throw new Error(`line ${number}: ${reason}`)
}

/** Parts between separators, trimmed; an empty text has none. */
export function splitList(text: string, separator: string): string[] {
  if (text === '') return []
  const parts = text.split(separator)
  for (let i = 0; i < parts.length; i++) parts[i] = (parts[i] as string).trim()
  return parts
}

/** Reads (m) man, (w) woman and the item at Wikidata behind a name. */
export function readMarks(text: string, line: Line): Marked {
  const last = text.charCodeAt(text.length - 1)
  if (last !== 41 && last !== 93) return { name: text, gender: null, link: NO_LINK }
  if (text.endsWith(' (m)')) return { name: text.slice(0, -4), gender: 'man', link: NO_LINK }
  const [, name = text, mark, item] = /^(.+?)(?: \((.)\))?(?: \[(.+)\])?$/.exec(text) ?? []
  if (mark !== undefined && mark !== 'm' && mark !== 'w') failLine(line.number, `“(${mark})” after “${name}”: write (m) or (w)`)
  if (item !== undefined && !/^Q[1-9]\d*$/.test(item)) failLine(line.number, `“[${item}]” after “${name}” is no Wikidata item like [Q42]`)
  return { name, gender: mark === 'm' ? 'man' : mark === 'w' ? 'woman' : null, link: item ? { wikidata: item } : NO_LINK }
}

/** A code: three capitals for states, capitals of other length for bodies (NATO); “-” for none. */
export function readCode(text: string, line: Line): string | null {
  if (text === '-') return null
  if (!/^[A-Z][A-Z0-9]{1,7}$/.test(text)) failLine(line.number, `“${text}” is no code: three capitals (RUS), a body (NATO), or - for none`)
  return text
}

/** Whether a text is a year, a month or a day that exists. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return false
  const [month, day] = [Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const days = [31, isLeap(Number(match[1])) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] as number)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
