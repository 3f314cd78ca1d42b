import type { Mention } from '../document/mention.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord, spanOf } from '../document/words.ts'

/** Words that an abbreviation skips: “BIS”, Bank for International Settlements. */
const SKIPPED = /^(?:of|for|the|and|in|on|to|de|la|du|des|&)$/i

/** Initials of a name of three words or more, skipped ones left out; null for shorter names. */
export function initialsOf(name: string): string | null {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word) && !SKIPPED.test(word))
  return words.length >= 3 ? words.map((word) => (word[0] as string).toLowerCase()).join('') : null
}

/**
 * Abbreviations that the text introduces, with what they stand for: “the Belmoran Maritime Authority (BMA)” or
 * “BMA (Belmoran Maritime Authority)”. The letters must come from the words.
 */
export function abbreviationsOf(tokens: Tokens, mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, string>()
  for (let n = 0; n + 1 < mentions.length; n++) {
    const [before, inside] = [mentions[n] as Mention, mentions[n + 1] as Mention]
    if (!before.name || !inside.name || inside.first !== before.last + 1 || readWord(tokens, before.last) !== '(') continue
    const [one, other] = [before, inside].map((mention) => {
      const { start, end } = spanOf(tokens, mention.name ?? mention)
      return tokens.text.slice(start, end)
    }) as [string, string]
    const [short, long] = one.length < other.length ? [one, other] : [other, one]
    if (isShortFor(short, long)) found.set(short, long)
  }
  return found
}

/** Whether the letters of the abbreviation stand in the name in this order, the first one at its beginning. */
function isShortFor(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase()
  if (letters.length < 2 || !/^\p{Lu}/u.test(short) || letters.length > long.length / 2) return false
  const words = long.toLowerCase()
  let at = 0
  for (const letter of letters) {
    at = words.indexOf(letter, at)
    if (at < 0) return false
    at++
  }
  return words.startsWith(letters[0] as string) || words.startsWith(`the ${letters[0]}`)
}
