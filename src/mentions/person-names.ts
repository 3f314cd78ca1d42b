import type { TokenSpan } from '../document/span.ts'
import { isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findNounKind } from './head-nouns.ts'
import { expandRank, isHonorific, PARTICLES, SUFFIXES, withoutPoint } from './honorifics.ts'

/** Words that describe rather than name, where the reader took them into a name: “Former President Arvo Lind”. */
const DESCRIBING = new Set([
  'former',
  'ex',
  'late',
  'then',
  'acting',
  'deputy',
  'vice',
  'foreign',
  'prime',
  'chief',
  'defense',
  'defence',
  'interior',
  'senior',
  'first',
  'supreme',
  'crown',
  'interim',
  'outgoing',
  'incoming',
  'attorney',
  'lieutenant',
])

/** Words for people that are given names as well: “Christian Lindner”, “Guy Vale”, but “Dean Maria Holt”. */
const GIVEN = new Set('christian guy dean earl duke pal peer star page noble buddy sonny'.split(' '))

/** What an office is an office of, where the reader took it into the name behind: “Secretary of |State| John Kerry”, “Chief of |Staff| Ada Fell”. */
export const PORTFOLIO: ReadonlySet<string> = new Set(
  `state staff defense defence treasury commerce labor labour education energy justice interior health agriculture transport transportation finance affairs
  foreign trade economy environment opposition culture security homeland war navy army house commons senate council parliament union police mission
  delegation and the`.split(/\s+/),
)

/** Leaves titles, forms of address and words that no name holds off both ends: “President Lind's” → “Lind”. Null where nothing is left. */
export function trimPerson(syntax: Syntax, { first, last }: TokenSpan): TokenSpan | null {
  let from = first
  let to = last
  while (to > from && !isNamePart(syntax, to - 1)) to--
  if (/^(?:of|for)$/.test(syntax.lower[first - 1] ?? '') || /^(?:of|for) the$/.test(`${syntax.lower[first - 2]} ${syntax.lower[first - 1]}`))
    while (from < to - 1 && PORTFOLIO.has(syntax.lower[from] as string)) from++
  while (from < to && isBeforeName(syntax, from, to)) from++
  return from < to ? { first: from, last: to } : null
}

function isNamePart(syntax: Syntax, i: number): boolean {
  const lower = syntax.lower[i] as string
  return isCapitalized(syntax.words[i] as string) || /^(?:al|el|ul|bin|ben|van|von|de)-\p{L}/u.test(lower)
}

function isBeforeName(syntax: Syntax, i: number, last: number): boolean {
  const lower = syntax.lower[i] as string
  if (PARTICLES.has(lower)) return false
  if (!isNamePart(syntax, i)) return true
  if (i + 1 >= last || (i + 2 === last && GIVEN.has(lower))) return false
  return (
    isHonorific(syntax.words[i] as string) ||
    expandRank(lower) !== null ||
    isTitleWord(syntax, i) ||
    (DESCRIBING.has(lower) && isTitleAhead(syntax, i + 1, last))
  )
}

/** “Foreign” is a describing word only where a title follows: “Foreign Minister Lind”. */
function isTitleAhead(syntax: Syntax, from: number, last: number): boolean {
  for (let i = from; i < last - 1; i++) {
    if (isTitleWord(syntax, i) || isHonorific(syntax.words[i] as string)) return true
    if (!DESCRIBING.has(syntax.lower[i] as string)) return false
  }
  return false
}

/** Names that are words for people as well: “Judge”, “Prince” may be family names, behind a given name they are. */
function isTitleWord(syntax: Syntax, i: number): boolean {
  return findNounKind(syntax.lemma[i] as string) === 'person' || findNounKind(syntax.lower[i] as string) === 'person'
}

/**
 * Takes in what belongs to a person's name and the reader left out: particles before (“bin Salman”), initials, words that hang on the
 * name as a flat part (“Moon Jae-in”), suffixes behind (“Lind Jr.”). `isTaken` tells tokens of other names.
 */
export function extendPerson(syntax: Syntax, { first, last }: TokenSpan, isTaken: (i: number) => boolean): TokenSpan {
  let from = first
  let to = last
  while (to < syntax.count && to - last < 4 && syntax.isSentenceStart[to] === 0 && !isTaken(to) && continuesName(syntax, from, to)) to++
  // “Pak Dol - sun”: a hyphen that an earlier program set apart
  if (to - from > 1 && to + 1 < syntax.count && syntax.words[to] === '-' && isSyllable(syntax, to + 1)) to += 2
  if (to + 1 < syntax.count && syntax.words[to] === ',' && SUFFIXES.has(withoutPoint(syntax.lower[to + 1] as string))) to += 2
  while (from > 0 && first - from < 4 && syntax.isSentenceStart[from] === 0 && !isTaken(from - 1) && precedesName(syntax, from - 1, from, to)) from--
  return { first: from, last: to }
}

/** The small second syllable of a Korean given name; “led”, “like” make adjectives of any name. */
function isSyllable({ lower, words }: Syntax, i: number): boolean {
  const word = words[i] as string
  return /^[a-z]{2,5}$/.test(word) && word === lower[i] && !/^(?:led|like|style|era|born|run|held|in-law|and|or|the|but|a|who|was|is|has)$/.test(word)
}

function continuesName(syntax: Syntax, from: number, i: number): boolean {
  const word = syntax.words[i] as string
  if (SUFFIXES.has(withoutPoint(syntax.lower[i] as string)) && isCapitalized(word)) return true
  if (syntax.upos[i] !== TAG.PROPN || !isCapitalized(word)) return false
  const head = syntax.head[i] as number
  if (head >= from && head < i) return relationOf(syntax, i) === 'flat'
  // “Moon Jae-in”, where only “Moon” was taken for a name: it hangs on the word behind it
  return syntax.head[i - 1] === i && relationOf(syntax, i - 1) === 'compound' && i - from === 1
}

function precedesName(syntax: Syntax, i: number, from: number, to: number): boolean {
  const lower = syntax.lower[i] as string
  const word = syntax.words[i] as string
  const head = syntax.head[i] as number
  const isLinked = (head >= from && head < to) || ((syntax.head[from] as number) === i && relationOf(syntax, from) === 'flat')
  if (PARTICLES.has(lower) && syntax.upos[i] === TAG.PROPN) return isLinked
  if (!isLinked || syntax.upos[i] !== TAG.PROPN || !isCapitalized(word)) return false
  if (isHonorific(word) || expandRank(lower) !== null || isTitleWord(syntax, i) || DESCRIBING.has(lower)) return false
  // “Secretary of State John Kerry”
  if (PORTFOLIO.has(lower)) return false
  const relation = head >= from && head < to ? relationOf(syntax, i) : 'flat'
  return relation === 'flat' || relation === 'nmod:desc' || (relation === 'compound' && to - from === 1)
}
