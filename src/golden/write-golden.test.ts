import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport, writeReport } from '../../test/review-sample.ts'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { Readout, ReadoutSpan } from '../document/readout.ts'
import { copyWords } from './copy-words.ts'
import { readGolden, spansOf, writeGolden } from './golden.ts'

const write = (record: Readout, required: string[] = [], traps: Parameters<typeof writeGolden>[0]['traps'] = []) =>
  writeGolden({ record, required: new Set(required), traps })

test('a record becomes a golden article that says the same', () => {
  const record = readReport(0)
  const { text, left } = write(record, ['s1', 'v1', 'v2', 'c1', 'k1'], [record.events[2] as (typeof record.events)[number]])
  expect(left).toEqual([])
  const { article, problems } = readGolden(text ?? '', 'x')
  expect(problems).toEqual([])
  expect(article).toMatchObject({ title: 'Talks 0', published: '2024-03-14', text: writeReport(0).trim() })
  expect(article?.facts.map(({ kind, role, choices }) => `${role} ${kind} ${choices.flat().join(' ')}`)).toEqual([
    'required statement direct promise',
    'optional statement indirect say',
    'optional statement indirect deny',
    'optional statement indirect think',
    'required event CONSULT meeting',
    'required event MOBILIZE',
    'optional event AID',
    'optional event CONSULT',
    'trap event AID',
    'required cooperation transport aspirational',
    'required comparison first',
  ])
  expect(article?.facts[5]?.statedIn).toBe(article?.facts[2])
  expect(article?.facts[4]?.fields.get('date')?.[0]?.readings).toEqual(['2024-03-12'])
})

test('statements in statements, signs beyond the basic plane', () => {
  const record = makeStraitReadout()
  const { text, left } = write(record, ['s1'])
  expect(left).toEqual([])
  const { article, problems } = readGolden(text ?? '', 'x')
  expect(problems).toEqual([])
  expect(article?.facts.filter(({ kind }) => kind === 'statement')).toHaveLength(record.statements.length)
})

test('what the format cannot hold is told', () => {
  const record = readReport(0)
  expect(write({ ...record, article: { ...record.article, publishedOn: null } }).left).toEqual([expect.stringMatching(/no date of publication/)])
  expect(write({ ...record, article: { ...record.article, text: 'One\n=== facts\n' } }).left).toEqual([expect.stringMatching(/reads “=== facts”/)])
  const text = 'no '.repeat(90)
  const trigger = { start: 120, end: 122, text: 'no' }
  const event = { ...record.events[0], trigger, participants: [], place: null, date: null } as unknown as (typeof record.events)[number]
  const again = { ...record, article: { ...record.article, text }, statements: [], events: [event], cooperation: [], comparisons: [] }
  expect(write(again).left).toEqual([expect.stringMatching(/^“no” is left out: its words cannot be copied/)])
})

describe('a copy leads back to its words', () => {
  const check = (text: string, words: string, nth: number, expected: string | null) =>
    test(`${words} in ${text}`, () => {
      let start = text.indexOf(words)
      for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1)
      expect(copyWords({ start, end: start + words.length }, text)).toBe(expected)
    })
  check('Lind said no.', 'said', 0, 'said')
  check('Lind said no. Ode said yes.', 'said', 0, '[said] no.')
  check('no no no', 'no', 1, 'no [no] no')
  check('a [said] b said', 'said', 1, 'b [said]')
  check('asked ask', 'sk', 0, 'a[sk]ed')
  check('no '.repeat(90), 'no', 40, null)
  check('yes\nno  and\n\nyes no', 'no  and', 0, 'no and')
})

describe('whatever the record, what is written is read without a fault', () => {
  const word = fc.constantFrom(
    'Lind',
    'said',
    'no',
    'that',
    'no,',
    '“no”',
    '[no]',
    '= x',
    '# x',
    '🚢',
    'é',
    'a|b',
    '-',
    '\n',
    '\n\n',
    '\r\n',
    'not',
    'statement:',
    '…',
  )
  const texts = fc.array(word, { minLength: 3, maxLength: 40 }).map((words) => `Ode ${words.join(' ')} Ode`)
  const pick = fc.tuple(fc.nat(), fc.nat({ max: 20 }))
  test('property', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.array(pick, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), fc.nat(), (text, picks, pattern) => {
        const record = makeRecord(text, picks)
        const required = record.statements.filter((_, n) => (pattern >> n) & 1).map(({ id }) => id)
        const { text: golden, left } = write(record, required, record.events.slice(0, 1))
        const { article, problems } = readGolden(golden ?? '', 'x')
        expect(problems).toEqual([])
        expect((article?.facts.length ?? 0) + left.length).toBe(record.statements.length + record.events.length + 1)
        const contents = article?.facts.filter(({ kind }) => kind === 'statement').map((fact) => spansOf(fact, 'content')[0])
        const given = new Set(record.statements.map(({ content }) => content.spans[0]?.text.trim()))
        for (const span of contents ?? []) expect(given).toContain(article?.text.slice(span?.start, span?.end))
      }),
      { numRuns: 300 },
    )
  })
})

/** Statements and events with spans anywhere in a text. */
function makeRecord(text: string, picks: readonly (readonly (readonly [number, number])[])[]): Readout {
  const cut = ([at, length]: readonly [number, number]): ReadoutSpan => {
    const start = at % (text.length - 1)
    const end = Math.min(text.length, start + 1 + length)
    return { start, end, text: text.slice(start, end) }
  }
  const base = readReport(0)
  const [statement, event] = [base.statements[0], base.events[0]] as [(typeof base.statements)[number], (typeof base.events)[number]]
  return {
    ...base,
    article: { ...base.article, text, length: text.length },
    statements: picks.map(([a, b], n) => ({
      ...{ ...statement, id: `s${n + 1}`, source: null, quotations: [] },
      ...{ cue: { spans: [cut(a as [number, number])], lemma: 'x' }, content: { spans: [cut(b as [number, number])] } },
    })),
    events: picks.map(([, , c], n) => ({ ...event, id: `v${n + 1}`, trigger: cut(c as [number, number]), participants: [], place: null, date: null })),
    cooperation: [],
    comparisons: [],
  }
}
