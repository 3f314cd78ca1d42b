import type { Readout, ReadoutSpan, ReadoutStatement } from '../document/readout.ts'
import { isInside, type Span } from '../document/span.ts'
import type { ReviewKind } from './correction.ts'
import type { Folding } from './decide.ts'
import { type Item, LISTS } from './fields.ts'
import type { FactNote, Reading, ReviewedReadout } from './fold.ts'

/** Puts the facts that people brought in before the first fact of their kind that stands behind them. */
export function insertAdded(kind: ReviewKind, folding: Folding): void {
  const list = folding.record[LISTS[kind].list] as Item[]
  for (const fact of folding.added) {
    const at = list.findIndex((other) => startOf(other) > startOf(fact))
    list.splice(at < 0 ? list.length : at, 0, fact)
  }
  folding.added = []
}

function startOf(item: Item): number {
  const spans =
    'content' in item ? item.content.spans : 'trigger' in item ? [item.trigger] : 'between' in item ? item.spans : 'claim' in item ? [item.span] : []
  return Math.min(...spans.map(({ start }) => start))
}

/** What hung on facts that were taken out hangs on what those hung on; what people moved or added hangs where it stands; quotations follow their content. */
export function settleReferences({ record, original, gone, notes }: Folding): void {
  const { statements, events, cooperation, comparisons } = record
  const readById = new Map(original.statements.map((statement) => [statement.id, statement]))
  const isMoved = (fact: Item) => startsAnew(fact, original)
  const standing = (id: string | null) => {
    let at = id
    while (at !== null && gone.has(at)) at = readById.get(at)?.within ?? null
    return at
  }
  record.statements = statements.map((fact) => {
    const spans = [...(fact.cue?.spans ?? []), ...fact.content.spans]
    const within = isMoved(fact) ? findHolder(fact, spans, statements) : standing(fact.within)
    const quotations = notes.get(fact.id)?.decision ? fitQuotations(fact, isMoved(fact)) : fact.quotations
    return { ...fact, within: within === fact.id ? null : within, quotations }
  })
  const statedIn = (fact: Item & { statedIn: string | null }, spans: readonly Span[]) =>
    isMoved(fact) ? findHolder(fact, spans, record.statements) : standing(fact.statedIn)
  record.events = events.map((fact) => {
    const utteredIn = fact.utteredIn !== null && gone.has(fact.utteredIn) ? null : fact.utteredIn
    return { ...fact, statedIn: statedIn(fact, [fact.trigger]), utteredIn }
  })
  record.cooperation = cooperation.map((fact) => ({ ...fact, statedIn: statedIn(fact, fact.spans) }))
  const about = (id: string | null) => (id !== null && gone.has(id) ? null : id)
  record.comparisons = comparisons.map((fact) => ({ ...fact, about: about(fact.about), statedIn: statedIn(fact, [fact.span]) }))
}

/** Whether a fact stands elsewhere than the machine read it, or was not read by it. */
function startsAnew(fact: Item, original: Readout): boolean {
  const list = 'content' in fact ? original.statements : 'trigger' in fact ? original.events : 'between' in fact ? original.cooperation : original.comparisons
  const read = (list as readonly Item[]).find(({ id }) => id === fact.id)
  return !read || startOf(read) !== startOf(fact)
}

/** Id of the smallest other statement whose content holds all these words, and which does not hang on this fact itself. */
function findHolder(fact: Item, spans: readonly Span[], statements: readonly ReadoutStatement[]): string | null {
  const size = sizeOf(spans)
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const holders = statements.filter(
    ({ id, content }) => id !== fact.id && sizeOf(content.spans) > size && spans.every((span) => content.spans.some((piece) => isInside(span, piece))),
  )
  const [holder] = holders.sort((a, b) => sizeOf(a.content.spans) - sizeOf(b.content.spans))
  for (let at = holder?.within ?? null, depth = 0; at !== null && depth < byId.size; at = byId.get(at)?.within ?? null, depth++) if (at === fact.id) return null
  return holder?.id ?? null
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The machine's quotations that lie in the content; in a content of people's the runs between quotation marks. */
function fitQuotations({ kind, content, quotations }: ReadoutStatement, isAnew: boolean): ReadoutStatement['quotations'] {
  const kept = quotations.filter((run) => content.spans.some((piece) => isInside(run, piece)))
  if (kept.length > 0 || kind === 'indirect' || !isAnew) return kept
  return content.spans.flatMap((piece) => Array.from(piece.text.matchAll(/[“"«]([^”"»]+)([”"»]?)/g), (match) => cutRun(piece, match)))
}

function cutRun(piece: ReadoutSpan, match: RegExpMatchArray): ReadoutStatement['quotations'][number] {
  const start = piece.start + (match.index ?? 0) + 1
  const text = match[1] as string
  return { start, end: start + text.length, text, closed: match[2] !== '' }
}

/** The record with a note at each entity and fact. */
export function addNotes({ record, notes }: Folding, { readout, keys }: Reading): ReviewedReadout {
  const note = <Fact extends Item>(kind: ReviewKind, facts: readonly Fact[]): (Fact & FactNote)[] => {
    const { list } = LISTS[kind]
    const keyOf = new Map(readout[list].map(({ id }, n) => [id, keys[list][n] as string]))
    return facts.map((fact) => ({ ...fact, ...(notes.get(fact.id) ?? makePlain(keyOf.get(fact.id))) }))
  }
  return {
    ...record,
    entities: note('entity', record.entities),
    statements: note('statement', record.statements),
    events: note('event', record.events),
    cooperation: note('cooperation', record.cooperation),
    comparisons: note('comparison', record.comparisons),
  }
}

/** Nobody said anything on it. Whom only people name has no key of its own. */
function makePlain(key: string | undefined): FactNote {
  const origin = key === undefined ? 'human' : 'machine'
  return { factKey: key ?? '', machineKey: key ?? null, origin, decision: null, differs: [], comments: [], lastCorrection: null, stands: 'exact' }
}
