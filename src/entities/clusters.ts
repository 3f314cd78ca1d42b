import type { EntityKind } from '../document/entity.ts'
import type { Mention, Title } from '../document/mention.ts'

/** Mentions that mean the same, while entities are being made. What a cluster knows is what its mentions say together. */
export interface Cluster {
  /** Indices of mentions, in text order. */
  readonly mentions: number[]
  kind: EntityKind | null
  number: Mention['number']
  /** Told by names, titles and descriptions; never by a pronoun that we tied to it ourselves. */
  gender: Mention['gender']
  /** How often a pronoun for men and for women was tied to it. */
  readonly called: { man: number; woman: number }
  /** Gender that a given name standing alone would tell (“Michael”): a surname as well, so no certainty. */
  givenFor: Mention['gender']
  /** Whether somebody else of the same surname is named. */
  hasNamesake: boolean
  country: string | null
  /** Words of the fullest name, empty without any. */
  name: readonly string[]
  /** Name in the knowledge base, where it is known there. */
  known: string | null
  readonly titles: Title[]
}

/** All clusters of an article; `of` gives each mention's, −1 for none. A cluster that was merged into another is empty. */
export interface Clusters {
  readonly list: Cluster[]
  readonly of: Int32Array
}

export function startClusters(mentions: readonly Mention[]): Clusters {
  return { list: [], of: new Int32Array(mentions.length).fill(-1) }
}

/** A new cluster around a mention. Returns its index. */
export function openCluster(clusters: Clusters, mentions: readonly Mention[], n: number): number {
  const { kind, number } = mentions[n] as Mention
  clusters.list.push({
    mentions: [],
    kind,
    number,
    gender: null,
    called: { man: 0, woman: 0 },
    givenFor: null,
    hasNamesake: false,
    country: null,
    name: [],
    known: null,
    titles: [],
  })
  joinCluster(clusters, mentions, n, clusters.list.length - 1)
  return clusters.list.length - 1
}

/** Puts a mention into a cluster; what the cluster does not know yet, the mention tells. */
export function joinCluster(clusters: Clusters, mentions: readonly Mention[], n: number, at: number): void {
  const cluster = clusters.list[at] as Cluster
  const mention = mentions[n] as Mention
  clusters.of[n] = at
  let place = cluster.mentions.length
  while (place > 0 && (cluster.mentions[place - 1] as number) > n) place--
  cluster.mentions.splice(place, 0, n)
  cluster.kind ??= mention.kind
  cluster.number ??= mention.number
  if (mention.form !== 'pronoun') cluster.gender ??= mention.gender
  else if (mention.gender) {
    cluster.called[mention.gender]++
    // “he” tells that what was taken for a place or a firm is a person
    if (mention.number !== 'many') cluster.kind = 'person'
  }
  cluster.country ??= mention.country
  cluster.titles.push(...mention.titles)
}

/** Puts all of one cluster into another. */
export function mergeClusters(clusters: Clusters, mentions: readonly Mention[], from: number, into: number): void {
  if (from === into) return
  const source = clusters.list[from] as Cluster
  const target = clusters.list[into] as Cluster
  for (const n of source.mentions.splice(0)) joinCluster(clusters, mentions, n, into)
  if (source.name.length > target.name.length) target.name = source.name
  target.known ??= source.known
  target.gender ??= source.gender
  target.givenFor ??= source.givenFor
  target.country ??= source.country
}

/** Mentions of a cluster around mention n, so many on either side: enough to judge by, however often it is mentioned. */
export function mentionsNear(cluster: Cluster, n: number, before = 24, after = 6): readonly number[] {
  const { mentions } = cluster
  if (mentions.length <= before) return mentions
  const at = countBelow(mentions, n)
  return mentions.slice(Math.max(0, at - before), at + after)
}

/** How many values are less than `limit`; values rise. */
export function countBelow(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
