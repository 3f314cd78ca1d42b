import type { Source, Tenure } from './facts.ts'
import { foldName } from './fold.ts'
import { findPlaces } from './key-table.ts'
import { type Line, type Marked, openLine, readMarks, splitList } from './lines.ts'
import { openRow } from './rows.ts'

interface Term extends Marked {
  readonly from: string
  readonly to: string | null
}

const NO_NAMES: readonly string[] = Object.freeze([])
const NONE: readonly Tenure[] = Object.freeze([])

/**
 * A succession: `RUS | foreign-minister | Foreign Minister | 1998-09-11 Igor Ivanov (m) | 2004-03-09 Sergei Lavrov (m)`.
 * A tenure ends where the next begins, unless it says so itself (`1998-09-11..2004-02-24`); the last is open. A field
 * `! reason` says why several hold the office at once: there, nobody's end follows from a beginning. Open ends are known until
 * `knownUntil`.
 */
export function readTenures([country = '', offices = '', title = '', ...rest]: Line, knownUntil: string): Tenure[] {
  const shared =
    rest
      .findLast((field) => field.startsWith('!'))
      ?.slice(1)
      .trim() ?? null
  const terms = rest.filter((field) => !field.startsWith('!')).map(readTerm)
  return splitList(offices, ';').flatMap((office) =>
    terms.map(({ name, from, to, gender, link }, n) => {
      const next = shared === null ? terms[n + 1]?.from : undefined
      return { person: name, aliases: NO_NAMES, office, title, country, from, to: to ?? next ?? null, gender, link, knownUntil, shared }
    }),
  )
}

/** `1998-09-11..2004-02-24 Igor Ivanov (m)`. */
function readTerm(term: string): Term {
  const space = term.indexOf(' ')
  const [from = '', to = null] = term.slice(0, space).split('..')
  return { ...readMarks(term.slice(space + 1).trim()), from, to }
}

/** Tenures in one file of everybody with an office in a country or body; read once. */
export function listTenures({ holders, opened }: Source, country: string): readonly Tenure[] {
  const lines = holders.get(country)
  if (!lines) return NONE
  const tenures = opened.tenures.get(country) ?? lines.flatMap(({ text, knownUntil }) => readTenures(openLine(text), knownUntil))
  opened.tenures.set(country, tenures)
  return tenures
}

/** Tenures in one file of a person by the name under which they are filed. */
export function findTenures(source: Source, person: string): readonly Tenure[] {
  const rows = findPlaces(source.names, foldName(person).toLowerCase())
  if (rows.length === 0) return NONE
  const codes = new Set<string>()
  for (const row of rows) {
    const open = openRow(source.names, row)
    if (open?.section === 'holders' && open.written === person) codes.add(open.code)
  }
  return [...codes].flatMap((code) => listTenures(source, code).filter((tenure) => tenure.person === person))
}

/** A day that no day of the date comes after, for comparison alone: 2010-05 → 2010-05-31. */
export function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date
}
