import type { Realis } from '../document/news-event.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { hasMarkTo } from './clause.ts'
import { caseWord, hasNegation, isImperative, isNegation, isNone, isQuestion, markOf, negationOf, noneIn } from './negation.ts'
import type { Trigger } from './triggers.ts'

/** Whether something happened, with the words that say so. */
export interface Told {
  readonly realis: Realis
  readonly cues: readonly number[]
}

const words = (list: string) => new Set(list.trim().split(/\s+/))
/** Verbs and adjectives above an infinitive or noun, by what they make of it. “plans to visit”, “failed to agree”, “a planned summit”. */
const PLANNING =
  words(`plan intend aim expect agree promise pledge decide schedule set due prepare vow announce undertake commit swear guarantee arrange about ready
  poise slate determine choose volunteer propose accept negotiate finalise finalize look resolve`)
const WISHING =
  words(`want hope offer wish ask urge order tell invite demand call press beg threaten warn seek request require try attempt consider recommend suggest propose
  encourage mull contemplate discuss allow permit willing able free likely unlikely instruct advise persuade appeal plead plot refrain insist insistence mediate need dream
  possible prospect chance`)
const DENYING = words(`refuse fail decline deny cancel postpone scrap abandon avoid reject prevent rule forget neglect shelve stop cease avert thwart foil skip
  boycott oppose refute dismiss miss block turn forego forgo reluctant unable unwilling`)
/** Phrasal verbs that put an event off: “called off”, “put off”, “ruled out”. */
const PUTTING_OFF = new Map([
  ['call', 'off'],
  ['put', 'off'],
  ['rule', 'out'],
  ['turn', 'down'],
  ['break', 'off'],
  ['call_', 'off'],
])
const PASSING = words(
  'begin start continue resume manage help go come keep have use be appear seem proceed finish complete dare choose happen turn get remember',
)
const DOUBTING = words('know say unclear unsure uncertain unknown doubt clear question wonder ask see tell remember decide sure confirm')
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
const STEPS = 8

/** What the article commits itself to about a trigger, from the innermost teller's point of view. */
export function readRealis(syntax: Syntax, trigger: Trigger): Told {
  if (!trigger.isNoun) return readVerb(syntax, trigger.token, STEPS)
  return readNoun(syntax, trigger.token, trigger.carrier)
}

function readVerb(syntax: Syntax, verb: number, steps: number): Told {
  const own = readGroup(syntax, verb)
  if (own && own.realis === 'denied') return own
  const above = steps > 0 ? readAbove(syntax, verb, own, steps) : null
  return above ?? own ?? { realis: 'happened', cues: [] }
}

/** “will not sign”, “would never accept”: what is denied is to come. */
export function isRefused(syntax: Syntax, trigger: Trigger): boolean {
  return (
    !trigger.isNoun &&
    childrenOf(syntax, trigger.token).some(
      (child) => relationOf(syntax, child) === 'aux' && /^(?:will|would|wo|'ll|shall)$/.test(syntax.lower[child] as string),
    )
  )
}

/** What the verb's own auxiliaries and negations say; null for a plain past or present. */
function readGroup(syntax: Syntax, verb: number): Told | null {
  let modal: Told | null = null
  let isBeing = false
  let hasCopula = -1
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    const word = syntax.lower[child] as string
    if (isNegation(syntax, child, relation)) return { realis: 'denied', cues: [child] }
    if (relation === 'aux' && MODALS[word] && !modal) modal = { realis: MODALS[word] as Realis, cues: [child] }
    if (relation === 'aux' && syntax.lemma[child] === 'be') isBeing = true
    if (relation === 'cop' || (relation === 'aux' && syntax.lemma[child] === 'be')) hasCopula = child
    if ((/^nsubj/.test(relation) || relation === 'obj') && isNone(syntax, child)) return { realis: 'denied', cues: [noneIn(syntax, child)] }
  }
  // “are to discuss”, “were to sign”
  if (hasCopula >= 0 && hasMarkTo(syntax, verb)) return { realis: 'planned', cues: [verb - 1] }
  if (modal) return hasCondition(syntax, verb, modal)
  return isBeing && (syntax.lower[verb] as string).endsWith('ing') ? { realis: 'ongoing', cues: [] } : null
}

/** “would freeze its accounts if …”: hypothetical, not planned. */
function hasCondition(syntax: Syntax, verb: number, modal: Told): Told {
  for (const child of childrenOf(syntax, verb)) {
    if (relationOf(syntax, child) !== 'advcl') continue
    const mark = markOf(syntax, child)
    if (mark >= 0 && /^(?:if|unless)$/.test(syntax.lower[mark] as string)) return { realis: 'hypothetical', cues: [...modal.cues, mark] }
  }
  return modal
}

/** What the clauses above say: conditions, questions, “plans to”, “failed to”, “denied that”. */
function readAbove(syntax: Syntax, verb: number, own: Told | null, steps: number): Told | null {
  const mark = markOf(syntax, verb)
  const relation = relationOf(syntax, verb)
  const head = syntax.head[verb] as number
  const word = mark >= 0 ? (syntax.lower[mark] as string) : ''
  if (word === 'whether' || (word === 'if' && relation === 'ccomp')) return { realis: 'unknown', cues: head >= 0 ? [head, mark] : [mark] }
  if (relation === 'advcl' && /^(?:if|unless)$/.test(word)) return { realis: 'hypothetical', cues: [mark] }
  if (word === 'without') return { realis: 'denied', cues: [mark] }
  if (isImperative(syntax, verb)) return { realis: 'hypothetical', cues: [] }
  if (head < 0) return isQuestion(syntax, verb) ? { realis: 'unknown', cues: [] } : null
  if (relation === 'conj') return readShared(syntax, verb, head, own, steps)
  if (/^(?:xcomp|ccomp|acl|advcl|csubj|obl|nmod)$/.test(relation) && (relation !== 'ccomp' || !isSaying(syntax, head))) {
    const told = readGovernor(syntax, verb, head, relation, own, steps)
    if (told) return told
  }
  return isQuestion(syntax, verb) && own === null && relation === 'parataxis' ? { realis: 'unknown', cues: [] } : null
}

/** “will meet and sign”: the second verb shares “will” unless it has words of its own. */
function readShared(syntax: Syntax, verb: number, head: number, own: Told | null, steps: number): Told | null {
  if (own !== null || syntax.upos[head] !== TAG.VERB) return null
  for (const child of childrenOf(syntax, verb)) if (/^(?:aux|nsubj)/.test(relationOf(syntax, child))) return null
  // a form of its own is a fact of its own: “will meet and signed”
  if (syntax.lower[verb] !== syntax.lemma[verb] && !(syntax.lower[verb] as string).endsWith('ing')) return null
  return readVerb(syntax, head, steps - 1)
}

/** What one has who could do something: nouns before an infinitive. */
const ABLE =
  /^(?:ability|capability|capacity|chance|experience|expertise|knowledge|know-how|means|opportunity|potential|power|resource|right|skill|strength|will)$/

function readGovernor(syntax: Syntax, verb: number, head: number, relation: string, own: Told | null, steps: number): Told | null {
  const lemma = governorOf(syntax, head)
  const isBare = syntax.lower[verb] === syntax.lemma[verb] && /^(?:let|make|help|have|see)$/.test(lemma)
  const isInfinitive = isBare || hasMarkTo(syntax, verb) || (syntax.lower[verb] as string).endsWith('ing')
  const isNegated = hasNegation(syntax, head)
  if (relation === 'advcl' && !hasMarkTo(syntax, verb)) return null
  if (DENYING.has(lemma) || isPuttingOff(syntax, head)) return isNegated || lemma === 'ask' ? null : { realis: 'denied', cues: [head] }
  if (relation === 'ccomp' && !isInfinitive) {
    if (isNegated && DOUBTING.has(lemma)) return { realis: 'unknown', cues: [head] }
    if (WISHING.has(lemma) && lemma !== 'discuss' && lemma !== 'tell' && lemma !== 'warn') return { realis: 'hypothetical', cues: [head] }
    return PLANNING.has(lemma) && own === null ? { realis: 'planned', cues: [head] } : null
  }
  if (!isInfinitive) return null
  if (WISHING.has(lemma)) return { realis: isNegated ? 'denied' : 'hypothetical', cues: [head] }
  if (PLANNING.has(lemma)) return { realis: isNegated ? 'denied' : 'planned', cues: [head] }
  if (isNegated && (relation === 'xcomp' || isBare)) return { realis: 'denied', cues: [negationOf(syntax, head)] }
  // “has the knowledge to help”: able to, no plan
  if (hasMarkTo(syntax, verb) && (ABLE.test(syntax.lemma[verb - 2] ?? '') || ABLE.test(syntax.lower[verb - 2] ?? '')))
    return { realis: 'hypothetical', cues: [verb - 2] }
  if (relation === 'acl' && hasMarkTo(syntax, verb)) return { realis: 'planned', cues: [head] }
  if (relation === 'advcl' && syntax.lemma[verb] !== 'discuss') return { realis: 'planned', cues: [verb - 1] }
  return PASSING.has(lemma) || relation === 'xcomp' || relation === 'advcl' ? readVerb(syntax, head, steps - 1) : null
}

/** The lemma of a governor; of a noun that is made of a verb, that verb's: “plan”, “offer”, “refusal”, “decision”. */
function governorOf(syntax: Syntax, head: number): string {
  const lemma = syntax.lemma[head] as string
  const known = {
    refusal: 'refuse',
    decision: 'decide',
    agreement: 'agree',
    failure: 'fail',
    invitation: 'invite',
    willingness: 'want',
    intention: 'intend',
    commitment: 'commit',
    attempt: 'attempt',
    proposal: 'propose',
    readiness: 'prepare',
    denial: 'deny',
  }
  return known[lemma as keyof typeof known] ?? (syntax.lower[head] === 'willing' ? 'willing' : lemma)
}

function readNoun(syntax: Syntax, noun: number, carrier: number): Told {
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    const word = syntax.lower[child] as string
    if (word === 'no' || word === 'without' || word === 'never') return { realis: 'denied', cues: [child] }
    if (relation === 'amod' && /^(?:planned|upcoming|future|next|forthcoming|coming|scheduled|expected)$/.test(word))
      return { realis: 'planned', cues: [child] }
    if (relation === 'amod' && /^(?:possible|proposed|potential|hypothetical|alleged|threatened|suggested|likely)$/.test(word))
      return { realis: 'hypothetical', cues: [child] }
  }
  if (carrier >= 0) return readCarried(syntax, noun, carrier)
  const head = syntax.head[noun] as number
  if (head < 0) return { realis: 'happened', cues: [] }
  const relation = relationOf(syntax, noun)
  const lemma = syntax.lemma[head] as string
  const isTarget = relation === 'obj' || relation === 'nsubj:pass' || (relation === 'obl' && /^(?:for|to|from)$/.test(caseWord(syntax, noun)))
  if (isTarget && (DENYING.has(lemma) || isPuttingOff(syntax, head)))
    return hasNegation(syntax, head) ? { realis: 'planned', cues: [head] } : { realis: 'denied', cues: phrase(syntax, head) }
  if (isTarget && PLANNING.has(lemma)) return { realis: 'planned', cues: [head] }
  // “called for talks” wishes them, “called the visit a farce” does not
  if (isTarget && WISHING.has(lemma) && lemma !== 'discuss' && (lemma !== 'call' || caseWord(syntax, noun) === 'for'))
    return { realis: 'hypothetical', cues: [head] }
  // “will lead a delegation on a visit”: what is new in a plan is planned with it
  const isNew = childrenOf(syntax, noun).some((child) => /^an?$/.test(syntax.lower[child] as string))
  const plan = isNew && /^(?:obj|obl)$/.test(relation) && syntax.upos[head] === TAG.VERB ? readGroup(syntax, head) : null
  if (plan?.realis === 'planned') return plan
  return plannedBefore(syntax, noun) ?? { realis: 'happened', cues: [] }
}

/** “a visit that was to begin on Tuesday” */
function plannedBefore(syntax: Syntax, noun: number): Told | null {
  for (const child of childrenOf(syntax, noun)) {
    if (!/^acl/.test(relationOf(syntax, child))) continue
    const told = readGroup(syntax, child)
    if (told && told.realis === 'planned') return told
    if (PLANNING.has(syntax.lemma[child] as string)) return { realis: 'planned', cues: [child] }
  }
  return null
}

function readCarried(syntax: Syntax, noun: number, carrier: number): Told {
  const told = readVerb(syntax, carrier, STEPS)
  if (
    told.realis === 'happened' &&
    /^(?:plan|prepare|schedule|announce|set|arrange)$/.test(syntax.lemma[carrier] as string) &&
    relationOf(syntax, noun) !== 'nsubj'
  )
    return { realis: 'planned', cues: [carrier] }
  if (
    told.realis === 'happened' &&
    (syntax.lower[carrier] as string).endsWith('ing') &&
    childrenOf(syntax, carrier).some((child) => syntax.lemma[child] === 'be')
  )
    return { realis: 'ongoing', cues: [] }
  return told
}

function phrase(syntax: Syntax, head: number): number[] {
  return isPuttingOff(syntax, head) ? [head, head + 1] : [head]
}

function isPuttingOff(syntax: Syntax, head: number): boolean {
  const particle = PUTTING_OFF.get(syntax.lemma[head] as string)
  return particle !== undefined && childrenOf(syntax, head).some((child) => syntax.lower[child] === particle)
}

function isSaying(syntax: Syntax, head: number): boolean {
  return /^(?:say|add|report|note|state|claim|write|declare)$/.test(syntax.lemma[head] as string) && !hasNegation(syntax, head)
}
