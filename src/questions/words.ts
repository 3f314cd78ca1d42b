import type { Search } from '../store/store.ts'

/** A word of a text: its place in UTF-16 units, and how full text knows it. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
}

/** Letters and digits in a row with their accents, as both engines of the store cut them. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** The words of a text. */
export function cutWords(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) words.push({ start: index, end: index + word.length, folded: foldWords(word) })
  return words
}

/** Without case and accents, as both engines of the store fold. */
export function foldWords(words: string): string {
  if (/^[\x00-\x7f]*$/.test(words)) return words.toLowerCase()
  return words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

/** A stretch in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

interface FoldedPhrase {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

/** A search made ready to be held against many texts. */
export type Looked = readonly (readonly FoldedPhrase[])[]

/** What must stand, folded. What must not is the full text's matter: it counts for whole articles. */
export function prepareSearch({ all }: Search): Looked {
  return all.map((phrases) => phrases.map(({ words, isPrefix }) => ({ words: words.map(foldWords), isPrefix })))
}

/**
 * The same search with the words of each phrase one by one. The full text tells at once where words stand, but in which order only by reading
 * each text: that is done here, and for no more articles than a page needs.
 */
export function loosenSearch({ all, none }: Search): Search {
  const loosen = (phrases: Search['all'][number]) => {
    const [phrase] = phrases
    if (!phrase || phrases.length > 1) return [phrases]
    return phrase.words.map((word, n) => [{ words: [word], isPrefix: phrase.isPrefix && n === phrase.words.length - 1 }])
  }
  return { all: all.flatMap(loosen), none }
}

/** Where the words of a search stand in a text, in text order; null where one of them does not. */
export function findMatches(text: string, looked: Looked): Stretch[] | null {
  if (!mayHold(text, looked)) return null
  const words = cutWords(text)
  const found: Stretch[] = []
  for (const phrases of looked) {
    const before = found.length
    for (const phrase of phrases) addMatches(words, phrase, found)
    if (found.length === before) return null
  }
  return joinStretches(found)
}

/** Where any words of a search stand in a text, in text order. */
export function listMatches(text: string, looked: Looked): Stretch[] {
  const words = cutWords(text)
  const found: Stretch[] = []
  for (const phrases of looked) for (const phrase of phrases) addMatches(words, phrase, found)
  return joinStretches(found)
}

/** How often the words of a search stand in a text: the same as `listMatches`, counted without cutting the text. */
export function countMatches(text: string, looked: Looked): number {
  const folded = foldWords(text)
  let count = 0
  for (const { words, isPrefix } of looked.flat()) {
    const pattern = new RegExp(`${words.join('[^\\p{L}\\p{N}\\p{Co}]+')}${isPrefix ? '' : '(?![\\p{L}\\p{N}\\p{Co}])'}`, 'gu')
    for (const { index } of folded.matchAll(pattern)) if (!/[\p{L}\p{N}\p{Co}]/u.test(folded[index - 1] ?? ' ')) count++
  }
  return count
}

/** Most texts do not hold the words at all: that is told without cutting them. */
function mayHold(text: string, looked: Looked): boolean {
  const folded = foldWords(text)
  return looked.every((phrases) => phrases.some(({ words }) => words.every((word) => folded.includes(word))))
}

function addMatches(words: readonly Word[], { words: asked, isPrefix }: FoldedPhrase, found: Stretch[]): void {
  const last = asked.length - 1
  for (let first = 0; first + last < words.length; first++) {
    let n = 0
    while (n <= last && isWord((words[first + n] as Word).folded, asked[n] as string, isPrefix && n === last)) n++
    if (n > last) found.push({ start: (words[first] as Word).start, end: (words[first + last] as Word).end })
  }
}

function isWord(word: string, asked: string, isPrefix: boolean): boolean {
  return isPrefix ? word.startsWith(asked) : word === asked
}

/** In text order, those that overlap as one. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
