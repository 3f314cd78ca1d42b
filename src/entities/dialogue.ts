import type { Mention } from '../document/mention.ts'
import type { Statement } from '../document/statement.ts'
import { type Cluster, type Clusters, joinCluster } from './clusters.ts'
import type { Scene } from './scene.ts'
import type { Speaking } from './speakers.ts'

/**
 * First and second person inside quoted words: “I” is whoever makes the innermost statement that is quoted there, “you” the
 * one addressed where that is told and only one. “We” stays open: whose side it is, the words seldom tell.
 */
export function resolveDialogue(scene: Scene, clusters: Clusters, { speaker, addressee }: Speaking): void {
  scene.mentions.forEach((mention, n) => {
    if (mention.form !== 'pronoun' || mention.person === 3 || mention.number === 'many' || (clusters.of[n] as number) >= 0) return
    const statement = spokenIn(scene, mention)
    if (statement < 0) return
    const meant = mention.person === 1 ? speaker[statement] : addressee[statement]?.cluster
    if (meant === undefined || meant < 0) return
    if ((clusters.list[meant] as Cluster).kind === 'person') joinCluster(clusters, scene.mentions, n, meant)
  })
}

/** The innermost statement around a mention that gives it as spoken: direct speech, or a quoted piece of mixed speech. */
function spokenIn(scene: Scene, mention: Mention): number {
  let at = scene.stated[mention.head] as number
  for (let steps = 0; at >= 0 && steps < 10; steps++) {
    const statement = scene.statements[at] as Statement
    if (statement.kind === 'direct' || (statement.kind === 'mixed' && scene.isQuoted[mention.head] === 1)) return at
    at = statement.within ?? -1
  }
  return -1
}
