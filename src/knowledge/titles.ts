import type { Office, OfficeKind, Titles } from './facts.ts'
import { countWords } from './fold.ts'
import { type Line, openLine } from './lines.ts'

/** Offices and portfolios of a file. A title that stands twice has the meaning of its first line. */
export function readTitles(officeLines: readonly string[], portfolioLines: readonly string[]): Titles {
  const offices = new Map<string, Office>()
  const portfolios = new Map<string, string>()
  for (const line of officeLines.toReversed()) {
    const { office, titles } = readOfficeLine(openLine(line))
    for (const title of titles) offices.set(title, office)
  }
  for (const line of portfolioLines) {
    const { key, portfolios: named } = readPortfolioLine(openLine(line))
    for (const portfolio of named) portfolios.set(portfolio, key)
  }
  return { offices, portfolios }
}

/** `key | kind | m, w or - | title; title`: lower case, singular. */
function readOfficeLine([key = '', kind = '', mark = '', titles = '']: Line): { office: Office; titles: string[] } {
  const gender = mark === 'm' ? 'man' : mark === 'w' ? 'woman' : null
  return { office: { key, kind: kind as OfficeKind, gender }, titles: titles.replace(/['’]/g, '').replace(/-/g, ' ').split('; ') }
}

/** `foreign | foreign; foreign affairs` makes “foreign minister”, “minister of foreign affairs”, “foreign secretary” … */
function readPortfolioLine([key = '', portfolios = '']: Line): { key: string; portfolios: string[] } {
  return { key: `${key}-minister`, portfolios: portfolios.replace(/['’]/g, '').split('; ') }
}

/** Words of the longest title that `readOffice` may know. */
export function longestTitle({ offices, portfolios }: Titles): number {
  let longest = 0
  for (const title of offices.keys()) longest = Math.max(longest, countWords(title))
  for (const portfolio of portfolios.keys()) longest = Math.max(longest, countWords(portfolio) + 4)
  return longest
}

/** Titles of two files; the second wins. */
export function mergeTitles(base: Titles, own: Titles): Titles {
  if (own.offices.size === 0 && own.portfolios.size === 0) return base
  return { offices: new Map([...base.offices, ...own.offices]), portfolios: new Map([...base.portfolios, ...own.portfolios]) }
}
