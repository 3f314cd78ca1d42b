import type { EventDate } from '../document/news-event.ts'
import { childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { tokensOf } from '../document/words.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Where each date hangs: the verb or noun that it dates, found by climbing from its head. */
export interface Dating {
  readonly date: EventDate
  readonly first: number
  /** The word that carries it. */
  readonly token: number
  /** The words above it up to its clause, nearest first. */
  readonly above: readonly number[]
}

const STEPS = 6

/** The dates of each sentence with where they hang. */
export function placeDates(scene: Scene): ReadonlyMap<number, readonly Dating[]> {
  const found = new Map<number, Dating[]>()
  for (const dating of listDatings(scene)) {
    const sentence = scene.sentenceOf[dating.first] as number
    const same = found.get(sentence)
    if (same) same.push(dating)
    else found.set(sentence, [dating])
  }
  return found
}

function listDatings(scene: Scene): Dating[] {
  const { syntax } = scene
  return scene.dates.flatMap((date) => {
    const held = tokensOf(scene.tokens, date.span)
    if (!held) return []
    let at = held.last - 1
    for (let i = held.first; i < held.last; i++) {
      const head = syntax.head[i] as number
      if (head < held.first || head >= held.last) at = i
    }
    // “the longest since 2011” looks back; it is not when it happened
    const isLookingBack = syntax.lower[held.first] === 'since' || syntax.lower[held.first - 1] === 'since'
    const token = at
    const above: number[] = []
    at = syntax.head[at] as number
    for (let step = 0; step < STEPS && at >= 0 && !isLookingBack; step++) {
      above.push(at)
      if (endsClause(syntax, at)) break
      at = syntax.head[at] as number
    }
    return [{ date, first: held.first, token, above }]
  })
}

/** A date does not reach beyond its clause: “said on Monday that …”, “since 2011, when …”. */
function endsClause(syntax: Syntax, at: number): boolean {
  return /^(?:root|ccomp|acl:relcl|advcl|parataxis|conj)$/.test(relationOf(syntax, at))
}

/** The date that a trigger's words carry: the one hanging nearest by it, by its light verb, or by the verb it stands beside. */
export function findDate(scene: Scene, trigger: Trigger, datings: ReadonlyMap<number, readonly Dating[]>): EventDate | null {
  const { syntax } = scene
  const reach = reachOf(syntax, trigger)
  let best: Dating | null = null
  let bestCost = Infinity
  for (const dating of datings.get(scene.sentenceOf[trigger.token] as number) ?? []) {
    // “in 2011, when he paid a visit”
    if (syntax.head[trigger.carrier >= 0 ? trigger.carrier : trigger.token] === dating.token && bestCost > 0.5) {
      best = dating
      bestCost = 0.5
    }
    for (let step = 0; step < dating.above.length; step++) {
      const over = reach.get(dating.above[step] as number)
      if (over === undefined) continue
      // a date before its verb reaches the verbs beside it (“On Tuesday he came and met”), one behind does not reach forward
      if (over >= 10 && dating.first > trigger.token) continue
      const cost = over + step + (dating.date.status === 'unresolved' ? 0.5 : 0)
      if (cost < bestCost) {
        best = dating
        bestCost = cost
      }
      break
    }
  }
  return best?.date ?? null
}

/** Words a date of the trigger may hang by, with their cost: itself, its light verb, infinitives under it, verbs beside it. */
function reachOf(syntax: Syntax, trigger: Trigger): Map<number, number> {
  const reach = new Map<number, number>([[trigger.token, 0]])
  if (trigger.carrier >= 0 && trigger.carrier !== trigger.token) reach.set(trigger.carrier, 1)
  // “talks that had begun in March”, “a visit planned for last week”
  if (trigger.isNoun) for (const child of childrenOf(syntax, trigger.token)) if (relationOf(syntax, child).startsWith('acl')) reach.set(child, 1)
  let at = trigger.carrier >= 0 ? trigger.carrier : trigger.token
  let cost = 2
  for (let step = 0; step < 4; step++) {
    const relation = relationOf(syntax, at)
    const head = syntax.head[at] as number
    if (head < 0) break
    // the noun of a verb that tells no event of its own: “left talks on Thursday”, “the talks failed on Monday”
    const isNounUp = trigger.isNoun && /^(?:obj|nsubj|nsubj:pass|obl|nmod)$/.test(relation) && step === 0
    const isUp = relation === 'xcomp' || relation === 'advcl' || isNounUp
    if (relation === 'conj') cost = Math.max(cost, 10)
    else if (!isUp) break
    reach.set(head, cost++)
    at = head
  }
  return reach
}
