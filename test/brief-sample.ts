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
export const TOVE = makeSomebody('person', 'BLM', 'Tove Aldane', 'Aldane')
export const JONAS = makeSomebody('person', 'VAR', 'Jonas Hale', 'Hale')

export const PEOPLE = [BELMORA, OSTRIA, VARLAND, ILVA, RADU, TOVE, JONAS]

const opening = [
  {
    text: 'Ilva Brandt of Belmora met Radu Keshen of Ostria on Tuesday.',
    happens: {
      type: 'CONSULT',
      trigger: 'met',
      who: [
        ['actor', ILVA],
        ['recipient', RADU],
      ],
      on: ['Tuesday', '2024-01-09'],
    },
  },
  { text: '“We will never accept a closed corridor,” Brandt said.', says: { by: ILVA, cue: 'said', content: '“We will never accept a closed corridor,”' } },
] as const

/** A few reports of half a year, for what a desk does with them: check a draft, ring, write a brief. One title and one outlet hold signs of other languages. */
export const REPORTS: readonly Report[] = [
  { key: 'a', day: '2024-01-10', outlet: 'Strait Times', title: 'Talks on the corridor', lines: opening },
  { key: 'a2', day: '2024-01-10', outlet: 'Harbour Post', title: 'Ministers meet', lines: opening, copyOf: 'a' },
  { key: 'a3', day: '2024-01-11', outlet: 'Coast Daily', title: 'Corridor stays open', lines: opening, copyOf: 'a' },
  {
    ...{ key: 'b', day: '2024-01-10', outlet: 'North Wire', title: 'Brandt & Keshen <talk>' },
    lines: [
      {
        text: 'On Tuesday, Radu Keshen met Ilva Brandt for two hours.',
        happens: {
          type: 'CONSULT',
          trigger: 'met',
          who: [
            ['actor', RADU],
            ['recipient', ILVA],
          ],
          on: ['Tuesday', '2024-01-09'],
        },
      },
      {
        text: '“We do not accept a closed corridor,” said Brandt of Ostria.',
        says: { by: ILVA, cue: 'said', content: '“We do not accept a closed corridor,”' },
      },
    ],
  },
  {
    ...{ key: 'c', day: '2024-01-15', outlet: 'Strait Times', title: 'Tolls to fall' },
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
    ...{ key: 'd', day: '2024-02-01', outlet: 'Coast Daily', title: 'Power' },
    lines: [
      {
        text: 'Belmora and Ostria began to build a power line together.',
        works: { area: 'energy', stage: 'originating', words: 'began to build a power line together', between: [BELMORA, OSTRIA] },
      },
    ],
  },
  {
    ...{ key: 'e', day: '2024-03-14', outlet: 'Strait Times', title: 'No meeting' },
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
      { text: 'Keshen said that Belmora had closed the corridor.', says: { by: RADU, cue: 'said', content: 'that Belmora had closed the corridor' } },
    ],
  },
  {
    ...{ key: 'f', day: '2024-05-02', outlet: 'Hill *Herald*', title: 'Harbour [plans](x)' },
    lines: [
      { text: '🚢 Tove Aldane said the harbour of Varland would grow.', says: { by: TOVE, cue: 'said', content: 'the harbour of Varland would grow' } },
      { text: 'Aldane said item nine of the budget was for dredging.', says: { by: TOVE, cue: 'said', content: 'item nine of the budget was for dredging' } },
      {
        text: '“Belmora will support sanctions against Varland,” Ilva Brandt said.',
        says: { by: ILVA, cue: 'said', content: '“Belmora will support sanctions against Varland,”' },
      },
    ],
  },
]

export const KNOWLEDGE = parseKnowledge('format readout-knowledge/1\nversion 2024.01\ncovers 2024-01-01\n[countries]\nVAR | Varland | Varlandish\n')

/** Saves reports; whoever is there already by name is the same one. */
export async function saveReports(store: Store, reports: readonly Report[], at?: string, foldName = fold): Promise<void> {
  const rows = await store.db.selectFrom('identity').select(['id', 'name']).execute()
  const known = new Map(rows.map(({ id, name }) => [name, id]))
  const batch = reports.map((report) => {
    const made = makeReport(report, PEOPLE)
    return { ...made, at: at ?? made.at, identities: made.readout.entities.map(({ name }, n) => known.get(name) ?? made.identities[n] ?? null) }
  })
  await saveTaken(store, batch, foldName)
}

/** A desk on them. */
export async function openBriefDesk(store: Store): Promise<Desk> {
  await saveReports(store, REPORTS)
  return { store, fold, knowledge: KNOWLEDGE }
}
