import type { EntityKind } from '../document/entity.ts'
import type { Layers } from '../document/layers.ts'
import type { Mention } from '../document/mention.ts'
import type { TokenSpan } from '../document/span.ts'
import { caseOf, childrenOf, headOf, isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findOffice, type Knowledge } from '../knowledge/knowledge.ts'
import { endsLikePerson, findNounKind, genderOfNoun, isPlainPerson, isPlural, isQuantity, isWeak, type NounKind } from './head-nouns.ts'
import { expandRank } from './honorifics.ts'
import { findEnd, findStart, measurePhrase } from './phrases.ts'
import { type CountryAt, findTie } from './ties.ts'
import { makeTitle } from './titles.ts'

/** Noun phrases that denote somebody, a body, a place or a document: “her Georgian counterpart”, “the ministry”, “a person familiar with the matter”. */
export function findNominals(syntax: Syntax, knowledge: Knowledge, countryAt: CountryAt, isSource: Uint8Array, isTaken: (i: number) => boolean): Mention[] {
  const found: Mention[] = []
  for (let i = 0; i < syntax.count; i++) {
    if (isTaken(i) || !mayHead(syntax, i, isSource[i] === 1)) continue
    const noun = findKind(syntax, knowledge, i, isSource[i] === 1)
    if (noun !== undefined) found.push(makeNominal(syntax, knowledge, i, noun, countryAt))
  }
  return found
}

const TELLING = new Set(
  `say tell show suggest find indicate reveal report argue claim note warn state announce believe think add write insist acknowledge confirm conclude
  recommend estimate predict fear hope demand propose allege contend maintain declare explain imply prove mean agree vow pledge promise`.split(/\s+/),
)

/** Heads of what the reader takes for the source of words, and subjects of a verb of telling with a clause: strong evidence that a noun denotes somebody. */
export function markSources(syntax: Syntax, layers: Layers): Uint8Array {
  const marks = new Uint8Array(syntax.count)
  for (const { source } of layers.attributions) if (source) marks[headOf(syntax, source.first, source.last)] = 1
  for (let i = 0; i < syntax.count; i++) {
    if (relationOf(syntax, i) !== 'nsubj' || !TELLING.has(syntax.lemma[syntax.head[i] as number] as string)) continue
    // “the recording shows that …”
    for (const child of childrenOf(syntax, syntax.head[i] as number)) if (child > i && relationOf(syntax, child) === 'ccomp') marks[i] = 1
  }
  return marks
}

const HEAD_TAGS: ReadonlySet<number> = new Set([TAG.NOUN, TAG.PROPN])
const NOMINAL: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'nmod', 'appos', 'root'])
const INDEFINITE = /^(?:every|any|some|no)(?:one|body)$/
const PRONOUN_TAGS: ReadonlySet<number> = new Set([TAG.DET, TAG.PRON, TAG.NUM, TAG.ADJ, TAG.SYM, TAG.X])

/** Nouns that are no modifiers of others (“police officer” has one head); other words only as quantities (“some”) or behind “the” (“the displaced”). */
function mayHead(syntax: Syntax, i: number, isSource: boolean): boolean {
  const tag = syntax.upos[i] as number
  const relation = relationOf(syntax, i)
  if (HEAD_TAGS.has(tag)) return !isModifier(syntax, i, relation) && !isRank(syntax, i)
  if (INDEFINITE.test(syntax.lower[i] as string)) return true
  if (relation === 'det' || relation === 'amod' || relation === 'nummod') return false
  if (PRONOUN_TAGS.has(tag) && isQuantity(syntax.lower[i] as string)) return isSource || isActing(syntax, i, relation)
  if ((tag !== TAG.ADJ && tag !== TAG.VERB) || !hasDeterminer(syntax, i)) return false
  // “the displaced”; “Apple's chief executive” where the reader takes “executive” for an adjective
  const kind = findNounKind(syntax.lower[i] as string)
  return kind === 'group' || (kind === 'person' && NOMINAL.has(relation))
}

/** What people do and things do not: “Some |threw| stones”, “many |fled|”. */
const HUMAN_ACTS =
  /^(?:throw|shout|chant|march|wave|flee|sign|vote|gather|protest|want|hope|fear|wish|refuse|demand|cheer|boo|sing|weep|cry|kneel|pray|wear|join|resign|abstain|stay|volunteer|queue|walk|drive|sleep|eat|drink)$/

/** Whether a quantity stands for people by what it does (“Some threw stones”) or by the pronoun behind it (“the eight who stayed”). */
function isActing(syntax: Syntax, i: number, relation: string): boolean {
  if (syntax.lower[i + 1] === 'who' && syntax.lower[i] !== 'those') return true
  return relation === 'nsubj' && HUMAN_ACTS.test(syntax.lemma[syntax.head[i] as number] as string)
}

/** Parts of titles and ranks that are no head of their own: “Sen.”, “Secretary of State”. */
function isRank(syntax: Syntax, i: number): boolean {
  if (syntax.words[i] === 'State' && syntax.lower[i - 1] === 'of') return true
  return expandRank(syntax.lower[i] as string) !== null && (syntax.words[i] as string).endsWith('.')
}

function isModifier(syntax: Syntax, i: number, relation: string): boolean {
  if (relation === 'flat' || relation === 'goeswith') return true
  return (relation === 'compound' || relation === 'nmod:desc' || relation === 'amod') && (syntax.head[i] as number) > i
}

function hasDeterminer(syntax: Syntax, i: number): boolean {
  for (const child of childrenOf(syntax, i)) {
    const relation = relationOf(syntax, child)
    if (child < i && (relation === 'det' || relation === 'nmod:poss')) return true
  }
  return false
}

/** Kind of what a head denotes; null: somebody, but the words leave open of what kind; undefined: a thing. */
function findKind(syntax: Syntax, knowledge: Knowledge, i: number, isSource: boolean): EntityKind | null | undefined {
  const lemma = syntax.lemma[i] as string
  const word = syntax.lower[i] as string
  if (isQuantity(word) || lemma === 'group')
    return countedKind(syntax, knowledge, i, isSource || INDEFINITE.test(word) || isActing(syntax, i, relationOf(syntax, i)), lemma === 'group')
  if (isDenied(syntax, i)) return undefined
  const noun = findNounKind(lemma) ?? findNounKind(word) ?? (isOffice(syntax, knowledge, i) ? 'person' : null)
  if (noun && !isBare(syntax, i, noun) && !isWeakHere(syntax, i, isSource)) return kindOfNoun(syntax, i, noun)
  if (!isSource) return undefined
  const many = isPlural(word, lemma)
  if (syntax.upos[i] === TAG.PROPN) return null
  return endsLikePerson(lemma) ? (many ? 'group' : 'person') : null
}

/** “No leader” is nobody. */
function isDenied(syntax: Syntax, i: number): boolean {
  for (const child of childrenOf(syntax, i)) if (child < i && syntax.lower[child] === 'no') return true
  return false
}

/** Weak words count as sources of words, or with a complement of a body (“head of the bank”). */
function isWeakHere(syntax: Syntax, i: number, isSource: boolean): boolean {
  const lemma = syntax.lemma[i] as string
  if (isSource || !isWeak(lemma)) return false
  // “the Front freed two hostages”: the short name of a body
  if (isCapitalized(syntax.words[i] as string) && syntax.isSentenceStart[i] === 0 && syntax.lower[i - 1] === 'the' && findNounKind(lemma) === 'organization')
    return false
  const isMany = lemma !== syntax.lower[i]
  // “the residential areas”, but “areas of cooperation”; “the Ostrian side”, “both sides”, but “the northern side”
  if (lemma === 'area') return isMany && !hasModifier(syntax, i, /\w/)
  if (lemma === 'side') return !isMany && !hasModifier(syntax, i, /^(?:other|opposing|losing|winning|warring)$/) && !hasModifier(syntax, i, /^\p{Lu}/u)
  if (lemma === 'position' || lemma === 'base' || lemma === 'station')
    return !hasModifier(
      syntax,
      i,
      /^(?:air|naval|missile|radar|space|power|rail|police|fighting|defensive|firing|military|enemy|rebel|forward|front-?line|fortified)$/,
    )
  if (lemma !== 'head') return true
  for (const child of childrenOf(syntax, i)) if (child > i && relationOf(syntax, child) === 'nmod' && caseOf(syntax, child) === 'of') return false
  return true
}

function hasModifier(syntax: Syntax, i: number, words: RegExp): boolean {
  // a preposition, or the subject and copula of “those are areas …”, say nothing of the noun
  for (const child of childrenOf(syntax, i))
    if (child < i && /^(?:amod|compound|nmod|nummod|acl)/.test(relationOf(syntax, child)) && words.test(syntax.words[child] as string)) return true
  return false
}

const BARE = /^(?:police|parliament|congress|senate|court|government|opposition|media|press|staff|church|school|university|congress|troops|media)$/

/** A singular noun without anything before or behind it, where no actor stands: “freedom of association”, “bomber aircraft”. */
function isBare(syntax: Syntax, i: number, noun: NounKind): boolean {
  if (noun === 'group' || noun === 'document' || syntax.upos[i] !== TAG.NOUN || isPlural(syntax.lower[i] as string, syntax.lemma[i] as string)) return false
  const relation = relationOf(syntax, i)
  if (relation !== 'conj' && relation !== 'nmod' && relation !== 'obl' && relation !== 'dep' && relation !== 'obj') return false
  if (BARE.test(syntax.lemma[i] as string)) return false
  // “took place”
  if (syntax.lemma[i] === 'place') return !hasDeterminer(syntax, i)
  for (const child of childrenOf(syntax, i)) {
    const link = relationOf(syntax, child)
    if (link === 'det' || link === 'nmod:poss' || link === 'amod' || link === 'compound' || link === 'nmod' || link === 'nummod') return false
  }
  return true
}

function isOffice(syntax: Syntax, knowledge: Knowledge, i: number): boolean {
  return endsLikePerson(syntax.lemma[i] as string) && findOffice(knowledge, syntax.lower[i] as string) !== null
}

/** “a number of officials” are people, “a number of areas” are none; “half”, “some” alone only where words are ascribed to them. */
function countedKind(syntax: Syntax, knowledge: Knowledge, i: number, isSource: boolean, isGroup: boolean): EntityKind | undefined {
  for (const child of childrenOf(syntax, i)) {
    if (child < i || relationOf(syntax, child) !== 'nmod' || caseOf(syntax, child) !== 'of') continue
    const lemma = syntax.lemma[child] as string
    const noun = findNounKind(lemma) ?? (isOffice(syntax, knowledge, child) ? 'person' : null)
    if (noun === 'person' || noun === 'group') return 'group'
    if (isGroup && syntax.upos[child] !== TAG.PROPN && noun !== 'country' && noun !== 'organization') return undefined
  }
  return isSource ? 'group' : isGroup ? 'organization' : undefined
}

const REGIONAL = /^(?:local|provincial|regional|state|city|municipal|county|district|tribal|interim-regional)$/

function kindOfNoun(syntax: Syntax, i: number, noun: NounKind): EntityKind {
  // “the coast guard”
  if (syntax.lower[i] === 'guard' && /^(?:coast|border|national|home|civil|presidential|revolutionary)$/.test(syntax.lower[i - 1] ?? '')) return 'organization'
  if (noun === 'person') return isPlural(syntax.lower[i] as string, syntax.lemma[i] as string) ? 'group' : 'person'
  // “voters in swing states”
  if (syntax.lower[i] === 'states' && childrenOf(syntax, i).length === 0) return 'place'
  if (noun !== 'government') return noun
  // a state and its government are one; “the regional government” is a body of its own
  return hasModifier(syntax, i, REGIONAL) ? 'organization' : 'country'
}

function makeNominal(syntax: Syntax, knowledge: Knowledge, head: number, kind: EntityKind | null, countryAt: CountryAt): Mention {
  const phrase = measurePhrase(syntax, head)
  const isMany = isPlural(syntax.lower[head] as string, syntax.lemma[head] as string) || isQuantity(syntax.lower[head] as string)
  const title = kind === 'person' || (kind === 'group' && isMany) ? makeTitle(syntax, knowledge, head, phrase, countryAt) : null
  const titles = title && (title.office !== null || (kind === 'person' && !isPlainPerson(syntax.lemma[head] as string))) ? [title] : []
  return {
    ...phrase,
    head,
    form: 'nominal',
    kind,
    number: isMany ? 'many' : 'one',
    gender: kind === 'person' || kind === 'group' ? genderOfPhrase(syntax, knowledge, head) : null,
    person: 3,
    country: findTie(syntax, head, countryAt),
    name: null,
    titles,
    owner: findOwner(syntax, head),
    parts: [],
  }
}

/** Gender that a noun or an adjective tells: “spokeswoman”, “the female suspect”. */
export function genderOfPhrase(syntax: Syntax, knowledge: Knowledge, head: number): 'man' | 'woman' | null {
  const own =
    genderOfNoun(syntax.lemma[head] as string) ?? genderOfNoun(syntax.lower[head] as string) ?? findOffice(knowledge, syntax.lower[head] as string)?.gender
  if (own) return own
  for (const child of childrenOf(syntax, head)) {
    const word = syntax.lower[child] as string
    if (word === 'female') return 'woman'
    if (word === 'male') return 'man'
  }
  return null
}

/** The possessor with its ending: “Russia's” in “Russia's envoy”, “her” in “her counterpart”. */
export function findOwner(syntax: Syntax, head: number): TokenSpan | null {
  for (const child of childrenOf(syntax, head)) {
    if (child > head) break
    if (relationOf(syntax, child) !== 'nmod:poss') continue
    const end = findEnd(syntax, child, 2)
    return { first: findStart(syntax, child), last: /^['’]s?$/i.test(syntax.words[end] ?? '') ? end + 1 : end }
  }
  return null
}
