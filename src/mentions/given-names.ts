import { isCapitalized, type Syntax } from '../document/syntax.ts'
import { findGender, type Knowledge } from '../knowledge/knowledge.ts'
import { isAddress, PARTICLES } from './honorifics.ts'
import type { Piece } from './reader-names.ts'

/**
 * Gives a bare family name the given name right before it, which the reader tagged as another name or as another word:
 * “Per | Aldin”, “Willem | van der Meel”. Only a given name that knowledge has, or any name before a particle.
 */
export function joinGivenNames(syntax: Syntax, names: Piece[], knowledge: Knowledge): void {
  const ending = new Map(names.filter((name) => !name.isNested).map((name) => [name.last, name]))
  const gone = new Set<Piece>()
  for (const name of names) {
    if (name.kind !== 'person' || name.first === 0 || syntax.isSentenceStart[name.first] === 1) continue
    const isParticle = PARTICLES.has(syntax.lower[name.first] as string)
    if (name.last - name.first > 1 && !isParticle) continue
    const before = name.first - 1
    const piece = ending.get(name.first)
    if (piece && (piece.last - piece.first > 1 || piece.sense !== null)) continue
    if (!isGivenName(syntax, knowledge, before, piece !== undefined && isParticle)) continue
    if (piece) gone.add(piece)
    name.first = before
  }
  if (gone.size > 0) names.splice(0, names.length, ...names.filter((name) => !gone.has(name)))
}

/** At the start of a sentence “Per” and “Will” are other words as well: there only a name of the reader's counts. */
function isGivenName(syntax: Syntax, knowledge: Knowledge, i: number, isSure: boolean): boolean {
  const word = syntax.words[i] as string
  if (!isCapitalized(word) || !/^\p{Lu}\p{Ll}+$/u.test(word) || isAddress(syntax, i)) return false
  return isSure || (syntax.isSentenceStart[i] === 0 && findGender(knowledge, word) !== null)
}
