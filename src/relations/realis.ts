import type { Realis } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childSaying, isComplement, type Scene, sentenceOf } from './scene.ts'

/** Whether work goes on, is planned or not known, and the words that say so. */
export interface Told {
  readonly realis: Realis
  readonly cues: readonly Span[]
}

const NEGATIONS = /^(?:not|n['’]t|never|neither|nor|no)$/
const DENYING = /^(?:fail|refus|declin|reject|omit|rule|oppos|block)/
/** Decided, not yet done. */
const PLANNING = /^(?:plan|agree|pledg|promis|intend|decid|prepar|vow|schedul|expect|commit|announc|undert|aim)/
/** Only thought of. */
const WISHING =
  /^(?:hop|want|consider|think|thought|propos|discuss|seek|sought|wish|explor|weigh|mull|negotiat|talk|offer|suggest|urg|call|ask|appeal|could|might|may|study|studied|aspir|eye)/
const MODALS: Readonly<Record<string, Realis>> = {
  will: 'planned',
  ll: 'planned',
  '’ll': 'planned',
  shall: 'planned',
  would: 'hypothetical',
  could: 'hypothetical',
  may: 'hypothetical',
  might: 'hypothetical',
  can: 'hypothetical',
  should: 'hypothetical',
  must: 'hypothetical',
}

/** What the words around a verb say of its realis, from the inside out; the words of doubt in its sentence come first. */
export function tellRealis(scene: Scene, verb: number): Told {
  const doubt = findDoubtAt(scene, verb)
  if (doubt) return { realis: 'unknown', cues: [doubt] }
  const { syntax } = scene
  let at = verb
  let found: Told | null = null
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const own = tellOwn(scene, at, steps > 0)
    // “does |not| plan to”: a denial outside outweighs the plan
    if (own?.realis === 'denied') return own
    found ??= own
    const relation = relationOf(syntax, at)
    if (!/^(?:xcomp|ccomp|acl$|advcl|conj)/.test(relation) || (relation === 'conj' && steps === 0 && hasSubject(syntax, at))) break
    if (relation === 'advcl' && childSaying(syntax, at, /^(?:if|unless)$/) >= 0)
      return found ?? { realis: 'hypothetical', cues: spansOf(scene, [childSaying(syntax, at, /^(?:if|unless)$/)]) }
    // “|denied| that it had suspended the exchange”
    if (relation === 'ccomp' && /^(?:deny|denie|denying|dispute)/.test(syntax.lower[syntax.head[at] as number] ?? ''))
      return { realis: 'denied', cues: spansOf(scene, [syntax.head[at] as number]) }
    // “would punish ourselves |by cancelling| the sale”
    if (relation === 'ccomp' || (relation === 'advcl' && !isComplement(syntax, at) && childSaying(syntax, at, /^by$/) < 0)) break
    at = syntax.head[at] as number
  }
  // a headline: “Varland and Lund |to share| satellites”
  if (found === null && isHeadlinePlan(syntax, verb)) return { realis: 'planned', cues: [] }
  if (found === null && isOpenInfinitive(syntax, verb)) return { realis: isSettled(syntax, verb) ? 'planned' : 'hypothetical', cues: [] }
  return found ?? { realis: isOngoing(syntax, verb) ? 'ongoing' : 'happened', cues: [] }
}

function tellOwn(scene: Scene, at: number, isGovernor: boolean): Told | null {
  const { syntax } = scene
  let found: Told | null = null
  for (const child of childrenOf(syntax, at)) {
    const word = syntax.lower[child] as string
    const relation = relationOf(syntax, child)
    if (NEGATIONS.test(word) && (relation === 'advmod' || relation === 'det' || relation === 'cc:preconj'))
      return { realis: 'denied', cues: spansOf(scene, [child]) }
    // “said the two |would| build a bridge” tells of what will be; “would … if” does not
    const isReported = word === 'would' && isReportedClause(syntax, at) && !hasCondition(syntax, at)
    if (relation === 'aux' && MODALS[word]) found = { realis: isReported ? 'planned' : (MODALS[word] as Realis), cues: spansOf(scene, [child]) }
    // “were |to| sign”
    if (word === 'to' && relation === 'mark' && hasBe(syntax, at)) found ??= { realis: 'planned', cues: spansOf(scene, [child]) }
  }
  if (found || !isGovernor) return found
  const word = syntax.lower[at] as string
  if (DENYING.test(word)) return { realis: 'denied', cues: spansOf(scene, [at]) }
  if (WISHING.test(word)) return { realis: 'hypothetical', cues: spansOf(scene, [at]) }
  return PLANNING.test(word) ? { realis: 'planned', cues: spansOf(scene, [at]) } : null
}

function isReportedClause(syntax: Syntax, at: number): boolean {
  const relation = relationOf(syntax, at)
  // “said she was sorry, but that the exchange would go on”
  return relation === 'ccomp' || (relation === 'conj' && relationOf(syntax, syntax.head[at] as number) === 'ccomp')
}

function hasCondition(syntax: Syntax, at: number): boolean {
  for (const child of childrenOf(syntax, at))
    if (relationOf(syntax, child) === 'advcl' && childSaying(syntax, child, /^(?:if|unless|provided)$/) >= 0) return true
  return false
}

function hasBe(syntax: Syntax, at: number): boolean {
  return childSaying(syntax, at, /^(?:is|are|was|were|be)$/) >= 0
}

function hasSubject(syntax: Syntax, at: number): boolean {
  for (const child of childrenOf(syntax, at)) if (relationOf(syntax, child).startsWith('nsubj')) return true
  return false
}

function isHeadlinePlan(syntax: Syntax, verb: number): boolean {
  const above = syntax.head[verb] as number
  return above >= 0 && relationOf(syntax, verb) === 'acl' && (syntax.head[above] as number) < 0 && syntax.upos[above] === TAG.PROPN
}

/** “A moment |to abandon| the deal”, “a demand for |an end|”: nothing says that it was done. “Began to share” and “managed to” say so. */
function isOpenInfinitive(syntax: Syntax, verb: number): boolean {
  const above = syntax.head[verb] as number
  if (above < 0) return false
  const governor = syntax.lower[above] as string
  if (childSaying(syntax, verb, /^to$/) >= 0) return !/^(?:beg[aiu]n|start|continu|manag|help|allow|enabl|led|went|go)/.test(governor)
  return (
    syntax.upos[verb] === TAG.NOUN &&
    /^(?:demand|call|want|seek|sought|urg|propos|threat|request|offer|reject|oppos|discuss|consider|debat|negotiat|explor)/.test(governor)
  )
}

/** “Reached an agreement |to renew| the pact”. */
function isSettled(syntax: Syntax, verb: number): boolean {
  return /^(?:agreement|deal|decision|plan|pledge|promise|accord|pact|vow|commitment)s?$/.test(syntax.lower[syntax.head[verb] as number] ?? '')
}

/** Present and perfect tell what goes on; the simple past what has happened. */
function isOngoing(syntax: Syntax, verb: number): boolean {
  if (childSaying(syntax, verb, /^(?:has|have|'ve|’ve|is|are)$/) >= 0)
    return childSaying(syntax, verb, /^(?:been|was|were)$/) < 0 || /ing$/.test(syntax.lower[verb] as string)
  const word = syntax.lower[verb] as string
  if (/ed$/.test(word) || IRREGULAR.test(word)) return false
  return word === syntax.lemma[verb] || /[^s]s$/.test(word)
}

/** Past forms that a lemmatizer may leave as they are: “froze”, “held”, “cut”. */
const IRREGULAR =
  /^(?:froze|held|cut|put|set|hit|quit|split|began|ran|won|shut|let|left|built|lent|sent|spent|met|kept|brought|bought|fought|sought|taught|caught|took|shook|broke|spoke|chose|rose|wrote|drove|gave|made|grew|drew|withdrew|threw|flew|knew|sold|told|found|fell|lost|tore|wore|struck|stuck|sprang|swore|led|fed|read|said|laid|paid|became|came|overcame|got|forgot|undertook|forbade)$/

function spansOf({ tokens }: Scene, at: readonly number[]): Span[] {
  return at.map((i) => ({ start: tokens.start[i] as number, end: tokens.end[i] as number }))
}

/** Words with which somebody says that it is not known, up to “whether” or “if”. */
const DOUBTS: readonly RegExp[] = [
  /^(?:know|knows|known|say|says|sure|certain|clear)$/, // behind a negation: “do not know whether”
  /^(?:unclear|unknown|uncertain|nobody|no-one)$/,
]

/** “although nobody can say if the port came up”: from the conjunction to the end of the clause. Null where nobody doubts. */
export function findDoubtAt(scene: Scene, token: number): Span | null {
  const { syntax, tokens } = scene
  const sentence = sentenceOf(scene, token)
  const first = Math.max(sentence.first, token - 60)
  const last = Math.min(sentence.last, token + 60)
  for (let i = first; i < last; i++) {
    if (!/^(?:whether|if)$/.test(syntax.lower[i] as string) || !isDoubted(syntax, first, i)) continue
    let from = i
    while (from > first && !/^[,;:.“”"—–(]$/.test(syntax.lower[from - 1] as string)) from--
    let to = i
    while (to < last && !/^[,;:.“”"—–)]$/.test(syntax.lower[to] as string)) to++
    return { start: tokens.start[from] as number, end: tokens.end[to - 1] as number }
  }
  return null
}

function isDoubted(syntax: Syntax, first: number, whether: number): boolean {
  for (let i = Math.max(first, whether - 4); i < whether; i++) {
    const word = syntax.lower[i] as string
    if ((DOUBTS[1] as RegExp).test(word)) return true
    if ((DOUBTS[0] as RegExp).test(word))
      for (let k = Math.max(first, i - 3); k < i; k++) if (NEGATIONS.test(syntax.lower[k] as string) || syntax.lower[k] === 'nobody') return true
  }
  return false
}
