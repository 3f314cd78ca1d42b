import type { Article } from '../src/document/article.ts'
import type { Cooperation } from '../src/document/cooperation.ts'
import type { Entity, Speaker } from '../src/document/entity.ts'
import type { NewsEvent } from '../src/document/news-event.ts'
import type { Readout } from '../src/document/readout.ts'
import type { Span } from '../src/document/span.ts'
import type { Statement } from '../src/document/statement.ts'
import { type Composition, composeReadout } from '../src/record/record.ts'
import type { ToSave } from '../src/store/store.ts'
import { AT, draft } from './library-sample.ts'

const PEOPLE = ['Ilva Brandt', 'Radu Keshen', 'Maren Oslick', 'Tovi Harrow', 'Sanna Pell', 'Ossi Lind', 'Dara Moe', 'Jun Alvera']
const STATES = ['Varland', 'Ostria', 'Belmora', 'Kestria', 'Norda']
const CITIES = ['Tarnby', 'Port Ayle', 'Quell', 'Hesk']

/** Who is who in the nth report. */
export function castOf(n: number) {
  const pick = (from: readonly string[], at: number) => from[at % from.length] as string
  return { one: pick(PEOPLE, n), other: pick(PEOPLE, n + 3), home: pick(STATES, n), away: pick(STATES, n + 2), city: pick(CITIES, n) }
}

/** The text of the nth report: four statements, four events, a plan to work together, a comparison. */
export function writeReport(n: number): string {
  const { one, other, home, away, city } = castOf(n)
  return `🚢 ${one}, foreign minister of ${home}, met ${other} of ${away} in ${city} on Tuesday.

“We will open the northern road before the winter,” ${one} said after the talks.

${other} told reporters that ${away} was ready to lower its old tariffs on grain and timber from the north.

A spokesman for ${home} denied that the army had crossed the river.

The two countries will build a railway together, the first since 2011. ${away} sent engineers to the border last week.

Analysts believe that the talks will resume in May.
`
}

/** What another model reads otherwise. */
export type Misread = (given: Composition, span: (piece: string, nth?: number) => Span) => Composition

/** The nth report as it is read. `text` is another version of it; facts whose words it lacks are left out. */
export function readReport(n: number, text = writeReport(n), misread: Misread = (given) => given, readout = '0.1.0'): Readout {
  const span = (piece: string, nth = 0) => {
    let start = text.indexOf(piece)
    for (let i = 0; i < nth; i++) start = text.indexOf(piece, start + 1)
    return { start, end: start + piece.length }
  }
  const article: Article = { text, source: `report-${n}`, title: `Talks ${n}`, publisher: null, authors: [], publishedOn: '2024-03-14' }
  const told = makeStatements(n, span)
  const given: Composition = {
    ...{ article, language: 'en', notices: [], producedBy: { readout, models: {}, knowledge: null }, entities: makeEntities(n, text) },
    ...{ statements: told.map(({ statement }) => statement), speakers: told.map(({ speaker }) => speaker), events: makeEvents(n, span) },
    cooperation: [{ ...COOPERATION, spans: [span('will build a railway together')] }],
    comparisons: [
      {
        ...{ claim: 'first', span: span('the first since 2011'), about: null, statedIn: null, confidence: 0.7 },
        since: { span: span('2011'), start: '2011-01-01', end: '2011-12-31', grain: 'year', status: 'exact' },
      },
    ],
  }
  return composeReadout(dropMissing(misread(given, span)))
}

const COOPERATION: Omit<Cooperation, 'spans'> = {
  ...{ between: [2, 3], area: 'transport', stage: 'aspirational', realis: 'planned', realisCues: [], statedIn: null, confidence: 0.6 },
}

function makeEntities(n: number, text: string): Entity[] {
  const { one, other, home, away, city } = castOf(n)
  const named = (kind: Entity['kind'], name: string, country: string | null): Entity => {
    const mentions = Array.from(text.matchAll(new RegExp(name, 'g')), ({ index }) => ({ start: index, end: index + name.length, form: 'name' as const }))
    return { kind, name, country, roles: [], link: {}, mentions }
  }
  const code = (name: string) => name.slice(0, 3).toUpperCase()
  return [
    named('person', one, code(home)),
    named('person', other, code(away)),
    named('country', home, code(home)),
    named('country', away, code(away)),
    named('place', city, null),
  ]
}

/** “Ilva Brandt said” tells the place; the source is the name. */
function headOf({ start }: Span, words: string): Span {
  return { start, end: start + words.length }
}

type Spanner = (piece: string, nth?: number) => Span

function makeStatements(n: number, span: Spanner): { statement: Statement; speaker: Speaker }[] {
  const { one, other, home, away } = castOf(n)
  const make = (source: Span, cue: string, content: string, more: Partial<Statement>, entity: number | null) => ({
    statement: {
      ...{ kind: 'indirect' as const, act: 'say' as const, source: { span: source, kind: 'person' as const }, cue: { spans: [span(cue)], lemma: cue } },
      ...{ content: [span(content)], quotations: [], within: null, isNegated: false, hedges: [], confidence: 0.9, ...more },
    },
    speaker: { entity, kind: 'person' as const, onBehalfOf: null, addressee: null },
  })
  const quoted = '“We will open the northern road before the winter,”'
  const words = span(quoted)
  return [
    make(
      headOf(span(`${one} said`), one),
      'said',
      quoted,
      { kind: 'direct', act: 'promise', quotations: [{ start: words.start + 1, end: words.end - 1, isClosed: true }] },
      0,
    ),
    make(
      headOf(span(`${other} told`), other),
      'told reporters',
      `that ${away} was ready to lower its old tariffs on grain and timber from the north`,
      { confidence: 0.8 },
      1,
    ),
    make(span(`A spokesman for ${home}`), 'denied', 'that the army had crossed the river', { act: 'deny', confidence: 0.6 }, null),
    make(span('Analysts'), 'believe', 'that the talks will resume in May', { act: 'think', confidence: 0.5 }, null),
  ]
}

function makeEvents(n: number, span: Spanner): NewsEvent[] {
  const { one, other, away, city } = castOf(n)
  const make = (type: NewsEvent['type'], trigger: string, more: Partial<NewsEvent>): NewsEvent => ({
    ...{ type, mode: null, trigger: span(trigger), mentions: [], participants: [], place: null, date: null, realis: 'happened', realisCues: [], areas: [] },
    ...{ statedIn: null, utteredIn: null, confidence: 0.9, ...more },
  })
  return [
    make('CONSULT', 'met', {
      mode: 'meeting',
      participants: [
        { role: 'actor', span: span(one), entity: 0 },
        { role: 'recipient', span: span(other), entity: 1 },
      ],
      place: { span: span(city), entity: 4 },
      date: { span: span('Tuesday'), start: '2024-03-12', end: '2024-03-12', grain: 'day', status: 'exact' },
    }),
    make('MOBILIZE', 'crossed', { realis: 'denied', statedIn: 2, confidence: 0.4 }),
    make('AID', 'sent', { participants: [{ role: 'actor', span: headOf(span(`${away} sent`), away), entity: 3 }], areas: ['transport'], confidence: 0.7 }),
    make('CONSULT', 'resume', { realis: 'planned', statedIn: 3, confidence: 0.5 }),
  ]
}

/** Facts whose words are not in the text, as `indexOf` tells by −1. References to statements follow. */
function dropMissing(given: Composition): Composition {
  const isThere = (value: unknown): boolean =>
    typeof value !== 'object' || value === null || (!((value as Partial<Span>).start === -1) && Object.values(value).every(isThere))
  const kept = given.statements.map((statement) => isThere(statement))
  const place = kept.map((isKept, n) => (isKept ? kept.slice(0, n).filter(Boolean).length : null))
  const refer = <Fact extends { statedIn: number | null }>(fact: Fact): Fact => ({
    ...fact,
    statedIn: fact.statedIn === null ? null : (place[fact.statedIn] ?? null),
  })
  return {
    ...given,
    statements: given.statements.filter((_, n) => kept[n]),
    speakers: given.speakers.filter((_, n) => kept[n]),
    events: given.events.filter(isThere).map(refer),
    cooperation: given.cooperation.filter(isThere).map(refer),
    comparisons: given.comparisons.filter(isThere).map(refer),
  }
}

/** The nth report ready to be saved; a copy of another when `copyOf` names it. */
export function takeReport(n: number, readout = readReport(n), copyOf: string | null = null): ToSave {
  const { text = '', title, source, publishedOn } = readout.article
  const article: Article = { text, source, title, publisher: null, authors: [], publishedOn }
  const address = `https://strait.example/report-${n}`
  return {
    ...{ sourceId: null, key: `report-${n}`, readout, signature: null, bands: [], copyOf, at: AT },
    incoming: {
      ...{ article, address, language: 'en', publishedAt: null, updatedAt: null, dateClue: 'given', wire: null, isTruncated: false, blocks: [], notices: [] },
    },
    identities: readout.entities.map(({ kind, name }) => draft(kind, name)),
  }
}
