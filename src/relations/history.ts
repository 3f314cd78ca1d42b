import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { childIn, ownSubject } from './scene.ts'

/** Words that look back: “in history”, “on record”, “of the century”. */
const HISTORY = /^(?:ever|history|memory|record|century|decades|generation|generations)$/
/** Spans of time that count as history; and words that count them. */
export const YEARS = /^(?:years?|decades?|century|centuries|generations?)$/
export const NUMBER =
  /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|several|many|\d+|nearly|almost|over|about|more|than|at|least|as|past|last)$/

/** The end of the words that look back: “since 2011”, “in a decade”, “in history”, “ever”, “for years”; −1 where there are none. */
export function historyBehind(syntax: Syntax, from: number, last: number, isSuperlative: boolean): number {
  let isRelative = false
  for (let k = from; k < Math.min(last, from + 22); k++) {
    const word = syntax.lower[k] as string
    if (/^[;:.!?”"]$/.test(word) || (word === ',' && k > from + 12)) return -1
    if (word === 'since') return endOfSince(syntax, k, last)
    if (word === 'ever') return k
    if (/^(?:that|which|who|whom|where)$/.test(word) || opensBareRelative(syntax, k, from)) isRelative = true
    // “his most senior |officials are| due back, having …”: the sentence has left the phrase
    if (!isRelative && leavesPhrase(syntax, k)) return -1
    if (word === 'of' && syntax.lower[k + 1] === 'its' && syntax.lower[k + 2] === 'kind') return k + 2
    if (
      HISTORY.test(word) &&
      /^(?:in|on|of|for|['’]s?|the|living|a|recorded|this|its|recent|modern|.+-year|year|long|short)$/.test(syntax.lower[k - 1] as string) &&
      (word !== 'record' || syntax.lower[k - 1] === 'on')
    )
      return k
    if (YEARS.test(word) && /^(?:in|for)$/.test(inBefore(syntax, k)) && syntax.lower[k - 1] !== 'this') return k
    if (word === 'year' && syntax.lower[k - 1] === 'this' && syntax.lower[k - 2] === 'far') return k
    if (isSuperlative && word === 'any' && /^(?:on|in|for)$/.test(syntax.lower[k - 1] as string) && k <= from + 3) return Math.max(syntax.head[k] as number, k)
  }
  return -1
}

/** Whether a word is a verb of the sentence, not of a clause that hangs on a noun (“the meeting |held| here”, “we |have had|”). */
function leavesPhrase(syntax: Syntax, k: number): boolean {
  if ((syntax.upos[k] !== TAG.VERB && syntax.upos[k] !== TAG.AUX) || isGerund(syntax, k)) return false
  const verb = syntax.upos[k] === TAG.AUX && (syntax.head[k] as number) >= 0 ? (syntax.head[k] as number) : k
  return !/^(?:acl|amod|compound|xcomp|obj|nmod)/.test(relationOf(syntax, verb))
}

/** “The most fruitful |meeting|”: with an article or adjective of its own, whatever its tag. */
function isGerund(syntax: Syntax, k: number): boolean {
  return (syntax.lower[k] as string).endsWith('ing') && childIn(syntax, k, /^(?:det|amod|nmod:poss)$/) >= 0
}

/**
 * “The longest meeting |Ostria has| hosted since 2011”: a name or pronoun right behind a noun, with a perfect behind it, opens a
 * clause that hangs on the noun, however the parser ties it.
 */
function opensBareRelative(syntax: Syntax, k: number, from: number): boolean {
  if (!/^(?:has|have|had|'ve|’ve)$/.test(syntax.lower[k] as string)) return false
  let first = k
  while (first > from && syntax.upos[first - 1] === TAG.PROPN) first--
  if (first === k && syntax.upos[k - 1] === TAG.PRON) first--
  const verb = syntax.head[k] as number
  const subject = verb < 0 ? -1 : ownSubject(syntax, verb)
  // “his oldest |minister Olaf Brandt| has left”
  if (subject >= 0 && (syntax.left[subject] as number) < first) return false
  return first < k && first > from && (syntax.upos[first - 1] === TAG.NOUN || isGerund(syntax, first - 1))
}

/** “Since 2011”, “since then”, “since Lund left the pact in 2020”: to the year or the end of the clause. */
export function endOfSince(syntax: Syntax, since: number, last: number): number {
  for (let k = since + 1; k < Math.min(last, since + 14); k++) {
    const word = syntax.lower[k] as string
    if (/^[,;:.!?”"—–]$/.test(word)) return k - 1
    if (/^(?:1[5-9]|20)\d\ds?$/.test(word) || /^(?:then|independence)$/.test(word)) return k
  }
  return Math.min(last - 1, Math.max(since + 1, endOfPhrase(syntax, since)))
}

/** “Since |the Korean war|”, “since |dining hall employees staged a walk-out|”: what the word introduces, up to a clause that hangs on it. */
function endOfPhrase(syntax: Syntax, since: number): number {
  const head = syntax.head[since] as number
  if (head < since) return since + 1
  let end = Math.min(syntax.right[head] as number, since + 12)
  for (const child of childrenOf(syntax, head))
    if (child > head && /^(?:acl|advcl|conj|parataxis|punct)/.test(relationOf(syntax, child))) end = Math.min(end, (syntax.left[child] as number) - 1)
  return Math.max(head, end)
}

/** The word before a counted span: “|in| three years”. */
export function inBefore(syntax: Syntax, k: number): string {
  for (let n = k - 1; n > k - 5 && n >= 0; n--)
    if (!NUMBER.test(syntax.lower[n] as string) && !(syntax.lower[n] === 'the' && /^(?:past|last)$/.test(syntax.lower[n + 1] as string)))
      return syntax.lower[n] as string
  return ''
}
