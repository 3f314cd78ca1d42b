import type { Mention } from '../document/mention.ts'
import type { Tokens } from '../document/tokens.ts'
import { spanOf } from '../document/words.ts'
import { findGender, findPeople, findSenses, type Knowledge } from '../knowledge/knowledge.ts'
import { abbreviationsOf, initialsOf } from './abbreviations.ts'
import { type Cluster, type Clusters, joinCluster, openCluster } from './clusters.ts'
import { fitPerson, isFullName, nameWords } from './person-names.ts'
import { foldWord } from './spelling.ts'

/**
 * Ties names: a country with its capital, government and people (“Moscow”, “the Russians”), a body with its abbreviation and
 * its other names, a person's surname with the full name. Names hold for the whole article, so longer ones come first.
 */
export function linkNames(tokens: Tokens, mentions: readonly Mention[], knowledge: Knowledge, clusters: Clusters): void {
  linkCountries(mentions, clusters)
  linkPersons(tokens, mentions, knowledge, clusters)
  linkBodies(tokens, mentions, knowledge, clusters)
}

function linkCountries(mentions: readonly Mention[], clusters: Clusters): void {
  const byCode = new Map<string, number>()
  mentions.forEach(({ kind, country, form }, n) => {
    if (kind !== 'country' || country === null || form === 'nominal' || form === 'pronoun') return
    const at = byCode.get(country)
    if (at === undefined) byCode.set(country, openCluster(clusters, mentions, n))
    else joinCluster(clusters, mentions, n, at)
  })
}

/** Full names first, then bare ones in text order: what a bare surname meant last, it means again. */
function linkPersons(tokens: Tokens, mentions: readonly Mention[], knowledge: Knowledge, clusters: Clusters): void {
  const people = mentions.flatMap((mention, n) => (mention.kind === 'person' && mention.name ? [{ n, words: nameWords(tokens, mention) }] : []))
  const holders: number[] = []
  const place = (n: number, words: readonly string[], fitting: number | null) => {
    const at = fitting ?? openCluster(clusters, mentions, n)
    if (fitting === null) holders.push(at)
    else joinCluster(clusters, mentions, n, at)
    const cluster = clusters.list[at] as Cluster
    if (words.length > cluster.name.length) cluster.name = words
    cluster.known ??= knownPerson(cluster, knowledge)
  }
  const full = people.filter(({ words }) => isFullName(words))
  for (const { n, words } of [...full].sort((a, b) => b.words.length - a.words.length || a.n - b.n))
    place(n, words, fitPerson(words, n, mentions, clusters, holders, knowledge, null))
  const lastMeant = new Map<string, number>()
  for (const { n, words } of people) {
    if (isFullName(words)) continue
    const key = words.join(' ')
    place(n, words, fitPerson(words, n, mentions, clusters, holders, knowledge, lastMeant.get(key) ?? null))
    lastMeant.set(key, clusters.of[n] as number)
  }
  tellNames(
    holders.map((at) => clusters.list[at] as Cluster),
    knowledge,
  )
}

/** What a person's name tells by itself, now that it is known how full it is. */
function tellNames(people: readonly Cluster[], knowledge: Knowledge): void {
  const bearers = new Map<string, number>()
  for (const { name } of people) if (name.length > 1) bearers.set(name.at(-1) as string, (bearers.get(name.at(-1) as string) ?? 0) + 1)
  for (const cluster of people) {
    if (cluster.name.length === 1) cluster.givenFor = findGender(knowledge, cluster.name[0] as string)
    else cluster.hasNamesake = (bearers.get(cluster.name.at(-1) as string) ?? 0) > 1
  }
}

/** The one person of this name in the knowledge base, by its full name. */
function knownPerson(cluster: Cluster, knowledge: Knowledge): string | null {
  if (cluster.name.length < 2) return null
  const people = new Set(findPeople(knowledge, cluster.name.join(' ')).map((holder) => holder.person))
  return people.size === 1 ? ([...people][0] as string) : null
}

/** Organisations, places and whatever else has a name. */
function linkBodies(tokens: Tokens, mentions: readonly Mention[], knowledge: Knowledge, clusters: Clusters): void {
  const byKey = new Map<string, number>()
  const introduced = abbreviationsOf(tokens, mentions)
  const read = (mention: Mention) => {
    const { start, end } = spanOf(tokens, mention.name ?? mention)
    return tokens.text.slice(start, end).replace(/['’]s$/u, '')
  }
  const named = mentions.flatMap((mention, n) =>
    clusters.of[n] === -1 && mention.name && mention.kind !== 'person' ? [{ n, mention, text: read(mention) }] : [],
  )
  for (const { n, mention, text } of [...named].sort((a, b) => b.text.length - a.text.length || a.n - b.n)) {
    const senses = findSenses(knowledge, text)
    const sense =
      senses.find(({ kind }) => mention.kind === 'organization' && (kind === 'organization' || kind === 'institution')) ??
      senses.find(({ kind }) => mention.kind !== 'organization' && (kind === 'place' || kind === 'capital'))
    const meant = introduced.get(text)
    const keys = [sense && `known ${sense.name} ${sense.country}`, foldName(text), meant && foldName(meant)].filter((key): key is string => Boolean(key))
    const at = keys.map((key) => byKey.get(key)).find((found) => found !== undefined && isOfKind(clusters.list[found] as Cluster, mention))
    const cluster = at ?? openCluster(clusters, mentions, n)
    if (at !== undefined) joinCluster(clusters, mentions, n, at)
    else (clusters.list[cluster] as Cluster).name = [text]
    ;(clusters.list[cluster] as Cluster).known ??= sense?.name ?? null
    const initials = initialsOf(text)
    for (const key of [...keys, ...(initials ? [initials] : [])]) if (!byKey.has(key)) byKey.set(key, cluster)
  }
}

/** “the Harbour Institute” and “Harbour Institute” are one. */
function foldName(text: string): string {
  return text
    .replace(/^the\s+/i, '')
    .split(/\s+/)
    .map(foldWord)
    .join(' ')
}

/** A place and an organisation of one name are two: “Geneva” the city, “Geneva” the club. */
function isOfKind(cluster: Cluster, mention: Mention): boolean {
  return cluster.kind === mention.kind || cluster.kind === null || mention.kind === null
}
