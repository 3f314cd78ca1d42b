import type { EventDate, EventType } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { tokensOf } from '../document/words.ts'
import { hasMarkTo } from './clause.ts'
import type { Dating } from './datings.ts'
import { VERB_FRAMES } from './lexicon.ts'
import type { Scene } from './scene.ts'
import { ATTENDS, HAPPENS, LOOKS_AHEAD, REACHES, STRETCHES } from './time-verbs.ts'
import type { Trigger } from './triggers.ts'

/** How a date comes to an event: by its own words, the verb that carries its noun, a word above, beside or below, or what brought it about. */
export type DateTie = 'own' | 'carrier' | 'above' | 'beside' | 'below' | 'cause'

/** A word by whose date an event is dated. */
interface Reach {
  readonly cost: number
  readonly tie: DateTie
  /** Whether the date must hang on the word itself. */
  readonly isDirect: boolean
  /** The token that the date must stand right behind, −1 for any. */
  readonly behind: number
}

/** Cost from which a word only stands beside the event: a date behind it is not shared. */
const BESIDE = 10
const CLIMB = 4
/** Tokens on either side of a trigger in which its date stands: more than a sentence of the news has, so that costs stay linear. */
const REACH = 120
/** Words from a verb to the one that stands beside it: “was arrested and later charged on Monday”. */
const PAIR_REACH = 4
/** Subjects or objects whose date is looked at. */
const PARTNERS = 6
/** How much nearer a time must be that nobody can know (“recently”) to be taken instead of one that is known. */
const UNKNOWN = 2
/** Verbs of these types tell what somebody thinks of their object, not when it happened: “condemned the strike on Monday”. */
const JUDGING = new Set<EventType>(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST', 'THREATEN', 'AGREE', 'CONCEDE'])

/** The date that a trigger's words carry, and how; null where its sentence tells none for it. */
export function findDating(scene: Scene, trigger: Trigger, datings: ReadonlyMap<number, readonly Dating[]>): { date: EventDate; tie: DateTie } | null {
  const { syntax } = scene
  const carrier = trigger.carrier >= 0 ? trigger.carrier : trigger.token
  const reach = reachOf(scene, trigger, carrier)
  let best: { date: EventDate; tie: DateTie } | null = null
  let bestCost = Infinity
  const all = datings.get(scene.sentenceOf[trigger.token] as number) ?? []
  for (let n = firstWithin(all, trigger.token - REACH); n < all.length; n++) {
    const dating = all[n] as Dating
    if (dating.first > trigger.token + REACH) break
    if (trigger.token >= dating.first && trigger.token < dating.last) continue
    if (!isToldTogether(scene, trigger, carrier, dating)) continue
    const found = tieTo(syntax, dating, reach, carrier)
    if (!found) continue
    const cost = found.cost + (dating.date.status === 'unresolved' ? UNKNOWN : 0)
    if (cost >= bestCost) continue
    best = { date: dating.date, tie: found.tie }
    bestCost = cost
  }
  return best
}

/** The first dating that begins behind a token, by halving. */
function firstWithin(datings: readonly Dating[], token: number): number {
  let low = 0
  let high = datings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((datings[middle] as Dating).first > token) high = middle
    else low = middle + 1
  }
  return low
}

/** The date that a trigger's words carry. */
export function findDate(scene: Scene, trigger: Trigger, datings: ReadonlyMap<number, readonly Dating[]>): EventDate | null {
  return findDating(scene, trigger, datings)?.date ?? null
}

/** The date of what is done by saying it, from the words of its cue: “said on Tuesday that it would close the strait”. */
export function findDateOfSaying(scene: Scene, cue: readonly Span[], datings: ReadonlyMap<number, readonly Dating[]>): EventDate | null {
  for (const span of cue) {
    const held = tokensOf(scene.tokens, span)
    for (let i = held?.first ?? 0; held && i < held.last; i++) {
      const all = datings.get(scene.sentenceOf[i] as number) ?? []
      for (let n = firstWithin(all, i - REACH); n < all.length && (all[n] as Dating).first <= i + REACH; n++) {
        const { hooks, token, date } = all[n] as Dating
        if (hooks[0]?.token === i && scene.statedIn[token] === scene.statedIn[i]) return date
      }
    }
  }
  return null
}

/** “said on Monday that they would meet”: what is said has another time than the saying, unless the date is tied to it by the words themselves. */
function isToldTogether({ statedIn, cueOf }: Scene, trigger: Trigger, carrier: number, { first, token, hooks }: Dating): boolean {
  if (statedIn[token] === statedIn[trigger.token]) return true
  const isOwn = hooks[0]?.token === trigger.token || hooks[0]?.token === carrier
  // “said Monday it had met”, where the tree hangs the day on the meeting
  const isOfCue = first < trigger.token && (cueOf[first - 1] ?? -1) >= 0
  return isOwn && !isOfCue
}

function tieTo(syntax: Syntax, dating: Dating, reach: ReadonlyMap<number, Reach>, carrier: number): { cost: number; tie: DateTie } | null {
  // “it was two weeks ago that he left”
  if (syntax.head[carrier] === dating.token && /^(?:root|ccomp)$/.test(relationOf(syntax, dating.token))) return { cost: 0.5, tie: 'own' }
  for (let n = 0; n < dating.hooks.length; n++) {
    const hook = dating.hooks[n] as Dating['hooks'][number]
    const over = reach.get(hook.token)
    if (over === undefined || (over.isDirect && n > 0) || (dating.isBound && over.tie !== 'own')) continue
    if (over.behind >= 0 && (dating.first <= over.behind || dating.first > over.behind + 2)) continue
    // a date before its verb reaches the verbs beside it (“On Tuesday he came and met”), one behind does not reach forward
    if (over.cost >= BESIDE && (dating.first > carrier || (dating.first > hook.token && isLong(dating)))) continue
    return { cost: over.cost + hook.cost, tie: over.tie }
  }
  return null
}

/** “built in 1932 and restored by the state” does not tell when that was; “met on Monday and agreed” does. */
function isLong({ date }: Dating): boolean {
  return date.grain !== 'day' && date.grain !== 'week'
}

/** Words by which a trigger may be dated: itself, its light verb, what hangs under it, the verbs above and beside it, its cause. */
function reachOf({ syntax, cueOf }: Scene, trigger: Trigger, carrier: number): Map<number, Reach> {
  const reach = new Map<number, Reach>()
  const add = (token: number, cost: number, tie: DateTie, isDirect = false, behind = -1) => {
    if (!reach.has(token)) reach.set(token, { cost, tie, isDirect, behind })
  }
  add(trigger.token, 0, 'own')
  if (carrier !== trigger.token) add(carrier, 1, 'carrier')
  if (trigger.isNoun) for (const verb of listClauses(syntax, trigger.token)) add(verb, 1, 'below')
  else {
    const second = findPair(syntax, trigger.token)
    if (second >= 0) add(second, 5, 'beside')
    // “shot at the post, killing ten on Monday”, “accused her while he was campaigning on Friday”
    for (const child of childrenOf(syntax, trigger.token))
      if (relationOf(syntax, child) === 'advcl' && !hasMarkTo(syntax, child) && isSameTime(syntax, child)) add(child, 4, 'below')
    // “an attack on Monday that killed twelve”, “Monday's attack killed twelve”
    if (trigger.frame.type === 'ASSAULT') for (const subject of trigger.clause.subjects.slice(0, PARTNERS)) add(subject, 3, 'cause', true)
    // “attended Friday's dinner”
    if (ATTENDS.has(syntax.lemma[trigger.token] as string)) for (const object of trigger.clause.objects.slice(0, PARTNERS)) add(object, 4, 'below', true)
  }
  let at = carrier
  let cost = 2
  for (let step = 0; step < CLIMB; step++) {
    const head = syntax.head[at] as number
    if (head < 0) break
    const isBeside = relationOf(syntax, at) === 'conj'
    // “killed two men and injured six on Monday”, where the tree gives the day to the first verb
    const isSame = isBeside && at === trigger.token && isAlike(syntax, head, at)
    if (isBeside) cost = Math.max(cost, isSame ? BESIDE / 2 : BESIDE)
    else if (!isAtOnce(syntax, at, head, trigger.isNoun && at === trigger.token)) {
      // “prompted the invasion of Ostria in 2001”, “angry about the arrest of a crew on Monday”
      if (trigger.isNoun && at === trigger.token && cueOf[head] === -1 && !isJudging(syntax, head)) add(head, 3, 'above', true, syntax.right[at] as number)
      break
    }
    add(head, cost++, isBeside ? 'beside' : 'above')
    at = head
  }
  return reach
}

function isJudging(syntax: Syntax, verb: number): boolean {
  return VERB_FRAMES.get(syntax.lemma[verb] as string)?.some(({ type }) => JUDGING.has(type)) ?? false
}

/** “talks that had begun in March”, “a visit planned for last week”, “a trip supposed to start on Friday”. */
function listClauses(syntax: Syntax, noun: number): number[] {
  const found: number[] = []
  for (const child of childrenOf(syntax, noun)) {
    if (!relationOf(syntax, child).startsWith('acl')) continue
    const below = [...childrenOf(syntax, child)].find((inner) => relationOf(syntax, inner) === 'xcomp') ?? -1
    const verb = below >= 0 && hasMarkTo(syntax, below) ? below : child
    if (HAPPENS.has(syntax.lemma[verb] as string)) found.push(child, verb)
  }
  return found
}

/** “was arrested and charged on Monday”, “killed ten people and injured six on Monday”: the second verb, where nothing stands between or both tell the like. */
function findPair(syntax: Syntax, verb: number): number {
  let isApart = false
  for (const child of childrenOf(syntax, verb)) {
    if (child < verb) continue
    const relation = relationOf(syntax, child)
    if (relation === 'conj' && ((!isApart && child <= verb + PAIR_REACH) || isAlike(syntax, verb, child))) return child
    if (/^(?:obj|obl|xcomp|ccomp|advcl)/.test(relation)) isApart = true
  }
  return -1
}

function isAlike(syntax: Syntax, verb: number, second: number): boolean {
  if (childrenOf(syntax, second).some((child) => relationOf(syntax, child).startsWith('nsubj'))) return false
  const types = VERB_FRAMES.get(syntax.lemma[second] as string)?.map(({ type }) => type) ?? []
  return VERB_FRAMES.get(syntax.lemma[verb] as string)?.some(({ type }) => types.includes(type)) ?? false
}

/** Whether what a word tells happens when the word above it does. */
function isAtOnce(syntax: Syntax, at: number, head: number, isNoun: boolean): boolean {
  const relation = relationOf(syntax, at)
  const above = syntax.lemma[head] as string
  if (relation === 'xcomp') return !LOOKS_AHEAD.has(above)
  if (relation === 'advcl') return hasMarkTo(syntax, at) ? REACHES.has(above) : isSameTime(syntax, at)
  if (!isNoun) return false
  if (relation === 'nmod') return STRETCHES.has(above)
  if (relation.startsWith('obl') && /^(?:in|at|during|into|by)$/.test(caseOf(syntax, at) ?? '')) return true
  if (!/^(?:obj|nsubj|obl)/.test(relation)) return false
  // “left talks on Thursday”, “the talks failed on Monday”; “defended the strike on Monday” does not tell when that was
  return HAPPENS.has(above) && !relation.startsWith('obl')
}

/** “arrested on Monday, ending the siege”, “killed when the bomb exploded”; not “because it allows”, “after graduating”. */
function isSameTime(syntax: Syntax, verb: number): boolean {
  let mark = ''
  let hasSubject = false
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (child < verb && (relation === 'mark' || relation === 'case' || (relation === 'advmod' && syntax.lower[child] === 'when')))
      mark = syntax.lower[child] as string
    if (relation.startsWith('nsubj')) hasSubject = true
  }
  return mark === '' ? !hasSubject : /^(?:when|as|while|by)$/.test(mark)
}
