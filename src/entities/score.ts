import { ASKED, AT, EVIDENCE_SIZE } from './evidence.ts'

/** Small networks that score candidates. Trained by training/train_entities.py; kept in models/entities/model.json. */
export interface EntityModel {
  readonly version: number
  readonly evidence: readonly string[]
  /** For a pronoun that is the source of a statement: learned from news above all. */
  readonly speaker: Network
  /** For every other pronoun and description. */
  readonly other: Network
  /** Probability under which nothing is decided, for speakers, other pronouns and descriptions. Chosen on dev. */
  readonly speakerFrom: number
  readonly pronounFrom: number
  readonly descriptionFrom: number
}

/** One hidden layer over the evidence, and a score for “none of them” from what is asked about. */
export interface Network {
  /** For each piece of evidence its weight in every hidden unit: most evidence is absent, and what is absent costs nothing. */
  readonly hidden: readonly (readonly number[])[]
  readonly bias: readonly number[]
  readonly out: readonly number[]
  /** Score of “none”: weights of the first `ASKED` pieces of evidence, and a constant. */
  readonly none: readonly number[]
  readonly noneBias: number
}

/** Probability of each candidate; what is missing to 1 is “none of them”. */
export function scoreCandidates(rows: readonly Float64Array[], network: Network): number[] {
  const scores = rows.map((row) => scoreRow(row, network))
  let none = network.noneBias
  for (let k = 0; k < ASKED; k++) none += (network.none[k] as number) * (rows[0]?.[k] ?? 0)
  const highest = Math.max(none, ...scores)
  const weights = scores.map((score) => Math.exp(score - highest))
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(none - highest))
  return weights.map((weight) => Math.round((weight / sum) * 1024) / 1024)
}

export function scoreRow(row: Float64Array, network: Network): number {
  const sums = Float64Array.from(network.bias)
  for (let k = 0; k < EVIDENCE_SIZE; k++) {
    const value = row[k] as number
    if (value === 0) continue
    const weights = network.hidden[k] as readonly number[]
    for (let h = 0; h < sums.length; h++) sums[h] = (sums[h] as number) + (weights[h] as number) * value
  }
  let score = 0
  for (let h = 0; h < sums.length; h++) if ((sums[h] as number) > 0) score += (sums[h] as number) * (network.out[h] as number)
  return score
}

/** The network that a decision is scored by. */
export function chooseNetwork(rows: readonly Float64Array[], model: EntityModel): Network {
  return rows[0]?.[AT.isSource] === 1 && rows[0]?.[AT.isPersonPronoun] === 1 ? model.speaker : model.other
}
