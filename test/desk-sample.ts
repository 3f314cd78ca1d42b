import { parseKnowledge } from '../src/knowledge/knowledge.ts'
import type { Desk } from '../src/questions/questions.ts'
import { type Store, saveTaken } from '../src/store/store.ts'
import { fold } from './library-sample.ts'
import { makeReport, makeSomebody, type Report } from './report-sample.ts'

export const BELMORA = makeSomebody('country', 'BLM', 'Belmora')
export const OSTRIA = makeSomebody('country', 'OST', 'Ostria')
export const VARLAND = makeSomebody('country', 'VAR', 'Varland')
export const ILVA = makeSomebody('person', 'BLM', 'Ilva Brandt', 'Brandt')
export const RADU = makeSomebody('person', 'OST', 'Radu Keshen', 'Keshen')
export const JONAS = makeSomebody('person', 'VAR', 'Jonas Brandt')
export const TOVE = makeSomebody('person', 'BLM', 'Tove Aldane', 'Aldane')

export const PEOPLE = [BELMORA, OSTRIA, VARLAND, ILVA, RADU, JONAS, TOVE]

const met = {
  type: 'CONSULT',
  trigger: 'met',
  who: [
    ['actor', ILVA],
    ['recipient', RADU],
  ],
  areas: ['diplomacy'],
  on: ['Tuesday', '2024-01-09'],
} as const
const opening = [
  { text: 'Ilva Brandt of Belmora met Radu Keshen of Ostria on Tuesday.', happens: met },
  { text: '“We will never accept a closed corridor,” Brandt said.', says: { by: ILVA, cue: 'said', content: '“We will never accept a closed corridor,”' } },
] as const

const BUDGET = [
  ...['cranes would be painted', 'the salt quay was too short', 'nobody counted barrels', 'pilots needed new boats', 'fog cost four days'],
  ...['the lighthouse lamp was repaired', 'fees would stay low', 'fishermen got a cold store', 'dredging began late', 'rats were rare'],
]

/** Thirty reports of half a year, read by hand. Whatever is asked of a library can be asked of them. */
export const REPORTS: readonly Report[] = [
  { key: 'a', day: '2024-01-10', outlet: 'Strait Times', title: 'Talks on the corridor', lines: opening },
  { key: 'a2', day: '2024-01-10', outlet: 'Harbour Post', title: 'Ministers meet', lines: opening, copyOf: 'a' },
  { key: 'a3', day: '2024-01-11', outlet: 'Coast Daily', title: 'Corridor stays open', lines: opening, copyOf: 'a' },
  {
    ...{ key: 'b', day: '2024-01-10', outlet: 'North Wire', title: 'Brandt and Keshen talk' },
    lines: [
      {
        text: 'On Tuesday, Radu Keshen met Ilva Brandt for two hours.',
        happens: {
          ...met,
          who: [
            ['actor', RADU],
            ['recipient', ILVA],
          ],
        },
      },
      { text: '“We will not accept a closed corridor,” said Brandt.', says: { by: ILVA, cue: 'said', content: '“We will not accept a closed corridor,”' } },
    ],
  },
  {
    ...{ key: 'c', day: '2024-01-11', outlet: 'Hill Herald', title: 'The view from the pass' },
    lines: [
      {
        text: 'Ilva Brandt said that Belmora would never accept a closed corridor.',
        says: { by: ILVA, cue: 'said', content: 'that Belmora would never accept a closed corridor' },
      },
    ],
  },
  {
    ...{ key: 'd', day: '2024-01-15', outlet: 'Strait Times', title: 'Tolls to fall' },
    lines: [
      {
        text: 'Ilva Brandt promised Ostria that Belmora would lower the tolls on grain trucks by June.',
        says: { by: ILVA, cue: 'promised', content: 'that Belmora would lower the tolls on grain trucks by June', act: 'promise', to: OSTRIA },
        happens: {
          type: 'AGREE',
          trigger: 'promised',
          who: [
            ['actor', ILVA],
            ['recipient', OSTRIA],
          ],
          areas: ['trade'],
          told: 'uttered',
        },
      },
    ],
  },
  {
    ...{ key: 'e', day: '2024-06-20', outlet: 'Harbour Post', title: 'Grain rolls' },
    lines: [
      {
        text: 'Belmora, said hauliers in Ostria, kept the promise of Brandt to lower tolls for grain trucks.',
        happens: { type: 'CONCEDE', trigger: 'kept', who: [['actor', BELMORA]], areas: ['trade'] },
      },
    ],
  },
  {
    ...{ key: 'f', day: '2024-07-02', outlet: 'North Wire', title: 'Ostria complains' },
    lines: [
      {
        text: 'Radu Keshen accused Brandt of breaking her promise on tolls for grain trucks from Belmora.',
        says: { by: RADU, cue: 'accused', content: 'breaking her promise on tolls for grain trucks from Belmora', act: 'judge' },
        happens: {
          type: 'ACCUSE',
          trigger: 'accused',
          who: [
            ['actor', RADU],
            ['recipient', ILVA],
          ],
          told: 'uttered',
        },
      },
    ],
  },
  {
    ...{ key: 'g', day: '2024-07-20', outlet: 'North Wire', title: 'Nothing new' },
    lines: [
      {
        text: 'Brandt told Keshen that Belmora would keep its promise on tolls for grain trucks.',
        says: { by: ILVA, cue: 'told', content: 'that Belmora would keep its promise on tolls for grain trucks', to: RADU },
      },
    ],
  },
  ...[
    ['h', '2024-02-01', 'aspirational', 'hope to build a power line together'],
    ['i', '2024-03-05', 'originating', 'began to build a power line together'],
    ['j', '2024-05-09', 'expanding', 'doubled their common power line'],
  ].map(([key = '', day = '', stage = '', words = '']) => ({
    ...{ key, day, outlet: 'Coast Daily', title: 'Power' },
    lines: [{ text: `Belmora and Ostria ${words}.`, works: { area: 'energy', stage: stage as 'expanding', words, between: [BELMORA, OSTRIA] } as const }],
  })),
  {
    ...{ key: 'k', day: '2024-03-14', outlet: 'Strait Times', title: 'No meeting' },
    lines: [
      {
        text: 'A meeting of Radu Keshen and Ilva Brandt was cancelled.',
        happens: {
          type: 'CONSULT',
          trigger: 'meeting',
          who: [
            ['actor', RADU],
            ['actor', ILVA],
          ],
          realis: 'denied',
        },
      },
    ],
  },
  {
    ...{ key: 'l', day: '2024-04-02', outlet: 'Hill Herald', title: 'Leaders gather' },
    lines: [
      {
        text: 'Belmora and Ostria held their first summit since 2011 on Monday.',
        happens: {
          type: 'CONSULT',
          trigger: 'summit',
          who: [
            ['actor', BELMORA],
            ['actor', OSTRIA],
          ],
          areas: ['diplomacy'],
          on: ['Monday', '2024-04-01'],
        },
        compares: { claim: 'first', words: 'first summit since 2011' },
      },
    ],
  },
  {
    ...{ key: 'm', day: '2024-02-10', outlet: 'Strait Times', title: 'Sanctions weighed' },
    lines: [
      {
        text: 'Brandt said Belmora may support sanctions against Varland.',
        says: { by: ILVA, cue: 'said', content: 'Belmora may support sanctions against Varland', hedge: 'may' },
      },
    ],
  },
  {
    ...{ key: 'n', day: '2024-04-20', outlet: 'Coast Daily', title: 'A firmer line' },
    lines: [
      {
        text: '“Belmora will support sanctions against Varland,” Ilva Brandt said.',
        says: { by: ILVA, cue: 'said', content: '“Belmora will support sanctions against Varland,”' },
      },
    ],
  },
  {
    ...{ key: 'o', day: '2024-05-30', outlet: 'North Wire', title: 'A turn' },
    lines: [
      {
        text: '“Belmora won’t support sanctions against Varland,” said Brandt.',
        says: { by: ILVA, cue: 'said', content: '“Belmora won’t support sanctions against Varland,”' },
      },
    ],
  },
  {
    ...{ key: 'p', day: '2024-06-11', outlet: 'Hill Herald', title: 'Denial' },
    lines: [
      {
        text: 'Ilva Brandt denied that Belmora had planned sanctions.',
        says: { by: ILVA, cue: 'denied', content: 'that Belmora had planned sanctions', act: 'deny' },
      },
    ],
  },
  {
    ...{ key: 'q', day: '2024-06-11', outlet: 'Coast Daily', title: 'Varland answers' },
    lines: [
      { text: 'Jonas Brandt called the sanctions a café quarrel.', says: { by: JONAS, cue: 'called', content: 'the sanctions a café quarrel', act: 'judge' } },
    ],
  },
  {
    ...{ key: 'r', day: null, outlet: 'Old Leaf', title: 'From the archive' },
    lines: [{ text: '🚢 Tove Aldane said the harbour of Varland would grow.', says: { by: TOVE, cue: 'said', content: 'the harbour of Varland would grow' } }],
  },
  ...BUDGET.map((words, n) => ({
    ...{ key: `t${n}`, day: `2024-08-${String(10 + (n >> 1)).padStart(2, '0')}`, outlet: n % 2 ? 'Harbour Post' : 'Coast Daily', title: 'Harbour budget' },
    lines: [{ text: `Tove Aldane said ${words} in the harbour.`, says: { by: TOVE, cue: 'said', content: `${words} in the harbour` } }],
  })),
]

const KNOWLEDGE = parseKnowledge('format readout-knowledge/1\nversion 2024.01\ncovers 2024-01-01\n[countries]\nVAR | Varland | Varlandish\n')

/** Saves them and opens a desk on them. */
export async function openDesk(store: Store): Promise<Desk> {
  await saveTaken(
    store,
    REPORTS.map((report) => makeReport(report, PEOPLE)),
    fold,
  )
  return { store, fold, knowledge: KNOWLEDGE }
}
