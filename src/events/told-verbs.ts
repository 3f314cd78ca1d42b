import type { Realis } from '../document/news-event.ts'
import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childrenNear } from './children.ts'
import { hasMarkTo } from './clause.ts'
import {
  DENYING,
  DOUBTING,
  governorOf,
  isAbility,
  isAdjective,
  isGranting,
  isPerformed,
  isPuttingOff,
  isSaying,
  PASSING,
  PLANNING,
  WISHING,
} from './governors.ts'
import { hasNegation, isCommand, isNegation, isNone, isQuestion, markOf, negationOf, noneIn } from './negation.ts'
import { anyoneAt, askedInfinitive, gerundAgainst, insteadOf, isInverted, isPresent, timeToCome } from './supposed.ts'
import { PLAIN, type Rule, type Told } from './told.ts'

const MODALS: Readonly<Record<string, Realis>> = {
  will: 'planned',
  shall: 'planned',
  "'ll": 'planned',
  '’ll': 'planned',
  wo: 'planned',
  would: 'planned',
  "'d": 'planned',
  may: 'hypothetical',
  might: 'hypothetical',
  could: 'hypothetical',
  can: 'hypothetical',
  should: 'hypothetical',
  must: 'hypothetical',
  ought: 'hypothetical',
}
/** Words above a verb that are asked what they make of it. */
const STEPS = 8

const tell = (rule: Rule, realis: Realis, ...cues: number[]): Told => ({ realis, cues, rule })

/** Whether what a verb tells has happened: its own auxiliaries and negations first, then the clauses above it. */
export function readVerb(syntax: Syntax, verb: number, steps = STEPS): Told {
  if (isPerformed(syntax, verb)) return tell('performed', 'happened')
  const own = readGroup(syntax, verb)
  if (own && own.realis === 'denied') return own
  const above = steps > 0 ? readAbove(syntax, verb, own, steps) : null
  return above ?? own ?? PLAIN
}

/** What the verb's own auxiliaries and negations say; null for a plain past or present. */
export function readGroup(syntax: Syntax, verb: number): Told | null {
  let modal: Told | null = null
  let isBeing = false
  let hasCopula = false
  for (const child of childrenNear(syntax, verb)) {
    const relation = relationOf(syntax, child)
    const word = syntax.lower[child] as string
    if (isNegation(syntax, child, relation)) return tell('negation', 'denied', child)
    if (relation === 'aux' && MODALS[word] && !modal) modal = tell('modal', MODALS[word] as Realis, child)
    if (relation === 'aux' && syntax.lemma[child] === 'be') isBeing = true
    if (relation === 'cop' || (relation === 'aux' && syntax.lemma[child] === 'be')) hasCopula = true
    if ((/^nsubj/.test(relation) || relation === 'obj') && isNone(syntax, child)) return tell('negation', 'denied', noneIn(syntax, child))
  }
  // “are to discuss”, “were to sign”
  if (hasCopula && hasMarkTo(syntax, verb)) return tell('modal', 'planned', verb - 1)
  if (modal) return hasCondition(syntax, verb, modal)
  return isBeing && (syntax.lower[verb] as string).endsWith('ing') ? tell('progressive', 'ongoing') : null
}

/** “would freeze its accounts if …”: hypothetical, not planned. */
function hasCondition(syntax: Syntax, verb: number, modal: Told): Told {
  for (const child of childrenNear(syntax, verb)) {
    if (relationOf(syntax, child) !== 'advcl') continue
    const mark = markOf(syntax, child)
    if (mark >= 0 && /^(?:if|unless)$/.test(syntax.lower[mark] as string)) return tell('condition', 'hypothetical', ...modal.cues, mark)
  }
  return modal
}

/** What the clauses above say: conditions, questions, “plans to”, “failed to”, “denied that”. */
function readAbove(syntax: Syntax, verb: number, own: Told | null, steps: number): Told | null {
  const opened = readOpening(syntax, verb, own, steps)
  if (opened) return opened
  const relation = relationOf(syntax, verb)
  const head = syntax.head[verb] as number
  if (head < 0) return isQuestion(syntax, verb) ? tell('question', 'unknown') : null
  if (relation === 'conj') return readShared(syntax, verb, head, own, steps)
  if (/^(?:xcomp|ccomp|acl|advcl|csubj|obl|nmod)$/.test(relation) && (relation !== 'ccomp' || !isSaying(syntax, head))) {
    const told = readGovernor({ syntax, verb, head, relation, own, steps })
    if (told) return told
  }
  return isQuestion(syntax, verb) && own === null && relation === 'parataxis' ? tell('question', 'unknown') : null
}

/** What the word that opens the clause of a verb says: “if”, “whether”, “without”, “until”, or that none does: a command. */
function readOpening(syntax: Syntax, verb: number, own: Told | null, steps: number): Told | null {
  const mark = markOf(syntax, verb)
  const relation = relationOf(syntax, verb)
  const head = syntax.head[verb] as number
  const word = mark >= 0 ? (syntax.lower[mark] as string) : ''
  if (word === 'whether' || (word === 'if' && relation === 'ccomp')) return tell('doubt', 'unknown', ...(head >= 0 ? [head, mark] : [mark]))
  if (relation === 'advcl' && isInverted(syntax, verb)) return tell('condition', 'hypothetical', syntax.left[verb] as number)
  if (relation === 'advcl' && /^(?:if|unless|lest)$/.test(word)) return tell('condition', 'hypothetical', mark)
  if (word === 'without') return tell('negation', 'denied', mark)
  // “took a stand against restricting it”
  const against = gerundAgainst(syntax, verb)
  if (against >= 0) return tell('against', 'hypothetical', against)
  const asking = askedInfinitive(syntax, verb)
  if (asking >= 0) return tell('asked', 'hypothetical', asking)
  const instead = insteadOf(syntax, verb)
  if (instead >= 0) return tell('instead', 'denied', instead)
  if (isCommand(syntax, verb)) return tell('command', 'hypothetical')
  const anyone = anyoneAt(syntax, verb)
  if (anyone >= 0) return tell('anyone', 'hypothetical', anyone)
  return relation === 'advcl' && own === null && head >= 0 ? readTime(syntax, verb, head, steps) : null
}

/** “will discuss fish when they meet”: planned as the talk is; “stays shut until the ships leave”: nobody says that they will. */
function readTime(syntax: Syntax, verb: number, head: number, steps: number): Told | null {
  const word = timeToCome(syntax, verb)
  if (word < 0) return null
  const isOpen = /^(?:until|till|whenever)$/.test(syntax.lower[word] as string)
  return tell('time', !isOpen && readVerb(syntax, head, steps - 1).realis === 'planned' ? 'planned' : 'hypothetical', word)
}

/** “will meet and sign”: the second verb shares “will” unless it has words of its own. */
function readShared(syntax: Syntax, verb: number, head: number, own: Told | null, steps: number): Told | null {
  if (own !== null || syntax.upos[head] !== TAG.VERB) return null
  for (const child of childrenNear(syntax, verb)) if (/^(?:aux|nsubj)/.test(relationOf(syntax, child))) return null
  // a form of its own is a fact of its own: “will meet and signed”; “if they are caught and charged” share all
  const isBase = syntax.lower[verb] === syntax.lemma[verb] || (syntax.lower[verb] as string).endsWith('ing')
  const isBaseAbove = syntax.lower[head] === syntax.lemma[head]
  if (!isBase && (isBaseAbove || !hasFiniteForm(syntax, head))) return null
  return readVerb(syntax, head, steps - 1)
}

interface Governed {
  readonly syntax: Syntax
  readonly verb: number
  readonly head: number
  readonly relation: string
  readonly own: Told | null
  readonly steps: number
}

function readGovernor(given: Governed): Told | null {
  const { syntax, verb, head, relation, own } = given
  const lemma = governorOf(syntax, head)
  const isBare = syntax.lower[verb] === syntax.lemma[verb] && /^(?:let|make|help|have|see)$/.test(lemma)
  const hasTo = hasMarkTo(syntax, verb)
  const isGerund = (syntax.lower[verb] as string).endsWith('ing') && !hasFiniteForm(syntax, verb)
  const isNegated = hasNegation(syntax, head)
  // “prevented from sailing”, “thinking of cancelling”, not “met, shaking hands”
  if (relation === 'advcl' && !hasTo && !(isGerund && hasPreposition(syntax, verb))) return isGerund && own === null ? readBeside(given) : null
  if (DENYING.has(lemma) || isPuttingOff(syntax, head)) return isNegated || lemma === 'ask' ? null : tell('governor', 'denied', head)
  const isNonfinite = isBare || hasTo || isGerund || relation === 'xcomp'
  if ((relation === 'ccomp' || (relation === 'acl' && opensWithThat(syntax, verb))) && !isNonfinite) return readFinite(given, lemma, isNegated)
  if (!isNonfinite) return null
  const above = relation === 'acl' && hasTo ? readObject(syntax, head, lemma) : null
  if (above) return above
  if (hasTo && isGranting(syntax, head) && !isNegated) return readVerb(syntax, head, given.steps - 1)
  if (WISHING.has(lemma)) return tell('governor', isNegated ? 'denied' : 'hypothetical', head)
  if (PLANNING.has(lemma) || (lemma === 'go' && hasTo && syntax.lower[head] === 'going')) return tell('governor', isNegated ? 'denied' : 'planned', head)
  if (isNegated && (relation === 'xcomp' || isBare)) return tell('negation', 'denied', negationOf(syntax, head))
  if (hasTo) {
    const told = readInfinitive(given, lemma)
    if (told) return told
  }
  if (own !== null) return null
  return PASSING.has(lemma) || relation === 'xcomp' || (relation === 'advcl' && hasTo) ? readVerb(syntax, head, given.steps - 1) : null
}

/** “could weaken it by arresting them”, “will visit Asel, opening a bridge”: as real as what it goes with. */
function readBeside({ syntax, head, steps }: Governed): Told | null {
  const told = readVerb(syntax, head, steps - 1)
  return told.realis === 'planned' || told.realis === 'hypothetical' ? told : null
}

/** “turned down an offer |to mediate|”; “wants the sailors |to be freed|”, where the reader hangs the infinitive by the sailors. */
function readObject(syntax: Syntax, noun: number, lemma: string): Told | null {
  const verb = syntax.head[noun] as number
  if (verb < 0 || relationOf(syntax, noun) !== 'obj' || hasNegation(syntax, verb)) return null
  const above = syntax.lemma[verb] as string
  if (DENYING.has(above) || isPuttingOff(syntax, verb)) return tell('governor', 'denied', verb)
  if (PLANNING.has(lemma) || WISHING.has(lemma) || isAbility(syntax, noun)) return null
  return /^(?:want|ask|urge|order|tell|expect|require|need|wish)$/.test(above) ? tell('governor', above === 'expect' ? 'planned' : 'hypothetical', verb) : null
}

/** “hopes that they meet”, “does not know that they met” */
function readFinite({ syntax, verb, head, own }: Governed, lemma: string, isNegated: boolean): Told | null {
  if (isNegated && DOUBTING.has(lemma)) return tell('doubt', 'unknown', head)
  if (/^(?:suppose|imagine)$/.test(lemma)) return tell('condition', 'hypothetical', head)
  if (WISHING.has(lemma) && !/^(?:discuss|tell|warn|think|worry|worried|concerned|reason|fear)$/.test(lemma)) return tell('governor', 'hypothetical', head)
  // “agreed that he leave”, “expects that he leaves”, not “announced that he left”
  return PLANNING.has(lemma) && own === null && isPresent(syntax, verb) ? tell('governor', 'planned', head) : null
}

/** Infinitives under words that no list knows: what somebody has to do or can do, what it is good for, what it was done for. */
function readInfinitive({ syntax, verb, head, relation, own, steps }: Governed, lemma: string): Told | null {
  if (lemma === 'have' && relation === 'xcomp') return readDuty(syntax, head)
  const before = verb - 2
  if (before >= 0 && isAbility(syntax, before)) return tell('governor', 'hypothetical', before)
  const tooWord = childrenNear(syntax, head).find((child) => syntax.lower[child] === 'too')
  if (isAdjective(syntax, head) && tooWord !== undefined && tooWord < head) return tell('governor', 'denied', tooWord)
  if (isAdjective(syntax, head)) return tell('governor', 'hypothetical', head)
  if (PASSING.has(lemma) && relation === 'xcomp') return readVerb(syntax, head, steps - 1)
  if (relation === 'acl') return tell('intended', 'planned', head)
  // “came home, only to be jailed”
  if (syntax.lower[syntax.left[verb] as number] === 'only') return readVerb(syntax, head, steps - 1)
  // “before it was due to fly”: its own words say more
  return relation === 'advcl' && own === null && syntax.lemma[verb] !== 'discuss' ? tell('purpose', 'planned', verb - 1) : null
}

/** “has yet to sign” has not signed, “has to sign” must, “had to sign” did. */
function readDuty(syntax: Syntax, head: number): Told | null {
  const yet = childrenNear(syntax, head).find((child) => syntax.lower[child] === 'yet')
  if (yet !== undefined) return tell('negation', 'denied', yet)
  const isPresent =
    /^(?:has|have|'ve|’ve)$/.test(syntax.lower[head] as string) && !childrenNear(syntax, head).some((child) => relationOf(syntax, child) === 'aux')
  return isPresent ? tell('modal', 'hypothetical', head) : null
}

/** “suggestions that he travel” */
function opensWithThat(syntax: Syntax, verb: number): boolean {
  return syntax.lower[syntax.left[verb] as number] === 'that' && relationOf(syntax, syntax.left[verb] as number) === 'mark'
}

function hasFiniteForm(syntax: Syntax, verb: number): boolean {
  return childrenNear(syntax, verb).some((child) => /^aux/.test(relationOf(syntax, child)))
}

function hasPreposition(syntax: Syntax, verb: number): boolean {
  return childrenNear(syntax, verb).some(
    (child) => child < verb && /^(?:of|about|against|from|at|on|into|in|for|to|with|toward|towards)$/.test(syntax.lower[child] as string),
  )
}
