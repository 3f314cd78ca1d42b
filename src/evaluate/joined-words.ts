import type { Span } from '../document/span.ts'

/** Signs that treebanks write as words. */
const SIGNS: Readonly<Record<string, string>> = {
  '``': '"',
  "''": '"',
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
}
const CLOSERS = new Set([...',.;:!?)]}%’”', '...', "n't", 'n’t'])
const OPENERS = new Set('([{$£€“‘#')

/**
 * Words of a tokenised corpus as readable text with the span of each: “Lind 's” becomes “Lind's”, “( AFP )” “(AFP)”. A word that
 * is a literal backslash-n is a paragraph break.
 */
export function joinWords(words: readonly string[]): { text: string; spans: Span[] } {
  const spans: Span[] = []
  let text = ''
  let isGlued = true
  let isQuoting = false
  for (const given of words) {
    const word = SIGNS[given] ?? given
    if (word === '\\n' || word === '\n') {
      text = `${text.trimEnd()}\n\n`
      isGlued = true
      isQuoting = false
      spans.push({ start: text.length, end: text.length })
      continue
    }
    const isQuote = word === '"'
    const isClosing = isQuote ? isQuoting : CLOSERS.has(word.toLowerCase()) || /^['’](?:s|m|d|re|ve|ll)?$/i.test(word)
    const isOpening = isQuote ? !isQuoting : OPENERS.has(word)
    if (isQuote) isQuoting = !isQuoting
    if (!isGlued && !isClosing) text += ' '
    spans.push({ start: text.length, end: text.length + word.length })
    text += word
    isGlued = isOpening
  }
  return { text, spans }
}
