import type { Readout, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type GoldenArticle, type GoldenFact, type GoldenKind, spansOf } from '../golden/golden.ts'
import type { Tally } from './figures.ts'
import type { Names } from './names.ts'
import { assignPairs, type Pair } from './pairing.ts'
import { type Positions, wordsOf } from './spans.ts'

/** One golden article with what was found in it. */
export interface GoldenCase {
  readonly article: GoldenArticle
  readonly readout: Readout
  readonly words: Int32Array
  /** Where sentences end. */
  readonly breaks: readonly number[]
  readonly names: Names
  readonly tally: Tally
  readonly misses: string[]
  /** Gold statement → the found one it was paired with, optional ones included. */
  readonly statements: Map<GoldenFact, ReadoutStatement>
  /** Gold event → the found one. */
  readonly events: Map<GoldenFact, ReadoutEvent>
}

/** Numbers of the words that spans cover. */
export function cover(one: GoldenCase, spans: readonly Span[]): Positions {
  return wordsOf(one.article.text, one.words, spans)
}

export function sourceOf(statement: ReadoutStatement) {
  return statement.source ? [statement.source.span] : []
}

/** Facts of a kind that may be found, the optional ones included. */
export function listAllowed(one: GoldenCase, kind: GoldenKind): GoldenFact[] {
  return one.article.facts.filter((fact) => fact.kind === kind && fact.role !== 'trap')
}

/**
 * The one-to-one pairing of gold and found facts with the greatest likeness in sum; 0 pairs nothing. Of two gold facts that are
 * as like, the required one is taken.
 */
export function pairFacts<Found>(
  gold: readonly GoldenFact[],
  found: readonly Found[],
  likenessOf: (fact: GoldenFact, one: Found) => number,
): Map<GoldenFact, Found> {
  const pairs: Pair[] = []
  gold.forEach((fact, g) => {
    found.forEach((one, f) => {
      const likeness = likenessOf(fact, one)
      if (likeness > 0) pairs.push({ gold: g, found: f, weight: likeness + (fact.role === 'required' ? 0.001 : 0) })
    })
  })
  return new Map([...assignPairs(pairs)].map(([g, f]) => [gold[g] as GoldenFact, found[f] as Found]))
}

/**
 * Counts required facts that were found, and found facts that should not be there, under a name. An optional fact neither counts
 * when missed nor costs when found; found facts count for precision only where the article's gold of the kind is complete.
 */
export function countFacts<Found>(
  one: GoldenCase,
  name: string,
  kind: GoldenKind,
  gold: readonly GoldenFact[],
  found: readonly Found[],
  paired: ReadonlyMap<GoldenFact, Found>,
): void {
  const required = gold.filter((fact) => fact.role === 'required')
  const hits = required.filter((fact) => paired.has(fact)).length
  one.tally.add(`${name}.gold`, required.length)
  one.tally.add(`${name}.hits`, hits)
  if (!one.article.complete.has(kind)) return
  one.tally.add(`${name}.found`, found.length - (paired.size - hits))
  one.tally.add(`${name}.right`, hits)
}

/** Notes what was found and stands in no gold, where that is complete. */
export function tellExtra<Found>(
  one: GoldenCase,
  kind: GoldenKind,
  found: readonly Found[],
  paired: ReadonlyMap<GoldenFact, Found>,
  describe: (one: Found) => { what: string; spans: readonly ReadoutSpan[] },
): void {
  if (!one.article.complete.has(kind)) return
  const taken = new Set(paired.values())
  for (const fact of found) {
    if (taken.has(fact)) continue
    const { what, spans } = describe(fact)
    one.misses.push(`${one.article.name}: not in the gold: ${what} “${quote(spans)}”`)
  }
}

/** Notes a miss with the line and the words of the gold. */
export function tellMiss(one: GoldenCase, what: string, fact: GoldenFact): void {
  const words = ['content', 'across', 'trigger', 'span']
    .flatMap((field) => spansOf(fact, field))
    .map(({ start, end }) => one.article.text.slice(start, end))
    .join(' … ')
  one.misses.push(`${one.article.name}, line ${fact.line}: ${what}: ${fact.kind} “${shorten(words)}”`)
}

/** The words of spans, cut to what a line can hold. */
export function quote(spans: readonly ReadoutSpan[]): string {
  return shorten(spans.map((span) => span.text).join(' … '))
}

function shorten(words: string): string {
  const plain = words.replace(/\s+/g, ' ')
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain
}
