import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  addStates,
  findCountry,
  findGender,
  findHolders,
  findMembers,
  findOffice,
  findPeople,
  findSenses,
  indexKnowledge,
  isOwnState,
  longestName,
  longestOffice,
  mergeKnowledge,
  parseKnowledge,
} from './knowledge.ts'

const text = readFileSync('knowledge/world.txt', 'utf8')
const world = parseKnowledge(text)

/** Kind and country of the first sense; “-” where nothing is known. */
function tell(words: string): string {
  const [sense] = findSenses(world, words)
  return sense ? `${sense.kind} ${sense.country}${sense.plural ? ' many' : ''}` : '-'
}

describe('names', () => {
  test.each([
    ['Russia', 'country RUS'],
    ['RUSSIA', 'country RUS'],
    ['russia', '-'],
    ['US', 'country USA'],
    ['us', '-'],
    ['the U.S.', 'country USA'],
    ['Turkiye', 'country TUR'],
    ['Türkiye’s', 'country TUR'],
    ['DPRK', 'country PRK'],
    ["Cote d'Ivoire", 'country CIV'],
    ['Guinea Bissau', 'country GNB'],
    ['Congo', 'country COD'],
    ['Georgia', 'country GEO'],
    ['Russians', 'demonym RUS many'],
    ['Dane', 'demonym DNK'],
    ['Danish', 'demonym DNK'],
    ['Polish', 'demonym POL'],
    ['polish', '-'],
    ['Kyiv', 'capital UKR'],
    ['Kiev', 'capital UKR'],
    ['the Kremlin', 'seat RUS'],
    ['KREMLIN', 'seat RUS'],
    ["Quai d'Orsay", 'seat FRA'],
    ['Capitol Hill', 'seat USA'],
    ['St. Petersburg', 'place RUS'],
    ['Abkhazia', 'place GEO'],
    ['Gaza', 'place PSE'],
    ['the State Department', 'institution USA'],
    ['Senate', 'institution null'],
    ['Verkhovna Rada', 'institution UKR'],
    ['TASS', 'institution RUS'],
    ['Hezbollah', 'organization LBN'],
    ['al-Shabaab', 'organization SOM'],
    ['UN', 'organization UNO'],
    ['the European Union', 'organization EUR'],
    ['NATO', 'organization IGO'],
    ['Nato', 'organization IGO'],
    ['The Sun', 'institution GBR'],
    ['Sun', '-'],
    ['Volodymyr Zelenskiy', 'person UKR'],
    ['Belmora', '-'],
  ])('%s', (words, expected) => expect(tell(words)).toBe(expected))
  test('the longest have several words', () => {
    expect(longestName(world)).toBeGreaterThan(6)
    expect(longestName(world)).toBeLessThan(16)
    expect(longestOffice(world)).toBeGreaterThan(5)
  })
})

describe('holders', () => {
  test.each([
    ['president', 'RUS', '2010-01-01', 'Dmitry Medvedev'],
    ['head-of-state', 'RUS', '2012-05-07', 'Vladimir Putin, Dmitry Medvedev'],
    ['foreign-minister', 'RUS', '2019-05-01', 'Sergei Lavrov'],
    ['president', 'IRN', '2022-01-01', 'Ebrahim Raisi'],
    ['chancellor', 'DEU', '2015-01-01', 'Angela Merkel'],
    ['prime-minister', 'IRL', '2018-01-01', 'Leo Varadkar'],
    ['leader', 'PRK', '2018-06-12', 'Pak Pong Ju, Kim Jong Un'],
    ['leader-of-body', 'NATO', '2020-01-01', 'Jens Stoltenberg'],
    ['secretary-general', 'UNO', '2020-01-01', 'António Guterres'],
    ['foreign-minister', 'USA', '2018-04-10', ''],
    ['president', 'DEU', '2026-01-16', ''],
  ])('%s of %s on %s', (office, country, date, expected) => {
    const { holders, isCovered } = findHolders(world, office, country, date)
    expect(holders.map(({ person }) => person).join(', ')).toBe(expected)
    expect(isCovered).toBe(expected !== '')
  })
  test('without a date all are given and none is sure', () => {
    const { holders, isCovered } = findHolders(world, 'foreign-minister', 'RUS', null)
    expect(holders[0]?.person).toBe('Sergei Lavrov')
    expect(isCovered).toBe(false)
  })
})

test.each([
  ['Sergey Lavrov', 'Sergei Lavrov'],
  ['Lavrov Sergei', 'Sergei Lavrov'],
  ['Vladimir Vladimirovich Putin', 'Vladimir Putin'],
  ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'],
  ['Kishida Fumio', 'Fumio Kishida'],
  ['Viktor Orban', 'Viktor Orbán'],
  ['Gitanas Nauseda', 'Gitanas Nausėda'],
  ['Kim Jong-un', 'Kim Jong Un'],
  ['Donald J. Trump', 'Donald Trump'],
  ['Mohammad Bin Salman', 'Mohammed bin Salman'],
  ['Merkel', 'Angela Merkel'],
  ['Nobody Atall', undefined],
])('person %s', (name, expected) => expect(findPeople(world, name)[0]?.person).toBe(expected))

test('gender of holders and given names', () => {
  expect(findPeople(world, 'Angela Merkel')[0]?.gender).toBe('woman')
  expect([findGender(world, 'María'), findGender(world, 'Sergei'), findGender(world, 'Robin'), findGender(world, 'Qorvath')]).toEqual([
    'woman',
    'man',
    null,
    null,
  ])
})

test.each([
  ['foreign minister', 'foreign-minister'],
  ['Minister of Foreign Affairs', 'foreign-minister'],
  ['foreign ministers', 'foreign-minister'],
  ['ministers of finance', 'finance-minister'],
  ['Secretary of State', 'foreign-minister'],
  ['deputy foreign minister', 'deputy-foreign-minister'],
  ['minister of fisheries and the sea', 'minister'],
  ['prime minister', 'prime-minister'],
  ['former president', 'president'],
  ['attorneys general', 'attorney-general'],
  ['spokeswomen', 'spokeswoman'],
  ['special envoy', 'special-envoy'],
  ['opposition leader', 'opposition-leader'],
  ['pundit', 'expert'],
  ['analysts', 'expert'],
  ['mayor', 'mayor'],
  ['secretary-general', 'secretary-general'],
  ['Lt. Gen.', 'officer'],
  ['boat', undefined],
])('office %s', (words, expected) => expect(findOffice(world, words)?.key).toBe(expected))

test('countries and members', () => {
  expect(findCountry(world, 'CIV')).toMatchObject({ name: 'Ivory Coast', adjective: 'Ivorian' })
  expect(findCountry(world, 'ZZZ')).toBeNull()
  expect(findMembers(world, 'the G7')).toContain('JPN')
})

describe('own knowledge', () => {
  const own = parseKnowledge(
    [
      'format readout-knowledge/1',
      'covers 2026-06-01',
      '[places]',
      'RUS | Port Halden = Halden',
      '[holders]',
      'DEU | head-of-government | Chancellor | 2026-02-01 Ida Vale (w) [Q42]',
    ].join('\n'),
  )
  const merged = mergeKnowledge(world, own)
  test('wins over ours', () => {
    expect(findHolders(merged, 'chancellor', 'DEU', '2026-03-01').holders.map(({ person, link }) => [person, link])).toEqual([
      ['Ida Vale', { wikidata: 'Q42' }],
    ])
    expect(findHolders(merged, 'chancellor', 'DEU', '2026-01-10').holders.map(({ person }) => person)).toEqual(['Friedrich Merz'])
    expect(findSenses(merged, 'Halden')[0]).toMatchObject({ kind: 'place', country: 'RUS' })
    expect(findSenses(merged, 'Russia')[0]?.country).toBe('RUS')
  })
  test('states of one article stand below what is known', () => {
    const k = addStates(merged, [{ name: 'Belmora', adjectives: ['Belmoran'], isNamed: true }])
    expect(findSenses(k, 'Belmorans')[0]).toMatchObject({ kind: 'demonym', plural: true })
    expect(isOwnState(findSenses(k, 'Belmora')[0]?.country ?? '')).toBe(true)
  })
})

test.each([
  ['', 'line 1: the file must begin with'],
  ['format readout-knowledge/1\n[rulers]', 'line 2: “[rulers]” is no section'],
  ['format readout-knowledge/1\nRUS | Halden', 'line 2: “RUS | Halden” stands before any section'],
  ['format readout-knowledge/1\n[places]\nrus | Halden', 'line 3: “rus” is no code'],
  ['format readout-knowledge/1\n[places]\nRUS | Halden | x', 'line 3: write: code | name'],
  ['format readout-knowledge/1\n[places]\nRUS | Halden = ', 'line 3: an empty name'],
  ['format readout-knowledge/1\n[holders]\nRUS | mayor | Mayor | 2004-02-30 Ida Vale', 'line 3: “2004-02-30 Ida Vale” does not begin with a date'],
  ['format readout-knowledge/1\n[holders]\nRUS | mayor | Mayor | 2004..2003 Ida Vale', 'line 3: “2004..2003 Ida Vale” ends before it begins'],
  ['format readout-knowledge/1\n[holders]\nRUS | mayor | Mayor | 2004 Ida Vale | 2003 Arvo Lind', 'line 3: “Arvo Lind” (2003) stands after'],
  ['format readout-knowledge/1\n[places]\nRUS | one two three four five six seven eight nine ten', 'has more than 9 words'],
  ['format readout-knowledge/1\n[given-names]\nm | Ida\nw | Ida', 'line 4: “Ida” stands as a man'],
])('malformed: %j', (malformed, reason) => expect(() => parseKnowledge(malformed)).toThrow(reason))

test('opens fast', () => {
  const times = Array.from({ length: 10 }, () => {
    const began = performance.now()
    indexKnowledge(text)
    return performance.now() - began
  })
  // 6 ms on a quiet machine; the bound leaves room for a loaded one.
  expect(Math.min(...times)).toBeLessThan(40)
})

test('a file as other programs save it is read alike', () => {
  const own =
    'format readout-knowledge/1\n[places]\nRUS | Port Halden = Halden; Kell\n[people]\nRUS | Ida Vale (w) [Q42]=I. Vale\n[holders]\nRUS | mayor | Mayor | 2004 Arvo Lind (m)'
  const saved = `\uFEFF${own.replace(/\n/g, '\r\n').replace(/ \| /g, '|').replace(/; /g, ' ;')}\r\n`
  const [one, other] = [parseKnowledge(own), parseKnowledge(saved)]
  for (const words of ['Port Halden', 'Halden', 'Kell', 'Ida Vale', 'I. Vale', 'Arvo Lind']) {
    expect(findSenses(one, words)).toHaveLength(1)
    expect(findSenses(other, words)).toEqual(findSenses(one, words))
  }
})
