import type { Syntax } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { isTrigger } from './words.ts'

/** A word, mark or part of a hyphenated word (“mid”, “-”, “march”), lower case, without the full stop of an abbreviation. */
export interface Atom {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly token: number
  readonly isCapital: boolean
}

/** Tokens looked at on either side of a word that may tell a time: room for “in the first half of the …” and “to the end of last year”. */
const REACH = { left: 9, right: 10 }

/** Stretches of one sentence that may hold an expression of time, in text order, apart from each other. Linear in the text. */
export function findWindows(tokens: Tokens, syntax: Syntax): Atom[][] {
  const windows: Atom[][] = []
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const from = tokens.sentences[s] as number
    const to = tokens.sentences[s + 1] as number
    for (let i = from; i < to; i++) {
      if (!isTrigger(syntax.lower[i] as string)) continue
      const first = Math.max(from, i - REACH.left)
      let last = i
      for (let n = i; n < to && n <= last + REACH.left + REACH.right; n++) if (isTrigger(syntax.lower[n] as string)) last = n
      const behind = Math.min(to, last + REACH.right)
      windows.push(splitTokens(tokens, syntax, first, behind))
      i = behind - 1
    }
  }
  return windows
}

function splitTokens(tokens: Tokens, syntax: Syntax, first: number, behind: number): Atom[] {
  const atoms: Atom[] = []
  for (let token = first; token < behind; token++) {
    const word = syntax.lower[token] as string
    let start = tokens.start[token] as number
    if (word.length === 1 || !/[-–—]/.test(word)) {
      atoms.push({ word: trim(word), start, end: tokens.end[token] as number, token, isCapital: isCapital(tokens.text, start) })
      continue
    }
    for (const part of word.split(/([-–—])/)) {
      if (part) atoms.push({ word: trim(part), start, end: start + part.length, token, isCapital: isCapital(tokens.text, start) })
      start += part.length
    }
  }
  return atoms
}

/** “sept.” → “sept”; a full stop alone stays. */
function trim(word: string): string {
  return word.length > 1 && word.endsWith('.') ? word.slice(0, -1) : word
}

function isCapital(text: string, at: number): boolean {
  const first = text.charAt(at)
  return first !== first.toLowerCase()
}
