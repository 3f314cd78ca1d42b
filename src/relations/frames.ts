import type { Area, Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { ASSENT, bondOfPlace, DOING, type Frame, type FrameStage, findParties } from './frame-parties.ts'
import { findIdiom } from './idioms.ts'
import { FIELDS } from './lists.ts'
import { objectsOf, objectsOfNoun } from './objects.ts'
import { partiesAt } from './parties.ts'
import { areasOfNoun, areasOfSubtree, type Bond, bondOf, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { childIn, childSaying, type Scene, sentenceOf } from './scene.ts'
import { hasLongDuration, isGrowing, isLongTold, stageOfModifiers, stageOfNoun, stageOfVerb } from './stages.ts'
import type { Table } from './table.ts'
import { GENERIC, type Memory, recall, type Work } from './work.ts'

/** What goes on from time to time: “hold joint drills”. When it began is not told. */
const HOLDING = /^(?:hold|held|conduct|carr|stag|host|perform)/

/** Wished of somebody: “called for a common currency”. */
const CALLING = /^(?:call|urg|appeal|push|press|lobb|request|ask|favou?r)/
/** Given or promised: “pledged a loan to Varland”. */
const GRANTING = /^(?:pledg|promis|announc|grant|award|secur|provid)/
const JOINING = /^(?:join(?:s|ed|ing)?$|acced)/

/** Work that a verb or a noun made from one tells with its object: “suspended arms sales to Varland”, “the expansion of the corridor”. */
export function findFrames(table: Table, memory: Memory, i: number): Work[] {
  const { syntax } = table.scene
  const tag = syntax.upos[i] as number
  if (tag === TAG.NOUN) {
    const headline = headlineObject(table, i)
    if (headline >= 0) return [makeFrame(table, memory, { verb: i, noun: headline, stage: stageOfVerb(syntax, i) }) ?? []].flat()
    const stage = stageOfNoun(syntax, i)
    return stage ? objectsOfNoun(syntax, i).flatMap((noun) => makeFrame(table, memory, { verb: i, noun, stage }) ?? []) : []
  }
  if (tag !== TAG.VERB) return []
  const stage = findIdiom(syntax, i)?.stage ?? stageOfVerb(syntax, i)
  const nouns = objectsOf(syntax, i)
  return nouns.flatMap((noun) => makeFrame(table, memory, { verb: i, noun, stage: stageWith(table, i, noun, stage) }) ?? [])
}

/** “Varland |halts gas sales| to Ostria”: a headline's verb that the parser takes for a noun; the noun that it acts on, −1 for none. */
function headlineObject({ scene }: Table, i: number): number {
  const { syntax } = scene
  const noun = syntax.head[i] as number
  const isVerb = i > 0 && /[^s]s$/.test(syntax.lower[i] as string) && relationOf(syntax, i) === 'compound' && noun > i
  return isVerb && (scene.mentionAt[i - 1] as number) >= 0 && syntax.isSentenceStart[i - 1] === 1 && stageOfVerb(syntax, i) !== null ? noun : -1
}

/** “Get |a second ship|”, “plan |a second one|” widen what there is; “maintain for years” is longstanding. */
function stageWith({ scene }: Table, verb: number, noun: number, stage: FrameStage | null): FrameStage | null {
  const { syntax } = scene
  const word = syntax.lower[verb] as string
  if (/^(?:get|gets|got|receiv|gain|add|plan|acquir|buy|bought)/.test(word)) {
    const gained = childIn(syntax, verb, /^obj$/)
    if (gained >= 0 && isGrowing(syntax, gained)) return 'expanding'
  }
  // a treaty that “was negotiated” is long since something else
  if (/^negotiated$/.test(word)) return null
  const modified = stageOfModifiers(syntax, noun)
  // “agreed on |closer| cooperation”, “pledged |stronger| ties”
  if (modified === 'expanding' && (stage === 'originating' || stage === 'aspirational' || ASSENT.test(word) || CALLING.test(word))) return 'expanding'
  if (stage === 'aspirational' && /^(?:trade|relation|tie|aid|supply)$/.test(syntax.lemma[noun] as string)) return null
  if (stage === 'held') return isFirstTime(syntax, verb) ? 'originating' : 'held'
  if (stage !== null) return stage
  if (CALLING.test(word)) return 'aspirational'
  if (GRANTING.test(word) || JOINING.test(word)) return 'originating'
  if (modified && /^(?:ha[sd]|have|had|maint|enjoy|keep|kept|continu)/.test(word)) return modified
  const { last } = sentenceOf(scene, verb)
  if (
    /^(?:ha[sd]|have|had|run|ran|maint|conduct|kept|keep|held|hold|enjoy|continu|operat|shar)/.test(word) &&
    (hasLongDuration(syntax, noun, last, scene.publishedOn) || isLongTold(syntax, verb, last, scene.publishedOn))
  )
    return 'longstanding'
  // “|once| ran a joint radio station”
  if ((DOING.test(word) || HOLDING.test(word)) && childSaying(syntax, verb, /^(?:once|formerly|previously)$/) >= 0) return 'ended'
  if (/^(?:send|mount|field|dispatch)/.test(word) && bondOf(syntax, noun) === 'shared') return 'held'
  if (HOLDING.test(word) && bondOf(syntax, noun) !== null) return isYearly(syntax, verb, last) ? 'longstanding' : 'held'
  if (isContinuing(syntax, verb)) return 'goes-on'
  // “will test a warning system”: one thing that is to be done; whether by two is asked later
  if (!DOING.test(word))
    return relationOf(syntax, noun) === 'obj' &&
      !NO_DEED.test(word) &&
      childSaying(syntax, noun, /^(?:a|an)$/) >= 0 &&
      tellRealis(scene, verb).realis === 'planned'
      ? 'originating'
      : null
  // “already run night trains”: since when is not told
  if (/^(?:runs?|operates?|fly|flies|funds?|finances?)$/.test(word) && tellRealis(scene, verb).realis === 'ongoing') return 'held'
  // “|more| trains will run”, but “opened a |new| bridge”
  return isGrowing(syntax, noun) && childSaying(syntax, noun, /^new$/) < 0 ? 'expanding' : 'originating'
}

/** “|For the first time| the navy has taken part.” */
function isFirstTime(syntax: Syntax, verb: number): boolean {
  for (const child of childrenOf(syntax, verb)) if (syntax.lower[child] === 'time' && childSaying(syntax, child, /^first$/) >= 0) return true
  return false
}

/** Verbs whose object several have without making it together. */
const NO_DEED =
  /^(?:fac|ha[sv]|had|lo[so]|win|won|play|need|see|impos|rais|pay|paid|get|got|giv|mak|made|tak|took|send|sent|receiv|host|suffer|appoint|elect|issu|publish|pass|file|hir|nam|us(?:e|ed|ing)$|say|said|provid|offer|grant|sidelin|reject|block|veto|oppos|avoid|violat|lift|lack|want|prefer|defend|praise|criticis)/

/** “The exchange would |continue|”, “|goes on|”. */
function isContinuing(syntax: Syntax, verb: number): boolean {
  const word = syntax.lower[verb] as string
  return /^continu/.test(word) || (/^(?:go|goes|went|going)$/.test(word) && syntax.lower[verb + 1] === 'on')
}

/** “Every year”, “annually”: it has gone on. */
function isYearly(syntax: Syntax, from: number, last: number): boolean {
  for (let k = from; k < Math.min(last, from + 20); k++) {
    if (/^(?:annually|yearly|regularly|annual)$/.test(syntax.lower[k] as string)) return true
    if (syntax.lower[k] === 'every' && /^(?:year|summer|winter|spring|autumn)$/.test(syntax.lower[k + 1] ?? '')) return true
  }
  return false
}

/** “Agreed on the |need| for trade” tells of no work. */
const EMPTY =
  /^(?:negotiation|talk|discussion|consultation|meeting|summit|visit|truce|ceasefire|resolution|coverage|war|dispute|row|tariff|ban|sanction|embargo|map|roadmap|need|importance|fact|idea|principle|necessity|value|right|danger|way|issue|matter|question|share)$/

function makeFrame(table: Table, memory: Memory, { verb, noun, stage }: Frame): Work | null {
  const { scene } = table
  const { syntax } = scene
  if (stage === null || syntax.upos[noun] === TAG.PRON || (syntax.upos[noun] === TAG.NOUN && EMPTY.test(syntax.lemma[noun] as string))) return null
  const bond = bondOfPlace(table, noun) ?? bondOfPaper(table, verb, noun)
  const areas = findAreas(table, memory, verb, noun)
  if (areas.length === 0) return null
  const told = tellFrame(scene, verb, stage)
  const parties = findParties(table, memory, { verb, noun, stage }, bond, told)
  if (parties === null) return null
  const settled = settleStage(syntax, verb, stage, told)
  if (settled === undefined) return null
  return { parties, areas, stage: settled, told, pieces: [extent(table, verb, noun)], confidence: bond === 'shared' ? 0.8 : 0.7, rule: 'change', stageAt: verb }
}

/** “Signed |papers on| vaccines”, “joined |the Varlandic research ship|”: with such a verb any noun is shared. */
function bondOfPaper(table: Table, verb: number, noun: number): Bond | null {
  const { syntax } = table.scene
  const word = syntax.lower[verb] as string
  if (JOINING.test(word)) return partiesAt(table, childIn(syntax, noun, /^(?:amod|compound|nmod:poss)$/)).length > 0 ? 'linking' : null
  return /^(?:sign|initial|ink|exchang)/.test(word) && /^(?:papers?|documents?|letters?)$/.test(syntax.lower[noun] as string) ? 'shared' : null
}

function findAreas(table: Table, memory: Memory, verb: number, noun: number): readonly Area[] {
  const { syntax } = table.scene
  const { last } = sentenceOf(table.scene, noun)
  const own = areasOfNoun(syntax, noun, isOfFields(syntax, noun) ? noun : last)
  if (own.length > 0) return own
  // “broke off relations”: with nothing else told, those of the two states
  if (
    /^(?:relation|tie)$/.test(syntax.lemma[noun] as string) &&
    /^(?:sever|cut|br[eo]|restor|resum|normali|re-?establish|suspend|freez|fro)/.test(syntax.lower[verb] as string) &&
    nounPhrase(syntax, noun).first >= noun - 1
  )
    return ['diplomacy']
  for (const child of childrenOf(syntax, verb)) {
    if (!/^obl/.test(relationOf(syntax, child)) || !/^(?:on|in|about|over|for)$/.test(caseOf(syntax, child) ?? '')) continue
    const areas = areasOfSubtree(syntax, child)
    if (areas.length > 0) return areas
  }
  if (!bondOf(syntax, noun)) return []
  const before = recall(syntax, memory.areas, noun)
  if (before) return before
  // “|the exchange| was halted”: what was told of last
  const isLast =
    memory.last !== null &&
    childIn(syntax, noun, /^nmod$/) < noun &&
    GENERIC.test(syntax.lower[noun] as string) &&
    childSaying(syntax, noun, /^(?:the|this|that|their)$/) >= 0
  return isLast && sentenceNumber(table, noun) - sentenceNumber(table, memory.last?.token ?? 0) < 3 ? (memory.last?.areas ?? []) : []
}

function sentenceNumber({ scene }: Table, token: number): number {
  return scene.sentence[token] as number
}

/** “Fields |of cooperation| which they were launching, such as …”: a list behind it is read with its fields, each part by its own stage. */
function isOfFields(syntax: Syntax, noun: number): boolean {
  const above = syntax.head[noun] as number
  return above >= 0 && relationOf(syntax, noun) === 'nmod' && FIELDS.test(syntax.lower[above] as string)
}

/** What is only considered is not happening, however surely it is considered. */
function tellFrame(scene: Scene, verb: number, stage: FrameStage): Told {
  const told = tellRealis(scene, verb)
  // “have restored relations”, “the end of the partnership”: done, whatever comes of it
  if (told.realis === 'ongoing' && isDone(scene.syntax, verb, stage)) return { realis: 'happened', cues: told.cues }
  return stage === 'aspirational' && (told.realis === 'happened' || told.realis === 'ongoing') ? { realis: 'hypothetical', cues: told.cues } : told
}

function isDone(syntax: Syntax, verb: number, stage: FrameStage): boolean {
  if (stage !== 'originating' && stage !== 'suspended' && stage !== 'ended') return false
  return syntax.upos[verb] === TAG.NOUN || childSaying(syntax, verb, /^(?:has|have|'ve|’ve)$/) >= 0
}

/** The stage as it was told: a treaty still to be signed is an aim; what has “not ended” tells nothing (undefined). */
function settleStage(syntax: Syntax, verb: number, stage: FrameStage, { realis }: Told): Stage | null | undefined {
  const isStopping = stage === 'suspended' || stage === 'ended'
  if (stage === 'goes-on') return realis === 'denied' || realis === 'hypothetical' ? undefined : null
  if (realis === 'denied') return isStopping || stage === 'held' || stage === 'longstanding' ? undefined : 'aspirational'
  if (stage === 'held') return realis === 'planned' ? 'originating' : realis === 'happened' || realis === 'ongoing' ? null : 'aspirational'
  if (realis === 'unknown' || (realis === 'hypothetical' && stage === 'originating')) return isStopping ? stage : 'aspirational'
  return stage === 'originating' && realis === 'planned' && /^(?:sign|conclud|seal|adopt|ratif)/.test(syntax.lower[verb] as string) ? 'aspirational' : stage
}

/** From the verb to the end of the noun's phrase, or the other way round; what hangs on the noun belongs to it up to a clause. */
function extent({ scene }: Table, verb: number, noun: number): { first: number; last: number } {
  const { syntax } = scene
  const phrase = nounPhrase(syntax, noun)
  let { last } = phrase
  for (const child of childrenOf(syntax, noun)) {
    if (child < noun || !/^(?:nmod|conj)/.test(relationOf(syntax, child))) continue
    const end = syntax.right[child] as number
    if (end - noun < 20) last = Math.max(last, end)
  }
  const gained = noun < verb ? childIn(syntax, verb, /^obj$/) : -1
  return { first: Math.min(phrase.first, verb), last: Math.max(last, verb, gained) }
}
