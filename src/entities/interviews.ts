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

/** Who answers in an interview: the person named most before the first answer, then in the whole text. −1 where nobody is. */
export function findInterviewee(scene: Scene, clusters: Clusters): number {
  const first = scene.statements.findIndex((_, s) => isAnswerMark(scene, s))
  const source = scene.statements[first]?.source
  if (!source) return -1
  const before = new Map<number, number>()
  const all = new Map<number, number>()
  for (const [n, cluster] of clusters.of.entries()) {
    const mention = scene.mentions[n] as Mention
    if (cluster < 0 || mention.form !== 'name' || clusters.list[cluster]?.kind !== 'person') continue
    all.set(cluster, (all.get(cluster) ?? 0) + 1)
    if ((scene.tokens.start[mention.first] as number) < source.span.start) before.set(cluster, (before.get(cluster) ?? 0) + 1)
  }
  const times = (cluster: number) => (before.get(cluster) as number) * clusters.of.length + (all.get(cluster) as number)
  return [...before.keys()].reduce((best, cluster) => (best < 0 || times(cluster) > times(best) ? cluster : best), -1)
}
