import type { Country, NameSense, Naming } from './facts.ts'
import { type Line, splitList } from './lines.ts'

/** `DNK | Denmark | Danish | Dane/Danes | Copenhagen | Kingdom of Denmark`: the state. */
export function readCountry([code = '', name = '', adjectives = '']: Line): Country {
  return { code, name, adjective: splitList(adjectives, ';')[0] ?? name }
}

/** The same line: every name in it. */
export function readCountryNames([code = '', name = '', adjectives = '', people = '', capitals = '', otherNames = '']: Line): Naming[] {
  const country: NameSense = { kind: 'country', name, country: code, plural: false, link: { iso3: code } }
  const one: NameSense = { ...country, kind: 'demonym' }
  const several: NameSense = { ...one, plural: true }
  const namings: Naming[] = [name, ...splitList(otherNames, ';')].map((written) => ({ written, sense: country }))
  for (const adjective of splitList(adjectives, ';')) namings.push({ written: adjective, sense: one })
  for (const pair of splitList(people, ';')) {
    const [single = '', many = single] = pair.split('/')
    namings.push({ written: single, sense: one })
    if (many !== single) namings.push({ written: many, sense: several })
  }
  for (const capital of splitList(capitals, ';')) {
    const writings = splitList(capital, '=')
    const sense: NameSense = { kind: 'capital', name: writings[0] ?? '', country: code, plural: false, link: NO_LINK }
    for (const written of writings) namings.push({ written, sense })
  }
  return namings
}

const NO_LINK = Object.freeze({})
