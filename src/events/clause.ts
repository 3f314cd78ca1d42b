import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'

/** What depends on a verb, or on a noun that tells an event. Tokens are heads of phrases, coordinated ones each by itself. */
export interface Clause {
  readonly subjects: readonly number[]
  /** Where the subjects stand with the verb itself; false where they are taken from a verb above. */
  readonly isOwnSubject: boolean
  readonly isPassive: boolean
  readonly objects: readonly number[]
  readonly obliques: readonly { readonly token: number; readonly preposition: string }[]
}

/** Verbs whose object does what their infinitive tells: “asked her to reconsider”. */
const HANDS_OVER = new Set(
  'ask urge order tell invite force allow permit warn persuade call press beg instruct want expect enable encourage help convince compel require request advise implore let'.split(
    ' ',
  ),
)
const DEPTH = 6

/** The clause of a verb, with subjects that it shares with the verbs above it. */
export function readClause(syntax: Syntax, verb: number): Clause {
  const objects: number[] = []
  const obliques: { token: number; preposition: string }[] = []
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (relation === 'obj' || relation === 'iobj') objects.push(...spreadOver(syntax, child))
    else if (relation.startsWith('obl') || relation === 'nmod' || (relation === 'advcl' && caseOf(syntax, child) !== null)) addOblique(syntax, child, obliques)
  }
  const relative = relativeHead(syntax, verb)
  if (relative?.isObject) objects.push(relative.noun)
  return { ...findSubjects(syntax, verb, DEPTH), isPassive: isPassive(syntax, verb), objects: objects.map((token) => resolveRelative(syntax, token)), obliques }
}

function addOblique(syntax: Syntax, child: number, obliques: { token: number; preposition: string }[]): void {
  const first = caseOf(syntax, child) ?? ''
  for (const token of spreadOver(syntax, child)) obliques.push({ token, preposition: caseOf(syntax, token) ?? first })
}

/** A head and what is coordinated with it: “Varland” and “Ostria” in “Varland and Ostria”. */
export function spreadOver(syntax: Syntax, head: number): number[] {
  const found = [head]
  for (const child of childrenOf(syntax, head)) if (relationOf(syntax, child) === 'conj' && syntax.upos[child] !== TAG.VERB) found.push(child)
  return found
}

/** “was arrested”, “two men arrested on Monday”, and the second verb of “were stopped and searched”. */
export function isPassive(syntax: Syntax, verb: number, steps = DEPTH): boolean {
  let hasOwnWord = false
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (relation === 'aux:pass' || relation === 'nsubj:pass') return true
    if (relation === 'aux' || relation === 'nsubj' || relation === 'obj') hasOwnWord = true
  }
  const relation = relationOf(syntax, verb)
  // “two men arrested on Monday”
  if (relation === 'acl') return isParticiple(syntax, verb) && !hasOwnWord
  // “were stopped and searched”
  const head = syntax.head[verb] as number
  return relation === 'conj' && !hasOwnWord && isParticiple(syntax, verb) && head >= 0 && steps > 0 && isPassive(syntax, head, steps - 1)
}

/** Whether a form looks like a past participle: “arrested”, “shot”, “taken”. */
function isParticiple(syntax: Syntax, verb: number): boolean {
  const word = syntax.lower[verb] as string
  return !word.endsWith('ing') && word !== syntax.lemma[verb] && !hasMarkTo(syntax, verb)
}

export function hasMarkTo(syntax: Syntax, verb: number): boolean {
  for (const child of childrenOf(syntax, verb)) {
    if (child > verb) break
    if (syntax.lower[child] === 'to' && relationOf(syntax, child) === 'mark') return true
  }
  return false
}

/** Subjects of a verb: its own, else those of the verb or noun that it hangs by. Bounded by `depth` steps. */
export function findSubjects(syntax: Syntax, verb: number, depth: number): { subjects: number[]; isOwnSubject: boolean } {
  const own: number[] = []
  for (const child of childrenOf(syntax, verb)) if (/^nsubj/.test(relationOf(syntax, child))) own.push(...spreadOver(syntax, child))
  if (own.length > 0) return { subjects: own.map((token) => resolveRelative(syntax, token)), isOwnSubject: true }
  const head = syntax.head[verb] as number
  if (head < 0 || depth === 0) return { subjects: [], isOwnSubject: false }
  const relation = relationOf(syntax, verb)
  if (relation === 'conj') return findSubjects(syntax, head, depth - 1)
  if (relation === 'acl') return { subjects: nounAbove(syntax, verb, head, depth), isOwnSubject: false }
  if (relation === 'xcomp' || relation === 'advcl' || relation === 'ccomp' || relation === 'parataxis') {
    if (relation !== 'xcomp' && !hasMarkTo(syntax, verb) && !(syntax.lower[verb] as string).endsWith('ing') && !isPassive(syntax, verb))
      return { subjects: [], isOwnSubject: false }
    return { subjects: controllers(syntax, verb, head, depth), isOwnSubject: false }
  }
  return { subjects: [], isOwnSubject: false }
}

/** Who does what an infinitive or participle tells, by the verb above. */
function controllers(syntax: Syntax, verb: number, head: number, depth: number): number[] {
  if (HANDS_OVER.has(syntax.lemma[head] as string) && !isPassive(syntax, head)) {
    for (const child of childrenOf(syntax, head)) {
      const relation = relationOf(syntax, child)
      const isPerson = relation === 'obj' || relation === 'iobj' || (relation === 'obl' && /^(?:on|upon|for|to)$/.test(caseOf(syntax, child) ?? ''))
      if (isPerson && child < verb) return spreadOver(syntax, child)
    }
  }
  return findSubjects(syntax, head, depth - 1).subjects
}

/** “jets bombing the port”: the noun; “his promise to return”: who promised; “talks held in Asel”: none but the noun. */
function nounAbove(syntax: Syntax, verb: number, noun: number, depth: number): number[] {
  if (!hasMarkTo(syntax, verb)) return [noun]
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    if (relation === 'nmod:poss' || (relation === 'nmod' && caseOf(syntax, child) === 'of' && child < verb)) return spreadOver(syntax, child)
  }
  for (const child of childrenOf(syntax, noun))
    if (/^(?:amod|compound)$/.test(relationOf(syntax, child)) && /^[A-Z]/.test(syntax.words[child] as string)) return [child]
  const above = syntax.head[noun] as number
  return above >= 0 && relationOf(syntax, noun) === 'obj' ? findSubjects(syntax, above, depth - 1).subjects : []
}

/** “which” and “who” mean the noun that their clause belongs to. */
export function resolveRelative(syntax: Syntax, token: number): number {
  if (!/^(?:who|which|that|whom)$/.test(syntax.lower[token] as string) || syntax.upos[token] !== TAG.PRON) return token
  let at = token
  for (let step = 0; step < DEPTH && at >= 0; step++) {
    if (relationOf(syntax, at) === 'acl:relcl') return whoseClause(syntax, syntax.head[at] as number, syntax.lower[token] as string)
    at = syntax.head[at] as number
  }
  return token
}

/** “the bishop of Asel, who …”: a person is meant, not the place. */
function whoseClause(syntax: Syntax, noun: number, pronoun: string): number {
  const head = syntax.head[noun] as number
  const isOfPlace = pronoun === 'who' && relationOf(syntax, noun) === 'nmod' && syntax.upos[noun] === TAG.PROPN && head >= 0 && syntax.upos[head] === TAG.NOUN
  return isOfPlace ? head : noun
}

/** The noun of a relative clause that leaves out its pronoun: “the treaty they signed”. */
function relativeHead(syntax: Syntax, verb: number): { noun: number; isObject: boolean } | null {
  if (relationOf(syntax, verb) !== 'acl:relcl') return null
  const noun = syntax.head[verb] as number
  let hasObject = false
  let hasSubject = false
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (relation === 'obj') hasObject = true
    if (/^nsubj/.test(relation) && resolveRelative(syntax, child) === child) hasSubject = true
  }
  return { noun, isObject: hasSubject && !hasObject }
}
