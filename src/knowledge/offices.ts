import type { Knowledge, Office } from './facts.ts'

/** Words before an office that leave it the same: “acting foreign minister”. */
const SAME = /^(?:acting|interim|caretaker|transitional|outgoing|incoming|incumbent|then|current|former|ex|late|newly elected|newly appointed|new) /

/** Words before an office that make it another one of the same kind: “deputy foreign minister”. */
const LOWER = /^(?:first deputy|deputy|first vice|vice|assistant|associate|under|senior|junior|principal|shadow) /

const PORTFOLIO = /^(?:(?:minister|secretary of state|secretary) (?:of|for) (.+)|(.+) (?:minister|secretary))$/

type Titles = Pick<Knowledge, 'offices' | 'portfolios'>

/** The office that words name; see `findOffice`. */
export function readOffice(titles: Titles, words: string): Office | null {
  const title = words
    .toLowerCase()
    .replace(/[’'](?:s\b)?/g, '')
    .replace(/[-‐‑\s]+/g, ' ')
    .replace(/^the /, '')
    .trim()
  return readTitle(titles, title)
}

function readTitle(titles: Titles, title: string): Office | null {
  const found = readSingular(titles, title) ?? readSingular(titles, makeSingular(title))
  if (found) return found
  const shorter = title.replace(SAME, '')
  if (shorter !== title) return readTitle(titles, shorter)
  const higher = title.replace(LOWER, '')
  if (higher === title) return readMinister(title)
  const office = readTitle(titles, higher)
  return office && { ...office, key: office.key.startsWith('deputy-') ? office.key : `deputy-${office.key}` }
}

function readSingular({ offices, portfolios }: Titles, title: string): Office | null {
  const office = offices.get(title) ?? offices.get(title.replace(/\./g, ''))
  if (office) return office
  const [, named, prefixed] = PORTFOLIO.exec(title) ?? []
  const key = portfolios.get(named ?? prefixed ?? '')
  return key ? { key, kind: 'minister', gender: null } : null
}

/** Ministers of any other portfolio: “minister of fisheries and the sea”. */
function readMinister(title: string): Office | null {
  const isMinister = /^(?:state )?ministers? (?:of|for|in charge of) ./.test(title) || /^(?:[a-z]+ ){1,4}ministers?$/.test(title)
  return isMinister && !/\bprime ministers?$/.test(title) ? { key: 'minister', kind: 'minister', gender: null } : null
}

/** “ministers of finance” → “minister of finance”, “attorneys general” → “attorney general”, “spokeswomen” → “spokeswoman”. */
function makeSingular(title: string): string {
  const words = title.split(' ')
  const link = words.findIndex((word, n) => n > 0 && /^(?:of|for|to|in|at|on|with|and)$/.test(word))
  const last = (link < 0 ? words.length : link) - 1
  const at = last > 0 && /^(?:general|elect|designate|emeritus|martial)$/.test(words[last] as string) ? last - 1 : last
  words[at] = (words[at] as string)
    .replace(/men$/, 'man')
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/(?<=[^s])s$/, '')
  return words.join(' ')
}
