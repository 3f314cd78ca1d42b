import type { EventDate } from '../document/news-event.ts'
import type { TokenSpan } from '../document/span.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { tokensOf } from '../document/words.ts'
import { hasMarkTo } from './clause.ts'
import type { Scene } from './scene.ts'
import { LOOKS_AHEAD, TIMES } from './time-verbs.ts'

/** A word that a date may be of, and how far it is. */
interface Hook {
  readonly token: number
  readonly cost: number
}

/** Where a date hangs: the words that it may date, nearest first. */
export interface Dating {
  readonly date: EventDate
  /** Its tokens, half open. */
  readonly first: number
  readonly last: number
  /** The word that carries it. */
  readonly token: number
  readonly hooks: readonly Hook[]
  /** “the fullest meeting since 2009, when he ran the port”: it dates what was then, and nothing beside it. */
  readonly isBound: boolean
}

const STEPS = 6
/** Dependents of a verb that are looked at for what it promises, so that costs stay linear. */
const DEPENDENTS = 8
/** Words before which a date is an end of something, not its time: “the longest since 2011”, “one of the last before May”, “valid until May”. */
const BOUNDS = new Set(['since', 'before', 'after', 'until', 'till', 'than', 'beyond', 'past', 'except'])
/** “the first visit in ten years”, “the deadliest raid in a decade”, “resumed after four years”: how long it had not been. */
const RANKING = /^(?:first|last|only|second|third|[a-z]{3,}est|most|least)$/
const RANK_REACH = 9

/** The dates of each sentence with where they hang. */
export function placeDates(scene: Scene): ReadonlyMap<number, readonly Dating[]> {
  const found = new Map<number, Dating[]>()
  for (const date of scene.dates) {
    const held = tokensOf(scene.tokens, date.span)
    if (!held) continue
    const token = headWithin(scene.syntax, held.first, held.last)
    const sentence = scene.sentenceOf[held.first] as number
    const dating = { date, ...held, token, hooks: listHooks(scene.syntax, held, token, date), isBound: isBound(scene.syntax, held.first, held.last, token) }
    const same = found.get(sentence)
    if (same) same.push(dating)
    else found.set(sentence, [dating])
  }
  return found
}

/** The last word of an expression whose head lies outside. */
function headWithin(syntax: Syntax, first: number, last: number): number {
  let at = last - 1
  for (let i = first; i < last; i++) {
    const head = syntax.head[i] as number
    if (head < first || head >= last) at = i
  }
  return at
}

function listHooks(syntax: Syntax, { first, last }: TokenSpan, token: number, { status, grain }: EventDate): Hook[] {
  const hooks: Hook[] = []
  const isLong = grain !== 'day' && grain !== 'week'
  const clause = findWhenClause(syntax, last)
  if (clause >= 0) hooks.push({ token: clause, cost: 0 })
  if (isBound(syntax, first, last, token) || (status === 'unresolved' && isCountedFrom(syntax, first, last))) return hooks
  let at = findBegin(syntax, first, token, isLong)
  for (let step = 0; step < STEPS && at >= 0; step++) {
    hooks.push({ token: at, cost: step })
    if (endsClause(syntax, at) || !passesUp(syntax, at, first, token)) break
    at = syntax.head[at] as number
  }
  return hooks
}

/** The word that a date hangs by. “offered to mediate in May”: a month behind what is promised is that of the promised, whatever the tree says. */
function findBegin(syntax: Syntax, first: number, token: number, isLong: boolean): number {
  const head = syntax.head[token] as number
  if (!isLong || head < 0 || head > first || !LOOKS_AHEAD.has(syntax.lemma[head] as string)) return head
  let looked = 0
  for (const child of childrenOf(syntax, head)) {
    if (child < head) continue
    if (child >= first || ++looked > DEPENDENTS) break
    if (relationOf(syntax, child) === 'xcomp' && hasMarkTo(syntax, child)) return child
  }
  return head
}

/** “in 2011, when he paid a visit”: the verb of the clause. */
function findWhenClause(syntax: Syntax, last: number): number {
  const at = syntax.lower[last] === ',' ? last + 1 : last
  if (syntax.lower[at] !== 'when') return -1
  // a parse that hangs the clause by something told before the date is wrong
  const verb = syntax.head[at] as number
  return verb > at ? verb : -1
}

/** Whether a date is told as an end, or as how long ago something like it had happened. */
function isBound(syntax: Syntax, first: number, last: number, token: number): boolean {
  let at = first - 1
  while (at > first - 3 && at >= 0 && (syntax.upos[at] === TAG.DET || syntax.lower[at] === 'at')) at--
  const lead = syntax.lower[at] ?? ''
  // in “after Monday's raid” the word is the raid's
  const isOfNoun = syntax.head[at] === syntax.head[token] && (syntax.head[token] as number) >= last
  if ((BOUNDS.has(lead) && !isOfNoun) || BOUNDS.has(syntax.lower[first] as string)) return true
  if ((lead !== 'in' && lead !== 'for') || !/^(?:years?|decades?|months?|weeks?|century)$/.test(syntax.lower[last - 1] as string)) return false
  if (/^(?:last|this|next|past|the)$/.test(syntax.lower[first] as string)) return false
  for (let i = at - 1; i >= 0 && i > at - RANK_REACH; i--) if (RANKING.test(syntax.lower[i] as string)) return true
  return false
}

/** “two days before the vote”, “a day after he left”: where the vote is not known, the words stand by the vote and date nothing. */
function isCountedFrom(syntax: Syntax, first: number, last: number): boolean {
  for (let i = first + 1; i < last; i++) if (/^(?:before|after)$/.test(syntax.lower[i] as string)) return true
  return false
}

/** A date does not reach beyond its clause: “said on Monday that …”, “since 2011, when …”. */
function endsClause(syntax: Syntax, at: number): boolean {
  return /^(?:root|ccomp|acl|acl:relcl|advcl|parataxis|conj)$/.test(relationOf(syntax, at))
}

/** Whether the date of a word may be that of the word above it. */
function passesUp(syntax: Syntax, at: number, first: number, token: number): boolean {
  const above = syntax.head[at] as number
  const relation = relationOf(syntax, at)
  // “proposed holding talks on Friday”
  if (relation === 'xcomp' && syntax.upos[at] === TAG.VERB) return !(above >= 0 && LOOKS_AHEAD.has(syntax.lemma[above] as string))
  if (syntax.upos[at] === TAG.VERB) return !hasMarkTo(syntax, at) || relation === 'acl'
  if (syntax.head[token] !== at || TIMES.has(syntax.lemma[at] as string)) return true
  const isWhere = relation.startsWith('obl') && /^(?:in|at|during|on|with|into)$/.test(caseOf(syntax, at) ?? '')
  // “condemned Monday's attack”, “after the 2011 attack”: of that word alone; but “in Monday's debate he promised”
  if (token < at) return isWhere && above >= 0 && syntax.upos[above] !== TAG.NOUN
  // “e-mails from September”
  return isWhere || !/^(?:from|of|for|between)$/.test(syntax.lower[first - 1] ?? '') || childrenOf(syntax, at).length === 0
}
