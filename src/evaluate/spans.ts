import type { Span } from '../document/span.ts'

/** Sets of positions as sorted strings would be slow; a Set of numbers and a key for equality do. */
export type Positions = ReadonlySet<number>

/** Positions of letters and digits that spans cover: what makes two spans the same on PolNeAR. */
export function lettersOf(text: string, spans: readonly Span[]): Positions {
  const found = new Set<number>()
  for (const { start, end } of spans) for (let at = start; at < Math.min(end, text.length); at++) if (/[\p{L}\p{N}]/u.test(text[at] as string)) found.add(at)
  return found
}

/** A key that equal sets share. */
export function keyOf(positions: Positions): string {
  return [...positions].sort((a, b) => a - b).join(',')
}

/** Words of a text by position: runs of letters and digits. */
export function numberWords(text: string): Int32Array {
  const at = new Int32Array(text.length).fill(-1)
  let number = 0
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) at.fill(number++, match.index, match.index + match[0].length)
  return at
}

/** Numbers of the words that spans cover; the visible characters, as negative numbers, where there is no word at all. */
export function wordsOf(text: string, words: Int32Array, spans: readonly Span[]): Positions {
  const found = new Set<number>()
  for (const { start, end } of spans) for (let at = start; at < Math.min(end, text.length); at++) if ((words[at] as number) >= 0) found.add(words[at] as number)
  if (found.size > 0) return found
  for (const { start, end } of spans) for (let at = start; at < Math.min(end, text.length); at++) if (/\S/.test(text[at] as string)) found.add(-1 - at)
  return found
}

export function isSame(a: Positions, b: Positions): boolean {
  return a.size === b.size && countShared(a, b) === a.size
}

export function countShared(a: Positions, b: Positions): number {
  let shared = 0
  for (const one of a.size <= b.size ? a : b) if ((a.size <= b.size ? b : a).has(one)) shared++
  return shared
}

/** 2·common / (a + b); 0 when either is empty. */
export function f1Of(a: Positions, b: Positions): number {
  return a.size > 0 && b.size > 0 ? (2 * countShared(a, b)) / (a.size + b.size) : 0
}

export function sharesAny(a: Positions, b: Positions): boolean {
  return countShared(a, b) > 0
}

/** Whether two mentions are the same thing: a word-F1 of at least .5, or the same last word. */
export function isAlike(a: Positions, b: Positions): boolean {
  return a.size > 0 && b.size > 0 && (f1Of(a, b) >= 0.5 || Math.max(...a) === Math.max(...b))
}
