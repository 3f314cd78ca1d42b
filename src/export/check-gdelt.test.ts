import { describe, expect, test } from 'vitest'
import { makeStraitReadout } from '../../test/strait-readout.ts'
import type { ReadoutEvent } from '../document/readout.ts'
import { checkGdeltRow, GDELT_COLUMNS, type GdeltRow, readGdeltRow } from './export.ts'

const record = makeStraitReadout()

/** “VAR BRANDT > OST 040 20240313”: country and name of the first actor, of the second, CAMEO code, day. “-” stands for none. */
function makeRow(words: string): GdeltRow {
  const [, first, second, code, day] = /^(.+?) > (.+?) (\d+)(?: (\d{8}))?$/.exec(words) ?? []
  const actors = [first, second].flatMap((actor, n) => {
    const [country = '', ...name] = (actor ?? '').split(' ')
    return [
      [`Actor${n + 1}CountryCode`, country === '-' ? '' : country],
      [`Actor${n + 1}Name`, name.join(' ')],
    ]
  })
  const row = readGdeltRow({
    GLOBALEVENTID: '1',
    EventCode: code as string,
    SQLDATE: day ?? '',
    ActionGeo_FullName: 'Port Asel, Varland',
    ...Object.fromEntries(actors),
  })
  if (typeof row === 'string') throw new Error(row)
  return row
}

const check = (words: string, answer: string, fact: string | null, part?: string, text?: string) =>
  test(`${words} → ${answer}`, () => {
    const verdict = checkGdeltRow(makeRow(words), record)
    expect([verdict.answer, verdict.fact]).toEqual([answer, fact])
    if (part) expect(verdict.words).toContainEqual({ part, span: expect.objectContaining({ text }) })
  })

describe('what the article says', () => {
  check('VAR > OST 040 20240314', 'yes', 'v1', 'trigger', 'met')
  check('OST > VAR 046', 'yes', 'v1')
  check('- BRANDT > - KESHEN 040', 'yes', 'v1')
  check('OST > VAR 036', 'yes', 'v2', 'realis-cue', 'is to')
  check('BEL > OST 134', 'unsupported', null)
  check('BEL > OST 120', 'yes', 'v3')
  check('BEL > VAR 190 20110601', 'yes', 'v4', 'recipient', 'Varlandic')
  check('VAR > - 010', 'yes', 's1', 'cue', 'said')
})

describe('what it speaks against', () => {
  check('BEL > OST 040', 'contradicted', 'v3', 'realis-cue', 'cancelled')
  check('VAR > BEL 190', 'contradicted', 'v4')
  check('BEL > VAR 190 20240313', 'contradicted', 'v4', 'date', '2011')
  check('OST > VAR 161', 'contradicted', 'v5', 'realis-cue', 'If')
  check('VAR > BEL 041', 'contradicted', 'v6', 'realis-cue', 'It is unclear')
  check('OST > BEL 180', 'contradicted', 'v7', 'realis-cue', 'not')
})

describe('what nothing in it supports', () => {
  check('RUS RUSSIA > OST 040', 'unsupported', null)
  check('VAR > OST 070', 'unsupported', null)
  check('VAR > BEL 010', 'unsupported', null)
  check('OST BRANDT > - 010', 'unsupported', null)
})

describe('who visits whom, where only the visit is told', () => {
  const visitOnly = (realis: ReadoutEvent['realis']) => ({
    ...record,
    events: record.events.filter(({ id }) => id === 'v2').map((event) => ({ ...event, realis, date: null })),
  })
  const check = (words: string, realis: ReadoutEvent['realis'], answer: string, because: string) =>
    test(`${words}, ${realis} → ${answer}`, () =>
      expect(checkGdeltRow(makeRow(words), visitOnly(realis))).toMatchObject({ answer, because: expect.stringContaining(because) }))
  check('OST > VAR 042', 'happened', 'yes', 'CONSULT, happened')
  check('VAR > OST 043', 'happened', 'yes', 'CONSULT, happened')
  check('VAR > OST 040', 'happened', 'yes', 'CONSULT, happened')
  check('VAR > OST 042', 'happened', 'contradicted', 'other way round')
  check('OST > VAR 043', 'happened', 'contradicted', 'other way round')
  check('OST > VAR 042', 'planned', 'contradicted', 'as planned')
  check('OST > - 042', 'denied', 'contradicted', 'did not happen')
})

test('a place and a day that differ are told beside a yes', () => {
  const row = { ...makeRow('VAR > OST 040 20240314'), place: 'Belmora' }
  expect(checkGdeltRow(row, record).remarks).toEqual([expect.stringContaining('“Port Asel”'), expect.stringContaining('13 March')])
})

test('the columns are those of GDELT 2.0', () => {
  expect(GDELT_COLUMNS.length).toBe(61)
  expect(['SQLDATE', 'Actor2Code', 'EventCode', 'ActionGeo_FullName', 'SOURCEURL'].map((name) => GDELT_COLUMNS.indexOf(name))).toEqual([1, 15, 26, 52, 60])
})

test.each([
  [{ EventCode: '42', EventRootCode: '4', Actor1Name: 'A' }, '042'],
  [{ EventCode: '112', EventRootCode: '1', Actor1Name: 'A' }, '0112'],
  [{ EventCode: '112', EventRootCode: '11', Actor1Name: 'A' }, '112'],
  [{ EventCode: '36', Actor1Name: 'A' }, '036'],
  [{ EventCode: '00', Actor1Name: 'A' }, '“00” is no CAMEO code'],
  [{ EventCode: '', Actor1Name: 'A' }, 'it has no EventCode'],
  [{ EventCode: '042' }, 'it names no actor'],
])('row %j: %s', (values, expected) => {
  const row = readGdeltRow(values as Record<string, string>)
  expect(typeof row === 'string' ? row : row.code).toBe(expected)
})
