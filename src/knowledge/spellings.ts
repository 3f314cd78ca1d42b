import type { Knowledge, NameIndex, SectionName, SoundIndex, Source } from './facts.ts'
import { countWords, foldName, foldSpelling, LONGEST_NAME } from './fold.ts'
import { findPlaces, makeKeyTable } from './key-table.ts'
import { openRow } from './rows.ts'

/** Names, as filed, of the people that a name of two words or more may mean, in any usual transliteration or order. */
export function matchSpelling(k: Knowledge, name: string): readonly string[] {
  if (!name.trim().includes(' ') || countWords(name) > LONGEST_NAME) return NONE
  for (const written of shorten(name)) {
    const people = matchWritten(k, written)
    if (people.length > 0) return people
  }
  return NONE
}

const NONE: readonly string[] = Object.freeze([])

/** Spellings are compared only with people whose first and last word sound like two words of the name, as they do in all spellings. */
function matchWritten(k: Knowledge, written: string): readonly string[] {
  const sounds = soundOf(foldName(written).toLowerCase()).split(' ')
  const people = new Set<string>()
  let key: string | null = null
  for (const { names, opened } of k.sources) {
    opened.sounds ??= indexSounds(names)
    for (const row of listAlike(opened.sounds, sounds)) {
      const open = openRow(names, row)
      if (open?.section !== 'people' && open?.section !== 'holders') continue
      key ??= foldSpelling(written)
      let keys = opened.spellings.get(row)
      if (keys === undefined) {
        keys = listKeys(open.written)
        opened.spellings.set(row, keys)
      }
      if (keys.includes(key)) people.add(open.name)
    }
  }
  return people.size > 1 ? sortByPlace(k, [...people]) : [...people]
}

function listAlike(index: SoundIndex, sounds: readonly string[]): number[] {
  const rows: number[] = []
  for (const first of sounds) for (const last of sounds) for (const place of findPlaces(index, `${first} ${last}`)) rows.push(index.first + place)
  return rows
}

/** People in the order in which our file tells their offices; those whom only the user's tells come last. */
function sortByPlace(k: Knowledge, people: string[]): string[] {
  const { names } = k.sources.at(-1) as Source
  const place = (person: string) =>
    findPlaces(names, foldName(person).toLowerCase()).find((row) => openRow(names, row)?.section === 'holders') ?? Number.MAX_SAFE_INTEGER
  return people.sort((a, b) => place(a) - place(b))
}

/** Sounds of the first word and the last of people's names, and of what stands between these in the file. */
function indexSounds({ text, starts, feeds, sections }: NameIndex): SoundIndex {
  const isPeople = (section: SectionName) => section === 'people' || section === 'holders'
  const begin = feeds[sections.findIndex(isPeople)] ?? text.length
  const end = feeds[sections.findLastIndex(isPeople) + 1] ?? text.length
  // Articles before a name, and “Jr.” and initials behind it, are no words of a spelling.
  const words = text
    .slice(begin, end)
    .replace(/(?<![^|])(?:al|el|ul) /g, '')
    .replace(/ (?:jr|sr|[a-z])(?=\|)/g, '')
    .replace(/ [^|]* /g, ' ')
  return { ...makeKeyTable(soundOf(words)), first: starts.indexOf(begin) }
}

/** Of each word the consonants that no step of `foldSpelling` takes away or moves; those that it exchanges are one. Too coarse to tell people apart. */
function soundOf(words: string): string {
  return words
    .replace(/d+j/g, 'j')
    .replace(/[^bdglmnpfrsxtvwz| ]+/g, '')
    .replace(/f/g, 'p')
    .replace(/x/g, 's')
    .replace(/w/g, 'v')
    .replace(/([^| ])\1+/g, '$1')
    .replace(/(?<![a-z])bdl(?![a-z])/g, 'bd') // Abdul, Abd
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
