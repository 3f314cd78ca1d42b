/** The numbers here were made by the project's Python scorers on the same records (score_gold.py). */
import { expect, test } from 'vitest'
import type { EntityKind } from '../document/entity.ts'
import type { Readout, ReadoutDate, ReadoutEntity, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { type GoldenArticle, readGolden } from '../golden/golden.ts'
import { scoreGolden } from './golden-figures.ts'

const GOLDEN = `title: Reed Pass
published: 2024-03-14
complete: event

=== article

Belmora and Varland reopened talks on the Reed Pass in Port Ansel on Wednesday, the first such meeting since 2011. Dr. Ada Vask of Ostria
mediated. Varland sent two ships to the border.

Minister Jana Pohl said Belmora had asked Varland to withdraw and that Ostria would host a summit next week. "We share rail and power with
Varland," she added. Arvo Lind claimed that Pohl told him the guards had fired at fishermen. The envoys never met again. The two sides dropped
a joint survey of the pass. Lind once rowed there for a year.

=== facts

event CONSULT meeting|multilateral
  trigger: reopened [talks] on
  trigger: such [meeting] since
  actor: [Belmora] and = Belmora
  actor: and [Varland] reopened = Varland
  mediator: Dr. Ada Vask of Ostria = Ada Vask
  place: Port Ansel = Port Ansel
  date: on [Wednesday], the = 2024-03-13
  realis: happened

event MOBILIZE
  trigger: sent
  actor: [Varland] sent = Varland
  realis: happened|ongoing
  date: Varland [sent] = ?

event REQUEST
  trigger: asked
  actor: said [Belmora] had = Belmora
  recipient: asked [Varland] to = Varland
  realis: happened

event CONSULT multilateral
  trigger: summit
  host: that [Ostria] would = Ostria
  date: next week = 2024-03-18/2024-03-24
  place: host a [summit] next = ?
  realis: planned

event ASSAULT
  trigger: fired
  actor: the guards = guards
  recipient: fishermen = fishermen
  realis: happened

optional event RETREAT
  trigger: withdraw
  actor: asked [Varland] to = Varland
  realis: hypothetical

not event CONSULT
  trigger: never [met] again
  realis: happened

not event SUPPORT
  trigger: We [share] rail

statement indirect say
  source: Jana Pohl = Jana Pohl
  cue: Pohl [said] Belmora
  content: Belmora had asked Varland to withdraw and that Ostria would host a summit next week

statement indirect say
  source: Arvo Lind = Arvo Lind
  cue: claimed
  content: that Pohl told him the guards had fired at fishermen

optional statement indirect say
  source: that [Pohl] told = Jana Pohl
  cue: told
  content: the guards had fired at fishermen
  within: that Pohl told
`

const { article: read, problems } = readGolden(GOLDEN, 'pass')
const article = read as GoldenArticle

/** Words of the article, “before¦words” for those that stand after others. */
function at(told: string): ReadoutSpan {
  const [before, words] = told.includes('¦') ? (told.split('¦') as [string, string]) : ['', told]
  const start = article.text.indexOf(words, article.text.indexOf(before) + before.length)
  if (start < 0) throw new Error(`“${told}” does not stand in the text.`)
  return { start, end: start + words.length, text: words }
}

function makeEntity(id: string, kind: EntityKind, name: string, ...mentions: string[]): ReadoutEntity {
  return { id, kind, name, country: null, roles: [], link: {}, mentions: mentions.map((words) => ({ ...at(words), form: 'name' })) }
}

const entities = [
  makeEntity('e1', 'country', 'Belmora', 'Belmora'),
  makeEntity('e2', 'country', 'Varland', 'Varland'),
  makeEntity('e3', 'person', 'Vask', 'Ada Vask'),
  makeEntity('e4', 'place', 'Port Ansel', 'Port Ansel'),
  makeEntity('e5', 'country', 'Kingdom of Ostria', 'Ostria'),
  makeEntity('e6', 'person', 'Jana Pohl', 'Jana Pohl'),
  makeEntity('e7', 'group', 'the guards', 'the guards'),
]

/** A statement by its cue and its content. */
const makeStatement = (id: string, cue: string, content: string, within: string | null): ReadoutStatement => ({
  id,
  kind: 'indirect',
  act: 'say',
  source: null,
  cue: { spans: [at(cue)], lemma: 'say' },
  content: { spans: [at(content)] },
  quotations: [],
  addressee: null,
  within,
  negated: false,
  hedges: [],
  confidence: 0.9,
})

const makeDate = (words: string, start: string | null, end: string | null): ReadoutDate => ({ span: at(words), start, end, grain: 'day', status: 'exact' })

/** An event by its trigger and participants, “role: before¦words=entity”. */
function makeEvent(id: string, type: ReadoutEvent['type'], trigger: string, people: string[], more: Partial<ReadoutEvent> = {}): ReadoutEvent {
  const participants = people.map((told) => {
    const [role, words = '', entity = ''] = told.split(/: |=/) as [ReadoutEvent['participants'][number]['role'], string, string]
    return { role, span: at(words), entity }
  })
  const rest = { mentions: [], place: null, date: null, realis: 'happened' as const, realisCues: [], areas: [], statedIn: null, utteredIn: null }
  return { id, type, mode: null, trigger: at(trigger), participants, ...rest, confidence: 0.9, ...more }
}

const readout: Readout = {
  format: 'readout/1',
  producedBy: { readout: '0', models: {}, knowledge: null },
  offsetUnit: 'utf16',
  article: {
    id: '',
    source: null,
    title: null,
    publisher: null,
    authors: [],
    publishedOn: null,
    language: 'en',
    length: article.text.length,
    text: article.text,
  },
  entities,
  statements: [
    makeStatement('s1', 'Pohl ¦said', 'Belmora had asked Varland to withdraw', null),
    makeStatement('s2', 'claimed', 'that Pohl told him the guards had fired at fishermen', null),
    makeStatement('s3', 'told', 'the guards had fired at fishermen', 's2'),
  ],
  events: [
    makeEvent(
      'v1',
      'CONSULT',
      'such ¦meeting',
      ['actor: Belmora=e1', 'host: Varland=e2', 'mediator: Ada Vask=e3', 'actor: Port Ansel=e4', 'actor: the guards=e7'],
      {
        mode: 'visit',
        mentions: [at('talks')],
        place: { span: at('Port Ansel'), entity: 'e4' },
        date: makeDate('Wednesday', '2024-03-13', '2024-03-13'),
      },
    ),
    // No word of the trigger, but the same people in the same sentence.
    makeEvent('v2', 'MOBILIZE', 'two ships', ['actor: mediated. ¦Varland=e2'], { realis: 'ongoing', date: makeDate('two ships', null, null) }),
    makeEvent('v3', 'ACCUSE', 'asked', ['actor: said ¦Belmora=e1'], { statedIn: 's1' }),
    makeEvent('v4', 'CONSULT', 'host a summit', ['host: that ¦Ostria=e5'], {
      mode: 'multilateral',
      realis: 'hypothetical',
      date: makeDate('next week', '2024-03-18', '2024-03-25'),
      statedIn: 's1',
    }),
    makeEvent('v5', 'ASSAULT', 'fired', ['recipient: the guards=e7'], { statedIn: 's2' }),
    makeEvent('v6', 'RETREAT', 'withdraw', ['actor: asked ¦Varland=e2'], { realis: 'happened', statedIn: 's2' }),
    makeEvent('v7', 'CONSULT', 'never ¦met', []),
    makeEvent('v8', 'AID', 'We ¦share', []),
  ],
  cooperation: [],
  comparisons: [],
  notices: [],
}

test('golden events and their traps', () => {
  expect(problems).toEqual([])
  const { figures } = scoreGolden([article], [readout])
  expect(Object.fromEntries([...figures].map(([name, value]) => [name, value === null ? null : Math.round(value * 10000) / 10000]))).toMatchObject({
    events_precision: 0.5714,
    events_recall: 0.8,
    events_f1: 0.6667,
    events_any_type_precision: 0.7143,
    events_any_type_recall: 1,
    events_any_type_f1: 0.8333,
    participants_precision: 0.8571,
    participants_recall: 0.8571,
    participants_f1: 0.8571,
    participant_role: 0.6667,
    place: 1,
    date: 0.6667,
    realis: 0.75,
    mode: 0.5,
    event_stated_in: 0.75,
    traps_found: 1,
    traps_avoided: 0.5,
  })
})
