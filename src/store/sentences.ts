import { LIMITS } from '../document/limits.ts'
import type { Readout } from '../document/readout.ts'
import { readTokens } from '../text/text.ts'

/** UTF-16 offset where each sentence of a record's text starts. */
export function findSentences({ article }: Readout): Uint32Array {
  const { tokens } = readTokens(article.text ?? '')
  return tokens.sentences.slice(0, -1).map((token) => tokens.start[token] as number)
}

/**
 * From a stretch to the sentences that it touches, without the white space behind them. What stands far from the stretch is left
 * out: a text without full stops would be copied for each of its facts.
 */
export function frameSentences(text: string, sentences: Uint32Array): (start: number, end: number) => { start: number; end: number } {
  return (start, end) => {
    const from = Math.min(start, Math.max(sentences[findSentence(sentences, start)] ?? 0, start - LIMITS.sentenceUnits))
    const stop = Math.min(sentences[findSentence(sentences, end - 1) + 1] ?? text.length, end + LIMITS.sentenceUnits)
    const last = Math.max(end, from + text.slice(from, stop).trimEnd().length)
    return { start: from < start && isHalf(text, from) ? from + 1 : from, end: last > end && isHalf(text, last) ? last - 1 : last }
  }
}

/** Whether an offset parts a surrogate pair. */
function isHalf(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** Index of the last sentence that starts at or before `at`; 0 when none does. */
function findSentence(sentences: Uint32Array, at: number): number {
  let low = 0
  let high = sentences.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sentences[middle] as number) <= at) low = middle
    else high = middle
  }
  return low
}
