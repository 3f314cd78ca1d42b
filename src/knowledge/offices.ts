import type { Office, OfficeKind, SectionName, Source } from './facts.ts'
import { countWords, foldName } from './fold.ts'
import { findPlaces } from './key-table.ts'
import { type Line, openLine, splitList } from './lines.ts'
import { openWords } from './name-index.ts'
import { openRow } from './rows.ts'

/** Words before an office that leave it the same: “acting foreign minister”. */
const SAME = new Set(
  'acting,interim,caretaker,transitional,outgoing,incoming,incumbent,then,current,former,ex,late,newly elected,newly appointed,new'.split(','),
)

/** Words before an office that make it another one of the same kind: “deputy foreign minister”. */
const LOWER = new Set('first deputy,deputy,first vice,vice,assistant,associate,under,senior,junior,principal,shadow'.split(','))

/** Words before a portfolio. */
const BEFORE = ['minister of ', 'minister for ', 'secretary of state of ', 'secretary of state for ', 'secretary of ', 'secretary for ']
/** Words behind a portfolio. */
const BEHIND = [' minister', ' secretary']

/** The office that words name; see `findOffice`. This is asked for thousands of runs of words an article, nearly all of them plain and no office. */
export function readOffice(sources: readonly Source[], words: string): Office | null {
  return readTitle(sources, isPlain(words) ? words : normalize(words))
}

/** Whether words are lower-case letters with single spaces between, without an article. */
function isPlain(words: string): boolean {
  let last = 32
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    if (code === 32 ? last === 32 : code < 97 || code > 122) return false
    last = code
  }
  return last !== 32 && !words.startsWith('the ')
}

function normalize(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’'](?:s\b)?/g, '')
    .replace(/[-‐‑\s]+/g, ' ')
    .replace(/^the /, '')
    .trim()
}

function readTitle(sources: readonly Source[], title: string): Office | null {
  const singular = makeSingular(title)
  const found = readSingular(sources, title) ?? (singular === title ? null : readSingular(sources, singular))
  if (found || !title.includes(' ')) return found
  const shorter = dropPrefix(title, SAME)
  if (shorter !== title) return readTitle(sources, shorter)
  const higher = dropPrefix(title, LOWER)
  if (higher === title) return readMinister(title)
  const office = readTitle(sources, higher)
  return office && { ...office, key: office.key.startsWith('deputy-') ? office.key : `deputy-${office.key}` }
}

/** A title without the first word or two, where these stand in the set. */
function dropPrefix(title: string, prefixes: ReadonlySet<string>): string {
  const first = title.indexOf(' ')
  if (prefixes.has(title.slice(0, first))) return title.slice(first + 1)
  const second = title.indexOf(' ', first + 1)
  return second > 0 && prefixes.has(title.slice(0, second)) ? title.slice(second + 1) : title
}

/** A title as it is listed, else a minister of a portfolio that is. */
function readSingular(sources: readonly Source[], title: string): Office | null {
  const listed = findFields(sources, 'offices', title)
  if (listed !== null) {
    const [key = '', kind = '', mark] = listed
    return { key, kind: kind as OfficeKind, gender: mark === 'm' ? 'man' : mark === 'w' ? 'woman' : null }
  }
  const portfolio = cutPortfolio(title)
  const minister = portfolio === '' ? null : findFields(sources, 'portfolios', portfolio)
  return minister === null ? null : { key: `${minister[0]}-minister`, kind: 'minister', gender: null }
}

/** Fields of the line of a section that lists a title. */
function findFields(sources: readonly Source[], section: SectionName, title: string): Line | null {
  const key = isPlain(title) ? title : foldName(title)
  for (const source of sources) {
    const words = openWords(source)
    for (const row of findPlaces(words, key)) {
      const open = openRow(words, row)
      if (open?.section === section) return open.fields
    }
  }
  return null
}

/** “minister of foreign affairs” → “foreign affairs”, “foreign secretary” → “foreign”; nothing where no portfolio is worded. */
function cutPortfolio(title: string): string {
  const before = BEFORE.find((words) => title.startsWith(words))
  if (before !== undefined) return title.slice(before.length)
  const behind = BEHIND.find((words) => title.endsWith(words))
  return behind === undefined ? '' : title.slice(0, -behind.length)
}

/** Ministers of any other portfolio: “minister of fisheries and the sea”. */
function readMinister(title: string): Office | null {
  if (!title.includes('minister')) return null
  const isMinister = /^(?:state )?ministers? (?:of|for|in charge of) ./.test(title) || /^(?:[a-z]+ ){1,4}ministers?$/.test(title)
  return isMinister && !/\bprime ministers?$/.test(title) ? { key: 'minister', kind: 'minister', gender: null } : null
}

const LINKS = new Set('of,for,to,in,at,on,with,and'.split(','))
const AFTER = new Set('general,elect,designate,emeritus,martial'.split(','))

/** “ministers of finance” → “minister of finance”, “attorneys general” → “attorney general”, “spokeswomen” → “spokeswoman”. */
function makeSingular(title: string): string {
  if (!title.includes('s') && !title.includes('men')) return title
  const words = title.split(' ')
  const link = words.findIndex((word, n) => n > 0 && LINKS.has(word))
  const last = (link < 0 ? words.length : link) - 1
  const at = last > 0 && AFTER.has(words[last] as string) ? last - 1 : last
  const word = words[at] as string
  if (!word.endsWith('s') && !word.endsWith('men')) return title
  words[at] = word
    .replace(/men$/, 'man')
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/(?<=[^s])s$/, '')
  return words.join(' ')
}

/** Words of the longest title that `readOffice` may know. */
export function longestTitle(sources: readonly Source[]): number {
  const measure = (section: SectionName, field: number) =>
    sources.flatMap(({ lines }) => lines.get(section) ?? []).flatMap((line) => splitList(openLine(line)[field] ?? '', ';').map(countWords))
  // “minister of state for …” is the longest that stands before a portfolio.
  return Math.max(0, ...measure('offices', 3), ...measure('portfolios', 1).map((words) => words + 4))
}
