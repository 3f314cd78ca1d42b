import type { EventType } from '../document/news-event.ts'
import type { Span } from '../document/span.ts'
import { caseOf, childrenOf, relationOf, TAG } from '../document/syntax.ts'
import { indexAt, spanOf } from '../document/words.ts'
import { hasMarkTo } from './clause.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

export interface Place {
  readonly span: Span
  readonly entity: number | null
}

/** How a place comes to an event: it hangs on its words, on one of their dependents, is its object, opens the clause beside it, or heads its paragraph. */
export type PlaceTie = 'own' | 'within' | 'object' | 'beside' | 'head'

const WHERE = /^(?:in|at|near|on|outside|inside|around|off|across|along|through|over|above)$/
const WHERETO = /^(?:to|in|into|at|for|through|on|towards|toward)$/
/** Done by words: the place of what they are about is not theirs (“denounced the siege of Asel”). */
const VERBAL = new Set<EventType>(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])
/** Left from there: “withdrew from Asel”, “expelled from Lund”. */
const LEAVING = new Set<EventType>(['RETREAT', 'SANCTION'])
/** Done to what stands on the place: “strikes on Asel”; “sanctions on Ostria” are nowhere. */
const STRIKING = new Set<EventType>(['ASSAULT', 'PROTEST', 'MOBILIZE'])
/** What comes of words and is made where they are said: “signed a pact in Asel”. */
const PAPERS = new Set(
  'accord agreement charter communique contract deal declaration document memorandum pact paper protocol statement treaty truce'.split(' '),
)
const MODALS = /^(?:will|would|shall|should|may|might|can|could|must|['’]ll|['’]d)$/

/** Where an event is told to be: by what hangs from its words, its verb, or the start of its clause. Null where nothing tells. */
export function findPlace(scene: Scene, trigger: Trigger, mode: string | null): Place | null {
  return findPlacing(scene, trigger, mode)?.place ?? null
}

/** The same, and how its words tell it. */
export function findPlacing(scene: Scene, trigger: Trigger, mode: string | null): { place: Place; tie: PlaceTie } | null {
  const isVisit = mode === 'visit'
  const anchors = [trigger.token, ...(trigger.carrier >= 0 && trigger.carrier !== trigger.token ? [trigger.carrier] : [])]
  const tell = (tie: PlaceTie, place: Place | null) => place && { place, tie }
  return (
    tell('own', findOwn(scene, trigger, anchors, isVisit)) ??
    tell('object', findObject(scene, trigger)) ??
    tell('within', findWithin(scene, trigger, anchors, isVisit)) ??
    tell('beside', findFronted(scene, trigger)) ??
    tell('head', findHead(scene, trigger))
  )
}

/** What hangs on the words themselves: “met in Asel”, “visit Sarn”, “went there”. */
function findOwn(scene: Scene, { frame }: Trigger, anchors: readonly number[], isVisit: boolean): Place | null {
  const { syntax } = scene
  for (const anchor of anchors) {
    for (const child of childrenOf(syntax, anchor)) {
      const relation = relationOf(syntax, child)
      const isWhere = /^(?:obl|nmod)/.test(relation) && isPlaced(scene, child, frame.type, isVisit)
      const isVisited = isVisit && (relation === 'obj' || (relation === 'advmod' && syntax.lower[child] === 'there'))
      const found = isWhere || isVisited ? placeAt(scene, child, isVisit) : null
      if (found) return found
    }
  }
  return null
}

/** Whether the preposition of a word can tell where something of a type is. */
function isPlaced(scene: Scene, token: number, type: EventType, isVisit: boolean): boolean {
  const preposition = caseOf(scene.syntax, token) ?? ''
  if (isVisit) return WHERETO.test(preposition)
  if (preposition === 'from') return LEAVING.has(type)
  if (preposition === 'on' && !STRIKING.has(type)) {
    const kind = scene.mentions[scene.mentionAt[token] as number]?.kind
    return type === 'CONSULT' && kind === 'place'
  }
  return WHERE.test(preposition)
}

/** One step further: “an attack on a post at Orm Gate”, “from the roofs of Sarn”, “paid a visit to Sarn”; of an attack also by what makes it. */
function findWithin(scene: Scene, { frame }: Trigger, anchors: readonly number[], isVisit: boolean): Place | null {
  const { syntax } = scene
  const outer = isVisit ? /^obj/ : frame.type === 'ASSAULT' ? /^(?:obl|nmod|obj|nsubj)/ : /^(?:obl|nmod|obj)/
  for (const anchor of anchors)
    for (const child of childrenOf(syntax, anchor)) {
      if (VERBAL.has(frame.type) && !PAPERS.has(syntax.lemma[child] as string)) continue
      if (!outer.test(relationOf(syntax, child)) || /^(?:about|by|with|since|after|before)$/.test(caseOf(syntax, child) ?? '')) continue
      for (const inner of childrenOf(syntax, child)) {
        if (relationOf(syntax, inner) !== 'nmod') continue
        const preposition = caseOf(syntax, inner) ?? ''
        const isNear = isVisit ? preposition === 'to' : /^(?:in|at|near|of|on)$/.test(preposition)
        const found = isNear ? placeAt(scene, inner, isVisit) : null
        const mention = found && scene.mentions[scene.mentionAt[inner] as number]
        if (found && (preposition !== 'of' || (mention?.kind === 'place' && mention.form === 'name'))) return found
      }
    }
  return null
}

/** The object of a blockade or march is where it is: “blocked the harbour”. */
function findObject(scene: Scene, trigger: Trigger): Place | null {
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
function findFronted(scene: Scene, trigger: Trigger): Place | null {
  const { syntax } = scene
  let at = trigger.token
  for (let step = 0; step < 3 && relationOf(syntax, at) === 'conj'; step++) {
    at = syntax.head[at] as number
    for (const child of childrenOf(syntax, at)) {
      if (child > at) break
      if (!relationOf(syntax, child).startsWith('obl') || !WHERE.test(caseOf(syntax, child) ?? '')) continue
      const found = placeAt(scene, child, false)
      if (found) return found
    }
  }
  return null
}

/**
 * “13.45 Tarn Bay. Varland has walked out.”: in a live report the place at the head of a paragraph is where its news are from. The
 * dateline of an agency (“ASEL, May 3 --”) tells where it was written, and is nobody's place.
 */
function findHead(scene: Scene, trigger: Trigger): Place | null {
  const { tokens, syntax } = scene
  if (trigger.isNoun || scene.statedIn[trigger.token] !== -1 || isAhead(scene, trigger.token)) return null
  const first = tokens.paragraphs[indexAt(tokens.paragraphs, trigger.token)] as number
  if (!/^(?:[01]?\d|2[0-3])[.:][0-5]\d$/.test(syntax.words[first] ?? '')) return null
  const mention = scene.mentions[scene.coveredBy[first + 1] as number]
  return mention && mention.first === first + 1 && /^[.:]$/.test(syntax.words[mention.last] ?? '') ? placeAt(scene, mention.head, false) : null
}

/** “will resume in May”, “to meet again”: what is to come need not be where the news are from. */
function isAhead(scene: Scene, verb: number): boolean {
  const { syntax } = scene
  return hasMarkTo(syntax, verb) || childrenOf(syntax, verb).some((child) => syntax.upos[child] === TAG.AUX && MODALS.test(syntax.lower[child] as string))
}

function placeAt(scene: Scene, token: number, isVisit: boolean): Place | null {
  const m = scene.mentionAt[token] as number
  const mention = scene.mentions[m]
  if (!mention) return null
  const isName = mention.form === 'name'
  const isPlace = mention.kind === 'place' || (mention.kind === 'country' && isName) || (isVisit && mention.kind === 'organization' && isName)
  if (!isPlace) return null
  const entity = scene.entityOf[m] as number
  return { span: spanOf(scene.tokens, mention), entity: entity >= 0 ? entity : null }
}
