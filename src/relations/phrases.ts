import type { Area } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { areasOf } from './areas.ts'

/** What is shared by its nature: these words alone tell that several take part. */
const SHARED =
  /^(?:cooperation|co-operation|collaboration|partnership|alliance|pact|treaty|accord|agreement|deal|memorandum|exchange|sharing|convention|arrangement|consortium|protocol|mou|contract|swap)$/
/** What links two where two are told: flights, sales, patrols, a pipeline. */
const LINKING =
  /^(?:programme|program|project|corridor|pipeline|railway|rail|railroad|line|link|cable|bridge|tunnel|flight|delivery|supply|sale|export|import|trade|patrol|drill|exercise|manoeuvre|maneuver|mission|centre|center|laboratory|station|service|connection|route|ferry|scheme|plant|fund|committee|commission|group|network|channel|crossing|shipment|tie|visa|train|tournament|festival|course|scholarship|training|tour|hotline|telescope|satellite|base|fleet|hub|grid|interconnector|purchase|transfer|relation|venture|initiative|course|canal|platform|observatory|expedition|survey|council|assistance|aid)$/
/** “A |joint| commission”. */
const JOINT = /^(?:joint|common|shared|bilateral|trilateral|mutual|two-way|cross-border|binational|tripartite)$/

/** Several say it together, which is no work: “a joint statement”. */
const WORDS_ALONE =
  /^(?:conference|statement|declaration|communique|letter|note|article|interview|appearance|address|session|hearing|bid|call|appeal|resolution|article)$/

export type Bond = 'shared' | 'linking'

/** Whether a noun is work that several do together. */
export function bondOf(syntax: Syntax, noun: number): Bond | null {
  const lemma = syntax.lemma[noun] as string
  const word = toSingular(syntax.lower[noun] as string)
  if (WORDS_ALONE.test(word)) return null
  for (const child of childrenOf(syntax, noun)) {
    if (JOINT.test(syntax.lower[child] as string) && child < noun) return 'shared'
    if (word === 'regime' && /^visa/.test(syntax.lower[child] as string)) return 'linking'
    // “an exchange |of views|”, “an exchange |of fire|”, “the |stock| exchange”
    if (
      /^(?:view|views|fire|gunfire|word|words|opinions|insults|stock|foreign|heated|threats|accusations)$/.test(syntax.lower[child] as string) &&
      word === 'exchange'
    )
      return null
  }
  if (SHARED.test(lemma) || SHARED.test(word)) return 'shared'
  return LINKING.test(lemma) || LINKING.test(word) ? 'linking' : null
}

/** The singular of a regular plural: lemmas of rare words cannot be relied on. */
export function toSingular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** First and last token (inclusive) of a noun with the words before it that belong to it. */
export function nounPhrase(syntax: Syntax, noun: number): { first: number; last: number } {
  let first = noun
  for (const child of childrenOf(syntax, noun)) {
    if (child >= first) break
    if (/^(?:amod|compound|det|nummod|nmod:poss|nmod:desc|flat|advmod)/.test(relationOf(syntax, child))) first = Math.min(first, syntax.left[child] as number)
  }
  return { first: Math.max(first, noun - LONGEST), last: noun }
}

/** Words of one phrase that areas are looked for in. */
const LONGEST = 16
const ABOUT = /^(?:on|in|of|for|about|against|over|with|to|into|across|at|from|through|between|around)$/

/**
 * Areas of a piece of work: from the noun and the words before it, else from what it is about (“cooperation |on rail safety|”),
 * else from the list behind it.
 */
export function areasOfNoun(syntax: Syntax, noun: number, limit: number): Area[] {
  const { first } = nounPhrase(syntax, noun)
  const own = areasOf(syntax.lower.slice(first, noun + 1))
  if (own.length > 0) return own
  const about: Area[] = []
  for (const child of childrenOf(syntax, noun)) {
    if (child < noun || !/^(?:nmod|obl|conj)/.test(relationOf(syntax, child))) continue
    const link = caseOf(syntax, child)
    if (relationOf(syntax, child) !== 'conj' && (link === null || !ABOUT.test(link))) continue
    for (const area of areasOfSubtree(syntax, child)) if (!about.includes(area)) about.push(area)
  }
  return about.length > 0 ? about : areasOfList(syntax, noun + 1, limit)
}

/** Areas in the phrase under a head, up to its relative clause. */
export function areasOfSubtree(syntax: Syntax, head: number): Area[] {
  let last = Math.min(syntax.right[head] as number, head + LONGEST)
  for (const child of childrenOf(syntax, head))
    if (child > head && /^(?:acl|advcl|parataxis)/.test(relationOf(syntax, child))) last = Math.min(last, (syntax.left[child] as number) - 1)
  const first = Math.max(syntax.left[head] as number, head - LONGEST)
  return areasOf(syntax.lower.slice(first, Math.max(last, head) + 1))
}

/** Areas listed behind “such as”, “including”, “which includes”, “ranging from”; from a token to the end of its sentence. */
export function areasOfList(syntax: Syntax, from: number, limit: number): Area[] {
  for (let i = from; i < limit; i++) {
    if (!opensList(syntax, i)) continue
    return areasOf(syntax.lower.slice(i + 1, Math.min(limit, i + 30)))
  }
  return []
}

export function opensList(syntax: Syntax, i: number): boolean {
  const word = syntax.lower[i] as string
  if (word === 'as') return syntax.lower[i - 1] === 'such'
  return /^(?:including|includes|include|included|namely|notably|ranging|like)$/.test(word)
}
