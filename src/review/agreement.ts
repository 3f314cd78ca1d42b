import { type Correction, type Fields, REVIEW_KINDS, type ReviewKind } from './correction.ts'
import { groupCorrections } from './groups.ts'
import { FIELDS, type Shape } from './shapes.ts'
import { showValue } from './values.ts'

/** How far reviewers agree on facts that several of them decided on. */
export interface Agreement {
  /** Krippendorff's alpha for nominal values: 1 all agree, 0 as by chance, below 0 worse. Null where nothing was decided on twice, or all say the same. */
  readonly alpha: number | null
  /** Facts that two or more decided on. */
  readonly facts: number
  readonly reviewers: readonly string[]
  readonly byKind: readonly { readonly kind: ReviewKind; readonly alpha: number | null; readonly facts: number }[]
}

/**
 * Holds reviewers against each other. What counts is the reading that each left as right with his last word on a fact: whoever accepts what
 * another corrected agrees with him. `corrections` of one article or many, in the order of their ids.
 */
export function measureAgreement(corrections: readonly Correction[]): Agreement {
  const shared: { kind: ReviewKind; judgements: Map<string, string> }[] = []
  for (const some of Map.groupBy(corrections, ({ articleKey }) => articleKey).values())
    for (const { kind, entries } of groupCorrections(some)) {
      const judgements = listJudgements(kind, entries)
      if (judgements.size > 1) shared.push({ kind, judgements })
    }
  const measure = (of: typeof shared) => ({ alpha: computeAlpha(of.map(({ judgements }) => [...judgements.values()])), facts: of.length })
  return {
    ...measure(shared),
    reviewers: [...new Set(shared.flatMap(({ judgements }) => [...judgements.keys()]))].sort(),
    byKind: REVIEW_KINDS.map((kind) => ({ kind, ...measure(shared.filter((one) => one.kind === kind)) })),
  }
}

/** The last word of each reviewer on a fact, as the reading that it leaves. */
function listJudgements(kind: ReviewKind, entries: readonly Correction[]): Map<string, string> {
  const judgements = new Map<string, string>()
  let reading: Fields = {}
  for (const { who, action, change } of entries) {
    if (action === 'comment') continue
    reading = { ...reading, ...(Object.keys(reading).length === 0 ? change.was : {}), ...change.fields }
    judgements.set(who, action === 'reject' ? 'rejected' : showReading(kind, reading))
  }
  return judgements
}

function showReading(kind: ReviewKind, fields: Fields): string {
  return Object.entries(FIELDS[kind])
    .map(([field, shape]) => showValue(shape as Shape, fields[field]))
    .join('\n')
}

/**
 * Krippendorff's alpha, nominal: 1 − observed disagreement / disagreement to be expected, over pairs of values within units. `units`: the
 * values that were given to each; those with one value say nothing. Null where there is nothing to compare or no value differs.
 */
export function computeAlpha(units: readonly (readonly string[])[]): number | null {
  const paired = units.filter((values) => values.length > 1)
  const totals = new Map<string, number>()
  let count = 0
  let observed = 0
  for (const values of paired) {
    count += values.length
    const told = new Map<string, number>()
    for (const value of values) told.set(value, (told.get(value) ?? 0) + 1)
    for (const [value, times] of told) {
      totals.set(value, (totals.get(value) ?? 0) + times)
      observed += (times * (values.length - times)) / (values.length - 1)
    }
  }
  const expected = [...totals.values()].reduce((sum, times) => sum + times * (count - times), 0)
  return expected === 0 ? null : 1 - ((count - 1) * observed) / expected
}
