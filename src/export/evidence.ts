import type { Readout, ReadoutComparison, ReadoutCooperation, ReadoutEntity, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'

/** The lists of a record that are exported, by their names in the record. */
export const FACT_KINDS = ['statements', 'events', 'cooperation', 'comparisons', 'entities'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** A fact with the list that it stands in. */
export type Fact =
  | { readonly kind: 'statements'; readonly fact: ReadoutStatement }
  | { readonly kind: 'events'; readonly fact: ReadoutEvent }
  | { readonly kind: 'cooperation'; readonly fact: ReadoutCooperation }
  | { readonly kind: 'comparisons'; readonly fact: ReadoutComparison }
  | { readonly kind: 'entities'; readonly fact: ReadoutEntity }

/** Words that a fact rests on, and what they are in it: “cue”, “trigger”, “actor”. */
export interface Evidence {
  readonly part: string
  readonly span: ReadoutSpan
}

/** Every fact of the kinds asked for, in the order of the record. */
export function listFacts(readout: Readout, kinds: readonly FactKind[] = FACT_KINDS): Fact[] {
  return kinds.flatMap((kind) => readout[kind].map((fact) => ({ kind, fact }) as Fact))
}

/** All the words that a fact rests on, the telling ones first. Never empty. */
export function listEvidence({ kind, fact }: Fact): Evidence[] {
  switch (kind) {
    case 'statements':
      return [
        ...mark('content', ...fact.content.spans),
        ...mark('source', fact.source?.span),
        ...mark('cue', ...(fact.cue?.spans ?? [])),
        ...mark('addressee', fact.addressee?.span),
        ...mark('hedge', ...fact.hedges),
      ]
    case 'events':
      return [
        ...mark('trigger', fact.trigger),
        ...mark('mention', ...fact.mentions),
        ...fact.participants.flatMap(({ role, span }) => mark(role, span)),
        ...mark('place', fact.place?.span),
        ...mark('date', fact.date?.span),
        ...mark('realis-cue', ...fact.realisCues),
      ]
    case 'cooperation':
      return [...mark('words', ...fact.spans), ...mark('realis-cue', ...fact.realisCues)]
    case 'comparisons':
      return [...mark('words', fact.span), ...mark('date', fact.since?.span)]
    case 'entities':
      return [...fact.mentions.flatMap((mention) => mark(mention.form, mention)), ...fact.roles.flatMap(({ span }) => mark('role', span))]
  }
}

/** The words of several pieces, joined by “ … ”; null where there are none. */
export function joinPieces(spans: readonly ReadoutSpan[]): string | null {
  return spans.map(({ text }) => text).join(' … ') || null
}

function mark(part: string, ...spans: (ReadoutSpan | undefined)[]): Evidence[] {
  return spans.flatMap((span) => (span ? [{ part, span: { start: span.start, end: span.end, text: span.text } }] : []))
}
