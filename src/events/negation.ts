import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'

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
  for (const child of childrenOf(syntax, verb)) {
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
  for (const child of childrenOf(syntax, token)) if (relationOf(syntax, child) === 'det' && /^(?:no|neither)$/.test(syntax.lower[child] as string)) return child
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

/** “Come and visit us.”, “Let us talk.”: nothing that is told to have happened. */
export function isImperative(syntax: Syntax, verb: number, steps = 4): boolean {
  if (syntax.upos[verb] !== TAG.VERB || syntax.lower[verb] !== syntax.lemma[verb]) return false
  const relation = relationOf(syntax, verb)
  const head = syntax.head[verb] as number
  if (relation === 'conj') return head >= 0 && steps > 0 && isImperative(syntax, head, steps - 1)
  if (head >= 0 && /^(?:ccomp|xcomp)$/.test(relation)) return syntax.lemma[head] === 'let' && steps > 0 && isImperative(syntax, head, steps - 1)
  if (head >= 0 && relation !== 'parataxis') return false
  const opens = verb === 0 || syntax.isSentenceStart[syntax.left[verb] as number] === 1
  return opens && !childrenOf(syntax, verb).some((child) => /^(?:nsubj|aux|csubj|expl)/.test(relationOf(syntax, child)))
}

/** The “if”, “unless”, “whether” or “without” that opens a clause; −1 for none. */
export function markOf(syntax: Syntax, verb: number): number {
  for (const child of childrenOf(syntax, verb)) {
    if (child > verb) break
    const relation = relationOf(syntax, child)
    if (/^(?:mark|advmod|case)$/.test(relation) && /^(?:if|unless|whether|without)$/.test(syntax.lower[child] as string)) return child
  }
  return -1
}

export function caseWord(syntax: Syntax, i: number): string {
  for (const child of childrenOf(syntax, i)) if (relationOf(syntax, child) === 'case') return syntax.lower[child] as string
  return ''
}
