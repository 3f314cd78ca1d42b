import type { Layers } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import { QuoteState, type Tokens } from '../document/tokens.ts'
import { indexAt, readWord } from '../document/words.ts'
import type { Draft } from './candidates.ts'
import { trimContent } from './contents.ts'
import { readReport } from './reports.ts'
import { REACH, relationOf } from './syntax.ts'

/** Confidence of a report that syntax shows, inside what somebody says or as the main clause of a sentence. */
const SHOWN = 0.75

/**
 * Adds reports that the reader was not sure of and that syntax shows. Inside of told contents: “the minister regretted that
 * the chapter had been postponed” in what a spokeswoman said (the corpus that the reader learned from marks none of these).
 * Elsewhere only the main clause of a sentence: “The embassy believes June is likelier.”
 */
export function addShownReports(tokens: Tokens, layers: Layers, drafts: readonly Draft[]): Draft[] {
  const taken = new Uint8Array(tokens.count)
  for (const { cue } of drafts) if (cue) taken.fill(1, cue.first, cue.last)
  const added: Draft[] = []
  const add = (i: number, piece: TokenSpan, isFit: (draft: Draft) => boolean) => {
    const draft = taken[i] === 0 ? readShown(tokens, layers, i, piece) : null
    if (!draft?.cue || !isFit(draft)) return
    taken.fill(1, draft.cue.first, draft.cue.last)
    added.push(draft)
  }
  for (const { content } of drafts) for (const piece of content) for (let i = piece.first; i < piece.last; i++) add(i, piece, () => true)
  for (const { content } of drafts) for (const piece of content) taken.fill(1, piece.first, piece.last)
  const whole = { first: 0, last: tokens.count }
  for (let i = 0; i < tokens.count; i++)
    if (taken[i] === 0 && isMain(layers, i) && tokens.quoteState[i] === QuoteState.outside)
      add(i, whole, (draft) => isNamed(tokens, draft) && draft.content.every(({ first, last }) => !taken.subarray(first, last).includes(1)))
  return [...drafts, ...added]
}

/** The root of a sentence, or what is joined to it by “and”. */
function isMain(layers: Layers, i: number): boolean {
  const head = layers.head[i] as number
  return head < 0 || (layers.head[head] === -1 && relationOf(layers, i) === 'conj')
}

/** Whether somebody tells: “you” is the reader, or anybody. */
function isNamed(tokens: Tokens, { source }: Draft): boolean {
  return source !== null && !(source.last - source.first === 1 && /^(?:you|one|nobody)$/i.test(readWord(tokens, source.first)))
}

/** Looks no further than the sentence and the piece of content that token i stands in. */
function readShown(tokens: Tokens, layers: Layers, i: number, piece: TokenSpan): Draft | null {
  const sentence = indexAt(tokens.sentences, i)
  const within = {
    first: Math.max(piece.first, tokens.sentences[sentence] as number, i - REACH),
    last: Math.min(piece.last, tokens.sentences[sentence + 1] as number, i + REACH),
  }
  const report = readReport(tokens, layers, i, within)
  if (!report) return null
  const content = trimContent([report.content], tokens)
  return content.length > 0 ? { cue: report.cue, source: report.source, content, confidence: SHOWN, within: null, isVerbal: true } : null
}
