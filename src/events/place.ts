import type { Mention } from '../document/mention.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf } from '../document/syntax.ts'
import { spanOf } from '../document/words.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

export interface Place {
  readonly span: Span
  readonly entity: number | null
}

const WHERE = /^(?:in|at|near|on|outside|inside|around|off|across|along|through|over|above|from)$/
const WHERETO = /^(?:to|in|into|at|for|through|on|towards|toward)$/

/** Where an event is told to be: by what hangs from its words, its verb, or the start of its clause. Null where nothing tells. */
export function findPlace(scene: Scene, trigger: Trigger, mode: string | null): Place | null {
  const { syntax } = scene
  const isVisit = mode === 'visit'
  const anchors = [trigger.token, ...(trigger.carrier >= 0 && trigger.carrier !== trigger.token ? [trigger.carrier] : [])]
  for (const anchor of anchors) {
    for (const child of childrenOf(syntax, anchor)) {
      const relation = relationOf(syntax, child)
      const preposition = caseOf(syntax, child) ?? ''
      const isWhere = /^(?:obl|nmod)/.test(relation) && (isVisit ? WHERETO : WHERE).test(preposition)
      // “visit Sarn”, “went there”, “blocked the harbour”
      const isVisited = isVisit && (relation === 'obj' || (relation === 'advmod' && syntax.lower[child] === 'there'))
      const found = isWhere || isVisited ? placeAt(scene, child, isVisit) : null
      if (found) return found
    }
  }
  return blocked(scene, trigger) ?? within(scene, anchors, isVisit) ?? fronted(scene, trigger)
}

/** One step further: “an attack on a post at Orm Gate”, “from the roofs of Sarn”. */
function within(scene: Scene, anchors: readonly number[], isVisit: boolean): Place | null {
  const { syntax } = scene
  if (isVisit) return null
  for (const anchor of anchors)
    for (const child of childrenOf(syntax, anchor)) {
      if (!/^(?:obl|nmod|obj)/.test(relationOf(syntax, child)) || /^(?:about|by|with)$/.test(caseOf(syntax, child) ?? '')) continue
      for (const inner of childrenOf(syntax, child)) {
        const preposition = caseOf(syntax, inner) ?? ''
        const found = relationOf(syntax, inner) === 'nmod' && /^(?:in|at|near|of|on)$/.test(preposition) ? placeAt(scene, inner, false) : null
        const mention = found && scene.mentions[scene.mentionAt[inner] as number]
        if (found && (preposition !== 'of' || (mention?.kind === 'place' && mention.form === 'name'))) return found
      }
    }
  return null
}

/** The object of a blockade or march is where it is: “blocked the harbour”. */
function blocked(scene: Scene, trigger: Trigger): Place | null {
  if (trigger.frame.type !== 'PROTEST' && trigger.frame.type !== 'MOBILIZE') return null
  for (const token of trigger.clause.objects) {
    const found = placeAt(scene, token, false)
    if (found) return found
  }
  for (const { token, preposition } of trigger.clause.obliques) {
    const found = preposition === 'to' || preposition === 'into' ? placeAt(scene, token, false) : null
    if (found) return found
  }
  return null
}

/** “In Kelvar, the president put the army on alert and sent two battalions”: for verbs that stand beside the one it hangs by. */
function fronted(scene: Scene, trigger: Trigger): Place | null {
  const { syntax } = scene
  let at = trigger.token
  for (let step = 0; step < 3 && relationOf(syntax, at) === 'conj'; step++) {
    at = syntax.head[at] as number
    for (const child of childrenOf(syntax, at)) {
      if (!relationOf(syntax, child).startsWith('obl') || child > at || !WHERE.test(caseOf(syntax, child) ?? '')) continue
      const found = placeAt(scene, child, false)
      if (found) return found
    }
  }
  return null
}

function placeAt(scene: Scene, token: number, isVisit: boolean): Place | null {
  const m = scene.mentionAt[token] as number
  const mention = scene.mentions[m]
  if (!mention) return null
  const isPlace =
    mention.kind === 'place' ||
    (mention.kind === 'country' && mention.form === 'name' && !isVisit) ||
    (isVisit && mention.kind !== 'person' && mention.form === 'name')
  if (!isPlace) return null
  const entity = scene.entityOf[m] as number
  return { span: spanOf(scene.tokens, mention as Mention), entity: entity >= 0 ? entity : null }
}
