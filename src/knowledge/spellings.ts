import type { Knowledge } from './facts.ts'
import { foldSpelling } from './fold.ts'
import { findValues, hashSounds } from './hash.ts'
import { readGroup, readWriting, sectionOf } from './rows.ts'

/** Names, as filed, of the people that a name of two words or more may mean, in any usual transliteration or order. */
export function matchSpelling(k: Knowledge, name: string): readonly string[] {
  if (!name.trim().includes(' ')) return []
  for (const written of shorten(name)) {
    const people = matchKey(k, foldSpelling(written))
    if (people.length > 0) return people
  }
  return []
}

/** Compares spellings only where all words of the key are heard; the word with most letters has the fewest people. */
function matchKey(k: Knowledge, key: string): string[] {
  const sounds = hashSounds(key, 0, key.length)
  const rarest = Math.max(...sounds)
  const people = new Set<string>()
  for (const source of k.sources) {
    const { starts, ends, bySound } = source.names
    for (const row of findValues(bySound, rarest)) {
      const heard = hashSounds(source.text, starts[row] as number, ends[row] as number)
      if (!sounds.every((sound) => heard.includes(sound)) || !listKeys(readWriting(source, row)).includes(key)) continue
      people.add(sectionOf(source, row) === 'people' ? readGroup(source, row).name : readWriting(source, row))
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
