import type { TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'

/** A dateline or a time stamp is this many tokens long at most: “TARNBY, Belmora, July 18 (Coastline News) --”. */
const LONGEST = 14
const ZONE = /^(?:[ap]\.?m\.?|GMT|UTC|B?ST|CES?T|E[SD]?T|P[SD]?T)$/i

/**
 * Leaves off the dateline or time stamp at the front of a paragraph, which no source and no content ever holds:
 * “|14.45| Both ministers denied it”, “|TARNBY, July 18 (Coastline News) --| Envoys left the talks”.
 */
export function skipOpening(tokens: Tokens, span: TokenSpan): TokenSpan {
  const paragraph = indexAt(tokens.paragraphs, span.first)
  const from = tokens.paragraphs[paragraph] as number
  const to = Math.min(tokens.paragraphs[paragraph + 1] as number, from + LONGEST, span.last)
  if (span.first >= from + LONGEST || from >= to) return span
  const end = Math.max(endOfStamp(tokens, from, to), endOfDateline(tokens, from, to))
  return end > span.first && end < span.last ? { first: end, last: span.last } : span
}

/** Behind “14.45”, “9:05 a.m.” where a new sentence or a quotation opens, else 0: “11.15 per cent” is none. */
function endOfStamp(tokens: Tokens, from: number, to: number): number {
  if (!/^\d{1,2}[.:]\d\d(?:am|pm)?$/i.test(readWord(tokens, from))) return 0
  let end = from + 1
  while (end < to && ZONE.test(readWord(tokens, end))) end++
  if (end < to && /^(?:[-–—:|]|--)$/.test(readWord(tokens, end))) end++
  return end < to && /^(?:\p{Lu}|["“‘'«„])/u.test(readWord(tokens, end)) ? end : 0
}

/** Behind the dash of a place in capitals, or of a place with its agency in brackets: “Tarnby (Norda) –”. */
function endOfDateline(tokens: Tokens, from: number, to: number): number {
  const opening = readWord(tokens, from)
  if (!/^\p{Lu}/u.test(opening)) return 0
  const isCapitals = /^[\p{Lu}.'’-]{3,}$/u.test(opening)
  for (let i = from + 1; i < to; i++) {
    const word = readWord(tokens, i)
    if (/^(?:[-–—―]|--)$/.test(word)) return isCapitals || readWord(tokens, i - 1) === ')' ? i + 1 : 0
    if (!/^(?:\p{Lu}|\d|[,.()/]$)/u.test(word)) return 0
  }
  return 0
}
