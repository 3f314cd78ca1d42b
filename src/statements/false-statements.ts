import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { runsIn, sizeOf, type Verbatim } from './contents.ts'

/**
 * What the reader takes for a statement and is none: a title between marks (a book called “Harbour Without Ships”), and an
 * utterance that is only mentioned (“did not respond to a request for comment”).
 */
export function isNoStatement(tokens: Tokens, draft: Draft, runs: readonly Verbatim[]): boolean {
  return isTitle(tokens, draft, runs) || isMentioned(tokens, draft)
}

/** Words that may stand beside a title in what the reader took: “a book called”, “the last summit,”. */
const BESIDE = 5

function isTitle(tokens: Tokens, { content }: Draft, runs: readonly Verbatim[]): boolean {
  const inside = runsIn(runs, content)
  const [run, more] = inside
  if (!run || more || sizeOf(content) - (run.whole.last - run.whole.first) > BESIDE || run.words.last - run.words.first > 8) return false
  let capitals = 0
  for (let i = run.words.first; i < run.words.last; i++) {
    const word = readWord(tokens, i)
    if (/^[.,!?]/.test(word) || /^\p{Ll}\p{L}{3,}/u.test(word)) return false
    if (/^\p{Lu}/u.test(word)) capitals++
  }
  return capitals >= 2
}

/** “comment” with a cue that requests it, “a request for comment” as all that is not answered. */
function isMentioned(tokens: Tokens, { cue, content }: Draft): boolean {
  const [piece, more] = content
  if (!cue || !piece || more) return false
  const read = (first: number, last: number) => tokens.text.slice(tokens.start[first], tokens.end[last - 1])
  const words = read(piece.first, piece.last)
  return (
    /^(?:[a-z]+ ){0,3}requests? for (?:comments?|an interview)$/i.test(words) ||
    (/^comments?$/i.test(words) && /\brequests?\b/i.test(read(cue.first, cue.last)))
  )
}
