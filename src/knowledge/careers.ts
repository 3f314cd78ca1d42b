import type { Gender, Knowledge, Tenure } from './facts.ts'
import { readOffice } from './offices.ts'
import { findPerson } from './people.ts'
import { findTenures, lastDay, listTenures } from './tenures.ts'

/** All tenures of a person by the name under which they are filed, ours before the user's. */
export function readCareer(k: Knowledge, person: string): readonly Tenure[] {
  const tenures = k.sources.map((source, n) => findTenures(source, person).flatMap((tenure) => cutByOwn(k, n, tenure)))
  return tenures.reverse().flat()
}

/**
 * Tenures of an office in a country or body: as it is filed, or as its title names it. Iran's President is filed as head of
 * government and found as “president”. Each person's tenures stand together.
 */
export function readSuccession(k: Knowledge, office: string, country: string): readonly Tenure[] {
  const titled = new Map<string, boolean>()
  const isOffice = ({ title, office: filed }: Tenure): boolean => {
    if (filed === office) return true
    const known = titled.get(title)
    if (known !== undefined) return known
    const isTitled = readOffice(k.sources, title)?.key === office
    titled.set(title, isTitled)
    return isTitled
  }
  const tenures = k.sources.map((source, n) =>
    listTenures(source, country)
      .filter(isOffice)
      .flatMap((tenure) => cutByOwn(k, n, tenure)),
  )
  return [...Map.groupBy(tenures.reverse().flat(), ({ person }) => person).values()].flat()
}

/** A tenure of one file, shortened by those of the files before it for the same office; nothing where theirs take all its time. */
function cutByOwn(k: Knowledge, place: number, tenure: Tenure): readonly Tenure[] {
  if (place === 0) return [tenure]
  const own = k.sources.slice(0, place).flatMap((source) => listTenures(source, tenure.country))
  return cutTenure(tenure, own)
}

function cutTenure(tenure: Tenure, own: readonly Tenure[]): readonly Tenure[] {
  let { from, to } = tenure
  for (const other of own) {
    if (other.office !== tenure.office || other.shared !== null || tenure.shared !== null) continue
    const end = to ? lastDay(to) : '9999'
    const otherEnd = other.to ? lastDay(other.to) : '9999'
    if (other.from >= end || otherEnd <= from) continue
    if (from < other.from) to = other.from
    else if (otherEnd < end) from = other.to as string
    else return []
  }
  return [from === tenure.from && to === tenure.to ? tenure : { ...tenure, from, to }]
}

/** Holders as they are told to others: with what the lines of people and their other tenures say of them. */
export function describeHolders(k: Knowledge, tenures: readonly Tenure[]): readonly Tenure[] {
  return tenures.map((tenure) => {
    const told = k.sources.flatMap((source) => findPerson(source, tenure.person) ?? [])
    const aliases = told[0]?.otherNames ?? tenure.aliases
    const gender = told.find((person) => person.gender !== null)?.gender ?? tenure.gender ?? findGenderOf(k, tenure.person)
    const link = told.some((person) => person.link.wikidata) ? Object.assign({}, ...told.map((person) => person.link).reverse(), tenure.link) : tenure.link
    return { ...tenure, aliases, gender, link }
  })
}

function findGenderOf(k: Knowledge, person: string): Gender | null {
  for (const source of k.sources) for (const { gender } of findTenures(source, person)) if (gender !== null) return gender
  return null
}
