import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { Article } from '../document/article.ts'
import type { Readout, ReadoutDate } from '../document/readout.ts'
import type { Statement } from '../document/statement.ts'
import { composeReadout, convertOffsets, verifyReadout } from './record.ts'

const statement: Statement = {
  kind: 'direct',
  act: 'say',
  source: { span: { start: 0, end: 4 }, kind: 'person' },
  cue: { spans: [{ start: 5, end: 9 }], lemma: 'say' },
  content: [{ start: 10, end: 15 }],
  quotations: [{ start: 11, end: 14, isClosed: true }],
  within: null,
  isNegated: false,
  hedges: [],
  confidence: 0.9344,
}

function compose(text: string, statements: readonly Statement[] = []) {
  const article: Article = { text, source: null, title: null, publisher: null, authors: [], publishedOn: null }
  return composeReadout({
    article,
    language: 'en',
    statements,
    entities: [],
    speakers: statements.map(() => ({ entity: null, kind: 'person', onBehalfOf: null, addressee: null })),
    events: [],
    cooperation: [],
    comparisons: [],
    notices: [],
    producedBy: { readout: '0', models: {}, knowledge: null },
  })
}

test('spans read as claimed', () => {
  const readout = compose('Lind said “No.”', [statement])
  expect(readout.statements[0]?.content.spans[0]).toEqual({ start: 10, end: 15, text: '“No.”' })
  expect(readout.statements[0]?.confidence).toBe(0.93)
  expect(verifyReadout(readout)).toEqual([])
})

test('a fact that leaves the text is refused', () => {
  expect(() => compose('Lind said', [statement])).toThrow(/does not stand in the text/)
})

test('offsets in code points', () => {
  const text = '😀 é́ שלום said “No.”'
  const start = text.indexOf('“')
  const moved = { ...statement, source: null, cue: null, content: [{ start, end: text.length }], quotations: [] }
  const readout = convertOffsets(compose(text, [moved]), 'codepoint')
  const span = readout.statements[0]?.content.spans[0]
  expect(Array.from(text).slice(span?.start, span?.end).join('')).toBe('“No.”')
  expect(verifyReadout(readout)).toEqual([])
})

test('converting there and back changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, at) => {
      const points = Array.from(text)
      const first = points.slice(0, at % points.length).join('').length
      const span = { start: first, end: first + (points[at % points.length] as string).length }
      const readout = compose(text, [{ ...statement, source: null, cue: null, content: [span], quotations: [] }])
      expect(convertOffsets(convertOffsets(readout, 'codepoint'), 'utf16')).toEqual(readout)
    }),
  )
})

test('faults are told', () => {
  const readout = compose('Lind said “No.”', [statement])
  const broken = structuredClone(readout)
  ;(broken.statements[0] as { within: string | null }).within = 's9'
  ;(broken.statements[0]?.content.spans[0] as { start: number }).start = 9
  expect(verifyReadout(broken)).toEqual([expect.stringContaining('not ““No.”'), expect.stringContaining('“s9”')])
  expect(verifyReadout({ format: 'other' })).toEqual([expect.stringContaining('readout/1')])
})

describe('events, cooperation and comparisons', () => {
  const strait = makeStraitReadout()
  test('ids, references and dates', () => {
    expect(strait.events.map(({ id }) => id)).toEqual(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'])
    expect(strait.events[0]).toMatchObject({ participants: [{ entity: 'e4' }, { entity: 'e5' }], date: { start: '2024-03-13', span: { text: '13 March' } } })
    expect(strait.cooperation).toMatchObject([{ id: 'c1', between: ['e1', 'e2'], stage: 'expanding', statedIn: 's1' }])
    expect(strait.comparisons).toMatchObject([{ id: 'k1', about: 'v1', since: { grain: 'year', span: { text: '2009' } } }])
    expect(verifyReadout(strait)).toEqual([])
  })
  test('every span moves with the unit, those of dates too; their days stay', () => {
    const moved = convertOffsets(strait, 'codepoint')
    expect(verifyReadout(moved)).toEqual([])
    expect(moved.comparisons[0]?.since).toMatchObject({ start: '2009-01-01', span: { start: (strait.comparisons[0]?.since?.span.start ?? 0) - 1 } })
    expect(convertOffsets(moved, 'utf16')).toEqual(strait)
  })
  const check = (fault: string, damage: (record: Readout) => void) =>
    test(fault, () => {
      const broken = structuredClone(strait)
      damage(broken)
      expect(verifyReadout(broken)).toEqual([expect.stringContaining(fault)])
    })
  const dateOf = (record: Readout) => record.events[0]?.date as ReadoutDate
  check('events[0].date.span', (record) => Object.assign(dateOf(record).span, { start: 0 }))
  check('no days of the calendar', (record) => Object.assign(dateOf(record), { end: '2024-02-30' }))
  check('no days of the calendar', (record) => Object.assign(dateOf(record), { start: '2024-03-14' }))
  check('“unresolved” from 2024-03-13', (record) => Object.assign(dateOf(record), { status: 'unresolved' }))
  check('without the words', (record) => Object.assign(dateOf(record), { span: null }))
  check('cooperation[0].between points at “e9”', (record) => record.cooperation[0]?.between.splice(0, 1, 'e9'))
  check('comparisons[0].about points at “v9”', (record) => Object.assign(record.comparisons[0] ?? {}, { about: 'v9' }))
})
