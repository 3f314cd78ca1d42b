import { type Layers, UPOS } from './layers.ts'
import type { Tokens } from './tokens.ts'
import { readWord } from './words.ts'

/** The reader's tree with what every rule of this room asks of it, computed once an article. */
export interface Syntax {
  readonly count: number
  readonly words: readonly string[]
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  readonly upos: Uint8Array
  readonly head: Int32Array
  /** Children of token i stand in `children` from `childStart[i]` to `childStart[i + 1]`, in text order. */
  readonly childStart: Int32Array
  readonly children: Int32Array
  /** First and last token of the whole subtree of each token, both inclusive. */
  readonly left: Int32Array
  readonly right: Int32Array
  readonly relation: Uint8Array
  readonly relations: readonly string[]
  /** 1 where a sentence begins. */
  readonly isSentenceStart: Uint8Array
  /** 1 where a paragraph begins. */
  readonly isParagraphStart: Uint8Array
}

export const TAG = Object.fromEntries(UPOS.map((name, n) => [name, n])) as Record<(typeof UPOS)[number], number>

/** Computes words, child lists and subtree edges. Linear in the tokens. */
export function readSyntax(tokens: Tokens, layers: Layers): Syntax {
  const { count } = tokens
  const words = Array.from({ length: count }, (_, i) => readWord(tokens, i))
  const lower = words.map((word) => word.toLowerCase())
  const { childStart, children } = listChildren(layers.head, count)
  const { left, right } = measureSubtrees(layers.head, childStart, children, count)
  return {
    count,
    words,
    lower,
    lemma: words.map((_, i) => (layers.lemma[i] ?? (lower[i] as string)).toLowerCase()),
    upos: layers.upos,
    head: layers.head,
    childStart,
    children,
    left,
    right,
    relation: layers.relation,
    relations: layers.relations,
    isSentenceStart: markStarts(tokens.sentences, count),
    isParagraphStart: markStarts(tokens.paragraphs, count),
  }
}

/** Relation of a token to its head: “nsubj”, “nmod:poss” … */
export function relationOf(syntax: Syntax, i: number): string {
  return syntax.relations[syntax.relation[i] as number] ?? ''
}

export function childrenOf(syntax: Syntax, i: number): Int32Array {
  return syntax.children.subarray(syntax.childStart[i], syntax.childStart[i + 1])
}

/** The preposition that a noun hangs by (“with” in “talks with Moscow”); null where there is none. Of two, the last. */
export function caseOf(syntax: Syntax, i: number): string | null {
  let found: string | null = null
  for (const child of childrenOf(syntax, i)) {
    if (child > i) break
    if (relationOf(syntax, child) === 'case') found = syntax.lower[child] as string
  }
  return found
}

/** The word that ends the head of a name or phrase: the token of the span whose head lies outside; the last one where none does. */
export function headOf(syntax: Syntax, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const head = syntax.head[i] as number
    if (head < first || head >= last) return i
  }
  return last - 1
}

/** Whether a word begins with a capital letter (or is written in capitals). */
export function isCapitalized(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first < 128) return first >= 65 && first <= 90
  const letter = word.charAt(0)
  return letter !== letter.toLowerCase()
}

function listChildren(head: Int32Array, count: number): { childStart: Int32Array; children: Int32Array } {
  const childStart = new Int32Array(count + 1)
  for (let i = 0; i < count; i++) {
    const at = head[i] as number
    if (at >= 0) childStart[at + 1] = (childStart[at + 1] as number) + 1
  }
  for (let i = 0; i < count; i++) childStart[i + 1] = (childStart[i + 1] as number) + (childStart[i] as number)
  const next = childStart.slice()
  const children = new Int32Array(childStart[count] as number)
  for (let i = 0; i < count; i++) {
    const at = head[i] as number
    if (at < 0) continue
    const slot = next[at] as number
    children[slot] = i
    next[at] = slot + 1
  }
  return { childStart, children }
}

/** Edges of every subtree: tokens in breadth-first order, then folded into their heads from the leaves up. */
function measureSubtrees(head: Int32Array, childStart: Int32Array, children: Int32Array, count: number): { left: Int32Array; right: Int32Array } {
  const order = new Int32Array(count)
  let filled = 0
  for (let i = 0; i < count; i++) if ((head[i] as number) < 0) order[filled++] = i
  for (let n = 0; n < filled; n++) {
    const at = order[n] as number
    for (let c = childStart[at] as number; c < (childStart[at + 1] as number); c++) order[filled++] = children[c] as number
  }
  const left = Int32Array.from({ length: count }, (_, i) => i)
  const right = left.slice()
  for (let n = filled - 1; n >= 0; n--) {
    const i = order[n] as number
    const at = head[i] as number
    if (at < 0) continue
    if ((left[i] as number) < (left[at] as number)) left[at] = left[i] as number
    if ((right[i] as number) > (right[at] as number)) right[at] = right[i] as number
  }
  return { left, right }
}

function markStarts(starts: Uint32Array, count: number): Uint8Array {
  const marks = new Uint8Array(count)
  for (const at of starts) if (at < count) marks[at] = 1
  return marks
}
