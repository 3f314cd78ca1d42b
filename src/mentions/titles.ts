import type { Title } from '../document/mention.ts'
import type { TokenSpan } from '../document/span.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findOffice, type Knowledge } from '../knowledge/knowledge.ts'
import { findNounKind, isPlainPerson } from './head-nouns.ts'
import { expandRank, isHonorific } from './honorifics.ts'
import { findEnd, findStart } from './phrases.ts'
import { type CountryAt, findTie } from './ties.ts'

/** Titles of a person's name, and the nouns that carry them before it: these are no mentions of their own. */
export interface FoundTitles {
  readonly titles: readonly Title[]
  /** Head nouns of titles directly before the name: “leader” in “North Ostrian leader Pak Dol Sun”. */
  readonly premodifiers: readonly number[]
  /** Head nouns of appositions: “minister” in “Nino Beridze, the foreign minister”. */
  readonly appositions: readonly number[]
}

/** Titles before a person's name (“Russian President …”, “Sen. …”) and beside it (“…, the foreign minister,”). */
export function findTitles(syntax: Syntax, knowledge: Knowledge, name: TokenSpan, head: number, countryAt: CountryAt): FoundTitles {
  const titles: Title[] = []
  const premodifiers: number[] = []
  let at = name.first - 1
  let of: string | null = null
  while (at >= 0 && syntax.isSentenceStart[at + 1] === 0) {
    if (isHonorific(syntax.words[at] as string)) at--
    else if (expandRank(syntax.lower[at] as string)) {
      const office = findOffice(knowledge, expandRank(syntax.lower[at] as string) as string)
      premodifiers.push(at)
      titles.unshift({ first: at, last: at + 1, office: office?.key ?? null, of: findTie(syntax, at, countryAt), isFormer: false })
      at--
    } else {
      const noun = findTitleNoun(syntax, knowledge, at, name.first, head)
      if (noun < 0) break
      const title = makeTitle(syntax, knowledge, noun, { first: walkBack(syntax, noun, countryAt), last: at + 1 }, countryAt)
      of = title.of ?? findTie(syntax, head, countryAt)
      if (!isPlainPerson(syntax.lemma[noun] as string)) titles.unshift({ ...title, of })
      premodifiers.push(noun)
      break
    }
  }
  const appositions = findAppositions(syntax, knowledge, name, head)
  for (const noun of appositions)
    if (!isPlainPerson(syntax.lemma[noun] as string))
      titles.push(makeTitle(syntax, knowledge, noun, { first: findStart(syntax, noun), last: findEnd(syntax, noun, 4) }, countryAt))
  return { titles: titles.sort((a, b) => a.first - b.first), premodifiers, appositions }
}

/** Whether a noun denotes a person by lexicon or as an office. */
export function isPersonNoun(syntax: Syntax, knowledge: Knowledge, i: number): boolean {
  const tag = syntax.upos[i]
  if (tag !== TAG.NOUN && tag !== TAG.PROPN && tag !== TAG.ADJ) return false
  // “his fellow Senators”
  if (syntax.lower[i] === 'fellow' && relationOf(syntax, i) !== 'nsubj' && (syntax.head[i] as number) === i + 1) return false
  const kind = findNounKind(syntax.lemma[i] as string) ?? findNounKind(syntax.lower[i] as string)
  return kind === 'person' || (kind === null && tag !== TAG.ADJ && findOffice(knowledge, syntax.lower[i] as string) !== null)
}

/** The noun of a title that ends right before a name: that word itself, or the one that its complement hangs on (“Minister for Trade Ida Vale”). */
function findTitleNoun(syntax: Syntax, knowledge: Knowledge, at: number, nameFirst: number, head: number): number {
  if (isPersonNoun(syntax, knowledge, at)) return at
  if (syntax.upos[at] === TAG.PUNCT || syntax.upos[at] === TAG.VERB) return -1
  const office = findOfficeBefore(syntax, knowledge, at)
  if (office >= 0) return office
  const above = syntax.head[head] as number
  for (let noun = at, steps = 0; noun >= 0 && steps < 5; noun = syntax.head[noun] as number, steps++) {
    if (noun >= nameFirst || noun < at - 12) return -1
    if (!isPersonNoun(syntax, knowledge, noun)) continue
    const end = findEnd(syntax, noun, 4)
    return end === nameFirst || (above === noun && relationOf(syntax, head) === 'appos') ? noun : -1
  }
  return -1
}

/** The noun of an office of several words that ends here, whatever the tree says: “|Secretary| of the Treasury”, “|Minister| of Foreign Affairs”. */
function findOfficeBefore(syntax: Syntax, knowledge: Knowledge, at: number): number {
  for (let i = at - 1; i > 0 && i > at - 6 && syntax.isSentenceStart[i + 1] === 0; i--) {
    if (!/^(?:of|for)$/.test(syntax.lower[i] as string) || !isPersonNoun(syntax, knowledge, i - 1)) continue
    return findOffice(knowledge, syntax.lower.slice(i - 1, at + 1).join(' ')) ? i - 1 : -1
  }
  return -1
}

/** The first word of a title: adjectives and nouns before its noun, up to a determiner, possessor, country or mark. */
function walkBack(syntax: Syntax, noun: number, countryAt: CountryAt): number {
  let first = noun
  while (first > 0 && syntax.isSentenceStart[first] === 0 && noun - first < 6) {
    const before = first - 1
    const tag = syntax.upos[before]
    const isWord = tag === TAG.ADJ || tag === TAG.NOUN || tag === TAG.PROPN || syntax.words[before] === '-'
    if (!isWord || countryAt[before] || /^\p{Lu}\p{Lu}/u.test(syntax.words[before] as string)) break
    if (relationOf(syntax, before) === 'nmod:poss' || (syntax.head[before] as number) < before - 1) break
    first = before
  }
  return first
}

const FORMER = /^(?:former|ex|late|then|one-time|onetime|ousted|deposed|outgoing)$/

/**
 * The title that a phrase words: the longest office in it, else the noun with its modifiers; determiners, countries and “former” are
 * left out. “the former Georgian foreign minister” → “foreign minister”, former, of Georgia.
 */
export function makeTitle(syntax: Syntax, knowledge: Knowledge, noun: number, phrase: TokenSpan, countryAt: CountryAt): Title {
  let first = phrase.first
  let isFormer = false
  for (let i = phrase.first; i < noun; i++) {
    const lower = syntax.lower[i] as string
    const isFormerHere = FORMER.test(lower) || lower.startsWith('ex-')
    isFormer ||= isFormerHere
    const tag = syntax.upos[i]
    if (
      isFormerHere ||
      countryAt[i] ||
      /^\W/.test(lower) ||
      tag === TAG.DET ||
      tag === TAG.PRON ||
      tag === TAG.PART ||
      tag === TAG.NUM ||
      relationOf(syntax, i) === 'nmod:poss'
    )
      first = i + 1
  }
  isFormer ||= /^(?:ex|then|former)-/.test(syntax.lower[noun] as string)
  const of = findTie(syntax, noun, countryAt)
  return { ...findOfficeWords(syntax, knowledge, first, noun, phrase.last, countryAt), of, isFormer }
}

/** The words before and behind a title's noun that make an office with it, the longest first; any minister is the last choice. */
function findOfficeWords(
  syntax: Syntax,
  knowledge: Knowledge,
  first: number,
  noun: number,
  end: number,
  countryAt: CountryAt,
): TokenSpan & { office: string | null } {
  let general: (TokenSpan & { office: string }) | null = null
  for (let last = Math.min(end, noun + 9); last > noun; last--) {
    // an office ends with its noun, or before the next complement: “minister of foreign affairs | of Belmora”
    if (last > noun + 1 && (countryAt[last - 1] || (last < end && !/^(?:of|for|in|at|to)$/.test(syntax.lower[last] as string)))) continue
    for (let from = Math.max(first, noun - 6); from <= noun; from++) {
      const office = findOffice(knowledge, syntax.lower.slice(from, last).join(' '))
      if (office && office.key !== 'minister') return { first: from, last, office: office.key }
      if (office) general ??= { first: from, last, office: office.key }
    }
  }
  return general ?? { first: Math.max(Math.min(first, noun), noun - 6), last: noun + 1, office: null }
}

function findAppositions(syntax: Syntax, knowledge: Knowledge, name: TokenSpan, head: number): number[] {
  const found: number[] = []
  const above = syntax.head[head] as number
  // “The Kremlin spokesman, Arvo Lind,”
  if (
    above >= 0 &&
    above < name.first - 1 &&
    relationOf(syntax, head) === 'appos' &&
    isPersonNoun(syntax, knowledge, above) &&
    syntax.words[name.first - 1] === ','
  )
    found.push(above)
  for (const child of childrenOf(syntax, head))
    if (child >= name.last && relationOf(syntax, child) === 'appos' && isPersonNoun(syntax, knowledge, child)) found.push(child)
  return found
}
