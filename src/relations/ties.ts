import { caseOf, childrenOf, isCapitalized, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import { areasIn, areasOfNoun, bondOf, isJoint, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { childIn, childSaying, sentenceOf, speakerAt } from './scene.ts'
import { hasLongDuration, stageOfModifiers } from './stages.ts'
import { inPlay, joinParties, type Party, statesOfSentence, type Table } from './table.ts'
import { isEnough, partiesOfNoun, type Work } from './work.ts'

/** What one side is to another by working with it: “are |partners| in science”, “has been Varland's main |supplier| of rice”. */
const PARTNER = /^(?:partner|ally|allies|supplier|provider|buyer|customer|lender|donor)s?$/

/** “Tolmar and Merova |are partners in| the construction of a port.” */
export function findPartners(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if (!PARTNER.test(syntax.lower[i] as string) || childIn(syntax, i, /^cop$/) < 0) return []
  const areas = areasOfNoun(syntax, i, i).slice(0, 2)
  const parties = joinParties(partiesOfNoun(table, i), partiesAt(table, childIn(syntax, i, /^nsubj/)))
  if (areas.length === 0 || !isEnough(parties)) return []
  const told = tellRealis(scene, i)
  if (told.realis === 'denied') return []
  const isLong = hasLongDuration(syntax, i, sentenceOf(scene, i).last, scene.publishedOn)
  const stage = isLong ? 'longstanding' : isFirm(told) ? null : 'aspirational'
  return [
    {
      parties,
      areas,
      stage,
      told: isFirm(told) ? { realis: 'ongoing', cues: [] } : told,
      pieces: [pieceOf(syntax, i)],
      confidence: 0.65,
      rule: 'partners',
      stageAt: i,
    },
  ]
}

function isFirm({ realis }: Told): boolean {
  return realis === 'happened' || realis === 'ongoing'
}

/** “Room |for cooperation|”: there is none yet. */
const ROOM =
  /^(?:room|potential|scope|opportunit(?:y|ies)|possibilit(?:y|ies)|prospects?|hopes?|wish|desire|interest|chances?|proposals?|ideas?|plans?|talks|negotiations|discussions)$/
/** Verbs that tell of a tie without telling that anybody works. */
const BESIDE_IT = /^(?:violat|breach|criticis|criticiz|condemn|attack|test|threat|harm|damag|endanger|hinder|prevent|block|oppos|reject|fear|lack|need)/

/**
 * Shared work that no verb of change tells of: “a joint committee of A and B met”, “our cooperation in medicine is excellent”,
 * “there is room for cooperation in tourism”, “no more joint patrols with Lund”.
 */
export function findTies(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if (syntax.upos[i] !== TAG.NOUN || bondOf(syntax, i) !== 'shared' || PACT.test(syntax.lemma[i] as string) || isCapitalized(syntax.words[i] as string))
    return []
  const above = syntax.head[i] as number
  const named = areasOfNoun(syntax, i, i)
  const areas = named.length > 0 ? named : areasOfDoer(syntax, i)
  if (areas.length === 0) return []
  if (above >= 0 && BESIDE_IT.test(syntax.lower[above] as string)) return []
  const parties = partiesOfTie(table, i)
  if (!isEnough(parties)) return []
  const isNone = childSaying(syntax, i, /^no$/) >= 0
  const isHoped = above >= 0 && ROOM.test(syntax.lower[above] as string)
  if (isNone && !isNoMore(syntax, i)) return []
  const told = tellTie(table, i)
  if (told.realis === 'denied') return []
  const modified = stageOfModifiers(syntax, i)
  // “cooperation in medicine goes on”
  const isGoingOn = above >= 0 && relationOf(syntax, i).startsWith('nsubj') && /^(?:continu|go|goes|going|went|remain)/.test(syntax.lower[above] as string)
  const stage = isNone ? 'ended' : isGoingOn ? modified : isHoped || !isFirm(told) ? 'aspirational' : modified
  const piece = pieceOf(syntax, i)
  const pieces = [{ first: isHoped ? Math.min(above, piece.first) : piece.first, last: piece.last }]
  const realis: Told = isHoped && isFirm(told) ? { realis: 'hypothetical', cues: [] } : told
  return [{ parties, areas, stage, told: realis, pieces, confidence: 0.55, rule: 'tie', stageAt: isHoped ? above : i }]
}

/** “|The police| of both states arrested nine men in a joint operation”: whose work it is tells what it is. */
function areasOfDoer(syntax: Syntax, i: number) {
  const above = syntax.head[i] as number
  const doer = above >= 0 && isJoint(syntax, i) ? childIn(syntax, above, /^nsubj$/) : -1
  return doer < 0 ? [] : areasIn(syntax, nounPhrase(syntax, doer).first, doer + 1).slice(0, 1)
}

/** A pact is told of whenever somebody quarrels over it: only its verb says what becomes of it. */
const PACT = /^(?:deal|agreement|pact|treaty|accord|convention|contract|protocol|alliance|arrangement|memorandum|understanding|mou|sharing)$/

function isNoMore(syntax: Syntax, i: number): boolean {
  return /^(?:more|longer|further)$/.test(syntax.lower[childSaying(syntax, i, /^no$/) + 1] ?? '')
}

const COOPERATION = /^(?:cooperation|co-operation|collaboration|partnership)$/

/** Named at the noun or in its clause; of “our cooperation” and of talk about it, the speaker's side and the one other state near by. */
function partiesOfTie(table: Table, i: number): Party[] {
  const { scene } = table
  const { syntax } = scene
  const found = partiesOfNoun(table, i)
  const above = syntax.head[i] as number
  if (!isEnough(found) && above >= 0) joinParties(partiesAt(table, childIn(syntax, above, /^nsubj$/)), found)
  if (isEnough(found)) return found
  const speaker = speakerAt(scene, i)
  const side = speaker < 0 ? -1 : (table.sides.stateOf[speaker] as number)
  // “cooperation in medicine goes on”, in an article about two states
  if (found.length === 0 && table.pair.length === 2 && COOPERATION.test(syntax.lower[i] as string)) return [...table.pair]
  if (side < 0 || found.some(({ state }) => state < 0)) return found
  const told = joinParties([{ own: side, state: side }], [...found])
  if (isEnough(told)) return told
  if (table.pair.length === 2) return [...table.pair]
  const near = joinParties(statesOfSentence(table, i), [...told])
  return near.length === 2 ? near : inPlay(table, i, 2, told, 2)
}

function tellTie({ scene }: Table, i: number): Told {
  const { syntax } = scene
  for (let at = syntax.head[i] as number, steps = 0; at >= 0 && steps < 3; at = syntax.head[at] as number, steps++)
    if (syntax.upos[at] === TAG.VERB || childIn(syntax, at, /^cop$/) >= 0) return tellRealis(scene, at)
  return { realis: 'ongoing', cues: [] }
}

function pieceOf(syntax: Syntax, i: number): { first: number; last: number } {
  let last = i
  for (const child of childrenOf(syntax, i))
    if (child > i && /^nmod/.test(relationOf(syntax, child)) && caseOf(syntax, child) !== null && (syntax.right[child] as number) - i < 20)
      last = Math.max(last, syntax.right[child] as number)
  return { first: nounPhrase(syntax, i).first, last }
}
