import { isInside, type Span } from '../document/span.ts'
import { type GoldenFact, spansOf } from './facts.ts'

/** Ties facts to the statement that reports or asserts them, comparisons to their event. */
export function linkFacts(facts: readonly GoldenFact[], problems: string[]): void {
  const allowed = facts.filter((fact) => fact.role !== 'trap')
  const statements = allowed.filter((fact) => fact.kind === 'statement')
  for (const fact of allowed) {
    if (fact.kind === 'statement') fact.within = findReporter(fact, statements, problems)
    else fact.statedIn = fact.fields.has('statedIn') ? findNamed(fact, 'statedIn', statements, problems) : findHolder(fact, statements)
    if (fact.fields.has('about')) fact.about = findCompared(fact, allowed, problems)
  }
}

function findReporter(fact: GoldenFact, statements: readonly GoldenFact[], problems: string[]): GoldenFact | null {
  if (fact.fields.has('within')) return findNamed(fact, 'within', statements, problems)
  if (spansOf(fact, 'cue').length > 0 && statements.some((one) => one !== fact && sizeOf(one) > sizeOf(fact) && doesHold(one, fact)))
    problems.push(`Line ${fact.line}: this statement lies inside another and has no “within”.`)
  return null
}

/** The statement whose content opens with the words copied; of the same words at two depths, the inner one. */
function findNamed(fact: GoldenFact, field: string, statements: readonly GoldenFact[], problems: string[]): GoldenFact | null {
  const start = fact.fields.get(field)?.[0]?.span?.start
  let outer = statements.filter((one) => one !== fact && spansOf(one, 'content').some((span) => span.start === start))
  if (outer.length > 1 && outer.some((one) => one.role === 'required')) outer = outer.filter((one) => one.role === 'required')
  if (outer.length > 1) outer = outer.filter((one) => one.fields.has('within'))
  if (outer.length === 1) return outer[0] as GoldenFact
  problems.push(`Line ${fact.line}: “${field}” must copy the opening words of one statement's content.`)
  return null
}

/** The innermost statement whose content holds an event's first trigger, another fact's first span. */
function findHolder(fact: GoldenFact, statements: readonly GoldenFact[]): GoldenFact | null {
  const anchor = spansOf(fact, 'trigger')[0] ?? spansOf(fact, 'span')[0]
  if (!anchor) return null
  const holders = statements.filter((one) => isIn(anchor, one))
  return holders.reduce<GoldenFact | null>((inner, one) => (inner && sizeOf(inner) <= sizeOf(one) ? inner : one), null)
}

function findCompared(fact: GoldenFact, facts: readonly GoldenFact[], problems: string[]): GoldenFact | null {
  const copied = fact.fields.get('about')?.[0]?.span
  const event = facts.find((one) => {
    const trigger = spansOf(one, 'trigger')[0]
    return one.kind === 'event' && copied && trigger && isInside(trigger, copied)
  })
  if (!event) problems.push(`Line ${fact.line}: “about” must copy the trigger of an event.`)
  return event ?? null
}

function doesHold(outer: GoldenFact, inner: GoldenFact): boolean {
  return [...spansOf(inner, 'content'), ...spansOf(inner, 'cue')].every((part) => isIn(part, outer))
}

function isIn(part: Span, statement: GoldenFact): boolean {
  return spansOf(statement, 'content').some((content) => isInside(part, content))
}

function sizeOf(fact: GoldenFact): number {
  return spansOf(fact, 'content').reduce((sum, span) => sum + span.end - span.start, 0)
}
