import type { EventType, Realis } from '../document/news-event.ts'
import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childrenNear } from './children.ts'
import { hasMarkTo } from './clause.ts'
import { DENYING, isPuttingOff, PLANNING, SAID_ALREADY, WISHING } from './governors.ts'
import { caseWord, hasNegation } from './negation.ts'
import { describeDeed } from './realis-features.ts'
import { isAssumed, judgeTold, type RealisModel, scoreDeed } from './realis-score.ts'
import { PLAIN, RULES, type Rule, type Told } from './told.ts'
import { readGroup, readVerb } from './told-verbs.ts'
import { findCarrier, type Trigger } from './triggers.ts'

export type { RealisModel } from './realis-score.ts'

/**
 * What the article commits itself to about a trigger, from the innermost teller's point of view. What is not going to be done is refused:
 * “will not sign a map” is REJECT and has happened; “has not signed” is a signing that has not.
 */
export function readTold(syntax: Syntax, trigger: Trigger, model: RealisModel): { trigger: Trigger; told: Told } {
  const told = judgeTold(syntax, trigger.token, trigger.carrier, readByRules(syntax, trigger.token, trigger.carrier), model)
  if (told.realis !== 'denied' || !WILLING.has(trigger.frame.type) || !isRefused(syntax, trigger)) return { trigger, told }
  return { trigger: { ...trigger, frame: { ...trigger.frame, type: 'REJECT', mode: null } }, told: { ...told, realis: 'happened', rule: 'refusal' } }
}

const WILLING = new Set<EventType>(['AGREE', 'SUPPORT', 'CONCEDE', 'RETREAT', 'AID', 'COOPERATE'])

/** “will not sign”, “would never accept”: what is denied is to come. */
function isRefused(syntax: Syntax, trigger: Trigger): boolean {
  return (
    !trigger.isNoun &&
    childrenNear(syntax, trigger.token).some(
      (child) => relationOf(syntax, child) === 'aux' && /^(?:will|would|wo|'ll|shall)$/.test(syntax.lower[child] as string),
    )
  )
}

/** `carrier`: the light verb of a noun, −1 for none; a verb carries itself. */
function readByRules(syntax: Syntax, token: number, carrier: number): Told {
  return carrier === token ? readVerb(syntax, token) : readNoun(syntax, token, carrier)
}

/** What the scorer of realis learns from: its features of a deed, and the rule that read it. */
export function describeRealis(syntax: Syntax, token: number): { features: string[]; rule: Rule } {
  const carrier = syntax.upos[token] === TAG.VERB ? token : findCarrier(syntax, token)
  const told = readByRules(syntax, token, carrier)
  return { features: describeDeed(syntax, token, carrier, told), rule: told.rule }
}

/** What decided on the realis of a trigger, as a sentence, and what the scorer gave where it was asked. */
export function explainTold(syntax: Syntax, trigger: Trigger, model: RealisModel): { rule: string; chance: number | null } {
  const { token, carrier } = trigger
  const assumed = readByRules(syntax, token, carrier)
  const { rule } = readTold(syntax, trigger, model).told
  const chance = isAssumed(assumed) ? scoreDeed(describeDeed(syntax, token, carrier, assumed), model) : null
  return { rule: RULES[rule], chance }
}

function readNoun(syntax: Syntax, noun: number, carrier: number): Told {
  const told = readModifiers(syntax, noun)
  if (told) return told
  if (carrier >= 0) return readCarried(syntax, noun, carrier)
  const head = syntax.head[noun] as number
  if (head < 0) return PLAIN
  const relation = relationOf(syntax, noun)
  const lemma = syntax.lemma[head] as string
  if (SAID_ALREADY.has(syntax.lemma[noun] as string) && /^(?:reject|refuse|decline|dismiss|oppose|block|consider|discuss|accept|announce|turn)$/.test(lemma))
    return PLAIN
  const isTarget = relation === 'obj' || relation === 'nsubj:pass' || (relation === 'obl' && /^(?:for|to|from)$/.test(caseWord(syntax, noun)))
  if (isTarget && (DENYING.has(lemma) || isPuttingOff(syntax, head)))
    return hasNegation(syntax, head) ? byGovernor('planned', [head]) : byGovernor('denied', phrase(syntax, head))
  if (isTarget && PLANNING.has(lemma)) return byGovernor('planned', [head])
  // “called for talks” wishes them, “called the visit a farce” does not
  if (isTarget && WISHING.has(lemma) && lemma !== 'discuss' && (lemma !== 'call' || caseWord(syntax, noun) === 'for')) return byGovernor('hypothetical', [head])
  // “will lead a delegation on a visit”: what is new in a plan is planned with it
  const isNew = childrenNear(syntax, noun).some((child) => /^an?$/.test(syntax.lower[child] as string))
  const plan = isNew && /^(?:obj|obl)$/.test(relation) && syntax.upos[head] === TAG.VERB ? readGroup(syntax, head) : null
  if (plan?.realis === 'planned') return plan
  return plannedBefore(syntax, noun) ?? PLAIN
}

/** “no talks”, “a planned visit”, “a possible attack” */
function readModifiers(syntax: Syntax, noun: number): Told | null {
  for (const child of childrenNear(syntax, noun)) {
    const word = syntax.lower[child] as string
    if (word === 'no' || word === 'without' || word === 'never') return { realis: 'denied', cues: [child], rule: 'negation' }
    if (relationOf(syntax, child) !== 'amod') continue
    if (/^(?:aborted|cancell?ed|scrapped|abandoned|averted|foiled|thwarted)$/.test(word)) return { realis: 'denied', cues: [child], rule: 'modifier' }
    if (/^(?:planned|upcoming|future|next|forthcoming|coming|scheduled|expected)$/.test(word)) return { realis: 'planned', cues: [child], rule: 'modifier' }
    if (/^(?:possible|proposed|potential|hypothetical|alleged|threatened|suggested|likely)$/.test(word))
      return { realis: 'hypothetical', cues: [child], rule: 'modifier' }
  }
  return null
}

function byGovernor(realis: Realis, cues: readonly number[]): Told {
  return { realis, cues, rule: 'governor' }
}

/** “a visit that was to begin on Tuesday” */
function plannedBefore(syntax: Syntax, noun: number): Told | null {
  for (const child of childrenNear(syntax, noun)) {
    if (!/^acl/.test(relationOf(syntax, child))) continue
    const told = readGroup(syntax, child)
    if (told && told.realis === 'planned') return { ...told, rule: 'relative' }
    if (PLANNING.has(syntax.lemma[child] as string)) return { realis: 'planned', cues: [child], rule: 'relative' }
  }
  return null
}

function readCarried(syntax: Syntax, noun: number, carrier: number): Told {
  const told = readVerb(syntax, carrier)
  if (
    told.realis === 'happened' &&
    /^(?:plan|prepare|schedule|announce|set|arrange)$/.test(syntax.lemma[carrier] as string) &&
    relationOf(syntax, noun) !== 'nsubj'
  )
    return byGovernor('planned', [carrier])
  if (
    told.realis === 'happened' &&
    (syntax.lower[carrier] as string).endsWith('ing') &&
    !hasMarkTo(syntax, carrier) &&
    childrenNear(syntax, carrier).some((child) => syntax.lemma[child] === 'be')
  )
    return { realis: 'ongoing', cues: [], rule: 'progressive' }
  return told
}

function phrase(syntax: Syntax, head: number): number[] {
  return isPuttingOff(syntax, head) ? [head, head + 1] : [head]
}
