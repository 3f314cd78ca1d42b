import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { type Clause, isPassive, readClause } from './clause.ts'
import { type Frame, NOUN_FRAMES, VERB_FRAMES } from './lexicon.ts'
import type { Scene } from './scene.ts'

/** A word that may tell an event, with the frame of the lexicon that fits best and what depends on it. */
export interface Trigger {
  readonly token: number
  /** Words of the trigger, half open: “turned down”. */
  readonly first: number
  readonly last: number
  readonly isNoun: boolean
  readonly frame: Frame
  /** The verb that carries a noun (“held” in “held talks”); the token itself for a verb; −1 for a noun by itself. */
  readonly carrier: number
  readonly clause: Clause
}

/** Verbs that carry the event of their object or subject: “paid a visit”, “talks were held”. */
const LIGHT = new Set(
  `hold pay have make conduct launch carry stage begin start open resume continue end attend host give issue offer deliver take enter undertake
  complete conclude lead join mount wage face plan organise organize schedule chair send extend suffer stop halt announce declare order express voice launch
  perform receive win get accept finish convene arrange prepare set do step intensify increase commence renew escalate repeat revive`.split(/\s+/),
)
/** Forms that the reader's lemmas often miss. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `withdrew withdraw,lent lend,fought fight,shot shoot,struck strike,sent send,met meet,gave give,took take,took take,broke break,left leave,sold sell,held hold,spoke speak,
  fled flee,freed free,begun begin,began begin,swore swear,threw throw,withheld withhold,sought seek,built build,paid pay,beat beat,hit hit,laid lay,went go,came come,
  flew fly,shut shut,drove drive,led lead,bound bind,burnt burn,forgave forgive,withdrawn withdraw,stricken strike`
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [string, string]),
)
/** Verbs of which an event is the subject: “the talks began”. */
const HAPPENING = new Set(
  'begin start open end finish continue resume take occur happen follow conclude run last go come be fail break erupt collapse yield'.split(' '),
)

/** Every word that may tell an event, in text order. Linear in the tokens. */
export function findTriggers(scene: Scene): Trigger[] {
  const { syntax } = scene
  const found: Trigger[] = []
  for (let i = 0; i < syntax.count; i++) {
    const tag = syntax.upos[i]
    if (tag === TAG.VERB || (tag === TAG.ADJ && isUsedAsVerb(syntax, i)) || (tag === TAG.NOUN && hasBothSides(syntax, i))) pushVerb(syntax, i, found)
    else if (tag === TAG.NOUN || (tag === TAG.PROPN && (isLower(syntax, i) || syntax.isSentenceStart[i] === 1))) pushNoun(syntax, i, found)
  }
  return found
}

function pushVerb(syntax: Syntax, i: number, found: Trigger[]): void {
  const frames = framesOf(VERB_FRAMES, syntax, i) ?? (isJoint(syntax, i) ? [] : undefined)
  // “Turkish-backed rebels”, “increased tariffs”: a participle before its noun describes
  if (!frames || relationOf(syntax, i) === 'amod' || relationOf(syntax, i) === 'compound') return
  const clause = readClause(syntax, i)
  const fitting = frames.filter((one) => doesFit(one, syntax, i, clause))
  const frame = fitting.find((one) => !one.isWeak) ?? (isJoint(syntax, i) ? TOGETHER : fitting[0])
  if (!frame) return
  const particle = frame.particle === null ? -1 : findParticle(syntax, i, frame.particle)
  found.push({ token: i, first: i, last: particle === i + 1 ? i + 2 : i + 1, isNoun: false, frame, carrier: i, clause })
}

/** Whatever it is that several do together is cooperation: “have mined together”, “jointly counted herring”. */
const TOGETHER: Frame = {
  lemma: 'cooperate',
  type: 'COOPERATE',
  mode: null,
  particle: null,
  prepositions: null,
  objects: null,
  modifiers: null,
  subjects: null,
  before: null,
  isPlural: false,
  isWeak: false,
  isFirm: false,
}

function isJoint(syntax: Syntax, verb: number): boolean {
  if (/^(?:be|come|get|stand|bring|sit|live|stay|stick|hold|say|announce|put|pull|gather)$/.test(syntax.lemma[verb] as string)) return false
  return childrenOf(syntax, verb).some((child) => relationOf(syntax, child) === 'advmod' && /^(?:together|jointly)$/.test(syntax.lower[child] as string))
}

function pushNoun(syntax: Syntax, i: number, found: Trigger[]): void {
  const frames = framesOf(NOUN_FRAMES, syntax, i)
  if (!frames || relationOf(syntax, i) === 'compound') return
  const frame = frames.find((one) => doesFitNoun(one, syntax, i))
  if (!frame) return
  const carrier = findCarrier(syntax, i)
  // “signed an agreement”, “imposed a curfew”: the verb tells it, with this noun
  if (carrier >= 0 && found.some((other) => other.token === carrier && other.frame.objects !== null)) return
  found.push({ token: i, first: i, last: i + 1, isNoun: true, frame, carrier, clause: readClause(syntax, i) })
}

/** The light verb above a noun, or −1. */
export function findCarrier(syntax: Syntax, noun: number): number {
  let at = noun
  // “held a round of talks”, “talks and meetings”
  while (
    /^(?:conj|nmod)$/.test(relationOf(syntax, at)) &&
    at - (syntax.head[at] as number) < 4 &&
    /^(?:round|series|day|set|number|wave|conj)s?$/.test(relationOf(syntax, at) === 'conj' ? 'conj' : (syntax.lower[syntax.head[at] as number] as string))
  )
    at = syntax.head[at] as number
  const head = syntax.head[at] as number
  if (head < 0) return -1
  const relation = relationOf(syntax, at)
  const lemma = syntax.lemma[head] as string
  const isObject = relation === 'obj' || (relation === 'nsubj:pass' && isPassive(syntax, head)) || (relation === 'obl' && lemma === 'take')
  if (isObject && LIGHT.has(lemma)) return head
  // “came |under attack|”
  if (relation === 'obl' && /^(?:come|be|remain|put|place)$/.test(lemma) && caseOf(syntax, at) === 'under') return head
  return relation === 'nsubj' && HAPPENING.has(lemma) ? head : -1
}

function doesFit(frame: Frame, syntax: Syntax, verb: number, clause: Clause): boolean {
  if (frame.particle !== null && findParticle(syntax, verb, frame.particle) < 0) return false
  if (frame.prepositions && !hasPreposition(frame.prepositions, syntax, verb, clause)) return false
  if (frame.objects && !hasObject(frame, syntax, verb, clause)) return false
  if (!frame.subjects) return true
  return (clause.isPassive ? agentsOf(syntax, clause) : clause.subjects).some((token) => isNamed(frame.subjects as ReadonlySet<string>, syntax, token))
}

/** Among what hangs by the verb or by its object: “carried letters between the two”. */
function hasPreposition(wanted: ReadonlySet<string>, syntax: Syntax, verb: number, clause: Clause): boolean {
  if (clause.obliques.some(({ preposition }) => wanted.has(preposition)) || hasWord(syntax, verb, wanted)) return true
  return wanted.has('between') && clause.objects.some((object) => childrenOf(syntax, object).some((child) => caseOf(syntax, child) === 'between'))
}

/** Who does it in the passive: “was attacked |by the army|”, and where the reader hangs that by another: “was hit with sanctions |by Varland|”. */
export function agentsOf(syntax: Syntax, clause: Clause): number[] {
  const own = clause.obliques.filter(({ preposition }) => preposition === 'by').map(({ token }) => token)
  if (own.length > 0) return own
  return clause.obliques.flatMap(({ token }) =>
    Array.from(childrenOf(syntax, token)).filter((child) => child > token && relationOf(syntax, child) === 'nmod' && caseOf(syntax, child) === 'by'),
  )
}

function hasObject({ objects, modifiers }: Frame, syntax: Syntax, verb: number, clause: Clause): boolean {
  // “promised to attack”, but “promised not to attack”
  const complements = childrenOf(syntax, verb).filter((child) => relationOf(syntax, child) === 'xcomp' && !isNegated(syntax, child))
  const tokens = [...clause.objects, ...complements, ...(clause.isPassive ? clause.subjects : []), ...clause.obliques.map(({ token }) => token)]
  return tokens.some((token) => isNamed(objects as ReadonlySet<string>, syntax, token) && (!modifiers || hasBefore(modifiers, syntax, token)))
}

function isNegated(syntax: Syntax, verb: number): boolean {
  return childrenOf(syntax, verb).some((child) => /^(?:not|n't|never)$/.test(syntax.lower[child] as string))
}

/** Whether one of the words stands close before a noun: “|air| strikes”. */
function hasBefore(words: ReadonlySet<string>, syntax: Syntax, noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 3); i--) if (words.has(syntax.lower[i] as string)) return true
  return false
}

/** Whether a phrase is headed by one of the lemmas, or counts them: “forty tonnes of tents”. */
function isNamed(lemmas: ReadonlySet<string>, syntax: Syntax, token: number): boolean {
  if (isOneOf(lemmas, syntax, token)) return true
  for (const child of childrenOf(syntax, token)) {
    const relation = relationOf(syntax, child)
    if ((relation === 'nmod' || relation === 'compound') && isOneOf(lemmas, syntax, child)) return true
  }
  return false
}

function isOneOf(lemmas: ReadonlySet<string>, syntax: Syntax, token: number): boolean {
  const lower = syntax.lower[token] as string
  return lemmas.has(syntax.lemma[token] as string) || lemmas.has(lower) || (lower.endsWith('s') && lemmas.has(lower.slice(0, -1)))
}

function doesFitNoun(frame: Frame, syntax: Syntax, noun: number): boolean {
  if (frame.isPlural && !(syntax.lower[noun] as string).endsWith('s')) return false
  return !frame.before || hasBefore(frame.before, syntax, noun)
}

/** The particle of a verb: “turned … down”; −1 where it has none. */
function findParticle(syntax: Syntax, verb: number, particle: string): number {
  for (const child of childrenOf(syntax, verb)) if (syntax.lower[child] === particle && child > verb) return child
  return syntax.lower[verb + 1] === particle ? verb + 1 : -1
}

/** A preposition or adverb that hangs by the verb itself: “called for”, “trained together”. */
function hasWord(syntax: Syntax, verb: number, words: ReadonlySet<string>): boolean {
  for (const child of childrenOf(syntax, verb))
    if (words.has(syntax.lower[child] as string) && /^(?:advmod|compound:prt|case|mark|obl|xcomp|amod)$/.test(relationOf(syntax, child))) return true
  return words.has(syntax.lower[verb + 1] as string) && syntax.upos[verb + 1] === TAG.ADP
}

function framesOf(table: ReadonlyMap<string, readonly Frame[]>, syntax: Syntax, i: number): readonly Frame[] | undefined {
  for (const lemma of spell(syntax, i)) {
    const frames = table.get(lemma)
    if (frames) return frames
  }
  return undefined
}

/** The lemma, and what it may be where the reader cut too much or nothing: “telephon”, “airstrikes”, “expell”. */
function spell(syntax: Syntax, i: number): string[] {
  const lemma = syntax.lemma[i] as string
  const lower = syntax.lower[i] as string
  return [
    lemma,
    IRREGULAR.get(lower) ?? lemma,
    `${lemma}e`,
    lower,
    lower.replace(/(?:ed|ing|s)$/, ''),
    lower.replace(/(?:ed|ing|es)$/, 'e'),
    lower.replace(/(.)\1(?:ed|ing)$/, '$1'),
  ]
}

/** “were pleased” is none; “has mined together”, tagged as an adjective, may be. */
function isUsedAsVerb(syntax: Syntax, i: number): boolean {
  return /ed$/.test(syntax.lower[i] as string) && childrenOf(syntax, i).some((child) => /^aux/.test(relationOf(syntax, child)))
}

/** “Varland |hails| Ostrian vote”: a headline's verb that the reader takes for a noun. */
function hasBothSides(syntax: Syntax, i: number): boolean {
  const relations = new Set(Array.from(childrenOf(syntax, i), (child) => relationOf(syntax, child)))
  return relations.has('nsubj') && relations.has('obj') && (syntax.lower[i] as string).endsWith('s')
}

function isLower(syntax: Syntax, i: number): boolean {
  return syntax.words[i] === syntax.lower[i]
}
