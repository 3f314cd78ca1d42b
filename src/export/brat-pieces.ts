/** A stretch of text in code points. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** Signs at which Python, and so brat, ends a line. No line of an annotation may hold one, so no fragment may cross one. */
const LINE_BREAK = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/

/** Cuts pieces at line breaks, which stay out. A piece of nothing but line breaks stays whole: there is no other way to tell it. */
export function splitPieces(pieces: readonly Piece[], points: readonly string[]): Piece[] {
  return pieces.flatMap((piece) => {
    const fragments: Piece[] = []
    let start = piece.start
    for (let at = piece.start; at <= piece.end; at++) {
      if (at < piece.end && !LINE_BREAK.test(points[at] as string)) continue
      if (at > start) fragments.push({ start, end: at })
      start = at + 1
    }
    return fragments.length > 0 ? fragments : [piece]
  })
}

/** Joins fragments that only line breaks part. */
export function joinFragments(fragments: readonly Piece[], points: readonly string[]): Piece[] {
  const joined: Piece[] = []
  for (const fragment of fragments) {
    const last = joined.at(-1)
    const gap = last && fragment.start > last.end ? points.slice(last.end, fragment.start) : []
    if (last && gap.length > 0 && gap.every((sign) => LINE_BREAK.test(sign))) joined[joined.length - 1] = { start: last.start, end: fragment.end }
    else joined.push(fragment)
  }
  return joined
}

export function arePiecesEqual(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every(({ start, end }, n) => start === b[n]?.start && end === b[n]?.end)
}

/** The words of fragments as a line of annotations shows them. */
export function readFragments(fragments: readonly Piece[], points: readonly string[]): string {
  return flattenLine(fragments.map(({ start, end }) => points.slice(start, end).join('')).join(' '))
}

/** A blank for each sign that would end a line. */
export function flattenLine(words: string): string {
  return words.replace(new RegExp(LINE_BREAK, 'g'), ' ')
}
