import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'

/** Papers that say what their writers do. */
const PAPER =
  /^(?:message|letter|statement|document|note|resolution|petition|decree|article|cable|bill|law|motion|speech|declaration|tweet|post|appeal|order|memo)$/

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
/** Nouns of which a clause tells the content rather than what they do. */
const OUTLOOK = /^(?:prospect|possibility|risk|idea|chance|likelihood|danger|hope|fear|point|sight|news|report|rumou?r|spectre|specter)$/

/** The clause of a verb, with subjects that it shares with the verbs above it. */
export function readClause(syntax: Syntax, verb: number): Clause {
  const objects: number[] = []
  const obliques: { token: number; preposition: string }[] = []
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (relation === 'obj' || relation === 'iobj' || isCounted(syntax, child))
      objects.push(...spreadOver(syntax, child).filter((token) => token === child || !opensNext(syntax, token)))
    else if (relation.startsWith('obl') || relation === 'nmod' || (relation === 'advcl' && caseOf(syntax, child) !== null)) addOblique(syntax, child, obliques)
  }
  const relative = relativeHead(syntax, verb)
  if (relative?.isObject) objects.push(relative.noun)
  return { ...findSubjects(syntax, verb, DEPTH), isPassive: isPassive(syntax, verb), objects: objects.map((token) => resolveRelative(syntax, token)), obliques }
}

/** “killed |at least eight people|”: the reader takes “at” for a preposition. */
function isCounted(syntax: Syntax, token: number): boolean {
  if (!relationOf(syntax, token).startsWith('obl') || caseOf(syntax, token) !== null) return false
  for (let i = Math.max(syntax.left[token] as number, token - 5) + 1; i < token; i++)
    if (/^(?:least|most)$/.test(syntax.lower[i] as string) && syntax.lower[i - 1] === 'at') return true
  return false
}

/**
 * Whether a noun joined to another is the subject of the verb right behind it: “Varland expelled the envoy and |Belmora| recalled its
 * teachers”, where the reader joins Belmora to the envoy.
 */
function opensNext(syntax: Syntax, noun: number): boolean {
  const verb = verbBehind(syntax, noun)
  return verb >= 0 && subjectBefore(syntax, verb) === noun
}

/** The verb that follows a noun phrase with nothing but auxiliaries and adverbs between; −1 for none. */
function verbBehind(syntax: Syntax, noun: number): number {
  for (let i = (syntax.right[noun] as number) + 1; i < Math.min(syntax.count, noun + 8); i++) {
    const tag = syntax.upos[i]
    if (tag === TAG.VERB) return i
    if (tag !== TAG.AUX && tag !== TAG.ADV && tag !== TAG.PART) return -1
  }
  return -1
}

/** The noun joined to an object of the verb above that stands right before a second verb without a subject; −1 for none. */
function subjectBefore(syntax: Syntax, verb: number): number {
  const above = syntax.head[verb] as number
  if (relationOf(syntax, verb) !== 'conj' || above < 0 || above > verb || hasChild(syntax, verb, /^(?:nsubj|cc)/)) return -1
  let at = verb - 1
  while (at > above && (syntax.upos[at] === TAG.AUX || syntax.upos[at] === TAG.ADV)) at--
  for (let step = 0; step < DEPTH && at > above; step++) {
    if (relationOf(syntax, at) === 'conj' && syntax.upos[at] !== TAG.VERB) return hasChild(syntax, at, /^cc$/) ? at : -1
    at = syntax.head[at] as number
  }
  return -1
}

function hasChild(syntax: Syntax, token: number, relations: RegExp): boolean {
  for (const child of childrenOf(syntax, token)) if (relations.test(relationOf(syntax, child))) return true
  return false
}

function addOblique(syntax: Syntax, child: number, obliques: { token: number; preposition: string }[]): void {
  const first = caseOf(syntax, child) ?? ''
  for (const token of spreadOver(syntax, child)) obliques.push({ token, preposition: caseOf(syntax, token) ?? first })
}

/** A head and what is coordinated with it: “Varland” and “Ostria” in “Varland and Ostria”. */
export function spreadOver(syntax: Syntax, head: number): number[] {
  const found = [head]
  let isClosed = false
  for (const child of childrenOf(syntax, head)) {
    const relation = relationOf(syntax, child)
    const isJoined = relation === 'conj' || (/^(?:appos|flat)$/.test(relation) && isClosed && syntax.upos[child] === TAG.PROPN)
    if (!isJoined || syntax.upos[child] === TAG.VERB) continue
    const isLast = hasChild(syntax, child, /^cc$/)
    // “Trent and her counterpart, |Henrik Solm|,”: what follows the last of a list names that last one
    const isNaming = isClosed && !isLast && child > head
    if (isNaming && syntax.upos[child] === TAG.PROPN && syntax.upos[found.at(-1) as number] !== TAG.PROPN) found.pop()
    else if (isNaming) continue
    found.push(child)
    isClosed ||= isLast
  }
  return found
}

/** “was arrested”, “two men arrested on Monday”, and the second verb of “were stopped and searched”. */
export function isPassive(syntax: Syntax, verb: number, steps = DEPTH): boolean {
  let hasOwnWord = false
  const isPerfect = childrenOf(syntax, verb).some((child) => /^(?:have|has|had|'ve)$/.test(syntax.lower[child] as string))
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    // “the navies have trained together” is none, whatever the reader takes the navies for
    if (relation === 'aux:pass' || (relation === 'nsubj:pass' && !isPerfect)) return true
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
  if (relation === 'conj') {
    const before = subjectBefore(syntax, verb)
    return before >= 0 ? { subjects: [before], isOwnSubject: true } : findSubjects(syntax, head, depth - 1)
  }
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
  // “the prospect of |Lind| visiting Asel”
  const of = (syntax.lower[verb] as string).endsWith('ing')
    ? childrenOf(syntax, noun).findLast((child) => child < verb && relationOf(syntax, child) === 'nmod')
    : undefined
  if (of !== undefined && OUTLOOK.test(syntax.lemma[noun] as string) && caseOf(syntax, of) === 'of') return spreadOver(syntax, of)
  const above = syntax.head[noun] as number
  // “wrote a letter backing the talks”: who wrote it backs them
  const isWritten =
    PAPER.test(syntax.lemma[noun] as string) && (syntax.lower[verb] as string).endsWith('ing') && above >= 0 && relationOf(syntax, noun) === 'obj'
  if (isWritten) return findSubjects(syntax, above, depth - 1).subjects
  if (!hasMarkTo(syntax, verb)) return [noun]
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    if (relation === 'nmod:poss' || (relation === 'nmod' && caseOf(syntax, child) === 'of' && child < verb)) return spreadOver(syntax, child)
  }
  for (const child of childrenOf(syntax, noun))
    if (/^(?:amod|compound)$/.test(relationOf(syntax, child)) && /^[A-Z]/.test(syntax.words[child] as string)) return [child]
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
