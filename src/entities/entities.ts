import type { Entity, Speaker } from '../document/entity.ts'
import type { Layers } from '../document/layers.ts'
import type { Mention } from '../document/mention.ts'
import type { Statement } from '../document/statement.ts'
import type { Tokens } from '../document/tokens.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { linkAppositions } from './appositions.ts'
import { type Clusters, startClusters } from './clusters.ts'
import type { Decision, Resolving } from './decisions.ts'
import { describeEntities } from './describe.ts'
import { resolveDialogue } from './dialogue.ts'
import { type Explanation, explainDecisions, type Linked } from './explain.ts'
import { linkNames } from './names.ts'
import { resolveReferences } from './references.ts'
import { setScene } from './scene.ts'
import type { EntityModel } from './score.ts'
import { findSpeakers, kindOfSpeaker, type Speaking } from './speakers.ts'

export type { Decision } from './decisions.ts'
export { EVIDENCE } from './evidence.ts'
export type { Explanation } from './explain.ts'
export type { EntityModel } from './score.ts'

/** What entities are made from. `publishedOn` is an ISO date or null. */
export interface Linking {
  readonly tokens: Tokens
  readonly layers: Layers
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly knowledge: Knowledge
  readonly model: EntityModel
  readonly publishedOn: string | null
  readonly tell?: Resolving['tell']
}

/**
 * Ties every mention to an entity and every statement to the one who makes it: names and aliases first, then apposition and
 * copula, then descriptions and pronouns in text order, then “I” and “you” inside quoted words. What cannot be known stays open:
 * `entityOf` gives each mention's entity, −1 for none.
 */
export function linkEntities(given: Linking): { entities: Entity[]; speakers: Speaker[]; entityOf: Int32Array } {
  const { entities, speakers, clusters, place } = linkAll(given, given.tell ?? null)
  return { entities, speakers, entityOf: clusters.of.map((cluster) => (cluster < 0 ? -1 : (place[cluster] as number))) }
}

/** Why each mention means what it means, in text order. */
export function explainEntities(given: Linking): Explanation[] {
  const decisions: Decision[] = []
  const linked = linkAll(given, (decision) => {
    decisions.push(decision)
    return null
  })
  return explainDecisions(linked, decisions, given.model)
}

function linkAll(given: Linking, tell: Resolving['tell']): Linked {
  const { tokens, mentions, statements, knowledge, model, publishedOn } = given
  const scene = setScene(tokens, given.layers, mentions, statements)
  const clusters = startClusters(mentions)
  linkNames(tokens, mentions, knowledge, clusters)
  const subjectOf = linkAppositions(scene, clusters)
  resolveReferences({ scene, clusters, subjectOf, knowledge, model, publishedOn, tell })
  const before = findSpeakers(scene, clusters, knowledge)
  resolveDialogue(scene, clusters, before)
  const speaking = findSpeakers(scene, clusters, knowledge)
  const { entities, place } = describeEntities(scene, clusters, knowledge)
  return { scene, clusters, entities, place, speakers: statements.map((statement, s) => describeSpeaker(statement, s, speaking, clusters, place)) }
}

function describeSpeaker(statement: Statement, s: number, speaking: Speaking, clusters: Clusters, place: Int32Array): Speaker {
  const entityOf = (cluster: number) => (cluster >= 0 && (place[cluster] as number) >= 0 ? (place[cluster] as number) : null)
  const speaker = speaking.speaker[s] as number
  const told = speaking.addressee[s]
  return {
    entity: entityOf(speaker),
    kind: kindOfSpeaker(statement.source?.kind ?? 'person', clusters.list[speaker] ?? null),
    onBehalfOf: entityOf(speaking.onBehalfOf[s] as number),
    addressee: told ? { span: told.span, entity: entityOf(told.cluster) } : null,
  }
}
