import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Readout, ReadoutEntity } from '../document/readout.ts'
import { indexKnowledge, mergeKnowledge, parseKnowledge } from '../knowledge/knowledge.ts'
import {
  chooseIdentity,
  type Decided,
  describeEntity,
  foldIdentityName,
  gatherFacts,
  type IdentityDraft,
  type KnownIdentity,
  openIdentity,
} from './identities.ts'

const OWN = parseKnowledge(`format readout-knowledge/1
version test
covers 2026-01-15
[countries]
BLM | Belmora | Belmoran | Belmoran/Belmorans | Lindhaven | Republic of Belmora
VRL | Varland | Varlandic | Varlander/Varlanders | Kestrel City |
OST | Ostria | Ostrian | Ostrian/Ostrians | Tarvik |
[institutions]
VRL | Harbour Court = Court of the Harbour
[people]
BLM | Ilse Maran (w) = Maran
[holders]
BLM | foreign-minister | Foreign Minister | 2019-05-01 Ilse Maran (w)
BLM | head-of-government | Prime Minister | 2018-01-01 Torvald Hessen (m)
`)
const KNOWLEDGE = mergeKnowledge(indexKnowledge(readFileSync('knowledge/world.txt', 'utf8')), OWN)

/** “kind: name | country | offices; … | day | other names; …”; a person where no kind stands. A name in brackets is a description. */
function readEntity(line: string): { entity: ReadoutEntity; day: string | null } {
  const [, kind = 'person', rest = ''] = /^(?:(person|org|place|country|group|document): )?(.*)$/.exec(line) ?? []
  const [name = '', country = '', offices = '', day = '', others = ''] = rest.split('|').map((part) => part.trim())
  const words = name.replace(/^\((.*)\)$/, '$1')
  const names = [words, ...others.split(';').map((other) => other.trim())].filter((other) => other !== '')
  const form = words === name ? ('name' as const) : ('nominal' as const)
  return {
    entity: {
      id: 'e1',
      kind: kind === 'org' ? 'organization' : (kind as ReadoutEntity['kind']),
      name: words,
      country: country === '' ? null : country,
      roles: offices.split(';').flatMap((title) => (title.trim() === '' ? [] : [{ title: title.trim(), of: null, span: { start: 0, end: 1, text: title } }])),
      link: kind === 'country' && country !== '' ? { iso3: country } : {},
      mentions: names.map((text, n) => ({ start: n, end: n + 1, text, form })),
    },
    day: day === '' ? '2024-03-14' : day,
  }
}

interface Library {
  readonly known: KnownIdentity[]
  /** Identity of each line, null for none. */
  readonly tied: (number | null)[]
  readonly whys: string[]
}

/** Ties entities in order, as a store does: candidates by folded names, facts gathered after each. */
function tieAll(lines: readonly string[], decide: Readonly<Record<number, { merged?: Decided[]; split?: Decided[] }>> = {}): Library {
  const library: Library = { known: [], tied: [], whys: [] }
  for (const [n, line] of lines.entries()) {
    const { entity, day } = readEntity(line)
    const readout = { article: { publishedOn: day }, entities: [entity] } as unknown as Readout
    const draft = describeEntity(entity, readout, KNOWLEDGE, `a${n}`)
    if (!draft) {
      library.tied.push(null)
      continue
    }
    const candidates = library.known.filter(({ names }) => names.some(({ folded }) => draft.keys.includes(folded)))
    const { identity, why } = chooseIdentity(draft, candidates, KNOWLEDGE)
    const id = identity ?? library.known.length
    library.known[id] = { ...addArticle(library.known[id] ?? null, draft, id), ...decide[id] }
    library.whys.push(why)
    library.tied.push(id)
  }
  return library
}

function addArticle(before: KnownIdentity | null, draft: IdentityDraft, id: number): KnownIdentity {
  const now = openIdentity(draft, id)
  if (!before) return now
  const days = [before.firstSeenOn, before.lastSeenOn, draft.seenOn].filter((seen) => seen !== null).sort()
  return { ...now, ...gatherFacts(before, draft), firstSeenOn: days[0] ?? null, lastSeenOn: days.at(-1) ?? null, names: [...before.names, ...now.names] }
}

/** Letters of the partition, in the order of the lines: “AAB”; a dash for none. */
function letter(tied: readonly (number | null)[]): string {
  const seen: number[] = []
  return tied
    .map((id) => {
      if (id === null) return '-'
      if (!seen.includes(id)) seen.push(id)
      return String.fromCharCode(65 + seen.indexOf(id))
    })
    .join('')
}

/** Clear cases: the same in any order of the articles. */
const CLEAR: readonly [string, readonly string[]][] = [
  // States and governments
  ['AA', ['country: Belmora | BLM', 'country: Belmora | BLM']],
  ['AB', ['country: Belmora | BLM', 'country: Varland | VRL']],
  ['AAA', ['country: Belmora | BLM', 'org: Government of Belmora | BLM', 'org: Belmoran Government | BLM']],
  ['AA', ['country: Quelland', 'country: Quelland']],
  ['AB', ['country: Quelland', 'country: Norrland']],
  ['AB', ['country: Belmora | BLM', 'person: Belmora Holt | BLM']],
  // Known office holders
  ['AA', ['Ilse Maran | BLM | Foreign Minister', 'Ilse Maran']],
  ['AA', ['Ilse Maran | BLM', 'Maran | BLM']],
  ['AA', ['Ilse Maran', 'State Ilse Maran']],
  ['AA', ['Ilse Maran | BLM', 'Ilse Marán | BLM']],
  ['AB', ['Ilse Maran | BLM | Foreign Minister', 'Ilse Maran | VRL | striker']],
  ['AB', ['Ilse Maran | BLM | Foreign Minister', 'Ilse Maran | | singer']],
  ['AB', ['Ilse Maran | BLM', 'Ilse Maran | OST | teacher']],
  ['AA', ['Torvald Hessen | BLM', 'Torvald Hessen | UNO']],
  ['AB', ['Torvald Hessen | BLM', 'Torvald Hessen Jr. | BLM']],
  // Unknown people
  ['AA', ['Arvo Tallis | VRL', 'Arvo Tallis | VRL']],
  ['AA', ['Arvo Tallis', 'Arvo Tallis']],
  ['AA', ['Arvo Tallis | VRL', 'Arvo Tallis']],
  ['AB', ['Arvo Tallis | VRL', 'Arvo Tallis | BLM']],
  ['AB', ['Arvo Tallis | VRL', 'Mira Tallis | VRL']],
  ['AB', ['Arvo Tallis | VRL | minister of fisheries', 'Arvo Tallis | VRL | footballer']],
  ['AA', ['Arvo Tallis | VRL | minister of fisheries', 'Arvo Tallis | VRL | prime minister | 2029-01-01']],
  ['AA', ['Arvo Tallis | VRL | mayor', 'Arvo Tallis | VRL | opposition leader']],
  ['AA', ['Arvo Tallis | UNO | envoy', 'Arvo Tallis | VRL | envoy']],
  ['AB', ['Arvo Tallis | | | 1921-05-01', 'Arvo Tallis | | | 2024-05-01']],
  ['AA', ['Dr. Arvo Tallis | VRL', 'Arvo Tallis | VRL']],
  ['AA', ['Gen. Arvo Tallis | VRL', 'Arvo Tallis | VRL']],
  ['AA', ['Arvo B. Tallis | VRL', 'Arvo Tallis | VRL']],
  ['AB', ['Arvo B. Tallis | VRL', 'Arvo C. Tallis | VRL']],
  ['AA', ['Arvo Benno Tallis | VRL | | | Tallis', 'Arvo B. Tallis | VRL | | | Tallis']],
  ['AA', ['Arvo Benno Tallis | VRL | | | Tallis', 'Arvo Tallis | VRL | | | Tallis']],
  ['AA', ['Arvo Benno Tallis | | | | Tallis', 'Arvo Tallis | | | | Tallis']],
  ['AB', ['Arvo Tallis | VRL', 'Arvo Tallis Jr. | VRL']],
  ['AA', ['Arvo Tallis Sr. | VRL', 'Arvo Tallis | VRL']],
  ['AA', ['Robert Tallis | VRL', 'Bob Tallis | VRL']],
  ['AA', ['Christopher Holt | OST', 'Chris Holt | OST']],
  ['AB', ['Robert Tallis | VRL', 'Robin Tallis | VRL']],
  ['AA', ['H.R. Holt | VRL', 'H. R. Holt | VRL']],
  ['AA', ['J. Christopher Holt | VRL', 'Christopher Holt | VRL']],
  ['AA', ['Sergei Palenko | OST', 'Sergey Palenko | OST']],
  ['AA', ['Mohammed al-Rasim | OST', 'Muhammad Rasim | OST']],
  ['AA', ['Yusef Karimov | OST', 'Yusuf Karimov | OST']],
  ['AA', ['Zoë Brandström | VRL', 'Zoe Brandstrom | VRL']],
  ['AA', ['Pak Jong Su | OST', 'Pak Jong-su | OST']],
  ['AA', ['Pak Jong Su | OST', 'Jong Su Pak | OST']],
  ['AB', ['Pak Jong Su | OST', 'Pak Jong Ho | OST']],
  ['AB', ['Lena Skov | OST', 'Lina Skov | OST']],
  // A family name alone is nobody's
  ['AB', ['Tallis', 'Tallis']],
  ['AB', ['Arvo Tallis | VRL', 'Tallis | VRL']],
  ['AB', ['Arvo Tallis | VRL | spokesman', 'Tallis | BLM | spokesman']],
  // Organisations
  ['AA', ['org: Harbour Institute | VRL', 'org: Harbour Institute | VRL']],
  ['AA', ['org: the Harbour Institute', 'org: Harbour Institute']],
  ['AB', ['org: Harbour Institute | VRL', 'org: Harbour Institute | BLM']],
  ['AA', ['org: Harbour Workers Federation | VRL | | | HWF', 'org: HWF | VRL']],
  ['AB', ['org: Defence Ministry | VRL', 'org: Defence Ministry | BLM']],
  ['AA', ['org: Defence Ministry | VRL', 'org: Ministry of Defense | VRL']],
  ['AA', ['org: Varlandic Defence Ministry | VRL', 'org: Defence Ministry | VRL']],
  ['AA', ['org: Ministry of Defence of Varland | VRL', 'org: Varlandic Defence Ministry | VRL']],
  ['AB', ['org: Defence Ministry', 'org: Defence Ministry']],
  ['AB', ['org: Defence Ministry | VRL', 'org: Defence Ministry']],
  ['AB', ['org: Defence Ministry | VRL', 'org: Interior Ministry | VRL']],
  ['AB', ['org: Labour Party | VRL', 'org: Labour Party | BLM']],
  ['AB', ['org: Varlandic Embassy | VRL', 'org: Varlandic Embassy | VRL']],
  ['AA', ['org: Harbour Court | VRL', 'org: Court of the Harbour | VRL']],
  ['AA', ['org: United Nations | UNO', 'org: U.N. | UNO']],
  ['AA', ['org: Islamic State | OST', 'org: ISIS | VRL']],
  ['AB', ['org: Norda', 'person: Norda']],
  // Places
  ['AA', ['place: Skarne | VRL', 'place: Skarne | VRL']],
  ['AB', ['place: Skarne | VRL', 'place: Skarne | OST']],
  ['AA', ['place: Skarne | VRL', 'place: Skarne']],
  // No identity beyond the article
  ['--', ['group: Varlanders | VRL', 'group: officials']],
  ['--', ['document: Harbour Report', 'document: Harbour Report']],
  ['--', ['person: (a senior official) | VRL | official', 'person: (the minister) | VRL']],
  ['--', ['org: (the agency)', 'place: (the border)']],
]

test.each(CLEAR)('%s: %j, in any order', (expected, lines) => {
  expect(letter(tieAll(lines).tied)).toBe(expected)
  expect(letter(tieAll(lines.toReversed()).tied.toReversed())).toBe(letter(tieAll(lines).tied))
})

/** Cases that hang on what the library knows already. */
test.each([
  [
    'a name that two have in part',
    'ABB',
    ['Arvo W. Tallis | VRL | | | Arvo Tallis; Tallis', 'Arvo H. W. Tallis | VRL | | | Arvo Tallis; Tallis', 'Arvo H.W. Tallis | VRL | | | Tallis'],
  ],
  ['two of a name: one without a country is a third', 'ABC', ['Arvo Tallis | VRL', 'Arvo Tallis | BLM', 'Arvo Tallis']],
  ['two of a name: the country tells which', 'ABA', ['Arvo Tallis | VRL', 'Arvo Tallis | BLM', 'Arvo Tallis | VRL']],
  ['two of a name: the office tells which', 'ABB', ['Arvo Tallis | VRL | judge', 'Arvo Tallis | BLM | mayor', 'Arvo Tallis | | mayor']],
  ['whoever was of no country gets the first that is told, and no other', 'AAB', ['Arvo Tallis', 'Arvo Tallis | VRL', 'Arvo Tallis | BLM']],
  ['an initial with country and office', 'AA', ['Arvo Tallis | VRL | judge | | Tallis', 'A. Tallis | VRL | judge']],
  ['an initial with nothing else', 'AB', ['Arvo Tallis | VRL | judge | | Tallis', 'A. Tallis']],
  ['an initial of two', 'ABC', ['Arvo Tallis | VRL | judge | | Tallis', 'Anna Tallis | VRL | judge | | Tallis', 'A. Tallis | VRL | judge']],
  ['a family name with country and office', 'AA', ['Arvo Tallis | VRL | fisheries minister | | Tallis', 'Tallis | VRL | fisheries minister']],
  [
    'a family name with country and an office that two have',
    'ABC',
    ['Arvo Tallis | VRL | judge | | Tallis', 'Mira Tallis | VRL | judge | | Tallis', 'Tallis | VRL | judge'],
  ],
  ['a short form that two may have', 'ABC', ['Robert Tallis | VRL | | | Tallis', 'Rupert Tallis | VRL | | | Tallis', 'R. Tallis | VRL']],
  ['the name in another order needs a country', 'AB', ['James Thomas | VRL', 'Thomas James']],
  [
    'three ministries of one name',
    'ABACB',
    [
      'org: Defence Ministry | VRL',
      'org: Defence Ministry | BLM',
      'org: Varlandic Ministry of Defense | VRL',
      'org: Defence Ministry',
      'org: Belmoran Defence Ministry | BLM',
    ],
  ],
  ['two bodies of one abbreviation', 'ABC', ['org: Harbour Workers Federation | VRL | | | HWF', 'org: House Writers Forum | BLM | | | HWF', 'org: HWF']],
  ['an actor who became president in the same country is read as two', 'AB', ['Bela Strand | OST | actor', 'Bela Strand | OST | president']],
  ['an actor and president is told once', 'AA', ['Bela Strand | OST | actor; president', 'Bela Strand | OST | president']],
] as const)('%s', (_, expected, lines) => {
  expect(letter(tieAll(lines).tied)).toBe(expected)
})

test('what people decided wins', () => {
  const facts = { folded: [foldIdentityName('Arvo Tallis')], country: 'BLM', articles: [] }
  const lines = ['Arvo Tallis | VRL', 'Arvo Tallis | BLM', 'Arvo Tallis | BLM']
  expect(letter(tieAll(lines).tied)).toBe('ABB')
  expect(tieAll(lines, { 0: { merged: [facts] } })).toMatchObject({ tied: [0, 0, 0], whys: ['new', 'decided', 'decided'] })
  const split = { ...facts, country: 'VRL', articles: ['a1'] }
  expect(letter(tieAll(['Arvo Tallis | VRL', 'Arvo Tallis | VRL', 'Mira Holt | VRL'], { 0: { split: [split] } }).tied)).toBe('ABC')
  expect(letter(tieAll(['Arvo Tallis | VRL', 'Mira Holt | VRL', 'Arvo Tallis | VRL'], { 0: { split: [split] } }).tied)).toBe('ABA')
})

test('clear cases together tie the same in any order', () => {
  const lines = [
    'Arvo Tallis | VRL | judge',
    'Arvo Tallis | BLM',
    'org: Defence Ministry | VRL',
    'Ilse Maran | BLM',
    'country: Belmora | BLM',
    'Robert Holt | OST',
    'place: Skarne | VRL',
  ]
  const again = [
    'Dr. Arvo Tallis | VRL',
    'Arvo B. Tallis | BLM',
    'org: Varlandic Ministry of Defence | VRL',
    'Maran | BLM',
    'org: Belmoran Government | BLM',
    'Bob Holt | OST',
    'place: Skarne | VRL',
  ]
  const all = [...lines, ...again]
  let state = 7
  for (let round = 0; round < 60; round++) {
    const order = all.map((_, n) => n)
    for (let n = order.length - 1; n > 0; n--) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      const other = state % (n + 1)
      ;[order[n], order[other]] = [order[other] as number, order[n] as number]
    }
    const { tied } = tieAll(order.map((n) => all[n] as string))
    const of = (n: number) => tied[order.indexOf(n)]
    for (const n of lines.keys()) expect(of(n)).toBe(of(n + lines.length))
    expect(new Set(tied).size).toBe(lines.length)
  }
})

test('names that may be one fold to one key', () => {
  const check = (a: string, b: string) => expect(foldIdentityName(a)).toBe(foldIdentityName(b))
  check('Kim Jong-un', 'Jong Un Kim')
  check('the Ministry of Defence', 'Defense Ministry')
  check('Mohammed al-Rasim', 'Muhammad Rasim')
  check('Dr. Arvo B. Tallis', 'Arvo Tallis')
  check('Volodymyr Zelenskiy', 'Volodymyr Zelenskyy')
})
