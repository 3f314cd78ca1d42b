import type { ReadoutSpan } from '../document/readout.ts'
import type { Span } from '../document/span.ts'

/** The span with its words. Refuses, by an assertion, one that is empty or leaves the text: it would be our own mistake. */
export function readSpan({ start, end }: Span, text: string): ReadoutSpan {
  if (!(Number.isInteger(start) && start >= 0 && start < end && end <= text.length))
    throw new Error(`A fact with the span ${start}–${end} does not stand in the text of ${text.length} units.`)
  return { start, end, text: text.slice(start, end) }
}

/** Id of the nth fact of a kind: e1 entities, s1 statements, v1 events, c1 cooperation, k1 comparisons. */
export function makeId(prefix: 'e' | 's' | 'v' | 'c' | 'k', n: number): string
export function makeId(prefix: 'e' | 's' | 'v' | 'c' | 'k', n: number | null): string | null
export function makeId(prefix: string, n: number | null): string | null {
  return n === null ? null : `${prefix}${n + 1}`
}

/** Two decimals: more would claim a precision that no calibration has. */
export function roundConfidence(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
