import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { isPlural } from './head-nouns.ts'
import { isAddress } from './honorifics.ts'

/** What the reader takes a name for, as far as it matters here: of men and bodies less is believed. */
export type SignKind = 'place' | 'person' | 'organization'

/** A name counts as that of a state from this weight on: one clear sign, or two weak ones of different sorts. */
export const ENOUGH = 2

/** What has a government, and hardly a town, a body or a man: “the |army| of Lund”, “Lund's |parliament|”. */
const ESTATE = /^(?:president|premier|chancellor|king|queen|senate|ambassador|consulate|chancellery|government)$/
/** The same of a man or a body: presidents, ambassadors and governments may be theirs, armies and borders hardly. */
const ESTATE_OF_ANY = /^(?:parliament|army|navy|coastguard|embassy|republic|kingdom|border|constitution)$/
/** What towns and regions have as well as states: one sign more is wanted. */
const OFFICIAL =
  /^(?:official|authority|troop|soldier|leader|diplomat|diplomacy|envoy|delegation|cabinet|crown|capital|side|counterpart|leadership|citizen|fisherman|spokes(?:man|woman|person)|force|coast|economy|export|import)$/
/** What an adjective stands before where it is one of a state: “Lundish |colleague|”, “Belmoran |officials|”. */
export const GOVERNED =
  /^(?:government|parliament|president|premier|minister|ministry|chancellor|king|queen|ambassador|embassy|army|navy|cabinet|delegation|envoy|diplomat|diplomacy|leader|officials?|troops|authorities|foreign|prime|state|senate|counterpart|colleague|host|mediator|side|border|crown|capital|spokes(?:man|woman|person))$/
/** What states have between them: “the |treaty| between Lund and Ostria”, “the |border| with Lund”. */
const BETWEEN = /^(?:treaty|pact|border|war|alliance|relation|tie|trade|sanction|cooperation|accord|agreement|talk|negotiation)$/
/** What governments do, and bodies, towns and men hardly in these words. */
const GOVERNS = /^(?:expel|recall|annex|invade|ratify|extradite|mediate)$/
/** What governments do and others may do too. */
const ACTS =
  /^(?:accuse|reject|deny|sign|agree|withdraw|impose|ban|sanction|condemn|pledge|vow|halt|suspend|resume|deploy|summon|retaliate|refuse|join|export|import|supply|offer|propose|close|send)$/

/** How much a place where a name stands speaks for a state; the sort of the sign keeps two of one sort from counting twice. */
export interface Sign {
  readonly weight: number
  readonly sort: 'owner' | 'of' | 'between' | 'subject'
}

/** What the place of a name in its sentence tells; null where it tells nothing. */
export function readSign(syntax: Syntax, i: number, kind: SignKind): Sign | null {
  const above = syntax.head[i] as number
  if (above < 0) return null
  const relation = relationOf(syntax, i)
  // “the Belmoran envoy”, where the text has the adjective alone
  if (relation === 'amod' || (relation === 'compound' && syntax.lemma[above] === 'counterpart')) {
    const isAdjective = /(?:an|ic|ish|ese|i)$/.test(syntax.lower[i] as string)
    return isAdjective && (GOVERNED.test(syntax.lower[i + 1] ?? '') || GOVERNED.test(syntax.lower[above] as string)) ? { weight: 2, sort: 'owner' } : null
  }
  // “Lund's foreign minister”, “Varland officials”
  if (relation === 'nmod:poss' || ((relation === 'compound' || relation === 'nmod:desc') && above > i)) return weighOwned(syntax, above, kind, 'owner')
  if (relation === 'nsubj') return weighSubject(syntax, above, kind)
  if (relation !== 'nmod' && relation !== 'obl') return null
  const link = caseOf(syntax, i)
  if (link === 'of') return weighOwned(syntax, above, kind, 'of')
  if (link !== 'with' && link !== 'between') return null
  // “to mediate between Lund and Ostria”
  if (GOVERNS.test(syntax.lemma[above] as string)) return { weight: 2, sort: 'between' }
  return BETWEEN.test(syntax.lemma[above] as string) ? { weight: kind === 'place' && syntax.upos[above] === TAG.NOUN ? 2 : 1, sort: 'between' } : null
}

function weighOwned(syntax: Syntax, noun: number, kind: SignKind, sort: 'owner' | 'of'): Sign | null {
  const lemma = syntax.lemma[noun] as string
  // “the minister of Health” has a portfolio, “the foreign minister of Lund” a state
  if (lemma === 'minister') return hasPortfolio(syntax, noun) ? { weight: kind === 'organization' ? 1 : 2, sort } : null
  // “the presidents of Belmora and Lund” are of two states
  const isOfTwo = sort === 'of' && /^(?:president|government)$/.test(lemma) && isPlural(syntax.lower[noun] as string, lemma)
  if (isOfTwo || ESTATE_OF_ANY.test(lemma)) return { weight: 2, sort }
  if (ESTATE.test(lemma) || hasOfficer(syntax, noun))
    return kind === 'organization' ? null : { weight: lemma === 'government' && kind === 'person' ? 1 : 2, sort }
  return OFFICIAL.test(lemma) ? { weight: 1, sort } : null
}

/** “|President| Ada Fell of Lund”, “Lund's |prime minister| Ada Fell”. */
function hasOfficer(syntax: Syntax, name: number): boolean {
  for (const child of childrenOf(syntax, name))
    if (
      child < name &&
      relationOf(syntax, child) === 'nmod:desc' &&
      /^(?:president|premier|chancellor|king|queen|minister)$/.test(syntax.lemma[child] as string)
    )
      return true
  return false
}

function hasPortfolio(syntax: Syntax, noun: number): boolean {
  for (const child of childrenOf(syntax, noun)) if (child < noun && /^(?:amod|compound)$/.test(relationOf(syntax, child))) return true
  return false
}

function weighSubject(syntax: Syntax, verb: number, kind: SignKind): Sign | null {
  const lemma = syntax.lemma[verb] as string
  if (GOVERNS.test(lemma) || mediates(syntax, verb)) return { weight: kind === 'place' ? 2 : 1, sort: 'subject' }
  return kind === 'place' && ACTS.test(lemma) ? { weight: 1, sort: 'subject' } : null
}

/** “Ostria has offered |to mediate|”. */
function mediates(syntax: Syntax, verb: number): boolean {
  for (const child of childrenOf(syntax, verb)) if (relationOf(syntax, child) === 'xcomp' && GOVERNS.test(syntax.lemma[child] as string)) return true
  return false
}

/** Whether a name is somebody's: “Mr Lund”, “President Lund”, “Lund, who …”. */
export function isSomebody(syntax: Syntax, i: number): boolean {
  const before = i - 1
  if (before >= 0 && syntax.isSentenceStart[i] === 0 && (isAddress(syntax, before) || TITLES.test(syntax.lower[before] as string))) return true
  return syntax.lower[i + 1] === 'who' || (syntax.words[i + 1] === ',' && syntax.lower[i + 2] === 'who')
}

const TITLES = /^(?:president|premier|chancellor|king|queen|prince|princess|minister|senator|governor|mayor|general|judge|pope|secretary|then)$/

/**
 * Names that the next sentence, or the same one, gives a minister or an army to: “Lund has not signed. |Its army| …”. By the
 * place of the name. “Its” means the subject of the sentence or of the one before, or what that one is about (“For Lund, the sum is
 * simpler. |Its parliament| …”).
 */
export function listOwners(syntax: Syntax): Set<number> {
  const owners = new Set<number>()
  let before = -1
  let now = -1
  for (let i = 0; i < syntax.count; i++) {
    if (syntax.isSentenceStart[i] === 1) {
      before = now
      now = findTopic(syntax, i)
    }
    // “Its fishermen are few, its parliament votes”: still of what the sentence before is about
    if (isSubject(syntax, i) && syntax.lower[syntax.left[i] as number] === 'its') now = before
    else if (isSubject(syntax, i) && (now < 0 || (syntax.upos[i] === TAG.PROPN && !isSubject(syntax, now)))) now = i
    if (syntax.lower[i] !== 'its' || relationOf(syntax, i) !== 'nmod:poss') continue
    const owned = syntax.head[i] as number
    const isEstate = syntax.lemma[owned] === 'minister' ? hasPortfolio(syntax, owned) : ITS.test(syntax.lemma[owned] as string)
    if (!isEstate && !ITS.test(syntax.lower[i + 1] ?? '')) continue
    const owner = now >= 0 && now < i && now !== owned ? now : before
    if (owner >= 0) owners.add(owner)
  }
  return owners
}

/** Subject of a main clause; “Lund, |whose lorries| use the pass” is about Lund. */
function isSubject(syntax: Syntax, i: number): boolean {
  return relationOf(syntax, i) === 'nsubj' && /^(?:root|conj|parataxis)$/.test(relationOf(syntax, syntax.head[i] as number))
}

/** What makes a state of whatever owns it: “its |navy|”. */
const ITS = /^(?:parliament|army|navy|coastguard|embassy|border|ambassador|government)$/

/** “For |Lund|, …”, “Neighbouring |Varland|, whose …”: the name that a sentence begins with, −1 for none. “In Kelvar” is where it happens. */
function findTopic(syntax: Syntax, start: number): number {
  if (/^(?:in|at|on|from|near|inside|outside)$/.test(syntax.lower[start] as string)) return -1
  for (let i = start; i < Math.min(syntax.count, start + 2); i++) if (syntax.upos[i] === TAG.PROPN) return i
  return -1
}
