import { beforeAll, describe, expect, test } from 'vitest'
import type { Mention } from '../document/mention.ts'
import type { TokenSpan } from '../document/span.ts'
import { readSyntax } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { parseKnowledge } from '../knowledge/knowledge.ts'
import { type ReaderParts, readLayers } from '../reader/reader.ts'
import { loadReader } from '../runtime/runtime.ts'
import { readTokens } from '../text/text.ts'
import { findMentions } from './mentions.ts'

/** Invented countries and people; a few real capitals and bodies where knowledge is what is tested. */
const KNOWLEDGE = parseKnowledge(`format readout-knowledge/1
version test
covers 2026-01-15
[countries]
BLM | Belmora | Belmoran | Belmoran/Belmorans | Lindhaven | Republic of Belmora
VRL | Varland | Varlandic | Varlander/Varlanders | Kestrel City |
OST | Ostria | Ostrian | Ostrian/Ostrians | Tarvik |
NOS | North Ostria | North Ostrian | North Ostrian/North Ostrians | Ulmgrad | Democratic Republic of Ostria
RUS | Russia | Russian | Russian/Russians | Moscow | Russian Federation
USA | United States | American; US | American/Americans | Washington | US; U.S.
GBR | United Kingdom | British; UK | Briton/Britons;British/British | London | UK; Britain
FRA | France | French | Frenchman/Frenchmen;French/French | Paris |
GEO | Georgia | Georgian | Georgian/Georgians | Tbilisi |
CHN | China | Chinese | Chinese/Chinese | Beijing | People's Republic of China
JOR | Jordan | Jordanian | Jordanian/Jordanians | Amman |
[seats]
RUS | Kremlin
USA | White House
[places]
VRL | Port Halden; Skarne
- | Middle East
[institutions]
OST | Ostrian National Guard; Tarvik Institute
VRL | Bureau of Tides
[organizations]
- | Kurds = Kurdish
EUR | European Union = EU
UNO | United Nations = UN
[people]
BLM | Zuzka Qorvath (w)
[holders]
BLM | head-of-state | President | 2020-01-01 Arvo Lind (m)
[portfolios]
foreign | foreign; foreign affairs
defence | defence; defense
[offices]
president | head-of-state | - | president
head-of-government | head-of-government | - | prime minister; premier
leader | head-of-state | - | leader
spokesperson | spokesperson | m | spokesman
spokesperson | spokesperson | w | spokeswoman
senator | legislator | - | senator
general | military | - | general
ambassador | diplomat | - | ambassador
judge | judge | - | judge
king | head-of-state | m | king
[given-names]
m | Arvo; Tomas; Ivan
w | Ida; Maria; Julie
`)

let parts: ReaderParts

beforeAll(async () => {
  parts = (await loadReader('models/reader')).parts
})

function read(tokens: Tokens, { first, last }: TokenSpan): string {
  return tokens.text.slice(tokens.start[first], tokens.end[last - 1])
}

/** “words = form kind country many gender {title office of} <owner> (part + part)”, what is null left out. */
function render(tokens: Tokens, mention: Mention, all: readonly Mention[]): string {
  const titles = mention.titles.map((title) => `{${[title.isFormer ? 'ex' : '', read(tokens, title), title.office, title.of].filter(Boolean).join(' ')}}`)
  const joined = mention.parts.map((part) => read(tokens, all[part] as Mention)).join(' + ')
  return [
    `${read(tokens, mention)} =`,
    ...[
      mention.form,
      mention.kind,
      mention.country,
      mention.number === 'many' ? 'many' : null,
      mention.gender,
      mention.person === 3 ? null : `p${mention.person}`,
    ],
    ...[titles.join(' '), mention.owner ? `<${read(tokens, mention.owner)}>` : null, joined ? `(${joined})` : null],
  ]
    .filter(Boolean)
    .join(' ')
}

async function readMentions(text: string): Promise<string[]> {
  const { tokens } = readTokens(text)
  const layers = await readLayers(tokens, parts)
  const found = findMentions(readSyntax(tokens, layers), layers, KNOWLEDGE)
  return found.map((mention) => render(tokens, mention, found))
}

/** Expected mentions, each with the traits that matter: “Lind = person man”. “!” before one: no mention begins with these words. */
function check(text: string, ...expected: string[]): void {
  test(text, async () => {
    const found = await readMentions(text)
    const missing = expected.filter((one) => {
      if (one.startsWith('!')) return found.some((line) => line.startsWith(`${one.slice(1)} =`))
      const [words = '', traits = ''] = one.split(' = ')
      const wanted = traits.match(/\{[^}]*\}|<[^>]*>|\([^)]*\)|\S+/g) ?? []
      return !found.some((line) => line.startsWith(`${words} =`) && wanted.every((trait) => ` ${line} `.includes(` ${trait} `)))
    })
    expect(missing, found.join('\n')).toEqual([])
  })
}

describe('names of people', () => {
  check(
    'Belmoran President Arvo Lind’s plane landed in Skarne.',
    'Arvo Lind = name person BLM man {President president BLM}',
    'Belmoran = demonym country BLM',
    '!Belmoran President',
    '!President',
  )
  check(
    'North Ostrian leader Pak Dol Sun pledged his support.',
    'Pak Dol Sun = name person NOS {leader leader NOS}',
    'North Ostrian = demonym country NOS',
    '!leader',
  )
  check('Mr. Vale met Mrs. Lind-Olsen on Monday.', 'Vale = name person man', 'Lind-Olsen = name person woman')
  check('The meeting with bin Rashad and van der Veen was short.', 'bin Rashad = name person', 'van der Veen = name person')
  check('Ida Vale Jr. spoke first.', 'Ida Vale Jr. = name person woman')
  check('Sen. Maria Holt, D-Ohio, voted against it.', 'Maria Holt = name person woman {Sen. senator}', '!D-Ohio')
  check(
    'Georgia’s Foreign Minister Nina Beran arrived.',
    'Nina Beran = name person GEO {Foreign Minister foreign-minister GEO} <Georgia’s>',
    'Georgia = name country GEO',
    '!Georgia’s Foreign Minister',
  )
  check(
    'Nina Beran, the foreign minister of Varland, said no.',
    'Nina Beran = name person VRL {foreign minister foreign-minister VRL}',
    'the foreign minister of Varland = nominal person VRL',
  )
  check('Former President Tomas Hale died on Sunday.', 'Tomas Hale = name person man {ex President president}')
  check(
    'The Kremlin spokesman, Ivan Petrel, told reporters that talks went on.',
    'Ivan Petrel = name person RUS man {spokesman spokesperson RUS}',
    'The Kremlin spokesman = nominal person RUS man',
    'reporters = nominal group many',
  )
  check('He visited Lindhaven with his wife Julie.', 'Julie = name person woman <his>', '!his wife')
  check('Michael Jordan said that the club would be sold.', 'Michael Jordan = name person', '!Jordan')
  check('Mr. Jordan said that the club would be sold.', 'Jordan = name person man')
  check('Zuzka Qorvath spoke in parliament.', 'Zuzka Qorvath = name person BLM')
  check(
    'The Foreign Minister met Ostrian Defence Minister Tomas Rell.',
    'Tomas Rell = name person OST {Defence Minister defence-minister OST}',
    'The Foreign Minister = nominal person',
  )
})

describe('titles of several words and names that are words', () => {
  check('Varland’s Secretary of State Karl Ombre said no.', 'Karl Ombre = name person VRL', '!State Karl Ombre')
  check(
    'Secretary of State Karl Ombre met Ostria’s Minister of Foreign Affairs Ida Vale.',
    'Karl Ombre = name person',
    'Ida Vale = name person woman OST',
    '!Foreign Affairs',
  )
  check('Chief of Staff Ada Fell and Lord Mayor Karl Ombre resigned.', 'Ada Fell = name person', 'Karl Ombre = name person', '!Staff', '!Mayor')
  check('Minister for the Middle East Tomas Lind comments on the ruling.', 'Tomas Lind = name person man', '!Middle East Tomas Lind')
  check('The former minister Christian Sund met Guy Vale and Pal Dreyer.', 'Christian Sund = name person', 'Guy Vale = name person', 'Pal Dreyer = name person')
  check('Its foreign minister, Ivan Aldin, met Julie van der Meel.', 'Ivan Aldin = name person man', 'Julie van der Meel = name person woman')
  check('He and his fellow Senators refused.', 'his fellow Senators = nominal group many', '!Senators')
})

describe('what is no person', () => {
  check('Envoys from Ostria left early.', 'Envoys from Ostria = nominal group OST many')
  check('The relief agency Red Lantern sent tents. Red Lantern takes no part in politics.', 'Red Lantern = name organization')
  check('Its owner, Havlin Lines, went out of business.', 'Havlin Lines = name organization')
  check('They thanked the bishop of Asel.', 'Asel = name place')
  check('Elin Harrow signed it on Monday. The Harrows agree on the tunnel.', 'Harrows = name group')
  check('PORT HALDEN, June 6 (Norda) – The talks went on.', 'Norda = name organization')
  check('LIV SAND: I see no reason.\n\nAfter the briefing, Sand left.', 'Sand = name person')
})

describe('countries, capitals, demonyms', () => {
  check(
    'Varland and Ostria signed a treaty.',
    'Varland = name country VRL',
    'Ostria = name country OST',
    'Varland and Ostria = name country many (Varland + Ostria)',
  )
  check('BELMORA ACCUSES OSTRIA OF SPYING', 'BELMORA = name country BLM', 'OSTRIA = name country OST')
  check('The decision was made by Moscow.', 'Moscow = metonym country RUS')
  check('Moscow denied the accusation.', 'Moscow = metonym country RUS')
  check('Talks with Moscow will resume.', 'Moscow = metonym country RUS')
  check('Ties between Moscow and Tarvik have improved.', 'Moscow = metonym country', 'Tarvik = metonym country OST')
  check('The ambassador criticized Moscow’s policy.', 'Moscow = metonym country')
  check('They met in Moscow on Tuesday.', 'Moscow = name place RUS')
  check('She flew to Moscow for a holiday.', 'Moscow = name place')
  check('The minister visited Moscow last week.', 'Moscow = name place')
  check('The streets of Moscow were empty.', 'Moscow = name place')
  check('MOSCOW (Agency) — The minister resigned on Monday.', 'MOSCOW = name place')
  check('The Kremlin rejected the plan.', 'Kremlin = metonym country RUS')
  check('He was received at the Kremlin.', 'Kremlin = name place')
  check('The White House declined to comment.', 'White House = metonym country USA')
  check('The Belmorans have refused the offer.', 'The Belmorans = demonym country BLM many')
  check('Two Belmorans were arrested at the airport.', 'Two Belmorans = demonym group BLM many')
  check('The Kurds want a treaty, said a Kurdish mayor.', 'The Kurds = demonym group many', 'Kurdish = demonym group')
  check('Ostrian jets crossed the border.', 'Ostrian = demonym country OST', 'the border = nominal place')
  check('The Ostrian National Guard moved in.', 'Ostrian National Guard = name organization OST', 'Ostrian = demonym country OST')
  check('A U.S. official confirmed it.', 'U.S. = name country USA', 'A U.S. official = nominal person USA', '!U.S. official')
  check('It gave us hope.', '!us = name', 'us = pronoun many p1')
  check('North Ostria said that the North’s leader would come.', 'North Ostria = name country NOS', 'the North = nominal country NOS')
  check('The North Ostrian envoy Pak Dol - sun left early.', 'Pak Dol - sun = name person NOS')
  check('The city of Port Halden lies in the north.', 'Port Halden = name place VRL', 'The city of Port Halden = nominal place VRL')
  check('They met at the Halden Cosmodrome in Varland.', 'Halden Cosmodrome = name place VRL')
})

describe('noun phrases', () => {
  check('The pundit praised her Georgian counterpart.', 'The pundit = nominal person', 'her Georgian counterpart = nominal person GEO <her>')
  check('The two leaders shook hands.', 'The two leaders = nominal group many')
  check('The 43-year-old was arrested in Skarne.', 'The 43-year-old = nominal person')
  check('Western officials welcomed the statement.', 'Western officials = nominal group many', 'the statement = nominal document')
  check('A person familiar with the matter said so.', 'A person familiar with the matter = nominal person')
  check(
    'A report by the council criticized the ministry.',
    'A report by the council = nominal document',
    'the council = nominal organization',
    'the ministry = nominal organization',
  )
  check(
    'The country’s foreign ministry summoned him.',
    'The country’s foreign ministry = nominal organization <The country’s>',
    'The country = nominal country',
  )
  check('The dockers of Skarne went home. Some welders stayed.', 'The dockers of Skarne = nominal group VRL many', 'Some welders = nominal group many')
  check('The fishermen were heard.', 'The fishermen = nominal group many')
  check('The two navies have trained together.', 'The two navies = nominal organization many')
  check('Ostria’s coast guard held the boat.', 'Ostria’s coast guard = nominal organization OST')
  check('The army blamed the Hill Front. The Front freed two hostages.', 'Hill Front = name organization', 'The Front = nominal organization')
  check('Some threw stones at the hall. The eight who stayed signed the charter.', 'Some = nominal group many', 'The eight = nominal group many')
  check('Muslim leaders in France met on Friday.', 'Muslim leaders in France = nominal group FRA many')
  check('Varland’s ambassador to Ostria was recalled.', 'Varland’s ambassador to Ostria = nominal person VRL <Varland’s> {ambassador ambassador VRL}')
  check('European Union legislators adopted the rule.', 'European Union legislators = nominal group EUR many', 'European Union = name organization EUR')
  check('An opposition lawmaker walked out.', 'An opposition lawmaker = nominal person')
  check('The police said that the driver had fled.', 'The police = nominal organization many', 'the driver = nominal person')
  check('The Varlandic government approved the plan.', 'The Varlandic government = nominal country VRL')
  check('The regional government approved the plan.', 'The regional government = nominal organization')
  check('A number of officials resigned.', 'A number of officials = nominal group many')
  check('A number of areas were discussed.', '!A number of areas')
  check('Areas of cooperation were found when the meeting took place.', '!Areas of cooperation', '!place')
  check('No leader has come.', '!No leader')
  check('The spokeswoman said nothing.', 'The spokeswoman = nominal person woman {spokeswoman spokesperson}')
  check('Authorities in Port Halden closed the harbour.', 'Authorities in Port Halden = nominal organization VRL', 'the harbour = nominal place')
  check('An Ostria-based militia claimed the attack.', 'An Ostria-based militia = nominal organization OST')
  check('The former judge of the supreme court left.', 'The former judge of the supreme court = nominal person {ex judge judge}')
  check('The Bureau of Tides warned sailors.', 'Bureau of Tides = name organization VRL', 'sailors = nominal group many')
  check('Both sides said the talks were useful.', 'Both sides = nominal group many', '!the talks')
})

describe('pronouns and coordinations', () => {
  check(
    'She told me that they would bring their own boats.',
    'She = pronoun person woman',
    'me = pronoun person p1',
    'they = pronoun many',
    'their = pronoun many',
  )
  check('We trust you.', 'We = pronoun many p1', 'you = pronoun p2')
  check('It is clear that he hurt himself.', '!It', 'he = pronoun person man', 'himself = pronoun person man')
  check('The firm sold its ships, and it made a profit.', 'its = pronoun', 'it = pronoun', 'The firm = nominal organization')
  check('Arvo Lind and Ida Vale agreed to meet.', 'Arvo Lind and Ida Vale = name person many (Arvo Lind + Ida Vale)')
  check(
    'The minister and his deputy resigned.',
    'The minister and his deputy = nominal person many (The minister + his deputy)',
    'his deputy = nominal person <his>',
  )
  check('Varland, Ostria and Belmora signed the treaty on Monday.', 'Varland, Ostria and Belmora = name country many (Varland + Ostria + Belmora)')
  check('Lind or Vale will win.', '!Lind or Vale')
  check('The man who called was polite.', 'The man = nominal person man', '!who')
})

describe('what is no mention', () => {
  check('However, progress on food prices has been slow.', '!However', '!progress', '!food prices')
  check('They met on Wednesday in January.', '!Wednesday', '!January')
  check('Freedom of association matters.', '!association')
  check('She asked for lessons in Varlandic, not by Christmas.', '!Varlandic', '!Christmas')
})

test('an article of marks alone stays linear and without mentions', async () => {
  const { tokens } = readTokens('” '.repeat(20000))
  const flat = {
    upos: new Uint8Array(tokens.count).fill(12),
    head: new Int32Array(tokens.count).fill(0),
    relation: new Uint8Array(tokens.count),
    relations: ['punct'],
  }
  flat.head[0] = -1
  const before = performance.now()
  const reference = { size: 0, anaphor: new Float32Array(), antecedent: new Float32Array() }
  const layers = { ...flat, lemma: [], names: [], attributions: [], reference }
  expect(findMentions(readSyntax(tokens, layers), layers, KNOWLEDGE)).toEqual([])
  expect(performance.now() - before).toBeLessThan(1000)
})
