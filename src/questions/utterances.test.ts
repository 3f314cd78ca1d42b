import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWords, countCommon } from './differences.ts'
import { gatherUtterances, listUttered, orderTellings, type Telling } from './utterances.ts'

/** Gathers tellings given as day, article, words; each utterance as its articles, the earliest first. */
function gather(tellings: readonly (readonly [string, number, string])[]): string[] {
  const made: Telling[] = tellings.map(([day, articleId, words]) => ({ day, articleId, number: 1, words: listUttered(words) }))
  made.sort(orderTellings)
  const gathered = gatherUtterances()
  return [...made.flatMap((one) => gathered.add(one)), ...gathered.add(null)].map((utterance) => utterance.tellings.map(({ articleId }) => articleId).join('+'))
}

const CORRIDOR = 'We will never accept a closed corridor'

describe('utterances', () => {
  const check = (name: string, tellings: [string, number, string][], expected: string[]) => test(name, () => expect(gather(tellings)).toEqual(expected))
  check(
    'the same words within days',
    [
      ['2024-01-10', 1, CORRIDOR],
      ['2024-01-12', 2, CORRIDOR],
    ],
    ['1+2'],
  )
  check(
    'other speech',
    [
      ['2024-01-10', 1, CORRIDOR],
      ['2024-01-10', 2, 'that Belmora would never accept a closed corridor'],
    ],
    ['1+2'],
  )
  check(
    'a part',
    [
      ['2024-01-10', 1, 'The old mill by the river burned down in the night of the storm'],
      ['2024-01-10', 2, 'old mill by the river burned down'],
    ],
    ['1+2'],
  )
  check(
    'weeks later',
    [
      ['2024-01-10', 1, CORRIDOR],
      ['2024-01-20', 2, CORRIDOR],
    ],
    ['2', '1'],
  )
  check(
    'day after day',
    [
      ['2024-01-10', 1, CORRIDOR],
      ['2024-01-12', 2, CORRIDOR],
      ['2024-01-14', 3, CORRIDOR],
    ],
    ['1+2+3'],
  )
  check(
    'other words',
    [
      ['2024-01-10', 1, CORRIDOR],
      ['2024-01-10', 2, 'We will raise the tolls on grain'],
    ],
    ['2', '1'],
  )
  check(
    'too few words',
    [
      ['2024-01-10', 1, 'Never'],
      ['2024-01-10', 2, 'Never'],
    ],
    ['2', '1'],
  )
  check(
    'without a day',
    [
      ['', 1, CORRIDOR],
      ['', 2, CORRIDOR],
      ['2024-01-10', 3, CORRIDOR],
    ],
    ['3', '2', '1'],
  )
  check('nothing', [], [])

  test('each telling once, newest first by the earliest of each', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-01-${String(n).padStart(2, '0')}`)
    const words = fc.constantFrom(CORRIDOR, 'The harbour budget will grow', 'The harbour budget will grow soon enough', 'Nobody counted barrels of salt', '')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(day, fc.constant('')), words), { maxLength: 30 }), (given) => {
        const found = gather(given.map(([when, what], n) => [when, n, what] as const)).map((one) => one.split('+').map(Number))
        expect(found.flat().sort((a, b) => a - b)).toEqual(given.map((_, n) => n))
        const firsts = found.map(([first = 0]) => ({ day: given[first]?.[0] ?? '', articleId: first, number: 1 }))
        expect(firsts).toEqual([...firsts].sort(orderTellings))
      }),
    )
  })
})

describe('differences of words', () => {
  const check = (before: string, after: string, expected: string[]) =>
    test(`${before} | ${after}`, () => {
      const read = (text: string, stretch: { start: number; end: number } | null) => (stretch ? text.slice(stretch.start, stretch.end) : '-')
      expect(compareWords(before, after).map((one) => `${read(before, one.before)} > ${read(after, one.after)}`)).toEqual(expected)
    })
  check('“We will never go,”', 'we will NEVER go', [])
  check('We will never go', 'We will not go', ['never > not'])
  check('We go', 'Tomorrow we all go', ['- > Tomorrow', '- > all'])
  check('The café is big', 'The cafe is', ['big > -'])
  check('', 'All new', ['- > All new'])

  test('common words', () => {
    expect(countCommon(['a', 'b', 'c', 'd'], ['b', 'x', 'd'])).toBe(2)
    expect(countCommon([], ['a'])).toBe(0)
  })
})
