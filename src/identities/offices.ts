/** Offices as far as they tell people of one name apart. */
import { findOffice, type Knowledge } from '../knowledge/knowledge.ts'

/** Callings that are seldom one with an office of state. */
const CALLINGS: ReadonlySet<string> = new Set(['athlete', 'artist'])
/** Kinds of offices that a footballer or singer of the same name does not hold. */
const STATE: ReadonlySet<string> = new Set([
  'head-of-state',
  'head-of-government',
  'minister',
  'diplomat',
  'legislator',
  'military',
  'spokesperson',
  'official',
  'judge',
  'police',
  'cleric',
  'rebel',
  // “the candidate”: whom a text calls a champion besides plays no football.
  'party',
])

/** Whether all that is said of somebody is that he or she plays or performs. */
export function isArtistOrAthlete(offices: readonly string[], knowledge: Knowledge): boolean {
  const found = offices.flatMap((words) => findOffice(knowledge, words) ?? [])
  return found.some(({ key }) => CALLINGS.has(key)) && !found.some(({ kind }) => STATE.has(kind))
}

/** A footballer and a minister are two; a minister and a president may be one, who rose. */
export function areOfficesApart(a: readonly string[], b: readonly string[], knowledge: Knowledge): boolean {
  return (isArtistOrAthlete(a, knowledge) && isOfState(b, knowledge)) || (isArtistOrAthlete(b, knowledge) && isOfState(a, knowledge))
}

function isOfState(offices: readonly string[], knowledge: Knowledge): boolean {
  return offices.some((words) => STATE.has(findOffice(knowledge, words)?.kind ?? ''))
}

/** Whether two have an office in common that tells somebody: of 200 people a spokesman, of 200 states one foreign minister. */
export function isSameOffice(a: readonly string[], b: readonly string[], knowledge: Knowledge): boolean {
  const keys = new Set(a.flatMap((words) => findOffice(knowledge, words)?.key ?? []))
  return b.some((words) => keys.has(findOffice(knowledge, words)?.key ?? ''))
}

/** The first office of state, else the first office at all. */
export function pickOffice(offices: readonly string[], knowledge: Knowledge): string | null {
  return offices.find((words) => isOfState([words], knowledge)) ?? offices.find((words) => findOffice(knowledge, words) !== null) ?? null
}
