import type { Tenure } from './facts.ts'
import { failLine, isDate, type Line, type Marked, readCode, readMarks, splitList } from './lines.ts'

interface Term extends Marked {
  readonly from: string
  readonly to: string | null
}

const NO_NAMES: readonly string[] = Object.freeze([])

/**
 * A succession: `RUS | foreign-minister | Foreign Minister | 1998-09-11 Igor Ivanov (m) | 2004-03-09 Sergei Lavrov (m)`.
 * A tenure ends where the next begins, unless it says so itself (`1998-09-11..2004-02-24`); the last is open. A field
 * `! reason` says why several hold the office at once: there, nobody's end follows from a beginning.
 */
export function readTenures(line: Line, add: (tenure: Tenure) => void): void {
  const { number, fields } = line
  const [code = '', offices = '', title = ''] = fields
  const country = readCode(code, line) ?? failLine(number, 'a holder needs the code of a country or body')
  if (offices === '' || title === '') failLine(number, 'write: code | office | title | date name | date name …')
  const terms: Term[] = []
  let shared: string | null = null
  for (let i = 3; i < fields.length; i++) {
    const field = fields[i] as string
    if (field.startsWith('!')) shared = field.slice(1).trim()
    else terms.push(readTerm(field, line))
  }
  if (terms.length === 0) failLine(number, 'an office without a holder')
  for (const office of splitList(offices, ';'))
    for (let i = 0; i < terms.length; i++) {
      const { name: person, from, to: told, gender, link } = terms[i] as Term
      const next = shared === null ? terms[i + 1] : undefined
      if (next && next.from < from) failLine(number, `“${next.name}” (${next.from}) stands after “${person}” (${from}): oldest first`)
      add({ person, aliases: NO_NAMES, office, title, country, from, to: told ?? next?.from ?? null, gender, link, knownUntil: line.covers, shared })
    }
}

function readTerm(term: string, line: Line): Term {
  const space = term.indexOf(' ')
  const dates = space < 0 ? term : term.slice(0, space)
  const dots = dates.indexOf('..')
  const from = dots < 0 ? dates : dates.slice(0, dots)
  const to = dots < 0 ? null : dates.slice(dots + 2)
  if (space < 0 || !isDate(from)) failLine(line.number, `“${term}” does not begin with a date (2004-03-09, 2004-03 or 2004) and a name`)
  if (to !== null && !isDate(to)) failLine(line.number, `“${to}” is no date (2004-03-09, 2004-03 or 2004)`)
  if (to !== null && lastDay(to) < from) failLine(line.number, `“${term}” ends before it begins`)
  const { name, gender, link } = readMarks(term.slice(space + 1).trim(), line)
  return { name, gender, link, from, to }
}

/** A day that no day of the date comes after, for comparison alone: 2010-05 → 2010-05-31. */
export function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date
}
