import type { Mention } from '../document/mention.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Clusters, countBelow } from './clusters.ts'
import type { Scene } from './scene.ts'

/** What the text is about at a place: who spoke last, whom pronouns meant, who is mentioned most. Moves with the text. */
export interface Focus {
  readonly clusters: Clusters
  readonly knowledge: Knowledge
  readonly firstPerson: number
  lastSpeaker: number
  lastSpeakerParagraph: number
  lastSpeakerSentence: number
  /** Mentions of a cluster before mention n. */
  countBefore(cluster: number, n: number): number
  /** Mentions of a cluster before mention n in the same and the two sentences before. */
  countSince(cluster: number, n: number, token: number): number
  isCommonest(cluster: number, n: number): boolean
  /** Whom the last pronoun of this form meant, −1 where none was resolved. */
  meantLast(mention: Mention): number
  /** Tells that mention n is now known to mean a cluster. */
  note(n: number): void
}

export function openFocus(scene: Scene, clusters: Clusters, knowledge: Knowledge): Focus {
  const meant = new Map<string, number>()
  const seen: number[] = []
  let commonest = -1
  const keyOf = ({ gender, number, kind }: Mention) => `${gender ?? kind ?? 'thing'} ${number}`
  const first = scene.mentions.findIndex((mention, n) => mention.kind === 'person' && mention.form === 'name' && (clusters.of[n] as number) >= 0)
  return {
    clusters,
    knowledge,
    firstPerson: first >= 0 ? (clusters.of[first] as number) : -1,
    lastSpeaker: -1,
    lastSpeakerParagraph: -1,
    lastSpeakerSentence: -1,
    countBefore: (cluster, n) => countBelow(clusters.list[cluster]?.mentions ?? [], n),
    countSince(cluster, n, token) {
      const mentions = clusters.list[cluster]?.mentions ?? []
      const oldest = (scene.sentence[token] as number) - 2
      let count = 0
      for (let k = countBelow(mentions, n) - 1; k >= 0; k--) {
        if ((scene.sentence[(scene.mentions[mentions[k] as number] as Mention).head] as number) < oldest) break
        count++
      }
      return count
    },
    isCommonest: (cluster) => cluster === commonest,
    meantLast: (mention) => meant.get(keyOf(mention)) ?? -1,
    note(n) {
      const cluster = clusters.of[n] as number
      if (cluster < 0) return
      const mention = scene.mentions[n] as Mention
      if (mention.form === 'pronoun') meant.set(keyOf(mention), cluster)
      seen[cluster] = (seen[cluster] ?? 0) + 1
      if (clusters.list[cluster]?.kind === 'person' && (commonest < 0 || (seen[cluster] as number) > (seen[commonest] ?? 0))) commonest = cluster
      if ((scene.sourceOf[n] as number) < 0) return
      this.lastSpeaker = cluster
      this.lastSpeakerParagraph = scene.paragraph[mention.head] as number
      this.lastSpeakerSentence = scene.sentence[mention.head] as number
    },
  }
}
