import { expect, test } from 'vitest'
import { pairChanges } from './changes.ts'

const note = (kind: 'vanished' | 'appeared', words: string, fact_kind = 'statement') => ({ kind, words, fact_kind })

test('what vanished stands beside what came in its place', () => {
  expect(
    pairChanges([
      note('vanished', '“We will open the corridor in spring,”'),
      note('vanished', 'that nobody had asked him'),
      note('vanished', 'The two met in Dravik.', 'event'),
      note('appeared', '“We may open the corridor in spring,”'),
      note('appeared', 'The two met in Dravik on Monday.', 'event'),
      note('appeared', 'it rained'),
    ]),
  ).toEqual([
    { kind: 'changed', factKind: 'statement', before: '“We will open the corridor in spring,”', after: '“We may open the corridor in spring,”' },
    { kind: 'vanished', factKind: 'statement', before: 'that nobody had asked him', after: null },
    { kind: 'changed', factKind: 'event', before: 'The two met in Dravik.', after: 'The two met in Dravik on Monday.' },
    { kind: 'appeared', factKind: 'statement', before: null, after: 'it rained' },
  ])
})

test('each is paired once, and never with another kind of fact', () => {
  const changes = pairChanges([
    note('vanished', 'grain is short'),
    note('appeared', 'grain is short', 'event'),
    note('appeared', 'grain is scarce'),
    note('appeared', 'grain is not short'),
  ])
  expect(changes.map(({ kind, after }) => `${kind} ${after}`)).toEqual(['changed grain is not short', 'appeared grain is short', 'appeared grain is scarce'])
})
