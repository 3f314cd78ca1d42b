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
  for (let i = 0; i < syntax.count; i++) {
    if (syntax.isParagraphStart[i] === 0) continue
    let last = i
    while (last < syntax.count && last - i < MOST && /^\p{Lu}[\p{Lu}.'’-]+$/u.test(syntax.words[last] as string)) last++
    const kind = last > i ? kindOf(syntax, last) : null
    if (kind) labels.push({ first: i, last, kind, score: 1, sense: null, country: null, isNested: false })
    if (kind === 'place') for (const piece of listAgencies(syntax, pieces, last)) piece.kind = 'organization'
  }
  if (labels.length === 0) return [...pieces]
  const others = pieces.filter((piece) => !labels.some((label) => label.first < piece.last && piece.first < label.last))
  return [...others, ...labels].sort((a, b) => a.first - b.first)
}

/** What stands in the brackets of a dateline is the agency: “PORT ASEL (|Norda|) –”. */
function listAgencies(syntax: Syntax, pieces: readonly Piece[], from: number): Piece[] {
  return pieces.filter(({ first, last }) => first > from && last < from + REACH && syntax.words[first - 1] === '(' && syntax.words[last] === ')')
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
