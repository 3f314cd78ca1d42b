import { readCountryNames } from './countries.ts'
import type { NameSense, Naming, SectionName, Source, Tenure } from './facts.ts'
import { foldName, isCasedLike } from './fold.ts'
import { findEntries, hashName } from './hash.ts'
import { listLines, openLine, readCode } from './lines.ts'
import { findPerson } from './people.ts'
import { readGroup, readWriting, sectionOf } from './rows.ts'
import { findTenures } from './tenures.ts'

const KINDS: Readonly<Partial<Record<SectionName, NameSense['kind']>>> = {
  seats: 'seat',
  places: 'place',
  institutions: 'institution',
  organizations: 'organization',
  people: 'person',
}

const NONE: readonly NameSense[] = Object.freeze([])

/** Senses of the words in one file, in its order; `hash` is that of the words. */
export function lookUpName(source: Source, words: string, hash: number): readonly NameSense[] {
  const rows = findEntries(source.names.byName, hash)
  if (rows.length === 0) return NONE
  const namings: Naming[] = []
  const cased = foldName(words)
  for (const row of rows) {
    const written = readWriting(source, row)
    if (isWrittenLike(words, cased, written)) namings.push(...readNamings(source, row, written))
  }
  return chooseSenses(namings, words, cased)
}

/** The senses of those that are written like the words, without repetitions. */
export function chooseSenses(namings: readonly Naming[], words: string, cased: string): NameSense[] {
  const senses: NameSense[] = []
  for (const { written, sense } of namings) if (isWrittenLike(words, cased, written) && !senses.some((known) => isSame(known, sense))) senses.push(sense)
  return senses
}

function isSame(a: NameSense, b: NameSense): boolean {
  return a.name === b.name && a.kind === b.kind && a.country === b.country && a.plural === b.plural
}

/** A name that is written with “The” is only meant with an article: “The Sun”, “the Guardian”. */
function isWrittenLike(words: string, cased: string, written: string): boolean {
  if (written.startsWith('The ') && !/^the\s/i.test(words)) return false
  return isCasedLike(cased, foldName(written))
}

/** What a row says. A country's line is read as a whole: names in it may be written alike, and their order tells the likeliest. */
function readNamings(source: Source, row: number, written: string): readonly Naming[] {
  const section = sectionOf(source, row)
  const line = source.names.lines[row] as number
  if (section === 'countries') return readCountryNames(openLine(source.text, line))
  if (section === 'holders') return readHolderName(source, written)
  const { name, link } = readGroup(source, row)
  const country = readNameCode(source, line)
  return [{ written, sense: { kind: KINDS[section] as NameSense['kind'], name, country, plural: false, link } }]
}

/** A holder whom no line of people names: theirs is the first state they had an office in, else the code of their body. */
function readHolderName(source: Source, person: string): readonly Naming[] {
  const tenures = findTenures(source, person)
  const [first] = tenures
  if (!first || findPerson(source, person)) return []
  const state = tenures.find(({ country }) => source.countries.has(country))?.country
  return [{ written: person, sense: { kind: 'person', name: person, country: state ?? codeOfBody(source, first), plural: false, link: first.link } }]
}

/** NATO → IGO. A code that no name tells of stands for itself: a user's file need not repeat our countries. */
function codeOfBody(source: Source, { country }: Tenure): string | null {
  const key = foldName(country).toLowerCase()
  const row = findEntries(source.names.byName, hashName(country)).find((found) => foldName(readWriting(source, found)).toLowerCase() === key)
  return row !== undefined && sectionOf(source, row) === 'organizations' ? readNameCode(source, source.names.lines[row] as number) : country
}

function readNameCode({ text }: Source, line: number): string | null {
  const code = readCode(text, line)
  return code === '-' ? null : code
}

/** Sections whose lines begin with the code that their names have. */
const CODED: readonly SectionName[] = ['countries', 'seats', 'places', 'institutions', 'organizations', 'people']

/** Whether the file gives the code to any name. */
export function hasCode(source: Source, code: string): boolean {
  return CODED.some((section) => listLines(source, section).some((line) => readCode(source.text, line) === code))
}
