import { isInside, type Span } from '../document/span.ts'
import { ACTS } from '../document/statement.ts'
import { type GoldenFact, spansOf } from './facts.ts'

export type GoldenKind = 'statement' | 'event' | 'cooperation' | 'comparison'

/** Fields that each kind may have. */
export const FIELDS: Readonly<Record<GoldenKind, readonly string[]>> = {
  statement: ['source', 'cue', 'content', 'addressee', 'within', 'negated', 'hedge', 'onBehalfOf', 'quotation', 'across'],
  event: ['trigger', 'actor', 'recipient', 'host', 'mediator', 'place', 'date', 'realis', 'realisCue', 'area', 'statedIn'],
  cooperation: ['between', 'span', 'realis', 'realisCue', 'statedIn'],
  comparison: ['span', 'since', 'about', 'statedIn'],
}

const FIRST_LINE: Readonly<Record<GoldenKind, readonly (readonly string[] | null)[]>> = {
  statement: [['direct', 'mixed', 'indirect'], ACTS],
  event: [null],
  cooperation: [null, ['originating', 'expanding', 'longstanding', 'aspirational', 'suspended', 'ended']],
  comparison: [['first', 'last', 'most', 'least', 'again', 'since', 'gap']],
}

const NEEDED: Readonly<Record<GoldenKind, readonly string[]>> = {
  statement: ['content'],
  event: ['trigger', 'realis'],
  cooperation: ['between', 'span', 'realis'],
  comparison: ['span'],
}

/** Fields that need a name or date after “=”. */
const NAMED = ['source', 'between', 'place', 'onBehalfOf', 'addressee', 'actor', 'recipient', 'host', 'mediator', 'date', 'since']

/** Adds a sentence for everything that a fact lacks or says wrongly. */
export function checkFact(fact: GoldenFact, problems: string[]): void {
  if (fact.role === 'trap') return
  FIRST_LINE[fact.kind].forEach((allowed, n) => {
    const given = fact.choices[n] ?? []
    if (given.length === 0 || (allowed && !given.every((word) => allowed.includes(word))))
      problems.push(`Line ${fact.line}: the first line of a ${fact.kind} needs ${allowed ? `one of ${allowed.join(', ')}` : 'its type'}.`)
  })
  for (const name of NEEDED[fact.kind]) if (!fact.fields.has(name)) problems.push(`Line ${fact.line}: this ${fact.kind} has no “${name}”.`)
  for (const name of NAMED)
    for (const piece of fact.fields.get(name) ?? [])
      if (piece.readings.length === 0) problems.push(`Line ${fact.line}: “${name}” needs a name or a date after “=”.`)
}

/** Ties statements to the one that reports them. */
export function linkFacts(facts: readonly GoldenFact[], problems: string[]): void {
  const statements = facts.filter((fact) => fact.kind === 'statement' && fact.role !== 'trap')
  for (const fact of statements) {
    const named = fact.fields.get('within')?.[0]?.span
    if (named) {
      let outer = statements.filter((one) => one !== fact && spansOf(one, 'content').some((span) => span.start === named.start))
      if (outer.length > 1) outer = outer.filter((one) => one.role !== 'optional')
      if (outer.length > 1) outer = outer.filter((one) => one.fields.has('within'))
      if (outer.length === 1) fact.within = outer[0] as GoldenFact
      else problems.push(`Line ${fact.line}: “within” must copy the opening words of one statement's content.`)
    } else if (spansOf(fact, 'cue').length > 0 && statements.some((one) => holds(one, fact)))
      problems.push(`Line ${fact.line}: this statement lies inside another and has no “within”.`)
  }
}

function holds(outer: GoldenFact, inner: GoldenFact): boolean {
  const size = (fact: GoldenFact) => spansOf(fact, 'content').reduce((sum, span) => sum + span.end - span.start, 0)
  const contents = spansOf(outer, 'content')
  const parts: Span[] = [...spansOf(inner, 'content'), ...spansOf(inner, 'cue')]
  return outer !== inner && size(outer) > size(inner) && parts.every((part) => contents.some((content) => isInside(part, content)))
}
