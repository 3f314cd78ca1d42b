import { describe, expect, test } from 'vitest'
import type { ExplainedCooperation, ExplainedEvent } from '../../src/cli/explain-fact.ts'
import { type Explained, showExplanation } from '../../src/cli/show-explanation.ts'
import { makeQuayReadout } from '../quay-readout.ts'
import { runReadout } from '../run-readout.ts'

const TEXT = '🚢 Arvo Lind runs the harbour of Port Asel. Lind is a patient man. “We will sail,” he said. The crane is new.'
const look = { width: 90, hasColor: false }

describe('words of an explanation', () => {
  const record = makeQuayReadout()
  const [statement] = record.statements
  const given: Explained = {
    offsetUnit: 'utf16',
    mention: { start: 105, end: 107, text: 'he' },
    entity: record.entities[1] ?? null,
    decidedBy: 'The likeliest of the candidates.',
    candidates: [
      { name: 'Ossi Brandt', chance: 0.914, spokeFor: ['was the subject', 'few words lie between'], spokeAgainst: [] },
      { name: 'Maya Trent', chance: 0.004, spokeFor: [], spokeAgainst: ['gender does not fit'] },
    ],
    statement: statement ?? null,
  }
  const shown = showExplanation(given, record, look)
  const check = (name: string, text: string) => test(name, () => expect(shown).toContain(text))
  check('which words, and whom they mean', '“he” (105–107) means Ossi Brandt: person, Varlandic envoy, 3 mentions.\n')
  check('what decided', 'Why: The likeliest of the candidates.\n')
  check('chances and what spoke for', '   91 %  Ossi Brandt\n          for: was the subject; few words lie between\n')
  check('what spoke against', '  < 1 %  Maya Trent\n          against: gender does not fit\n')
  check('the statement around it', 'In the statement\n  Ossi Brandt, Varlandic envoy (“he”)')
  test('nobody known, outside every statement', () => {
    const open = showExplanation({ ...given, entity: null, candidates: [], statement: null }, record, look)
    expect(open).toMatch(/\(105–107\) is left open: .*\nWhy: .*\n\nOutside every statement/)
  })
})

describe('the command', () => {
  const explainAt = async (...args: string[]): Promise<Explained> => JSON.parse((await runReadout(['explain', '-', '--format', 'json', ...args], TEXT)).out)

  test('takes offsets in both units', async () => {
    const [units, points] = [TEXT.indexOf('he said'), [...TEXT.slice(0, TEXT.indexOf('he said'))].length]
    expect((await explainAt('--at', `${units + 1}`)).mention).toEqual({ start: units, end: units + 2, text: 'he' })
    const explained = await explainAt('--at', `${points}`, '--offset-unit', 'codepoint')
    expect(explained.mention).toEqual({ start: points, end: points + 2, text: 'he' })
    expect(explained.statement?.source?.span).toEqual({ start: points, end: points + 2, text: 'he' })
    expect([...TEXT].slice(explained.entity?.mentions[0]?.start, explained.entity?.mentions[0]?.end).join('')).toBe(explained.entity?.mentions[0]?.text)
  })

  test('explains the speaker of a statement', async () => {
    const explained = await explainAt('--statement', 's1')
    expect(explained.mention.text).toBe('he')
    expect(explained.entity?.name).toBe('Arvo Lind')
    expect(explained.statement?.id).toBe('s1')
  })

  test('the example, for a terminal', async () => {
    const { code, out } = await runReadout(['explain', 'examples/summit-at-the-port.txt', '--statement', 's1', '--date', '2024-03-14'])
    expect(code).toBe(0)
    expect(out).toMatch(/^“Tove Aldane”/)
    expect(out).toContain('promised')
  })

  const check = (name: string, args: string[], code: number, expected: RegExp, input = TEXT) =>
    test(name, async () => {
      const ended = await runReadout(['explain', '-', ...args], input)
      expect(ended.err).toMatch(expected)
      expect(ended.err).not.toMatch(/\n\s+at /)
      expect([ended.code, ended.out]).toEqual([code, ''])
    })
  check('no mention there', ['--at', '0'], 1, /nearest name is “Arvo Lind” at 3\./)
  check('nothing at all', ['--at', '0'], 1, /Nobody and nothing is named in this text\..*no words/, '— 🚢 —')
  check('no such statement', ['--statement', 's9'], 2, /no statement “s9”: it has s1/)
  check('beyond the text', ['--at', '5000'], 2, /“5000” is no place in the text: give a whole number from 0 to/)
  check('no number', ['--at', 'soon'], 2, /“soon” is no place in the text/)
  check('an empty text', ['--at', '0'], 2, /The text is empty/, '')
  check('no such event', ['--event', 'v9'], 2, /no event “v9”: it has/)
  check('no such cooperation', ['--cooperation', 'c9'], 2, /no cooperation “c9”: it has/)
  check('neither place nor statement', [], 2, /either --at 381 .* or --statement s3/)
  check('both', ['--at', '3', '--statement', 's1'], 2, /either --at/)
  check('a wrong date', ['--at', '3', '--date', 'soon'], 2, /“soon” is no date/)
})

const SUMMIT = '🚢 Ostria and Varland expand trade, the ministry said. Ostrian jets bombed the port on Tuesday. Varland has yet to arrest the pilots.'

describe('events and cooperation', () => {
  const explain = async (...args: string[]) => JSON.parse((await runReadout(['explain', '-', '--format', 'json', '--date', '2024-03-14', ...args], SUMMIT)).out)

  test('an event at a place: type, participants, date, whether it happened', async () => {
    const at = SUMMIT.indexOf('bombed')
    const told: ExplainedEvent = await explain('--at', `${at + 1}`)
    expect(told.event).toMatchObject({ type: 'ASSAULT', trigger: { start: at, end: at + 6, text: 'bombed' } })
    expect(told.tellings[0]).toMatchObject({ entry: '“bomb” tells ASSAULT.', realis: 'happened', rule: 'Nothing around it says otherwise.' })
    expect(told.tellings[0]?.types).toHaveLength(3)
    expect(told.participants.map(({ role, rule }) => [role, rule])).toContainEqual(['recipient', 'Object of “bombed”.'])
    expect(told.date).toMatchObject({ from: '2024-03-14', read: expect.stringContaining('weekday'), tie: expect.stringContaining('hangs on the words') })
    expect(told.statement).toBe(null)
  })

  test('the same in code points, by its id', async () => {
    const units: ExplainedEvent = await explain('--at', `${SUMMIT.indexOf('arrest')}`)
    const told: ExplainedEvent = await explain('--event', units.event.id, '--offset-unit', 'codepoint')
    expect(told.event.trigger.start).toBe([...SUMMIT.slice(0, units.event.trigger.start)].length)
    expect(told.tellings[0]).toMatchObject({ trigger: told.event.trigger, realis: 'denied', cues: told.event.realisCues, chance: null })
    expect(told.realis).toBe('A word of negation denies it.')
  })

  test('an entry of the ledger', async () => {
    const told: ExplainedCooperation = await explain('--cooperation', 'c1')
    expect(told).toMatchObject({ cooperation: { area: 'trade', stage: 'expanding' }, stageWords: { text: 'expand' }, areaWords: { text: 'trade' } })
    expect(told.rule).toMatch(/^A verb or noun tells/)
  })

  test('in words', async () => {
    const shown = async (...args: string[]) => (await runReadout(['explain', '-', '--date', '2024-03-14', ...args], SUMMIT)).out
    const bombed = await shown('--at', `${SUMMIT.indexOf('bombed')}`)
    expect(bombed).toMatch(/^v\d .*“bombed” \(assault\b/)
    expect(bombed).toContain('In the lexicon, “bomb” tells ASSAULT.\n  the scorer of types gives ASSAULT')
    expect(bombed).toMatch(/Whether it happened: happened\. Nothing around it says otherwise\. The scorer of realis\s+gives \d+ %\./)
    expect(bombed).toContain('Outside every statement: the reporter tells it.')
    expect(await shown('--at', `${SUMMIT.indexOf('arrest')}`)).toContain('denied. A word of negation denies it. Words: “yet”.')
    expect(await shown('--cooperation', 'c1')).toContain('Stage: expanding, by “expand”.')
  })
})
