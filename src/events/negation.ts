import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childrenNear } from './children.ts'

const NOBODY = new Set(['nobody', 'none', 'nothing', 'neither', 'noone'])

/** “not”, “never”, “neither … nor”, hanging by what they deny. */
export function isNegation(syntax: Syntax, child: number, relation: string): boolean {
  return /^(?:advmod|aux|cc|cc:preconj)$/.test(relation) && /^(?:not|n't|n’t|never|hardly|nor|neither)$/.test(syntax.lower[child] as string)
}

export function hasNegation(syntax: Syntax, verb: number): boolean {
  return negationOf(syntax, verb) >= 0
}

/** The word that negates a verb, or that says that nobody or nothing takes part; −1 for none. */
export function negationOf(syntax: Syntax, verb: number): number {
  for (const child of childrenNear(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (isNegation(syntax, child, relation) || (relation === 'det' && syntax.lower[child] === 'no')) return child
    if ((/^nsubj/.test(relation) || relation === 'obj') && isNone(syntax, child)) return noneIn(syntax, child)
  }
  return -1
}

/** “nobody had asked”, “met no envoy” */
export function isNone(syntax: Syntax, token: number): boolean {
  return noneIn(syntax, token) >= 0
}

/** “nobody” itself, or the “no” before a noun; −1 for neither. */
export function noneIn(syntax: Syntax, token: number): number {
  if (NOBODY.has(syntax.lower[token] as string)) return token
  for (const child of childrenNear(syntax, token))
    if (relationOf(syntax, child) === 'det' && /^(?:no|neither)$/.test(syntax.lower[child] as string)) return child
  return -1
}

/** A question mark ends the sentence of a verb. */
export function isQuestion(syntax: Syntax, verb: number): boolean {
  for (let i = syntax.right[verb] as number; i < Math.min(syntax.count, (syntax.right[verb] as number) + 3); i++) {
    if (syntax.words[i] === '?') return true
    if (i > verb && syntax.isSentenceStart[i]) return false
  }
  return false
}

/** “Come and visit us.”, “Please help.”, “Let us talk.”: nothing that is told to have happened. “Thank you” is done by saying it. */
export function isCommand(syntax: Syntax, verb: number, steps = 4): boolean {
  if (syntax.upos[verb] !== TAG.VERB || syntax.lower[verb] !== syntax.lemma[verb] || syntax.lemma[verb] === 'thank') return false
  const relation = relationOf(syntax, verb)
  const head = syntax.head[verb] as number
  if (relation === 'conj') return head >= 0 && steps > 0 && isCommand(syntax, head, steps - 1)
  if (head >= 0 && /^(?:ccomp|xcomp)$/.test(relation)) return isLetting(syntax, head) && steps > 0 && isCommand(syntax, head, steps - 1)
  if (head >= 0 && relation !== 'parataxis') return false
  const opens = verb === 0 || syntax.isSentenceStart[syntax.left[verb] as number] === 1
  if (!opens && !isLetting(syntax, verb) && !childrenNear(syntax, verb).some((child) => /^(?:please|kindly)$/.test(syntax.lower[child] as string))) return false
  return !childrenNear(syntax, verb).some((child) => /^(?:nsubj|aux|csubj|expl|mark)/.test(relationOf(syntax, child)))
}

/** “let us”, “let's” */
function isLetting(syntax: Syntax, verb: number): boolean {
  return syntax.lemma[verb] === 'let'
}

/** The “if”, “unless”, “lest”, “whether” or “without” that opens a clause; −1 for none. */
export function markOf(syntax: Syntax, verb: number): number {
  for (const child of childrenNear(syntax, verb)) {
    if (child > verb) break
    const relation = relationOf(syntax, child)
    if (/^(?:mark|advmod|case)$/.test(relation) && /^(?:if|unless|lest|whether|without)$/.test(syntax.lower[child] as string)) return child
  }
  return -1
}

export function caseWord(syntax: Syntax, i: number): string {
  for (const child of childrenNear(syntax, i)) if (relationOf(syntax, child) === 'case') return syntax.lower[child] as string
  return ''
}
