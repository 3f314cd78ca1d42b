import { OFFICE_KINDS, type OfficeKind, SECTIONS, type SectionName } from './facts.ts'
import { countWords, foldName, LONGEST_NAME } from './fold.ts'
import { type Line, splitList } from './lines.ts'
import { FORMAT } from './source.ts'
import { lastDay, readTenures } from './tenures.ts'

/**
 * Checks every line of a file, so that reading may trust them. Throws an Error that names the line and the reason where one is
 * malformed. Our own file is checked by its test, a user's whenever it is loaded.
 */
export function checkText(text: string): void {
  const check: Check = { number: 0, genders: new Map() }
  let section: SectionName | null = null
  for (const raw of text.split('\n')) {
    check.number++
    const line = raw.trim()
    if (check.number === 1) {
      if (line !== FORMAT) fail(check, `the file must begin with “${FORMAT}”`)
    } else if (line === '' || line[0] === '#') continue
    else if (line[0] === '[') {
      section = SECTIONS.find((name) => line === `[${name}]`) ?? fail(check, `“${line}” is no section: there are ${SECTIONS.join(', ')}`)
    } else if (line.startsWith('covers ')) checkDay(line.slice(7), check)
    else if (section !== null) CHECKS[section](splitList(line, '|'), check)
    else if (!line.startsWith('version ')) fail(check, `“${line}” stands before any section`)
  }
}

/** Where the check is, and what it must remember. */
interface Check {
  number: number
  readonly genders: Map<string, string>
}

const CHECKS: Readonly<Record<SectionName, (line: Line, check: Check) => void>> = {
  countries: checkCountry,
  seats: checkNames,
  places: checkNames,
  institutions: checkNames,
  organizations: checkNames,
  people: checkNames,
  members: checkMembers,
  holders: checkHolders,
  portfolios: checkPortfolio,
  offices: checkOffice,
  'given-names': checkGivenNames,
}

function fail({ number }: Check, reason: string): never {
  throw new Error(`line ${number}: ${reason}`)
}

function checkDay(text: string, check: Check): void {
  if (text.length !== 10 || !isDate(text)) fail(check, `“${text}” is no day like 2026-01-15`)
}

function checkCountry([code = '', name = '', , , capitals = '', others = '', ...more]: Line, check: Check): void {
  if (!/^[A-Z]{3}$/.test(code)) fail(check, `“${code}” is no code of a country: three capitals`)
  if (name === '' || more.length > 0) fail(check, 'write: code | name | adjectives | people | capitals | other names')
  checkWritings(capitals, check)
  for (const written of [name, ...splitList(others, ';')]) checkName(written, check)
}

function checkNames([code = '', names = '', ...more]: Line, check: Check): void {
  if (names === '' || more.length > 0) fail(check, 'write: code | name = other name; name; name')
  checkCode(code, check)
  checkWritings(names, check)
}

/** `Lyon = Lyons; Marseille = Marseilles`. */
function checkWritings(list: string, check: Check): void {
  for (const part of splitList(list, ';')) {
    const writings = splitList(part, '=')
    if (writings.length === 0 || writings.includes('')) fail(check, `an empty name in “${part}”`)
    checkMarks(writings[0] as string, check)
    for (const written of writings) checkName(written, check)
  }
}

function checkMarks(text: string, check: Check): void {
  const [, name = text, mark, item] = /^(.+?)(?: \((.)\))?(?: \[(.+)\])?$/.exec(text) ?? []
  if (mark !== undefined && mark !== 'm' && mark !== 'w') fail(check, `“(${mark})” after “${name}”: write (m) or (w)`)
  if (item !== undefined && !/^Q[1-9]\d*$/.test(item)) fail(check, `“[${item}]” after “${name}” is no Wikidata item like [Q42]`)
}

/** A code: three capitals for states, capitals of other length for bodies (NATO); “-” for none. */
function checkCode(text: string, check: Check): void {
  if (text !== '-' && !/^[A-Z][A-Z0-9]{1,7}$/.test(text)) fail(check, `“${text}” is no code: three capitals (RUS), a body (NATO), or - for none`)
}

function checkMembers([body = '', members = '', ...more]: Line, check: Check): void {
  if (body === '' || members === '' || more.length > 0) fail(check, 'write: body | codes')
  const wrong = members.split(/[\s;]+/).find((code) => !/^[A-Z]{3}$/.test(code))
  if (wrong !== undefined) fail(check, `“${wrong}” is no code of a country`)
}

function checkHolders(line: Line, check: Check): void {
  const [code = '', offices = '', title = '', ...rest] = line
  checkCode(code, check)
  if (code === '-') fail(check, 'a holder needs the code of a country or body')
  if (offices === '' || title === '') fail(check, 'write: code | office | title | date name | date name …')
  const terms = rest.filter((field) => !field.startsWith('!'))
  if (terms.length === 0) fail(check, 'an office without a holder')
  for (const term of terms) checkTerm(term, check)
  const tenures = readTenures(line, '').slice(0, terms.length)
  tenures.forEach(({ person, from, shared }, n) => {
    const next = tenures[n + 1]
    if (next && shared === null && next.from < from) fail(check, `“${next.person}” (${next.from}) stands after “${person}” (${from}): oldest first`)
  })
}

function checkTerm(term: string, check: Check): void {
  const space = term.indexOf(' ')
  const [from = '', to = null] = term.slice(0, space).split('..')
  if (space < 0 || !isDate(from)) fail(check, `“${term}” does not begin with a date (2004-03-09, 2004-03 or 2004) and a name`)
  if (to !== null && !isDate(to)) fail(check, `“${to}” is no date (2004-03-09, 2004-03 or 2004)`)
  if (to !== null && lastDay(to) < from) fail(check, `“${term}” ends before it begins`)
  checkMarks(term.slice(space + 1).trim(), check)
}

function checkOffice([key = '', kind = '', mark = '', titles = '', ...more]: Line, check: Check): void {
  if (key === '' || titles === '' || more.length > 0) fail(check, 'write: key | kind | m, w or - | title; title')
  if (!OFFICE_KINDS.includes(kind as OfficeKind)) fail(check, `“${kind}” is no kind of office: there are ${OFFICE_KINDS.join(', ')}`)
  if (mark !== 'm' && mark !== 'w' && mark !== '-') fail(check, `“${mark}” is no gender: write m, w or -`)
}

function checkPortfolio([key = '', portfolios = '', ...more]: Line, check: Check): void {
  if (key === '' || portfolios === '' || more.length > 0) fail(check, 'write: key | portfolio; portfolio')
}

function checkGivenNames([mark = '', names = '', ...more]: Line, check: Check): void {
  if ((mark !== 'm' && mark !== 'w') || names === '' || more.length > 0) fail(check, 'write: m or w | name; name')
  for (const name of splitList(names, ';')) {
    const key = foldName(name).toLowerCase()
    const known = check.genders.get(key)
    if (known !== undefined && known !== mark) fail(check, `“${name}” stands as a man's and as a woman's name: leave out what is both`)
    check.genders.set(key, mark)
  }
}

function checkName(name: string, check: Check): void {
  if (countWords(foldName(name)) > LONGEST_NAME) fail(check, `“${name}” has more than ${LONGEST_NAME} words`)
}

/** Whether a text is a year, a month or a day that exists. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return false
  const [month, day] = [Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const days = [31, isLeap(Number(match[1])) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] as number)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
