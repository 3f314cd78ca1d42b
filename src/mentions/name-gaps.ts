import { isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findNounKind } from './head-nouns.ts'
import { isAddress } from './honorifics.ts'
import type { Piece } from './reader-names.ts'

/** Names that the reader missed: a capitalised word behind “Mr.”, one that words are ascribed to, or one that is a name elsewhere in the article. */
export function fillGaps(syntax: Syntax, names: readonly Piece[], isSource: Uint8Array): Piece[] {
  const taken = new Uint8Array(syntax.count)
  const known = new Map<string, Piece>()
  for (const name of names) {
    taken.fill(1, name.first, name.last)
    if (name.kind === 'person') known.set(syntax.lower[name.last - 1] as string, name)
    // “a Commission spokesperson” makes no names of other commissions
    else if (name.last - name.first === 1 && !(relationOf(syntax, name.first) === 'compound' && findNounKind(syntax.lower[name.first] as string) !== null))
      known.set(syntax.lower[name.first] as string, name)
  }
  const turns = countTurns(syntax)
  const plain = new Set(syntax.words.filter((word) => /^\p{Ll}/u.test(word)))
  const found: Piece[] = []
  for (let i = 0; i < syntax.count; i++) {
    const word = syntax.words[i] as string
    if (taken[i] === 1 || !isCapitalized(word) || isAddress(syntax, i) || /^[QA]$/.test(word)) continue
    const like = known.get(syntax.lower[i] as string) ?? null
    // “Lord Mayor Karl Ombre”: a title behind a title is no name
    const isTitle = findNounKind(syntax.lower[i] as string) === 'person' && isCapitalized(syntax.words[i + 1] ?? '')
    const isCalled = i > 0 && isAddress(syntax, i - 1) && syntax.upos[i] === TAG.PROPN && !isTitle
    // “LIND: …” where a Lind is named or speaks again
    const isTurn = isCapitalTurn(syntax, i) && (like !== null || (turns.get(word) ?? 0) > 1)
    if (!isCalled && !isTurn && !isNameHere(syntax, i, like, isSource[i] === 1, plain)) continue
    let last = i + 1
    while (isCalled && last < syntax.count && taken[last] === 0 && syntax.upos[last] === TAG.PROPN && syntax.isSentenceStart[last] === 0) last++
    const kind = isCalled ? 'person' : (like?.kind ?? 'person')
    found.push({ first: i, last, kind, score: 1, sense: like?.sense ?? null, country: like?.country ?? null, isNested: false })
    i = last - 1
  }
  return found
}

/** The reader tags names that open a sentence wrongly now and then: these count where the same name stands elsewhere and the word stands as a noun does. */
function isNameHere(syntax: Syntax, i: number, like: Piece | null, isSource: boolean, plain: ReadonlySet<string>): boolean {
  // at a sentence's start a capital says nothing, unless the word stands nowhere in small letters
  const isCapitalForAName = syntax.isSentenceStart[i] === 0 || syntax.words[i + 1] === ':' || !plain.has(syntax.lower[i] as string)
  if (like?.kind === 'person' && isCapitalForAName && relationOf(syntax, i) !== 'compound') return true
  const tag = syntax.upos[i]
  if (tag !== TAG.PROPN && !(like && (tag === TAG.PRON || NOMINAL.test(relationOf(syntax, i))))) return false
  if (isSource && findNounKind(syntax.lower[i] as string) === null) return true
  return like !== null && relationOf(syntax, i) !== 'compound'
}

const NOMINAL = /^(?:nsubj|obj|iobj|obl|appos|nmod:poss)/

function countTurns(syntax: Syntax): Map<string, number> {
  const turns = new Map<string, number>()
  for (let i = 0; i < syntax.count; i++) {
    const word = syntax.words[i] as string
    if (isCapitalTurn(syntax, i)) turns.set(word, (turns.get(word) ?? 0) + 1)
  }
  return turns
}

/** A word of capitals before a colon, as transcripts name who speaks. */
function isCapitalTurn({ words }: Syntax, i: number): boolean {
  return words[i + 1] === ':' && /^\p{Lu}{3,}$/u.test(words[i] as string)
}
