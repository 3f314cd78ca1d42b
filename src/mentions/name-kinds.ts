import type { EntityKind } from '../document/entity.ts'
import type { TokenSpan } from '../document/span.ts'
import { caseOf, headOf, type Syntax, TAG } from '../document/syntax.ts'
import { findNounKind } from './head-nouns.ts'
import { isAddress } from './honorifics.ts'

/** First words of places: “Port Asel”, “Mount Hesk”. Names of two words only: “Cape Hesk Bank” is none. */
const PLACE_FIRST = /^(?:port|mount|mt|cape|fort|lake|isle)$/
/** What a place, and no man, is the place of: “the bishop of Asel”. */
const OF_PLACES = /^(?:bishop|archbishop|mayor|governor|sheriff|prince|princess|duke|duchess|sultan|emir|city|town|village|island|valley|port|province)$/
/** What one has in a person as well as in a place: “trust in Lind”. */
const IN_PEOPLE = /^(?:trust|confidence|faith|interest|interested|believe|belief|see|find|disappointed|invest|hope|change)$/
/** Last words of companies and papers, which the reader takes for family names. */
const COMPANY =
  /^(?:lines|airlines|airways|motors|industries|systems|holdings|partners|inc|corp|ltd|plc|llc|group|foundation|institute|press|tribune|courier|gazette|herald|chronicle)$/
/** Names of laws and treaties, which the reader takes for bodies: “the Harbours Act”. */
const LAWS = /^(?:act|treaty|accord|amendment|bill|constitution|protocol)$/

/** The kind that the words themselves and those beside them tell, against the reader: acronyms are no people or places, “Government of …” is none either. */
export function mendKind(syntax: Syntax, span: TokenSpan, kind: EntityKind): EntityKind {
  if (isAcronym(syntax, span, kind)) return 'organization'
  if (isPlaceByName(syntax, span, kind)) return 'place'
  if (kind === 'person') return mendPerson(syntax, span)
  if (kind === 'group') return kind
  const word = syntax.lower[headOf(syntax, span.first, span.last)] as string
  const noun = findNounKind(word)
  if (span.last - span.first === 1) return noun === 'organization' ? noun : kind
  if (noun === 'organization' || noun === 'government') return 'organization'
  if (noun === 'document' && LAWS.test(word)) return 'document'
  return noun === 'place' && !/^(?:house|center|centre|bank|hospital|school|church)$/.test(word) ? 'place' : kind
}

/** A lone word of capitals that the reader takes for a person: “FSB”. In a headline of capitals it may be one. */
function isAcronym({ words, isParagraphStart }: Syntax, { first, last }: TokenSpan, kind: EntityKind): boolean {
  const word = words[first] as string
  const beside = words[first + 1] ?? ''
  return (
    (kind === 'person' || kind === 'place') &&
    last - first === 1 &&
    /^\p{Lu}{2,6}$/u.test(word) &&
    !(isParagraphStart[first] === 1 && beside === beside.toUpperCase() && /\p{L}/u.test(beside))
  )
}

function isPlaceByName({ lower, words }: Syntax, { first, last }: TokenSpan, kind: EntityKind): boolean {
  if (last - first !== 2 || (kind !== 'person' && kind !== 'organization') || !PLACE_FIRST.test(lower[first] as string)) return false
  return /^\p{Lu}\p{Ll}/u.test(words[last - 1] as string) && findNounKind(lower[last - 1] as string) === null
}

/** People have no article (“the Tribune”, “the Harrows”), and nobody is in them (“in Asel”) or mayor of them. */
function mendPerson(syntax: Syntax, { first, last }: TokenSpan): EntityKind {
  if (isBody(syntax, first, last)) return 'organization'
  if (isDefinite(syntax, first, last)) return last - first === 1 && /[^s]s$/.test(syntax.lower[first] as string) ? 'group' : 'organization'
  if (last - first > 1) return 'person'
  const above = syntax.head[first] as number
  if (above < 0) return 'person'
  const link = caseOf(syntax, first)
  const isIn = /^(?:in|near|outside|inside|across)$/.test(link ?? '') && !IN_PEOPLE.test(syntax.lemma[above] as string)
  return isIn || (link === 'of' && OF_PLACES.test(syntax.lemma[above] as string)) ? 'place' : 'person'
}

/** “Havlin Lines”, “the Asel Courier”. */
export function isCompany({ lower }: Syntax, first: number, last: number): boolean {
  return last - first > 1 && COMPANY.test(lower[last - 1] as string)
}

/** “Havlin Lines”, “the relief |agency| Red Lantern”. */
function isBody(syntax: Syntax, first: number, last: number): boolean {
  if (isCompany(syntax, first, last)) return true
  const before = first - 1
  if (before < 0 || syntax.isSentenceStart[first] === 1 || findNounKind(syntax.words[before] as string) !== 'organization') return false
  const head = headOf(syntax, first, last)
  return syntax.head[head] === before || syntax.head[before] === head
}

/** “The Tribune”; “the Rev. Lind”, “the Obama plan” and “the Lind who won” have other reasons for the article. */
function isDefinite(syntax: Syntax, first: number, last: number): boolean {
  const article = first - 1
  if (syntax.lower[article] !== 'the' || isAddress(syntax, first)) return false
  const head = syntax.head[article] as number
  if (head < first || head >= last || syntax.lower[last] === 'who' || syntax.lower[last] === 'of') return false
  return syntax.upos[head] === TAG.PROPN
}
