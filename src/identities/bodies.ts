/** Names of organisations and places as they are compared across articles. */
import { findCountry, findSenses, type Knowledge } from '../knowledge/knowledge.ts'
import { foldIdentityName, readWords, trimName } from './names.ts'

/**
 * Words of names that many states have: a name of these alone is one body only together with its country. “Defence Ministry”, “the Supreme
 * Court”, “National Police”, “Labour Party”, “the Times”.
 */
const COMMON: ReadonlySet<string> = new Set(
  `ministry department office bureau agency administration authority commission committee council cabinet government board secretariat directorate service services
  foreign affairs interior exterior home defense finance treasury justice economy economic trade commerce industry energy health education labor agriculture transport
  environment culture information intelligence security state internal external public prosecutor prosecutors attorney general planning development emergency civil
  parliament senate house lower upper chamber assembly congress representatives lords commons deputies national federal central supreme high constitutional
  court courts appeals criminal bank reserve police military army navy air force forces armed coast border guard guards joint chiefs staff command presidency electoral election
  party democratic democrats republican republicans liberal liberals conservative conservatives social socialist communist people peoples workers green greens union alliance front coalition
  freedom progressive unity reform movement opposition television tv radio news broadcaster weather statistics times post journal tribune herald gazette daily
  embassy consulate mission hospital university school prison team association federation exchange`.split(/\s+/),
)

/** What a state has many of: its name and country do not tell which. */
const MANY: ReadonlySet<string> = new Set(
  'embassy consulate mission hospital university school prison team association federation board committee office'.split(' '),
)

/** Words of a body's name without those for its country: “South Korean Defense Ministry”, “Ministry of Defence of South Korea” → defense, ministry. */
export function readBody(name: string, country: string | null, knowledge: Knowledge): string[] {
  const whole = trimName(name).replace(/^the /i, '')
  if (country === null || !whole.includes(' ')) return readWords(whole)
  const [, before, behind] = /^(.+) of (?:the )?(\p{Lu}.*)$/u.exec(whole) ?? []
  if (before !== undefined && behind !== undefined && isOfCountry(behind, country, knowledge)) return readWords(before)
  const words = whole.split(' ')
  for (let n = Math.min(LONGEST_ADJECTIVE, words.length - 1); n > 0; n--)
    if (isOfCountry(words.slice(0, n).join(' '), country, knowledge)) return readWords(words.slice(n).join(' '))
  return readWords(whole)
}

/** Words before a name that may tell its country: “Bosnia and Herzegovina's”. */
const LONGEST_ADJECTIVE = 3

function isOfCountry(words: string, country: string, knowledge: Knowledge): boolean {
  return findSenses(knowledge, words).some((sense) => sense.country === country && (sense.kind === 'country' || sense.kind === 'demonym'))
}

/** Whether a name and a country do not tell which body is meant: “the U.S. Embassy”, “the Supreme Court” of no country. */
export function isUntold(name: string, country: string | null, knowledge: Knowledge): boolean {
  const words = readBody(name, country, knowledge)
  return isCommonName(words) && (country === null || words.some((word) => MANY.has(word)))
}

/** Whether a name tells a body only together with a country. */
export function isCommonName(words: readonly string[]): boolean {
  return words.every((word) => COMMON.has(word))
}

/** Whether two names are one body's: common words in any order (“Ministry of Defence”, “Defence Ministry”), others as they stand. */
export function areSameBody(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || a.length !== b.length) return false
  const [one, two] = isCommonName(a) ? [a.toSorted(), b.toSorted()] : [a, b]
  return one.every((word, n) => word === two[n])
}

/** Whether letters are the first of a name's words: “HWF”, “H.W.F.” for “Harbour Workers' Federation”. */
export function isAbbreviation(letters: string, name: string): boolean {
  const short = letters.replace(/\./g, '')
  if (!/^\p{Lu}{2,7}$/u.test(short)) return false
  const firsts = name.split(/[\s-]+/).map((word) => word[0] ?? '')
  return firsts.filter((letter) => letter !== letter.toLowerCase()).join('') === short || firsts.join('').toUpperCase() === short
}

/** Keys under which a body of a country may be kept: with the country's words before it, and without. */
export function listBodyKeys(name: string, country: string | null, knowledge: Knowledge): string[] {
  const words = readBody(name, country, knowledge)
  const own = country !== null && isCommonName(words) ? findCountry(knowledge, country) : null
  const before = own ? [own.adjective, own.name, ...(SHORT_NAMES[own.code] ?? [])] : []
  return [name, words.join(' '), ...before.map((written) => `${written} ${words.join(' ')}`)].map(foldIdentityName).filter((key) => key !== '')
}

/** As they stand before a ministry's name. */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = { USA: ['U.S.'], GBR: ['U.K.'], ARE: ['U.A.E.'] }

/** The one body of this name that the knowledge base has, unless the article says that it belongs to another state. */
export function findBody(
  name: string,
  kinds: readonly string[],
  knowledge: Knowledge,
): { name: string; country: string | null; wikidata: string | null } | null {
  const senses = findSenses(knowledge, name).filter(({ kind }) => kinds.includes(kind))
  const [sense] = senses
  if (!sense || new Set(senses.map((other) => `${other.name} ${other.country}`)).size > 1) return null
  return { name: sense.name, country: sense.country, wikidata: sense.link['wikidata'] ?? null }
}
