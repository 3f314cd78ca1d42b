import { describe, expect, test } from 'vitest'
import { readReport, writeReport } from '../../test/review-sample.ts'
import type { Readout, ReadoutSpan } from '../document/readout.ts'
import { verifyReadout } from '../record/record.ts'
import { type CorrectionDraft, checkDraft } from './check-draft.ts'
import type { Correction } from './correction.ts'
import { describeDraft } from './describe-draft.ts'
import { LISTS } from './fields.ts'
import { foldCorrections, type Reading, type Reviewed } from './fold.ts'
import { groupCorrections } from './groups.ts'

/** A journal without a store. Keys are what a fact says, as in the store. */
function readingOf(readout: Readout, version = 1): Reading {
  const keys = Object.fromEntries(
    Object.values(LISTS).map(({ list }) => [
      list,
      readout[list].map((fact) => JSON.stringify(fact, (name, value) => (/^(id|start|end|confidence|statedIn)$/.test(name) ? undefined : value))),
    ]),
  )
  return { readout, version, keys: keys as unknown as Reading['keys'] }
}

function keep(reading: Reading, journal: Correction[], draft: CorrectionDraft, who = 'ada'): Reviewed {
  const reviewed = foldCorrections(reading, journal)
  expect(checkDraft(draft, reviewed.record)).toEqual([])
  const told = describeDraft(draft, reading, reviewed, groupCorrections(journal))
  if (!told) throw new Error('There is no such fact.')
  const kept = JSON.parse(
    JSON.stringify({ ...told, id: journal.length + 1, at: `2024-03-15T0${journal.length}:00:00Z`, who, articleKey: 'a', action: draft.action, undoes: null }),
  )
  journal.push(kept as Correction)
  return fold(reading, journal)
}

function undo(journal: Correction[], id: number): void {
  const target = journal[id - 1] as Correction
  journal.push({ ...target, id: journal.length + 1, action: 'undo', change: {}, undoes: id })
}

function fold(reading: Reading, journal: readonly Correction[]): Reviewed {
  const reviewed = foldCorrections(reading, journal)
  expect(verifyReadout(reviewed.record)).toEqual([])
  return reviewed
}

const text = writeReport(0)
const first = readingOf(readReport(0))
const plain = fold(first, [])
const keyOf = (kind: CorrectionDraft['factKind'], n: number) => plain.record[LISTS[kind].list][n]?.factKey ?? ''
function spanOf(words: string, of = text): ReadoutSpan {
  const start = of.indexOf(words)
  return { start, end: start + words.length, text: words }
}

describe('a fact', () => {
  test('is the machine’s until somebody says something', () => {
    expect(plain.record.statements[0]).toMatchObject({ origin: 'machine', decision: null, lastCorrection: null, stands: 'exact' })
  })
  test('is accepted, and the score stays beside the decision', () => {
    const { record } = keep(first, [], { factKind: 'event', factKey: keyOf('event', 1), action: 'accept' })
    expect(record.events[1]).toMatchObject({ origin: 'machine+human', decision: { verdict: 'accepted', who: 'ada' }, confidence: 0.4, differs: [] })
  })
  test('is rejected and gone; what hung on it hangs on nothing', () => {
    const { record, rejected } = keep(first, [], { factKind: 'statement', factKey: keyOf('statement', 2), action: 'reject' })
    expect(record.statements.map(({ id }) => id)).toEqual(['s1', 's2', 's4'])
    expect(record.events[1]).toMatchObject({ type: 'MOBILIZE', statedIn: null })
    expect(rejected).toMatchObject([{ words: 'that the army had crossed the river', fact: { id: 's3' } }])
  })
  test('is corrected field by field; the later word counts, and undoing it brings the earlier back', () => {
    const journal: Correction[] = []
    const draft = { factKind: 'event', factKey: keyOf('event', 2), action: 'correct' } as const
    keep(first, journal, { ...draft, fields: { type: 'COOPERATE', realis: 'planned' } })
    const { record } = keep(first, journal, { ...draft, fields: { realis: 'ongoing' } }, 'ben')
    expect(record.events[2]).toMatchObject({ type: 'COOPERATE', realis: 'ongoing', decision: { verdict: 'corrected', who: 'ben' }, lastCorrection: 2 })
    undo(journal, 2)
    expect(fold(first, journal).record.events[2]).toMatchObject({ type: 'COOPERATE', realis: 'planned', decision: { who: 'ada' }, lastCorrection: 3 })
    undo(journal, 1)
    expect(fold(first, journal).record.events[2]).toMatchObject({ type: 'AID', realis: 'happened', origin: 'machine', decision: null, lastCorrection: 4 })
  })
  test('is added from selected words, in its place, told by whom it stands in', () => {
    const fields = { type: 'COOPERATE', trigger: spanOf('lower'), realis: 'planned', participants: [{ role: 'actor', words: spanOf('Belmora'), entity: 'e4' }] }
    const journal: Correction[] = []
    const { record } = keep(first, journal, { factKind: 'event', factKey: null, action: 'add', fields })
    expect(record.events.map(({ id, origin }) => [id, origin])).toEqual([
      ['v1', 'machine'],
      ['v5', 'human'],
      ['v2', 'machine'],
      ['v3', 'machine'],
      ['v4', 'machine'],
    ])
    expect(record.events[1]).toMatchObject({ statedIn: 's2', factKey: '+1', confidence: 1, participants: [{ entity: 'e4' }] })
    expect(keep(first, journal, { factKind: 'event', factKey: '+1', action: 'correct', fields: { realis: 'hypothetical' } }).record.events[1]).toMatchObject({
      realis: 'hypothetical',
      origin: 'human',
    })
    undo(journal, 1)
    expect(fold(first, journal)).toMatchObject({
      displaced: [{ id: 2, says: 'type: COOPERATE; realis: hypothetical', why: expect.stringContaining('taken back') }],
    })
  })
  test('gets a speaker whom nobody knew, who then is an entity with his words', () => {
    const speaker = { name: 'Nils Ode', kind: 'person', country: null } as const
    const { record } = keep(first, [], { factKind: 'statement', factKey: keyOf('statement', 2), action: 'correct', fields: { speaker } })
    expect(record.entities.at(-1)).toMatchObject({
      id: 'e6',
      name: 'Nils Ode',
      origin: 'human',
      mentions: [{ text: 'A spokesman for Varland', form: 'nominal' }],
    })
    expect(record.statements[2]?.source?.entity).toBe('e6')
  })
  test('keeps comments', () => {
    const { record } = keep(first, [], { factKind: 'comparison', factKey: keyOf('comparison', 0), action: 'comment', comment: 'Since which?' })
    expect(record.comparisons[0]).toMatchObject({ origin: 'machine', decision: null, comments: [{ who: 'ada', comment: 'Since which?' }] })
  })
})

describe('the next reading', () => {
  const again = (change: (readout: Readout) => void) => {
    const readout = structuredClone(first.readout)
    change(readout)
    return readingOf(readout)
  }
  test('that reads otherwise does not overwrite, it is told', () => {
    const journal: Correction[] = []
    keep(first, journal, { factKind: 'event', factKey: keyOf('event', 2), action: 'correct', fields: { type: 'COOPERATE' } })
    const changed = again(({ events }) => Object.assign(events[2] ?? {}, { type: 'RETREAT', realis: 'planned' }))
    expect(fold(changed, journal).record.events[2]).toMatchObject({
      ...{ type: 'COOPERATE', realis: 'planned', factKey: keyOf('event', 2) },
      differs: [{ field: 'type', human: 'COOPERATE', machine: 'RETREAT' }],
    })
    const agreed = again(({ events }) => Object.assign(events[2] ?? {}, { type: 'COOPERATE' }))
    expect(fold(agreed, journal).record.events[2]).toMatchObject({ type: 'COOPERATE', differs: [] })
  })
  test('that finds the fact no more does not lose what was accepted', () => {
    const journal: Correction[] = []
    const { record } = keep(first, journal, { factKind: 'event', factKey: keyOf('event', 0), action: 'accept' })
    const lost = again(({ events }) => events.shift())
    const kept = fold(lost, journal).record.events[0]
    const { id: _, ...before } = record.events[0] as (typeof record.events)[number]
    expect(kept).toMatchObject({ ...before, differs: [{ field: 'fact', human: 'stands', machine: 'not found' }], machineKey: null })
  })
  test('does not revive what was rejected, unless it says something else', () => {
    const journal: Correction[] = []
    keep(first, journal, { factKind: 'event', factKey: keyOf('event', 3), action: 'reject' })
    const same = again(({ events }) => Object.assign(events[3] ?? {}, { realis: 'unknown', mode: 'meeting' }))
    expect(fold(same, journal).record.events.map(({ id }) => id)).toEqual(['v1', 'v2', 'v3'])
    const other = fold(
      again(({ events }) => Object.assign(events[3] ?? {}, { type: 'AGREE' })),
      journal,
    )
    expect(other.record.events.map(({ id }) => id)).toEqual(['v1', 'v2', 'v3', 'v4'])
    expect(other.displaced).toMatchObject([{ action: 'reject', why: expect.stringContaining('something else') }])
  })
  test('that finds what a person added shows it once', () => {
    const journal: Correction[] = []
    const fields = { type: 'COOPERATE', trigger: spanOf('lower'), realis: 'planned' }
    keep(first, journal, { factKind: 'event', factKey: null, action: 'add', fields })
    const found = again(({ events }) => {
      events.push({ ...(events[1] as (typeof events)[number]), id: 'v5', type: 'COOPERATE', trigger: spanOf('lower'), realis: 'happened', statedIn: 's2' })
    })
    const { events } = fold(found, journal).record
    expect(events.filter(({ trigger }) => trigger.text === 'lower')).toMatchObject([
      { origin: 'machine+human', realis: 'planned', differs: [{ field: 'realis', human: 'planned', machine: 'happened' }] },
    ])
  })
})

describe('another text', () => {
  const journal: Correction[] = []
  keep(first, journal, { factKind: 'statement', factKey: keyOf('statement', 1), action: 'accept' })
  keep(first, journal, { factKind: 'statement', factKey: keyOf('statement', 2), action: 'correct', fields: { source: spanOf('A spokesman') } })
  keep(first, journal, { factKind: 'event', factKey: keyOf('event', 0), action: 'accept' })
  const next = (change: (old: string) => string) => {
    const changed = change(text)
    return fold(readingOf(readReport(0, changed), 2), journal)
  }
  test('with a paragraph before: all moves along', () => {
    const { record, displaced } = next((old) => `Updated at noon.\n\n${old}`)
    expect(displaced).toEqual([])
    expect(record.statements[2]?.source?.span).toMatchObject({ text: 'A spokesman' })
    expect(record.statements.slice(1, 3).map(({ decision, stands }) => [decision?.verdict, stands])).toEqual([
      ['accepted', 'exact'],
      ['corrected', 'exact'],
    ])
  })
  test('with a word changed: found near, and told as changed', () => {
    const { record, displaced } = next((old) => old.replace('old tariffs', 'high tariffs'))
    expect(displaced).toEqual([])
    const kept = record.statements.find(({ factKey }) => factKey === keyOf('statement', 1))
    expect(kept).toMatchObject({ decision: { verdict: 'accepted' }, stands: 'changed' })
    expect(kept?.content.spans[0]?.text).toBe('that Belmora was ready to lower its high tariffs on grain and timber from the north')
  })
  test('without the words: shown as displaced, not lost', () => {
    const { record, displaced } = next((old) => old.replace(/A spokesman.*\n\n/, ''))
    expect(record.statements).toHaveLength(3)
    expect(displaced).toMatchObject([{ id: 2, action: 'correct', field: null, says: 'source: “A spokesman”', why: expect.stringContaining('do not stand') }])
  })
  test('without the words of one value: the fact stays, the value is displaced', () => {
    const { record, displaced } = next((old) => old.replace('A spokesman for', 'An envoy of'))
    expect(record.statements[2]).toMatchObject({ decision: { verdict: 'corrected' } })
    expect(displaced).toMatchObject([{ id: 2, field: 'source' }])
  })
})

describe('what is wrong with a draft is told in sentences', () => {
  const check = (draft: object, expected: RegExp) =>
    test(String(expected), () => expect(checkDraft(draft as CorrectionDraft, plain.record).join(' ')).toMatch(expected))
  const event = { factKind: 'event', factKey: keyOf('event', 0), action: 'correct' }
  check({ factKind: 'rumour', action: 'accept' }, /“rumour” is no kind of fact/)
  check({ ...event, action: 'bless' }, /nothing that can be done/)
  check({ ...event, fields: {} }, /No field is given/)
  check({ ...event, fields: null }, /values by the names/)
  check({ ...event, fields: { colour: 'red' } }, /has no field “colour”/)
  check({ ...event, fields: { __proto__: null, constructor: 1 } }, /has no field “constructor”/)
  check({ ...event, fields: { type: 'VISIT' } }, /“type” is one of AGREE/)
  check({ ...event, fields: { type: null } }, /“type” may not be empty/)
  check({ ...event, fields: { trigger: { start: 0, end: 2, text: 'met' } } }, /reads “🚢” from 0 to 2, not “met”/)
  check({ ...event, fields: { trigger: { start: 1, end: 3, text: text.slice(1, 3) } } }, /begins or ends (with a blank|within a sign)/)
  check({ ...event, fields: { trigger: { start: 1, end: 1e9, text: '' } } }, /does not lie in the text/)
  check({ ...event, fields: { place: { words: spanOf('Tarnby'), entity: 'e99' } } }, /names the entity “e99”/)
  check({ ...event, fields: { participants: [{ role: 'king', words: spanOf('Tarnby'), entity: 'e1' }] } }, /“participants 1.role” is one of actor/)
  check({ ...event, fields: { date: { words: spanOf('Tuesday'), start: '2024-02-30', end: null, grain: 'day', status: 'exact' } } }, /a day like 2024-03-14/)
  check(
    { ...event, fields: { date: { words: spanOf('Tuesday'), start: '2024-03-12', end: '2024-03-11', grain: 'day', status: 'exact' } } },
    /ends before it begins/,
  )
  check({ ...event, fields: { date: { words: spanOf('Tuesday'), start: null, end: null, grain: 'day', status: 'exact' } } }, /or the status unresolved/)
  check({ ...event, action: 'accept', fields: { type: 'AID' } }, /no fields are given/)
  check({ ...event, action: 'comment', comment: '  ' }, /comment is empty/)
  check({ ...event, action: 'add', factKey: null, fields: { type: 'AID' } }, /give trigger, realis too/)
  check({ ...event, action: 'add', factKey: null, fields: { type: 'CONSULT', trigger: spanOf('met'), realis: 'happened' } }, /has this fact already/)
  check({ factKind: 'entity', factKey: keyOf('entity', 0), action: 'reject' }, /cannot be added or rejected/)
  check({ factKind: 'entity', factKey: keyOf('entity', 0), action: 'correct', fields: { name: ' x' } }, /blanks at its ends/)
  check({ factKind: 'entity', factKey: keyOf('entity', 0), action: 'correct', fields: { country: 'Varland' } }, /is the code of a country/)
  const statement = { factKind: 'statement', factKey: keyOf('statement', 0), action: 'correct' }
  check({ ...statement, fields: { source: null } }, /needs the words that name him/)
  check({ ...statement, fields: { content: [] } }, /“content” needs something/)
  check({ ...statement, fields: { content: [spanOf('the talks'), spanOf('met')] } }, /order of the text/)
  check({ ...statement, fields: { speaker: { name: 'X', kind: 'ghost', country: null } } }, /kind” is one of person/)
  const pact = { factKind: 'cooperation', factKey: keyOf('cooperation', 0), action: 'correct' }
  check({ ...pact, fields: { between: ['e3', 'e3'] } }, /name different ones/)
  check({ ...pact, fields: { between: ['e3', { name: 'Nowhere', kind: 'country', country: null }] } }, /“Nowhere” does not stand in the article/)
})
