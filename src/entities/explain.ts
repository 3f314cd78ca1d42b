import type { Entity, Speaker } from '../document/entity.ts'
import type { Mention } from '../document/mention.ts'
import type { Span } from '../document/span.ts'
import { spanOf } from '../document/words.ts'
import type { Cluster, Clusters } from './clusters.ts'
import type { Decision } from './decisions.ts'
import { ASKED, EVIDENCE } from './evidence.ts'
import type { Scene } from './scene.ts'
import { chooseNetwork, type EntityModel, type Network, scoreRow } from './score.ts'

/** Entities with what they were made from. `place[c]` is the entity of cluster c, −1 for none. */
export interface Linked {
  readonly scene: Scene
  readonly clusters: Clusters
  readonly entities: Entity[]
  readonly place: Int32Array
  readonly speakers: Speaker[]
}

/** Why some words mean the entity they mean: for people to read. */
export interface Explanation {
  readonly span: Span
  /** Index of the entity, null where nobody can be known. */
  readonly entity: number | null
  /** A sentence: what decided. */
  readonly decidedBy: string
  readonly candidates: readonly ExplainedCandidate[]
}

export interface ExplainedCandidate {
  readonly name: string
  /** Between 0 and 1. */
  readonly chance: number
  readonly spokeFor: readonly string[]
  readonly spokeAgainst: readonly string[]
}

/** Pieces of evidence told for each candidate, at most. */
const TOLD = 4

export function explainDecisions(linked: Linked, decisions: readonly Decision[], model: EntityModel): Explanation[] {
  const decided = new Map(decisions.map((decision) => [decision.mention, decision]))
  return linked.scene.mentions.map((mention, n) => {
    const cluster = linked.clusters.of[n] as number
    const place = cluster >= 0 ? (linked.place[cluster] as number) : -1
    const decision = decided.get(n)
    return {
      span: spanOf(linked.scene.tokens, mention),
      entity: place >= 0 ? place : null,
      decidedBy: sayWhy(linked, n, decision),
      candidates: decision ? explainCandidates(linked, decision, model) : [],
    }
  })
}

/** What decided, as a sentence. */
function sayWhy(linked: Linked, n: number, decision: Decision | undefined): string {
  const mention = linked.scene.mentions[n] as Mention
  const cluster = linked.clusters.list[linked.clusters.of[n] as number]
  if (decision && decision.by !== 'none') return DECIDED[decision.by]
  if (!cluster)
    return mention.person === 3 ? 'Nobody named so far is likely enough: left open rather than guessed.' : 'Whose side it is, the words do not tell: left open.'
  if (mention.person === 1) return 'Inside quoted words “I” is the one who is quoted.'
  if (mention.person === 2) return 'Inside quoted words “you” is the one addressed.'
  if (mention.parts.length > 0) return 'Several named together make a group.'
  if (mention.form === 'metonym') return 'A capital or seat that acts here as its government.'
  if (mention.form === 'demonym') return 'The word for the people of a country stands for it.'
  if (mention.form === 'name') return isFirst(cluster, n) ? 'Named here for the first time.' : 'The same name, or a part of it.'
  return isFirst(cluster, n) && cluster.mentions.length === 1
    ? 'A description of somebody or something that is named nowhere else.'
    : 'Syntax says that both are one (an apposition, or “is”).'
}

function isFirst(cluster: Cluster, n: number): boolean {
  return cluster.mentions[0] === n
}

const DECIDED: Readonly<Record<Exclude<Decision['by'], 'none'>, string>> = {
  score: 'The likeliest of the candidates, by what speaks for and against each.',
  role: 'The only one in play whose office or role this is.',
  knowledge: 'Who held this office on the day of publication, by the knowledge base.',
  continuation: 'Who spoke last goes on: the words that introduce it say so.',
  answer: 'Who was spoken to answers.',
  opening: 'The text opens with this pronoun; the first person named afterwards is meant.',
  copula: 'Syntax says that both are one (“is”).',
  counterpart: 'The only one who holds the same office in the other country.',
  introduction: 'Speaks in this paragraph by a bare surname, so was introduced before the text begins.',
}

function explainCandidates(linked: Linked, decision: Decision, model: EntityModel): ExplainedCandidate[] {
  return decision.candidates
    .map(({ cluster }, k) => {
      const row = decision.rows[k] as Float64Array
      const parts = contributionsOf(row, chooseNetwork(decision.rows, model))
      return {
        name: nameOf(linked, cluster),
        chance: decision.chances[k] ?? 0,
        spokeFor: parts
          .filter(([, by]) => by > 0.05)
          .slice(0, TOLD)
          .map(([words]) => words),
        spokeAgainst: parts
          .filter(([, by]) => by < -0.05)
          .reverse()
          .slice(0, TOLD)
          .map(([words]) => words),
      }
    })
    .sort((a, b) => b.chance - a.chance)
}

/** How much each piece of evidence moves a candidate's score: the score with it less the score without it. Greatest first. */
function contributionsOf(row: Float64Array, network: Network): [string, number][] {
  const whole = scoreRow(row, network)
  const parts: [string, number][] = []
  for (let k = ASKED; k < EVIDENCE.length; k++) {
    if (row[k] === 0) continue
    const without = Float64Array.from(row)
    without[k] = 0
    parts.push([(EVIDENCE[k] as readonly [string, string])[1], whole - scoreRow(without, network)])
  }
  return parts.sort((a, b) => b[1] - a[1])
}

function nameOf(linked: Linked, cluster: number): string {
  const place = linked.place[cluster] as number
  const entity = place >= 0 ? linked.entities[place] : undefined
  if (entity) return entity.name
  const first = linked.clusters.list[cluster]?.mentions[0] ?? 0
  const { start, end } = spanOf(linked.scene.tokens, linked.scene.mentions[first] as Mention)
  return linked.scene.tokens.text.slice(start, end)
}
