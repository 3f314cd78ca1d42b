/** Figures of one evaluation by name: shares between 0 and 1, or counts; null where there was nothing to measure. */
export type Figures = Map<string, number | null>

/** What a scorer gives: figures, and every miss in words. */
export interface Scored {
  readonly figures: Figures
  readonly misses: string[]
}

/** Counts under names; what is never counted is 0. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(name: string, by: number): void {
    this.#counts.set(name, this.get(name) + by)
  }

  /** Counts `part` of one under a share's name. */
  count(name: string, part: boolean | number): void {
    this.add(name, Number(part))
    this.add(`${name}/`, 1)
  }

  get(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  share(name: string): number | null {
    return this.get(`${name}/`) > 0 ? this.get(name) / this.get(`${name}/`) : null
  }
}

export function harmonicMean(precision: number, recall: number): number {
  return precision > 0 && recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

/** Adds precision, recall and F1 of a name. */
export function addScores(figures: Figures, name: string, hits: number, found: number, gold: number, hitsInFound = hits): void {
  const precision = found > 0 ? hitsInFound / found : gold > 0 ? 0 : null
  const recall = gold > 0 ? hits / gold : null
  figures.set(`${name}_precision`, precision)
  figures.set(`${name}_recall`, recall)
  figures.set(`${name}_f1`, recall === null ? null : harmonicMean(precision ?? 0, recall))
}

/** Figures that are no shares. */
const COUNTS = new Set(['traps_found'])

/** A table for a terminal. */
export function showFigures(title: string, figures: Figures): string {
  const show = (name: string, value: number) => (COUNTS.has(name) ? String(value) : value.toFixed(3))
  const rows = [...figures].map(([name, value]) => `  ${name.padEnd(34)}${value === null ? '-' : show(name, value)}`)
  return [title, ...rows, ''].join('\n')
}
