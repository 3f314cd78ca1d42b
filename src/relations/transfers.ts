import type { Area, Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import { areasIn, areasOfNoun, areasOfSubtree, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { childIn, childSaying, isComplement, sentenceOf, subjectOf } from './scene.ts'
import { isGrowing, isLongTold, stageOfVerb } from './stages.ts'
import { joinParties, type Party, type Table } from './table.ts'
import { linkedParties, type Work } from './work.ts'

const GIVING = /^(?:suppl(?:y|ies|ied|ying)$|issu(?:e|es|ed|ing)$|sell|sold|export|deliver|ship(?:s|ped|ping)?$|lend|lent|leas|donat|provid|send|sent$)/
const TAKING = /^(?:import|us(?:e|es|ed|ing)$|buy(?:s|ing)?$|bought|purchas|procur|receiv|rent|borrow)/
const SERVING = /^(?:train|equip|arm(?:s|ed|ing)?$|help|assist|teach|taught|treat(?:s|ed|ing)?$|fund|financ)/

/** “Recalled its doctors from Varland”: work that is broken off by those who did it. */
const RECALLING = /^(?:recall|withdr[ae]w|pull)/
const WORKERS =
  /^(?:doctor|nurse|teacher|engineer|adviser|advisor|expert|specialist|worker|instructor|trainer|scientist|researcher|technician|inspector|medic)s?$/

/** Who acts for itself and not for a state: what such a one sells is plain trade. */
const PRIVATE =
  /^(?:company|firm|maker|manufacturer|giant|producer|business|businessman|trader|dealer|investor|tycoon|man|woman|worker|club|newspaper|gang|rebel|militia|smuggler|hacker|criminal|citizen|charity|brewery|shop|retailer|carmaker|farmer|player|fan|family)s?$/

/** Sent to fight or to talk, which is no work with whom they are sent to. */
const NO_GIFT = /^(?:troop|soldier|force|warship|fleet|army|navy|envoy|ambassador|delegation|minister|letter|message|note|protest|rocket|frigate|bomber)s?$/

/** What passes from one state to another: “|supplies gas to| Varland”, “will |train| Varlandic officers”, “stopped |buying Varlandic oil|”. */
export function findTransfers(table: Table, verb: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  const word = syntax.lower[verb] as string
  if (RECALLING.test(word)) return findRecall(table, verb)
  if (SERVING.test(word) && childIn(syntax, verb, /^nsubj:pass$/) >= 0) return findServed(table, verb)
  const way = GIVING.test(word) ? 'give' : TAKING.test(word) ? 'take' : SERVING.test(word) ? 'serve' : null
  const object = way === null || childIn(syntax, verb, /^(?:aux|nsubj):pass$/) >= 0 ? -1 : thingOf(syntax, childIn(syntax, verb, /^obj$/))
  if (way === null || object < 0 || NO_GIFT.test(syntax.lemma[object] as string)) return []
  // “You taught |me| to swim”: one person serves another, not a state
  const served = childIn(syntax, verb, /^iobj$/)
  if (way === 'serve' && /^(?:me|him|her|you)$/.test(syntax.lower[served >= 0 ? served : object] as string)) return []
  const asked = askedOf(syntax, verb)
  const doer = asked >= 0 ? asked : subjectOf(syntax, verb)
  const giving = statesAt(table, doer)
  const isMutual = isEachOther(syntax, verb)
  if (giving.length !== (isMutual ? 2 : 1)) return []
  const others = isMutual ? [] : receiversOf(table, verb, object, way)
  if (asked >= 0) joinParties(statesAt(table, subjectOf(syntax, syntax.head[verb] as number)), others)
  const parties = joinParties(others, [...giving])
  const thing = givenWith(syntax, verb, object)
  const areas = parties.length === 2 ? areasOfTransfer(syntax, verb, thing < 0 ? object : thing, way, doer) : []
  const told = tellRealis(scene, verb)
  const stage = areas.length > 0 ? stageOfTransfer(table, verb, object, told) : undefined
  if (stage === undefined || (stage === 'originating' && told.realis === 'happened' && isGift(syntax, verb, areas))) return []
  return [
    {
      parties,
      areas,
      stage,
      told: tellStopped(stage, told),
      pieces: [extent(syntax, verb)],
      confidence: 0.65,
      rule: 'transfer',
      stageAt: stageWordOf(syntax, verb),
    },
  ]
}

/** “Will supply Varland |with twenty lorries|”: what is given stands behind “with”; −1 where it is the object. */
function givenWith(syntax: Syntax, verb: number, object: number): number {
  if (!/^(?:suppl|provid|equip)/.test(syntax.lower[verb] as string)) return -1
  for (const head of [verb, object])
    for (const child of childrenOf(syntax, head))
      if (child > object && /^(?:obl|nmod|obj)$/.test(relationOf(syntax, child)) && caseOf(syntax, child) === 'with') return child
  return -1
}

/** “Delivered forty tonnes of tents”: help given once is a deed, no work together. Arms are given to be used together. */
function isGift(syntax: Syntax, verb: number, areas: readonly Area[]): boolean {
  return /^(?:sent|delivered|donated|provided|shipped)$/.test(syntax.lower[verb] as string) && !areas.some((area) => area === 'arms' || area === 'military')
}

/** “Lend |each other| paintings”. */
function isEachOther(syntax: Syntax, verb: number): boolean {
  for (let k = verb + 1; k < Math.min(syntax.count - 1, verb + 8); k++)
    if ((syntax.lower[k] === 'each' && syntax.lower[k + 1] === 'other') || (syntax.lower[k] === 'one' && syntax.lower[k + 1] === 'another')) return true
  return false
}

/** “Buy $50 million of |Varlandic wheat|”, “40 tonnes of |grain|”: what the amount is of. */
function thingOf(syntax: Syntax, object: number): number {
  if (
    object < 0 ||
    !/^(?:\p{Sc}|\d.*|million|billion|tonnes?|tons?|barrels?|amount|worth|shipments?|supplies|batch|consignment)$/u.test(syntax.lower[object] as string)
  )
    return object
  for (const child of childrenOf(syntax, object)) if (child > object && relationOf(syntax, child) === 'nmod' && caseOf(syntax, child) === 'of') return child
  return object
}

/** “Varland's army |has been trained by Ostria| since 2009”. */
function findServed(table: Table, verb: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  const served = childIn(syntax, verb, /^nsubj:pass$/)
  const agent = Array.from(childrenOf(syntax, verb)).find((child) => child > verb && caseOf(syntax, child) === 'by')
  const parties = agent === undefined ? [] : joinParties(statesAt(table, agent), statesAt(table, served))
  const areas = areasIn(syntax, nounPhrase(syntax, served).first, served + 1).slice(0, 1)
  const told = tellRealis(scene, verb)
  if (areas.length === 0 || parties.length !== 2 || told.realis === 'denied') return []
  const isLong = isLongTold(syntax, verb, sentenceOf(scene, verb).last, scene.publishedOn)
  const stage = isLong ? 'longstanding' : (stageOfTransfer(table, verb, served, told) ?? null)
  const realis: Told = isLong && told.realis === 'happened' ? { realis: 'ongoing', cues: told.cues } : told
  return [
    {
      parties,
      areas,
      stage,
      told: realis,
      pieces: [{ first: served, last: Math.max(verb, syntax.right[agent as number] as number) }],
      confidence: 0.65,
      rule: 'transfer',
      stageAt: verb,
    },
  ]
}

function findRecall(table: Table, verb: number): Work[] {
  const { syntax } = table.scene
  const object = childIn(syntax, verb, /^obj$/)
  if (object < 0 || !WORKERS.test(syntax.lower[object] as string)) return []
  const areas = areasOfNoun(syntax, object, object).slice(0, 1)
  const parties = statesAt(table, subjectOf(syntax, verb))
  for (const head of [verb, object])
    for (const child of childrenOf(syntax, head)) if (caseOf(syntax, child) === 'from') joinParties(statesAt(table, child), parties)
  const told = tellRealis(table.scene, verb)
  if (areas.length === 0 || parties.length !== 2 || told.realis === 'denied') return []
  const done: Told = told.realis === 'ongoing' ? { realis: 'happened', cues: [] } : told
  return [{ parties, areas, stage: 'suspended', told: done, pieces: [extent(syntax, verb)], confidence: 0.65, rule: 'transfer', stageAt: verb }]
}

/** “Has |asked Varland| to help it”: the one asked is the one who would. */
function askedOf(syntax: Syntax, verb: number): number {
  const above = syntax.head[verb] as number
  if (above < 0 || !isComplement(syntax, verb) || !/^(?:ask|urg|invit|request|beg(?:ged|s|ging)?$|press)/.test(syntax.lower[above] as string)) return -1
  return childIn(syntax, above, /^(?:iobj|obj)$/)
}

function statesAt(table: Table, head: number): Party[] {
  if (
    head < 0 ||
    childSaying(table.scene.syntax, head, /^(?:any|every|no)$/) >= 0 ||
    PRIVATE.test(table.scene.syntax.lower[head] as string) ||
    isNamedBusiness(table, head)
  )
    return []
  return partiesAt(table, head).filter(({ state }) => state >= 0)
}

/** A body with a name of its own that is not an arm of the state by that name. */
function isNamedBusiness({ scene, sides }: Table, head: number): boolean {
  const entity = scene.entityOf[scene.mentionAt[head] ?? -1] ?? -1
  if (entity < 0 || scene.syntax.upos[head] !== TAG.PROPN || sides.isState[entity] === 1) return false
  const { kind, name } = scene.entities[entity] as { kind: string; name: string }
  return (
    kind === 'organization' && !/(?:ministry|agency|army|navy|guard|police|council|government|parliament|railway|university|academy|force|corps)/i.test(name)
  )
}

function receiversOf(table: Table, verb: number, object: number, way: 'give' | 'take' | 'serve'): Party[] {
  const { syntax } = table.scene
  const found: Party[] = []
  for (const child of childrenOf(syntax, verb)) if (relationOf(syntax, child) === 'iobj') joinParties(statesAt(table, child), found)
  if (way === 'serve' || givenWith(syntax, verb, object) >= 0) joinParties(statesAt(table, object), found)
  for (const head of [verb, object]) {
    for (const child of childrenOf(syntax, head)) {
      const link = caseOf(syntax, child)
      if (!/^(?:obl|nmod)/.test(relationOf(syntax, child)) || link === null) continue
      if ((way === 'take' ? /^from$/ : /^(?:to|for|with)$/).test(link)) joinParties(statesAt(table, child), found)
      // “scholarships for students |from Varland|” hangs on the verb
      else if (link === 'from' && way !== 'take') joinParties(linkedStates(table, child), found)
    }
  }
  if (found.length > 0) return found
  // “buying |Varlandic| oil”; “lent |Varland| 300 million crowns” read as one name
  const isOwned = way === 'take' || /^(?:lend|lent|send|sent|sold|sell)/.test(syntax.lower[verb] as string)
  for (const child of childrenOf(syntax, object))
    if (isOwned && child < object && /^(?:amod|compound|nmod:poss)$/.test(relationOf(syntax, child))) joinParties(statesAt(table, child), found)
  return found
}

function linkedStates(table: Table, head: number): Party[] {
  return joinParties(partiesAt(table, head), linkedParties(table, head, true)).filter(({ state }) => state >= 0)
}

function areasOfTransfer(syntax: Syntax, verb: number, object: number, way: 'give' | 'take' | 'serve', doer: number): Area[] {
  const word = syntax.lower[verb] as string
  if (way !== 'serve') {
    const own = areasOfNoun(syntax, object, object).slice(0, 2)
    if (own.length > 0) return own
    if (/^(?:lend|lent|borrow)/.test(word) && isMoney(syntax, object)) return ['finance']
    return areasIn(syntax, nounPhrase(syntax, doer).first, doer + 1).slice(0, 1)
  }
  for (const child of childrenOf(syntax, verb)) {
    const relation = relationOf(syntax, child)
    if (child < verb || !(/^(?:xcomp|advcl)$/.test(relation) || (/^(?:obl|obj)/.test(relation) && /^(?:with|in|on|to|at)$/.test(caseOf(syntax, child) ?? ''))))
      continue
    const areas = areasOfSubtree(syntax, child).slice(0, 1)
    if (areas.length > 0) return areas
  }
  if (/^(?:help|assist)/.test(word)) return []
  const own = areasOfNoun(syntax, object, object).slice(0, 1)
  return own.length > 0 || !/^(?:train|teach|taught)/.test(word) ? own : ['education']
}

function isMoney(syntax: Syntax, object: number): boolean {
  for (const child of childrenOf(syntax, object)) if (/^(?:\d[\d.,]*|million|billion)$/.test(syntax.lower[child] as string)) return true
  return false
}

/** Undefined where it was not done. What somebody simply gives, without a time, may have begun at any time (null). */
function stageOfTransfer({ scene }: Table, verb: number, object: number, told: Told): Stage | null | undefined {
  const { syntax } = scene
  if (childSaying(syntax, verb, /^longer$/) >= 0) return 'ended'
  if (told.realis === 'denied') return undefined
  const above = syntax.head[verb] as number
  const governing = above >= 0 && isComplement(syntax, verb) ? stageOfVerb(syntax, above) : null
  if (governing === 'suspended' || governing === 'ended') return governing
  if (isLongTold(syntax, verb, sentenceOf(scene, verb).last, scene.publishedOn)) return 'longstanding'
  if (governing === 'aspirational' || told.realis === 'hypothetical' || told.realis === 'unknown') return 'aspirational'
  if (isGrowing(syntax, object)) return 'expanding'
  const isPerfect = childSaying(syntax, verb, /^(?:has|have|had)$/) >= 0
  return told.realis === 'ongoing' && governing === null && !isPerfect ? null : 'originating'
}

function tellStopped(stage: Stage | null, told: Told): Told {
  return stage === 'suspended' || stage === 'ended' ? { realis: 'happened', cues: [] } : told
}

/** The verb that governs tells the stage where there is one: “|stopped| buying”. */
function stageWordOf(syntax: Syntax, verb: number): number {
  return isComplement(syntax, verb) ? (syntax.head[verb] as number) : verb
}

/** Longest stretch behind a verb that belongs to it. */
const LONGEST = 20

function extent(syntax: Syntax, verb: number): { first: number; last: number } {
  let last = verb
  for (const child of childrenOf(syntax, verb))
    if (/^(?:obj|iobj|obl|xcomp)/.test(relationOf(syntax, child)) && (syntax.right[child] as number) - verb < LONGEST)
      last = Math.max(last, syntax.right[child] as number)
  return { first: Math.min(verb, stageWordOf(syntax, verb)), last }
}
