/** The numbers here were made by the project's Python scorers on the same records (events_plv.py, events_dates.py, events_factuality.py). */
import { expect, test } from 'vitest'
import type { Readout, ReadoutDate, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { parseDates, scoreDates } from './dates.ts'
import { parseFactuality, scoreFactuality } from './factuality.ts'
import type { Figures } from './figures.ts'
import { parsePlv, scorePlv } from './plv.ts'

function makeReadout(text: string, events: ReadoutEvent[], more: Partial<Readout> = {}): Readout {
  return {
    format: 'readout/1',
    producedBy: { readout: '0', models: {}, knowledge: null },
    offsetUnit: 'utf16',
    article: { id: '', source: null, title: null, publisher: null, authors: [], publishedOn: null, language: 'en', length: text.length, text },
    entities: [],
    statements: [],
    events,
    cooperation: [],
    comparisons: [],
    notices: [],
    ...more,
  }
}

function findWords(text: string, words: string): ReadoutSpan {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not stand in the text.`)
  return { start, end: start + words.length, text: words }
}

/** An event by its trigger and participants, “role: words”. */
function makeEvent(text: string, type: ReadoutEvent['type'], trigger: string, people: string[] = [], more: Partial<ReadoutEvent> = {}): ReadoutEvent {
  const participants = people.map((told) => {
    const [role, words = ''] = told.split(': ') as [ReadoutEvent['participants'][number]['role'], string]
    return { role, span: findWords(text, words), entity: 'e1' }
  })
  const rest = { mentions: [], place: null, date: null, realis: 'happened' as const, realisCues: [], areas: [], statedIn: null, utteredIn: null }
  return { id: trigger, type, mode: null, trigger: findWords(text, trigger), participants, ...rest, confidence: 0.9, ...more }
}

function round(figures: Figures) {
  return Object.fromEntries([...figures].map(([name, value]) => [name, value === null ? null : Math.round(value * 10000) / 10000]))
}

const plvRows: readonly [string, string, string][] = [
  ['<s>Belmora</s> will meet the envoys of <t>Varland</t>, whose ships fired on Ostria.', 'AGREE', '1'],
  ['<t>Ostria</t> heard <s>the Varland council</s> threaten to attack.', 'THREATEN', '3'],
  ['<s>Varland</s> pulled its guards out of <t>Port Ansel</t> and <t>Reed Pass</t>.', 'YIELD', '2'],
  ['<s>Arvo Lind</s> called off a visit to <t>Ostria</t>.', 'REJECT', '3'],
  ['<s>Belmora</s> urged <t>Varland</t> to pay.', 'REQUEST', '3'],
  ['<s>Two rowers</s> rested.', 'AID', '2'],
]
const PLV = ['\tsentence\tmarked_sentence\tgold_penta\tgold_root']
  .concat(plvRows.map(([marked, root, quad], n) => [n, marked.replace(/<\/?[st]>/g, ''), marked, quad, root].join('\t')))
  .join('\n')
const plvSentences = parsePlv(PLV)
type MadeEvent = [type: ReadoutEvent['type'], trigger: string, people?: string[], more?: Partial<ReadoutEvent>]
const plvMade: readonly MadeEvent[][] = [
  [
    ['ASSAULT', 'fired', ['actor: ships', 'recipient: Ostria']],
    ['CONSULT', 'meet', ['actor: Belmora', 'actor: the envoys of Varland'], { realis: 'planned' }],
  ],
  // Both match the sides; the attack is hypothetical and does not compete.
  [
    ['ASSAULT', 'attack', ['actor: the Varland council', 'recipient: Ostria'], { realis: 'hypothetical' }],
    ['THREATEN', 'threaten', ['actor: council']],
  ],
  [['RETREAT', 'pulled', ['actor: Varland', 'recipient: Port Ansel']]],
  [['CONSULT', 'visit', ['host: Ostria'], { realis: 'denied' }]],
  // Nothing tells them apart but how sure they are.
  [
    ['REQUEST', 'urged', [], { confidence: 0.5 }],
    ['AID', 'pay', [], { confidence: 0.6, realis: 'planned' }],
  ],
  [],
]
const plvReadouts = plvSentences.map(({ text }, n) =>
  makeReadout(
    text,
    (plvMade[n] as MadeEvent[]).map(([type, trigger, people, more]) => makeEvent(text, type, trigger, people, more)),
  ),
)

const dateRow = (id: string, expression: string, anchor: string | null, start: string | null, more: object = {}) =>
  JSON.stringify({ id, expression, anchor, start, end: null, granularity: null, ...more })
const DATES = [
  dateRow('d1', 'on Wednesday', '2024-03-14', '2024-03-13'),
  dateRow('d2', 'Wednesday', '2024-03-14', '2024-03-20'),
  dateRow('d3', 'last month', '2024-03-14', '2024-02-15'),
  dateRow('d4', 'last month', '2024-03-14', '2024-02-15', { granularity: 'month' }),
  dateRow('d5', '3 May to 5 June', '2024-03-14', '2024-05-03', { end: '2024-06-05' }),
  dateRow('d6', '2023', '2024-03-14', '2023'),
  dateRow('d7', 'since January 2020', '2024-03-14', '2020-01-15', { no_end: true }),
  dateRow('d8', 'according to guards', '2024-03-14', null, { must_not_resolve: true }),
  dateRow('d9', 'some day,', '2024-03-14', null, { must_not_resolve: true }),
  dateRow('d10', 'yesterday', 'never', '2024-03-13', { must_not_resolve: true }),
  dateRow('d11', 'yesterday', null, '2024-03-13'),
  dateRow('d12', 'tomorrow', 'never', '2024-03-13'),
  dateRow('d13', 'the 1980s', '2024-03-14', '1984-06-01', { granularity: 'year' }),
  dateRow('d14', 'Christmas Day', '2024-03-14', '2024-12-25'),
].join('\n')
const datedSentences = parseDates(DATES)
/** What is found on the expression of each: first and last day. */
const datesMade: Readonly<Record<string, [string, string | null] | undefined>> = {
  d1: ['2024-03-13', '2024-03-13'],
  d2: ['2024-03-13', '2024-03-13'],
  d3: ['2024-02-01', '2024-02-29'],
  d4: ['2024-01-01', '2024-02-29'],
  d5: ['2024-05-01', '2024-06-30'],
  d6: ['2023-01-01', '2023-12-31'],
  d7: ['2020-01-01', '2024-03-14'],
  d9: ['2024-03-14', null],
  d13: ['1980-01-01', '1989-12-31'],
}
const dateReadouts = datedSentences.map(({ id, text, expression: { start, end } }, n) => {
  const made = datesMade[id]
  const span = { start, end, text: text.slice(start, end) }
  const date: ReadoutDate = { span, start: made?.[0] ?? null, end: made?.[1] ?? null, grain: 'day', status: made ? 'exact' : 'unresolved' }
  const elsewhere = { ...date, span: findWords(text, 'Paris'), start: '2024-03-14' }
  const comparison = { id: 'k1', claim: 'since' as const, span, since: date, about: null, statedIn: null, confidence: 0.9 }
  return n % 2 === 0
    ? makeReadout(text, [makeEvent(text, 'CONSULT', 'in', [], { date })])
    : makeReadout(text, [makeEvent(text, 'CONSULT', 'in', [], { date: elsewhere })], { comparisons: [comparison] })
})

const FACTS = [
  { text: "Lind said Varland 's ships fired .", targets: [1, 5].map((n, k) => ({ span1: [n, n + 1], label: [3, 0.4][k] })) },
  { text: 'Pohl did not say that she met him or left .', targets: [3, 6, 9].map((n, k) => ({ span1: [n, n + 1], label: [-3, 0.5, -1][k] })) },
]
  .map((row) => JSON.stringify(row))
  .join('\n')
const facts = (['uw', 'uds'] as const).flatMap((set) => parseFactuality(FACTS, set))
const makeStatement = (text: string, cue: string, negated: boolean): ReadoutStatement => ({
  id: 's1',
  kind: 'indirect',
  act: 'say',
  source: null,
  cue: { spans: [findWords(text, cue)], lemma: 'say' },
  content: { spans: [findWords(text, 'i')] },
  quotations: [],
  addressee: null,
  within: null,
  negated,
  hedges: [],
  confidence: 0.9,
})
const factReadouts = facts.map(({ text, set }, n) => {
  if (n % 2 === 0) {
    const events = [makeEvent(text, 'ASSAULT', "Varland's"), makeEvent(text, 'ASSAULT', 'fired', [], { realis: 'ongoing' })]
    return makeReadout(text, events, { statements: [makeStatement(text, 'said', false)] })
  }
  const met = (realis: ReadoutEvent['realis'], confidence: number) => makeEvent(text, 'CONSULT', 'met', [], { realis, confidence })
  return makeReadout(text, set === 'uw' ? [met('planned', 0.5), met('happened', 0.6)] : [], { statements: [makeStatement(text, 'not say', set === 'uw')] })
})

test('PLV', () => {
  expect(plvSentences[2]).toMatchObject({
    source: [{ start: 0, end: 7 }],
    target: [
      { start: 33, end: 43 },
      { start: 48, end: 57 },
    ],
  })
  expect(round(scorePlv(plvSentences, plvReadouts).figures)).toEqual({
    plv_root_f1: 0.6111,
    plv_quad_f1: 0.7111,
    plv_root_accuracy: 0.6667,
    plv_coverage: 0.8333,
  })
})

test('dates', () => {
  expect(datedSentences.map(({ id, text }) => `${id} ${text}`)).toEqual([
    'd1 French and German ministers met in Paris on Wednesday.',
    'd2 French and German ministers will meet in Paris on Wednesday.',
    'd3 French and German ministers met in Paris last month.',
    'd4 French and German ministers met in Paris last month.',
    'd5 French and German ministers will meet in Paris on 3 May to 5 June.',
    'd6 French and German ministers met in Paris in 2023.',
    'd7 French and German ministers have met in Paris since January 2020.',
    'd8 French and German ministers met in Paris, according to guards.',
    'd9 French and German ministers met in Paris some day.',
    'd10 French and German ministers met in Paris yesterday.',
    'd13 French and German ministers met in Paris in the 1980s.',
  ])
  expect(round(scoreDates(datedSentences, dateReadouts).figures)).toEqual({
    dates_right: 0.75,
    dates_wrong: 0.25,
    dates_invented: 0.3333,
  })
})

test('factuality', () => {
  expect(round(scoreFactuality(facts, factReadouts).figures)).toMatchObject({
    factual_uw_coverage: 0.8,
    factual_uw_accuracy: 0.75,
    factual_uw_balanced: 0.75,
    factual_uds_coverage: 0.6,
    factual_uds_accuracy: 0.3333,
    factual_uds_balanced: 0.5,
  })
})
