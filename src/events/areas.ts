import type { Area } from '../document/cooperation.ts'
import type { Mention } from '../document/mention.ts'
import type { EventType } from '../document/news-event.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { areasOf } from '../knowledge/knowledge.ts'
import { type Clause, readClause } from './clause.ts'
import { isOfClass } from './lexicon.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Prepositions behind which a topic or a thing stands: “talks |on| fisheries”, “provided Ostria |with| vaccines”. */
const ABOUT = /^(?:on|about|over|of|in|for|with|concerning|regarding)$/
/** Words of one phrase that areas are looked for in. */
const LONGEST = 12
/** Types of which a place, or the tool, is no topic: “blocked the road”, “used tear gas”. */
const FORCE = new Set<EventType>(['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE'])
/** What an event is about, from the words before its noun, its objects, and what hangs by them: “a |grain| agreement”, “talks on |fisheries|”. */
export function findAreas(scene: Scene, trigger: Trigger, type: EventType): Area[] {
  const { syntax } = scene
  const { token, carrier, clause, isNoun } = trigger
  const found = new Set<Area>()
  const add = (areas: readonly Area[]) => {
    for (const area of areas) found.add(area)
  }
  // “called the visit a theatre”
  if (trigger.frame.lemma === 'call') return []
  if (isAboutEnvoys(syntax, clause, type)) found.add('diplomacy')
  if (isNoun) add(areasAround(scene, token, type))
  addClause(scene, clause, type, add)
  for (const child of childrenOf(syntax, token)) if (relationOf(syntax, child) === 'xcomp') addClause(scene, readClause(syntax, child), type, add)
  if (isNoun && carrier >= 0)
    for (const child of childrenOf(syntax, carrier))
      if (relationOf(syntax, child).startsWith('obl') && ABOUT.test(caseOf(syntax, child) ?? '')) add(areasAround(scene, child, type))
  return [...found]
}

function addClause(scene: Scene, clause: Clause, type: EventType, add: (areas: readonly Area[]) => void): void {
  for (const object of clause.isPassive ? clause.subjects : clause.objects) add(areasAround(scene, object, type))
  for (const { token, preposition } of clause.obliques) if (ABOUT.test(preposition)) add(areasAround(scene, token, type))
}

/** “expelled the |ambassador|”, “reopened its |embassy|” */
function isAboutEnvoys(syntax: Syntax, { objects, subjects, isPassive }: Clause, type: EventType): boolean {
  if (!/^(?:SANCTION|CONCEDE|SUPPORT|ACCUSE)$/.test(type)) return false
  return (isPassive ? subjects : objects).some((token) => {
    const lemma = syntax.lemma[token] as string
    return /^(?:embassy|consulate|ambassador|diplomat|consul|attache)$/.test(lemma) || (lemma !== 'teacher' && lemma !== 'staff' && isOfClass(lemma, 'envoy'))
  })
}

/** Areas that a phrase names, short of relative clauses; somebody is no topic: “met the health minister”. */
function areasAround(scene: Scene, head: number, type: EventType): Area[] {
  const { syntax } = scene
  if (isSomebody(scene.mentions[scene.mentionAt[head] as number], type)) return []
  if (FORCE.has(type) && /^(?:gas|fire)$/.test(syntax.lemma[head] as string)) return []
  const { first, last } = phraseOf(syntax, head)
  return areasOf(syntax.lower.slice(first, last + 1).map((word, n) => (isSomebody(scene.mentions[scene.coveredBy[first + n] as number], type) ? ',' : word)))
}

/** First and last token of a phrase up to its relative clause or a subordinate one. */
function phraseOf(syntax: Syntax, head: number): { first: number; last: number } {
  let last = Math.min(syntax.right[head] as number, head + LONGEST)
  for (const child of childrenOf(syntax, head))
    if (child > head && /^(?:acl|advcl|parataxis|appos)/.test(relationOf(syntax, child))) last = Math.min(last, (syntax.left[child] as number) - 1)
  return { first: Math.max(syntax.left[head] as number, head - LONGEST), last: Math.max(last, head) }
}

/** Papers and plain places (“two field hospitals”) are things; words inside a name tell no topic: “talks with the |Energy| Council”. */
function isSomebody(mention: Mention | undefined, type: EventType): boolean {
  return mention !== undefined && mention.kind !== 'document' && (FORCE.has(type) || !(mention.kind === 'place' && mention.form === 'nominal'))
}
