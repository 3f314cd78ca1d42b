/** What the reader is sure of in one attribution, in the order of `WEIGHTS`. */
export type Evidence = readonly [cueScore: number, contentScore: number, sourceScore: number, hasSource: number, hasQuotation: number]

/**
 * Logistic regression over the evidence, the constant first, fitted on the dev split of PolNeAR by training/calibrate.ts:
 * the chance that a statement meets a gold attribution with a content word-F1 of .5 or more.
 */
const WEIGHTS = [-3.65, 3.83, 1.78, 0.87, -0.62, 1.37]

/** Between 0 and 1, in steps of a thousandth so that every machine writes the same. */
export function judgeConfidence(evidence: Evidence): number {
  let sum = WEIGHTS[0] as number
  evidence.forEach((value, n) => {
    sum += value * (WEIGHTS[n + 1] as number)
  })
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000
}
