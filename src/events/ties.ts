import { caseOf, relationOf } from '../document/syntax.ts'
import { readWord } from '../document/words.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Words between a participant and the event's own that an explanation climbs at most. */
const STEPS = 4

/** How a participant hangs on the words that tell an event, as a sentence: “Tells whose “jets” are, subject of “bombed”.” */
export function sayTie(scene: Scene, trigger: Trigger, token: number): string {
  const { syntax } = scene
  const parts: string[] = []
  let at = token
  for (let step = 0; step < STEPS && at !== trigger.token && at !== trigger.carrier; step++) {
    const head = syntax.head[at] as number
    if (head < 0) break
    const relation = relationOf(syntax, at)
    parts.push(sayRelation(relation, readWord(scene.tokens, head), caseOf(syntax, at)))
    // the clause is reached: what stands above it says nothing of this participant
    if (/^(?:nsubj|obj|iobj)/.test(relation)) break
    at = head
  }
  const words = parts.join(', ')
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : 'Part of the words that tell the event.'
}

function sayRelation(relation: string, above: string, preposition: string | null): string {
  if (relation === 'nsubj:pass') return `subject of the passive “${above}”`
  if (relation.startsWith('nsubj')) return `subject of “${above}”`
  if (relation === 'obj' || relation === 'iobj') return `object of “${above}”`
  if (relation === 'conj') return `joined to “${above}”`
  if (preposition !== null) return `behind “${preposition}” at “${above}”`
  if (/^(?:nmod:poss|amod|compound)$/.test(relation)) return `before “${above}”, tells whose it is`
  return `hangs on “${above}”`
}
