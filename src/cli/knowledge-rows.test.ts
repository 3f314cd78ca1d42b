import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseKnowledge } from '../knowledge/knowledge.ts'
import { readRows } from './knowledge-rows.ts'

const k = parseKnowledge(readFileSync('knowledge/world.txt', 'utf8'))

function check(values: Record<string, string>, expected: Record<string, string[]>): void {
  expect(Object.fromEntries(readRows([{ place: 'line 2', values }], k))).toEqual(expected)
}

describe('rows become lines', () => {
  test('a holder as Wikidata tells it', () =>
    check(
      {
        person: 'http://www.wikidata.org/entity/Q42',
        personLabel: 'Ida Vale',
        positionLabel: 'Minister of Foreign Affairs of the Russian Federation',
        iso3: 'RUS',
        start: '2026-02-03T00:00:00Z',
        end: '',
        genderLabel: 'female',
        altLabel: 'I. Vale, Ida B. Vale',
      },
      {
        holders: ['RUS | foreign-minister | Minister of Foreign Affairs | 2026-02-03 Ida Vale (w) [Q42]'],
        people: ['RUS | Ida Vale (w) [Q42] = I. Vale = Ida B. Vale'],
      },
    ))
  test('a president is filed as our tables file that of the country', () =>
    check(
      { person: 'Arvo Lind', office: 'President', country: 'Iran', start: '2026', gender: 'male' },
      { holders: ['IRN | head-of-government | President | 2026 Arvo Lind (m)'] },
    ))
  test('a person whom our tables write otherwise keeps their name', () =>
    check(
      { person: 'Sergey Lavrov', office: 'Foreign Minister', country: 'RUS', start: '2004-03-09' },
      { holders: ['RUS | foreign-minister | Foreign Minister | 2004-03-09 Sergei Lavrov'], people: ['RUS | Sergei Lavrov = Sergey Lavrov'] },
    ))
  test('midnight of the first of January is a year', () =>
    check(
      { personLabel: 'Arvo Lind', positionLabel: 'mayor of Port Halden', countryLabel: 'Estonia', start: '2024-01-01T00:00:00Z', end: '2025-06-01T00:00:00Z' },
      { holders: ['EST | mayor | mayor | 2024..2025-06-01 Arvo Lind'] },
    ))
  test('a plain name', () =>
    check({ name: 'Port Halden', kind: 'city', country: 'Estonia', aliases: 'Halden; Haldenport' }, { places: ['EST | Port Halden = Halden = Haldenport'] }))
})

test.each([
  [{ person: 'Ida Vale', office: 'mayor', country: 'Belmora', start: '2024' }, 'line 2: “Belmora” is no country that is known'],
  [{ person: 'Ida Vale', office: 'mayor', country: 'EST' }, 'line 2: a holder needs a date'],
  [{ person: 'Ida Vale', office: 'mayor', country: 'EST', start: 'May 2024' }, 'line 2: “May 2024” is no date'],
  [{ person: 'Ida Vale', office: 'mayor', country: 'EST', start: '2024', end: '2023' }, 'line 2: the tenure ends (2023) before it begins (2024)'],
  [{ person: 'Ida | Vale', office: 'mayor', country: 'EST', start: '2024' }, 'line 2: the person “Ida | Vale” holds a line break or one of'],
  [{ person: 'http://www.wikidata.org/entity/Q42', office: 'mayor', country: 'EST', start: '2024' }, 'is an address, not a name'],
  [{ name: 'Port Halden', kind: 'harbour' }, 'line 2: “harbour” is no kind of name'],
])('refused: %j', (values, reason) => expect(() => readRows([{ place: 'line 2', values: values as Record<string, string> }], k)).toThrow(reason))
