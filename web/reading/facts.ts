/** The facts of a record as the page shows them: in the order of the text, all offsets in the page's own units. */
import type { ReadoutComparison, ReadoutCooperation, ReadoutEntity, ReadoutEvent, ReadoutSpan, ReadoutStatement } from '../../src/document/readout.ts'
import type { FactKind, Judged, JudgedReadout, Rejected } from '../shapes.ts'

export type PlacedFact = {
  readonly id: string
  readonly confidence: number
  readonly spans: readonly ReadoutSpan[]
  readonly judged: Judged
  /** Kept away by a person: it is shown, struck through, so that it can be taken back. */
  readonly isRejected: boolean
} & (
  | { readonly kind: 'statement'; readonly fact: ReadoutStatement }
  | { readonly kind: 'event'; readonly fact: ReadoutEvent }
  | { readonly kind: 'cooperation'; readonly fact: ReadoutCooperation }
  | { readonly kind: 'comparison'; readonly fact: ReadoutComparison }
)

/** A record made ready for the page. */
export interface PlacedRecord {
  readonly text: string
  readonly record: JudgedReadout
  readonly facts: readonly PlacedFact[]
  readonly entities: ReadonlyMap<string, ReadoutEntity>
  readonly statements: ReadonlyMap<string, ReadoutStatement>
}

/** Makes a record ready. Browsers count UTF-16 units; a record may count code points. */
export function placeRecord(given: JudgedReadout, rejected: readonly Rejected[] = []): PlacedRecord {
  const text = given.article.text ?? ''
  const record = given.offsetUnit === 'utf16' ? given : moveSpans(given, countUnits(text))
  const facts = [
    ...record.statements.map((fact) => placeFact('statement', fact)),
    ...record.events.map((fact) => placeFact('event', fact)),
    ...record.cooperation.map((fact) => placeFact('cooperation', fact)),
    ...record.comparisons.map((fact) => placeFact('comparison', fact)),
    ...rejected.flatMap(placeRejected),
  ]
  return {
    text,
    record,
    facts: facts.sort((a, b) => startOf(a) - startOf(b) || RANK[a.kind] - RANK[b.kind]),
    entities: new Map(record.entities.map((entity) => [entity.id, entity])),
    statements: new Map(record.statements.map((statement) => [statement.id, statement])),
  }
}

const RANK: Readonly<Record<FactKind, number>> = { statement: 0, event: 1, cooperation: 2, comparison: 3 }

function startOf({ spans }: PlacedFact): number {
  return spans[0]?.start ?? 0
}

function placeFact(kind: FactKind, fact: PlacedFact['fact'] & Judged, isRejected = false): PlacedFact {
  const spans = [...SPANS[kind](fact as never)].sort((a, b) => a.start - b.start)
  return { id: fact.id, confidence: fact.confidence, kind, fact, spans, judged: fact, isRejected } as unknown as PlacedFact
}

/** The words of each kind of fact, by which it has its place in the text. */
const SPANS = {
  statement: ({ source, cue, content }: ReadoutStatement) => [...(source ? [source.span] : []), ...(cue?.spans ?? []), ...content.spans],
  event: ({ trigger, mentions }: ReadoutEvent) => [trigger, ...mentions],
  cooperation: ({ spans }: ReadoutCooperation) => spans,
  comparison: ({ span }: ReadoutComparison) => [span],
}

/** Numbers of facts that are kept away may be those of others: they are known by their decision. */
function placeRejected({ id, factKind, factKey, who, at, fact }: Rejected): PlacedFact[] {
  if (!fact || !(factKind in SPANS)) return []
  const judged: Judged = { factKey, decision: { verdict: 'rejected', who, at } }
  return [placeFact(factKind as FactKind, { ...(fact as unknown as PlacedFact['fact']), id: `r${id}`, ...judged }, true)]
}

/** Every object with a start and an end is a span, except a date, which has a grain: its start is a day. */
function moveSpans<T>(value: T, units: (point: number) => number): T {
  if (Array.isArray(value)) return value.map((one) => moveSpans(one, units)) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    (name === 'start' || name === 'end') && typeof one === 'number' ? units(one) : moveSpans(one, units),
  ])
  return Object.fromEntries(entries) as T
}

function countUnits(text: string): (point: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (n) => n
  const at = [0]
  for (const sign of text) at.push((at.at(-1) as number) + sign.length)
  return (n) => at[Math.min(n, at.length - 1)] as number
}

/** Name of somebody, or the words where nobody is known. */
export function nameOf(record: PlacedRecord, id: string | null, words: string): string {
  return (id !== null && record.entities.get(id)?.name) || `“${words}”`
}

/** First words of some, enough to know them again. */
export function cut(words: string, most = 120): string {
  return words.length > most ? `${words.slice(0, words.lastIndexOf(' ', most) + 1 || most).trimEnd()} …` : words
}

export function joinSpans(spans: readonly ReadoutSpan[]): string {
  return spans.map(({ text }) => text).join(' … ')
}
