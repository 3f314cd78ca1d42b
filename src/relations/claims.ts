import type { ComparisonClaim } from '../document/comparison.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { Claim } from './claim.ts'
import { endOfSince, historyBehind, inBefore, YEARS } from './history.ts'
import { claimGap, claimPeak, claimRecord } from './spans-of-time.ts'

/** The stronger word decides where two claims overlap. */
export const STRENGTH: readonly ComparisonClaim[] = ['first', 'most', 'least', 'last', 'since', 'again', 'gap']

const LEAST = /^(?:least|lowest|smallest|fewest|weakest|slowest|shortest|poorest|thinnest|narrowest)$/
const SUPERLATIVE = /^\p{Ll}{2,}(?:i?est)$/u
/** Words in -est that are none. */
const NO_SUPERLATIVE =
  /^(?:west|east|north-?west|south-?west|north-?east|south-?east|rest|test|best|guest|interest|request|protest|forest|arrest|invest|suggest|contest|honest|modest|harvest|conquest|midwest|manifest|latest|behest|digest|chest|nest|vest|quest|priest|jest|pest|zest|attest|detest|unrest|earnest|bequest|retest|ingest|molest|inquest|divest|infest|crest|tempest)$/
const ORDINAL = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:nd|rd|th))$/

/** Claims in one sentence, in text order; they may overlap. */
export function findClaims(syntax: Syntax, first: number, last: number): Claim[] {
  const found: Claim[] = []
  for (let i = first; i < last; i++) {
    const word = syntax.lower[i] as string
    const rules = BY_WORD.get(word) ?? (word.endsWith('est') ? SUPERLATIVES : ORDINAL.test(word) ? ORDINALS : [])
    for (const rule of rules) {
      const claim = rule(syntax, i, last)
      if (claim) found.push(claim)
    }
  }
  return found
}

type Rule = (syntax: Syntax, i: number, last: number) => Claim | null

/** Rules by the word that they begin at. */
const SUPERLATIVES: readonly Rule[] = [claimSuperlative]
const ORDINALS: readonly Rule[] = [claimNth]
const BY_WORD: ReadonlyMap<string, readonly Rule[]> = new Map<string, readonly Rule[]>([
  ...['most', 'least', 'worst', 'best'].map((word) => [word, SUPERLATIVES] as const),
  ...['ever', 'never'].map((word) => [word, [claimNever]] as const),
  ...['first', 'unprecedented', 'unheard-of', 'first-ever'].map((word) => [word, [claimFirst]] as const),
  ...['resume', 'resumes', 'resumed', 'resuming', 'resumption', 'once', 'again'].map((word) => [word, [claimAgain]] as const),
  ...['after', 'decade', 'decades'].map((word) => [word, [claimGap]] as const),
  ['last', [claimLast]],
  ['since', [claimSince]],
  ['not', [claimNotFor]],
  ['than', [claimThan]],
  ['record', [claimRecord]],
  ...['high', 'highs', 'low', 'lows'].map((word) => [word, [claimPeak]] as const),
])

/** “The most extensive summit |since 2011|”, “its lowest level |in a decade|”, “the longest |ever|”, “the most |on any line|”. */
function claimSuperlative(syntax: Syntax, i: number, last: number): Claim | null {
  const word = syntax.lower[i] as string
  const isMost = word === 'most' && !/^(?:at|of)$/.test(syntax.lower[i - 1] ?? '') && syntax.lower[i + 1] !== 'of'
  if (!isMost && !LEAST.test(word) && !/^(?:best|worst|latest)$/.test(word) && (!SUPERLATIVE.test(word) || NO_SUPERLATIVE.test(word))) return null
  if (word === 'latest' || (word === 'least' && /^at$/.test(syntax.lower[i - 1] ?? ''))) return null
  if (!isDefinite(syntax, i)) return null
  const end = historyBehind(syntax, i + 1, last, true)
  return end < 0 ? null : { claim: LEAST.test(word) ? 'least' : 'most', first: startOf(syntax, i), last: end, anchor: i, confidence: 0.85 }
}

function isDefinite(syntax: Syntax, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4) && syntax.isSentenceStart[k + 1] !== 1; k--)
    if (/^(?:the|its|their|his|her|our|my|'s|’s|['’])$/.test(syntax.lower[k] as string)) return true
  return false
}

/** “No help has |ever| come so fast”, “|never before|”, “not seen |since|”. */
function claimNever(syntax: Syntax, i: number, last: number): Claim | null {
  const word = syntax.lower[i] as string
  if (word === 'never' && syntax.lower[i + 1] === 'before') return { claim: 'first', first: i, last: i + 1, anchor: i, confidence: 0.8 }
  if (word !== 'ever' && word !== 'never') return null
  const from = word === 'never' ? i : before(syntax, i, /^(?:no|nobody|nothing|none|not|rarely)$/)
  if (from < 0) return null
  for (let k = i + 1; k < Math.min(last, i + 12); k++)
    if ((word === 'never' ? /^so$/ : /^(?:so|as|such)$/).test(syntax.lower[k] as string) && k + 1 < last)
      return { claim: 'most', first: from, last: k + 1, anchor: k + 1, confidence: 0.7 }
  return null
}

function before(syntax: Syntax, i: number, words: RegExp): number {
  for (let k = i - 1; k >= Math.max(0, i - 8) && syntax.isSentenceStart[k + 1] !== 1; k--) if (words.test(syntax.lower[k] as string)) return k
  return -1
}

/** “|For the first time| in a decade”, “the |first| visit since 2011”, “is the |first| president to cross”, “|unprecedented|”. */
function claimFirst(syntax: Syntax, i: number, last: number): Claim | null {
  const word = syntax.lower[i] as string
  if (/^(?:unprecedented|unheard-of|first-ever)$/.test(word)) return { claim: 'first', first: i, last: i, anchor: i, confidence: 0.75 }
  // “the visit, |a first for| a leader of Ostria”
  if (word === 'first' && syntax.lower[i - 1] === 'a' && /^(?:for|in)$/.test(syntax.lower[i + 1] ?? ''))
    return { claim: 'first', first: i - 1, last: Math.max(i + 1, Math.min(last - 1, i + 3)), anchor: i, confidence: 0.7 }
  if (word !== 'first' || !/^(?:the|its|their|his|her|our|my|’s|'s|['’])$/.test(syntax.lower[i - 1] ?? '')) return null
  if (/^(?:half|quarter|year|day|week|month|minister|lady|name|place|round|step|and|or|two|three|few|thing|things|one|person)$/.test(syntax.lower[i + 1] ?? ''))
    return null
  // “the first of May”, but “the first of its kind”
  if (syntax.lower[i + 1] === 'of' && syntax.lower[i + 2] !== 'its') return null
  const isTime = syntax.lower[i + 1] === 'time'
  const start = isTime && syntax.lower[i - 2] === 'for' ? i - 2 : i - 1
  const claim = isTime && isNegated(syntax, i) ? 'again' : 'first'
  const end = historyBehind(syntax, i + 1, last, false)
  if (end >= 0) return { claim, first: start, last: end, anchor: i, confidence: 0.9 }
  // “it did not deter us |the first time|” counts nothing
  if (isTime) return start < i - 1 || isPredicate(syntax, i) ? { claim, first: start, last: i + 1, anchor: i, confidence: 0.8 } : null
  const told = isPredicate(syntax, i) ? restOfFirst(syntax, i, last) : -1
  return told < 0 ? null : { claim: 'first', first: start, last: told, anchor: i, confidence: 0.6 }
}

/** “This is |not| the first time”: it happens again. */
function isNegated(syntax: Syntax, i: number): boolean {
  return /^(?:not|n['’]t|hardly|never)$/.test(syntax.lower[i - 2] ?? '') || /^(?:not|n['’]t|hardly|never)$/.test(syntax.lower[i - 3] ?? '')
}

/** “It was the first visit |by a Belmoran leader|”, “the first president |to cross|”: told of something as a rank in history. */
function restOfFirst(syntax: Syntax, i: number, last: number): number {
  for (let k = i + 1; k < Math.min(last, i + 6); k++) {
    const word = syntax.lower[k] as string
    if (/^[,.;:]$/.test(word)) return -1
    if (k > i + 1 && /^(?:to|by|between|such|ever)$/.test(word)) return Math.min(last - 1, k + 1)
    if (word === 'such') return Math.min(last - 1, k + 1)
  }
  return -1
}

/** “|It is| the first …”, “…, |the first| since”. */
function isPredicate(syntax: Syntax, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 6) && syntax.isSentenceStart[k + 1] !== 1; k--)
    if (/^(?:is|was|be|been|were|are|became|becomes|become|making|marks|marked|marking|,)$/.test(syntax.lower[k] as string)) return true
  return false
}

/** “The |third| such meeting this year”, “for the |second| time in a decade”: counted, so it happens again. */
function claimNth(syntax: Syntax, i: number, last: number): Claim | null {
  if (!ORDINAL.test(syntax.lower[i] as string) || !/^(?:the|its|their|his|her|a|’s|'s)$/.test(syntax.lower[i - 1] ?? '')) return null
  let isCounted = false
  for (let k = i + 1; k < Math.min(last, i + 10); k++) {
    const word = syntax.lower[k] as string
    if (/^[,.;:“”"]$/.test(word)) break
    if (/^(?:such|consecutive|straight|time|successive)$/.test(word) && k <= i + 2) isCounted = true
    const isPeriod = /^(?:year|month|week|season|spring|summer|autumn|winter)$/.test(word) && /^(?:this|a)$/.test(syntax.lower[k - 1] as string)
    const isSpan = (YEARS.test(word) || (/^(?:weeks|months)$/.test(word) && syntax.lower[k - 2] === 'as')) && inBefore(syntax, k) === 'in'
    if (isPeriod || isSpan) return { claim: 'again', first: i - 1, last: k, anchor: i, confidence: 0.75 }
    if (word === 'since') return { claim: 'again', first: i - 1, last: endOfSince(syntax, k, last), anchor: i, confidence: 0.75 }
  }
  return isCounted
    ? { claim: 'again', first: i - 1, last: Math.min(last - 1, /^(?:time|such)$/.test(syntax.lower[i + 1] ?? '') ? i + 1 : i + 2), anchor: i, confidence: 0.7 }
    : null
}

/** “He |last went| there two years ago”, “the |last such| meeting”, “the |last time|”. */
function claimLast(syntax: Syntax, i: number, last: number): Claim | null {
  if (syntax.lower[i] !== 'last') return null
  const next = syntax.lower[i + 1] ?? ''
  if (syntax.lower[i - 1] === 'the' && /^(?:such|time)$/.test(next))
    return { claim: 'last', first: i - 1, last: Math.min(last - 1, next === 'time' ? i + 1 : i + 2), anchor: i, confidence: 0.8 }
  const told = syntax.lower[i - 1] === 'the' ? lastToDo(syntax, i, last) : -1
  if (told >= 0) return { claim: 'last', first: i - 1, last: told, anchor: told, confidence: 0.6 }
  const isVerb = i + 1 < last && syntax.upos[i + 1] === TAG.VERB && syntax.head[i] === i + 1
  if (!isVerb) return null
  for (let k = i + 2; k < Math.min(last, i + 14); k++) {
    if (/^[;:]$/.test(syntax.lower[k] as string)) break
    const isDate =
      /^(?:1[89]|20)\d\d$/.test(syntax.lower[k] as string) ||
      syntax.lower[k] === 'ago' ||
      (/^(?:year|month|week)$/.test(syntax.lower[k] as string) && syntax.lower[k - 1] === 'last')
    if (isDate) return { claim: 'last', first: subjectStart(syntax, i), last: k, anchor: i + 1, confidence: 0.8 }
  }
  return null
}

/** “The last |president to visit|”; “the last thing to do” is no history. */
function lastToDo(syntax: Syntax, i: number, last: number): number {
  for (let k = i + 2; k < Math.min(last - 1, i + 5); k++)
    if (syntax.lower[k] === 'to' && syntax.upos[k + 1] === TAG.VERB)
      return /^(?:thing|chance|minute|one|bus|train|ship|day|word|straw|hurdle|piece|step|person|moment|place)$/.test(syntax.lower[k - 1] as string)
        ? -1
        : k + 1
  return -1
}

function subjectStart(syntax: Syntax, i: number): number {
  for (const child of childrenOf(syntax, i + 1))
    if (relationOf(syntax, child).startsWith('nsubj') && i - (syntax.left[child] as number) < 6) return syntax.left[child] as number
  return i
}

/** “|Resumed| flights”, “meet |again|”, “|once more|”. */
function claimAgain(syntax: Syntax, i: number, last: number): Claim | null {
  const word = syntax.lower[i] as string
  const isResumed = /^(?:resum(?:e|es|ed|ing|ption))$/.test(word) && syntax.upos[i] !== TAG.PROPN
  const isMoved = (syntax.head[i] as number) >= 0 && syntax.upos[syntax.head[i] as number] === TAG.VERB && syntax.isSentenceStart[i] !== 1
  const isOnce = word === 'once' && (isMoved || syntax.isSentenceStart[i] === 1) && /^(?:more|again)$/.test(syntax.lower[i + 1] ?? '')
  const isAgain =
    word === 'again' &&
    isMoved &&
    !/^(?:never|and|once|yet|over|great|,)$/.test(syntax.lower[i - 1] ?? '') &&
    syntax.lower[i + 1] !== 'and' &&
    !isDenied(syntax, i)
  if (!isResumed && !isOnce && !isAgain) return null
  const head = syntax.head[i] as number
  return { claim: 'again', first: i, last: isOnce ? Math.min(i + 1, last - 1) : i, anchor: isResumed || head < 0 ? i : head, confidence: isAgain ? 0.6 : 0.7 }
}

function isDenied(syntax: Syntax, i: number): boolean {
  return before(syntax, i, /^(?:not|never|n['’]t|no|nobody)$/) >= i - 5 && before(syntax, i, /^(?:not|never|n['’]t|no|nobody)$/) >= 0
}

/** “More people cross it |than at any time since 2009|”, “a level |not seen since| the war”. */
function claimSince(syntax: Syntax, i: number, last: number): Claim | null {
  // “|not since 1990| have so many people voted”
  if (syntax.lower[i - 1] === 'not' && syntax.isSentenceStart[i - 1] === 1)
    return { claim: 'since', first: i - 1, last: endOfSince(syntax, i, last), anchor: i, confidence: 0.7 }
  const seen = before(syntax, i, /^(?:seen|unseen|heard|recorded|known|matched|equalled)$/)
  if (seen >= i - 3 && seen >= 0) {
    const not = before(syntax, seen, /^(?:not|never|last|unmatched|n['’]t)$/)
    if (not >= seen - 3 && not >= 0) return { claim: 'since', first: not, last: endOfSince(syntax, i, last), anchor: seen, confidence: 0.75 }
  }
  // “|no premier had set foot there since| 1974”
  const none = noneBefore(syntax, i)
  if (none >= 0) return { claim: 'since', first: none, last: endOfSince(syntax, i, last), anchor: i, confidence: 0.65 }
  const than = before(syntax, i, /^than$/)
  if (than < 0 || before(syntax, i, /^any$/) < than) return null
  const from = comparativeBefore(syntax, than)
  return from < 0 ? null : { claim: 'since', first: from, last: endOfSince(syntax, i, last), anchor: from, confidence: 0.8 }
}

/** A sentence that begins with “no” and is told in the perfect up to “since”. */
function noneBefore(syntax: Syntax, since: number): number {
  let isPerfect = false
  for (let k = since - 1; k >= Math.max(0, since - 20); k--) {
    const word = syntax.lower[k] as string
    if (/^(?:has|have|had)$/.test(word)) isPerfect = true
    if (/^[,;:]$/.test(word)) return -1
    if (syntax.isSentenceStart[k] === 1) return isPerfect && /^(?:no|nobody|none)$/.test(word) ? k : -1
  }
  return -1
}

/** “|Not for thirty years| had the river frozen.” */
function claimNotFor(syntax: Syntax, i: number, last: number): Claim | null {
  if (syntax.isSentenceStart[i] !== 1 || !/^(?:for|in)$/.test(syntax.lower[i + 1] ?? '')) return null
  for (let k = i + 2; k < Math.min(last, i + 7); k++)
    if (YEARS.test(syntax.lower[k] as string)) return { claim: 'since', first: i, last: k, anchor: i, confidence: 0.65 }
  return null
}

/** “|Faster than at any point| in the past decade”. */
function claimThan(syntax: Syntax, i: number, last: number): Claim | null {
  let any = i + 1
  while (any < Math.min(last, i + 3) && syntax.lower[any] !== 'any') any++
  if (syntax.lower[any] !== 'any' || !/^(?:time|point|year|stage|moment)$/.test(syntax.lower[any + 1] ?? '')) return null
  const from = comparativeBefore(syntax, i)
  const end = historyBehind(syntax, any + 2, last, false)
  return from < 0 || end < 0 ? null : { claim: 'since', first: from, last: end, anchor: from, confidence: 0.75 }
}

function comparativeBefore(syntax: Syntax, than: number): number {
  for (let k = than - 1; k >= Math.max(0, than - 12); k--) {
    if (isComparative(syntax.lower[k] as string)) return k
    if (syntax.isSentenceStart[k] === 1) return -1
  }
  return -1
}

function isComparative(word: string): boolean {
  return /^(?:more|less|fewer|better|worse)$/.test(word) || /^\p{Ll}{3,}er$/u.test(word)
}

function startOf(syntax: Syntax, i: number): number {
  return /^(?:the|its|their|his|her|our|my)$/.test(syntax.lower[i - 1] ?? '') ? i - 1 : i
}
