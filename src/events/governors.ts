import { relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childrenNear } from './children.ts'
import { isPassive } from './clause.ts'
import { hasNegation } from './negation.ts'

/** Verbs, adjectives and nouns above an infinitive, gerund or noun, by what they make of it. */
const words = (list: string) => new Set(list.trim().split(/\s+/))

/** “plans to visit”, “on the verge of signing”, “a planned summit” */
export const PLANNING =
  words(`plan intend aim expect agree promise pledge decide schedule set due prepare vow announce undertake commit swear guarantee arrange about ready
  poise slate determine determined volunteer propose accept negotiate finalise finalize look resolve verge brink eve
  vote direct oblige obligate bind task assign suppose mandate obligation duty order`)
/** “wants to visit”, “is likely to sign”, “the risk of losing” */
export const WISHING =
  words(`want hope offer wish ask urge order tell invite demand call press beg threaten warn seek request require try attempt consider recommend suggest propose
  encourage mull contemplate discuss allow permit willing able free likely unlikely instruct advise persuade appeal plead plot refrain insist insistence mediate need dream
  possible prospect chance ensure risk danger threat possibility idea fear option bid effort pressure hesitate interest interested battle fight struggle
  strive campaign lobby authorise authorize entitle license long yearn vie compete tempt incline wait think worry worried concerned reason`)
/** “refused to meet”, “prevented them from sailing” */
export const DENYING =
  words(`refuse fail decline deny cancel postpone scrap abandon avoid reject prevent rule forget neglect shelve stop cease avert thwart foil skip
  boycott oppose refute dismiss miss block turn forego forgo reluctant unable unwilling pretend dissuade deter restrain prohibit bar ban discourage resist`)
/** “began to withdraw”: as real as they are themselves. */
export const PASSING = words(
  'begin start continue resume manage help go come keep have use be appear seem proceed finish complete dare choose opt elect happen turn get remember',
)
export const DOUBTING = words('know say unclear unsure uncertain unknown doubt clear question wonder ask see tell remember decide sure confirm')
/** “was glad to meet him”, “the first to visit”: it happened where the adjective holds. */
const GRANTING = words(`glad pleased happy proud sorry delighted honored honoured grateful thankful surprised relieved lucky right wrong wise quick swift slow
  first last latest second third only`)
/** What one has who could do something: nouns before an infinitive. */
const ABLE = words(
  'ability capability capacity chance experience expertise knowledge know-how means opportunity potential power resource right skill strength will',
)
/** Verbs that are done by saying them, at the speaker's will: “I would like to thank …”, “we would urge both sides …”. */
const PERFORMING = words('thank congratulate apologise apologize commend praise salute urge')

/** What has been said by then, whatever becomes of it: “rejected the offer”, “announced an agreement”, “is considering the request”. */
export const SAID_ALREADY =
  words(`offer proposal request demand appeal plea invitation threat warning ultimatum accusation criticism complaint allegation pledge promise agreement
  deal accord`)

/** Phrasal verbs that put an event off: “called off”, “put off”, “ruled out”. */
const PUTTING_OFF = new Map([
  ['call', 'off'],
  ['put', 'off'],
  ['rule', 'out'],
  ['turn', 'down'],
  ['break', 'off'],
])
/** Nouns and forms read as the verb they are made of. */
const MADE_OF = new Map(
  `refusal refuse,decision decide,agreement agree,failure fail,invitation invite,willingness want,intention intend,commitment commit,proposal propose,
  readiness prepare,denial deny,suggestion suggest,recommendation recommend,reluctance reluctant,inability unable,desire want,wish want,thought consider,possibility possible`
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The lemma of a governor; of a noun that is made of a verb, that verb's: “plan”, “offer”, “refusal”, “decision”. */
export function governorOf(syntax: Syntax, head: number): string {
  const lemma = syntax.lemma[head] as string
  // “was chosen to lead”, not “chose to lead”
  if (/^(?:chosen|elected|selected|picked|appointed)$/.test(syntax.lower[head] as string) && isPassive(syntax, head)) return 'assign'
  return MADE_OF.get(lemma) ?? (syntax.lower[head] === 'willing' ? 'willing' : lemma)
}

export function isPuttingOff(syntax: Syntax, head: number): boolean {
  const particle = PUTTING_OFF.get(syntax.lemma[head] as string)
  return particle !== undefined && childrenNear(syntax, head).some((child) => syntax.lower[child] === particle)
}

/** “said”, “reported”: what they tell is as real as its own words say. */
export function isSaying(syntax: Syntax, head: number): boolean {
  return /^(?:say|add|report|note|state|claim|write|declare)$/.test(syntax.lemma[head] as string) && !hasNegation(syntax, head)
}

/** “has the knowledge to help”: able to, no plan. */
export function isAbility(syntax: Syntax, noun: number): boolean {
  return ABLE.has(syntax.lemma[noun] ?? '') || ABLE.has(syntax.lower[noun] ?? '')
}

/** “was glad to meet”, “was able to free the crew”; “is able to” tells no deed. */
export function isGranting(syntax: Syntax, head: number): boolean {
  if (GRANTING.has(syntax.lower[head] as string)) return true
  return (
    syntax.lower[head] === 'able' &&
    childrenNear(syntax, head).some((child) => relationOf(syntax, child) === 'cop' && /^(?:was|were)$/.test(syntax.lower[child] as string))
  )
}

/** “I would like to thank …”, “We would urge both sides …”, “Let me congratulate …”. */
export function isPerformed(syntax: Syntax, verb: number): boolean {
  if (!PERFORMING.has(syntax.lemma[verb] as string) || hasNegation(syntax, verb)) return false
  const head = syntax.head[verb] as number
  const isUnder = head >= 0 && relationOf(syntax, verb) === 'xcomp' && /^(?:like|want|wish|love|let)$/.test(syntax.lemma[head] as string)
  const teller = isUnder ? head : verb
  return (
    !hasNegation(syntax, teller) &&
    childrenNear(syntax, teller).some((child) => /^(?:nsubj|obj)$/.test(relationOf(syntax, child)) && /^(?:i|we|me|us)$/.test(syntax.lower[child] as string)) &&
    !childrenNear(syntax, teller).some(
      (child) => relationOf(syntax, child) === 'aux' && /^(?:will|can|could|may|might|did|do)$/.test(syntax.lower[child] as string),
    )
  )
}

/** Whether an adjective stands above: “crucial to stop the attacks”. */
export function isAdjective(syntax: Syntax, head: number): boolean {
  return syntax.upos[head] === TAG.ADJ
}
