import type { EntityKind } from '../document/entity.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { NameSense } from '../knowledge/knowledge.ts'

/** What a demonym is in its sentence. */
export interface DemonymUse {
  /** “Russian President” is an adjective, “the Russians”, “two Russians”, “a Russian” are nouns. */
  readonly isNoun: boolean
  readonly kind: EntityKind
  readonly number: 'one' | 'many'
}

/**
 * An adjective stands for its country; “the Russians” is its government and people; counted or without article (“two Russians”,
 * “many Russians”) they are a group of persons; “a Russian” is one person.
 */
export function readDemonym(syntax: Syntax, i: number, sense: NameSense): DemonymUse {
  if (isAdjective(syntax, i, sense)) return { isNoun: false, kind: 'country', number: 'one' }
  let article: string | null = null
  let isCounted = false
  for (const child of childrenOf(syntax, i)) {
    if (child > i) break
    const relation = relationOf(syntax, child)
    if (relation === 'det') article = syntax.lower[child] as string
    if (relation === 'nummod' || relation === 'amod' || relation === 'nmod:poss') isCounted = true
  }
  if (article === 'a' || article === 'an' || article === 'another') return { isNoun: true, kind: 'person', number: 'one' }
  // “the Russian told reporters” is one person, “the French” a people
  if (article === 'the' && !isCounted && !sense.plural && !COLLECTIVE.test(syntax.words[i] as string)) return { isNoun: true, kind: 'person', number: 'one' }
  if (article === 'the' && !isCounted) return { isNoun: true, kind: 'country', number: 'many' }
  return sense.plural || isCounted || article ? { isNoun: true, kind: 'group', number: 'many' } : { isNoun: false, kind: 'country', number: 'one' }
}

/** Demonyms that are the same for one and for all: “the Chinese”, “the British”, “the French”. */
const COLLECTIVE = /(?:ese|ish|ch|sh|ss|ois)$/

function isAdjective(syntax: Syntax, i: number, sense: NameSense): boolean {
  const relation = relationOf(syntax, i)
  const head = syntax.head[i] as number
  if (head > i && (relation === 'amod' || relation === 'compound' || relation === 'nmod:desc')) return true
  // “Russian and Turkish jets”: the partner of an adjective is one
  if (relation === 'conj' && head >= 0 && relationOf(syntax, head) === 'amod') return true
  return syntax.upos[i] === TAG.ADJ && !sense.plural && !hasArticle(syntax, i)
}

function hasArticle(syntax: Syntax, i: number): boolean {
  for (const child of childrenOf(syntax, i)) if (child < i && relationOf(syntax, child) === 'det') return true
  return false
}
