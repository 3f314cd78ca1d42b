import type { Syntax } from '../document/syntax.ts'
import { findNounKind } from './head-nouns.ts'
import type { Piece } from './reader-names.ts'

/** Words of capitals that a label or a dateline may have. */
const MOST = 4
/** How far the dash or bracket of a dateline may lie: “PORT ASEL, June 6 (Norda) –”. */
const REACH = 9

/**
 * What stands in capitals at the head of a paragraph is told by the marks behind it, not by the reader: before a colon somebody
 * who speaks (“LIV SAND: …”), before a date, a bracket or a dash the place of a dateline (“PORT ASEL, June 6 –”).
 */
export function markLabels(syntax: Syntax, pieces: readonly Piece[]): Piece[] {
  const labels: Piece[] = []
  const isLabel = new Uint8Array(syntax.count)
  const isBracket = new Uint8Array(syntax.count)
  for (let i = 0; i < syntax.count; i++) {
    if (syntax.isParagraphStart[i] === 0) continue
    let last = i
    while (last < syntax.count && last - i < MOST && /^\p{Lu}[\p{Lu}.'’-]+$/u.test(syntax.words[last] as string)) last++
    const kind = last > i ? kindOf(syntax, last) : null
    if (!kind) continue
    labels.push({ first: i, last, kind, score: 1, sense: null, country: null, isNested: false })
    isLabel.fill(1, i, last)
    for (let next = last; kind === 'place' && next < Math.min(syntax.count, last + REACH); next++) if (syntax.words[next] === '(') isBracket[next] = 1
  }
  if (labels.length === 0) return [...pieces]
  const others = pieces.filter(({ first, last }) => isLabel[first] === 0 && isLabel[last - 1] === 0)
  // what stands in the brackets of a dateline is the agency: “PORT ASEL (|Norda|) –”
  for (const piece of others) if (isBracket[piece.first - 1] === 1 && syntax.words[piece.last] === ')') piece.kind = 'organization'
  return [...others, ...labels].sort((a, b) => a.first - b.first)
}

function kindOf(syntax: Syntax, last: number): Piece['kind'] | null {
  const next = syntax.words[last] ?? ''
  // “REPORTER: …” is nobody's name
  if (next === ':') return findNounKind(syntax.lower[last - 1] as string) === null ? 'person' : null
  if (next !== ',' && next !== '(' && !DASH.test(next)) return null
  for (let i = last; i < Math.min(syntax.count, last + REACH) && syntax.isParagraphStart[i] === 0; i++) if (DASH.test(syntax.words[i] as string)) return 'place'
  return null
}

const DASH = /^(?:[–—]|-{1,2})$/
