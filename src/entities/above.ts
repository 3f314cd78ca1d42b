import type { Mention } from '../document/mention.ts'
import { subjectOf } from './clauses.ts'
import type { Focus } from './focus.ts'
import type { Scene } from './scene.ts'

/** Whom a mention's clause and the clauses above it have for subjects: clusters, −1 where nobody is known. */
export interface Above {
  readonly own: number
  /** Subjects of the clauses above that stand before it: “|Lind| left because he was tired”. */
  readonly before: readonly number[]
  /** Those that stand only behind it: “When he arrived, |Lind| sat down”. */
  readonly behind: readonly number[]
  /** Subject of the main clause of the sentence before, in the same paragraph. */
  readonly leader: number
}

export function lookAbove(scene: Scene, focus: Focus, n: number): Above {
  const { clauses, layers, relation } = scene
  const { head } = scene.mentions[n] as Mention
  const found = { own: -1, before: [] as number[], behind: [] as number[], leader: findLeader(scene, focus, n) }
  let last = -1
  for (let at = scene.governor[n] as number, steps = 0; at >= 0 && steps < 8; at = layers.head[at] as number, steps++) {
    const subject = subjectOf(clauses, layers, relation, at)
    const mention = subject >= 0 ? (clauses.mentionAt[subject] as number) : -1
    if (mention < 0 || mention === n || mention === last) continue
    last = mention
    const cluster = focus.clusters.of[mention] as number
    if (cluster < 0) continue
    if (subject > head) found.behind.push(cluster)
    else if (steps === 0) found.own = cluster
    else found.before.push(cluster)
  }
  return found
}

/** Subject of the main clause of the sentence before, in the same paragraph. */
function findLeader(scene: Scene, focus: Focus, n: number): number {
  const { head } = scene.mentions[n] as Mention
  const sentence = scene.sentence[head] as number
  const before = (scene.tokens.sentences[sentence] as number) - 1
  if (before < 0 || scene.paragraph[before] !== scene.paragraph[head]) return -1
  const leader = scene.clauses.leader[sentence - 1] as number
  return leader >= 0 && leader < n ? (focus.clusters.of[leader] as number) : -1
}
