import type { Mention, Title } from '../document/mention.ts'
import { findOffice, type Knowledge } from '../knowledge/knowledge.ts'
import type { Cluster, Clusters } from './clusters.ts'
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
