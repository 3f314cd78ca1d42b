import { expect, test } from 'vitest'
import type { ReadoutEntity, ReadoutStatement } from '../document/readout.ts'
import { describeSpeaker, indexPeople } from './show-people.ts'

const span = (text: string) => ({ start: 0, end: text.length, text })
const make = (id: string, kind: ReadoutEntity['kind'], name: string, country: string | null, titles: string[], told: string[] = []): ReadoutEntity => ({
  id,
  kind,
  name,
  country,
  roles: titles.map((title) => ({ title, of: null, span: span(title) })),
  link: {},
  mentions: told.map((text) => ({ ...span(text), form: 'demonym' })),
})

const people = indexPeople([
  make('e1', 'country', 'Ostria', 'OST', [], ['Ostrian']),
  make('e2', 'person', 'Radu Keshen', 'OST', ['leader', 'Leader', 'host']),
  make('e3', 'group', 'The historians', 'OST', ['historians']),
  make('e4', 'person', 'the Ostrian envoy', 'OST', ['envoy']),
  make('e5', 'organization', 'the Ostrians’ league', 'OST', []),
  make('e6', 'organization', 'Ostria’s ministry', 'OST', []),
])

const check = (entity: string, words: string, expected: string) =>
  test(`“${words}” of ${entity}`, () => {
    const source = { span: span(words), entity, kind: 'person' as const, onBehalfOf: null }
    const shown = describeSpeaker({ source, addressee: null } as unknown as ReadoutStatement, people)
    expect([shown.name, shown.office, shown.words].join(' | ')).toBe(expected)
  })

check('e2', 'Keshen', 'Radu Keshen | leader, Ostria | ')
check('e2', 'the Ostrian leader Radu Keshen,', 'Radu Keshen | leader, Ostria | ')
check('e2', 'Keshen and Trent', 'Radu Keshen | leader, Ostria | Keshen and Trent')
check('e2', 'a man close to Radu Keshen', 'Radu Keshen | leader, Ostria | a man close to Radu Keshen')
check('e3', 'he', 'The historians | Ostria | he')
check('e4', 'The Ostrian envoy', 'the Ostrian envoy |  | ')
check('e5', 'the Ostrians’ league', 'the Ostrians’ league | Ostria | ')
check('e6', 'the ministry', 'Ostria’s ministry |  | the ministry')
check('e1', 'Ostria', 'Ostria |  | ')
