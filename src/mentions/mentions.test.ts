import { describe, expect, test } from 'vitest'
import { checkMentions, INVENTED } from '../../test/read-mentions.ts'
import { readSyntax } from '../document/syntax.ts'
import { readTokens } from '../text/text.ts'
import { findMentions } from './mentions.ts'

describe('names of people', () => {
  checkMentions(
    'Belmoran President Arvo Lind’s plane landed in Skarne.',
    'Arvo Lind = name person BLM man {President president BLM}',
    'Belmoran = demonym country BLM',
    '!Belmoran President',
    '!President',
  )
  checkMentions(
    'North Ostrian leader Pak Dol Sun pledged his support.',
    'Pak Dol Sun = name person NOS {leader leader NOS}',
    'North Ostrian = demonym country NOS',
    '!leader',
  )
  checkMentions('Mr. Vale met Mrs. Lind-Olsen on Monday.', 'Vale = name person man', 'Lind-Olsen = name person woman')
  checkMentions('The meeting with bin Rashad and van der Veen was short.', 'bin Rashad = name person', 'van der Veen = name person')
  checkMentions('Ida Vale Jr. spoke first.', 'Ida Vale Jr. = name person woman')
  checkMentions('Sen. Maria Holt, D-Ohio, voted against it.', 'Maria Holt = name person woman {Sen. senator}', '!D-Ohio')
  checkMentions(
    'Georgia’s Foreign Minister Nina Beran arrived.',
    'Nina Beran = name person GEO {Foreign Minister foreign-minister GEO} <Georgia’s>',
    'Georgia = name country GEO',
    '!Georgia’s Foreign Minister',
  )
  checkMentions(
    'Nina Beran, the foreign minister of Varland, said no.',
    'Nina Beran = name person VRL {foreign minister foreign-minister VRL}',
    'the foreign minister of Varland = nominal person VRL',
  )
  checkMentions('Former President Tomas Hale died on Sunday.', 'Tomas Hale = name person man {ex President president}')
  checkMentions(
    'The Kremlin spokesman, Ivan Petrel, told reporters that talks went on.',
    'Ivan Petrel = name person RUS man {spokesman spokesperson RUS}',
    'The Kremlin spokesman = nominal person RUS man',
    'reporters = nominal group many',
  )
  checkMentions('He visited Lindhaven with his wife Julie.', 'Julie = name person woman <his>', '!his wife')
  checkMentions('Michael Jordan said that the club would be sold.', 'Michael Jordan = name person', '!Jordan')
  checkMentions('Mr. Jordan said that the club would be sold.', 'Jordan = name person man')
  checkMentions('Zuzka Qorvath spoke in parliament.', 'Zuzka Qorvath = name person BLM')
  checkMentions(
    'The Foreign Minister met Ostrian Defence Minister Tomas Rell.',
    'Tomas Rell = name person OST {Defence Minister defence-minister OST}',
    'The Foreign Minister = nominal person',
  )
})

describe('titles of several words and names that are words', () => {
  checkMentions('Varland’s Secretary of State Karl Ombre said no.', 'Karl Ombre = name person VRL', '!State Karl Ombre')
  checkMentions(
    'Secretary of State Karl Ombre met Ostria’s Minister of Foreign Affairs Ida Vale.',
    'Karl Ombre = name person',
    'Ida Vale = name person woman OST',
    '!Foreign Affairs',
  )
  checkMentions('Chief of Staff Ada Fell and Lord Mayor Karl Ombre resigned.', 'Ada Fell = name person', 'Karl Ombre = name person', '!Staff', '!Mayor')
  checkMentions('Minister for the Middle East Tomas Lind comments on the ruling.', 'Tomas Lind = name person man', '!Middle East Tomas Lind')
  checkMentions(
    'The former minister Christian Sund met Guy Vale and Pal Dreyer.',
    'Christian Sund = name person',
    'Guy Vale = name person',
    'Pal Dreyer = name person',
  )
  checkMentions('Its foreign minister, Ivan Aldin, met Julie van der Meel.', 'Ivan Aldin = name person man', 'Julie van der Meel = name person woman')
  checkMentions('He and his fellow Senators refused.', 'his fellow Senators = nominal group many', '!Senators')
})

describe('what is no person', () => {
  checkMentions('Envoys from Ostria left early.', 'Envoys from Ostria = nominal group OST many')
  checkMentions('The relief agency Red Lantern sent tents. Red Lantern takes no part in politics.', 'Red Lantern = name organization')
  checkMentions('Its owner, Havlin Lines, went out of business.', 'Havlin Lines = name organization')
  checkMentions('They thanked the bishop of Asel.', 'Asel = name place')
  checkMentions('Elin Harrow signed it on Monday. The Harrows agree on the tunnel.', 'Harrows = name group')
  checkMentions('PORT HALDEN, June 6 (Norda) – The talks went on.', 'Norda = name organization')
  checkMentions('LIV SAND: I see no reason.\n\nAfter the briefing, Sand left.', 'Sand = name person')
})

describe('countries, capitals, demonyms', () => {
  checkMentions(
    'Varland and Ostria signed a treaty.',
    'Varland = name country VRL',
    'Ostria = name country OST',
    'Varland and Ostria = name country many (Varland + Ostria)',
  )
  checkMentions('BELMORA ACCUSES OSTRIA OF SPYING', 'BELMORA = name country BLM', 'OSTRIA = name country OST')
  checkMentions('The decision was made by Moscow.', 'Moscow = metonym country RUS')
  checkMentions('Moscow denied the accusation.', 'Moscow = metonym country RUS')
  checkMentions('Talks with Moscow will resume.', 'Moscow = metonym country RUS')
  checkMentions('Ties between Moscow and Tarvik have improved.', 'Moscow = metonym country', 'Tarvik = metonym country OST')
  checkMentions('The ambassador criticized Moscow’s policy.', 'Moscow = metonym country')
  checkMentions('They met in Moscow on Tuesday.', 'Moscow = name place RUS')
  checkMentions('She flew to Moscow for a holiday.', 'Moscow = name place')
  checkMentions('The minister visited Moscow last week.', 'Moscow = name place')
  checkMentions('The streets of Moscow were empty.', 'Moscow = name place')
  checkMentions('MOSCOW (Agency) — The minister resigned on Monday.', 'MOSCOW = name place')
  checkMentions('The Kremlin rejected the plan.', 'Kremlin = metonym country RUS')
  checkMentions('He was received at the Kremlin.', 'Kremlin = name place')
  checkMentions('The White House declined to comment.', 'White House = metonym country USA')
  checkMentions('The Belmorans have refused the offer.', 'The Belmorans = demonym country BLM many')
  checkMentions('Two Belmorans were arrested at the airport.', 'Two Belmorans = demonym group BLM many')
  checkMentions('The Kurds want a treaty, said a Kurdish mayor.', 'The Kurds = demonym group many', 'Kurdish = demonym group')
  checkMentions('Ostrian jets crossed the border.', 'Ostrian = demonym country OST', 'the border = nominal place')
  checkMentions('The Ostrian National Guard moved in.', 'Ostrian National Guard = name organization OST', 'Ostrian = demonym country OST')
  checkMentions('A U.S. official confirmed it.', 'U.S. = name country USA', 'A U.S. official = nominal person USA', '!U.S. official')
  checkMentions('It gave us hope.', '!us = name', 'us = pronoun many p1')
  checkMentions('North Ostria said that the North’s leader would come.', 'North Ostria = name country NOS', 'the North = nominal country NOS')
  checkMentions('The North Ostrian envoy Pak Dol - sun left early.', 'Pak Dol - sun = name person NOS')
  checkMentions('The city of Port Halden lies in the north.', 'Port Halden = name place VRL', 'The city of Port Halden = nominal place VRL')
  checkMentions('They met at the Halden Cosmodrome in Varland.', 'Halden Cosmodrome = name place VRL')
})

describe('noun phrases', () => {
  checkMentions('The pundit praised her Georgian counterpart.', 'The pundit = nominal person', 'her Georgian counterpart = nominal person GEO <her>')
  checkMentions('The two leaders shook hands.', 'The two leaders = nominal group many')
  checkMentions('The 43-year-old was arrested in Skarne.', 'The 43-year-old = nominal person')
  checkMentions('Western officials welcomed the statement.', 'Western officials = nominal group many', 'the statement = nominal document')
  checkMentions('A person familiar with the matter said so.', 'A person familiar with the matter = nominal person')
  checkMentions(
    'A report by the council criticized the ministry.',
    'A report by the council = nominal document',
    'the council = nominal organization',
    'the ministry = nominal organization',
  )
  checkMentions(
    'The country’s foreign ministry summoned him.',
    'The country’s foreign ministry = nominal organization <The country’s>',
    'The country = nominal country',
  )
  checkMentions('The dockers of Skarne went home. Some welders stayed.', 'The dockers of Skarne = nominal group VRL many', 'Some welders = nominal group many')
  checkMentions('The fishermen were heard.', 'The fishermen = nominal group many')
  checkMentions('The two navies have trained together.', 'The two navies = nominal organization many')
  checkMentions('Ostria’s coast guard held the boat.', 'Ostria’s coast guard = nominal organization OST')
  checkMentions('The army blamed the Hill Front. The Front freed two hostages.', 'Hill Front = name organization', 'The Front = nominal organization')
  checkMentions('Some threw stones at the hall. The eight who stayed signed the charter.', 'Some = nominal group many', 'The eight = nominal group many')
  checkMentions('Muslim leaders in France met on Friday.', 'Muslim leaders in France = nominal group FRA many')
  checkMentions('Varland’s ambassador to Ostria was recalled.', 'Varland’s ambassador to Ostria = nominal person VRL <Varland’s> {ambassador ambassador VRL}')
  checkMentions('European Union legislators adopted the rule.', 'European Union legislators = nominal group EUR many', 'European Union = name organization EUR')
  checkMentions('An opposition lawmaker walked out.', 'An opposition lawmaker = nominal person')
  checkMentions('The police said that the driver had fled.', 'The police = nominal organization many', 'the driver = nominal person')
  checkMentions('The Varlandic government approved the plan.', 'The Varlandic government = nominal country VRL')
  checkMentions('The regional government approved the plan.', 'The regional government = nominal organization')
  checkMentions('A number of officials resigned.', 'A number of officials = nominal group many')
  checkMentions('A number of areas were discussed.', '!A number of areas')
  checkMentions('Those are areas that both can build up.', '!areas')
  checkMentions('She told of areas of cooperation.', '!areas')
  checkMentions('Troops left the residential areas.', 'the residential areas = nominal place')
  checkMentions('Areas of cooperation were found when the meeting took place.', '!Areas of cooperation', '!place')
  checkMentions('No leader has come.', '!No leader')
  checkMentions('The spokeswoman said nothing.', 'The spokeswoman = nominal person woman {spokeswoman spokesperson}')
  checkMentions('Authorities in Port Halden closed the harbour.', 'Authorities in Port Halden = nominal organization VRL', 'the harbour = nominal place')
  checkMentions('An Ostria-based militia claimed the attack.', 'An Ostria-based militia = nominal organization OST')
  checkMentions('The former judge of the supreme court left.', 'The former judge of the supreme court = nominal person {ex judge judge}')
  checkMentions('The Bureau of Tides warned sailors.', 'Bureau of Tides = name organization VRL', 'sailors = nominal group many')
  checkMentions('Both sides said the talks were useful.', 'Both sides = nominal group many', '!the talks')
})

describe('pronouns and coordinations', () => {
  checkMentions(
    'She told me that they would bring their own boats.',
    'She = pronoun person woman',
    'me = pronoun person p1',
    'they = pronoun many',
    'their = pronoun many',
  )
  checkMentions('We trust you.', 'We = pronoun many p1', 'you = pronoun p2')
  checkMentions('It is clear that he hurt himself.', '!It', 'he = pronoun person man', 'himself = pronoun person man')
  checkMentions('The firm sold its ships, and it made a profit.', 'its = pronoun', 'it = pronoun', 'The firm = nominal organization')
  checkMentions('Arvo Lind and Ida Vale agreed to meet.', 'Arvo Lind and Ida Vale = name person many (Arvo Lind + Ida Vale)')
  checkMentions(
    'The minister and his deputy resigned.',
    'The minister and his deputy = nominal person many (The minister + his deputy)',
    'his deputy = nominal person <his>',
  )
  checkMentions('Varland, Ostria and Belmora signed the treaty on Monday.', 'Varland, Ostria and Belmora = name country many (Varland + Ostria + Belmora)')
  checkMentions('Lind or Vale will win.', '!Lind or Vale')
  checkMentions('The man who called was polite.', 'The man = nominal person man', '!who')
})

describe('what is no mention', () => {
  checkMentions('However, progress on food prices has been slow.', '!However', '!progress', '!food prices')
  checkMentions('They met on Wednesday in January.', '!Wednesday', '!January')
  checkMentions('Freedom of association matters.', '!association')
  checkMentions('She asked for lessons in Varlandic, not by Christmas.', '!Varlandic', '!Christmas')
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
  expect(findMentions(readSyntax(tokens, layers), layers, INVENTED)).toEqual([])
  expect(performance.now() - before).toBeLessThan(1000)
})
