import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch } from '../store/store.ts'
import { makeCutter, placeStretches, splitMarked } from './spans.ts'
import { countMatches, findMatches, listMatches, prepareSearch } from './words.ts'

const check = (typed: string, text: string, expected: string[] | null) =>
  test(`${typed} in “${text}”`, () => {
    const looked = prepareSearch(parseSearch(typed))
    expect(findMatches(text, looked)?.map(({ start, end }) => text.slice(start, end)) ?? null).toEqual(expected)
  })

check('sanctions', 'Sanctions hurt; no SANCTIONS.', ['Sanctions', 'SANCTIONS'])
check('sanction', 'Sanctions hurt', null)
check('sanction*', 'Sanctions hurt, sanctioned', ['Sanctions', 'sanctioned'])
check('cafe trade', 'The café trade, the Cafe\u0301', ['café', 'trade', 'Cafe\u0301'])
check('"closed corridor"', 'A closed corridor. The corridor, closed.', ['closed corridor'])
check('"closed corr"*', 'A closed, corridor', ['closed, corridor'])
check('wheat OR grain tolls', 'Grain tolls', ['Grain', 'tolls'])
check('wheat OR grain tolls', 'Grain rolls', null)
check('"of the" "the sea"', 'of the sea', ['of the sea'])
check("south's", 'South’s port', ['South’s'])
check('🚢 port', 'a port', ['port'])

test('matches are counted as they are listed', () => {
  const words = fc.array(fc.constantFrom('a', 'ab', 'é', 'É', 'e', 'abc', '🚢', '.', 'a’b', '\n'), { maxLength: 12 }).map((some) => some.join(' '))
  fc.assert(
    fc.property(words, fc.constantFrom('a', 'ab*', 'e', '"a ab"', 'a OR e', '"e a"*'), (text, typed) => {
      for (const group of prepareSearch(parseSearch(typed))) {
        const count = countMatches(text, [group])
        expect(count > 0).toBe(listMatches(text, [group]).length > 0)
        expect(findMatches(text, [group]) !== null).toBe(count > 0)
      }
    }),
  )
})

test('spans count code points', () => {
  const text = 'a🚢b🚢c'
  expect(makeCutter(text)(1, 4)).toEqual({ start: 1, end: 4, text: '🚢b🚢' })
  const span = makeCutter(text)(1, 5)
  const [mark] = placeStretches(span, [{ start: 2, end: 3 }])
  expect(mark).toEqual({ start: 2, end: 3, text: 'b' })
  expect(splitMarked(span, mark ? [mark] : [])).toEqual([
    { text: '🚢', isMarked: false },
    { text: 'b', isMarked: true },
    { text: '🚢c', isMarked: false },
  ])
  expect(splitMarked(span, [])).toEqual([{ text: span.text, isMarked: false }])
})
