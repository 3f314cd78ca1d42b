import type { Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { TALKING } from './objects.ts'
import { partiesAt } from './parties.ts'
import { type Bond, bondOf, isJoint } from './phrases.ts'
import type { Told } from './realis.ts'
import { childIn, childSaying, ownSubject, speakerAt, subjectOf } from './scene.ts'
import { joinParties, lastGroup, type Party, statesOfSentence, type Table } from './table.ts'
import { fillParties, isEnough, linkedParties, type Memory, partiesOfNoun, partiesOfVerb, recall } from './work.ts'

/** “Held”: done once or more, which tells no stage unless it is still to come; “goes on”: nobody tells since when. */
export type FrameStage = Stage | 'held' | 'goes-on'

/** A verb, or a noun made from one, the noun that it acts on, and the stage that it tells. */
export interface Frame {
  readonly verb: number
  readonly noun: number
  readonly stage: FrameStage | null
}

/** Verbs of doing: two states that will do such a thing with an area work together: “will |run| a night train”. */
export const DOING = /^(?:run|ran|buil[dt]|operat|develop|produc|construct|lay|financ|fund|fly|train|open|connect|link|set|design|manufactur)/
/** Verbs with which parties bind themselves. */
export const ASSENT = /^(?:agree|pledg|promis|vow|undert|commit|decid)/

/** A place that several founded or run is theirs together: “a station |that the two academies founded|”. */
export function bondOfPlace(table: Table, noun: number): Bond | null {
  const { syntax } = table.scene
  const bond = bondOf(syntax, noun)
  if (bond === 'shared') return bond
  // “intelligence |sharing with Ostria|”
  for (const child of childrenOf(syntax, noun)) if (relationOf(syntax, child).startsWith('acl') && syntax.lower[child] === 'sharing') return 'shared'
  for (const child of childrenOf(syntax, noun))
    if (
      relationOf(syntax, child).startsWith('acl') &&
      /^(?:found|run|ran|shar|operat|beg[au]n|start|buil|set|own|launch|creat|sign)/.test(syntax.lower[child] as string) &&
      isEnough(partiesAt(table, ownSubject(syntax, child)))
    )
      return 'shared'
  return bond ?? (isOfPair(table, noun) ? 'shared' : null)
}

/** “A |Lundish-Ostrian| football league”: named after both. */
function isOfPair(table: Table, noun: number): boolean {
  const { syntax } = table.scene
  const found: Party[] = []
  for (const child of childrenOf(syntax, noun))
    if (child < noun && /^(?:amod|compound)$/.test(relationOf(syntax, child))) joinParties(partiesAt(table, child), found)
  return isEnough(found) && syntax.upos[noun] === TAG.NOUN && !isPlural(syntax, noun)
}

/** Who takes part in a frame; null where there is doubt. */
export function findParties(table: Table, memory: Memory, { verb, noun, stage }: Frame, bond: Bond | null, told: Told): Party[] | null {
  const { subject, partners } = partiesOfVerb(table, deedOf(table.scene.syntax, verb))
  const named = joinParties(partiesOfNoun(table, noun, isEnough(subject)), joinParties(partners, [...subject]))
  if (bond === 'linking' && named.length === 1) joinParties(hostOf(table, verb, noun), named)
  // “took part in |Ardish manoeuvres|” is work with the one that they belong to
  const isJoining = /^(?:t[ao]k|participat|join)/.test(table.scene.syntax.lower[verb] as string)
  if (bond === 'linking' && !isJoining && partners.length === 0 && hostOf(table, verb, noun).length === 0 && isOwnWork(table, noun, subject)) return null
  if (bond === 'linking' && isEachAlone(table, verb, noun, subject)) return null
  if (isEnough(named)) return bond || isJointDoing(table.scene.syntax, { verb, noun, stage }, subject, told) ? named : null
  if (bond === null || named.some(({ state }) => state < 0)) return null
  // “is ready to restore air links”, in an article about two states: such things always have another end
  if (bond === 'linking' && TWO_ENDED.test(table.scene.syntax.lemma[noun] as string) && joinParties(table.pair, [...named]).length === 2) return [...table.pair]
  // “a second line would be built”
  if (
    bond === 'linking' &&
    named.length === 0 &&
    table.pair.length === 2 &&
    isSecond(table.scene.syntax, noun) &&
    childIn(table.scene.syntax, verb, /^nsubj:pass$/) >= 0
  )
    return [...table.pair]
  // “trade has tripled”: that of the two states just named together
  if (bond === 'linking' && named.length === 0 && TIE.test(table.scene.syntax.lemma[noun] as string)) return lastGroup(table, noun, 1)
  return fillFrame(table, memory, { verb, noun, stage }, bond, named)
}

/** Who is left out: known from what was told of the same work, from the group named last, or from who is in play. */
function fillFrame(table: Table, memory: Memory, { verb, noun }: Frame, bond: Bond | null, named: readonly Party[]): Party[] | null {
  const { syntax } = table.scene
  const doer = subjectOf(syntax, deedOf(syntax, verb))
  // Ostria's minister said exercises |with Varland| would stay suspended: the speaker's side is the other one
  const speaking = named.length === 1 && doer < 0 ? sideOfSpeaker(table, noun) : []
  if (isEnough(joinParties(named, speaking)) && linkedParties(table, noun, false).length > 0) return speaking
  const isKnown = recall(syntax, memory.parties, noun) !== null
  // a lone actor who is nobody's state, or work that nobody shares yet: there is doubt
  if (!isKnown && (bond !== 'shared' || (doer >= 0 && doer !== noun && named.length === 0 && !isMeeting(syntax, doer)))) return null
  if (isPact(syntax, noun)) {
    // “would withdraw from the pact”: whoever would is not told
    if (doer >= 0 ? doer !== noun : !isMoved(syntax, verb, noun)) return null
    const group = named.length === 0 ? lastGroup(table, noun).filter(({ state }) => state >= 0) : []
    if (isEnough(group) && !isPlural(syntax, noun)) return group
    // “a memorandum will be signed when Varland's president visits Belmora”: two states in the sentence, none of them the one that signs
    const pair = named.length === 0 && doer < 0 ? statesOfSentence(table, noun) : []
    return pair.length === 2 ? pair : null
  }
  // “withdrew from a common council”, in an article about two states
  if (
    !isKnown &&
    (isJoint(syntax, noun) || (bond === 'shared' && named.length === 0 && isDefinite(syntax, noun))) &&
    joinParties(table.pair, [...named]).length === 2
  )
    return [...table.pair]
  if (!isKnown && named.length === 1 && !isDefinite(syntax, noun)) {
    // “flew to Sorai to discuss naval cooperation”: the one other state of the sentence
    const pair = joinParties(statesOfSentence(table, noun), [...named])
    return pair.length === 2 ? pair : null
  }
  const filled = fillParties(table, memory, noun, named)
  return isEnough(filled) ? filled : null
}

function sideOfSpeaker({ scene, sides }: Table, noun: number): Party[] {
  const speaker = speakerAt(scene, noun)
  const state = speaker < 0 ? -1 : (sides.stateOf[speaker] as number)
  return state < 0 ? [] : [{ own: speaker, state }]
}

const TWO_ENDED = /^(?:flight|link|embassy|consulate|relation|tie|ferry|crossing|visa|contact|connection|service)$/
const TIE = /^(?:trade|relation|tie|contact|link)$/

/** What passes from one side to another belongs to both: “Chinese |purchases|”, “Varland's gas |deliveries|”. */
const TRADED = /^(?:trade|sale|export|import|purchase|delivery|supply|shipment|flight|aid|assistance|relation|tie|link|transfer|visa)$/

/** “America ended |its| defence initiative”, “ended |the Soraian| missile programme”: one side's own, unless a partner hangs on it. */
function isOwnWork(table: Table, noun: number, subject: readonly Party[]): boolean {
  const { syntax } = table.scene
  if (linkedParties(table, noun, true).length > 0) return false
  const owner = childIn(syntax, noun, /^nmod:poss$/)
  if (TWO_ENDED.test(syntax.lemma[noun] as string) && table.pair.length === 2) return false
  if (owner >= 0 && /^(?:its|his|her|my)$/.test(syntax.lower[owner] as string)) return true
  // “advanced |their programmes|”: each its own
  if (owner >= 0 && syntax.lower[owner] === 'their' && /^program(?:me)?s$/.test(syntax.lower[noun] as string)) return true
  if (isEnough(subject)) return false
  return !TRADED.test(syntax.lemma[noun] as string) && partiesOfNoun(table, noun).length === 1
}

/** “Both suspended exports”, “Ostria and Varland raised their exports”: what goes one way, by each of several, to nobody named. */
function isEachAlone(table: Table, verb: number, noun: number, subject: readonly Party[]): boolean {
  const { syntax } = table.scene
  if (!isEnough(subject) || !/^(?:sale|export|import|purchase|aid|assistance|loan)$/.test(syntax.lemma[noun] as string)) return false
  return !isEnough(partiesOfNoun(table, noun, true)) && childSaying(syntax, verb, /^(?:together|jointly)$/) < 0
}

/** “Discussed |the expansion| of tourism”: who discusses is who would expand. */
function deedOf(syntax: Syntax, verb: number): number {
  const above = syntax.head[verb] as number
  if (syntax.upos[verb] !== TAG.NOUN || above < 0 || relationOf(syntax, verb) !== 'obj') return verb
  return /^(?:want|demand|propos|sought|seek|discuss|agree|announc|negotiat|pledg|promis|plan|consider|decid|continu|celebrat|mark)/.test(
    syntax.lower[above] as string,
  )
    ? above
    : verb
}

/** “Are planning |a dam|”, “launched |a satellite|”: one thing that two states do is theirs together; of several each may have its own. */
function isOneThing(syntax: Syntax, verb: number, noun: number): boolean {
  if (
    isPlural(syntax, noun) ||
    childSaying(syntax, verb, /^(?:both|each|separately)$/) >= 0 ||
    /^(?:get|gets|got|gain|receiv)/.test(syntax.lower[verb] as string)
  )
    return false
  return childSaying(syntax, noun, /^(?:a|an|one)$/) >= 0 && /^(?:obj|nsubj:pass)$/.test(relationOf(syntax, noun))
}

/** Both agree on it, talk of it, or have said that they will do it: what each might do alone is left out. */
function isJointDoing(syntax: Syntax, { verb, noun, stage }: Frame, subject: readonly Party[], { realis }: Told): boolean {
  if (isEnough(subject) && isOneThing(syntax, verb, noun)) return true
  if (stage !== 'originating' && stage !== 'expanding') return false
  const word = syntax.lower[verb] as string
  const above = syntax.lower[syntax.head[verb] as number] ?? ''
  // “|discussed| the expansion of tourism”, “|agreed| to open a road”, “failed to |agree| on a quota”
  if (!isEnough(subject)) return false
  return TALKING.test(above) || ASSENT.test(above) || /^agree/.test(word) || (realis === 'planned' && DOING.test(word))
}

/** “Will end its school programme |in Varland|”: the state where one's own work is done. */
function hostOf(table: Table, verb: number, noun: number): Party[] {
  const { syntax } = table.scene
  const found: Party[] = []
  if (!/^(?:program(?:me)?|project|mission|training|course|scheme|base|centre|center|station|exercise|drill)s?$/.test(syntax.lower[noun] as string))
    return found
  for (const head of [verb, noun])
    for (const child of childrenOf(syntax, head))
      if (caseOf(syntax, child) === 'in' && syntax.upos[child] === TAG.PROPN)
        joinParties(
          partiesAt(table, child).filter(({ own, state }) => own === state),
          found,
        )
  return found
}

/** A pact may be one of many: whose it is must be told, or be the last pair's. */
function isPact(syntax: Syntax, noun: number): boolean {
  return /^(?:deal|agreement|pact|treaty|accord|convention|contract|protocol|alliance|arrangement)$/.test(syntax.lemma[noun] as string)
}

/** The noun is what is done: “the pact |was signed|”. */
function isMoved(syntax: Syntax, verb: number, noun: number): boolean {
  return (
    (syntax.head[noun] === verb && /^nsubj/.test(relationOf(syntax, noun))) ||
    childIn(syntax, verb, /^nsubj:pass$/) >= 0 ||
    childIn(syntax, verb, /^aux:pass$/) >= 0
  )
}

function isPlural(syntax: Syntax, noun: number): boolean {
  return syntax.lower[noun] !== syntax.lemma[noun]
}

function isDefinite(syntax: Syntax, noun: number): boolean {
  for (const child of childrenOf(syntax, noun))
    if (child < noun && /^(?:the|their|its|this|that|these|those|our)$/.test(syntax.lower[child] as string)) return true
  return false
}

function isSecond(syntax: Syntax, noun: number): boolean {
  return childSaying(syntax, noun, /^(?:second|third|another)$/) >= 0
}

function isMeeting(syntax: Syntax, noun: number): boolean {
  return /^(?:meeting|summit|talk|talks|visit|conference|round|communique|statement|declaration)$/.test(syntax.lemma[noun] as string)
}
