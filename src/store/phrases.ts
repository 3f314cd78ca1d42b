import type { SQLOutputValue } from 'node:sqlite'
import type { Phrase } from './search.ts'

/** Patterns of the phrases that were asked for last. */
const patterns = new Map<string, RegExp>()
const PATTERNS_KEPT = 50

/**
 * The SQL function `has_words(title, text, phrases)`: 1 where one of the phrases (JSON) stands in title or text, else 0. SQLite's index
 * tells which words stand in an article, not in which order, which would double its size; the order is looked up in the text.
 */
export function hasWords(title: SQLOutputValue, text: SQLOutputValue, phrases: SQLOutputValue): number {
  const pattern = givePattern(String(phrases))
  return (title !== null && pattern.test(fold(String(title)))) || pattern.test(fold(String(text))) ? 1 : 0
}

function givePattern(phrases: string): RegExp {
  const known = patterns.get(phrases)
  if (known) return known
  const pattern = new RegExp((JSON.parse(phrases) as Phrase[]).map(writePattern).join('|'), 'iu')
  if (patterns.size >= PATTERNS_KEPT) patterns.clear()
  patterns.set(phrases, pattern)
  return pattern
}

/** Words of letters and digits with anything else between them. */
function writePattern({ words, isPrefix }: Phrase): string {
  return `(?<![\\p{L}\\p{N}])${words.map(fold).join('[^\\p{L}\\p{N}]+')}${isPrefix ? '' : '(?![\\p{L}\\p{N}])'}`
}

/** Without accents; case is the pattern's matter. */
function fold(words: string): string {
  return /[^\x00-\x7f]/.test(words)
    ? words
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
    : words
}
