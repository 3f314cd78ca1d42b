import type { Mention } from '../document/mention.ts'
import { readWord } from '../document/words.ts'
import { headOf } from './clauses.ts'
import { type Clusters, mergeClusters, openCluster } from './clusters.ts'
import type { Scene } from './scene.ts'

/**
 * Ties what syntax says is one: an apposition (“Nino Beridze, the foreign minister, …”) and a copula (“Rask is a former
 * judge”). Not where it is denied, asked or supposed, and never two names of different people. Whom “he” in “he was a judge”
 * means is not known yet: the answer holds, for each such description, its pronoun (−1 for none).
 */
export function linkAppositions(scene: Scene, clusters: Clusters): Int32Array {
  const subjectOf = new Int32Array(scene.mentions.length).fill(-1)
  const byHead = new Map<number, number[]>()
  // the top of a name in syntax is its first word, that of a description its noun; the reader may hang an apposition on any word of a name
  const tops = scene.mentions.map((mention) => headOf(mention, scene.layers))
  scene.mentions.forEach(({ parts, name }, n) => {
    if (parts.length > 0) return
    const words = new Set([tops[n] as number])
    for (let i = name?.first ?? 0; i < (name?.last ?? 0); i++) words.add(i)
    for (const word of words) byHead.set(word, [...(byHead.get(word) ?? []), n])
  })
  scene.mentions.forEach((mention, n) => {
    const top = tops[n] as number
    const relation = scene.relation[top] as string
    const partner = relation === 'appos' ? byHead.get(scene.layers.head[top] as number) : relation === 'nsubj' ? predicateOf(scene, top, byHead) : undefined
    for (const other of partner ?? []) {
      const isFirm = tellsFirm(scene, n, other, clusters)
      if (other === n || (!isFirm && !doFit(scene, n, other, clusters)) || isParted(scene, n, other)) continue
      if (isFirm) tellKind(scene, clusters, n, other)
      if (mention.form === 'pronoun') subjectOf[other] = n
      else join(scene, clusters, n, other)
    }
  })
  return subjectOf
}

/** “Rask is a former judge”: the subject hangs on a nominal predicate with a copula, present or past, not negated. */
function predicateOf(scene: Scene, subject: number, byHead: ReadonlyMap<number, number[]>): number[] | undefined {
  const predicate = scene.layers.head[subject] as number
  if (predicate < subject) return undefined
  let copula = false
  for (let i = subject + 1; i < predicate; i++) {
    if (scene.layers.head[i] !== predicate) continue
    const word = readWord(scene.tokens, i)
    if (scene.relation[i] === 'cop') copula = /^(?:is|was|are|were|['’]s)$/i.test(word)
    if (/^(?:not|n['’]t|never|no|if|would|could|may|might|should)$/i.test(word)) return undefined
  }
  return copula ? byHead.get(predicate) : undefined
}

function doFit(scene: Scene, n: number, other: number, clusters: Clusters): boolean {
  const [a, b] = [scene.mentions[n] as Mention, scene.mentions[other] as Mention]
  if (a.form === 'pronoun' && b.form === 'pronoun') return false
  if (a.name && b.name) return false
  if (a.kind && b.kind && a.kind !== b.kind) return false
  if (a.number && b.number && a.number !== b.number) return false
  if (a.gender && b.gender && a.gender !== b.gender) return false
  // “a driver, a Georgian”: one person of a people, not the people
  const isPeople = (mention: Mention) => mention.form === 'demonym' && mention.kind !== 'person'
  if (isPeople(a) || isPeople(b) || a.kind === 'place' || b.kind === 'place') return false
  const [x, y] = [clusters.of[n] as number, clusters.of[other] as number]
  return x === -1 || y === -1 || x === y || clusters.list[x]?.name.length === 0 || clusters.list[y]?.name.length === 0
}

/** “the shipyard Norvik”: the noun before it tells that a lone word is no person. */
function tellsFirm(scene: Scene, name: number, noun: number, clusters: Clusters): boolean {
  const [a, b] = [scene.mentions[name] as Mention, scene.mentions[noun] as Mention]
  const cluster = clusters.list[clusters.of[name] as number]
  if (a.form !== 'name' || a.kind !== 'person' || b.form !== 'nominal' || b.last !== a.first || (clusters.of[noun] as number) >= 0) return false
  return (b.kind === 'organization' || b.kind === 'place') && cluster?.name.length === 1 && cluster.known === null && cluster.titles.length === 0
}

function tellKind(scene: Scene, clusters: Clusters, name: number, noun: number): void {
  const cluster = clusters.list[clusters.of[name] as number]
  if (cluster) cluster.kind = (scene.mentions[noun] as Mention).kind
}

/** A dash or bracket parts a dateline from what follows (“PORT ASEL (Norda) – Ida Vale …”): no apposition reaches over it. */
function isParted(scene: Scene, n: number, other: number): boolean {
  const [a, b] = [scene.mentions[n] as Mention, scene.mentions[other] as Mention].sort((x, y) => x.first - y.first) as [Mention, Mention]
  for (let i = a.last; i < b.first; i++) if (/^(?:[–—(]|-{1,2}|\))$/.test(readWord(scene.tokens, i))) return true
  return false
}

function join(scene: Scene, clusters: Clusters, n: number, other: number): void {
  const own = clusters.of[n] === -1 ? openCluster(clusters, scene.mentions, n) : (clusters.of[n] as number)
  const into = clusters.of[other] === -1 ? openCluster(clusters, scene.mentions, other) : (clusters.of[other] as number)
  const isNamed = (clusters.list[own]?.name.length ?? 0) > 0
  mergeClusters(clusters, scene.mentions, isNamed ? into : own, isNamed ? own : into)
}
