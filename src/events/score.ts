import type { EventType, Realis } from '../document/news-event.ts'
import type { Frame } from './lexicon.ts'

/** A multinomial logistic regression over features of a trigger, trained by training/train_events.py; kept in models/events/model.json. */
export interface EventModel {
  readonly version: number
  /** Types, CONCEDE and RETREAT as one (“YIELD”), and “none”. */
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  /** Weights of a feature in hundredths, in the order of `classes`. */
  readonly weights: Readonly<Record<string, readonly number[]>>
}

/** Probability of each class of the model. */
export function scoreTypes(features: readonly string[], model: EventModel): number[] {
  const scores = model.bias.map((bias) => bias / 100)
  for (const feature of features) {
    const row = model.weights[feature]
    if (row) for (let k = 0; k < row.length; k++) scores[k] = (scores[k] as number) + (row[k] as number) / 100
  }
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Probability that a firm frame is given at least. */
const FIRM = 0.8

/** The type and mode of a trigger with the probability that it has it; null where the model knows it for no event. */
export function chooseType(
  features: readonly string[],
  frame: Frame,
  realis: Realis,
  model: EventModel,
): { type: EventType; mode: string | null; probability: number } | null {
  const scores = scoreTypes(features, model)
  let best = 0
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k
  const name = model.classes[best] as string
  if (name === 'none') return null
  if (frame.isFirm) return { type: frame.type, mode: frame.mode, probability: Math.max(FIRM, scores[model.classes.indexOf(frame.type)] ?? 0) }
  const type = name === 'YIELD' ? splitYield(frame, realis) : (name as EventType)
  const mode = type === frame.type ? frame.mode : type === 'CONSULT' ? 'meeting' : null
  return { type, mode, probability: scores[best] as number }
}

/** CONCEDE is announced or granted in words, RETREAT is done: “announced a withdrawal”, “withdrew”. */
function splitYield(frame: Frame, realis: Realis): EventType {
  if (frame.type === 'RETREAT') return realis === 'planned' ? 'CONCEDE' : 'RETREAT'
  return 'CONCEDE'
}
