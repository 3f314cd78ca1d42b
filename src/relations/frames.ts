import type { Area, Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import type { Party, Table } from './parties.ts'
import { joinParties, lastGroup, partiesAt } from './parties.ts'
import { areasOfNoun, areasOfSubtree, bondOf, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { type Scene, sentenceOf, subjectOf } from './scene.ts'
import { hasLongDuration, isGrowing, stageOfModifiers, stageOfNoun, stageOfVerb } from './stages.ts'
import { fillParties, isEnough, linkedParties, type Memory, partiesOfNoun, partiesOfVerb, recall, type Work } from './work.ts'

/** Verbs whose subject is what begins or ends: “the exchange |ended| in 2019”. */
const INTRANSITIVE = /^(?:beg[aiu]n|start|end|stop|resum|collaps|expir|laps|continu|ceas|grow|gr[eo]w|expand|reopen|deepen)/
/** Verbs of doing: two states that will do such a thing with an area work together: “will |run| a night train”. */
const DOING = /^(?:run|buil[dt]|operat|develop|produc|construct|lay|financ|fund|fly|train|open|connect|link|set|design|manufactur)/
/** What goes on from time to time: “hold joint drills”. When it began is not told. */
const HOLDING = /^(?:hold|held|conduct|carr|stag|host|perform)/
const ASSENT = /^(?:agree|pledg|promis|vow|undert|commit|decid)/

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
    const gained = childNoun(syntax, verb, /^obj$/)
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

function childNoun(syntax: Syntax, i: number, relations: RegExp): number {
  for (const child of childrenOf(syntax, i)) if (relations.test(relationOf(syntax, child))) return child
  return -1
}

/** What a verb acts on: its object, passive subject, “on” and “from” phrases, the subject of what begins or ends by itself. */
function objectsOf(syntax: Syntax, verb: number): number[] {
  const found: number[] = []
  const word = syntax.lower[verb] as string
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    const link = caseOf(syntax, child) ?? ''
    const isObject = relation === 'obj' || relation === 'nsubj:pass'
    const isTopic =
      relation.startsWith('obl') &&
      ((/^(?:on|about|over)$/.test(link) && TALKING.test(word)) || (/^(?:from|of)$/.test(link) && LEAVING.test(word)) || (link === 'for' && /^call/.test(word)))
    const isDoer = relation === 'nsubj' && (INTRANSITIVE.test(word) || isGainer(syntax, verb))
    if (isObject || isTopic || isDoer) found.push(child)
  }
  // “the |suspended| exchange”, “a treaty |signed| in May”
  const head = syntax.head[verb] as number
  if (found.length === 0 && head >= 0 && /^(?:acl|amod)$/.test(relationOf(syntax, verb)) && syntax.upos[head] === TAG.NOUN && /(?:ed|en|ng)$/.test(word))
    found.push(head)
  // a relative clause: “the pact |that Lund left|”
  if (relationOf(syntax, verb) === 'acl:relcl' && head >= 0) {
    const at = found.findIndex((noun) => /^(?:that|which)$/.test(syntax.lower[noun] as string))
    // “a programme that they began was |dropped|”: the main verb tells how far it is
    const above = syntax.head[head] as number
    const isTold = above >= 0 && /^(?:obj|nsubj)/.test(relationOf(syntax, head)) && stageOfVerb(syntax, above) !== null
    if (at >= 0) found.splice(at, 1, ...(isTold ? [] : [head]))
  }
  return found.flatMap((noun) => [noun, ...conjuncts(syntax, noun)])
}

const TALKING = /^(?:agree|talk|negotiat|think|thought|work|cooperat|collaborat|discuss|consult|decid)/
const LEAVING = /^(?:withdr|pull|walk|back|exit)/

function isGainer(syntax: Syntax, verb: number): boolean {
  return /^(?:get|gets|receiv|gain)/.test(syntax.lower[verb] as string) && childNoun(syntax, verb, /^obj$/) >= 0
}

function objectsOfNoun(syntax: Syntax, noun: number): number[] {
  for (let at = noun, steps = 0; steps < 2; steps++) {
    for (const child of childrenOf(syntax, at))
      if (relationOf(syntax, child) === 'nmod' && /^(?:of|to|from|in)$/.test(caseOf(syntax, child) ?? '')) return [child, ...conjuncts(syntax, child)]
    if (relationOf(syntax, at) !== 'conj') break
    // “development and |expansion| of”: what is shared hangs on the first
    at = syntax.head[at] as number
  }
  return []
}

function conjuncts(syntax: Syntax, noun: number): number[] {
  return Array.from(childrenOf(syntax, noun)).filter((child) => relationOf(syntax, child) === 'conj' && syntax.upos[child] === TAG.NOUN)
}

/** “Held”: done once or more, which tells no stage unless it is still to come. */
type FrameStage = Stage | 'held'

interface Frame {
  readonly verb: number
  readonly noun: number
  readonly stage: FrameStage | null
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

/** A place that several founded or run is theirs together: “a station |that the two academies founded|”. */
function bondOfPlace(table: Table, noun: number): ReturnType<typeof bondOf> {
  const { syntax } = table.scene
  const bond = bondOf(syntax, noun)
  if (bond === 'shared') return bond
  // “intelligence |sharing with Ostria|”
  for (const child of childrenOf(syntax, noun)) if (relationOf(syntax, child).startsWith('acl') && syntax.lower[child] === 'sharing') return 'shared'
  for (const child of childrenOf(syntax, noun))
    if (
      relationOf(syntax, child).startsWith('acl') &&
      /^(?:found|run|ran|shar|operat|beg[au]n|start|buil|set|own|launch|creat|sign)/.test(syntax.lower[child] as string) &&
      isEnough(partiesAt(table, childNoun(syntax, child, /^nsubj$/)))
    )
      return 'shared'
  return bond
}

function findAreas(table: Table, memory: Memory, verb: number, noun: number): readonly Area[] {
  const { syntax } = table.scene
  const { last } = sentenceOf(table.scene, noun)
  const own = areasOfNoun(syntax, noun, last)
  if (own.length > 0) return own
  for (const child of childrenOf(syntax, verb)) {
    if (!/^obl/.test(relationOf(syntax, child)) || !/^(?:on|in|about|over)$/.test(caseOf(syntax, child) ?? '')) continue
    const areas = areasOfSubtree(syntax, child)
    if (areas.length > 0) return areas
  }
  return bondOf(syntax, noun) ? (recall(syntax, memory.areas, noun) ?? []) : []
}

function findParties(table: Table, memory: Memory, { verb, noun, stage }: Frame, bond: ReturnType<typeof bondOf>, told: Told): Party[] | null {
  const { subject, partners } = partiesOfVerb(table, deedOf(table.scene.syntax, verb))
  const named = joinParties(partiesOfNoun(table, noun, isEnough(subject)), joinParties(partners, [...subject]))
  if (bond === 'linking' && isOwnWork(table, noun, subject)) return null
  if (isEnough(named)) return bond || isJointDoing(table.scene.syntax, { verb, noun, stage }, subject, told) ? named : null
  if (bond === null || named.some(({ state }) => state < 0)) return null
  return fillFrame(table, memory, { verb, noun, stage }, bond, named)
}

/** Who is left out: known from what was told of the same work, from the group named last, or from who is in play. */
function fillFrame(table: Table, memory: Memory, { verb, noun }: Frame, bond: ReturnType<typeof bondOf>, named: readonly Party[]): Party[] | null {
  const { syntax } = table.scene
  const doer = subjectOf(syntax, deedOf(syntax, verb))
  const isKnown = recall(syntax, memory.parties, noun) !== null
  // a lone actor who is nobody's state, or work that nobody shares yet: there is doubt
  if (!isKnown && (bond !== 'shared' || (doer >= 0 && named.length === 0 && !isMeeting(syntax, doer)))) return null
  if (!isKnown && isPact(syntax, noun)) {
    const group = named.length === 0 ? lastGroup(table, noun) : []
    return isEnough(group) && !isPlural(syntax, noun) ? group : null
  }
  if (!isKnown && named.length === 1 && !isDefinite(syntax, noun)) return null
  const filled = fillParties(table, memory, noun, named)
  return isEnough(filled) ? filled : null
}

function isPlural(syntax: Syntax, noun: number): boolean {
  return syntax.lower[noun] !== syntax.lemma[noun]
}

/** What passes from one side to another belongs to both: “Chinese |purchases|”, “Varland's gas |deliveries|”. */
const TRADED = /^(?:trade|sale|export|import|purchase|delivery|supply|shipment|flight|aid|assistance|relation|tie|link|transfer|visa)$/

/** “America ended |its| defence initiative”, “ended |the Soraian| missile programme”: one side's own, unless a partner hangs on it. */
function isOwnWork(table: Table, noun: number, subject: readonly Party[]): boolean {
  const { syntax } = table.scene
  if (isEnough(subject) || linkedParties(table, noun, true).length > 0) return false
  const owner = childNoun(syntax, noun, /^nmod:poss$/)
  if (owner >= 0 && /^(?:its|his|her|my)$/.test(syntax.lower[owner] as string)) return true
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

function isDefinite(syntax: Syntax, noun: number): boolean {
  for (const child of childrenOf(syntax, noun))
    if (child < noun && /^(?:the|their|its|this|that|these|those|our)$/.test(syntax.lower[child] as string)) return true
  return false
}

function isMeeting(syntax: Syntax, noun: number): boolean {
  return /^(?:meeting|summit|talk|talks|visit|conference|round|communique|statement|declaration)$/.test(syntax.lemma[noun] as string)
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
  const gained = noun < verb ? childNoun(syntax, verb, /^obj$/) : -1
  return { first: Math.min(phrase.first, verb), last: Math.max(last, verb, gained) }
}
