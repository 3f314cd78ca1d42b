import { describe, expect, test } from 'vitest'
import { computeAlpha, measureAgreement } from './agreement.ts'
import type { Anchor, Correction } from './correction.ts'
import { type Candidate, queueForReview } from './queue.ts'

/** Rows of reviewers, a column a unit, “.” where one said nothing. */
const alphaOf = (...rows: string[]) => computeAlpha(Array.from(rows[0] ?? '', (_, n) => rows.map((row) => row[n] as string).filter((value) => value !== '.')))

describe('alpha, worked by hand', () => {
  // Four of ten units have a 0 and a 1: o = 4 × 2. Fourteen 0 and six 1: e = 14 × 6 × 2. 1 − 19 × 8 / 168.
  test('two reviewers, two values', () => expect(alphaOf('0100000010', '1110010000')).toBeCloseTo(0.095, 3))
  // aa ab bb bb db cc cc cc ee dd dd ad: three units differ, o = 3 × 2. 4 a, 6 b, 6 c, 6 d, 2 e of 24: e = 80 + 108 × 3 + 44 = 448. 1 − 23 × 6 / 448.
  test('two reviewers, five values', () => expect(alphaOf('aabbdcccedda', 'babbbccceddd')).toBeCloseTo(0.692, 3))
  test('all agree, none does, nothing to compare', () => {
    expect(alphaOf('0101', '0101')).toBe(1)
    // o = 4 of 4 values in unlike pairs, e = 2 × 2 × 2 = 8: 1 − 3 × 4 / 8.
    expect(alphaOf('01', '10')).toBe(-0.5)
    expect(alphaOf('00', '00')).toBeNull()
    expect(alphaOf('01', '..')).toBeNull()
  })
  // The unit with one value drops out. 00 | 001 | 111: o = (2 × 1 + 1 × 2) / 2 = 2; four 0 and four 1: e = 32; 1 − 7 × 2 / 32.
  test('three reviewers, silent at times', () => expect(alphaOf('0010', '001.', '.11.')).toBe(0.5625))
})

describe('agreement', () => {
  const anchor: Anchor = { words: 'met', before: '', after: '', start: 0, end: 3, version: 1 }
  let id = 0
  const entry = (who: string, factKey: string, action: Correction['action'], fields?: object): Correction => ({
    ...{ id: ++id, at: '', who, articleKey: 'a', factKind: 'event', factKey, action, anchor, undoes: null },
    change: { was: { type: 'CONSULT' }, ...(fields && { fields: { ...fields } }) },
  })
  test('is about the reading that each left as right', () => {
    const journal = [
      ...[entry('ada', '1', 'correct', { type: 'AGREE' }), entry('ben', '1', 'accept', { type: 'AGREE' })],
      ...[entry('ada', '2', 'accept', { type: 'CONSULT' }), entry('ben', '2', 'reject')],
      ...[entry('ada', '3', 'reject'), entry('ada', '3', 'accept', { type: 'CONSULT' })],
    ]
    // Two units: AGREE AGREE, CONSULT rejected: o = 2, e = 4² − (4 + 1 + 1) = 10, alpha = 1 − 3 × 2 / 10.
    expect(measureAgreement(journal)).toMatchObject({ alpha: 0.4, facts: 2, reviewers: ['ada', 'ben'] })
    expect(measureAgreement(journal).byKind.filter(({ facts }) => facts > 0)).toEqual([{ kind: 'event', alpha: 0.4, facts: 2 }])
  })
})

describe('the queue', () => {
  const fact = (articleId: number, more: Partial<Candidate>): Candidate => ({
    ...{ articleId, factKind: 'statement', number: 1, factKey: '', confidence: 90, told: 1, copies: 0, isMeeting: false, ...more },
  })
  test('least certain and weightiest first; ties in a fixed order', () => {
    const facts = [
      fact(1, {}),
      fact(2, { confidence: 40 }),
      fact(3, { told: 1_000 }),
      fact(4, { copies: 7 }),
      fact(5, { factKind: 'event', isMeeting: true }),
      fact(6, {}),
      fact(7, { confidence: 100, told: 9_999 }),
    ]
    expect(queueForReview(facts).map(({ articleId, weight }) => [articleId, weight])).toEqual([
      [2, 120],
      [3, 109.67],
      [4, 50],
      [5, 50],
      [1, 20],
      [6, 20],
      [7, 0],
    ])
    expect(queueForReview([...facts].reverse())).toEqual(queueForReview(facts))
  })
})
