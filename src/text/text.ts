import type { Notice } from '../document/notice.ts'
import type { Tokens } from '../document/tokens.ts'
import { findQuotations } from './quotations.ts'
import { findSentences } from './sentences.ts'
import { cutTokens } from './tokenizer.ts'

/** Tokens, sentences, paragraphs and quotation marks of any text; what is broken in it is told in notices. */
export function readTokens(text: string): { tokens: Tokens; notices: Notice[] } {
  const cut = cutTokens(text)
  const { paragraphs, sentences } = findSentences(text, cut)
  const laid = { text, ...cut, paragraphs, sentences }
  const { quotations, quoteState, notices } = findQuotations(laid)
  return { tokens: { ...laid, quoteState, quotations }, notices }
}

/**
 * The same for tokens that are given (CoNLL-U): their text is joined with one blank between, a line break after each
 * sentence, and `paragraphs` tells which sentences open one (none told: only the first).
 */
export function readGivenTokens(given: readonly (readonly string[])[], paragraphs?: readonly number[]): { tokens: Tokens; notices: Notice[] } {
  const words = given.flat()
  const start = new Uint32Array(words.length)
  const end = new Uint32Array(words.length)
  const sentences = [0]
  let text = ''
  let i = 0
  for (const sentence of given) {
    for (const word of sentence) {
      start[i] = text.length
      text += word
      end[i++] = text.length
      text += ' '
    }
    text = `${text.slice(0, -1)}\n`
    sentences.push(i)
  }
  const opened = (paragraphs ?? [0]).map((sentence) => sentences[sentence] as number)
  const laid = {
    text,
    start,
    end,
    count: words.length,
    sentences: Uint32Array.from(sentences),
    paragraphs: Uint32Array.from([...opened, words.length]),
  }
  const { quotations, quoteState, notices } = findQuotations(laid)
  return { tokens: { ...laid, quoteState, quotations }, notices }
}
