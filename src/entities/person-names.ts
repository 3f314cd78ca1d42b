import type { Mention } from '../document/mention.ts'
import type { Tokens } from '../document/tokens.ts'
import { readWord } from '../document/words.ts'
import { findPeople, type Knowledge } from '../knowledge/knowledge.ts'
import type { Cluster, Clusters } from './clusters.ts'
import { foldWord, isSameGiven, isSameWord } from './spelling.ts'

/** Particles that belong to the surname behind them: “van der Bellen” is one surname. */
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|ter|ten)$/i
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/i

/** Words of a person's name as compared, particles joined to what follows: “Alexander Van der Bellen” → alexander, vanderbellen. */
export function nameWords(tokens: Tokens, mention: Mention): string[] {
  const span = mention.name ?? mention
  const words: string[] = []
  let particle = ''
  for (let i = span.first; i < span.last; i++) {
    const word = readWord(tokens, i)
    const folded = foldWord(word)
    if (folded === '' || SUFFIX.test(folded)) continue
    if (PARTICLE.test(word) && i + 1 < span.last) particle += folded
    else {
      words.push(particle + folded)
      particle = ''
    }
  }
  return words
}

export function isFullName(words: readonly string[]): boolean {
  return words.length >= 2
}

/**
 * The person among those named so far that these words may name, or null. A bare surname that two people share means the one
 * whom it meant last, else the one fully named last before; gender, where both tell it, must agree.
 */
export function fitPerson(
  words: readonly string[],
  n: number,
  mentions: readonly Mention[],
  clusters: Clusters,
  holders: readonly number[],
  knowledge: Knowledge,
  lastMeant: number | null,
): number | null {
  const mention = mentions[n] as Mention
  const fitting = holders.filter((at) => {
    const cluster = clusters.list[at] as Cluster
    if (cluster.gender && mention.gender && cluster.gender !== mention.gender) return false
    return isFullName(words) ? isSamePerson(words, cluster.name, knowledge) : isPartOf(words[0] ?? '', cluster.name, fitsFamilyFirst(cluster))
  })
  if (fitting.length <= 1) return fitting[0] ?? null
  if (lastMeant !== null && fitting.includes(lastMeant)) return lastMeant
  const office = fitting.filter((at) => mention.titles.some((title) => title.office && sharesOffice(clusters.list[at] as Cluster, title.office)))
  if (office.length === 1) return office[0] as number
  const before = fitting.filter((at) => firstOf(clusters, at) < n).sort((a, b) => firstOf(clusters, b) - firstOf(clusters, a))
  return before[0] ?? (fitting.sort((a, b) => firstOf(clusters, a) - firstOf(clusters, b))[0] as number)
}

function firstOf(clusters: Clusters, at: number): number {
  return clusters.list[at]?.mentions[0] ?? Number.POSITIVE_INFINITY
}

function sharesOffice(cluster: Cluster, office: string): boolean {
  return cluster.titles.some((title) => title.office === office)
}

/** Two full names of one person: the same surname and given name in some spelling, or all words of one in the other. */
function isSamePerson(a: readonly string[], b: readonly string[], knowledge: Knowledge): boolean {
  if (b.length === 0) return false
  const surnames = isSameWord(a.at(-1) as string, b.at(-1) as string)
  if (surnames && isSameGiven(a[0] as string, b[0] as string)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 2 && short.length < long.length && isSubsequence(short, long)) return true
  if (a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')) return true // “Orbán Viktor”
  const known = findPeople(knowledge, a.join(' '))[0]?.person
  return known !== undefined && findPeople(knowledge, b.join(' ')).some((holder) => holder.person === known)
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (at < short.length && isSameWord(word, short[at] as string)) at++
  return at === short.length
}

/** Whether a bare name is part of a full one: its surname, the family name where that comes first, or a given name. */
function isPartOf(word: string, name: readonly string[], isFamilyFirst: boolean): boolean {
  if (name.length < 2) return isSameWord(word, name[0] ?? '')
  const surname = isFamilyFirst ? (name[0] as string) : (name.at(-1) as string)
  return isSameWord(word, surname) || name.some((part) => part === word)
}

/** Family names that come first in Korean, Chinese and Vietnamese, the commonest. */
const FAMILY_FIRST = new Set(
  'kim lee yi park pak choi choe jung jong kang cho jo yoon yun jang chang lim im han shin kwon hwang ahn song moon xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo gao deng mao wen peng nguyen tran le pham vo dang bui do to vuong ri ro'.split(
    ' ',
  ),
)

function fitsFamilyFirst({ name }: Cluster): boolean {
  return name.length >= 2 && name.length <= 3 && FAMILY_FIRST.has(name[0] as string) && (name.at(-1) as string).length <= 6
}
