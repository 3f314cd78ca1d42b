import { childrenOf, headOf, isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findGender, type Knowledge } from '../knowledge/knowledge.ts'
import { findNounKind } from './head-nouns.ts'
import { isCompany } from './name-kinds.ts'
import type { Piece } from './reader-names.ts'
import { isPersonNoun } from './titles.ts'

/**
 * Names that the reader takes for a place or a body though something tells that they are people: a given name that knowledge has
 * (“Tomas Keele”), an office beside it (“the trade minister, Elsa Krug”), or “who” (“Dagny Sorel, who …”). Not “Elsa Foundation”.
 */
export function markPeople(syntax: Syntax, pieces: readonly Piece[], knowledge: Knowledge): void {
  pieces.forEach((piece, n) => {
    if (piece.kind === 'person' || piece.last - piece.first > 4) return
    if (!/^\p{Lu}\p{Ll}/u.test(syntax.words[piece.first] as string)) return
    const last = endOfName(syntax, piece, pieces[n + 1]?.first ?? syntax.count)
    const isGiven = last - piece.first > 1 && findGender(knowledge, syntax.words[piece.first] as string) !== null
    if (!isGiven && !hasOffice(syntax, knowledge, piece.first, last) && !isFollowedByWho(syntax, last)) return
    if (isCompany(syntax, piece.first, last) || findNounKind(syntax.lower[last - 1] as string) !== null || !isCapitalized(syntax.words[last - 1] as string))
      return
    for (let i = piece.first + 1; i < last; i++) if (syntax.upos[i] === TAG.ADP || syntax.upos[i] === TAG.CCONJ) return
    piece.kind = 'person'
    piece.last = last
  })
}

/** A single name takes in the family name behind it. */
function endOfName(syntax: Syntax, { first, last }: Piece, limit: number): number {
  return last - first === 1 && last < limit && last < syntax.count && isFamilyName(syntax, last) ? last + 1 : last
}

function isFamilyName(syntax: Syntax, i: number): boolean {
  return (
    syntax.isSentenceStart[i] === 0 && /^\p{Lu}[\p{L}'’-]+$/u.test(syntax.words[i] as string) && (syntax.upos[i] === TAG.PROPN || syntax.upos[i] === TAG.NOUN)
  )
}

/** Whether an office stands beside the name, as its apposition or as what it is an apposition of. */
function hasOffice(syntax: Syntax, knowledge: Knowledge, first: number, last: number): boolean {
  const top = headOf(syntax, first, last)
  const above = syntax.head[top] as number
  if (relationOf(syntax, top) === 'appos' && above >= 0 && isPersonNoun(syntax, knowledge, above)) return true
  for (const child of childrenOf(syntax, top)) if (relationOf(syntax, child) === 'appos' && isPersonNoun(syntax, knowledge, child)) return true
  return false
}

function isFollowedByWho(syntax: Syntax, last: number): boolean {
  return syntax.lower[last] === 'who' || (syntax.words[last] === ',' && syntax.lower[last + 1] === 'who')
}
