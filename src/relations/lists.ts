import type { Area, Stage } from '../document/cooperation.ts'
import { childrenOf, relationOf, type Syntax, TAG } from '../document/syntax.ts'
import { partiesAt } from './parties.ts'
import { areasIn, areasOfList, areasOfNoun, opensList } from './phrases.ts'
import { tellRealis } from './realis.ts'
import { ownSubject, sentenceOf, subjectOf } from './scene.ts'
import { hasLongDuration, stageOfModifiers, stageOfVerb } from './stages.ts'
import { inPlay, joinParties, lastGroup, type Party, type Table } from './table.ts'
import { isEnough, partiesOfNoun, partiesOfVerb, type Work } from './work.ts'

/** What lists of areas hang on: “|areas| of cooperation”. */
export const FIELDS = /^(?:areas|fields|spheres|sectors|domains|forms)$/
const COOPERATION = /^(?:cooperation|co-operation|collaboration|partnership|exchange|exchanges|ties|work)$/

/**
 * Areas told in a list by their stage: “fields of common work that the visit was |starting|, such as X, or |widening|,
 * such as Y and Z”; “areas that it only |widened|, such as schools”. Each list belongs to the stage told last before it.
 */
export function findLists(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if (!FIELDS.test(syntax.lower[i] as string) || syntax.upos[i] !== TAG.NOUN) return []
  const { first, last } = sentenceOf(scene, i)
  // a second “areas” in the sentence is read with the first
  for (let k = i - 1; k > Math.max(first, i - 40); k--) if (FIELDS.test(syntax.lower[k] as string)) return []
  const found: Work[] = []
  let stage: Stage | null = stageBefore(syntax, first, i)
  let told = i
  for (let k = i + 1; k < last; k++) {
    const own = stageAt(syntax, k)
    if (own && own !== 'aspirational') {
      stage = own
      told = k
    }
    if (stage === null || !opensList(syntax, k)) continue
    const end = listEnd(syntax, k + 1, last)
    const areas = areasIn(syntax, k + 1, end)
    const parties = areas.length > 0 ? partiesOfField(table, i, told) : []
    if (isEnough(parties))
      found.push({
        parties,
        areas,
        stage,
        told: tellList(table, told),
        pieces: piecesOf(syntax, i, told, end - 1),
        confidence: 0.85,
        rule: 'list',
        stageAt: told,
      })
    k = end - 1
  }
  return found
}

/** “Areas of cooperation”, and from the word of the stage to the end of its list. */
function piecesOf(syntax: Syntax, field: number, told: number, last: number): Work['pieces'] {
  const subject = told > field ? ownSubject(syntax, told) : -1
  const first = subject > field ? Math.min(syntax.left[subject] as number, told) : told
  return first <= field + 3 || told <= field
    ? [{ first: Math.min(field, told), last }]
    : [
        { first: field, last: endOfField(syntax, field) },
        { first, last },
      ]
}

/** “Areas |of cooperation|”. */
function endOfField(syntax: Syntax, field: number): number {
  return syntax.lower[field + 1] === 'of' ? field + 2 : field
}

/** A list under a stage has happened at the meeting that it tells of, unless its verb says otherwise. */
function tellList({ scene }: Table, told: number): Work['told'] {
  const { realis, cues } = tellRealis(scene, told)
  return realis === 'ongoing' ? { realis: 'happened', cues: [] } : { realis, cues }
}

/** “They |expanded| cooperation in areas such as …”, “|new| areas of cooperation”. */
function stageBefore(syntax: Syntax, first: number, field: number): Stage | null {
  if (/^new$/.test(syntax.lower[field - 1] ?? '')) return 'originating'
  if (/^(?:existing|traditional|old)$/.test(syntax.lower[field - 1] ?? '')) return 'longstanding'
  for (let k = field - 1; k >= Math.max(first, field - 8); k--) {
    const stage = syntax.upos[k] === TAG.VERB && !/^leav/.test(syntax.lower[k] as string) ? stageOfVerb(syntax, k) : null
    if (stage) return stage
  }
  return null
}

/** “Widening” may be read as a noun. */
function stageAt(syntax: Syntax, k: number): Stage | null {
  return syntax.upos[k] === TAG.VERB || /ing$/.test(syntax.lower[k] as string) ? stageOfVerb(syntax, k) : null
}

/** A list goes on to the next stage, to another “areas”, or to the end of the sentence. */
function listEnd(syntax: Syntax, from: number, last: number): number {
  for (let k = from; k < last; k++) {
    if (FIELDS.test(syntax.lower[k] as string)) return k
    if (k > from && opensList(syntax, k)) return k
    if (/^[.;:”"»]$/.test(syntax.lower[k] as string) || stageAt(syntax, k) !== null) return k
  }
  return last
}

/** Who a list is about: “areas of cooperation between A and B”, the subject of its verb, the participants of “this meeting”. */
function partiesOfField(table: Table, field: number, told: number): Party[] {
  const { syntax } = table.scene
  const found = partiesOfNoun(table, field)
  for (const child of childrenOf(syntax, field)) if (relationOf(syntax, child) === 'nmod') joinParties(partiesOfNoun(table, child), found)
  if (told !== field) {
    const { subject, partners } = partiesOfVerb(table, told)
    joinParties(partners, joinParties(subject, found))
  }
  if (isEnough(found)) return found
  if (found.some(({ state }) => state < 0)) return []
  return inPlay(table, field, 2, found)
}

/**
 * Cooperation that is told to have gone on for long, or that somebody has at all: “have had levels of cooperation for many
 * years, … which includes diplomatic and cultural exchanges”.
 */
export function findLongstanding(table: Table, i: number): Work[] {
  const { scene } = table
  const { syntax } = scene
  if (!COOPERATION.test(syntax.lower[i] as string) || syntax.upos[i] !== TAG.NOUN) return []
  const { first, last } = sentenceOf(scene, i)
  const modified = stageOfModifiers(syntax, i)
  const isLong = modified === 'longstanding' || isOfYears(syntax, i) || hasLongDuration(syntax, i, Math.min(last, i + 14), scene.publishedOn)
  const verb = verbAbove(syntax, i)
  if (!isLong || (verb >= 0 && isChanging(syntax, verb))) return []
  const own = areasOfNoun(syntax, i, i)
  const areas: readonly Area[] = own.length > 0 ? own : areasOfList(syntax, i + 1, last)
  if (areas.length === 0) return []
  const named = partiesOfNoun(table, i)
  if (verb >= 0) joinParties(partiesAt(table, subjectOf(syntax, verb)), named)
  const parties = isEnough(named) ? named : named.length === 0 ? lastGroup(table, i) : []
  if (!isEnough(parties)) return []
  const pieces = [{ first: Math.max(first, verb < 0 ? i : verb), last: Math.max(i, endOfDuration(syntax, i, last)) }]
  if (own.length === 0) pieces.push(listBehind(syntax, i + 1, last))
  return [{ parties, areas, stage: 'longstanding', told: { realis: 'ongoing', cues: [] }, pieces, confidence: 0.8, rule: 'duration', stageAt: i }]
}

/** To the end of “for many years” behind the noun, else of the noun's own phrase. */
function endOfDuration(syntax: Syntax, i: number, last: number): number {
  for (let k = i + 1; k < Math.min(last, i + 9); k++)
    if (/^(?:years|decades|centuries|generations|(?:1[5-9]|20)\d\ds?)$/.test(syntax.lower[k] as string)) return k
  return (syntax.right[i] as number) - i < 20 ? (syntax.right[i] as number) : i
}

function listBehind(syntax: Syntax, from: number, last: number): { first: number; last: number } {
  let first = from
  while (first < last - 1 && !opensList(syntax, first)) first++
  return { first: Math.min(first + 1, last - 1), last: listEnd(syntax, first + 1, last) - 1 }
}

/** “Thirty |years of| cooperation in medicine”. */
function isOfYears(syntax: Syntax, i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - 4); k--)
    if (syntax.lower[k] === 'of') return /^(?:years|decades|centuries|generations|history|tradition)$/.test(syntax.lower[k - 1] as string)
  return false
}

function verbAbove(syntax: Syntax, i: number): number {
  let at = syntax.head[i] as number
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (syntax.upos[at] === TAG.VERB || syntax.upos[at] === TAG.AUX) return at
    at = syntax.head[at] as number
  }
  return -1
}

/** “Ended decades of cooperation” is told by its verb. */
function isChanging(syntax: Syntax, verb: number): boolean {
  const stage = stageOfVerb(syntax, verb)
  return stage === 'suspended' || stage === 'ended' || stage === 'expanding'
}
