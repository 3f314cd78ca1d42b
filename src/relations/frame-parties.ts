import type { Stage } from '../document/cooperation.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { TALKING } from './objects.ts'
import { joinParties, lastGroup, type Party, partiesAt, type Table } from './parties.ts'
import { type Bond, bondOf } from './phrases.ts'
import type { Told } from './realis.ts'
import { childIn, ownSubject, subjectOf } from './scene.ts'
import { fillParties, isEnough, linkedParties, type Memory, partiesOfNoun, partiesOfVerb, recall } from './work.ts'

/** “Held”: done once or more, which tells no stage unless it is still to come. */
export type FrameStage = Stage | 'held'

/** A verb, or a noun made from one, the noun that it acts on, and the stage that it tells. */
export interface Frame {
  readonly verb: number
  readonly noun: number
  readonly stage: FrameStage | null
}

/** Verbs of doing: two states that will do such a thing with an area work together: “will |run| a night train”. */
export const DOING = /^(?:run|ran|buil[dt]|operat|develop|produc|construct|lay|financ|fund|fly|train|open|connect|link|set|design|manufactur)/
const ASSENT = /^(?:agree|pledg|promis|vow|undert|commit|decid)/

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
  return bond
}

/** Who takes part in a frame; null where there is doubt. */
export function findParties(table: Table, memory: Memory, { verb, noun, stage }: Frame, bond: Bond | null, told: Told): Party[] | null {
  const { subject, partners } = partiesOfVerb(table, deedOf(table.scene.syntax, verb))
  const named = joinParties(partiesOfNoun(table, noun, isEnough(subject)), joinParties(partners, [...subject]))
  if (bond === 'linking' && isOwnWork(table, noun, subject)) return null
  if (isEnough(named)) return bond || isJointDoing(table.scene.syntax, { verb, noun, stage }, subject, told) ? named : null
  if (bond === null || named.some(({ state }) => state < 0)) return null
  return fillFrame(table, memory, { verb, noun, stage }, bond, named)
}

/** Who is left out: known from what was told of the same work, from the group named last, or from who is in play. */
function fillFrame(table: Table, memory: Memory, { verb, noun }: Frame, bond: Bond | null, named: readonly Party[]): Party[] | null {
  const { syntax } = table.scene
  const doer = subjectOf(syntax, deedOf(syntax, verb))
  const isKnown = recall(syntax, memory.parties, noun) !== null
  // a lone actor who is nobody's state, or work that nobody shares yet: there is doubt
  if (!isKnown && (bond !== 'shared' || (doer >= 0 && doer !== noun && named.length === 0 && !isMeeting(syntax, doer)))) return null
  if (isPact(syntax, noun)) {
    const group = named.length === 0 ? lastGroup(table, noun) : []
    return isEnough(group) && !isPlural(syntax, noun) ? group : null
  }
  if (!isKnown && named.length === 1 && !isDefinite(syntax, noun)) return null
  const filled = fillParties(table, memory, noun, named)
  return isEnough(filled) ? filled : null
}

/** What passes from one side to another belongs to both: “Chinese |purchases|”, “Varland's gas |deliveries|”. */
const TRADED = /^(?:trade|sale|export|import|purchase|delivery|supply|shipment|flight|aid|assistance|relation|tie|link|transfer|visa)$/

/** “America ended |its| defence initiative”, “ended |the Soraian| missile programme”: one side's own, unless a partner hangs on it. */
function isOwnWork(table: Table, noun: number, subject: readonly Party[]): boolean {
  const { syntax } = table.scene
  if (linkedParties(table, noun, true).length > 0) return false
  const owner = childIn(syntax, noun, /^nmod:poss$/)
  if (owner >= 0 && /^(?:its|his|her|my)$/.test(syntax.lower[owner] as string)) return true
  if (isEnough(subject)) return false
  return !TRADED.test(syntax.lemma[noun] as string) && partiesOfNoun(table, noun).length === 1
}

/** “Discussed |the expansion| of tourism”: who discusses is who would expand. */
function deedOf(syntax: Syntax, verb: number): number {
  const above = syntax.head[verb] as number
  if (syntax.upos[verb] !== TAG.NOUN || above < 0 || relationOf(syntax, verb) !== 'obj') return verb
  return /^(?:discuss|agree|announc|negotiat|pledg|promis|plan|consider|decid|continu|celebrat|mark)/.test(syntax.lower[above] as string) ? above : verb
}

/** Both agree on it, talk of it, or have said that they will do it: what each might do alone is left out. */
function isJointDoing(syntax: Syntax, { verb, stage }: Frame, subject: readonly Party[], { realis }: Told): boolean {
  if (stage !== 'originating' && stage !== 'expanding') return false
  const word = syntax.lower[verb] as string
  const above = syntax.lower[syntax.head[verb] as number] ?? ''
  // “|discussed| the expansion of tourism”, “|agreed| to open a road”, “failed to |agree| on a quota”
  if (!isEnough(subject)) return false
  return TALKING.test(above) || ASSENT.test(above) || /^agree/.test(word) || (realis === 'planned' && DOING.test(word))
}

/** A pact may be one of many: whose it is must be told, or be the last pair's. */
function isPact(syntax: Syntax, noun: number): boolean {
  return /^(?:deal|agreement|pact|treaty|accord|convention|contract|protocol|alliance|arrangement)$/.test(syntax.lemma[noun] as string)
}

function isPlural(syntax: Syntax, noun: number): boolean {
  return syntax.lower[noun] !== syntax.lemma[noun]
}

function isDefinite(syntax: Syntax, noun: number): boolean {
  for (const child of childrenOf(syntax, noun))
    if (child < noun && /^(?:the|their|its|this|that|these|those|our)$/.test(syntax.lower[child] as string)) return true
  return false
}

function isMeeting(syntax: Syntax, noun: number): boolean {
  return /^(?:meeting|summit|talk|talks|visit|conference|round|communique|statement|declaration)$/.test(syntax.lemma[noun] as string)
}
