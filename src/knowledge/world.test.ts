import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCountryNames } from './countries.ts'
import type { NameSense, OpenRow } from './facts.ts'
import { foldName, foldSpelling } from './fold.ts'
import { keyAt } from './key-table.ts'
import { findCountry, findOffice, findPeople, findSenses, indexKnowledge, parseKnowledge } from './knowledge.ts'
import { openLine } from './lines.ts'
import { openRow } from './rows.ts'
import { indexText, tidyText } from './source.ts'
import { lastDay, readTenures } from './tenures.ts'

/** The file that comes with the package, checked line against line, so that the program may trust it. */
const text = readFileSync('knowledge/world.txt', 'utf8')
const k = indexKnowledge(text)
const source = indexText(text)
const rows = Array.from(source.names.before, (_, row) => ({ key: keyAt(source.names, row), open: openRow(source.names, row) })).flatMap(({ key, open }) =>
  open && open.written !== '' ? [{ key, open }] : [],
)
const names: { written: string; kind: NameSense['kind'] | OpenRow['section']; country: string | null }[] = [
  ...(source.lines.get('countries') ?? []).flatMap((line) => readCountryNames(openLine(line)).map(({ written, sense }) => ({ written, ...sense }))),
  ...rows.flatMap(({ open: { written, section, code } }) => (section === 'holders' ? [] : [{ written, kind: section, country: code === '-' ? null : code }])),
]
const tenures = [...source.holders.values()].flat().flatMap((line) => readTenures(openLine(line.text), line.knownUntil))
const countries = new Set(source.countries.keys())

/** Codes of ISO 3166-1 alpha-3 without a capital, each with the reason. */
const WITHOUT_CAPITAL: Readonly<Record<string, string>> = {
  ATA: 'no state',
  ATF: 'uninhabited',
  BVT: 'uninhabited',
  GIB: 'a city',
  HKG: 'a city',
  HMD: 'uninhabited',
  IMN: 'Douglas is a given name in news',
  IOT: 'a base',
  MAC: 'a city',
  NFK: 'a village',
  SGS: 'uninhabited',
  TKL: 'moves from atoll to atoll',
  SYC: 'Victoria is a state, a queen and a given name in news',
  UMI: 'uninhabited',
}

/** Names that truly mean several things, so that rows of two countries or none and one are right. */
const MANY_COUNTRIES = new Set([
  ...['korea', 'korean', 'koreans', 'congo', 'congolese', 'dominican', 'dominicans'],
  ...['georgia', 'plymouth'],
  // The capital of Belgium and the European Union.
  'brussels',
  // Parties and services of one name or abbreviation in two states: Turkey's service and the institute in Massachusetts.
  ...['mit', 'bis', 'workers party', 'peoples democratic party'],
])

/** International bodies that hold offices filed under their own name. */
const BODIES = new Set('UNO EUR'.split(' '))

describe('the file', () => {
  test('is well formed', () => expect(() => parseKnowledge(text)).not.toThrow())
  test('is written tidily, as its index takes it', () => expect(tidyText(text)).toBe(text))
  test('folds as a whole as it does name by name', () => {
    expect(rows.filter(({ key, open }) => foldName(open.written).toLowerCase() !== key).map(({ key, open }) => `${key}: ${open.written}`)).toEqual([])
  })
  test('every name is found', () => {
    expect(names.filter(({ written, country }) => !findSenses(k, written).some((sense) => sense.country === country))).toEqual([])
  })
  test('every holder is found in lower case, family name first or last', () => {
    const people = [...new Set(tenures.map(({ person }) => person))].filter((person) => person.includes(' ') && foldSpelling(person).includes(' '))
    const findsNobody = (name: string) => findPeople(k, name).length === 0
    const wrong = people.filter((person) => {
      const words = person.toLowerCase().split(' ')
      // A lone letter at the end is taken for an initial and left out: “McMaster H. R.”.
      const isPlain = words.every((word) => /^\p{L}{3,}$/u.test(word))
      return findsNobody(words.join(' ')) || (isPlain && findsNobody([words.at(-1), ...words.slice(0, -1)].join(' ')))
    })
    expect(wrong).toEqual([])
  })
})

describe('codes', () => {
  test('every code of a name is a country, a body or none', () => {
    const wrong = names.filter(({ country }) => country !== null && !countries.has(country) && !/^(?:UNO|EUR|IGO|NGO)$/.test(country))
    expect([...new Set(wrong.map(({ country }) => country))]).toEqual([])
  })
  test('every office belongs to a country or to a body that is named', () => {
    const codes = new Set(tenures.map(({ country }) => country))
    const wrong = [...codes].filter((code) => !countries.has(code) && !BODIES.has(code) && !findSenses(k, code).some(({ kind }) => kind === 'organization'))
    expect(wrong).toEqual([])
  })
  test('members are countries', () => {
    const members = (source.lines.get('members') ?? []).flatMap((line) => (openLine(line)[1] as string).split(' '))
    expect(members.filter((code) => !countries.has(code))).toEqual([])
  })
})

describe('countries', () => {
  test('there are 249 of ISO 3166-1 and Kosovo', () => expect(countries.size).toBe(250))
  test('each has a name, an adjective where people live, and a capital or a reason', () => {
    const capitals = new Set(names.filter(({ kind }) => kind === 'capital').map(({ country }) => country))
    const missing = [...countries].filter((code) => !capitals.has(code) && !(code in WITHOUT_CAPITAL))
    expect(missing).toEqual([])
    for (const code of countries) expect(findCountry(k, code)?.adjective).not.toBe('')
  })
})

describe('holders', () => {
  test('nobody leaves before coming, and nobody comes after the tables end', () => {
    const wrong = tenures.filter(({ from, to }) => (to !== null && lastDay(to) < from) || from > k.coversUntil)
    expect(wrong).toEqual([])
  })
  test('no two hold one office at once without a reason', () => {
    const wrong: string[] = []
    const byOffice = Map.groupBy(tenures, ({ country, office }) => `${country} ${office}`)
    for (const [office, tenures] of byOffice) {
      const sorted = tenures.filter(({ shared }) => shared === null).sort((a, b) => (a.from < b.from ? -1 : 1))
      sorted.forEach((tenure, n) => {
        const next = sorted[n + 1]
        if (next && (tenure.to ?? '9999') > lastDay(next.from)) wrong.push(`${office}: ${tenure.person} until ${tenure.to}, ${next.person} from ${next.from}`)
      })
    }
    expect(wrong).toEqual([])
  })
  test('everybody is one gender', () => {
    const wrong: string[] = []
    const genders = new Map<string, string>()
    const marks = [
      ...tenures.map(({ person, gender }) => [person, gender] as const),
      ...rows.flatMap(({ open }) => (open.section === 'people' ? [[open.name, open.gender] as const] : [])),
    ]
    for (const [person, gender] of marks) {
      if (gender === null) continue
      if ((genders.get(person) ?? gender) !== gender) wrong.push(person)
      genders.set(person, gender)
    }
    expect(wrong).toEqual([])
  })
  test('every title is an office', () => {
    const titles = new Set(tenures.map(({ title }) => title))
    const isOffice = (title: string) => findOffice(k, title) !== null || findOffice(k, title.replace(/ of .+/, '')) !== null
    expect([...titles].filter((title) => !isOffice(title)).sort()).toEqual([])
  })
  test('every state that reports to the United Nations has a head known on the last day', () => {
    const open = new Set(tenures.filter(({ to, office }) => to === null && /^head-of/.test(office)).map(({ country }) => country))
    expect(open.size).toBeGreaterThan(195)
  })
})

test('no name has two contradicting senses, unless it is listed', () => {
  const wrong: string[] = []
  for (const [key, [first, ...later]] of Map.groupBy(names, ({ written }) => foldName(written).toLowerCase())) {
    if (MANY_COUNTRIES.has(key) || first === undefined) continue
    const alike = [first, ...later.filter(({ written }) => isWrittenAlike(written, first.written))]
    const senses = new Map(alike.map((name) => [name.country ?? '-', name]))
    if (senses.size > 1) wrong.push(`${key}: ${[...senses.values()].map(({ country, kind }) => `${kind} ${country}`).join(', ')}`)
  }
  expect(wrong).toEqual([])
})

/** Abbreviations and words of one spelling are told apart by their case, papers and seas by their article. */
function isWrittenAlike(one: string, other: string): boolean {
  return (one === one.toUpperCase()) === (other === other.toUpperCase()) && one.startsWith('The ') === other.startsWith('The ')
}
