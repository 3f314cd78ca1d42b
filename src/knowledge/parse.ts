import { type Country, type Gender, type Knowledge, type NameGroup, OFFICE_KINDS, type Office, type OfficeKind, type Person, type Tenure } from './facts.ts'
import { foldName } from './fold.ts'
import { failLine, isDate, type Line, readCode, readMarks, splitList } from './lines.ts'
import { addName, countWords, type NameDraft, startNames } from './names.ts'
import { readTenures } from './tenures.ts'

/** First line of every knowledge file. */
export const FORMAT = 'format readout-knowledge/1'

/** What the lines of a file say, while it is read. */
export interface Draft {
  version: string
  coversUntil: string
  readonly countries: Map<string, Country>
  readonly names: NameDraft
  readonly members: Map<string, readonly string[]>
  readonly people: Map<string, Person>
  readonly tenures: Tenure[]
  readonly offices: Map<string, Office>
  readonly portfolios: Map<string, string>
  readonly givenNames: Map<string, Gender>
}

type Section = (line: Line, draft: Draft) => void

const SECTIONS: Readonly<Record<string, Section>> = {
  countries: readCountry,
  seats: (line, draft) => readNames('seat', line, draft),
  places: (line, draft) => readNames('place', line, draft),
  institutions: (line, draft) => readNames('institution', line, draft),
  organizations: (line, draft) => readNames('organization', line, draft),
  people: (line, draft) => readNames('person', line, draft),
  members: readMembers,
  holders: (line, draft) => readTenures(line, (tenure) => draft.tenures.push(tenure)),
  portfolios: readPortfolio,
  offices: readOfficeLine,
  'given-names': readGivenNames,
}

/** Reads the lines of a knowledge file. Throws an Error that names the line and the reason where one is malformed. */
export function readDraft(text: string): Draft {
  const draft = startDraft()
  let section: Section | null = null
  let covers = ''
  let number = 0
  for (const raw of text.split('\n')) {
    number++
    const line = raw.trim()
    if (number === 1) {
      if (line.replace(/^\uFEFF/, '') !== FORMAT) failLine(1, `the file must begin with “${FORMAT}”`)
    } else if (line === '' || line[0] === '#') continue
    else if (line[0] === '[') {
      section = SECTIONS[line.slice(1, -1)] ?? failLine(number, `“${line}” is no section: there are ${Object.keys(SECTIONS).join(', ')}`)
    } else if (line.startsWith('covers ')) {
      covers = readDay(line.slice(7), number)
      if (section === null) draft.coversUntil = covers
    } else if (section !== null) section({ number, fields: splitList(line, '|'), covers }, draft)
    else if (line.startsWith('version ')) draft.version = line.slice(8).trim()
    else failLine(number, `“${line}” stands before any section`)
  }
  return draft
}

function startDraft(): Draft {
  return {
    version: '',
    coversUntil: '',
    countries: new Map(),
    names: startNames(),
    members: new Map(),
    people: new Map(),
    tenures: [],
    offices: new Map(),
    portfolios: new Map(),
    givenNames: new Map(),
  }
}

function readDay(text: string, number: number): string {
  return text.length === 10 && isDate(text) ? text : failLine(number, `“${text}” is no day like 2026-01-15`)
}

function readCountry(line: Line, { countries, names }: Draft): void {
  const [code = '', name = '', adjectives = '', people = '', capitals = '', otherNames = '', ...more] = line.fields
  if (!/^[A-Z]{3}$/.test(code)) failLine(line.number, `“${code}” is no code of a country: three capitals`)
  if (name === '' || more.length > 0) failLine(line.number, 'write: code | name | adjectives | people | capitals | other names')
  const listed = splitList(adjectives, ';')
  countries.set(code, { code, name, adjective: listed[0] ?? name })
  const link = { iso3: code }
  const country: NameGroup = { kind: 'country', country: code, plural: false, link }
  const one: NameGroup = { ...country, kind: 'demonym' }
  const several: NameGroup = { ...one, plural: true }
  addName(names, name, name, country)
  for (const other of splitList(otherNames, ';')) addName(names, other, name, country)
  for (const adjective of listed) addName(names, adjective, name, one)
  for (const pair of splitList(people, ';')) {
    const [single = '', many = single] = pair.split('/')
    if (!listed.includes(single)) addName(names, single, name, one)
    if (many !== single) addName(names, many, name, several)
  }
  addNames({ kind: 'capital', country: code, plural: false, link: {} }, capitals, line, names)
}

function readNames(kind: NameGroup['kind'], line: Line, draft: Draft): void {
  const [code = '', names = '', ...more] = line.fields
  if (names === '' || more.length > 0) failLine(line.number, 'write: code | name = other name; name; name')
  const group: NameGroup = { kind, country: readCode(code, line), plural: false, link: {} }
  addNames(group, names, line, draft.names, kind === 'person' ? draft.people : undefined)
}

/** `Lyon = Lyons; Marseille = Marseilles`. */
function addNames(common: NameGroup, list: string, line: Line, names: NameDraft, people?: Map<string, Person>): void {
  for (const part of splitList(list, ';')) {
    const writings = part.includes('=') ? splitList(part, '=') : [part]
    const { name, gender, link } = readMarks(writings[0] as string, line)
    const group = link.wikidata ? { ...common, link } : common
    writings[0] = name
    for (const written of writings) {
      if (written === '') failLine(line.number, `an empty name in “${part}”`)
      addName(names, written, name, group)
    }
    people?.set(name, { otherNames: writings.slice(1), gender, link })
  }
}

function readMembers(line: Line, draft: Draft): void {
  const [body = '', members = '', ...more] = line.fields
  if (body === '' || members === '' || more.length > 0) failLine(line.number, 'write: body | codes')
  const codes = members.split(/[\s;]+/)
  const wrong = codes.find((code) => !/^[A-Z]{3}$/.test(code))
  if (wrong !== undefined) failLine(line.number, `“${wrong}” is no code of a country`)
  draft.members.set(foldName(body), codes)
}

/** `key | kind | m, w or - | title; title`: lower case, singular. A title that stands twice has the meaning of its first line. */
function readOfficeLine(line: Line, draft: Draft): void {
  const [key = '', kind = '', mark = '', titles = '', ...more] = line.fields
  if (key === '' || titles === '' || more.length > 0) failLine(line.number, 'write: key | kind | m, w or - | title; title')
  if (!OFFICE_KINDS.includes(kind as OfficeKind)) failLine(line.number, `“${kind}” is no kind of office: there are ${OFFICE_KINDS.join(', ')}`)
  if (mark !== 'm' && mark !== 'w' && mark !== '-') failLine(line.number, `“${mark}” is no gender: write m, w or -`)
  const office: Office = { key, kind: kind as OfficeKind, gender: mark === 'm' ? 'man' : mark === 'w' ? 'woman' : null }
  for (const title of splitList(titles, ';')) {
    const written = title.replace(/['’-]/g, (sign) => (sign === '-' ? ' ' : ''))
    if (!draft.offices.has(written)) draft.offices.set(written, office)
  }
}

/** `foreign | foreign; foreign affairs` makes “foreign minister”, “minister of foreign affairs”, “foreign secretary” … */
function readPortfolio(line: Line, draft: Draft): void {
  const [key = '', portfolios = '', ...more] = line.fields
  if (key === '' || portfolios === '' || more.length > 0) failLine(line.number, 'write: key | portfolio; portfolio')
  for (const portfolio of splitList(portfolios, ';')) draft.portfolios.set(portfolio.replace(/['’]/g, ''), `${key}-minister`)
}

/** `m | James; John`. */
function readGivenNames(line: Line, draft: Draft): void {
  const [mark = '', names = '', ...more] = line.fields
  if ((mark !== 'm' && mark !== 'w') || names === '' || more.length > 0) failLine(line.number, 'write: m or w | name; name')
  const gender = mark === 'm' ? 'man' : 'woman'
  for (const name of splitList(names, ';')) {
    const key = foldName(name).toLowerCase()
    const known = draft.givenNames.get(key)
    if (known !== undefined && known !== gender) failLine(line.number, `“${name}” stands as a man's and as a woman's name: leave out what is both`)
    draft.givenNames.set(key, gender)
  }
}

/** Words of the longest title that `readOffice` may know. */
export function longestTitle({ offices, portfolios }: Pick<Knowledge, 'offices' | 'portfolios'>): number {
  let longest = 0
  for (const title of offices.keys()) longest = Math.max(longest, countWords(title))
  for (const portfolio of portfolios.keys()) longest = Math.max(longest, countWords(portfolio) + 4)
  return longest
}
