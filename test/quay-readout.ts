import type { Entity, MentionForm, Speaker } from '../src/document/entity.ts'
import type { Readout } from '../src/document/readout.ts'
import type { Span } from '../src/document/span.ts'
import type { Statement } from '../src/document/statement.ts'
import { composeReadout } from '../src/record/record.ts'

const TEXT = `Varlandic envoy Ossi Brandt met the Belmoran harbour master, Maya Trent, on the quay 🚢.
“We will wait,” he told Trent.
A senior official said the <b>ferry & the crane</b> would be sold. She said it was late, Brandt adding that Varland had said no.
A survey published in June shows less. The quay is old.
`

/** A record made by hand, so that what is shown does not hang on the models: two named speakers, an anonymous one, one unknown, a survey. */
export function makeQuayReadout(title = 'Late ferries'): Readout {
  const told: [Statement, Speaker][] = [
    [makeStatement('he', 'told', '“We will wait,”'), { ...makeSpeaker(1), onBehalfOf: 0, addressee: { span: spanOf('Trent', 1), entity: 2 } }],
    [makeStatement('A senior official', 'said', 'the <b>ferry & the crane</b> would be sold'), { ...makeSpeaker(3), kind: 'anonymous' }],
    [makeStatement('She', 'said', 'it was late', 1), makeSpeaker(null)],
    [makeStatement('Brandt', 'adding', 'that Varland had said no', 0, 1), makeSpeaker(1)],
    [
      { ...makeStatement('Varland', 'said', 'no', 2, 1), within: 3, content: [spanOf('no', 2)] },
      { ...makeSpeaker(0), kind: 'government' },
    ],
    [makeStatement('A survey published in June', 'shows', 'less'), { ...makeSpeaker(null), kind: 'document' }],
  ]
  return composeReadout({
    article: { text: TEXT, source: 'quay.txt', title, publisher: null, authors: [], publishedOn: '2024-03-14' },
    language: 'en',
    statements: told.map(([statement]) => statement),
    speakers: told.map(([, speaker]) => speaker),
    entities: makeEntities(),
    events: [],
    cooperation: [],
    comparisons: [],
    notices: [],
    producedBy: { readout: '0.1.0', models: {}, knowledge: null },
  })
}

function makeEntities(): Entity[] {
  return [
    makeEntity(
      'country',
      'Varland',
      'VAR',
      [],
      [
        ['Varlandic', 0, 'demonym'],
        ['Varland', 1, 'name'],
      ],
    ),
    makeEntity(
      'person',
      'Ossi Brandt',
      'VAR',
      ['Varlandic envoy'],
      [
        ['Ossi Brandt', 0, 'name'],
        ['he told', 0, 'pronoun'],
        ['Brandt', 1, 'name'],
      ],
    ),
    makeEntity(
      'person',
      'Maya Trent',
      'BEL',
      ['harbour master'],
      [
        ['Maya Trent', 0, 'name'],
        ['Trent', 1, 'name'],
      ],
    ),
    makeEntity('person', 'A senior official', null, ['senior official'], [['A senior official', 0, 'nominal']]),
    makeEntity(
      'place',
      'the quay',
      null,
      [],
      [
        ['the quay', 0, 'nominal'],
        ['The quay', 0, 'nominal'],
      ],
    ),
  ]
}

/** The place where words stand for the nth time, a trailing word that only tells the place (“he told”) left out of pronouns. */
function spanOf(words: string, nth = 0): Span {
  let start = TEXT.indexOf(words)
  for (let n = 0; n < nth; n++) start = TEXT.indexOf(words, start + 1)
  if (start < 0) throw new Error(`“${words}” is not in the text.`)
  return { start, end: start + words.length }
}

function makeEntity(kind: Entity['kind'], name: string, country: string | null, titles: string[], mentions: [string, number, MentionForm][]): Entity {
  const roles = titles.map((title) => ({ title, of: kind === 'person' && country === 'VAR' ? 0 : null, span: spanOf(title) }))
  const link: Record<string, string> = country ? { iso3: country } : {}
  return { kind, name, country, roles, link, mentions: mentions.map(([words, nth, form]) => ({ ...trim(spanOf(words, nth), form), form })) }
}

function trim(span: Span, form: MentionForm): Span {
  return form === 'pronoun' ? { start: span.start, end: TEXT.indexOf(' ', span.start) } : span
}

function makeStatement(source: string, cue: string, content: string, nthCue = 0, nthSource = 0): Statement {
  const span = source === 'he' ? trim(spanOf('he told'), 'pronoun') : spanOf(source, nthSource)
  return {
    kind: content.startsWith('“') ? 'direct' : 'indirect',
    act: 'say',
    source: { span, kind: 'person' },
    cue: { spans: [spanOf(cue, nthCue)], lemma: 'say' },
    content: [spanOf(content)],
    quotations: content.startsWith('“') ? [{ start: spanOf(content).start + 1, end: spanOf(content).end - 1, isClosed: true }] : [],
    within: null,
    isNegated: false,
    hedges: [],
    confidence: 0.9,
  }
}

function makeSpeaker(entity: number | null): Speaker {
  return { entity, kind: 'person', onBehalfOf: null, addressee: null }
}
