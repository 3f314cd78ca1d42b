import type { Syntax } from '../document/syntax.ts'
import { describeDeed } from './realis-features.ts'
import type { Rule, Told } from './told.ts'

/** A logistic regression over features of a deed, trained by training/train_realis.py; kept in models/events/realis.json. */
export interface RealisModel {
  readonly version: number
  /** In hundredths, as the weights. */
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/** Where the rules only assume: nothing qualifies a deed, or it is told as what something is for. Elsewhere words decide. */
const ASSUMED: ReadonlySet<Rule> = new Set(['plain', 'purpose', 'intended'])
/** A purpose counts as reached from this chance on: chosen on the dev splits, where golden realis stays as it is. */
const REACHED = 0.75
/** Below these chances nobody is taken to have done it. Nouns name what is known more often than the corpora's readers thought. */
const DOUBTED = { verb: 0.5, noun: 0.25 }

/** What the rules made of a deed, mended by the scorer where they only assumed. */
export function judgeTold(syntax: Syntax, token: number, carrier: number, told: Told, model: RealisModel): Told {
  if (!isAssumed(told)) return told
  const chance = scoreDeed(describeDeed(syntax, token, carrier, told), model)
  if (told.rule === 'plain') return chance < (carrier === token ? DOUBTED.verb : DOUBTED.noun) ? { realis: 'hypothetical', cues: [], rule: 'scorer' } : told
  return chance >= REACHED ? { realis: 'happened', cues: [], rule: 'scorer' } : told
}

/** Whether no word decides, so that the scorer is asked. */
export function isAssumed({ rule }: Told): boolean {
  return ASSUMED.has(rule)
}

/** Chance that a deed with these features has happened. */
export function scoreDeed(features: readonly string[], model: RealisModel): number {
  let score = model.bias
  for (const feature of features) score += model.weights[feature] ?? 0
  return 1 / (1 + Math.exp(-score / 100))
}
