import type { Mention } from '../document/mention.ts'
import { readWord, tokensOf } from '../document/words.ts'
import type { Clusters } from './clusters.ts'
import type { Scene } from './scene.ts'

/** Whether the source of a statement is the mark of an answer (“A:”) in a printed interview. */
export function isAnswerMark(scene: Scene, s: number): boolean {
  const source = scene.statements[s]?.source
  const span = source && tokensOf(scene.tokens, source.span)
  return span != null && span.last - span.first === 1 && readWord(scene.tokens, span.first) === 'A' && /^[:.]$/.test(readWord(scene.tokens, span.last))
}

/** Who answers in an interview: the person mentioned most before the first answer, the later of two. −1 where nobody is. */
export function findInterviewee(scene: Scene, clusters: Clusters): number {
  const first = scene.statements.findIndex((_, s) => isAnswerMark(scene, s))
  const source = scene.statements[first]?.source
  if (!source) return -1
  const counts = new Map<number, number>()
  let best = -1
  for (const [n, cluster] of clusters.of.entries()) {
    const mention = scene.mentions[n] as Mention
    if ((scene.tokens.start[mention.first] as number) >= source.span.start) break
    if (cluster < 0 || clusters.list[cluster]?.kind !== 'person' || clusters.list[cluster]?.number === 'many') continue
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1)
    if (best < 0 || (counts.get(cluster) as number) >= (counts.get(best) as number)) best = cluster
  }
  return best
}
