import type { Mention, Title } from '../document/mention.ts'
import { findOffice, type Knowledge } from '../knowledge/knowledge.ts'
import { type Cluster, type Clusters, mentionsNear } from './clusters.ts'
import type { Candidate } from './evidence.ts'
import { FAMILY } from './offices.ts'
import { firstMention, type Scene } from './scene.ts'

/** “her Georgian counterpart”: whoever holds the same office in the country named, if the text names him. −1 else. */
export function findCounterpart(scene: Scene, clusters: Clusters, knowledge: Knowledge, n: number): number {
  const mention = scene.mentions[n] as Mention
  if (!/^(?:counterpart|colleague|opposite)$/i.test(scene.layers.lemma[mention.head] ?? '') || mention.number === 'many') return -1
  const owner = mention.owner ? ownerOf(scene, clusters, mention) : null
  if (!owner) return -1
  const offices = owner.titles.flatMap((title) => title.office ?? [])
  const kinds = new Set(offices.flatMap((office) => findOffice(knowledge, office.replaceAll('-', ' '))?.kind ?? []))
  const fitting = clusters.list.flatMap((cluster, at) => {
    if (cluster === owner || cluster.kind !== 'person' || cluster.mentions.length === 0) return []
    if (mention.country && cluster.country !== mention.country) return []
    if (!mention.country && cluster.country !== null && cluster.country === owner.country) return []
    const isSame = cluster.titles.some(
      (title: Title) =>
        title.office !== null && (offices.includes(title.office) || kinds.has(findOffice(knowledge, title.office.replaceAll('-', ' '))?.kind as never)),
    )
    return isSame ? [at] : []
  })
  return fitting.length === 1 ? (fitting[0] as number) : -1
}

/** The possessor's cluster: possessor mentions begin with the description or stand just before it. */
function ownerOf(scene: Scene, clusters: Clusters, mention: Mention): Cluster | null {
  const { owner } = mention
  if (!owner) return null
  for (let at = firstMention(scene.mentions, owner.first); at < scene.mentions.length && (scene.mentions[at] as Mention).first < owner.last; at++) {
    const other = scene.mentions[at] as Mention
    const cluster = clusters.of[at] as number
    if (other !== mention && other.parts.length === 0 && other.head >= owner.first && other.head < owner.last && cluster >= 0)
      return clusters.list[cluster] ?? null
  }
  return null
}

/** Sentences back in which the other must be named. */
const NEAR = 5

/** Words for the other of two: “Orsk told his guest”, “his host said”. */
const OTHER_PARTY = /^(?:host|hostess|guest|visitor|rival|opponent|adversary|interlocutor)$/

/** “His host said”: whoever was called so before, else the only other person named near by, besides the one whose host it is. −1 where that does not tell. */
export function findOtherParty(scene: Scene, clusters: Clusters, n: number, candidates: readonly Candidate[]): number {
  const mention = scene.mentions[n] as Mention
  if (!OTHER_PARTY.test(scene.layers.lemma[mention.head] ?? '') || mention.number === 'many' || !mention.owner) return -1
  const owner = ownerOf(scene, clusters, mention)
  if (owner?.kind !== 'person') return -1
  const isParty = (m: number) => OTHER_PARTY.test(scene.layers.lemma[(scene.mentions[m] as Mention).head] ?? '')
  const called = candidates.filter(({ cluster }) => mentionsNear(clusters.list[cluster] as Cluster, n).some(isParty))
  if (called.length > 0) return called.length === 1 ? (called[0] as Candidate).cluster : -1
  const sentence = scene.sentence[mention.head] as number
  const fitting = candidates.filter(({ cluster, nearest }) => {
    const { kind, name } = clusters.list[cluster] as Cluster
    return kind === 'person' && name.length > 0 && sentence - (scene.sentence[(scene.mentions[nearest] as Mention).head] as number) <= NEAR
  })
  return fitting.length === 1 ? (fitting[0] as Candidate).cluster : -1
}

/** “His widow”, of Johan Oie: the only other person named who bears his surname. −1 where there is none or more. */
export function findRelative(scene: Scene, clusters: Clusters, n: number, candidates: readonly Candidate[]): number {
  const mention = scene.mentions[n] as Mention
  if (!FAMILY.test(scene.layers.lemma[mention.head] ?? '') || mention.number === 'many' || !mention.owner) return -1
  const owner = ownerOf(scene, clusters, mention)
  if (!owner || owner.name.length < 2) return -1
  const fitting = candidates.filter(({ cluster }) => {
    const { name } = clusters.list[cluster] as Cluster
    return name.length > 1 && name.at(-1) === owner.name.at(-1)
  })
  return fitting.length === 1 ? (fitting[0] as Candidate).cluster : -1
}
