import type { Knowledge, Tenure } from './facts.ts'
import { foldSpelling } from './fold.ts'

/** Keys of people by spelling, made on the first question and kept beside the tables: they depend on nothing else. */
const spellings = new WeakMap<Knowledge['careers'], ReadonlyMap<string, readonly string[]>>()

/** Canonical names of the holders that a name of two words or more may mean, in any usual transliteration or order. */
export function matchSpelling(k: Knowledge, name: string): readonly string[] {
  if (!name.trim().includes(' ')) return []
  const index = spellings.get(k.careers) ?? indexSpellings(k)
  spellings.set(k.careers, index)
  return index.get(foldSpelling(name)) ?? index.get(foldSpelling(withoutMiddle(name))) ?? []
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
    put([...words, last].join(' '), person)
    put([last, ...words].join(' '), person)
    if (words.length > 1) put([...words.slice(1), last, first].join(' '), person)
  }
  for (const [person, tenures] of k.careers) {
    add(person, person)
    for (const alias of (tenures[0] as Tenure).aliases) add(person, alias)
  }
  return index
}

/** First and last word: “Vladimir Vladimirovich Putin”, “Robert Francis Kennedy Jr.”. */
function withoutMiddle(name: string): string {
  const words = name
    .replace(/,? [JS]r\.?$/, '')
    .trim()
    .split(/\s+/)
  return words.length < 3 ? name : `${words[0]} ${words.at(-1)}`
}
