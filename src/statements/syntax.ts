import type { Layers } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'

/** Relation of a token to its head without its subtype: “nsubj” for “nsubj:pass”. */
export function relationOf(layers: Layers, i: number): string {
  return nameOf(layers, i).split(':')[0] as string
}

/** The same with its subtype. */
export function nameOf(layers: Layers, i: number): string {
  return layers.relations[layers.relation[i] as number] ?? ''
}

/** How far a word is looked at for what hangs on it: the reader's own reach, so that a text without full stops costs no more. */
export const REACH = 128

/** Tokens of a stretch that hang on a token, in text order. */
export function dependentsOf(layers: Layers, head: number, { first, last }: TokenSpan): number[] {
  const found: number[] = []
  for (let i = first; i < last; i++) if (layers.head[i] === head) found.push(i)
  return found
}

/** Steps from a word to the root beyond which nothing is looked at: no tree of a real sentence is so deep. */
const DEEPEST = 60

/** From the first to the last word below a token (itself included) in a stretch. */
export function spanBelow(layers: Layers, top: number, { first, last }: TokenSpan): TokenSpan {
  const span = { first: top, last: top + 1 }
  for (let i = first; i < last; i++) {
    let at = i
    for (let step = 0; step < DEEPEST && at >= first && at !== top; step++) at = layers.head[at] as number
    if (at !== top) continue
    span.first = Math.min(span.first, i)
    span.last = Math.max(span.last, i + 1)
  }
  return span
}
