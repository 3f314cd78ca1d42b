import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'

/** One thing to look for: words in a row, the last of which may be the beginning of a word. */
export interface Phrase {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

/** What must stand in an article: one alternative of each of `all`, and nothing of `none`. */
export interface Search {
  readonly all: readonly (readonly Phrase[])[]
  readonly none: readonly Phrase[]
}

/**
 * Reads what a user types: words that must all stand, “phrases” in quotation marks, beginnings (`sanction*`), `OR` between two, and
 * `-` before what must not stand. Nothing else means anything, so that no text is a mistake in it.
 */
export function parseSearch(typed: string): Search {
  const all: Phrase[][] = []
  const none: Phrase[] = []
  let isAlternative = false
  let count = 0
  for (const match of typed.matchAll(/(-?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))(\*?)/gu)) {
    const [, minus, quoted, bare = '', star] = match
    if (bare === 'OR') isAlternative = all.length > 0
    if (bare === 'OR' || bare === 'AND') continue
    const words = cutWords(quoted ?? bare)
    if (words.length === 0) continue
    count += words.length
    const phrase = { words, isPrefix: star === '*' || (quoted === undefined && bare.endsWith('*')) }
    if (minus) none.push(phrase)
    else if (isAlternative) all.at(-1)?.push(phrase)
    else all.push([phrase])
    isAlternative = false
  }
  if (all.length === 0) throw new ReadoutError('bad-search', `“${typed}” names no word to look for: give one that must stand.`)
  if (count > LIMITS.searchWords) throw new ReadoutError('bad-search', `A search has at most ${LIMITS.searchWords} words, this one ${count}: leave some out.`)
  return { all, none }
}

/** Words of a text as full text knows them: letters and digits in a row. Both engines cut by this rule. */
export function cutWords(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
}
