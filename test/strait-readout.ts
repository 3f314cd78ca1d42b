import type { Entity } from '../src/document/entity.ts'
import type { EventDate, NewsEvent } from '../src/document/news-event.ts'
import type { Readout } from '../src/document/readout.ts'
import type { Span } from '../src/document/span.ts'
import type { Statement } from '../src/document/statement.ts'
import { composeReadout } from '../src/record/record.ts'

const TEXT = `Varlandic leader Ilva Brandt met Radu Keshen of Ostria in Port Asel on 13 March 🚢.
"We will expand trade, 'and soon'," she said, calling the talks the longest since 2009.
Keshen is to visit Varland in May. Belmora cancelled a meeting with Ostria. It
shelled a Varlandic post in 2011. If Varland cut the gas, Ostria could expel its envoys.
It is unclear whether Brandt phoned Belmora. Ostria did not attack Belmora. Four people were detained.
`

const DAY: Omit<EventDate, 'span'> = { start: '2024-03-13', end: '2024-03-13', grain: 'day', status: 'exact' }
const VARLAND = 0
const OSTRIA = 1
const BELMORA = 2
const BRANDT = 3
const KESHEN = 4
const PORT = 5

/** A record made by hand with events of every realis, a cooperation, a comparison, and two dates. */
export function makeStraitReadout(): Readout {
  return composeReadout({
    article: { text: TEXT, source: 'https://strait.example/talks', title: 'Talks', publisher: null, authors: ['Lin Ode'], publishedOn: '2024-03-14' },
    language: 'en',
    statements: [STATEMENT],
    speakers: [{ entity: BRANDT, kind: 'person', onBehalfOf: VARLAND, addressee: null }],
    entities: makeEntities(),
    events: makeEvents(),
    cooperation: [
      {
        ...{ between: [VARLAND, OSTRIA], area: 'trade', stage: 'expanding', spans: [spanOf('expand trade'), spanOf('and soon')] },
        ...{ realis: 'planned', realisCues: [spanOf('will')], statedIn: 0, confidence: 0.8 },
      },
    ],
    comparisons: [
      {
        ...{ claim: 'most', span: spanOf('the longest since 2009'), about: 0, statedIn: 0, confidence: 0.8 },
        since: { span: spanOf('2009'), start: '2009-01-01', end: '2009-12-31', grain: 'year', status: 'exact' },
      },
    ],
    notices: [],
    producedBy: { readout: '0.1.0', models: {}, knowledge: null },
  })
}

const STATEMENT: Statement = {
  ...{ kind: 'direct', act: 'promise', source: { span: spanOf('she'), kind: 'person' }, cue: { spans: [spanOf('said')], lemma: 'say' } },
  content: [spanOf(`"We will expand trade, 'and soon',"`), spanOf('calling the talks the longest since 2009')],
  quotations: [{ ...spanOf(`We will expand trade, 'and soon',`), isClosed: true }],
  ...{ within: null, isNegated: false, hedges: [], confidence: 0.9 },
}

function makeEvents(): NewsEvent[] {
  const bare = { mode: null, mentions: [], place: null, date: null, realisCues: [], areas: [], statedIn: null, utteredIn: null, confidence: 0.9 }
  const actor = (words: string, entity: number, nth = 0) => ({ role: 'actor', span: spanOf(words, nth), entity }) as const
  const recipient = (words: string, entity: number, nth = 0) => ({ role: 'recipient', span: spanOf(words, nth), entity }) as const
  return [
    {
      ...{
        ...bare,
        type: 'CONSULT',
        mode: 'meeting',
        realis: 'happened',
        trigger: spanOf('met'),
        mentions: [spanOf('the talks')],
        areas: ['trade', 'nuclear'],
      },
      participants: [actor('Ilva Brandt', BRANDT), actor('Radu Keshen', KESHEN)],
      place: { span: spanOf('Port Asel'), entity: PORT },
      date: { ...DAY, span: spanOf('13 March') },
    },
    {
      ...{ ...bare, type: 'CONSULT', mode: 'visit', realis: 'planned', trigger: spanOf('visit'), realisCues: [spanOf('is to')] },
      participants: [actor('Keshen', KESHEN, 1), { role: 'host', span: spanOf('Varland', 1), entity: VARLAND }],
      date: { span: spanOf('May'), start: '2024-05-01', end: '2024-05-31', grain: 'month', status: 'exact' },
    },
    {
      ...{ ...bare, type: 'CONSULT', mode: 'meeting', realis: 'denied', trigger: spanOf('meeting'), realisCues: [spanOf('cancelled')] },
      participants: [actor('Belmora', BELMORA), actor('Ostria', OSTRIA, 1)],
    },
    {
      ...{ ...bare, type: 'ASSAULT', mode: 'heavy-weapons', realis: 'happened', trigger: spanOf('shelled') },
      participants: [actor('It', BELMORA), recipient('Varlandic', VARLAND, 1)],
      date: { span: spanOf('2011'), start: '2011-01-01', end: '2011-12-31', grain: 'year', status: 'exact' },
    },
    {
      ...{ ...bare, type: 'SANCTION', mode: 'expel', realis: 'hypothetical', trigger: spanOf('expel'), realisCues: [spanOf('If')] },
      participants: [actor('Ostria', OSTRIA, 2), recipient('its envoys', VARLAND)],
    },
    {
      ...{ ...bare, type: 'CONSULT', mode: 'phone', realis: 'unknown', trigger: spanOf('phoned'), realisCues: [spanOf('It is unclear')] },
      participants: [actor('Brandt', BRANDT, 1), actor('Belmora', BELMORA, 1)],
    },
    {
      ...{ ...bare, type: 'ASSAULT', realis: 'denied', trigger: spanOf('attack'), realisCues: [spanOf('not')] },
      participants: [actor('Ostria', OSTRIA, 3), recipient('Belmora', BELMORA, 2)],
    },
    { ...bare, type: 'COERCE', mode: 'arrest', realis: 'happened', trigger: spanOf('detained'), participants: [] },
  ]
}

function makeEntities(): Entity[] {
  const country = (name: string, iso3: string, ...words: [string, number][]): Entity => ({
    ...{ kind: 'country', name, country: iso3, roles: [], link: { iso3 } },
    mentions: words.map(([word, nth]) => ({ ...spanOf(word, nth), form: 'name' })),
  })
  const brandt = { ...spanOf('Ilva Brandt'), form: 'name' } as const
  return [
    country('Varland', 'VAR', ['Varlandic', 0], ['Varland', 1]),
    country('Ostria', 'OST', ['Ostria', 0], ['Ostria', 1]),
    country('Belmora', 'BEL', ['Belmora', 0], ['It', 0]),
    {
      ...{ kind: 'person', name: 'Ilva Brandt', country: 'VAR', link: { wikidata: 'Q42' }, mentions: [brandt, { ...spanOf('she'), form: 'pronoun' }] },
      roles: [{ title: 'leader', of: VARLAND, span: spanOf('leader') }],
    },
    { kind: 'person', name: 'Radu Keshen', country: 'OST', roles: [], link: {}, mentions: [{ ...spanOf('Radu Keshen'), form: 'name' }] },
    { kind: 'place', name: 'Port Asel', country: 'VAR', roles: [], link: {}, mentions: [{ ...spanOf('Port Asel'), form: 'name' }] },
  ]
}

/** The place where words stand for the nth time. */
function spanOf(words: string, nth = 0): Span {
  let start = TEXT.indexOf(words)
  for (let n = 0; n < nth; n++) start = TEXT.indexOf(words, start + 1)
  if (start < 0) throw new Error(`“${words}” is not in the text.`)
  return { start, end: start + words.length }
}
