import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childrenNear } from './children.ts'
import { hasMarkTo } from './clause.ts'

/** Past forms that look like the present. */
const SAME_IN_PAST = /^(?:put|cut|hit|set|let|shut|hurt|cost|spread|quit|beat|read|shed|split|burst)$/
const TIMES = /^(?:once|when|whenever|until|till|before|after|as)$/

/** The word that makes the clause of a verb a time still to come: “once Varland signs”, “until the ships withdraw”. −1 for none. */
export function timeToCome(syntax: Syntax, verb: number): number {
  if (!isPresent(syntax, verb)) return -1
  for (const child of childrenNear(syntax, verb)) {
    if (child > verb) break
    const word = syntax.lower[child] as string
    if (!/^(?:mark|advmod|case)$/.test(relationOf(syntax, child)) || !TIMES.test(word)) continue
    // “as soon as they meet”, not “as they meet”
    if (word === 'as' && syntax.lower[child - 1] !== 'soon') continue
    return child
  }
  return -1
}

/** “anyone who attacks”, “any state that signs”, “before anybody signs”: nobody is said to have done it. The word that says so, −1 for none. */
export function anyoneAt(syntax: Syntax, verb: number): number {
  if (!isPresent(syntax, verb)) return -1
  const head = syntax.head[verb] as number
  const nouns = childrenNear(syntax, verb).filter((child) => relationOf(syntax, child) === 'nsubj')
  for (const noun of relationOf(syntax, verb) === 'acl:relcl' && head >= 0 ? [...nouns, head] : nouns) {
    if (/^(?:anyone|anybody|whoever)$/.test(syntax.lower[noun] as string)) return noun
    for (const child of childrenNear(syntax, noun)) if (relationOf(syntax, child) === 'det' && syntax.lower[child] === 'any') return child
  }
  return -1
}

/** “instead of attacking”, “rather than attack”: the word that says that something else was done; −1 for none. */
export function insteadOf(syntax: Syntax, verb: number): number {
  for (const child of childrenNear(syntax, verb)) {
    if (child > verb) break
    const [word, next] = [syntax.lower[child], syntax.lower[child + 1]]
    if ((word === 'rather' && next === 'than') || (word === 'instead' && next === 'of')) return child
  }
  return -1
}

/** “voted against sending troops”, “warned against attacking”: the “against”, −1 for none. */
export function gerundAgainst(syntax: Syntax, verb: number): number {
  if (!(syntax.lower[verb] as string).endsWith('ing')) return -1
  return childrenNear(syntax, verb).find((child) => child < verb && syntax.lower[child] === 'against') ?? -1
}

/** “how to free the crew”, “whom to meet”: the word that asks; −1 for none. */
export function askedInfinitive(syntax: Syntax, verb: number): number {
  if (!hasMarkTo(syntax, verb)) return -1
  const first = syntax.left[verb] as number
  return /^(?:how|what|whom|who|where|when|which|whether)$/.test(syntax.lower[first] as string) ? first : -1
}

/** “Had Ostria signed, …”, “Should they attack, …” */
export function isInverted(syntax: Syntax, verb: number): boolean {
  const first = syntax.left[verb] as number
  return first < verb && /^(?:had|should|were)$/.test(syntax.lower[first] as string) && relationOf(syntax, first).startsWith('aux')
}

/** Whether the verb of a clause is in the present tense or the present perfect. */
export function isPresent(syntax: Syntax, verb: number): boolean {
  let hasPresent = false
  for (const child of childrenNear(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (!/^(?:aux|aux:pass|cop)$/.test(relation)) continue
    if (!/^(?:is|are|has|have|do|does|'s|’s|'ve|’ve|'re|’re|been)$/.test(syntax.lower[child] as string)) return false
    hasPresent = true
  }
  if (hasPresent) return true
  const word = syntax.lower[verb] as string
  if (syntax.upos[verb] !== TAG.VERB || SAME_IN_PAST.test(word)) return false
  return word === syntax.lemma[verb] || /[^s]s$/.test(word) || /(?:sse|she|che)s$/.test(word)
}
