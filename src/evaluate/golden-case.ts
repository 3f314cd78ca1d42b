import type { Readout, ReadoutStatement } from '../document/readout.ts'
import { type GoldenArticle, type GoldenFact, spansOf } from '../golden/golden.ts'
import type { Tally } from './figures.ts'
import type { Names } from './names.ts'
import { type Positions, wordsOf } from './spans.ts'

/** One golden article with what was found in it. */
export interface GoldenCase {
  readonly article: GoldenArticle
  readonly readout: Readout
  readonly words: Int32Array
  readonly names: Names
  readonly tally: Tally
  readonly misses: string[]
  /** Gold statement → the found one it was paired with. */
  readonly paired: Map<GoldenFact, ReadoutStatement>
}

/** Numbers of the words that spans cover. */
export function cover(one: GoldenCase, spans: readonly { start: number; end: number }[]): Positions {
  return wordsOf(one.article.text, one.words, spans)
}

export function sourceOf(statement: ReadoutStatement) {
  return statement.source ? [statement.source.span] : []
}

/** Notes a miss with the line and the words of the gold. */
export function tellMiss(one: GoldenCase, what: string, fact: GoldenFact): void {
  const words = [...spansOf(fact, 'content'), ...spansOf(fact, 'across')].map(({ start, end }) => one.article.text.slice(start, end)).join(' … ')
  one.misses.push(`${one.article.name}, line ${fact.line}: ${what}: “${shorten(words)}”`)
}

export function shorten(words: string): string {
  const plain = words.replace(/\s+/g, ' ')
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain
}
