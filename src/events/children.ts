import { childrenOf, type Syntax } from '../document/syntax.ts'

/** Longer lists of children are coordinations; what qualifies a word stands among the first. Bounds the work on endless sentences. */
const FIRST = 40

/** The children of a word that can qualify it, in text order. */
export function childrenNear(syntax: Syntax, token: number): Int32Array {
  return childrenOf(syntax, token).subarray(0, FIRST)
}
