import type { Mention } from '../document/mention.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Clusters, countBelow } from './clusters.ts'
import { findInterviewee, isAnswerMark } from './interviews.ts'
import type { Scene } from './scene.ts'

/** What the text is about at a place: who spoke last, whom pronouns meant, who is mentioned most. Moves with the text. */
export interface Focus {
  readonly clusters: Clusters
  readonly knowledge: Knowledge
  readonly firstPerson: number
  /** The person named most in the whole text, −1 for none. */
  readonly topic: number
  lastSpeaker: number
  /** Who spoke before the last speaker, somebody else than he. */
  speakerBefore: number
  /** The statement that this one made, −1 before any. */
  lastStatement: number
  lastSpeakerParagraph: number
  lastSpeakerSentence: number
  /** Mentions of a cluster before mention n. */
  countBefore(cluster: number, n: number): number
  /** Mentions of a cluster before mention n in the same and the two sentences before. */
  countSince(cluster: number, n: number, token: number): number
  isCommonest(cluster: number, n: number): boolean
  /** How often a cluster is named in the whole text, as a share of the topic's times. */
  topicShare(cluster: number): number
  /** Whom the last pronoun of this form meant, −1 where none was resolved. */
  meantLast(mention: Mention): number
  /** Who makes a statement as far as is known by now, −1 for nobody. */
  speakerOf(statement: number): number
  /** Tells that mention n is now known to mean a cluster. */
  note(n: number): void
}

export function openFocus(scene: Scene, clusters: Clusters, knowledge: Knowledge): Focus {
  const meant = new Map<string, number>()
  const seen: number[] = []
  let commonest = -1
  const keyOf = ({ gender, number, kind }: Mention) => `${gender ?? kind ?? 'thing'} ${number}`
  const interviewee = findInterviewee(scene, clusters)
  const { topic, share } = findTopic(clusters)
  const first = scene.mentions.findIndex((mention, n) => mention.kind === 'person' && mention.form === 'name' && (clusters.of[n] as number) >= 0)
  return {
    clusters,
    knowledge,
    firstPerson: first >= 0 ? (clusters.of[first] as number) : -1,
    topic,
    lastSpeaker: -1,
    speakerBefore: -1,
    lastStatement: -1,
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
    topicShare: (cluster) => share[cluster] ?? 0,
    meantLast: (mention) => meant.get(keyOf(mention)) ?? -1,
    speakerOf(statement) {
      const source = scene.source[statement] as number
      return source >= 0 ? (clusters.of[source] as number) : isAnswerMark(scene, statement) ? interviewee : -1
    },
    note(n) {
      const cluster = clusters.of[n] as number
      if (cluster < 0) return
      const mention = scene.mentions[n] as Mention
      if (mention.form === 'pronoun') meant.set(keyOf(mention), cluster)
      seen[cluster] = (seen[cluster] ?? 0) + 1
      if (clusters.list[cluster]?.kind === 'person' && (commonest < 0 || (seen[cluster] as number) > (seen[commonest] ?? 0))) commonest = cluster
      // “she said the minister regretted it”: the minister does not speak here
      if ((scene.sourceOf[n] as number) < 0 || (scene.stated[mention.head] as number) >= 0) return
      if (this.lastSpeaker !== cluster) this.speakerBefore = this.lastSpeaker
      this.lastSpeaker = cluster
      this.lastStatement = scene.sourceOf[n] as number
      this.lastSpeakerParagraph = scene.paragraph[mention.head] as number
      this.lastSpeakerSentence = scene.sentence[mention.head] as number
    },
  }
}

/** Before pronouns and descriptions are known, clusters hold names and what stands in apposition to them. */
function findTopic(clusters: Clusters): { topic: number; share: readonly number[] } {
  const times = clusters.list.map(({ kind, mentions, number }) => (kind === 'person' && number !== 'many' ? mentions.length : 0))
  const most = times.reduce((best, count) => Math.max(best, count), 0)
  return { topic: most > 1 ? times.indexOf(most) : -1, share: times.map((count) => (most > 0 ? count / most : 0)) }
}
