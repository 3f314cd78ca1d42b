import type { Knowledge } from '../knowledge/knowledge.ts'
import { lookAbove } from './above.ts'
import { type Cluster, type Clusters, joinCluster } from './clusters.ts'
import type { Candidate } from './evidence.ts'
import { weighCandidate } from './evidence.ts'
import type { Focus } from './focus.ts'
import type { Scene } from './scene.ts'
import { chooseNetwork, type EntityModel, scoreCandidates } from './score.ts'

/** Why a mention came to mean what it means. */
export interface Decision {
  readonly mention: number
  /** Cluster, −1 where nothing was decided. */
  readonly chosen: number
  readonly by: 'score' | 'role' | 'knowledge' | 'counterpart' | 'introduction' | 'continuation' | 'answer' | 'opening' | 'copula' | 'none'
  readonly candidates: readonly Candidate[]
  readonly rows: readonly Float64Array[]
  readonly chances: readonly number[]
}

/** What pronouns and descriptions are resolved with. */
export interface Resolving {
  readonly scene: Scene
  readonly clusters: Clusters
  /** Of each description: the pronoun that it is said of (“he was a judge”), −1 for none. */
  readonly subjectOf: Int32Array
  readonly knowledge: Knowledge
  readonly model: EntityModel
  readonly publishedOn: string | null
  /** Hears each decision, for explanations; training answers with the cluster that is right (−1 for none), null leaves it. */
  readonly tell: ((decision: Decision, clusterOf: (mention: number) => number) => number | null) | null
}

/** What names the article has, to look up by. */
interface Named {
  readonly byNoun: ReadonlyMap<string, readonly number[]>
  readonly byKnown: Map<string, number>
  /** Named persons by each office and role that the article gives them. */
  readonly byOffice: ReadonlyMap<string, readonly number[]>
  /** States by their codes. */
  readonly byCountry: ReadonlyMap<string, number>
}

export type Resolver = Resolving & { readonly named: Named; readonly focus: Focus }

/** Decides for the likeliest candidate where it is likely enough. */
export function decideByScore(given: Resolver, n: number, candidates: readonly Candidate[], from: number): Decision {
  const above = lookAbove(given.scene, given.focus, n)
  const rows = candidates.map((candidate) => weighCandidate(given.scene, given.focus, n, candidate, above))
  const chances = scoreCandidates(rows, chooseNetwork(rows, given.model))
  const best = indexOfMost(chances)
  const isSure = chances.length > 0 && (chances[best] as number) >= from
  const chosen = isSure ? (candidates[best] as Candidate).cluster : -1
  return { mention: n, chosen, by: isSure ? 'score' : 'none', candidates, rows, chances }
}

export function indexOfMost(values: readonly number[]): number {
  let best = 0
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k
  return best
}

/** Carries a decision out, and tells it. */
export function settle(given: Resolver, decision: Decision): void {
  const chosen = given.tell?.(decision, (mention) => given.clusters.of[mention] as number) ?? decision.chosen
  if (chosen >= 0) joinCluster(given.clusters, given.scene.mentions, decision.mention, chosen)
}

/** A decision that no score was needed for. */
export function settlePlainly(given: Resolver, n: number, chosen: number, by: Decision['by']): void {
  settle(given, { mention: n, chosen, by, candidates: [], rows: [], chances: [] })
}

/** Named bodies and places by each word of their names, and known people by name. */
export function indexNamed(clusters: Clusters): Named {
  const byNoun = new Map<string, number[]>()
  const byKnown = new Map<string, number>()
  const byOffice = new Map<string, number[]>()
  const byCountry = new Map<string, number>()
  clusters.list.forEach(({ name, kind, known, mentions, titles, country }, at) => {
    if (mentions.length === 0) return
    if (kind === 'country' && country !== null && !byCountry.has(country)) byCountry.set(country, at)
    if (known !== null && !byKnown.has(known)) byKnown.set(known, at)
    if (kind === 'person' && name.length > 0)
      for (const office of new Set(titles.flatMap((title) => title.office ?? []))) byOffice.set(office, [...(byOffice.get(office) ?? []), at])
    const words = kind === 'person' ? [] : foldWords(name)
    if (words.length > 1) for (const word of new Set(words)) byNoun.set(word, [...(byNoun.get(word) ?? []), at])
  })
  return { byNoun, byKnown, byOffice, byCountry }
}

export function foldWords(name: Cluster['name']): string[] {
  return name.join(' ').toLowerCase().split(/\s+/)
}
