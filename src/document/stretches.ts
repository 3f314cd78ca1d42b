import type { Statement } from './statement.ts'
import type { Tokens } from './tokens.ts'
import { tokensOf } from './words.ts'

/** Of each token the stretch that holds it: `starts` as in `Tokens.sentences` and `Tokens.paragraphs`. */
export function numberStretches(starts: Uint32Array, count: number): Int32Array {
  const of = new Int32Array(count)
  for (let s = 0; s + 1 < starts.length; s++) of.fill(s, starts[s], starts[s + 1])
  return of
}

/** Reports in reports are never deeper than this in writing that people read. */
const DEEPEST = 20

/** Of each token the innermost statement whose content holds it, −1 for none: outer ones are written first. */
export function placeContents(tokens: Tokens, statements: readonly Statement[]): Int32Array {
  const stated = new Int32Array(tokens.count).fill(-1)
  const depths = statements.map((_, s) => depthOf(statements, s))
  const order = statements.map((_, s) => s).sort((a, b) => (depths[a] as number) - (depths[b] as number) || a - b)
  for (const s of order)
    for (const span of (statements[s] as Statement).content) {
      const piece = tokensOf(tokens, span)
      if (piece) stated.fill(s, piece.first, piece.last)
    }
  return stated
}

function depthOf(statements: readonly Statement[], s: number): number {
  let depth = 0
  for (let at = statements[s]?.within ?? null; at !== null && depth < DEEPEST; at = statements[at]?.within ?? null) depth++
  return depth
}
