import type { Knowledge } from './facts.ts'
import { foldSpelling } from './fold.ts'
import { findEntries } from './hash.ts'
import { readGroup, readWriting, sectionOf } from './rows.ts'
import { hashSounds } from './sounds.ts'

/** Names, as filed, of the people that a name of two words or more may mean, in any usual transliteration or order. */
export function matchSpelling(k: Knowledge, name: string): readonly string[] {
  if (!name.trim().includes(' ')) return []
  for (const written of shorten(name)) {
    const people = matchKey(k, foldSpelling(written))
    if (people.length > 0) return people
  }
  return []
}

/** Compares spellings only with people whose last word sounds like one of the key, as all words of the key must. */
function matchKey(k: Knowledge, key: string): string[] {
  const sounds = hashSounds(key)
  const people = new Set<string>()
  for (const source of k.sources) {
    const { bySound, rows } = source.familyNames
    for (const entry of new Set(sounds).values().flatMap((sound) => findEntries(bySound, sound))) {
      const row = rows[entry] as number
      const written = readWriting(source, row)
      const heard = hashSounds(written)
      if (!sounds.every((sound) => heard.includes(sound)) || !listKeys(written).includes(key)) continue
      people.add(sectionOf(source, row) === 'people' ? readGroup(source, row).name : written)
    }
  }
  return [...people]
}

/** Spellings by which a person is found: the words in order, family name first, first name last, without the middle. */
function listKeys(written: string): string[] {
  const words = foldSpelling(written).split(' ')
  const last = words.pop()
  const first = words[0]
  if (last === undefined || first === undefined) return []
  const key = [...words, last].join(' ')
  const keys = [key, [last, ...words].join(' ')]
  if (words.length < 2) return keys
  keys.push([...words.slice(1), last, first].join(' '))
  // “Muhammad Nawaz Sharif” and “Muhammad Shehbaz Sharif” are two: that first name is often left out, so it tells nobody.
  if (!PARTICLE.test(key) && first !== 'mohamad') keys.push(`${first} ${last}`)
  return keys
}

/** Words that a name cannot do without: “Mohammed bin Salman” is no Mohammed Salman. */
const PARTICLE = / (?:bin|bint|ibn|abu|ben|ould|abd|van|von|vel|de|der|da|dos|di|le|la) /

/** The name, then without its middle (“Vladimir Vladimirovich Putin”), then without its last word (“Iván Duque Márquez”). */
function shorten(name: string): string[] {
  const words = name
    .replace(/,? [JS]r\.?$/, '')
    .trim()
    .split(/\s+/)
  return words.length < 3 ? [name] : [name, `${words[0]} ${words.at(-1)}`, words.slice(0, -1).join(' ')]
}
