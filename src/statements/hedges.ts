import type { Span, TokenSpan } from '../document/span.ts'
import type { Tokens } from '../document/tokens.ts'

/** Words that weaken what is said: adverbs, modals, shields. Our own list, in the manner of Hyland's classes of hedges. */
const HEDGES = new Set(
  `reportedly allegedly apparently perhaps maybe possibly probably likely unlikely seemingly supposedly purportedly ostensibly
  presumably partially partly somewhat largely generally roughly approximately potentially arguably may might could
  conceivably tentatively unclear uncertain unconfirmed appears appear appeared seems seem seemed suggests
  doubtful almost relatively mostly essentially probably`.split(/\s+/),
)
/** Of several words: “I do not know whether”, “it is not clear if”, “as far as I know”. */
const PHRASES =
  /\b(?:(?:do|does|did)(?: not|n['’]t) know (?:whether|if)|(?:is|was|remains) (?:not (?:yet )?clear|unclear)|not (?:clear|certain|sure) (?:whether|if)|as far as (?:I|we|he|she|they) know|to some extent|in (?:my|his|her|our|their) (?:view|opinion)|if confirmed|sort of|kind of|a bit)\b/giu

/** Hedging words in the pieces of a statement, in text order, phrases whole. */
export function findHedges(tokens: Tokens, pieces: readonly TokenSpan[]): Span[] {
  const hedges: Span[] = []
  for (const { first, last } of pieces) {
    const from = tokens.start[first] as number
    const text = tokens.text.slice(from, tokens.end[last - 1])
    for (const match of text.matchAll(PHRASES)) hedges.push({ start: from + match.index, end: from + match.index + match[0].length })
    for (let i = first; i < last; i++) {
      const span = { start: tokens.start[i] as number, end: tokens.end[i] as number }
      const word = tokens.text.slice(span.start, span.end)
      const isMonth = word === 'May'
      if (HEDGES.has(word.toLowerCase()) && !isMonth && !hedges.some((h) => h.start <= span.start && span.end <= h.end)) hedges.push(span)
    }
  }
  return hedges.sort((a, b) => a.start - b.start)
}
