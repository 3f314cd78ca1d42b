import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../document/article.ts'
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
    speakers: [],
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
