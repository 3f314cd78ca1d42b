import type { ReadoutStatement } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type GoldenFact, spansOf } from '../golden/golden.ts'
import { cover, type GoldenCase, sourceOf, tellMiss } from './golden-case.ts'
import { readingsOf } from './golden-speakers.ts'
import { isMeant } from './names.ts'
import { f1Of } from './spans.ts'

/** Statements that must not be found. */
export function countTraps(one: GoldenCase): void {
  for (const trap of one.article.facts.filter((fact) => fact.role === 'trap' && fact.kind === 'statement')) {
    const caught = one.readout.statements.find((statement) => isCaught(one, trap, statement))
    one.tally.count('traps_avoided', caught === undefined)
    if (caught) tellMiss(one, 'TRAP', trap)
  }
}

/** A piece that runs across; or the trap's content with the trap's speaker or, where it has none, nearer to the trap than to any allowed statement. */
function isCaught(one: GoldenCase, trap: GoldenFact, found: ReadoutStatement): boolean {
  const lines = spansOf(trap, 'across')
  if (trap.fields.has('across'))
    return [...found.content.spans, ...found.quotations].some((span) => lines.some((line) => doesRunAcross(one.article.text, line, span)))
  const content = cover(one, found.content.spans)
  const likeness = f1Of(content, cover(one, spansOf(trap, 'content')))
  if (likeness < 0.5) return false
  const readings = readingsOf(one, trap, 'source')
  if (readings.length > 0) return isMeant(one.names, sourceOf(found)[0]?.text ?? '', found.source?.entity ?? null, readings)
  const allowed = one.article.facts
    .filter((fact) => fact.kind === 'statement' && fact.role !== 'trap')
    .map((fact) => f1Of(content, cover(one, spansOf(fact, 'content'))))
  return likeness > Math.max(0, ...allowed)
}

/** Whether a piece shares something with the first and with the last word of what it must not run across. */
function doesRunAcross(text: string, line: Span, piece: Span): boolean {
  const words = text.slice(line.start, line.end).trim().split(/\s+/)
  const [first, last] = [words[0] as string, words.at(-1) as string]
  return piece.start < line.start + first.length && line.end - last.length < piece.end
}
