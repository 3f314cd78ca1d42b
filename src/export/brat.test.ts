import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyReadout } from '../../test/any-readout.ts'
import { makeQuayReadout } from '../../test/quay-readout.ts'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import { convertOffsets } from '../record/record.ts'
import { writeBrat } from './brat.ts'
import { BRAT_CONFIG } from './brat-config.ts'
import { readBrat } from './brat-read.ts'

const strait = convertOffsets(makeStraitReadout(), 'codepoint')
const written = writeBrat(strait)

test('any record comes back whole', () => {
  fc.assert(
    fc.property(anyReadout(), (record) => {
      expect(readBrat(writeBrat(record))).toEqual({ record, problems: [] })
    }),
    { numRuns: 300 },
  )
})

test('so do records of articles', () => {
  for (const record of [strait, convertOffsets(makeQuayReadout(), 'codepoint')]) expect(readBrat(writeBrat(record)).record).toEqual(record)
})

describe('lines are as brat wants them', () => {
  test('no line is cut where Python ends one, words are those of the offsets, every target is defined', () => {
    fc.assert(
      fc.property(anyReadout(), (record) => {
        const { text, annotations } = writeBrat(record)
        const points = Array.from(text)
        const lines = annotations.split('\n').slice(0, -1)
        expect(annotations).not.toMatch(/[\r\v\f\x1c-\x1e\x85\u2028\u2029]/)
        const ids = new Set(lines.map((line) => line.split('\t')[0]))
        for (const line of lines) {
          const [id = '', body = '', words = ''] = line.split(/\t/, 2).concat(line.split('\t').slice(2).join('\t'))
          if (id.startsWith('T')) expect(words.length).toBe(readOffsets(body, points).length)
          for (const target of body.match(/(?<=[: ])[TE]\d+\b/g) ?? []) expect(ids).toContain(target)
        }
      }),
    )
  })
  const check = (line: string) => test(line, () => expect(written.annotations).toContain(`${line}\n`))
  check('T1\tCountry 0 9\tVarlandic')
  check('*\tEquiv T1 T2')
  check('N1\tReference T1 iso3:VAR\tVarland')
  check('E1\tStatement:T14 Content:T12 Source:T8 OnBehalfOf:T1 Quotation:T13')
  check('A12\tAct E1 promise')
  test('content of two pieces is one discontinuous text', () =>
    expect(written.annotations).toMatch(/^T\d+\tContent \d+ \d+;\d+ \d+\t"We will expand trade, 'and soon'," calling/m))
  test('every type is in the configuration', () => {
    const types = new Set(written.annotations.match(/(?<=^[TER*]\d*\t)\w+/gm))
    for (const type of types) expect(BRAT_CONFIG).toMatch(new RegExp(`^${type}\\b`, 'm'))
  })
})

describe('what a person did in brat', () => {
  const edit = (change: (annotations: string) => string) => readBrat({ ...written, annotations: change(written.annotations) })
  test('words that were moved are read where they stand now', () => {
    const { record } = edit((lines) => lines.replace('T1\tCountry 0 9\tVarlandic', 'T1\tCountry 0 7\tVarland'))
    expect(record.entities[0]?.mentions[0]).toEqual({ start: 0, end: 7, text: 'Varland', form: 'name' })
  })
  test('a statement that was added has an id of its own and is certain', () => {
    const { record, problems } = edit(
      (lines) => `${lines}T90\tStatement 29 32\tmet\nT91\tContent 37 48\tRadu Keshen\nE90\tStatement:T90 Content:T91 Source:T1\n`,
    )
    expect(problems).toEqual([])
    expect(record.statements.at(-1)).toMatchObject({ id: 's2', act: 'say', source: { entity: 'e1' }, cue: { lemma: 'met' }, confidence: 1 })
  })
  test('a changed attribute and a deleted event', () => {
    const { record } = edit((lines) => lines.replace('Act E1 promise', 'Act E1 say').replace(/^E3\t.*\n/m, ''))
    expect(record.statements[0]?.act).toBe('say')
    expect(record.events.map(({ id }) => id)).toEqual(['v1', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'])
  })
  test('notes of others are left alone; what is not understood is told', () => {
    const { record, problems } = edit((lines) => `${lines}#90\tAnnotatorNotes E1\tIs this a promise?\nT92\tPerson 9000 9001\tx\nX1\tnothing\n`)
    expect(record).toEqual(strait)
    expect(problems).toEqual([expect.stringContaining('T92'), expect.stringContaining('X1')])
  })
})

function readOffsets(body: string, points: readonly string[]): string {
  const pairs = body.replace(/^\S+ /, '').split(';')
  return pairs.map((pair) => points.slice(...(pair.split(' ').map(Number) as [number, number])).join('')).join(' ')
}
