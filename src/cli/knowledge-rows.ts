import { findCountry, findHolders, findOffice, findPeople, findSenses, isKnownCode, type Knowledge, LONGEST_NAME } from '../knowledge/knowledge.ts'
import type { Row } from './csv.ts'

/** Lines for a knowledge file, by section. */
export type Additions = ReadonlyMap<string, readonly string[]>

/** Names of columns, the best first: those of Wikidata's query service and plain ones. */
const COLUMNS = {
  person: ['personLabel', 'person'],
  item: ['person', 'item'],
  position: ['positionLabel', 'position', 'officeLabel', 'office', 'title'],
  country: ['iso3', 'countryCode', 'code', 'countryLabel', 'country'],
  start: ['start', 'startTime', 'startDate', 'from'],
  end: ['end', 'endTime', 'endDate', 'to'],
  gender: ['genderLabel', 'gender', 'sexLabel', 'sex'],
  aliases: ['altLabel', 'personAltLabel', 'aliases', 'alias'],
  name: ['name', 'itemLabel', 'label'],
  kind: ['kind', 'type'],
} as const

const SECTIONS: Readonly<Record<string, string>> = {
  place: 'places',
  city: 'places',
  region: 'places',
  capital: 'places',
  organization: 'organizations',
  organisation: 'organizations',
  institution: 'institutions',
  seat: 'seats',
  person: 'people',
}

/** Offices that tables file by what they are, where ours have none of that name for the country. */
const FILED: Readonly<Record<string, string>> = {
  president: 'head-of-state',
  king: 'head-of-state',
  queen: 'head-of-state',
  monarch: 'head-of-state',
  pope: 'head-of-state',
  'supreme-leader': 'head-of-state',
  'prime-minister': 'head-of-government',
  chancellor: 'head-of-government',
}

/** Turns rows into lines of a knowledge file. Throws an Error with place and reason at the first row that cannot be one. */
export function readRows(rows: readonly Row[], k: Knowledge): Additions {
  const lines = new Map<string, Set<string>>()
  const add = (section: string, line: string) => lines.set(section, (lines.get(section) ?? new Set()).add(line))
  const people = new Map<string, Set<string>>()
  for (const row of rows) {
    const read = (field: keyof typeof COLUMNS) => readField(row, field)
    if (read('position') !== '' || (read('person') !== '' && read('name') === '')) readHolder(row, k, add, people)
    else readName(row, k, add)
  }
  for (const [person, aliases] of people) add('people', [person, ...aliases].join(' = '))
  return new Map([...lines].map(([section, set]) => [section, [...set]]))
}

type Add = (section: string, line: string) => void

function readHolder(row: Row, k: Knowledge, add: Add, people: Map<string, Set<string>>): void {
  const written = checkName(row, readField(row, 'person') || readField(row, 'name'), 'person')
  const country = readCountry(row, k)
  const person = findCanonical(written, country, k)
  const title = checkName(row, readField(row, 'position'), 'position')
  const from = readDate(row, 'start') ?? fail(row, 'a holder needs a date in “start”')
  const to = readDate(row, 'end')
  if (to !== null && to < from.slice(0, to.length)) fail(row, `the tenure ends (${to}) before it begins (${from})`)
  const item = /\b(Q[1-9]\d*)$/.exec(readField(row, 'item'))?.[1]
  const marked = `${person}${readGender(row)}${item ? ` [${item}]` : ''}`
  const { office, short } = readPosition(title, country, k)
  add('holders', `${country} | ${office} | ${short} | ${from}${to === null ? '' : `..${to}`} ${marked}`)
  const aliases = [written, ...readAliases(row)].filter((alias) => alias !== person)
  if (aliases.length === 0) return
  const key = `${country} | ${marked}`
  const known = people.get(key) ?? new Set()
  for (const alias of aliases) known.add(alias)
  people.set(key, known)
}

/** The name under which our tables have that person of that country, so that both careers are one. */
function findCanonical(written: string, country: string, k: Knowledge): string {
  const known = new Set(findPeople(k, written).flatMap((holder) => (holder.country === country ? [holder.person] : [])))
  const [person] = known
  return known.size === 1 && person !== undefined ? person : written
}

function readName(row: Row, k: Knowledge, add: Add): void {
  const name = checkName(row, readField(row, 'name'), 'name')
  const kind = readField(row, 'kind').toLowerCase()
  const section = SECTIONS[kind] ?? fail(row, `“${kind}” is no kind of name: there are ${Object.keys(SECTIONS).join(', ')}`)
  const written = readField(row, 'country')
  const country = written === '' || written === '-' ? '-' : readCountry(row, k)
  add(section, `${country} | ${[name + (kind === 'person' ? readGender(row) : ''), ...readAliases(row)].join(' = ')}`)
}

/** “Minister of Foreign Affairs of Varland” → the office under which our tables file it, and the title without the country. */
function readPosition(title: string, country: string, k: Knowledge): { office: string; short: string } {
  for (let short = title; ; ) {
    const key = findOffice(k, short)?.key
    if (key && key !== 'minister') {
      const filed = new Set(key === 'leader' ? [] : findHolders(k, key, country, null).holders.map(({ office }) => office))
      return { office: filed.size > 0 ? [...filed].join('; ') : (FILED[key] ?? key), short }
    }
    const cut = short.lastIndexOf(' of ')
    if (cut < 0) break
    short = short.slice(0, cut)
  }
  return { office: title.toLowerCase().replace(/[^\p{L}\d]+/gu, '-'), short: title }
}

function readField(row: Row, field: keyof typeof COLUMNS): string {
  for (const column of COLUMNS[field]) {
    const value = row.values[column] ?? row.values[column.toLowerCase()]
    if (value !== undefined && value.trim() !== '') return value.trim()
  }
  return ''
}

function readCountry(row: Row, k: Knowledge): string {
  const written = readField(row, 'country')
  if (written === '') fail(row, 'there is no country: give a column iso3, country or countryLabel')
  if (findCountry(k, written)) return written
  if (/^[A-Z]{3}$/.test(written) && isKnownCode(k, written)) return written
  const senses = findSenses(k, written)
  const country = senses.find(({ kind }) => kind === 'country') ?? senses.find(({ kind }) => kind === 'organization')
  return country?.country ?? fail(row, `“${written}” is no country that is known: give its ISO 3166-1 alpha-3 code`)
}

/** Wikidata writes a year without a day as its first of January: at midnight of that day, only the year is taken. */
function readDate(row: Row, field: 'start' | 'end'): string | null {
  const written = readField(row, field)
  if (written === '') return null
  const match = /^\+?(\d{4}(?:-\d\d(?:-\d\d)?)?)(T.*)?$/.exec(written) ?? fail(row, `“${written}” is no date like 2004-03-09`)
  const [, date = '', time] = match
  if (Number.isNaN(Date.parse(date))) fail(row, `“${written}” is no date like 2004-03-09`)
  return time !== undefined && date.endsWith('-01-01') ? date.slice(0, 4) : date
}

function readGender(row: Row): string {
  const written = readField(row, 'gender').toLowerCase()
  if (/^(?:male|man|m|.*\bq6581097)$/.test(written)) return ' (m)'
  return /^(?:female|woman|w|f|.*\bq6581072)$/.test(written) ? ' (w)' : ''
}

function readAliases(row: Row): string[] {
  const aliases = readField(row, 'aliases')
    .split(/\s*[;,|]\s*/)
    .filter((alias) => alias !== '')
  return aliases.map((alias) => checkName(row, alias, 'alias'))
}

/** A name may not hold what separates names in a knowledge file. */
function checkName(row: Row, name: string, what: string): string {
  if (name === '') fail(row, `there is no ${what}`)
  if (/^https?:/.test(name)) fail(row, `“${name}” is an address, not a name: ask for labels (?${what}Label)`)
  if (name.split(/[\s/–-]+/).length > LONGEST_NAME) fail(row, `the ${what} “${name}” has more than ${LONGEST_NAME} words`)
  if (/[|;=\n[\]()]/.test(name)) fail(row, `the ${what} “${name}” holds a line break or one of | ; = ( ) [ ]`)
  return name
}

function fail(row: Row, reason: string): never {
  throw new Error(`${row.place}: ${reason}`)
}
