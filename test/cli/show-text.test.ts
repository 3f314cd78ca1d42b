import { describe, expect, test } from 'vitest'
import { showText } from '../../src/cli/show-text.ts'
import type { Readout, ReadoutEvent } from '../../src/document/readout.ts'
import { verifyReadout } from '../../src/index.ts'
import { makeQuayReadout } from '../quay-readout.ts'
import { makeStraitReadout } from '../strait-readout.ts'

const shown = showText(makeQuayReadout(), { width: 100, hasColor: false })

describe('a record in a terminal', () => {
  const check = (name: string, line: string) => test(name, () => expect(shown.split('\n')).toContain(line))
  check(
    'speakers by name, with office, words, principal and addressee',
    'Ossi Brandt, Varlandic envoy (“he”), on behalf of Varland, to Maya Trent · told · direct, say · s1',
  )
  check('an anonymous source as such', 'anonymous (“A senior official”) · said · indirect, say · s2')
  check('an unknown speaker plainly', 'unknown (“She”) · said · indirect, say · s3')
  check('a part of the name is not told twice', 'Ossi Brandt, Varlandic envoy · adding · indirect, say · s4')
  check('what is reported inside stands beneath', '    Varland · said · indirect, say · s5')
  check('an unlinked description speaks for itself', '“A survey published in June” · shows · indirect, say · s6')
  check('who appears, with kind, roles and counts', 'Ossi Brandt · person, Varlandic envoy · 3 mentions, 2 statements')
  check('a country that the text does not name, by its code', 'Maya Trent · person, harbour master, BEL · 2 mentions')
  check('a government', 'Varland · government, VAR · 2 mentions, 1 statement')
  check('what each of them said', '  s1 “We will wait,” · s4 that Varland had said no')
})

const brief = showText(makeStraitReadout(), { width: 110, hasColor: false }).split('\n')

describe('what happened, in brief', () => {
  const check = (name: string, heading: string, ...lines: string[]) =>
    test(name, () => expect(brief.slice(brief.indexOf(heading) + 1, brief.indexOf(heading) + 1 + lines.length)).toEqual(lines))
  check(
    'who met whom, where, when, and whether it happened',
    'Met or talked',
    '  Ilva Brandt, Radu Keshen · “met” (meeting) · on trade, nuclear · at Port Asel · 2024-03-13 · happened · v1',
    '  Radu Keshen, host Varland · “visit” · 2024-05 · planned (“is to”) · v2',
    '  Belmora, Ostria · “meeting” · denied (“cancelled”) · v3',
  )
  check(
    'other events, what happened first',
    'Other events',
    '  Belmora → Varland · “shelled” (assault, heavy-weapons) · 2011 · v4',
    '  nobody named · “detained” (coerce, arrest) · v8',
    '  Ostria → Varland · “expel” (sanction, expel) · hypothetical (“If”) · v5',
    '  Ostria → Belmora · “attack” (assault) · denied (“not”) · v7',
  )
  check('who works together', 'Works together', '  Varland, Ostria · trade · expanding · planned (“will”) · c1, told by Ilva Brandt (s1)')
  check(
    'comparisons',
    'Compared with history',
    '  most · “the longest since 2009” · since 2009 · about v1 · k1, told by Ilva Brandt (s1)',
    'Not known',
    '  Ilva Brandt, Belmora · “phoned” (phone) · unknown (“It is unclear”) · v6',
    '',
    'Statements',
  )
})

describe('in brief, records altered', () => {
  const show = (change: (readout: Readout) => void, width = 110) => {
    const readout = makeStraitReadout()
    change(readout)
    return showText(readout, { width, hasColor: false })
  }
  const check = (name: string, change: (readout: Readout) => void, expected: string) => test(name, () => expect(show(change)).toContain(expected))
  const repeat = (readout: Readout, id: string, times: number) => {
    const event = readout.events.find((one) => one.id === id) as ReadoutEvent
    for (let n = 0; n < times; n++) readout.events.push({ ...event, id: `v${readout.events.length + 1}` })
  }
  check(
    'a pledge with its words',
    ({ events }) => Object.assign(events[7] as ReadoutEvent, { type: 'AGREE', mode: null, utteredIn: 's1', confidence: 0.6 }),
    `refused or threatened\n  nobody named · “detained” (agree) · “"We will expand trade, 'and soon'," … calling the talks the longest\n    since 2009” (s1) · unsure 0.60 · v8`,
  )
  check('many events are counted, the few of another kind are told', (readout) => repeat(readout, 'v1', 20), 'and 15 more\nOther events\n  Belmora → Varland')
  check(
    'cooperation that nobody knows of',
    ({ cooperation }) => Object.assign(cooperation[0] as object, { realis: 'unknown' }),
    'v6\n  Varland, Ostria · trade · expanding · unknown (“will”) · c1',
  )
  check('a vague date', ({ events }) => Object.assign(events[3]?.date as object, { status: 'approximate' }), 'about 2011')
  check('a date that resolves to nothing, by its words', ({ events }) => Object.assign(events[3]?.date as object, { start: null, end: null }), '“2011” · v4')
  check(
    'a source without a name',
    ({ statements }) => Object.assign(statements[0]?.source as object, { entity: null, kind: 'anonymous' }),
    'told by anonymous (“she”) (s1)',
  )
  test('lines keep to the width and cannot steer the terminal', () => {
    const shown = show(({ entities }) => {
      for (const entity of entities) entity.name = `\u001b]0;mine\u0007${entity.name}`
    }, 50)
    expect(shown).not.toMatch(/[\u001b\u0007]/)
    expect(shown.split('\n').filter((line) => line.length > 50)).toEqual([])
  })
  test('a record without events has no such section', () => expect(showText(makeQuayReadout(), { width: 80, hasColor: false })).not.toContain('In brief'))
})

test('places that say nothing do not appear', () => expect(shown).not.toMatch(/^the quay ·/m))

test('lines keep to the width', () => {
  const narrow = showText(makeQuayReadout(), { width: 50, hasColor: false })
  expect(narrow.split('\n').filter((line) => line.length > 50)).toEqual([])
})

test('colour changes no word', () => {
  for (const readout of [makeQuayReadout(), makeStraitReadout()]) {
    const [plain, colored] = [false, true].map((hasColor) => showText(readout, { width: 60, hasColor }))
    expect(colored).not.toBe(plain)
    expect(colored?.replace(/\u001b\[\d+m/g, '')).toBe(plain)
  }
})

test('names cannot steer the terminal', () => {
  const readout = makeQuayReadout()
  for (const entity of readout.entities) entity.name = `\u001b]0;mine\u0007${entity.name}`
  expect(showText(readout, { width: 80, hasColor: false })).not.toMatch(/[\u001b\u0007]/)
})

test('the record made by hand is a sound one', () => expect(verifyReadout(makeQuayReadout())).toEqual([]))
