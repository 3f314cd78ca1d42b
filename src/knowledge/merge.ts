import type { Knowledge, Tenure } from './facts.ts'
import { indexCareers, indexTenures } from './tables.ts'
import { lastDay } from './tenures.ts'

/**
 * Our facts with a user's own, which win: their meaning of a name replaces ours, their holder ends or replaces the one we
 * have for that time, their codes, titles and given names stand before ours.
 */
export function mergeKnowledge(base: Knowledge, own: Knowledge): Knowledge {
  const theirs = [...own.careers.values()].flat()
  const ours = [...base.careers.values()].flat().flatMap((tenure) => cutTenure(tenure, theirs))
  const titles = { offices: new Map([...base.offices, ...own.offices]), portfolios: new Map([...base.portfolios, ...own.portfolios]) }
  const people = new Map([...base.people, ...own.people])
  const careers = indexCareers([...ours, ...theirs], people)
  return {
    ...titles,
    version: `${base.version}+${own.version || 'own'}`,
    coversUntil: base.coversUntil,
    countries: new Map([...base.countries, ...own.countries]),
    names: [...own.names, ...base.names],
    longestName: Math.max(base.longestName, own.longestName),
    longestOffice: Math.max(base.longestOffice, own.longestOffice),
    members: new Map([...base.members, ...own.members]),
    people,
    careers,
    tenures: indexTenures(careers, titles),
    givenNames: new Map([...base.givenNames, ...own.givenNames]),
  }
}

/** Our tenure of an office, shortened by the user's for the same one; nothing where theirs takes all its time. */
function cutTenure(tenure: Tenure, own: readonly Tenure[]): Tenure[] {
  let { from, to } = tenure
  for (const other of own) {
    if (other.office !== tenure.office || other.country !== tenure.country || other.shared !== null || tenure.shared !== null) continue
    const end = to ? lastDay(to) : '9999'
    const otherEnd = other.to ? lastDay(other.to) : '9999'
    if (other.from >= end || otherEnd <= from) continue
    if (from < other.from) to = other.from
    else if (otherEnd < end) from = other.to as string
    else return []
  }
  return [from === tenure.from && to === tenure.to ? tenure : { ...tenure, from, to }]
}
