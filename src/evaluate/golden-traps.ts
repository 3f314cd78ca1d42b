import type { ReadoutComparison, ReadoutCooperation, ReadoutEvent, ReadoutStatement } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import { type GoldenFact, spansOf } from '../golden/golden.ts'
import { cover, type GoldenCase, listAllowed, sourceOf, tellMiss } from './golden-case.ts'
import { isRealisRight, readingsOf } from './golden-readings.ts'
import { hasSameSides } from './golden-relations.ts'
import { isMeant } from './names.ts'
import { countShared, f1Of, sharesAny } from './spans.ts'

/** Facts that must not be found: traps_avoided is the share that was not, traps_found how many were. */
export function countTraps(one: GoldenCase): void {
  for (const trap of one.article.facts) {
    if (trap.role !== 'trap') continue
    const isFound = isCaught(one, trap)
    one.tally.count('traps_avoided', !isFound)
    one.tally.add('traps_found', Number(isFound))
    if (isFound) tellMiss(one, 'TRAP', trap)
  }
}

function isCaught(one: GoldenCase, trap: GoldenFact): boolean {
  const { statements, events, cooperation, comparisons } = one.readout
  if (trap.kind === 'statement') return statements.some((statement) => isStatement(one, trap, statement))
  if (trap.kind === 'event') return events.some((event) => isEvent(one, trap, event))
  if (trap.kind === 'cooperation') return cooperation.some((entry) => isCooperation(one, trap, entry))
  return comparisons.some((comparison) => isComparison(one, trap, comparison))
}

/** A piece that runs across; or the trap's content with the trap's speaker or, where it has none, nearer to the trap than to any allowed statement. */
function isStatement(one: GoldenCase, trap: GoldenFact, found: ReadoutStatement): boolean {
  const lines = spansOf(trap, 'across')
  if (trap.fields.has('across'))
    return [...found.content.spans, ...found.quotations].some((span) => lines.some((line) => doesRunAcross(one.article.text, line, span)))
  const content = cover(one, found.content.spans)
  const likeness = f1Of(content, cover(one, spansOf(trap, 'content')))
  if (likeness < 0.5) return false
  const readings = readingsOf(one, trap, 'source')
  if (readings.length > 0) return isMeant(one.names, sourceOf(found)[0]?.text ?? '', found.source?.entity ?? null, readings)
  const allowed = listAllowed(one, 'statement').map((fact) => f1Of(content, cover(one, spansOf(fact, 'content'))))
  return likeness > Math.max(0, ...allowed)
}

/** Whether a piece shares something with the first and with the last word of what it must not run across. */
function doesRunAcross(text: string, line: Span, piece: Span): boolean {
  const words = text.slice(line.start, line.end).trim().split(/\s+/)
  const [first, last] = [words[0] as string, words.at(-1) as string]
  return piece.start < line.start + first.length && line.end - last.length < piece.end
}

/** The trap's type and realis on a shared trigger word. */
function isEvent(one: GoldenCase, trap: GoldenFact, found: ReadoutEvent): boolean {
  const isThere = sharesAny(cover(one, spansOf(trap, 'trigger')), cover(one, [found.trigger]))
  return isThere && (trap.choices[0]?.includes(found.type) ?? false) && isRealisRight(trap, found.realis)
}

/** What the trap tells of area and sides, on a shared word. */
function isCooperation(one: GoldenCase, trap: GoldenFact, found: ReadoutCooperation): boolean {
  if (!(trap.choices[0]?.includes(found.area) ?? true)) return false
  if (trap.fields.has('between') && !hasSameSides(one, trap, found.between)) return false
  return sharesAny(cover(one, spansOf(trap, 'span')), cover(one, found.spans))
}

/** What the trap tells of the claim, on half of the shorter span. */
function isComparison(one: GoldenCase, trap: GoldenFact, found: ReadoutComparison): boolean {
  if (!(trap.choices[0]?.includes(found.claim) ?? true)) return false
  const [ours, theirs] = [cover(one, spansOf(trap, 'span')), cover(one, [found.span])]
  return theirs.size > 0 && 2 * countShared(ours, theirs) >= Math.min(ours.size, theirs.size)
}
