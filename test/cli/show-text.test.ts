import { describe, expect, test } from 'vitest'
import { showText } from '../../src/cli/show-text.ts'
import { verifyReadout } from '../../src/index.ts'
import { makeQuayReadout } from '../quay-readout.ts'

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

test('places that say nothing do not appear', () => expect(shown).not.toMatch(/^the quay ·/m))

test('lines keep to the width', () => {
  const narrow = showText(makeQuayReadout(), { width: 50, hasColor: false })
  expect(narrow.split('\n').filter((line) => line.length > 50)).toEqual([])
})

test('colour changes no word', () => {
  const colored = showText(makeQuayReadout(), { width: 100, hasColor: true })
  expect(colored).not.toBe(shown)
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(shown)
})

test('names cannot steer the terminal', () => {
  const readout = makeQuayReadout()
  for (const entity of readout.entities) entity.name = `\u001b]0;mine\u0007${entity.name}`
  expect(showText(readout, { width: 80, hasColor: false })).not.toMatch(/[\u001b\u0007]/)
})

test('the record made by hand is a sound one', () => expect(verifyReadout(makeQuayReadout())).toEqual([]))
