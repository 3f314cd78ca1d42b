import type { Mention } from '../document/mention.ts'
import { isInside } from '../document/span.ts'
import type { Statement } from '../document/statement.ts'
import { readWord, spanOf } from '../document/words.ts'
import { lookAbove } from './above.ts'
import { subjectOf } from './clauses.ts'
import { type Cluster, mentionsNear } from './clusters.ts'
import { type Candidate, isNamedInOwnWords } from './evidence.ts'
import type { Focus } from './focus.ts'
import { compareRoles } from './offices.ts'
import type { Scene } from './scene.ts'

/** Clusters looked at, the nearest first; beyond, nothing was ever right on the dev sets. */
const MOST = 16
/** A statement as sure as this forbids that its speaker is named in it; a less sure one only speaks against. */
const SURE = 0.9
/** Mentions looked at on the way back, and forward for somebody who is named only afterwards. */
const BACK = 120
const AHEAD = 14

/** Whom a mention may mean, the nearest first: what stands before it, and names that first stand shortly after it. */
export function listCandidates(scene: Scene, focus: Focus, n: number): Candidate[] {
  const found = gatherCandidates(scene, focus, n)
  const { form, gender } = scene.mentions[n] as Mention
  const clusterOf = ({ cluster }: Candidate) => focus.clusters.list[cluster] as Cluster
  if (form !== 'pronoun' || gender === null || !found.some((one) => clusterOf(one).gender === gender)) return found
  // where somebody's gender is told and fits, whoever was called by the other pronoun only is none
  const other = gender === 'man' ? 'woman' : 'man'
  return found.filter((one) => clusterOf(one).called[other] === 0 || clusterOf(one).called[gender] > 0 || clusterOf(one).gender === gender)
}

function gatherCandidates(scene: Scene, focus: Focus, n: number): Candidate[] {
  const found: Candidate[] = []
  const seen = new Set<number>()
  const barred = barredFor(scene, focus, n)
  let subjects = 0
  const add = (cluster: number, nearest: number) => {
    seen.add(cluster)
    found.push({ cluster, nearest, between: found.length, subjectsBetween: subjects })
    if (scene.role[nearest] === 'subject') subjects++
  }
  for (let m = n - 1; m >= Math.max(0, n - BACK) && found.length < MOST; m--) {
    const cluster = focus.clusters.of[m] as number
    if (cluster < 0 || seen.has(cluster) || barred.includes(cluster)) continue
    if (canMean(scene, focus, n, m)) add(cluster, m)
  }
  if ((scene.mentions[n] as Mention).form !== 'pronoun') return found
  const paragraph = scene.paragraph[(scene.mentions[n] as Mention).head]
  for (let m = n + 1; m < Math.min(scene.mentions.length, n + AHEAD); m++) {
    const mention = scene.mentions[m] as Mention
    const cluster = focus.clusters.of[m] as number
    if (scene.paragraph[mention.head] !== paragraph) break
    if (cluster < 0 || seen.has(cluster) || barred.includes(cluster) || mention.form !== 'name' || (focus.clusters.list[cluster]?.mentions[0] as number) < n)
      continue
    if (canMean(scene, focus, n, m)) add(cluster, m)
  }
  return found
}

/** Clusters that grammar rules out, whichever of their mentions lies nearest. */
function barredFor(scene: Scene, focus: Focus, n: number): readonly number[] {
  const barred = [...besideIt(scene, focus, n), ...quotedAround(scene, focus, n)]
  const { form, kind } = scene.mentions[n] as Mention
  if (form !== 'nominal' || kind !== 'person') return barred
  // “Lind told his guest”, “Lind was a boy when the general came”: a description is not the subject of its own clause or of one above
  const { own, before } = lookAbove(scene, focus, n)
  return [...barred, own, ...before]
}

/** “Lind thanked him”, “Lind began to thank him”: subject and object of one verb are two, unless the pronoun is reflexive. */
function besideIt(scene: Scene, focus: Focus, n: number): readonly number[] {
  const mention = scene.mentions[n] as Mention
  const role = scene.role[n]
  if (role === 'possessor' || role === 'other' || /sel(?:f|ves)$/i.test(readWord(scene.tokens, mention.head))) return []
  const verb = scene.governor[n] as number
  const understood = role === 'object' ? (scene.clauses.mentionAt[subjectOf(scene.clauses, scene.layers, scene.relation, verb)] ?? -1) : -1
  const found = understood >= 0 && understood !== n ? [focus.clusters.of[understood] as number] : []
  const isHere = (m: number) => scene.sentence[(scene.mentions[m] as Mention | undefined)?.head ?? -1] === scene.sentence[mention.head]
  const look = (m: number) => {
    const isArgument = scene.role[m] !== 'possessor' && scene.role[m] !== 'other' && scene.governor[m] === verb
    if (isArgument && scene.layers.head[mention.head] !== (scene.mentions[m] as Mention).head) found.push(focus.clusters.of[m] as number)
  }
  for (let m = n - 1; m >= n - BACK && isHere(m); m--) look(m)
  for (let m = n + 1; m <= n + BACK && isHere(m); m++) look(m)
  return found
}

/** “He,” inside Vale's own quoted words or in her answer, is not Vale: she would say “I”. */
function quotedAround(scene: Scene, focus: Focus, n: number): readonly number[] {
  const mention = scene.mentions[n] as Mention
  const found: number[] = []
  let at = mention.form === 'pronoun' ? (scene.stated[mention.head] as number) : -1
  for (let steps = 0; at >= 0 && steps < 10; steps++) {
    const statement = scene.statements[at] as Statement
    const isVerbatim = statement.kind === 'direct' || (statement.kind === 'mixed' && scene.isQuoted[mention.head] === 1)
    if (isVerbatim) found.push(focus.speakerOf(at))
    at = statement.within ?? -1
  }
  return found
}

/** Hard limits: kind, number and gender where both are told, and what descriptions say. */
function canMean(scene: Scene, focus: Focus, n: number, m: number): boolean {
  const mention = scene.mentions[n] as Mention
  const other = scene.mentions[m] as Mention
  const cluster = focus.clusters.list[focus.clusters.of[m] as number] as Cluster
  if (!fitsKind(scene, mention, cluster, (scene.sourceOf[n] as number) >= 0) || !fitsNumber(scene, n, cluster)) return false
  if (mention.gender && cluster.gender && mention.gender !== cluster.gender) return false
  if (other.first < mention.last && mention.first < other.last) return false
  if (isOwnPart(scene, n, cluster)) return false
  if (mention.form === 'nominal' && !fitsDescription(scene, focus, n, cluster)) return false
  const statement = scene.statements[scene.sourceOf[n] as number]
  return statement === undefined || statement.confidence < SURE || !isNamedInOwnWords(scene, n, cluster)
}

function fitsKind(scene: Scene, mention: Mention, cluster: Cluster, isSource: boolean): boolean {
  if (mention.form === 'pronoun') {
    const isMany = mention.number === 'many'
    if (mention.kind === 'person' && !isMany) return cluster.kind === 'person' || cluster.kind === null || isOpen(cluster)
    if (isMany) return cluster.kind !== 'place' && cluster.kind !== 'document'
    // “It said”: gardens do not speak, though what is named may be a firm
    return cluster.kind !== 'person' && !(isSource && cluster.kind === 'place' && cluster.name.length === 0)
  }
  if (mention.kind === null || cluster.kind === null || mention.kind === cluster.kind) return true
  // “the country”, “the kingdom” is a place as words, a state as what is meant
  return (
    mention.kind === 'place' &&
    cluster.kind === 'country' &&
    /^(?:country|nation|state|kingdom|republic|island|neighbou?r)$/i.test(scene.layers.lemma[mention.head] ?? '')
  )
}

/**
 * Two descriptions are one only where they share their noun and do not differ in what stands before it (“the hosts” and “the
 * guests”, “the foreign ministry” and “the transport ministry” are two); somebody named may be described by any role that does
 * not conflict with his own. A country that differs rules out both.
 */
function fitsDescription(scene: Scene, focus: Focus, n: number, cluster: Cluster): boolean {
  const mention = scene.mentions[n] as Mention
  const near = mentionsNear(cluster, n).map((m) => scene.mentions[m] as Mention)
  if (mention.country !== null && cluster.country !== null && mention.country !== cluster.country) return false
  const likeNouns = near.filter((other) => other.form === 'nominal' && isSameNoun(scene, mention, other))
  if (likeNouns.length > 0) return likeNouns.every((other) => !doDiffer(scene, mention, other))
  const isNamed = cluster.name.length > 0 || cluster.known !== null || cluster.kind === 'country'
  // “her office” is no body that is named by another word
  if (mention.owner !== null && cluster.kind === 'organization') return false
  const isGroup = near.some((other) => other.parts.length > 0)
  const role = compareRoles(scene, mention, cluster, focus.knowledge)
  const noun = scene.layers.lemma[mention.head] ?? ''
  const isAided = UNNAMED.test(noun) || (mention.owner !== null && AIDE.test(noun))
  return (isNamed || isGroup) && (isAided ? role === 'fits' : role !== 'conflicts')
}

/** People whom somebody has: they are named as such, or stay unnamed. */
const AIDE =
  /^(?:spokes(?:man|woman|person)|lawyer|attorney|adviser|advisor|aide|assistant|secretary|deputy|translator|interpreter|driver|neighbou?r|doctor|agent|manager|editor|friend|client|clerk|bodyguard|predecessor|successor)$/

/** People who are left without a name: “the source” is none of those who have one. */
const UNNAMED = /^(?:source|insider|witness|eyewitness|bystander|onlooker|passer-by|resident|caller|respondent|informant|whistleblower)$/

function isSameNoun(scene: Scene, mention: Mention, other: Mention): boolean {
  return scene.layers.lemma[mention.head] === scene.layers.lemma[other.head]
}

/** Words that tell two of a kind apart: nouns and adjectives before the noun, in both and different. */
function doDiffer(scene: Scene, mention: Mention, other: Mention): boolean {
  const [a, b] = [mention, other].map(({ first, head, owner }) => {
    const words: string[] = []
    for (let i = Math.max(first, owner?.last ?? first); i < head; i++)
      if (/^(?:compound|amod)$/.test(scene.relation[i] as string)) words.push((scene.layers.lemma[i] ?? '').toLowerCase())
    return words
  }) as [string[], string[]]
  return a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word))
}

/** A single name that nothing but the reader model takes for a place or a firm may well be a surname: “Owings”, “Montgomery”. */
function isOpen(cluster: Cluster): boolean {
  return (
    cluster.known === null &&
    cluster.kind !== 'country' &&
    cluster.kind !== 'document' &&
    cluster.name.length === 1 &&
    /^\p{Lu}[\p{L}'’-]+$/u.test(cluster.name[0] as string)
  )
}

function fitsNumber(scene: Scene, n: number, cluster: Cluster): boolean {
  const mention = scene.mentions[n] as Mention
  if (mention.number === null || cluster.number === null || mention.number === cluster.number) return true
  // a company, a government, a ministry may be “they”
  if (mention.form !== 'pronoun' || mention.number !== 'many') return false
  return cluster.kind === 'organization' || (cluster.kind === 'country' && !isJoined(scene, n, cluster))
}

/** “Ostria and Varland share a river … the dams that they have”: they are both, not the one of them. */
function isJoined({ mentions, tokens }: Scene, n: number, cluster: Cluster): boolean {
  const last = mentionsNear(cluster, n)
    .filter((m) => m < n)
    .at(-1)
  const other = last === undefined ? undefined : mentions[last]
  if (!other) return false
  const isAnd = (token: number) => token >= 0 && token < tokens.count && /^and$/i.test(readWord(tokens, token))
  return isAnd(other.last) || isAnd(other.first - 1)
}

/** “his father”: nobody is his own possessor. */
function isOwnPart(scene: Scene, n: number, cluster: Cluster): boolean {
  const mention = scene.mentions[n] as Mention
  const own = spanOf(scene.tokens, mention)
  return mentionsNear(cluster, n, 8, 8).some((k) => {
    const other = scene.mentions[k] as Mention
    return Math.abs(other.head - mention.head) < 30 && (isInside(own, spanOf(scene.tokens, other)) || isInside(spanOf(scene.tokens, other), own))
  })
}
