import { readCountryNames } from './countries.ts'
import type { NameSense, Naming, SectionName, Source, Tenure } from './facts.ts'
import { foldName, isCasedLike } from './fold.ts'
import { findPlaces, keyAt } from './key-table.ts'
import { readCode } from './lines.ts'
import { findPerson } from './people.ts'
import { openRow } from './rows.ts'
import { findTenures } from './tenures.ts'

const KINDS: Readonly<Partial<Record<SectionName, NameSense['kind']>>> = {
  seats: 'seat',
  places: 'place',
  institutions: 'institution',
  organizations: 'organization',
  people: 'person',
}

const NONE: readonly NameSense[] = Object.freeze([])

/** What the words may mean in one file, in its order; `cased` is the folded name, `key` the same in lower case. */
export function lookUpName(source: Source, words: string, cased: string, key: string): readonly NameSense[] {
  const rows = findPlaces(source.names, key)
  if (rows.length === 0) return NONE
  return chooseSenses(rows.length === 1 ? openNamings(source, rows[0] as number) : rows.flatMap((row) => openNamings(source, row)), words, cased)
}

/** The senses of those that are written like the words, without repetitions. */
export function chooseSenses(namings: readonly Naming[], words: string, cased: string): readonly NameSense[] {
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

/** What a row says, read once. */
function openNamings(source: Source, row: number): readonly Naming[] {
  const { opened } = source
  let namings = opened.namings.get(row)
  if (namings === undefined) {
    namings = readNamings(source, row)
    opened.namings.set(row, namings)
  }
  return namings
}

function readNamings(source: Source, row: number): readonly Naming[] {
  const open = openRow(source.names, row)
  if (!open) return []
  const { section, code, written, name, link } = open
  // Names of one country may be written alike, and their order in its line tells the likeliest.
  if (section === 'countries') return readCountryNames(open.fields).filter((naming) => foldName(naming.written).toLowerCase() === keyAt(source.names, row))
  if (section === 'holders') return readHolderName(source, written)
  const kind = KINDS[section]
  return kind ? [{ written, sense: { kind, name, country: readNameCode(code), plural: false, link } }] : []
}

function readNameCode(code: string): string | null {
  return code === '-' ? null : code
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
function codeOfBody({ names }: Source, { country }: Tenure): string | null {
  const [row] = findPlaces(names, foldName(country).toLowerCase())
  const open = row === undefined ? null : openRow(names, row)
  return open?.section === 'organizations' ? readNameCode(open.code) : country
}

/** Whether the file gives the code to any name. */
export function hasCode({ lines }: Source, code: string): boolean {
  return CODED.some((section) => lines.get(section)?.some((line) => readCode(line) === code))
}

/** Sections whose lines begin with the code that their names have. */
const CODED: readonly SectionName[] = ['countries', 'seats', 'places', 'institutions', 'organizations', 'people']
