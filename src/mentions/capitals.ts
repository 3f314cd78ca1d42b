import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { findNounKind } from './head-nouns.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Verbs whose subject is a government rather than a town: “Moscow denied it”. */
const ACTS =
  words(`say tell deny accuse reject announce warn insist want refuse agree demand claim argue call urge ask offer hope seek pledge vow promise threaten
  respond react retaliate decide consider believe see view fear worry expel summon recall recognize recognise sign back support oppose condemn criticize criticise blame
  welcome ban impose lift suspend withdraw deploy send supply sell buy pay fund arm negotiate mediate broker maintain deny confirm signal hint
  propose suggest expect plan intend try attempt pull push block veto invite plead appeal protest complain dismiss deny approve make take give have
  face need remain become keep start begin stop continue use launch test annex invade`)
/** Verbs whose object is a government: “urged Moscow to …”. */
const ADDRESSED = words(`urge accuse blame criticize criticise warn pressure press tell ask sanction provoke isolate threaten support help assist arm condemn
  anger infuriate irritate embarrass alarm reassure convince persuade push force allow let engage confront challenge punish appease consult inform notify
  want expect constrain restrain contain limit deter`)
/** Verbs that go with a town: “visit Moscow”, “flew to Moscow”. */
const TRAVEL = words(`visit leave reach enter fly travel go come return arrive drive move head depart bring take flee land walk march live work stay
  flew went came left proceed welcome attend host arrive bomb shell capture seize tour`)
/** Nouns that tie a government: “talks with Moscow”, “Moscow's policy”. */
const AFFAIRS =
  words(`talk tie relation relationship negotiation deal agreement treaty pact alliance partnership cooperation dialogue contact rapprochement tension dispute
  conflict war standoff row feud spat trade policy minister ambassador envoy government leader position stance response reaction decision demand offer proposal plan
  support backing help aid assistance pressure threat claim statement accusation allegation sanction ally influence interest interference involvement role
  concern move effort attempt goal ambition aim intention control invasion aggression denial approval consent permission request call warning message
  letter signal answer military army diplomat official hawk rival enemy friend friendship loyalty hostility criticism behalf side hand view refusal willingness
  commitment promise pledge program programme missile weapon arsenal development test launch strategy agenda bid drive campaign crackdown capability
  calculus economy budget limit conflict`)
/** Verbs that somebody acts by towards a government: “sold arms to Moscow”; other ways “to Moscow” go to the town. */
const GIVING = words(
  'give send sell supply offer respond speak talk appeal communicate promise transfer deliver provide lend grant concede complain signal tie link report',
)
/** “bought gas from Moscow”; other things come from the town. */
const RECEIVING = words('buy receive get demand hear seek win secure request obtain extract expect want need borrow')
/** “sanctions imposed on Moscow”; an attack “on Kyiv” is on the town. */
const BURDENING = words('impose depend rely call press focus')
/** Nouns that name officials or their doings by the seat: “White House officials”. */
const STAFF = words('official policy government administration regime aide adviser advisor spokesman spokeswoman lawyer counsel leadership decision')
/** Prepositions of places: “in Moscow”. */
const PLACES = words('in at near around outside inside through across into over via throughout within toward towards above below')

/**
 * Whether a capital (or a seat of government, which is likelier to) stands for the government: above 0. What it is in the sentence
 * decides; the weights were set by hand on NewsWCL50 and re3d.
 */
export function weighGovernment(syntax: Syntax, first: number, head: number, last: number, isSeat: boolean): number {
  if (isDateline(syntax, first, last)) return -3
  return weighUse(syntax, head, caseOf(syntax, head)) + (isSeat ? 1 : 0)
}

function weighUse(syntax: Syntax, head: number, link: string | null): number {
  if (link !== null && PLACES.has(link)) return -3
  const at = syntax.head[head] as number
  if (at < 0) return -0.5
  const relation = relationOf(syntax, head)
  const governor = syntax.lemma[at] as string
  switch (relation) {
    case 'conj':
      // “between Moscow and Pyongyang”: what holds for the first holds for its partner
      return relationOf(syntax, at) === 'conj' ? 0 : weighUse(syntax, at, link ?? caseOf(syntax, at))
    case 'nsubj':
      return weighSubject(syntax, at)
    case 'nsubj:pass':
      return ADDRESSED.has(governor) ? 1.5 : -0.5
    case 'nsubj:outer':
      return 0.5
    case 'obj':
    case 'iobj':
      return ADDRESSED.has(governor) && !TRAVEL.has(governor) ? 2 : -2
    case 'nmod:poss':
      // “Moscow's demands”, but “Moscow's streets”
      return isPlaceNoun(syntax, at) ? -2 : AFFAIRS.has(governor) ? 2 : -0.5
    case 'compound':
    case 'nmod:desc':
      return STAFF.has(governor) ? 0.5 : -1
    default:
      return link === null ? -0.5 : weighLink(syntax, at, link)
  }
}

function weighSubject(syntax: Syntax, at: number): number {
  // “Moscow is a city of twelve millions”: subject of a noun or adjective
  if (syntax.upos[at] !== TAG.VERB) return isPlaceNoun(syntax, at) ? -2 : 0.5
  return ACTS.has(syntax.lemma[at] as string) ? 2 : hasClause(syntax, at) ? 2 : 0.5
}

function hasClause(syntax: Syntax, at: number): boolean {
  for (const child of childrenOf(syntax, at)) {
    const relation = relationOf(syntax, child)
    if (relation === 'ccomp' || relation === 'xcomp') return true
  }
  return false
}

/** By the preposition and what it hangs on: “talks with Moscow”, “by Moscow”, “aid to Moscow”; “flew to Moscow”, “the centre of Moscow”. */
function weighLink(syntax: Syntax, at: number, link: string): number {
  const governor = syntax.lemma[at] as string
  if (link === 'with' || link === 'between' || link === 'against') return 2
  if (TRAVEL.has(governor) || TRAVEL.has(syntax.lower[at] as string)) return link === 'by' ? 1.5 : -2
  if (link === 'by') return 1.5
  if (link === 'of' && isPlaceNoun(syntax, at)) return -2
  if (AFFAIRS.has(governor)) return link === 'of' ? 1 : 1.5
  if (link === 'to') return GIVING.has(governor) || syntax.upos[at] === TAG.ADJ ? 1.5 : -1.5
  if (link === 'from') return RECEIVING.has(governor) ? 1.5 : -1.5
  if (link === 'on') return BURDENING.has(governor) ? 1.5 : -1.5
  return link === 'for' ? 0.5 : -0.5
}

function isPlaceNoun(syntax: Syntax, i: number): boolean {
  const lemma = syntax.lemma[i] as string
  return findNounKind(lemma) === 'place' || /^(?:mayor|resident|weather|population|police|metro|subway|street|art|nightlife|university)$/.test(lemma)
}

/** “MOSCOW (Agency) — …”, “MOSCOW, March 3 –”; and “Moscow, Russia”, which is the town. */
function isDateline(syntax: Syntax, first: number, last: number): boolean {
  const next = syntax.words[last] ?? ''
  if (syntax.isParagraphStart[first] === 1)
    return next === '(' || /^[—–―-]+$/.test(next) || (next === ',' && /^(?:\p{Lu}[a-z]{2}|\p{Lu}{4})/u.test(syntax.words[last + 1] ?? ''))
  return next === ',' && relationOf(syntax, last + 1) === 'appos' && syntax.upos[last + 1] === TAG.PROPN && syntax.head[last + 1] === last - 1
}
