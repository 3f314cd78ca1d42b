import type { Mention } from '../document/mention.ts'
import { readWord } from '../document/words.ts'
import { listCandidates } from './candidates.ts'
import { type Cluster, openCluster } from './clusters.ts'
import { findCounterpart, findOtherParty, findRelative } from './counterparts.ts'
import { type Decision, decideByScore, foldWords, indexOfMost, type Resolver, settle, settlePlainly } from './decisions.ts'
import type { Candidate } from './evidence.ts'
import { compareRoles, findOfficeHolder, isDefinite, isOther } from './offices.ts'

/** Of several who have the role named, one is taken from this share of all their chances on. */
const CLEAR = 0.6

/**
 * A description: by the office it names where one person in play has it, by knowledge (“the Russian president”), as a
 * counterpart, else by score among those whom its role does not exclude; otherwise it is somebody new. Where two have the role
 * and neither is clear, it stays open.
 */
export function resolveDescription(given: Resolver, n: number): void {
  const { scene, clusters } = given
  const mention = scene.mentions[n] as Mention
  const subject = given.subjectOf[n] as number
  const counterpart = findCounterpart(scene, clusters, given.knowledge, n)
  let isOpen = false
  if (subject >= 0 && (scene.mentions[subject] as Mention).person !== 3)
    isOpen = true // “I am a patient man”: who speaks is told later
  else if (subject >= 0 && (clusters.of[subject] as number) >= 0) settlePlainly(given, n, clusters.of[subject] as number, 'copula')
  else if (counterpart >= 0) settlePlainly(given, n, counterpart, 'counterpart')
  else if (isDefinite(scene, mention) && !isOther(scene, mention)) isOpen = !resolveDefinite(given, n)
  if ((clusters.of[n] as number) < 0 && !isOpen) openCluster(clusters, scene.mentions, n)
}

/** False where the description means one of several and nothing tells which. */
function resolveDefinite(given: Resolver, n: number): boolean {
  const mention = given.scene.mentions[n] as Mention
  const own = findOwnersCountry(given, n)
  if (own >= 0) settlePlainly(given, n, own, 'role')
  if (own >= 0) return true
  const candidates = listCandidates(given.scene, given.focus, n)
  const other = Math.max(findOtherParty(given.scene, given.clusters, n, candidates), findRelative(given.scene, given.clusters, n, candidates))
  if (other >= 0) settlePlainly(given, n, other, 'counterpart')
  if (other >= 0) return true
  if (mention.number !== 'many' && mention.kind !== 'person') {
    const body = mention.kind === 'organization' || mention.kind === 'place' ? findByNoun(given, mention) : -1
    if (body >= 0) settlePlainly(given, n, body, 'role')
    else settle(given, decideByScore(given, n, candidates, given.model.descriptionFrom))
    return true
  }
  if (mention.number !== 'many') {
    const compatriots = candidates.filter(({ cluster }) => isCompatriot(given, mention, cluster))
    const fitting = compatriots.length === 1 ? compatriots : candidates.filter(({ cluster }) => hasRole(given, mention, cluster))
    if (fitting.length === 1) settlePlainly(given, n, (fitting[0] as Candidate).cluster, 'role')
    if (fitting.length === 1) return true
    if (fitting.length > 1) return settleAmong(given, n, fitting)
    const later = findNamedLater(given, mention)
    if (later >= 0) settlePlainly(given, n, later, 'role')
    if (later >= 0 || resolveByKnowledge(given, n)) return true
  }
  // a person described is told as somebody only where that is likelier than not: a wrong speaker costs more than an unknown one
  const decision = decideByScore(given, n, candidates, mention.kind === 'person' ? given.model.speakerFrom : given.model.descriptionFrom)
  settle(given, decision)
  return decision.chosen >= 0 || !isOneOfSeveral(given, decision)
}

/** Somebody who is known, but nothing tells which: their chances together are at least this. */
const KNOWN = 0.5

function isOneOfSeveral(given: Resolver, { candidates, chances }: Decision): boolean {
  const sum = candidates.reduce((total, { cluster }, k) => total + (given.clusters.list[cluster]?.kind === 'person' ? (chances[k] as number) : 0), 0)
  return sum >= KNOWN
}

/** “his country”: the state of the person who owns it, if the article names that state. */
function findOwnersCountry(given: Resolver, n: number): number {
  const { kind, owner, number, last } = given.scene.mentions[n] as Mention
  if (kind !== 'country' || !owner || number === 'many') return -1
  for (let m = n + 1; m < given.scene.mentions.length && (given.scene.mentions[m] as Mention).first < last; m++) {
    const other = given.scene.mentions[m] as Mention
    const cluster = given.clusters.list[given.clusters.of[m] as number]
    if (other.first < owner.first || other.last > owner.last || !cluster) continue
    const code = cluster.kind === 'person' ? (cluster.country ?? cluster.titles.find((title) => title.of !== null)?.of) : null
    if (code) return given.named.byCountry.get(code) ?? -1
  }
  return -1
}

/** “the Lundish minister”: somebody named, of that country, whose role does not conflict. */
function isCompatriot(given: Resolver, mention: Mention, cluster: number): boolean {
  const one = given.clusters.list[cluster] as Cluster
  if (mention.country === null || one.kind !== 'person' || one.name.length === 0 || one.country !== mention.country) return false
  return compareRoles(given.scene, mention, one, given.knowledge) !== 'conflicts'
}

function hasRole(given: Resolver, mention: Mention, cluster: number): boolean {
  const one = given.clusters.list[cluster] as Cluster
  if (one.kind !== 'person' || (mention.country && one.country && mention.country !== one.country)) return false
  return compareRoles(given.scene, mention, one, given.knowledge) === 'fits'
}

/** “The Belmoran envoy believed it. … The envoy, Jonas Wirth, …”: the only one in the article who has the office, though named later. */
function findNamedLater(given: Resolver, mention: Mention): number {
  const office = mention.titles.find((title) => title.first <= mention.head && mention.head < title.last)?.office
  const fitting = office ? (given.named.byOffice.get(office) ?? []).filter((at) => hasRole(given, mention, at)) : []
  return fitting.length === 1 ? (fitting[0] as number) : -1
}

/** Two ministers are in play: the likelier, where it is clearly so. */
function settleAmong(given: Resolver, n: number, fitting: readonly Candidate[]): boolean {
  const decision = decideByScore(given, n, fitting, 0)
  const best = indexOfMost(decision.chances)
  const sum = decision.chances.reduce((total, chance) => total + chance, 0)
  const isClear = sum > 0 && (decision.chances[best] as number) / sum >= CLEAR
  settle(given, isClear ? { ...decision, by: 'role' } : { ...decision, chosen: -1, by: 'none' })
  return isClear
}

/** “the Russian president”: who held the office on the day of publication. */
function resolveByKnowledge(given: Resolver, n: number): boolean {
  const holder = findOfficeHolder(given.scene, given.scene.mentions[n] as Mention, given.knowledge, given.publishedOn)
  if (holder === null) return false
  const known = given.named.byKnown.get(holder)
  if (known !== undefined) settlePlainly(given, n, known, 'knowledge')
  else {
    const at = openCluster(given.clusters, given.scene.mentions, n)
    ;(given.clusters.list[at] as Cluster).known = holder
    given.named.byKnown.set(holder, at)
    settlePlainly(given, n, -1, 'knowledge')
  }
  return true
}

/** “the council”, where one Harbour Council is named: the only body or place in whose name all its words stand. */
function findByNoun(given: Resolver, mention: Mention): number {
  const { tokens, layers } = given.scene
  const words: string[] = []
  for (let i = mention.first; i <= mention.head; i++)
    if (!/^(?:the|this|that)$/i.test(readWord(tokens, i))) words.push((layers.lemma[i] ?? readWord(tokens, i)).toLowerCase())
  const fitting = (given.named.byNoun.get(words.at(-1) ?? '') ?? []).filter((at) => {
    const { kind, country, name } = given.clusters.list[at] as Cluster
    if (kind !== mention.kind || (mention.country && country && mention.country !== country)) return false
    return words.every((word) => foldWords(name).includes(word))
  })
  return fitting.length === 1 ? (fitting[0] as number) : -1
}
