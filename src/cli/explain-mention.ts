import type { OffsetUnit, Readout, ReadoutStatement } from '../document/readout.ts'
import type { Span } from '../document/span.ts'
import type { Explanation } from '../entities/entities.ts'
import { makeCut } from './cut-span.ts'
import type { Explained } from './show-explanation.ts'

/** The smallest mention around a place in the text. */
export function findSmallest(explanations: readonly Explanation[], at: number): Explanation | undefined {
  const around = explanations.filter(({ span }) => span.start <= at && at < span.end)
  return around.toSorted((a, b) => lengthOf(a.span) - lengthOf(b.span))[0]
}

/** The mention in the words of a statement's source that means its speaker; the widest, since smaller ones lie inside it (“her” in “her guest”). */
export function findSpeaker(explanations: readonly Explanation[], { source }: ReadoutStatement): Explanation | undefined {
  if (!source) return undefined
  const entity = source.entity === null ? null : Number(source.entity.slice(1)) - 1
  const inside = explanations.filter(({ span, entity: meant }) => meant === entity && span.start < source.span.end && source.span.start < span.end)
  return inside.toSorted((a, b) => lengthOf(b.span) - lengthOf(a.span))[0]
}

/** The statement whose source, cue or piece of content lies closest around a span. */
export function findAround({ statements }: Readout, span: Span): ReadoutStatement | null {
  let found: ReadoutStatement | null = null
  let least = Number.POSITIVE_INFINITY
  for (const statement of statements) {
    for (const part of [...(statement.source ? [statement.source.span] : []), ...(statement.cue?.spans ?? []), ...statement.content.spans]) {
      if (part.start > span.start || part.end < span.end || lengthOf(part) > least) continue
      found = statement
      least = lengthOf(part)
    }
  }
  return found
}

/** Why a mention means what it means, with ids and offsets of the record that is told. */
export function explainMention(found: Explanation, statement: ReadoutStatement | null, record: Readout): Explained {
  return {
    offsetUnit: record.offsetUnit,
    mention: makeCut(record)(found.span),
    entity: found.entity === null ? null : (record.entities[found.entity] ?? null),
    decidedBy: found.decidedBy,
    candidates: found.candidates,
    statement: record.statements.find((one) => one.id === statement?.id) ?? null,
  }
}

export function sayNoSpeaker({ id, source }: ReadoutStatement): string {
  return source
    ? `The source of ${id}, “${source.span.text}”, was not recognised as naming anybody: there is nothing to explain.`
    : `The text names nobody who makes statement ${id}: there is nothing to explain.`
}

/** With the nearest mention, so that a second try succeeds. */
export function sayNoMention(explanations: readonly Explanation[], at: number, readout: Readout, unit: OffsetUnit): string {
  const text = readout.article.text ?? ''
  const distance = ({ span }: Explanation) => Math.max(span.start - at, at - span.end)
  const nearest = explanations.toSorted((a, b) => distance(a) - distance(b))[0]
  if (!nearest) return `Nobody and nothing is named in this text. ${readout.notices.map((notice) => notice.message).join(' ')}`.trim()
  const start = unit === 'utf16' ? nearest.span.start : [...text.slice(0, nearest.span.start)].length
  return `No words that name somebody or tell an event stand there; the nearest name is “${text.slice(nearest.span.start, nearest.span.end)}” at ${start}.`
}

export function lengthOf({ start, end }: Span): number {
  return end - start
}
