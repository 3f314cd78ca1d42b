import type { EntityKind } from '../document/entity.ts'
import type { Layers, NameKind } from '../document/layers.ts'
import type { TokenSpan } from '../document/span.ts'
import { headOf, isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { NameSense } from '../knowledge/knowledge.ts'
import { findNounKind } from './head-nouns.ts'
import { expandRank, isAddress, isHonorific } from './honorifics.ts'
import { mendKind } from './name-kinds.ts'
import { PORTFOLIO, trimPerson } from './person-names.ts'

/** A name while it is being set right. */
export interface Piece {
  first: number
  last: number
  kind: EntityKind
  /** How sure the reader is; 1 for what knowledge knows. */
  score: number
  sense: NameSense | null
  country: string | null
  isNested: boolean
}

const KINDS: Readonly<Partial<Record<NameKind, EntityKind>>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  facility: 'place',
  norp: 'group',
}

/** The reader's names without what is no part of them; a name that runs over a comma or a sentence's end is cut there. */
export function cutNames(syntax: Syntax, layers: Layers): Piece[] {
  const pieces: Piece[] = []
  for (const name of layers.names) {
    const told = KINDS[name.kind]
    const kind = told && isAddressed(syntax, name) ? 'person' : told
    if (!kind || isNoNameAtAll(syntax, name, kind)) continue
    let first = name.first
    for (let i = name.first; i <= name.last; i++) {
      if (i < name.last && !isBreak(syntax, i, name.first)) continue
      const span = i > first ? trimName(syntax, { first, last: i }, kind) : null
      if (span) pieces.push({ ...span, kind: mendKind(syntax, span, kind), score: name.score, sense: null, country: null, isNested: false })
      first = i < name.last && syntax.isSentenceStart[i] === 1 && !isMark(syntax, i) ? i : i + 1
    }
  }
  return pieces
}

/** Whether a form of address or a rank begins a name or stands before it: “Mrs. Lind-Olsen” is nobody's town. */
function isAddressed(syntax: Syntax, { first }: TokenSpan): boolean {
  return isAddress(syntax, first) || (first > 0 && isAddress(syntax, first - 1))
}

/**
 * Party and state of a member of Congress (“R-Ariz.”), ships (“USS …”), adjectives made of names (“Ostria-held”, “Muslim leaders”), and
 * titles that the reader takes for bodies (“U.S. Secretary of State”).
 */
function isNoNameAtAll(syntax: Syntax, { first, last }: TokenSpan, kind: EntityKind): boolean {
  const word = syntax.words[first] as string
  // the marks of question and answer in an interview
  if (/^[QA]$/.test(word) && last - first === 1 && /^[:.]$/.test(syntax.words[last] ?? '')) return true
  if (/^[DRI]-\p{Lu}/u.test(word) || /^(?:USS|HMS|HMCS|HMAS|INS|FS|RFA)$/.test(word)) return true
  if (last - first === 1 && /-(?:held|led|backed|based|born|controlled|ruled|occupied|affiliated|linked|style|era|made|funded|owned|run)$/i.test(word))
    return true
  if (isNoNoun(syntax, first, last, kind) || (kind === 'organization' && isPortfolio(syntax, first))) return true
  const head = headOf(syntax, first, last)
  const relation = relationOf(syntax, head)
  if (kind === 'group') return syntax.upos[head] === TAG.ADJ || ((relation === 'compound' || relation === 'amod') && (syntax.head[head] as number) >= last)
  return kind !== 'person' && last - first > 1 && findNounKind(syntax.lower[head] as string) === 'person'
}

/** Feasts, wars and languages that the reader takes for places, and nouns for people that only begin a sentence: “Christmas”, “World War II”, “|Envoys| from Lund left”. */
function isNoNoun(syntax: Syntax, first: number, last: number, kind: EntityKind): boolean {
  if (kind === 'place' && (NO_PLACE.test(syntax.words[last - 1] as string) || syntax.words[last - 2] === 'War')) return true
  if (last - first > 1) return false
  const noun = findNounKind(syntax.lemma[first] as string) ?? findNounKind(syntax.lower[first] as string)
  if (syntax.isSentenceStart[first] === 1) {
    if (kind === 'group' && (noun !== null || syntax.upos[first] === TAG.NOUN)) return true
    if (kind === 'person' && noun === 'person' && syntax.upos[first] === TAG.NOUN) return true
  }
  // “his fellow Senators”
  return kind === 'person' && noun === 'person' && syntax.lemma[first] !== syntax.lower[first]
}

const NO_PLACE =
  /^(?:Christmas|Easter|Ramadan|Thanksgiving|Hanukkah|Passover|Halloween|Diwali|War|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Arabic|Hebrew|Urdu|Hindi|Farsi|Pashto|Mandarin|Cantonese|Swahili|Yiddish|Esperanto)$/

/** “Minister of |Foreign Affairs| Ida Vale”: what an office is for is no body of its own. */
function isPortfolio({ lower }: Syntax, first: number): boolean {
  const link = lower[first - 1] === 'the' ? first - 2 : first - 1
  return (
    PORTFOLIO.has(lower[first] as string) &&
    /^(?:of|for)$/.test(lower[link] ?? '') &&
    /^(?:minister|secretary|undersecretary|commissioner)s?$/.test(lower[link - 1] ?? '')
  )
}

function isBreak(syntax: Syntax, i: number, first: number): boolean {
  return isMark(syntax, i) || (i > first && syntax.isSentenceStart[i] === 1)
}

function isMark({ words }: Syntax, i: number): boolean {
  return /^[,;:()[\]"“”«»?!|/—]+$/.test(words[i] as string)
}

export function trimName(syntax: Syntax, span: TokenSpan, kind: EntityKind): TokenSpan | null {
  if (kind === 'person') {
    const person = trimPerson(syntax, span)
    const isRank =
      person &&
      person.last - person.first === 1 &&
      (expandRank(syntax.lower[person.first] as string) !== null || isHonorific(syntax.words[person.first] as string))
    return isRank || (person && person.last - person.first === 1 && isFunctionWord(syntax, person.first)) ? null : person
  }
  let { first, last } = span
  while (last > first && /^(?:['’]s?|\.|-|–|of|the|and)$/i.test(syntax.words[last - 1] as string)) last--
  while (first < last && (/^(?:the|an?|['’]s?|\.|-|–|of|and)$/i.test(syntax.words[first] as string) || syntax.upos[first] === TAG.DET)) first++
  if (first >= last) return null
  let hasCapital = false
  for (let i = first; i < last; i++) hasCapital ||= isCapitalized(syntax.words[i] as string)
  if (!hasCapital) return null
  return last - first === 1 && kind !== 'group' && isNoName(syntax, first) ? null : { first, last }
}

const SELDOM_NAMES: ReadonlySet<number> = new Set([
  TAG.VERB,
  TAG.AUX,
  TAG.ADV,
  TAG.DET,
  TAG.ADP,
  TAG.SCONJ,
  TAG.CCONJ,
  TAG.INTJ,
  TAG.NUM,
  TAG.PUNCT,
  TAG.SYM,
  TAG.PART,
])
/** Common nouns that are names where they stand alone with a capital letter. */
const BODIES = new Set(['congress', 'parliament', 'senate', 'house', 'treasury', 'duma', 'assembly'])

const PRONOUNS =
  /^(?:I|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Yy]ou|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur|[Yy]our|[Tt]heir|[Ww]ho|[Ww]hat|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]here)$/

function isFunctionWord(syntax: Syntax, i: number): boolean {
  return SELDOM_NAMES.has(syntax.upos[i] as number) || PRONOUNS.test(syntax.words[i] as string)
}

/** Words that the reader takes for a name for their capital letter alone: “However”, “the Ministry”, “Officials”. */
function isNoName(syntax: Syntax, i: number): boolean {
  if (isFunctionWord(syntax, i)) return true
  const lower = syntax.lower[i] as string
  if (BODIES.has(lower)) return false
  // “a Commission spokesperson”
  if (syntax.isSentenceStart[i] === 0 && relationOf(syntax, i) === 'compound' && findNounKind(lower) === 'organization') return false
  return findNounKind(lower) !== null || findNounKind(syntax.lemma[i] as string) !== null
}

/** “Lind’s regime”, “the Lind administration”: a regime bears a person's name where knowledge knows no place of that name. */
function isRuler(syntax: Syntax, { first, last }: TokenSpan): boolean {
  const relation = relationOf(syntax, first)
  const above = syntax.head[first] as number
  return (
    last - first === 1 &&
    (relation === 'nmod:poss' || relation === 'compound') &&
    above > first &&
    /^(?:regime|administration|presidency)$/.test(syntax.lemma[above] as string)
  )
}

/** How much a full name weighs for its last word alone: more than all that the reader says of that word. */
const SURNAME = 20

/** One name, one kind: votes of the reader for the same words, for the last word of a full name and back (“Arvo Lind … Lind”). */
export function settleKinds(syntax: Syntax, pieces: Piece[]): void {
  const votes = new Map<string, Map<EntityKind, number>>()
  const vote = (words: string, kind: EntityKind, weight: number) => {
    const own = votes.get(words) ?? new Map<EntityKind, number>()
    own.set(kind, (own.get(kind) ?? 0) + weight)
    votes.set(words, own)
  }
  for (const piece of pieces) {
    vote(keyOf(syntax, piece), piece.kind, piece.score)
    if (piece.kind === 'place' && isRuler(syntax, piece)) vote(keyOf(syntax, piece), 'person', SURNAME)
    if (piece.kind === 'person' && piece.last - piece.first > 1) vote(syntax.lower[piece.last - 1] as string, 'person', SURNAME * piece.score)
  }
  for (const piece of pieces) {
    // “the Harrows” are a family where somebody is called Harrow
    const one = syntax.lower[piece.last - 1] as string
    if (syntax.lower[piece.first - 1] === 'the' && /[^s]s$/.test(one) && votes.get(one.slice(0, -1))?.has('person') && piece.last - piece.first === 1)
      vote(keyOf(syntax, piece), 'group', SURNAME)
    const last = votes.get(syntax.lower[piece.last - 1] as string)
    // “Keele” is a person elsewhere, so “Tomas Keele” is one
    if (piece.last - piece.first > 1 && last) vote(keyOf(syntax, piece), 'person', last.get('person') ?? 0)
  }
  for (const piece of pieces) {
    let most = 0
    for (const [kind, weight] of votes.get(keyOf(syntax, piece)) ?? []) {
      if (weight <= most) continue
      most = weight
      piece.kind = kind
    }
  }
}

/** “LIND” in a headline and “Lind” are one name. */
function keyOf(syntax: Syntax, piece: Piece): string {
  return wordsOf(syntax, piece).toLowerCase()
}

export function wordsOf({ words }: Syntax, { first, last }: TokenSpan): string {
  return last - first === 1 ? (words[first] as string) : words.slice(first, last).join(' ')
}
