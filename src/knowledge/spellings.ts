import type { Knowledge, NameIndex, SectionName, Source } from './facts.ts'
import { foldName, foldSpelling } from './fold.ts'
import { findRows } from './name-index.ts'
import { openRow } from './rows.ts'

/** Names, as filed, of the people that a name of two words or more may mean, in any usual transliteration or order. */
export function matchSpelling(k: Knowledge, name: string): readonly string[] {
  if (!name.trim().includes(' ')) return []
  for (const written of shorten(name)) {
    const people = matchKey(k, foldSpelling(written))
    if (people.length > 0) return people
  }
  return []
}

/** Compares spellings only with people whose last word sounds like one of the key's, as it does in all their spellings. */
function matchKey(k: Knowledge, key: string): string[] {
  const sounds = new Set(key.split(' ').map(soundOf))
  const people = new Set<string>()
  for (const source of k.sources) {
    source.opened.soundingAlike ??= indexSounds(source.names)
    for (const sound of sounds) {
      for (const row of source.opened.soundingAlike.get(sound) ?? []) {
        const open = openRow(source.names, row)
        if (open && listKeys(open.written).includes(key)) people.add(open.name)
      }
    }
  }
  return people.size > 1 ? sortByPlace(k, [...people]) : [...people]
}

/** People in the order in which our file tells their offices; those whom only the user's tells come last. */
function sortByPlace(k: Knowledge, people: string[]): string[] {
  const { names } = k.sources.at(-1) as Source
  const place = (person: string) => findRows(names, foldName(person).toLowerCase()).find((row) => openRow(names, row)?.section === 'holders') ?? names.keys.length
  return people.sort((a, b) => place(a) - place(b))
}

/** Rows of people's names by the sound of the last word. */
function indexSounds(names: NameIndex): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const section of ['people', 'holders'] as const) {
    const { first, last } = findRange(names, section)
    const lastWords = names.keys
      .slice(first, last)
      .join('|')
      .replace(/ (?:jr|sr|[a-z])(?=\||$)/g, '')
      .replace(/[^|]* /g, '')
    const sounds = soundOf(lastWords).split('|')
    for (let n = 0; n < sounds.length; n++) {
      const rows = index.get(sounds[n] as string)
      if (rows) rows.push(first + n)
      else index.set(sounds[n] as string, [first + n])
    }
  }
  return index
}

/** Rows of a section: from the number of its first line to that of the line after it. */
function findRange({ lines, keys }: NameIndex, section: SectionName): { first: number; last: number } {
  const begin = lines.findIndex((line) => line.section === section)
  const end = lines.findLastIndex((line) => line.section === section) + 1
  if (begin < 0) return { first: 0, last: 0 }
  return { first: begin === 0 ? 0 : keys.indexOf(`\n${begin}`), last: end === lines.length ? keys.length : keys.indexOf(`\n${end}`) }
}

/** Consonants that no step of `foldSpelling` takes away or moves; those that it exchanges are one. Too coarse to tell people apart. */
function soundOf(words: string): string {
  return words
    .replace(/[^bgmnpfrsxtvwz|]+/g, '')
    .replace(/f/g, 'p')
    .replace(/x/g, 's')
    .replace(/w/g, 'v')
    .replace(/([^|])\1+/g, '$1')
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
