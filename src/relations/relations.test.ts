import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EventDate, NewsEvent } from '../document/news-event.ts'
import { readSyntax } from '../document/syntax.ts'
import { linkEntities } from '../entities/entities.ts'
import { addStates } from '../knowledge/knowledge.ts'
import { findMentions } from '../mentions/mentions.ts'
import { readLayers } from '../reader/reader.ts'
import { loadEntityModel, loadKnowledge, loadReader } from '../runtime/runtime.ts'
import { findStatements } from '../statements/statements.ts'
import { readTokens } from '../text/text.ts'
import { findRelations } from './relations.ts'

const root = join(import.meta.dirname, '../..')
const { parts } = await loadReader(join(root, 'models/reader'))
const { model } = loadEntityModel(join(root, 'models/entities'))
const knowledge = addStates(
  loadKnowledge(join(root, 'knowledge')),
  ['Belmora Belmoran', 'Varland Varlandic', 'Ostria Ostrian', 'Sorai Soraian', 'Norrland Norrlandic'].map((line) => {
    const [name, adjective] = line.split(' ') as [string, string]
    return { name, adjectives: [adjective], isNamed: true }
  }),
)
const publishedOn = '2024-03-14'

async function read(text: string, events: readonly NewsEvent[] = [], dates: readonly EventDate[] = []) {
  const { tokens } = readTokens(text)
  const layers = await readLayers(tokens, parts)
  const syntax = readSyntax(tokens, layers)
  const mentions = findMentions(syntax, layers, knowledge)
  const { statements } = findStatements(tokens, layers)
  const { entities, entityOf } = linkEntities({ tokens, layers, mentions, statements, publishedOn, knowledge, model })
  const found = findRelations({ tokens, syntax, mentions, statements, entities, entityOf, events, dates, publishedOn })
  return { ...found, statements, nameOf: (e: number) => entities[e]?.name }
}

describe('cooperation: who, area, stage, realis', () => {
  const check = (text: string, ...expected: string[]) =>
    test(text, async () => {
      const { cooperation, nameOf } = await read(text)
      const told = cooperation.map(({ between, area, stage, realis }) => `${between.map(nameOf).sort().join('+')} ${area} ${stage} ${realis}`)
      expect(told.sort()).toEqual(expected.sort())
    })
  // begun
  check('Foreign ministers of Belmora and Varland signed an agreement on rail links in Kelvar on Tuesday.', 'Belmora+Varland transport originating happened')
  check('Ostria and Belmora set up a working group on fisheries.', 'Belmora+Ostria food originating happened')
  check('Belmora and Ostria agreed on Monday to resume flights between their capitals.', 'Belmora+Ostria transport originating planned')
  check('Belmora and Ostria plan to build a joint satellite.', 'Belmora+Ostria space originating planned')
  check('Ostria and Norrland opened a joint border post.', 'Norrland+Ostria border originating happened')
  check("Belmora's parliament ratified the extradition treaty with Ostria.", 'Belmora+Ostria justice originating happened')
  check('The prime ministers of Sorai and Norrland said the two countries would build a bridge.', 'Norrland+Sorai infrastructure originating planned')
  check('The defence ministers of Ostria and Belmora agreed to share intelligence on cyber attacks.', 'Belmora+Ostria intelligence originating planned')
  check('KELVAR, Jan 17 (Norda) -- Belmora and Ostria will run a night train between their capitals.', 'Belmora+Ostria transport originating planned')
  // widened
  check(
    'Ostria and Sorai will deepen their cooperation in defence and energy.',
    'Ostria+Sorai energy expanding planned',
    'Ostria+Sorai military expanding planned',
  )
  check('Belmora and Ostria have agreed to expand student exchanges.', 'Belmora+Ostria education expanding planned')
  check('The ministers of Belmora and Ostria discussed the expansion of tourism.', 'Belmora+Ostria tourism expanding hypothetical')
  check('Ostria and Varland have shared a patrol ship since last year and plan a second one.', 'Ostria+Varland border expanding ongoing')
  check(
    'Ostria and Norrland deepened their cooperation in areas such as health, climate and sport.',
    'Norrland+Ostria environment expanding happened',
    'Norrland+Ostria health expanding happened',
    'Norrland+Ostria sport expanding happened',
  )
  // long since
  check('Belmora has cooperated with Varland on nuclear safety for thirty years.', 'Belmora+Varland nuclear longstanding ongoing')
  check('Belmora and Ostria have a long-standing partnership in health research.', 'Belmora+Ostria health longstanding ongoing')
  check('The Belmoran and Ostrian police forces have worked together against smugglers since 2005.', 'Belmora+Ostria justice longstanding ongoing')
  check('The presidents of Ostria and Sorai met. The two navies have trained together for decades.', 'Ostria+Sorai military longstanding ongoing')
  check('The institutes of Ostria and Varland have counted herring together for forty years.', 'Ostria+Varland food longstanding ongoing')
  // stopped for now, and for good
  check('Varland suspended arms sales to Ostria last week.', 'Ostria+Varland arms suspended happened')
  check('Varland put the sale of drones to Ostria on hold.', 'Ostria+Varland arms suspended happened')
  check('Belmora halted the student exchange with Varland.', 'Belmora+Varland education suspended happened')
  check('The scientific cooperation between Norrland and Sorai was suspended in 2022.', 'Norrland+Sorai science suspended happened')
  check('Ostria scrapped the visa-free regime with Varland.', 'Ostria+Varland diplomacy ended happened')
  check('An agreement between Belmora and Ostria on seasonal workers expired in January.', 'Belmora+Ostria labour ended happened')
  check('Sorai and Varland broke off diplomatic relations in 1990.', 'Sorai+Varland diplomacy ended happened')
  check('Sorai withdrew from the treaty on conventional arms with Varland.', 'Sorai+Varland arms ended happened')
  // aimed at
  check('Belmora is considering a joint university with Sorai.', 'Belmora+Sorai education aspirational hypothetical')
  check('The presidents of Ostria and Varland held talks on an undersea cable.', 'Ostria+Varland technology aspirational hypothetical')
  check('Belmora and Varland failed to agree on a fishing quota.', 'Belmora+Varland food aspirational denied')
  check('Sorai wants a space programme of its own, and its president hopes that Ostria will help.', 'Ostria+Sorai space aspirational hypothetical')
  check('A gas pipeline between Ostria and Varland matters most, though it is unclear whether it was discussed.', 'Ostria+Varland energy aspirational unknown')
  // done, but the text does not tell how far along it is
  check('Belmora and Varland held joint naval drills in May.', 'Belmora+Varland military null happened')
  check('Ostria and Varland no longer train their pilots together.', 'Ostria+Varland transport ended happened')
  check('Ostria and Belmora once ran a joint radio station.', 'Belmora+Ostria media ended happened')
  check('Ostria and Varland have swapped teachers since 1998.', 'Ostria+Varland education longstanding ongoing')
  check('Ostria and Belmora celebrated thirty years of cooperation in medicine.', 'Belmora+Ostria health longstanding ongoing')
  check('In 2019 the two governments shelved plans for a tunnel between Ostria and Belmora.', 'Belmora+Ostria transport suspended happened')
  // none: one side alone, words alone, what was not done, what only looks like work
  check('Sorai launched its second satellite on Tuesday.')
  check('Sorai wants a space programme of its own.')
  check('Ostria and Sorai both raised tariffs on steel.')
  check('Ostria condemned the missile programme of Sorai.')
  check('Ostria ended the Soraian missile programme.')
  check('Belmora did not suspend the gas deliveries to Ostria.')
  check('Ostria and Varland have never cooperated on defence.')
  check('Ostria and Varland share a short border.')
  check('The ministers of Ostria and Varland held a joint press conference.')
  check('Ostria and Varland agreed on the need for free trade.')
  check('Sorai left the climate accord in May.')
})

describe('lists of areas', () => {
  const text =
    'The presidents of Ostria and Sorai met on the island. “It named fields of cooperation which this summit was either launching, such as satellites, or widening, such as schools and theatre,” said Nadia Korr.'
  test('each list belongs to the stage before it, within the statement that tells it', async () => {
    const { cooperation, nameOf } = await read(text)
    expect(cooperation.map(({ area, stage }) => `${area} ${stage}`)).toEqual(['space originating', 'education expanding', 'culture expanding'])
    expect(cooperation.every(({ between, statedIn }) => between.map(nameOf).sort().join() === 'Ostria,Sorai' && statedIn !== null)).toBe(true)
    expect(cooperation[1]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['fields of cooperation', 'widening, such as schools and theatre'])
  })
  test('what is told later of the same work', async () => {
    const { cooperation, nameOf } = await read(
      'Ostria and Varland have shared a patrol ship since last year and plan a second one. Belmora left the joint patrols in 2022.',
    )
    expect(cooperation.map(({ between, stage }) => `${between.map(nameOf).sort().join('+')} ${stage}`)).toEqual([
      'Ostria+Varland expanding',
      'Belmora+Ostria+Varland ended',
    ])
  })
  test('the words that say that nobody knows', async () => {
    const doubt = 'The bridge between Ostria and Sorai, although I cannot say if it came up, is their next task.'
    const { cooperation } = await read(doubt)
    expect(cooperation.map(({ realis, realisCues }) => [realis, realisCues.map(({ start, end }) => doubt.slice(start, end))])).toEqual([
      ['unknown', ['although I cannot say if it came up']],
    ])
  })
  test('one entry for parties, an area and a stage', async () => {
    const { cooperation } = await read('Ostria and Sorai will deepen their cooperation in energy. The two countries agreed to expand energy cooperation.')
    expect(cooperation.length).toBe(1)
    expect(cooperation[0]?.spans.length).toBe(2)
  })
})

describe('comparisons: claim and words', () => {
  const check = (text: string, ...expected: string[]) =>
    test(text, async () => {
      const { comparisons } = await read(text)
      expect(comparisons.map(({ claim, span }) => `${claim}: ${text.slice(span.start, span.end)}`)).toEqual(expected)
    })
  check('It was the worst flood in a century.', 'most: the worst flood in a century')
  check('It was the longest meeting of the two leaders since 2011.', 'most: the longest meeting of the two leaders since 2011')
  check('It is the most fruitful summit meeting Ostria has hosted since 2011.', 'most: the most fruitful summit meeting Ostria has hosted since 2011')
  check('The summit is the largest ever held in Kelvar.', 'most: the largest ever')
  check(
    'They signed the rescue charter, the most detailed that the Forum has adopted since 2009.',
    'most: the most detailed that the Forum has adopted since 2009',
  )
  check('No help has ever come so fast.', 'most: No help has ever come so fast')
  check('Exports rose to a record high in May.', 'most: record high')
  check('Unemployment fell to its lowest level since 2008.', 'least: its lowest level since 2008')
  check('The two leaders met for the first time in a decade.', 'first: for the first time in a decade')
  check('It would be the first such trip since then.', 'first: the first such trip since then')
  check('It is an unprecedented step, the minister said.', 'first: unprecedented')
  check('Never before has a president visited the island.', 'first: Never before')
  check('This is not the first time that he has lied.', 'again: the first time')
  check('This is the third such visit this year.', 'again: the third such visit this year')
  check('The government fell for the second time in three years.', 'again: the second time in three years')
  check('Trade between the two resumed after a five-year break.', 'again: resumed', 'gap: after a five-year break')
  check('The two ministers will meet again in May.', 'again: again')
  check('They had last met in Geneva in 2018.', 'last: They had last met in Geneva in 2018')
  check('It was the last such meeting before the war.', 'last: the last such meeting')
  check('More people cross it now than at any time since 2009.', 'since: More people cross it now than at any time since 2009')
  check('The summit came after four years of silence.', 'gap: after four years of silence')
  check('It was his second visit in as many weeks.', 'again: his second visit in as many weeks')
  check('Prices rose faster than at any point in the past decade.', 'since: faster than at any point in the past decade')
  check('Not since 1990 have so many people voted.', 'since: Not since 1990')
  check('The last president to visit was Olaf Brandt.', 'last: The last president to visit')
  check('The treaty is the first of its kind.', 'first: the first of its kind')
  // none: durations, ranks without history, counts, ordinals in dates
  check('He has worked there since 2019.')
  check('The two countries have run the exchange since 1998.')
  check('The ship sailed after two years in dock.')
  check('The review will come after a year.')
  check('The first bus left at nine.')
  check('It did not deter us the first time, Riley said.')
  check('The most important thing is peace.')
  check('His most senior officials are due back, having been abroad since May.')
  check('His most loyal minister Olaf Brandt has been abroad since May.')
  check('Prices are higher than last month.')
  check('They met three times this year.')
  check('He spent the rest of the day in the west.')
  check('Again, nobody answered.')
  check('The last thing to do is wait.')
  check('The bridge opens on the first of May.')
})

describe('what a comparison looks back to and is about', () => {
  const text = 'Ostria accused Varland of theft. In 2020 the two signed a treaty. The visit will be the first since then.'
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const dated = (words: string, year: string): EventDate => ({
    span: spanOf(words),
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    grain: 'year',
    status: 'exact',
  })
  const event = (words: string): NewsEvent => ({
    type: 'CONSULT',
    mode: null,
    trigger: spanOf(words),
    mentions: [],
    participants: [],
    place: null,
    date: null,
    realis: 'happened',
    realisCues: [],
    areas: [],
    statedIn: null,
    utteredIn: null,
    confidence: 1,
  })
  test('“since then” is the date told before; the event stands nearest in syntax', async () => {
    const { comparisons } = await read(text, [event('accused'), event('signed'), event('visit')], [dated('2020', '2020')])
    expect(comparisons.map(({ claim, since, about }) => [claim, since?.start, about])).toEqual([['first', '2020-01-01', 2]])
  })
  test('without dates and events both stay open', async () => {
    const { comparisons } = await read(text)
    expect(comparisons.map(({ since, about }) => [since, about])).toEqual([[null, null]])
  })
})

test('nothing comes of nothing', async () => {
  const { cooperation, comparisons } = await read('')
  expect([cooperation, comparisons]).toEqual([[], []])
})
