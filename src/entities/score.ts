import { EVIDENCE_SIZE } from './evidence.ts'

/**
 * A small network that scores candidates: one hidden layer over the evidence, and a score for “none of them” from what is
 * asked about. Trained by training/train_entities.py; kept in models/entities/model.json.
 */
export interface EntityModel {
  readonly version: number
  readonly evidence: readonly string[]
  /** Rows of the hidden layer, `EVIDENCE_SIZE` long, with their biases. */
  readonly hidden: readonly (readonly number[])[]
  readonly bias: readonly number[]
  readonly out: readonly number[]
  /** Score of “none”: weights of the first eight pieces of evidence, and a constant. */
  readonly none: readonly number[]
  readonly noneBias: number
  /** Probability under which nothing is decided, for pronouns and for descriptions. Chosen on dev. */
  readonly pronounFrom: number
  readonly descriptionFrom: number
}

/** Evidence about what is asked, at the head of each row. */
const ASKED = 8

/** Probability of each candidate; what is missing to 1 is “none of them”. */
export function scoreCandidates(rows: readonly Float64Array[], model: EntityModel): number[] {
  const scores = rows.map((row) => scoreRow(row, model))
  let none = model.noneBias
  for (let k = 0; k < ASKED; k++) none += (model.none[k] as number) * (rows[0]?.[k] ?? 0)
  const highest = Math.max(none, ...scores)
  const weights = scores.map((score) => Math.exp(score - highest))
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(none - highest))
  return weights.map((weight) => Math.round((weight / sum) * 1024) / 1024)
}

export function scoreRow(row: Float64Array, model: EntityModel): number {
  let score = 0
  for (let h = 0; h < model.hidden.length; h++) {
    const weights = model.hidden[h] as readonly number[]
    let sum = model.bias[h] as number
    for (let k = 0; k < EVIDENCE_SIZE; k++) sum += (weights[k] as number) * (row[k] as number)
    if (sum > 0) score += sum * (model.out[h] as number)
  }
  return score
}
