import { type Correction, type Fields, nameFact, type ReviewKind } from './correction.ts'

export type Verdict = 'accepted' | 'corrected' | 'rejected' | 'added'

/** All entries on one fact that stand, in the order in which they were made, and what they come to. */
export interface Group {
  readonly kind: ReviewKind
  readonly key: string
  /** Without what was taken back. */
  readonly entries: readonly Correction[]
  readonly verdict: Verdict | null
  /** The entry that the verdict comes from. */
  readonly decidedBy: Correction | null
  /** What people set, field by field: the latest entry wins. */
  readonly pins: ReadonlyMap<string, { readonly value: unknown; readonly by: Correction }>
  readonly comments: readonly Correction[]
  /** Id of the latest entry of any sort, taken back or not. */
  readonly lastId: number
}

/** Corrections fact by fact, in the order in which facts were first decided on. `corrections` stand in the order of their ids. */
export function groupCorrections(corrections: readonly Correction[]): Group[] {
  const undone = new Set(corrections.map(({ undoes }) => undoes))
  const factOf = new Map<number, string>()
  const groups = new Map<string, Correction[]>()
  for (const entry of corrections) {
    const name = entry.undoes === null ? `${entry.factKind} ${nameFact(entry)}` : (factOf.get(entry.undoes) ?? '')
    factOf.set(entry.id, name)
    const known = groups.get(name)
    if (known) known.push(entry)
    else groups.set(name, [entry])
  }
  return Array.from(groups.values(), (entries) => settleGroup(entries, undone))
}

function settleGroup(all: readonly Correction[], undone: ReadonlySet<number | null>): Group {
  const first = all[0] as Correction
  const entries = all.filter(({ id, action }) => action !== 'undo' && !undone.has(id))
  const pins = new Map<string, { value: unknown; by: Correction }>()
  let decidedBy: Correction | null = null
  for (const by of entries) {
    if (by.action !== 'comment') decidedBy = by
    for (const [field, value] of Object.entries(by.change.fields ?? {})) pins.set(field, { value, by })
  }
  const comments = entries.filter(({ action }) => action === 'comment')
  return { kind: first.factKind, key: nameFact(first), entries, verdict: judge(decidedBy), decidedBy, pins, comments, lastId: (all.at(-1) as Correction).id }
}

function judge(entry: Correction | null): Verdict | null {
  const { action } = entry ?? {}
  return action === 'accept' ? 'accepted' : action === 'reject' ? 'rejected' : action === 'add' ? 'added' : action === 'correct' ? 'corrected' : null
}

/** All that is known of a group's fact without a machine: what it last read, under what people set. Null when nobody ever told it whole. */
export function recallFields({ entries, pins }: Group): Fields | null {
  const told = entries.filter(({ action }) => action !== 'comment')
  const base = told.findLast(({ change }) => change.was)?.change.was ?? told.find(({ action }) => action === 'add')?.change.fields
  return base ? { ...base, ...Object.fromEntries(Array.from(pins, ([field, { value }]) => [field, value])) } : null
}
