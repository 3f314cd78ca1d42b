import type { Article } from '../src/document/article.ts'
import type { Readout } from '../src/document/readout.ts'
import type { Span } from '../src/document/span.ts'
import { composeReadout } from '../src/record/record.ts'
import type { IdentityDraft, ToSave } from '../src/store/store.ts'

/** What a short report of a meeting tells; the rest is always the same. */
export interface Talk {
  readonly key: string
  readonly speaker?: string
  readonly words?: string
  readonly day?: string
  readonly title?: string
  readonly sourceId?: number | null
  readonly copyOf?: string | null
  readonly bands?: readonly number[]
  /** Identities of the speaker, of Radu Keshen and of Ostria; drafts of their own when none are given. */
  readonly identities?: ToSave['identities']
}

export const AT = '2024-03-15T08:00:00Z'

/** As the library folds names. */
export const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A report made by hand, ready to be saved: a statement, a meeting, four entities of which one has no name. */
export function makeTalk({ key, speaker = 'Ilva Brandt', words = 'Varland will expand trade', day = '2024-03-14', title = 'Talks 🚢', ...rest }: Talk): ToSave {
  const text = `🚢 ${speaker} met Radu Keshen of Ostria on 13 March. An aide waited.\n“${words},” ${speaker} said.\n`
  const source = `https://www.strait.example/${key}`
  const article: Article = { text, source, title, publisher: null, authors: ['Lin Ode'], publishedOn: day }
  return {
    ...{ sourceId: rest.sourceId ?? null, key, signature: new Uint8Array([1, 2, 3]), bands: rest.bands ?? [], copyOf: rest.copyOf ?? null, at: AT },
    incoming: {
      ...{ article, address: source, language: 'en', publishedAt: `${day}T06:00:00Z`, updatedAt: null, dateClue: 'meta', wire: null, isTruncated: false },
      blocks: [{ start: 0, end: text.indexOf('\n'), element: 'html > body > p:nth-of-type(1)', page: null }],
      notices: [],
    },
    readout: readTalk(article, speaker, words),
    identities: rest.identities ?? [
      draft('person', speaker),
      draft('person', 'Radu Keshen'),
      { ...draft('country', 'Ostria'), country: 'OST', iso3: 'OST' },
      null,
    ],
  }
}

export function draft(kind: string, name: string): IdentityDraft {
  return { kind, name, country: null, iso3: null, wikidata: null, office: null }
}

function readTalk(article: Article, speaker: string, words: string): Readout {
  const { text } = article
  const span = (piece: string, nth = 0) => find(text, piece, nth)
  const named = (name: string, ...spans: Span[]) => ({
    name,
    country: null,
    roles: [],
    link: {},
    mentions: spans.map((one) => ({ ...one, form: 'name' as const })),
  })
  const content = span(`“${words},”`)
  return composeReadout({
    ...{ article, language: 'en', cooperation: [], notices: [], producedBy: { readout: '0.1.0', models: { encoder: 'abc' }, knowledge: '2024.01' } },
    entities: [
      { kind: 'person', ...named(speaker, span(speaker), span(speaker, 1)) },
      { kind: 'person', ...named('Radu Keshen', span('Radu Keshen')) },
      { kind: 'country', ...named('Ostria', span('Ostria')), country: 'OST', link: { iso3: 'OST' } },
      { kind: 'person', name: 'An aide', country: null, roles: [], link: {}, mentions: [{ ...span('An aide'), form: 'nominal' }] },
    ],
    statements: [
      {
        ...{ kind: 'direct', act: 'say', source: { span: span(speaker, 1), kind: 'person' }, cue: { spans: [span('said')], lemma: 'say' } },
        ...{ content: [content], quotations: [{ ...span(words), isClosed: true }], within: null, isNegated: false, hedges: [], confidence: 0.93 },
      },
    ],
    speakers: [{ entity: 0, kind: 'person', onBehalfOf: null, addressee: null }],
    events: [
      {
        ...{ type: 'CONSULT', mode: 'meeting', trigger: span('met'), mentions: [], place: null, realis: 'happened', realisCues: [], areas: ['diplomacy'] },
        participants: [
          { role: 'actor', span: span(speaker), entity: 0 },
          { role: 'recipient', span: span('Radu Keshen'), entity: 1 },
        ],
        date: { span: span('13 March'), start: '2024-03-13', end: '2024-03-13', grain: 'day', status: 'exact' },
        ...{ statedIn: null, utteredIn: null, confidence: 0.9 },
      },
    ],
    comparisons: [],
  })
}

function find(text: string, piece: string, nth: number): Span {
  let start = text.indexOf(piece)
  for (let n = 0; n < nth; n++) start = text.indexOf(piece, start + 1)
  return { start, end: start + piece.length }
}
