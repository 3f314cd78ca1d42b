import type { Knowledge, Tenure } from './facts.ts'
import { foldSpelling } from './fold.ts'

/** Keys of people by spelling, made on the first question and kept beside the tables: they depend on nothing else. */
const spellings = new WeakMap<Knowledge['careers'], ReadonlyMap<string, readonly string[]>>()

/** Canonical names of the holders that a name of two words or more may mean, in any usual transliteration or order. */
export function matchSpelling(k: Knowledge, name: string): readonly string[] {
  if (!name.trim().includes(' ')) return []
  const index = spellings.get(k.careers) ?? indexSpellings(k)
  spellings.set(k.careers, index)
  for (const written of shorten(name)) {
    const people = index.get(foldSpelling(written))
    if (people) return people
  }
  return []
}

function indexSpellings(k: Knowledge): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  const put = (key: string, person: string) => {
    const known = index.get(key)
    if (known === undefined) index.set(key, [person])
    else if (!known.includes(person)) known.push(person)
  }
  const add = (person: string, written: string) => {
    const words = foldSpelling(written).split(' ')
    const last = words.pop()
    const first = words[0]
    if (last === undefined || first === undefined) return
    const key = [...words, last].join(' ')
    put(key, person)
    put([last, ...words].join(' '), person)
    if (words.length < 2) return
    put([...words.slice(1), last, first].join(' '), person)
    // “Muhammad Nawaz Sharif” and “Muhammad Shehbaz Sharif” are two: that first name is often left out, so it tells nobody.
    if (!PARTICLE.test(key) && first !== 'mohamad') put(`${first} ${last}`, person)
  }
  for (const [person, tenures] of k.careers) {
    add(person, person)
    for (const alias of (tenures[0] as Tenure).aliases) add(person, alias)
  }
  return index
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
