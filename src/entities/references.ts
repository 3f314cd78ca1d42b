import type { Mention } from '../document/mention.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { listCandidates } from './candidates.ts'
import { type Cluster, type Clusters, joinCluster, openCluster } from './clusters.ts'
import { findCounterpart } from './counterparts.ts'
import { type Candidate, weighCandidate } from './evidence.ts'
import { type Focus, openFocus } from './focus.ts'
import { findUnintroduced } from './introductions.ts'
import { compareRoles, findOfficeHolder, isDefinite, isOther } from './offices.ts'
import type { Scene } from './scene.ts'
import { type EntityModel, scoreCandidates } from './score.ts'

/** Why a mention came to mean what it means. */
export interface Decision {
  readonly mention: number
  /** Cluster, −1 where nothing was decided. */
  readonly chosen: number
  readonly by: 'score' | 'role' | 'knowledge' | 'counterpart' | 'introduction' | 'copula' | 'none'
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

/** Ties descriptions and pronouns of the third person, in text order, each to an earlier cluster, a new one, or none. */
export function resolveReferences(given: Resolving): void {
  const { scene, clusters } = given
  const focus = openFocus(scene, clusters, given.knowledge)
  for (let n = 0; n < scene.mentions.length; n++) {
    const mention = scene.mentions[n] as Mention
    if ((clusters.of[n] as number) < 0 && mention.parts.length === 0) {
      if (mention.form === 'pronoun') resolvePronoun(given, focus, n)
      else if (mention.form === 'nominal') resolveDescription(given, focus, n)
      else openCluster(clusters, scene.mentions, n)
    } else if (mention.parts.length > 0 && (clusters.of[n] as number) < 0) joinGroup(given, n)
    focus.note(n)
  }
}

function resolvePronoun(given: Resolving, focus: Focus, n: number): void {
  const mention = given.scene.mentions[n] as Mention
  if (mention.person !== 3) return
  const unintroduced = findUnintroduced(given.scene, focus, n)
  if (unintroduced >= 0) {
    settle(given, { mention: n, chosen: unintroduced, by: 'introduction', candidates: [], rows: [], chances: [] })
    return
  }
  settle(given, decideByScore(given, focus, n, listCandidates(given.scene, focus, n), given.model.pronounFrom))
}

/** Decides for the likeliest candidate where it is likely enough. */
function decideByScore(given: Resolving, focus: Focus, n: number, candidates: readonly Candidate[], from: number): Decision {
  const rows = candidates.map((candidate) => weighCandidate(given.scene, focus, n, candidate))
  const chances = scoreCandidates(rows, given.model)
  let best = 0
  for (let k = 1; k < chances.length; k++) if ((chances[k] as number) > (chances[best] as number)) best = k
  const isSure = chances.length > 0 && (chances[best] as number) >= from
  const chosen = isSure ? (candidates[best] as Candidate).cluster : -1
  return { mention: n, chosen, by: isSure ? 'score' : 'none', candidates, rows, chances }
}

function settle(given: Resolving, decision: Decision): void {
  const chosen = given.tell?.(decision, (mention) => given.clusters.of[mention] as number) ?? decision.chosen
  if (chosen >= 0) joinCluster(given.clusters, given.scene.mentions, decision.mention, chosen)
}

/**
 * A description: by the office it names where only one person in play has it, by knowledge (“the Russian president”), as a
 * counterpart, else by score among those whom its role does not exclude; otherwise it is somebody new.
 */
function resolveDescription(given: Resolving, focus: Focus, n: number): void {
  const { scene, clusters, knowledge } = given
  const mention = scene.mentions[n] as Mention
  resolveOwner(given, focus, n)
  const plain = (chosen: number, by: Decision['by']) => settle(given, { mention: n, chosen, by, candidates: [], rows: [], chances: [] })
  const subject = given.subjectOf[n] as number
  const counterpart = findCounterpart(scene, clusters, knowledge, n)
  if (subject >= 0 && (clusters.of[subject] as number) >= 0) plain(clusters.of[subject] as number, 'copula')
  else if (counterpart >= 0) plain(counterpart, 'counterpart')
  else if (isDefinite(scene, mention) && !isOther(scene, mention)) {
    const candidates = listCandidates(scene, focus, n)
    const role = mention.kind === 'person' && mention.number !== 'many' ? findByRole(given, n, candidates) : -1
    if (role >= 0) plain(role, 'role')
    else {
      const holder = mention.kind === 'person' ? findOfficeHolder(scene, mention, knowledge, given.publishedOn) : null
      const known = holder === null ? -1 : clusters.list.findIndex((cluster) => cluster.known === holder && cluster.mentions.length > 0)
      if (known >= 0) plain(known, 'knowledge')
      else if (holder === null) settle(given, decideByScore(given, focus, n, candidates, given.model.descriptionFrom))
      if (holder !== null && known < 0) {
        ;(clusters.list[openCluster(clusters, scene.mentions, n)] as Cluster).known = holder
        plain(-1, 'knowledge')
      }
    }
  }
  if ((clusters.of[n] as number) < 0) openCluster(clusters, scene.mentions, n)
}

/** “her Georgian counterpart”: whose counterpart must be known first. */
function resolveOwner(given: Resolving, focus: Focus, n: number): void {
  const { owner, last } = given.scene.mentions[n] as Mention
  if (!owner) return
  for (let m = n + 1; m < given.scene.mentions.length && (given.scene.mentions[m] as Mention).first < last; m++) {
    const other = given.scene.mentions[m] as Mention
    if (other.form === 'pronoun' && other.first >= owner.first && other.last <= owner.last && (given.clusters.of[m] as number) < 0) resolvePronoun(given, focus, m)
  }
}

/** The only person so far whose office or role is the one named, country included. */
function findByRole(given: Resolving, n: number, candidates: readonly Candidate[]): number {
  const mention = given.scene.mentions[n] as Mention
  const fitting = candidates.filter(({ cluster }) => {
    const one = given.clusters.list[cluster] as Cluster
    if (one.kind !== 'person' || (mention.country && one.country && mention.country !== one.country)) return false
    return compareRoles(given.scene, mention, one, given.knowledge) === 'fits'
  })
  return fitting.length === 1 ? (fitting[0] as Candidate).cluster : -1
}

/** “Putin and Kim”: one group for the same members, however often and in whatever order they are named together. */
function joinGroup(given: Resolving, n: number): void {
  const { clusters, scene } = given
  const key = membersOf(given, n)
  for (let m = n - 1; m >= Math.max(0, n - 200); m--) {
    const other = scene.mentions[m] as Mention
    if (other.parts.length > 0 && (clusters.of[m] as number) >= 0 && membersOf(given, m) === key && !key.includes('-1')) {
      joinCluster(clusters, scene.mentions, n, clusters.of[m] as number)
      return
    }
  }
  openCluster(clusters, scene.mentions, n)
}

function membersOf(given: Resolving, n: number): string {
  return (given.scene.mentions[n] as Mention).parts
    .map((part) => given.clusters.of[part] as number)
    .sort((a, b) => a - b)
    .join(' ')
}
