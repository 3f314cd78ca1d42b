import type { Mention } from '../document/mention.ts'
import { isInside } from '../document/span.ts'
import { readWord, spanOf } from '../document/words.ts'
import { type Cluster, mentionsNear } from './clusters.ts'
import { type Candidate, isNamedInOwnWords } from './evidence.ts'
import type { Focus } from './focus.ts'
import { compareRoles } from './offices.ts'
import { governorOf, roleOf, type Scene } from './scene.ts'

/** Clusters looked at, the nearest first; beyond, nothing was ever right on the dev sets. */
const MOST = 16
/** A statement as sure as this forbids that its speaker is named in it; a less sure one only speaks against. */
const SURE = 0.9
/** Mentions looked at on the way back, and forward for somebody who is named only afterwards. */
const BACK = 120
const AHEAD = 14

/** Whom a mention may mean, the nearest first: what stands before it, and names that first stand shortly after it. */
export function listCandidates(scene: Scene, focus: Focus, n: number): Candidate[] {
  const found: Candidate[] = []
  const seen = new Set<number>()
  for (let m = n - 1; m >= Math.max(0, n - BACK) && found.length < MOST; m--) {
    const cluster = focus.clusters.of[m] as number
    if (cluster < 0 || seen.has(cluster)) continue
    if (!canMean(scene, focus, n, m)) continue
    seen.add(cluster)
    found.push({ cluster, nearest: m, between: found.length })
  }
  if ((scene.mentions[n] as Mention).form !== 'pronoun') return found
  const paragraph = scene.paragraph[(scene.mentions[n] as Mention).head]
  for (let m = n + 1; m < Math.min(scene.mentions.length, n + AHEAD); m++) {
    const mention = scene.mentions[m] as Mention
    const cluster = focus.clusters.of[m] as number
    if (scene.paragraph[mention.head] !== paragraph) break
    if (cluster < 0 || seen.has(cluster) || mention.form !== 'name' || (focus.clusters.list[cluster]?.mentions[0] as number) < n) continue
    if (!canMean(scene, focus, n, m)) continue
    seen.add(cluster)
    found.push({ cluster, nearest: m, between: found.length })
  }
  return found
}

/** Hard limits: kind, number and gender where both are told, and what grammar forbids. */
function canMean(scene: Scene, focus: Focus, n: number, m: number): boolean {
  const mention = scene.mentions[n] as Mention
  const other = scene.mentions[m] as Mention
  const cluster = focus.clusters.list[focus.clusters.of[m] as number] as Cluster
  if (!fitsKind(scene, mention, cluster) || !fitsNumber(mention, cluster)) return false
  if (mention.gender && cluster.gender && mention.gender !== cluster.gender) return false
  if (other.first < mention.last && mention.first < other.last) return false
  if (isOwnPart(scene, n, cluster)) return false
  if (mention.form === 'nominal' && !fitsDescription(scene, focus, n, cluster)) return false
  if (isCoArgument(scene, mention, other) || isSomebodyQuoted(scene, focus, n, m)) return false
  const statement = scene.statements[scene.sourceOf[n] as number]
  return statement === undefined || statement.confidence < SURE || !isNamedInOwnWords(scene, n, cluster)
}

function fitsKind(scene: Scene, mention: Mention, cluster: Cluster): boolean {
  if (mention.form === 'pronoun') {
    const isMany = mention.number === 'many'
    if (mention.kind === 'person' && !isMany) return cluster.kind === 'person' || cluster.kind === null || isOpen(cluster)
    if (isMany) return cluster.kind !== 'place' && cluster.kind !== 'document'
    return cluster.kind !== 'person'
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
  return (isNamed || isGroup) && compareRoles(scene, mention, cluster, focus.knowledge) !== 'conflicts'
}

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

function fitsNumber(mention: Mention, cluster: Cluster): boolean {
  if (mention.number === null || cluster.number === null || mention.number === cluster.number) return true
  // a company, a government, a ministry may be “they”
  return mention.form === 'pronoun' && mention.number === 'many' && (cluster.kind === 'organization' || cluster.kind === 'country')
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

/** “Lind thanked him”: subject and object of one verb are two, unless the pronoun is reflexive. */
function isCoArgument(scene: Scene, mention: Mention, other: Mention): boolean {
  if (/sel(?:f|ves)$/i.test(readWord(scene.tokens, mention.head))) return false
  const [a, b] = [roleOf(scene, mention.head), roleOf(scene, other.head)]
  if (a === 'possessor' || b === 'possessor' || a === 'other' || b === 'other' || scene.sentence[mention.head] !== scene.sentence[other.head]) return false
  return governorOf(scene, mention.head) === governorOf(scene, other.head) && scene.layers.head[mention.head] !== other.head
}

/** “He,” inside Vale's own quoted words, is not Vale: she would say “I”. */
function isSomebodyQuoted(scene: Scene, focus: Focus, n: number, m: number): boolean {
  const mention = scene.mentions[n] as Mention
  if (mention.form !== 'pronoun' || scene.isQuoted[mention.head] !== 1) return false
  const stated = scene.stated[mention.head] as number
  const source = stated >= 0 ? (scene.source[stated] as number) : -1
  return source >= 0 && focus.clusters.of[source] === focus.clusters.of[m]
}
