import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findCountry, findOffice, findSenses, type Knowledge, type NameSense, parseKnowledge } from './knowledge.ts'
import { readDraft } from './parse.ts'
import { lastDay } from './tenures.ts'

/** The file that comes with the package, checked line against line. */
const text = readFileSync('knowledge/world.txt', 'utf8')
const k: Knowledge = parseKnowledge(text)
const draft = readDraft(text)

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
  // Parties and services of one name or abbreviation in two states: Turkey's service and the institute in Massachusetts.
  ...['mit', 'bis', 'workers party', 'peoples democratic party'],
])

/** International bodies that hold offices filed under their own name. */
const BODIES = new Set('UNO EUR'.split(' '))

describe('codes', () => {
  test('every code of a name is a country, a body or none', () => {
    const wrong = draft.names.groups.filter(({ country }) => country !== null && !k.countries.has(country) && !/^(?:UNO|EUR|IGO|NGO)$/.test(country))
    expect([...new Set(wrong.map(({ country }) => country))]).toEqual([])
  })
  test('every office belongs to a country or to a body that is named', () => {
    const codes = new Set(draft.tenures.map(({ country }) => country))
    const wrong = [...codes].filter((code) => !k.countries.has(code) && !BODIES.has(code) && !findSenses(k, code).some(({ kind }) => kind === 'organization'))
    expect(wrong).toEqual([])
  })
  test('members are countries', () => {
    expect([...k.members.values()].flat().filter((code) => !k.countries.has(code))).toEqual([])
  })
})

describe('countries', () => {
  test('there are 249 of ISO 3166-1 and Kosovo', () => expect(k.countries.size).toBe(250))
  test('each has a name, an adjective where people live, and a capital or a reason', () => {
    const capitals = new Set(draft.names.groups.filter(({ kind }) => kind === 'capital').map(({ country }) => country))
    const missing = [...k.countries.keys()].filter((code) => !capitals.has(code) && !(code in WITHOUT_CAPITAL))
    expect(missing).toEqual([])
    for (const code of k.countries.keys()) expect(findCountry(k, code)?.adjective).not.toBe('')
  })
})

describe('holders', () => {
  test('nobody leaves before coming, and nobody comes after the tables end', () => {
    const wrong = draft.tenures.filter(({ from, to }) => (to !== null && lastDay(to) < from) || from > k.coversUntil)
    expect(wrong).toEqual([])
  })
  test('no two hold one office at once without a reason', () => {
    const wrong: string[] = []
    const byOffice = Map.groupBy(draft.tenures, ({ country, office }) => `${country} ${office}`)
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
      ...draft.tenures.map(({ person, gender }) => [person, gender] as const),
      ...[...draft.people].map(([person, { gender }]) => [person, gender] as const),
    ]
    for (const [person, gender] of marks) {
      if (gender === null) continue
      if ((genders.get(person) ?? gender) !== gender) wrong.push(person)
      genders.set(person, gender)
    }
    expect(wrong).toEqual([])
  })
  test('every title is an office', () => {
    const titles = new Set(draft.tenures.map(({ title }) => title))
    const isOffice = (title: string) => findOffice(k, title) !== null || findOffice(k, title.replace(/ of .+/, '')) !== null
    expect([...titles].filter((title) => !isOffice(title)).sort()).toEqual([])
  })
  test('every state that reports to the United Nations has a head known on the last day', () => {
    const open = new Set(draft.tenures.filter(({ to, office }) => to === null && /^head-of/.test(office)).map(({ country }) => country))
    expect(open.size).toBeGreaterThan(195)
  })
})

test('no name has two contradicting senses, unless it is listed', () => {
  const wrong: string[] = []
  for (const [key, first] of draft.names.first) {
    if (MANY_COUNTRIES.has(key)) continue
    const senses = new Map<string, Pick<NameSense, 'kind' | 'country'>>()
    for (let row = first; row >= 0; row = draft.names.next[row] as number) {
      const { country, kind } = draft.names.groups[row] as NameSense
      if (isWrittenAlike(draft.names.written[row] as string, draft.names.written[first] as string)) senses.set(country ?? '-', { country, kind })
    }
    if (senses.size > 1) wrong.push(`${key}: ${[...senses.values()].map(({ country, kind }) => `${kind} ${country}`).join(', ')}`)
  }
  expect(wrong).toEqual([])
})

/** Abbreviations and words of one spelling are told apart by their case, papers and seas by their article. */
function isWrittenAlike(one: string, other: string): boolean {
  return (one === one.toUpperCase()) === (other === other.toUpperCase()) && one.startsWith('The ') === other.startsWith('The ')
}
