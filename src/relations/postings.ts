import type { Stage } from '../document/cooperation.ts'
import { caseOf, childrenOf, relationOf, type Syntax } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import { areasIn, areasOfSubtree, nounPhrase } from './phrases.ts'
import { type Told, tellRealis } from './realis.ts'
import { childSaying, isComplement, isPassive, sentenceOf, subjectOf } from './scene.ts'
import { isLongTold, stageOfVerb } from './stages.ts'
import type { Party, Table } from './table.ts'
import type { Work } from './work.ts'

/** Those whom one state sends to work for another, or what it lets work there. */
const SENT =
  /^(?:doctor|nurse|medic|surgeon|teacher|lecturer|engineer|adviser|advisor|expert|specialist|worker|instructor|trainer|scientist|archaeologist|geologist|researcher|technician|inspector|officer|policeman|pilot|firefighter|judge|helicopter|plane|ship|rescuer|diver|sailor|farmer)s?$/
const WORKING = /^(?:work|serv|teach|taught|fl[eyo]|operat|help|dug$|dig|practi[sc]|train|stud|treat|patrol|research|cross)/

/** “|Doctors from Varland have worked in Ostria's clinics| since the 1960s”, “Varland's helicopters |fly for Ostria's hospitals|”. */
export function findPostings(table: Table, verb: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if (!WORKING.test(syntax.lower[verb] as string) || (isPassive(syntax, verb) && childSaying(syntax, verb, /^(?:was|were|been|be|is|are)$/) >= 0)) return []
  const doer = subjectOf(syntax, verb)
  if (doer < 0 || !SENT.test(syntax.lower[doer] as string)) return []
  const sending = statesOf(table, doer)
  if (sending.length !== 1) return []
  for (const place of childrenOf(syntax, verb)) {
    if (!/^(?:obl|nmod|obj)/.test(relationOf(syntax, place)) || !/^(?:in|at|for|on|with)$/.test(caseOf(syntax, place) ?? '')) continue
    const hosts = statesOf(table, place).filter(({ state }) => state !== sending[0]?.state)
    const areas = hosts.length === 1 ? areasOfPosting(syntax, doer, place) : []
    const told = tellRealis(scene, verb)
    if (areas.length === 0 || told.realis === 'denied') continue
    const pieces = [{ first: Math.min(doer, verb), last: Math.max(verb, syntax.right[place] as number) }]
    return [
      { parties: [...sending, ...hosts], areas, stage: stageOfPosting(table, verb, told), told, pieces, confidence: 0.6, rule: 'transfer', stageAt: verb },
    ]
  }
  return []
}

function statesOf(table: Table, head: number): Party[] {
  return partiesAt(table, head).filter(({ state }) => state >= 0)
}

/** Of those who are sent (“doctors”), else of where they work (“schools”). */
function areasOfPosting(syntax: Syntax, doer: number, place: number) {
  const own = areasIn(syntax, nounPhrase(syntax, doer).first, doer + 1).slice(0, 1)
  return own.length > 0 ? own : areasOfSubtree(syntax, place).slice(0, 1)
}

function stageOfPosting({ scene }: Table, verb: number, told: Told): Stage | null {
  const { syntax } = scene
  if (isLongTold(syntax, verb, sentenceOf(scene, verb).last, scene.publishedOn)) return 'longstanding'
  const governing = isComplement(syntax, verb) ? stageOfVerb(syntax, syntax.head[verb] as number) : null
  if (governing !== null) return governing
  if (told.realis === 'planned') return 'originating'
  return told.realis === 'hypothetical' || told.realis === 'unknown' ? 'aspirational' : null
}
