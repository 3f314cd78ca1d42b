import { findGender, type Knowledge } from '../knowledge/knowledge.ts'
import { findNounKind } from './head-nouns.ts'
import type { Piece } from './reader-names.ts'
import { isCapitalized, type Syntax, TAG } from './syntax.ts'

/**
 * A given name that knowledge has, with a family name behind it, is a person whatever the reader takes it for: “Tomas Keele”,
 * “Elsa” where “Krug” follows. Not “Elsa Foundation”.
 */
export function markPeople(syntax: Syntax, pieces: readonly Piece[], knowledge: Knowledge): void {
  pieces.forEach((piece, n) => {
    if (piece.kind === 'person' || piece.last - piece.first > 4) return
    const given = syntax.words[piece.first] as string
    if (!/^\p{Lu}\p{Ll}/u.test(given) || findGender(knowledge, given) === null) return
    let last = piece.last
    const isAlone = last - piece.first === 1
    if (isAlone && last < syntax.count && last < (pieces[n + 1]?.first ?? syntax.count) && isFamilyName(syntax, last)) last++
    if (last - piece.first < 2 || findNounKind(syntax.lower[last - 1] as string) !== null || !isCapitalized(syntax.words[last - 1] as string)) return
    for (let i = piece.first + 1; i < last; i++) if (syntax.upos[i] === TAG.ADP || syntax.upos[i] === TAG.CCONJ) return
    piece.kind = 'person'
    piece.last = last
  })
}

function isFamilyName(syntax: Syntax, i: number): boolean {
  return syntax.isSentenceStart[i] === 0 && /^\p{Lu}[\p{L}'’-]+$/u.test(syntax.words[i] as string) && (syntax.upos[i] === TAG.PROPN || syntax.upos[i] === TAG.NOUN)
}
