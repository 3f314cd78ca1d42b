import type { Gender, Knowledge, Office, Person, Tenure } from './facts.ts'
import { foldName } from './fold.ts'
import { addName, type NameDraft } from './names.ts'
import { readOffice } from './offices.ts'
import { type Draft, longestTitle } from './parse.ts'

/** A draft with its indexes. */
export function makeTables(draft: Draft): Knowledge {
  const { version, coversUntil, countries, names, members, people, offices, portfolios, givenNames } = draft
  const careers = indexCareers(draft.tenures, people)
  addHolderNames(names, careers, people, (code) => countries.has(code))
  return {
    version,
    coversUntil,
    countries,
    names: [names],
    longestName: names.longest,
    longestOffice: longestTitle(draft),
    members,
    people,
    careers,
    tenures: indexTenures(careers, draft),
    offices,
    portfolios,
    givenNames,
  }
}

/** Tenures by person, each with what the lines of people and of other offices say of that person. */
export function indexCareers(tenures: readonly Tenure[], people: ReadonlyMap<string, Person>): Map<string, Tenure[]> {
  const careers = new Map<string, Tenure[]>()
  const genders = new Map<string, Gender>()
  for (const { person, gender } of tenures) if (gender !== null) genders.set(person, gender)
  for (const tenure of tenures) {
    const known = people.get(tenure.person)
    const gender = known?.gender ?? genders.get(tenure.person) ?? null
    const aliases = known?.otherNames ?? tenure.aliases
    const link = known?.link.wikidata ? { ...known.link, ...tenure.link } : tenure.link
    const isFull = gender === tenure.gender && aliases === tenure.aliases && link === tenure.link
    const full = isFull ? tenure : { ...tenure, gender, aliases, link }
    const career = careers.get(tenure.person)
    if (career) career.push(full)
    else careers.set(tenure.person, [full])
  }
  return careers
}

/** By office as it is filed, and by the office that its title names: Iran's President is filed as head of government. */
export function indexTenures(
  careers: ReadonlyMap<string, readonly Tenure[]>,
  titles: { offices: ReadonlyMap<string, Office>; portfolios: ReadonlyMap<string, string> },
): Map<string, Tenure[]> {
  const tenures = new Map<string, Tenure[]>()
  const named = new Map<string, string | null>()
  const put = (key: string, tenure: Tenure) => {
    const known = tenures.get(key)
    if (known) known.push(tenure)
    else tenures.set(key, [tenure])
  }
  for (const career of careers.values())
    for (const tenure of career) {
      let titled = named.get(tenure.title)
      if (titled === undefined) {
        titled = readOffice(titles, tenure.title)?.key ?? null
        named.set(tenure.title, titled)
      }
      put(`${tenure.country}|${tenure.office}`, tenure)
      if (titled !== null && titled !== tenure.office) put(`${tenure.country}|${titled}`, tenure)
    }
  return tenures
}

/** Holders whom no line of people names: theirs is the first state they had an office in, else the code of their body. */
function addHolderNames(
  names: NameDraft,
  careers: ReadonlyMap<string, readonly Tenure[]>,
  people: ReadonlyMap<string, Person>,
  isCountry: (code: string) => boolean,
): void {
  for (const [person, career] of careers) {
    if (people.has(person)) continue
    const { country, link } = career[0] as Tenure
    const state = career.find((tenure) => isCountry(tenure.country))?.country
    addName(names, person, person, { kind: 'person', country: state ?? codeOfBody(names, country), plural: false, link })
  }
}

/** NATO → IGO. A code that no name tells of stands for itself: a user's file need not repeat our countries. */
function codeOfBody(names: NameDraft, body: string): string | null {
  const row = names.first.get(foldName(body).toLowerCase())
  const group = row === undefined ? undefined : names.groups[row]
  return group?.kind === 'organization' ? group.country : body
}
