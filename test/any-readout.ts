import fc from 'fast-check'
import { AREAS } from '../src/document/cooperation.ts'
import { EVENT_TYPES } from '../src/document/news-event.ts'
import type { Readout, ReadoutDate, ReadoutSpan } from '../src/document/readout.ts'
import { ACTS } from '../src/document/statement.ts'

/** Signs that formats trip over: line ends of every kind, signs of markup, a sign beyond the basic plane, a combining one. */
const SIGNS = ['a', 'b', 'c', ' ', ' ', '\n', '\r', '\t', '\u2028', '\x85', '🚢', 'e\u0301', '"', "'", '|', '\\', ';', '=', ',', '<', '&', '{', '%', '-']

/** Records with facts at any place of any text, pieces and references in any order; offsets count code points. */
export function anyReadout(): fc.Arbitrary<Readout> {
  return fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 60 }).chain((signs) => makeRecord(signs.join('')))
}

function makeRecord(text: string): fc.Arbitrary<Readout> {
  const points = Array.from(text)
  const span: fc.Arbitrary<ReadoutSpan> = fc.tuple(fc.nat(points.length - 1), fc.nat(12)).map(([start, more]) => {
    const end = Math.min(points.length, start + 1 + more)
    return { start, end, text: points.slice(start, end).join('') }
  })
  const spans = (minLength: number) => fc.array(span, { minLength, maxLength: 3 })
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2))
    .chain(([entities, statements, events, cooperation, comparisons]) => {
      const idOf = (prefix: string, count: number) => fc.nat(count - 1).map((n) => `${prefix}${n + 1}`)
      const maybeId = (prefix: string, count: number) => (count === 0 ? fc.constant(null) : fc.option(idOf(prefix, count)))
      const entity = idOf('e', entities)
      const list = <T>(prefix: string, count: number, fact: fc.Arbitrary<T>) =>
        fc.array(fact, { minLength: count, maxLength: count }).map((facts) => facts.map((one, n) => ({ id: `${prefix}${n + 1}`, ...one })))
      const told = { statedIn: maybeId('s', statements), confidence: anyConfidence }
      return fc.record({
        format: fc.constant('readout/1' as const),
        producedBy: fc.constant({ readout: '0.1.0', models: { reader: 'ab'.repeat(32) }, knowledge: '2026.01' }),
        offsetUnit: fc.constant('codepoint' as const),
        article: anyArticle(text, points.length),
        entities: list('e', entities, anyEntity(span, fc.option(entity))),
        statements: list('s', statements, anyStatement(span, spans, entity, maybeId('s', statements))),
        events: list('v', events, anyEvent(span, spans, entity, { ...told, utteredIn: maybeId('s', statements) })),
        cooperation: list('c', cooperation, anyCooperation(spans, entity, told)),
        comparisons: list(
          'k',
          comparisons,
          fc.record({ claim: fc.constantFrom('first', 'gap'), span, since: anyDate(span), about: maybeId('v', events), ...told }),
        ),
        notices: fc.constant([]),
      }) as fc.Arbitrary<Readout>
    })
}

const anyConfidence = fc.integer({ min: 0, max: 100 }).map((per) => per / 100)
const anyWords = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 6 }).map((signs) => signs.join(''))

function anyArticle(text: string, length: number) {
  const words = fc.option(anyWords)
  const authors = fc.array(anyWords, { maxLength: 2 })
  return fc.record({
    ...{ id: fc.constant('0f'.repeat(32)), source: words, title: words, publisher: words, authors, publishedOn: fc.constantFrom(null, '2024-03-14') },
    ...{ language: fc.constant('en'), length: fc.constant(length), text: fc.constant(text) },
  })
}

function anyEntity(span: fc.Arbitrary<ReadoutSpan>, of: fc.Arbitrary<string | null>) {
  const mention = fc.tuple(span, fc.constantFrom('name', 'pronoun', 'nominal')).map(([one, form]) => ({ ...one, form }))
  return fc.record({
    ...{ kind: fc.constantFrom('person', 'country', 'organization', 'place', 'group', 'document'), name: anyWords, country: fc.constantFrom(null, 'VAR') },
    roles: fc.array(fc.record({ title: anyWords, of, span }), { maxLength: 2 }),
    link: fc.dictionary(fc.constantFrom('iso3', 'wikidata', 'own key'), anyWords, { maxKeys: 2 }).map((link) => ({ ...link })),
    mentions: fc.array(mention, { minLength: 1, maxLength: 3 }),
  })
}

function anyStatement(
  span: fc.Arbitrary<ReadoutSpan>,
  spans: (minLength: number) => fc.Arbitrary<ReadoutSpan[]>,
  entity: fc.Arbitrary<string>,
  within: fc.Arbitrary<string | null>,
) {
  const who = { span, entity: fc.option(entity) }
  return fc.record({
    ...{ kind: fc.constantFrom('direct', 'mixed', 'indirect'), act: fc.constantFrom(...ACTS) },
    source: fc.option(fc.record({ ...who, kind: fc.constantFrom('person', 'government', 'anonymous'), onBehalfOf: fc.option(entity) })),
    cue: fc.option(fc.record({ spans: spans(1), lemma: anyWords })),
    content: spans(1).map((pieces) => ({ spans: pieces })),
    quotations: fc.array(fc.tuple(span, fc.boolean()), { maxLength: 2 }).map((runs) => runs.map(([one, closed]) => ({ ...one, closed }))),
    addressee: fc.option(fc.record(who)),
    ...{ within, negated: fc.boolean(), hedges: spans(0), confidence: anyConfidence },
  })
}

function anyEvent(
  span: fc.Arbitrary<ReadoutSpan>,
  spans: (minLength: number) => fc.Arbitrary<ReadoutSpan[]>,
  entity: fc.Arbitrary<string>,
  told: Record<'statedIn' | 'utteredIn', fc.Arbitrary<string | null>> & { confidence: fc.Arbitrary<number> },
) {
  return fc.record({
    ...{ type: fc.constantFrom(...EVENT_TYPES), mode: fc.constantFrom(null, 'meeting', 'heavy-weapons'), trigger: span, mentions: spans(0) },
    participants: fc.array(fc.record({ role: fc.constantFrom('actor', 'recipient', 'host', 'mediator'), span, entity }), { maxLength: 3 }),
    place: fc.option(fc.record({ span, entity: fc.option(entity) })),
    date: anyDate(span),
    ...{
      realis: fc.constantFrom('happened', 'ongoing', 'planned', 'denied', 'unknown'),
      realisCues: spans(0),
      areas: fc.subarray([...AREAS], { maxLength: 2 }),
    },
    ...told,
  })
}

function anyCooperation(
  spans: (minLength: number) => fc.Arbitrary<ReadoutSpan[]>,
  entity: fc.Arbitrary<string>,
  told: { statedIn: fc.Arbitrary<string | null>; confidence: fc.Arbitrary<number> },
) {
  return fc.record({
    ...{ between: fc.array(entity, { minLength: 2, maxLength: 3 }), area: fc.constantFrom(...AREAS), stage: fc.constantFrom(null, 'expanding') },
    ...{ spans: spans(1), realis: fc.constantFrom('happened', 'planned'), realisCues: spans(0), ...told },
  })
}

function anyDate(span: fc.Arbitrary<ReadoutSpan>): fc.Arbitrary<ReadoutDate | null> {
  const exact = fc.record({
    span,
    start: fc.constant('2024-03-13'),
    end: fc.constant('2024-03-14'),
    grain: fc.constant('day'),
    status: fc.constant('approximate'),
  })
  const open = fc.record({ span, start: fc.constant(null), end: fc.constant(null), grain: fc.constant('year'), status: fc.constant('unresolved') })
  return fc.option(fc.oneof(exact, open)) as fc.Arbitrary<ReadoutDate | null>
}
