import type { Area, Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { bondOfPlace, DOING, type Frame, type FrameStage, findParties } from './frame-parties.ts'
import { FIELDS } from './lists.ts'
import { objectsOf, objectsOfNoun } from './objects.ts'
import type { Table } from './parties.ts'
import { areasOfNoun, areasOfSubtree, bondOf, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { childIn, childSaying, type Scene, sentenceOf } from './scene.ts'
import { hasLongDuration, isGrowing, stageOfModifiers, stageOfNoun, stageOfVerb } from './stages.ts'
import { type Memory, recall, type Work } from './work.ts'

/** What goes on from time to time: “hold joint drills”. When it began is not told. */
const HOLDING = /^(?:hold|held|conduct|carr|stag|host|perform)/

/** Work that a verb or a noun made from one tells with its object: “suspended arms sales to Varland”, “the expansion of the corridor”. */
export function findFrames(table: Table, memory: Memory, i: number): Work[] {
  const { syntax } = table.scene
  const tag = syntax.upos[i] as number
  if (tag === TAG.NOUN) {
    const stage = stageOfNoun(syntax, i)
    return stage ? objectsOfNoun(syntax, i).flatMap((noun) => makeFrame(table, memory, { verb: i, noun, stage }) ?? []) : []
  }
  if (tag !== TAG.VERB) return []
  const stage = stageOfVerb(syntax, i)
  const nouns = objectsOf(syntax, i)
  return nouns.flatMap((noun) => makeFrame(table, memory, { verb: i, noun, stage: stageWith(table, i, noun, stage) }) ?? [])
}

/** “Get |a second ship|”, “plan |a second one|” widen what there is; “maintain for years” is longstanding. */
function stageWith({ scene }: Table, verb: number, noun: number, stage: Stage | null): FrameStage | null {
  const { syntax } = scene
  const word = syntax.lower[verb] as string
  if (/^(?:get|gets|got|receiv|gain|add|plan|acquir|buy|bought)/.test(word)) {
    const gained = childIn(syntax, verb, /^obj$/)
    if (gained >= 0 && isGrowing(syntax, gained)) return 'expanding'
  }
  // a treaty that “was negotiated” is long since something else
  if (/^negotiated$/.test(word)) return null
  if (stage === 'aspirational' && /^(?:trade|relation|tie|aid|supply)$/.test(syntax.lemma[noun] as string)) return null
  if (stage !== null) return stage
  const modified = stageOfModifiers(syntax, noun)
  if (modified && /^(?:ha[sd]|have|had|maint|enjoy|keep|kept|continu)/.test(word)) return modified
  const { last } = sentenceOf(scene, verb)
  if (
    /^(?:ha[sd]|have|had|run|ran|maint|conduct|kept|keep|held|hold|enjoy|continu|operat|shar)/.test(word) &&
    hasLongDuration(syntax, noun, last, scene.publishedOn)
  )
    return 'longstanding'
  // “|once| ran a joint radio station”
  if ((DOING.test(word) || HOLDING.test(word)) && childSaying(syntax, verb, /^(?:once|formerly|previously)$/) >= 0) return 'ended'
  if (/^(?:send|mount|field|dispatch)/.test(word) && bondOf(syntax, noun) === 'shared') return 'held'
  if (HOLDING.test(word) && bondOf(syntax, noun) === 'shared') return isYearly(syntax, verb, last) ? 'longstanding' : 'held'
  return DOING.test(word) ? 'originating' : null
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
const EMPTY = /^(?:need|importance|fact|idea|principle|necessity|value|right|danger|way|issue|matter|question|share)$/

function makeFrame(table: Table, memory: Memory, { verb, noun, stage }: Frame): Work | null {
  const { scene } = table
  const { syntax } = scene
  if (stage === null || syntax.upos[noun] === TAG.PRON || EMPTY.test(syntax.lemma[noun] as string)) return null
  const bond = bondOfPlace(table, noun)
  const areas = findAreas(table, memory, verb, noun)
  if (areas.length === 0) return null
  const told = tellFrame(scene, verb, stage)
  const parties = findParties(table, memory, { verb, noun, stage }, bond, told)
  if (parties === null) return null
  const settled = settleStage(syntax, verb, stage, told)
  if (settled === undefined) return null
  return { parties, areas, stage: settled, told, pieces: [extent(table, verb, noun)], confidence: bond === 'shared' ? 0.8 : 0.7 }
}

function findAreas(table: Table, memory: Memory, verb: number, noun: number): readonly Area[] {
  const { syntax } = table.scene
  const { last } = sentenceOf(table.scene, noun)
  const own = areasOfNoun(syntax, noun, isOfFields(syntax, noun) ? noun : last)
  if (own.length > 0) return own
  for (const child of childrenOf(syntax, verb)) {
    if (!/^obl/.test(relationOf(syntax, child)) || !/^(?:on|in|about|over)$/.test(caseOf(syntax, child) ?? '')) continue
    const areas = areasOfSubtree(syntax, child)
    if (areas.length > 0) return areas
  }
  return bondOf(syntax, noun) ? (recall(syntax, memory.areas, noun) ?? []) : []
}

/** “Fields |of cooperation| which they were launching, such as …”: a list behind it is read with its fields, each part by its own stage. */
function isOfFields(syntax: Syntax, noun: number): boolean {
  const above = syntax.head[noun] as number
  return above >= 0 && relationOf(syntax, noun) === 'nmod' && FIELDS.test(syntax.lower[above] as string)
}

/** What is only considered is not happening, however surely it is considered. */
function tellFrame(scene: Scene, verb: number, stage: FrameStage): Told {
  const told = tellRealis(scene, verb)
  return stage === 'aspirational' && (told.realis === 'happened' || told.realis === 'ongoing') ? { realis: 'hypothetical', cues: told.cues } : told
}

/** The stage as it was told: a treaty still to be signed is an aim; what has “not ended” tells nothing (undefined). */
function settleStage(syntax: Syntax, verb: number, stage: FrameStage, { realis }: Told): Stage | null | undefined {
  const isStopping = stage === 'suspended' || stage === 'ended'
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
