/** Names as they are compared across articles. */
import { foldName, foldSpelling } from '../knowledge/knowledge.ts'

/** Before a name and no part of it: “Dr. Ilse Maran”, “Gen. Holt”. */
const HONORIFICS = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|hon|sen|rep|gov|gen|lt|col|capt|maj|sgt|adm)\b\.? +)+(?=\S)/i
/** Words that tell nothing by themselves. */
const LINKS: ReadonlySet<string> = new Set('the of for and on in at to de la'.split(' '))
/** Spellings of words in the names of offices and bodies, after `foldName`. */
const SPELLINGS: Readonly<Record<string, string>> = {
  defence: 'defense',
  labour: 'labor',
  centre: 'center',
  organisation: 'organization',
  programme: 'program',
}

/** A name without what stands before it and behind it. */
export function trimName(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/u, '')
    .trim()
    .replace(HONORIFICS, '')
}

/** Words of a name in lower case without accents and marks, in one spelling: “the Ministry of Defence” → ministry, defense. */
export function readWords(name: string): string[] {
  const words = foldName(trimName(name))
    .toLowerCase()
    .split(' ')
    .map((word) => SPELLINGS[word] ?? word)
  const telling = words.filter((word) => word !== '' && !LINKS.has(word))
  return telling.length > 0 ? telling : words
}

/**
 * One writing for all names that may be one: in any transliteration and order of words, without initials unless a name begins with two. It
 * finds candidates and tells nothing for sure: “Jong Un Kim” and “Kim Jong-un” → “jong kim un”.
 */
export function foldIdentityName(name: string): string {
  const words = joinInitials(readWords(name))
  return foldSpelling(words.join(' ')).split(' ').sort().join(' ')
}

/** “H. R. Holt” → hr, holt. Whoever writes “J. Arvo Holt” goes by the second name. */
export function joinInitials(words: readonly string[]): string[] {
  const first = words.findIndex((word) => word.length > 1)
  if (first === 1 && words.length > 2) return words.slice(1)
  return first > 1 ? [words.slice(0, first).join(''), ...words.slice(first)] : [...words]
}
