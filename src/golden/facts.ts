import type { Span } from '../document/span.ts'
import type { GoldenKind } from './grammar.ts'

/** One line of a fact: words of the article, our reading of them after “=”, or both. */
export interface GoldenPiece {
  /** UTF-16 offsets; null for lines without copied words. */
  readonly span: Span | null
  /** Any of these is right; empty when the line has no “=”. */
  readonly readings: readonly string[]
}

export interface GoldenFact {
  readonly kind: GoldenKind
  /** required: must be found; optional: may be found; trap: must not be found. */
  readonly role: 'required' | 'optional' | 'trap'
  /** What follows the kind in the first line, alternatives parted: [['direct'], ['say', 'promise']]. */
  readonly choices: readonly (readonly string[])[]
  readonly line: number
  readonly order: number
  readonly fields: Map<string, readonly GoldenPiece[]>
  /** Of a statement: the statement that reports this one. */
  within: GoldenFact | null
  /** Of any other fact: the innermost statement that asserts it. */
  statedIn: GoldenFact | null
  /** Of a comparison: the event compared. */
  about: GoldenFact | null
}

export interface GoldenArticle {
  readonly name: string
  readonly title: string
  readonly published: string
  /** Kinds that are annotated exhaustively: only these count for precision. */
  readonly complete: ReadonlySet<string>
  readonly text: string
  readonly facts: readonly GoldenFact[]
}

export function spansOf(fact: GoldenFact, field: string): Span[] {
  return (fact.fields.get(field) ?? []).flatMap((piece) => (piece.span ? [piece.span] : []))
}
