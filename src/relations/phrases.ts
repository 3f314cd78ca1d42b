import type { Area } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { areasOf } from '../knowledge/knowledge.ts'
import { childIn, childSaying } from './scene.ts'

/** What is shared by its nature: these words alone tell that several take part. */
const SHARED =
  /^(?:cooperation|co-operation|collaboration|partnership|alliance|pact|treaty|accord|agreement|deal|memorandum|exchange|sharing|convention|arrangement|consortium|protocol|mou|contract|swap|coordination|co-ordination|entente|compact)$/
/** What links two where two are told: flights, sales, patrols, a pipeline. */
const LINKING =
  /^(?:programme|program|project|corridor|pipeline|railway|rail|railroad|line|link|cable|bridge|tunnel|flight|delivery|supply|sale|export|import|trade|patrol|drill|exercise|manoeuvre|maneuver|mission|centre|center|laboratory|station|service|connection|route|ferry|scheme|plant|fund|committee|commission|group|network|channel|crossing|shipment|tie|visa|train|tournament|festival|course|scholarship|training|tour|hotline|loan|relationship|contact|team|taskforce|zone|currency|travel|shipping|embassy|consulate|road|highway|motorway|telescope|satellite|base|fleet|hub|grid|interconnector|purchase|order|transfer|relation|venture|initiative|course|canal|platform|observatory|expedition|survey|council|assistance|aid)$/
/** “A |joint| commission”. */
const JOINT =
  /^(?:joint|common|shared|bilateral|trilateral|mutual|two-way|cross-border|binational|tripartite|two-nation|three-nation|two-country|three-country)$/

/** Several say, meet or feel it together, which is no work: “a joint statement”, “bilateral talks”, “common ground”. */
const WORDS_ALONE =
  /^(?:negotiation|talk|discussion|meeting|summit|consultation|concern|interest|goal|respect|trust|enemy|history|value|ground|sense|front|denominator|problem|view|position|belief|desire|threat|challenge|language|culture|border|origin|conference|statement|declaration|communique|letter|note|article|interview|appearance|address|session|hearing|call|appeal|resolution)$/

export type Bond = 'shared' | 'linking'

/** “A |joint| commission”, “the |common| fund”. */
export function isJoint(syntax: Syntax, noun: number): boolean {
  return childSaying(syntax, noun, JOINT) >= 0
}

/** Whether a noun is work that several do together. */
export function bondOf(syntax: Syntax, noun: number): Bond | null {
  const lemma = syntax.lemma[noun] as string
  const word = toSingular(syntax.lower[noun] as string)
  if (WORDS_ALONE.test(word) || (word === 'exchange' && caseOf(syntax, noun) === 'in')) return null
  if (isJoint(syntax, noun)) return 'shared'
  for (const child of childrenOf(syntax, noun)) {
    if (word === 'regime' && /^visa/.test(syntax.lower[child] as string)) return 'linking'
    // “an exchange |of views|”, “an exchange |of fire|”, “the |stock| exchange”
    if (
      /^(?:view|views|fire|gunfire|word|words|opinions|insults|stock|foreign|heated|threats|accusations)$/.test(syntax.lower[child] as string) &&
      word === 'exchange'
    )
      return null
  }
  // “reached an |understanding on| diplomas”
  if (word === 'understanding') return hasTopic(syntax, noun) ? 'shared' : null
  if (SHARED.test(lemma) || SHARED.test(word)) return 'shared'
  return LINKING.test(lemma) || LINKING.test(word) ? 'linking' : null
}

function hasTopic(syntax: Syntax, noun: number): boolean {
  for (const child of childrenOf(syntax, noun)) if (caseOf(syntax, child) === 'on') return true
  return false
}

/** The singular of a regular plural: lemmas of rare words cannot be relied on. */
export function toSingular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Areas named by a stretch of tokens, the last exclusive. */
export function areasIn(syntax: Syntax, first: number, end: number): Area[] {
  // the lexicon holds singulars: “embassies”
  return areasOf(syntax.lower.slice(first, end).map((word) => (/[^aeiou]ies$/.test(word) && word.length > 5 ? `${word.slice(0, -3)}y` : word)))
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
const ABOUT = /^(?:on|in|of|for|about|against|over|to|into|across|at|through|around)$/

/**
 * Areas of a piece of work: from the noun and the words before it, else from what it is about (“cooperation |on rail safety|”),
 * else from the list behind it.
 */
export function areasOfNoun(syntax: Syntax, noun: number, limit: number): Area[] {
  const { first } = nounPhrase(syntax, noun)
  // “intelligence |sharing|” may be read as a verb, with what is shared beside it
  const isSharing = syntax.lower[noun] === 'sharing' && first === noun && noun > 0
  const own = areasIn(syntax, isSharing ? noun - 1 : first, noun + 1)
  if (own.length > 0) return own
  const about = areasBehind(syntax, noun)
  if (about.length > 0) return about
  const listed = areasOfList(syntax, noun + 1, limit)
  return listed.length > 0 ? listed : areasInWork(syntax, first, noun)
}

/** Words that tell an area only where they are part of shared work: “security ties”, “air exercises”, “an |aid| agreement”. */
const IN_WORK: Readonly<Record<string, Area>> = {
  exercise: 'military',
  base: 'military',
  security: 'military',
  coastguard: 'border',
  aid: 'humanitarian',
  water: 'environment',
  weather: 'science',
  radar: 'military',
  river: 'environment',
  fire: 'humanitarian',
  flood: 'humanitarian',
  terror: 'justice',
}

function areasInWork(syntax: Syntax, first: number, noun: number): Area[] {
  for (let i = noun; i >= first; i--) {
    const word = toSingular((syntax.lower[i] as string).replace(/^anti-/, ''))
    const area = Object.hasOwn(IN_WORK, word) ? IN_WORK[word] : undefined
    if (area) return [area]
  }
  return []
}

/** From “on rail safety”, “of a port”, “to host the games” behind a noun. */
function areasBehind(syntax: Syntax, noun: number): Area[] {
  const about: Area[] = []
  for (const child of childrenOf(syntax, noun)) {
    const relation = relationOf(syntax, child)
    if (child < noun || !/^(?:nmod|obl|conj|acl$)/.test(relation)) continue
    const link = relation === 'acl' ? (childIn(syntax, child, /^mark$/) >= 0 ? 'to' : 'of') : caseOf(syntax, child)
    if (relation !== 'conj' && (link === null || !ABOUT.test(link))) continue
    const named = areasOfSubtree(syntax, child)
    for (const area of named.length > 0 ? named : areasInWork(syntax, nounPhrase(syntax, child).first, child)) if (!about.includes(area)) about.push(area)
  }
  return about
}

/** Areas in the phrase under a head, up to its relative clause. */
export function areasOfSubtree(syntax: Syntax, head: number): Area[] {
  let last = Math.min(syntax.right[head] as number, head + LONGEST)
  for (const child of childrenOf(syntax, head))
    if (child > head && /^(?:acl|advcl|parataxis)/.test(relationOf(syntax, child))) last = Math.min(last, (syntax.left[child] as number) - 1)
  const first = Math.max(syntax.left[head] as number, head - LONGEST)
  return areasIn(syntax, first, Math.max(last, head) + 1)
}

/** Areas listed behind “such as”, “including”, “which includes”, “ranging from”; from a token to the end of its sentence. */
export function areasOfList(syntax: Syntax, from: number, limit: number): Area[] {
  for (let i = from; i < limit; i++) {
    if (!opensList(syntax, i)) continue
    return areasIn(syntax, i + 1, Math.min(limit, i + 30))
  }
  return []
}

export function opensList(syntax: Syntax, i: number): boolean {
  const word = syntax.lower[i] as string
  if (word === 'as') return syntax.lower[i - 1] === 'such'
  return /^(?:including|includes|include|included|namely|notably|ranging|like)$/.test(word)
}
