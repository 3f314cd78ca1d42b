import { caseOf, childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import { areasIn, areasOfNoun, areasOfSubtree, bondOf, isJoint, nounPhrase } from './phrases.ts'
import { findDoubtAt, tellRealis } from './realis.ts'
import { childIn, childSaying, type Scene, sentenceOf, subjectOf } from './scene.ts'
import { stageOfModifiers } from './stages.ts'
import { inPlay, joinParties, type Party, type Table } from './table.ts'
import { isEnough, partiesOfNoun, type Work } from './work.ts'

const AIM = /^(?:aspirations?|ambitions?|hopes?|dreams?|aims?|desires?|goals?)$/
const WANTING = /^(?:want|wants|wanted|hope|hopes|hoped|seek|seeks|sought|aim|aims|wish|wishes|dream|dreams|aspire|aspires|need|needs)$/
const HELPING = /^(?:help|helps|helped|assist|assists|support|supports|join|joins|share|supply|provide|train|teach|lend|partner|cooperate|build|finance)$/

/**
 * What one side aims at while the other is named as the one who may help: “we want a launch site of our own, and I hope that
 * our Ostrian friends will help us”. One side's aim alone is a statement, no cooperation.
 */
export function findAims(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  const isNoun = syntax.upos[i] === TAG.NOUN && AIM.test(syntax.lower[i] as string)
  if (!isNoun && (syntax.upos[i] !== TAG.VERB || !WANTING.test(syntax.lower[i] as string))) return []
  const areas = (isNoun ? areasOfAim(syntax, i) : areasOfWish(syntax, i)).slice(0, 1)
  if (areas.length === 0) return []
  const aiming = partiesAt(table, isNoun ? holderOf(syntax, i) : subjectOf(syntax, i)).filter(({ state }) => state >= 0)
  if (aiming.length !== 1) return []
  const helper = findHelper(table, i, aiming)
  if (helper === null) return []
  const last = Math.max(i, isNoun ? nounPhrase(syntax, i).last : (syntax.right[childIn(syntax, i, /^(?:obj|xcomp)/)] ?? i))
  return [
    {
      parties: joinParties(helper.parties, [...aiming]),
      areas,
      stage: 'aspirational',
      told: { realis: 'hypothetical', cues: [] },
      pieces: [{ first: isNoun ? nounPhrase(syntax, i).first : i, last: Math.max(last, helper.token) }],
      confidence: 0.6,
      rule: 'aim',
      stageAt: i,
    },
  ]
}

function areasOfAim(syntax: Syntax, i: number) {
  const own = areasIn(syntax, nounPhrase(syntax, i).first, i + 1)
  return own.length > 0 ? own : areasIn(syntax, i + 1, Math.min(syntax.count, i + 8))
}

function areasOfWish(syntax: Syntax, verb: number) {
  const object = childIn(syntax, verb, /^(?:obj|xcomp)$/)
  if (object < verb) return []
  return syntax.upos[object] === TAG.VERB ? areasOfSubtree(syntax, object) : areasOfNoun(syntax, object, object)
}

/** “|The north| has space aspirations”, “|its| ambitions”. */
function holderOf(syntax: Syntax, noun: number): number {
  const owner = childIn(syntax, noun, /^nmod:poss$/)
  if (owner >= 0) return owner
  let at = noun
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const subject = childIn(syntax, at, /^nsubj$/)
    if (subject >= 0) return subject
    at = syntax.head[at] as number
  }
  return -1
}

/** A verb of helping by another side, in the same sentence or the same statement's next one. */
function findHelper(table: Table, i: number, aiming: readonly Party[]): { parties: Party[]; token: number } | null {
  const { scene } = table
  const { syntax } = scene
  const { last } = sentenceOf(scene, i)
  const end = last < syntax.count && scene.stated[last] === scene.stated[i] && (scene.stated[i] as number) >= 0 ? sentenceOf(scene, last).last : last
  for (let k = i + 1; k < Math.min(end, i + 60); k++) {
    if (!HELPING.test(syntax.lower[k] as string)) continue
    // “with |Varland's| help”
    const isNoun = syntax.upos[k] === TAG.NOUN
    const helper = isNoun ? childIn(syntax, k, /^(?:nmod:poss|amod)$/) : helperOf(syntax, k)
    const parties = partiesAt(table, helper).filter(({ state }) => state >= 0 && aiming.every((party) => party.state !== state))
    if (parties.length > 0) return { parties, token: syntax.right[k] as number }
  }
  return null
}

function helperOf(syntax: Syntax, verb: number): number {
  const own = subjectOf(syntax, verb)
  if (own >= 0) return own
  // “|Varland| has the knowledge to help”: up to the next verb with a subject
  let at = syntax.head[verb] as number
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    const subject = childIn(syntax, at, /^nsubj$/)
    if (subject >= 0 && subject < verb) return subject
    at = syntax.head[at] as number
  }
  return nearestSubject(syntax, verb)
}

function nearestSubject(syntax: Syntax, verb: number): number {
  for (let k = verb - 1; k >= Math.max(0, verb - 10) && syntax.isSentenceStart[k + 1] !== 1; k--) if (relationOf(syntax, k) === 'nsubj') return k
  return -1
}

const PROJECT = /^(?:corridor|pipeline|railway|cable|bridge|tunnel|canal|motorway|line|link|route|ferry|grid|interconnector|power plant|port|highway)s?$/
const DRAWING = /^(?:drawing|draw|table|card|cards|board|agenda|plan|idea|dream|proposal|hope|vision|possibility|project|sketch|paper|promise|prospect)$/

/** A project between states that is only an idea: “a gas pipeline through Varland |remains a drawing|”, “a |planned| cable to Ostria”. */
export function findProjects(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if ((!PROJECT.test(syntax.lower[i] as string) && bondOf(syntax, i) === null) || (syntax.upos[i] !== TAG.NOUN && syntax.upos[i] !== TAG.PROPN)) return []
  // “talks over |its| nuclear programme”: one side's own
  if (!PROJECT.test(syntax.lower[i] as string) && childSaying(syntax, i, /^(?:its|his|her)$/) >= 0) return []
  const doubt = findDoubtAt(scene, i)
  const above = syntax.head[i] as number
  const isDrawing = above >= 0 && relationOf(syntax, i) === 'nsubj' && isIdea(syntax, above)
  const stage = stageOfModifiers(syntax, i)
  if (!doubt && !isDrawing && stage !== 'aspirational' && !isTalkedAbout(syntax, i)) return []
  const areas = areasOfNoun(syntax, i, i).slice(0, 1)
  const parties = areas.length > 0 ? partiesOfProject(table, i, PROJECT.test(syntax.lower[i] as string)) : []
  if (!isEnough(parties)) return []
  const told: Work['told'] = doubt ? ({ realis: 'unknown', cues: [doubt] } as const) : readTold(scene, above)
  const { first } = nounPhrase(syntax, i)
  return [
    {
      parties,
      areas,
      stage: 'aspirational',
      told,
      pieces: [{ first, last: Math.max(i, lastOf(syntax, i)) }],
      confidence: 0.65,
      rule: 'idea',
      stageAt: isDrawing || stage === null ? above : i,
    },
  ]
}

function isIdea(syntax: Syntax, above: number): boolean {
  if (DRAWING.test(syntax.lemma[above] as string)) return true
  const told = childIn(syntax, above, /^(?:xcomp|obj|obl)/)
  return /^(?:remain|is|are|be|exist)/.test(syntax.lower[above] as string) && told >= 0 && DRAWING.test(syntax.lemma[told] as string)
}

/** “|Talks on| a cable”, “|plans for| a bridge”. */
function isTalkedAbout(syntax: Syntax, i: number): boolean {
  const above = syntax.head[i] as number
  if (above < 0 || !/^(?:nmod|obl)$/.test(relationOf(syntax, i)) || !/^(?:on|about|over|for|of)$/.test(caseOf(syntax, i) ?? '')) return false
  // “shall |talk about| a shared base”
  if (syntax.upos[above] === TAG.VERB && /^(?:talk|think|thought|speak|spoke|dream|negotiat|consult)/.test(syntax.lower[above] as string)) return true
  const object = relationOf(syntax, i) === 'obl' ? childIn(syntax, above, /^obj$/) : above
  return object >= 0 && /^(?:talks?|negotiations?|discussions?|plans?|proposals?|idea|study|consultations)$/.test(syntax.lower[object] as string)
}

function readTold(scene: Scene, above: number): Work['told'] {
  const { syntax, tokens } = scene
  const failed = above < 0 ? -1 : (syntax.head[above] as number)
  // “talks on a cable |collapsed|”
  if (failed >= 0 && /^(?:collaps|fail|founder|broke)/.test(syntax.lower[failed] as string) && relationOf(syntax, above) === 'nsubj')
    return { realis: 'denied', cues: [{ start: tokens.start[failed] as number, end: tokens.end[failed] as number }] }
  const told = above >= 0 ? tellRealis(scene, above) : null
  return told === null || told.realis === 'happened' || told.realis === 'ongoing' ? { realis: 'hypothetical', cues: [] } : told
}

function lastOf(syntax: Syntax, i: number): number {
  let last = i
  for (const child of childrenOf(syntax, i))
    if (child > i && relationOf(syntax, child) === 'nmod' && (syntax.right[child] as number) - i < 20) last = Math.max(last, syntax.right[child] as number)
  return last
}

/** “Between A, B and C”; “through Varland”: those in play and the one that it crosses. */
function partiesOfProject(table: Table, i: number, isProject: boolean): Party[] {
  const { syntax } = table.scene
  const found = partiesOfNoun(table, i)
  const above = syntax.head[i] as number
  if (above >= 0 && relationOf(syntax, i) === 'nmod' && (isProject || isTalkedAbout(syntax, i))) joinParties(partiesOfNoun(table, above), found)
  for (let at = above, steps = 0; at >= 0 && steps < (isProject ? 3 : isTalkedAbout(syntax, i) ? 2 : 1) && !isEnough(found); steps++) {
    joinParties(partiesAt(table, subjectOf(syntax, at)), found)
    at = syntax.head[at] as number
  }
  // “a shared base”, in an article about two states
  if (found.length === 1 && isJoint(syntax, i) && joinParties(table.pair, [...found]).length === 2) return [...table.pair]
  for (const child of childrenOf(syntax, i)) {
    // “a corridor |linking Ostria and Lund|”
    if (relationOf(syntax, child) === 'acl' && /^(?:link|connect|join)/.test(syntax.lower[child] as string))
      for (const linked of childrenOf(syntax, child)) joinParties(partiesAt(table, linked), found)
    if (!/^(?:through|across|via)$/.test(caseOf(syntax, child) ?? '')) continue
    joinParties(partiesAt(table, child), found)
    return found.length === 1 ? inPlay(table, i, 3, found) : found
  }
  return found
}
