import type { Span } from '../document/span.ts'

/**
 * Places of copied words in a text; white space and line breaks count as equal, `[brackets]` narrow to the exact words
 * when more had to be copied, and a copy begins and ends at the edge of a word.
 */
export function locateWords(words: string, text: string): Span[] {
  const places = new Map<string, Span>()
  const plain = findCopies(words, text)
  for (const span of plain) places.set(`${span.start}-${span.end}`, span)
  if (places.size > 0) return [...places.values()]
  for (const open of positions(words, '['))
    for (const close of positions(words, ']')) {
      if (close < open) continue
      for (const span of findBracketed(words.slice(0, open), words.slice(open + 1, close), words.slice(close + 1), text))
        places.set(`${span.start}-${span.end}`, span)
    }
  return [...places.values()].sort((a, b) => a.start - b.start)
}

function findBracketed(before: string, inner: string, after: string, text: string): Span[] {
  const found: Span[] = []
  const pattern = new RegExp(`(?=(${patternOf(before)})(${patternOf(inner)})(${patternOf(after)}))`, 'gu')
  for (const match of text.matchAll(pattern)) {
    const start = match.index + (match[1] as string).length
    const end = start + (match[2] as string).length
    if (inner && hasEdges(match.index, end + (match[3] as string).length, text)) found.push(trimSpan({ start, end }, text))
  }
  return found
}

function findCopies(words: string, text: string): Span[] {
  const pattern = new RegExp(`(?=(${patternOf(words.trim())}))`, 'gu')
  return [...text.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + (match[1] as string).length }))
    .filter((span) => span.end > span.start && hasEdges(span.start, span.end, text))
}

function trimSpan({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}

function hasEdges(start: number, end: number, text: string): boolean {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? ' ')
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end) && isWord(end - 1))
}

function patternOf(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
}

function positions(words: string, sign: string): number[] {
  return Array.from(words.matchAll(sign === '[' ? /\[/g : /\]/g), (match) => match.index)
}
