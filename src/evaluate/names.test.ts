import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../document/entity.ts'
import type { Readout } from '../document/readout.ts'
import type { GoldenFact } from '../golden/golden.ts'
import { acceptedReadings, collectNames, isKnownEntity, isMeant, isRightEntity, normalName } from './names.ts'

describe('names as they are compared', () => {
  const check = (name: string, expected: string) => test(name, () => expect(normalName(name)).toBe(expected))
  check("The Halden government's", 'halden government')
  check("the U.S.'s", 'us')
  check('Côte d’Ivoire', 'cote divoire')
  check('A. B. Lind', 'b lind')
  check("the ministers' plan", 'ministers plan')
  check('Port-Ansel “Star”', 'port ansel star')
  check('Şimşek Straße', 'simsek strasse')
  check('The The', 'the')
})

function namesOf(readings: readonly string[], entity: { kind: EntityKind; name: string; country?: string; mentions?: readonly string[] }) {
  const pieces = readings.map((reading) => ({ span: null, readings: reading.split(' | ') }))
  const links = { within: null, statedIn: null, about: null }
  const fact: GoldenFact = { kind: 'statement', role: 'required', choices: [], line: 1, order: 1, fields: new Map([['source', pieces]]), ...links }
  const mentions = (entity.mentions ?? []).map((text) => ({ start: 0, end: text.length, text, form: 'name' }))
  return collectNames([fact], { entities: [{ id: 'e1', country: null, roles: [], link: {}, ...entity, mentions }] } as unknown as Readout)
}

describe('an entity is who the gold means', () => {
  const gold = ['Jana Pohl | Ada Vask', 'Arvo Lind', 'Tor Park', 'Una Park', 'France', 'NATO', 'board of Halden']
  const check = (entity: Parameters<typeof namesOf>[1], reading: string, expected: boolean) =>
    test(`${entity.name}${entity.mentions ? ` (${entity.mentions.join(', ')})` : ''}: ${reading}`, () =>
      expect(isRightEntity(namesOf(gold, entity), 'e1', reading.split(' | '))).toBe(expected))
  check({ kind: 'person', name: 'Jana Pohl' }, 'Jana Pohl', true)
  check({ kind: 'person', name: 'Jana' }, 'Jana Pohl', true)
  check({ kind: 'person', name: 'Belmoran deputy minister Jana Pohl' }, 'Jana Pohl', true)
  check({ kind: 'person', name: 'sister of Jana Pohl' }, 'Jana Pohl', false)
  check({ kind: 'organization', name: 'Pohl' }, 'Jana Pohl', false)
  check({ kind: 'person', name: 'Park' }, 'Tor Park', false)
  check({ kind: 'person', name: 'the minister', mentions: ['Jana Pohl', 'minister'] }, 'Jana Pohl', true)
  check({ kind: 'person', name: 'the minister', mentions: ['Jana Pohl', 'Lind'] }, 'Jana Pohl', false)
  check({ kind: 'person', name: 'Arvo Lind', mentions: ['Jana Pohl'] }, 'Jana Pohl', false)
  check({ kind: 'country', name: 'French Republic', country: 'FRA' }, 'France', true)
  check({ kind: 'organization', name: 'French Republic', country: 'FRA' }, 'France', false)
  check({ kind: 'organization', name: 'North Atlantic Treaty Organization' }, 'NATO', true)
  check({ kind: 'person', name: 'Jana Pohl' }, '?', false)
})

test('who is known, and words that are the name', () => {
  const names = namesOf(['Jana Pohl'], { kind: 'person', name: 'Pohl' })
  expect(isKnownEntity(names, 'e1')).toBe(true)
  expect(isKnownEntity(namesOf(['Arvo Lind'], { kind: 'person', name: 'Pohl' }), 'e1')).toBe(false)
  expect(isMeant(names, 'the Board', null, ['board'])).toBe(true)
  expect(isMeant(names, 'us', null, ['United States'])).toBe(false)
})

test('copied words are accepted where they contain a reading', () => {
  const text = 'the pundit and ministers of the Coalition'
  const pieces = [
    { span: { start: 0, end: 10 }, readings: ['Madden'] },
    { span: { start: 15, end: 41 }, readings: ['ministers'] },
  ]
  expect(acceptedReadings(pieces, text)).toEqual(['Madden', 'ministers', 'ministers of the Coalition'])
})
