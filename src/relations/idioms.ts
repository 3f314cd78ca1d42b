import type { Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { childIn, ownSubject } from './scene.ts'

/** A stage told by a verb together with a noun that is no work itself, and the nouns that it is told of. */
export interface Idiom {
  readonly stage: Stage | 'held'
  readonly nouns: readonly number[]
}

const MOVING = /^(?:enter|c[ao]m|go|goes|went|gone|t[ao]k|bring|brought|put|draw|dr[ae]w|gr(?:ind|ound)|get|gets|g[eo]t|gotten)/
const CAUSING = /^(?:bring|brought|put)/

/**
 * “The accord |entered into force|”, “the drill |got under way|”, “the scheme |came to a standstill|”, “|put their names to| a treaty”,
 * “flights |remain suspended|”.
 */
export function findIdiom(syntax: Syntax, verb: number): Idiom | null {
  const word = syntax.lower[verb] as string
  if (/^(?:put|affix|set|add)/.test(word)) {
    const signed = signedThing(syntax, verb)
    if (signed >= 0) return { stage: 'originating', nouns: [signed] }
  }
  const shared = partakenThing(syntax, verb)
  if (shared >= 0) return { stage: 'held', nouns: [shared] }
  if (!MOVING.test(word)) return null
  const stage = stageOfGoal(syntax, verb)
  const noun = CAUSING.test(word) ? childIn(syntax, verb, /^(?:obj|nsubj:pass)$/) : ownSubject(syntax, verb)
  return stage === null || noun < 0 ? null : { stage, nouns: [noun] }
}

/** “Took part in |the manoeuvres|”, −1 where nobody takes part. */
function partakenThing(syntax: Syntax, verb: number): number {
  const word = syntax.lower[verb] as string
  const isTaking = /^t(?:ake|akes|aken|aking|ook)$/.test(word) && syntax.lower[childIn(syntax, verb, /^obj$/)] === 'part'
  if (!isTaking && !/^participat/.test(word)) return -1
  for (const child of childrenOf(syntax, verb))
    if (child > verb && /^(?:obl|nmod|obj)$/.test(relationOf(syntax, child)) && caseOf(syntax, child) === 'in') return child
  return -1
}

/** What signatures are put to, −1 for none. */
function signedThing(syntax: Syntax, verb: number): number {
  const object = childIn(syntax, verb, /^obj$/)
  if (object < 0 || !/^(?:names?|signatures?|seals?|initials|pens?)$/.test(syntax.lower[object] as string)) return -1
  for (const head of [object, verb])
    for (const child of childrenOf(syntax, head)) if (/^(?:nmod|obl)$/.test(relationOf(syntax, child)) && caseOf(syntax, child) === 'to') return child
  return -1
}

/** Where it goes: into force, to a halt, under way. The parser may take the goal for an object. */
function stageOfGoal(syntax: Syntax, verb: number): Stage | null {
  for (const child of childrenOf(syntax, verb)) {
    if (child < verb) continue
    const word = syntax.lower[child] as string
    const link = caseOf(syntax, child)
    if (/^(?:force|effect|operation|service|being)$/.test(word) && (link === 'into' || link === 'in' || /^t[ao]k/.test(syntax.lower[verb] as string)))
      return 'originating'
    if (/^(?:way|underway)$/.test(word) && (link === 'under' || word === 'underway')) return 'originating'
    if (link !== 'to') continue
    if (/^(?:halt|standstill)$/.test(word)) return 'suspended'
    if (/^(?:end|close)$/.test(word)) return 'ended'
  }
  return null
}

/** “Flights |remain suspended|”: the participle behind “remain”, whose subject it tells of; −1 where the verb is none. */
export function remainingSubject(syntax: Syntax, verb: number): number {
  const above = syntax.head[verb] as number
  if (above < 0 || relationOf(syntax, verb) !== 'xcomp' || !/^(?:remain|stay|kept|keep)/.test(syntax.lower[above] as string)) return -1
  return ownSubject(syntax, above)
}
