import type { Mention } from '../document/mention.ts'
import { readWord } from '../document/words.ts'
import { subjectOf } from './clauses.ts'
import { type Cluster, mergeClusters } from './clusters.ts'
import type { Resolver } from './decisions.ts'
import type { Scene } from './scene.ts'

/** Mentions looked back at for somebody who was described before he is named, and sentences. */
const BACK = 60
const NEAR = 3

/**
 * Somebody described first and named later: “a driver who asked to be called Gia”; “a spokeswoman said … It was no failure, Nora Finch
 * insisted”; “a diplomat said … The diplomat, Jan Dall, …”. Mention `n` is the first that names the person; the description before becomes one with it.
 */
export function nameEarlier(given: Resolver, n: number): void {
  const { scene, clusters } = given
  const mention = scene.mentions[n] as Mention
  const own = clusters.of[n] as number
  const cluster = clusters.list[own]
  if (mention.form !== 'name' || cluster?.mentions.find((m) => (scene.mentions[m] as Mention).form === 'name') !== n) return
  const called = findCalled(given, n)
  // a name by itself may look like a place: “called Gia”
  if (called !== null) cluster.kind = 'person'
  const described = called ?? (mention.kind === 'person' ? (findSameNoun(given, n) ?? findSpokesperson(given, n)) : null)
  if (described !== null && described !== own) mergeClusters(clusters, scene.mentions, described, own)
}

/** “who asked to be called Gia”, “a man named Lind”, “a passenger who gave her name only as Ulla”. */
function findCalled({ scene, clusters }: Resolver, n: number): number | null {
  const { first } = scene.mentions[n] as Mention
  let verb = first - 1
  while (verb > 0 && first - verb < 6 && /^(?:as|only|just|himself|herself|his|her|their|name)$/i.test(readWord(scene.tokens, verb))) verb--
  if (!/^(?:called|named|nicknamed|identified|known|gave|gives|giving)$/i.test(readWord(scene.tokens, verb))) return null
  const subject = subjectOf(scene.clauses, scene.layers, scene.relation, verb)
  const at = subject >= 0 && subject < first ? (clusters.of[scene.clauses.mentionAt[subject] as number] ?? -1) : -1
  return at >= 0 && isUnnamedPerson(clusters.list[at] as Cluster) ? at : null
}

/** “The diplomat, Jan Dall,” after “a diplomat”: the last unnamed person who was described by the same noun. */
function findSameNoun({ scene, clusters }: Resolver, n: number): number | null {
  const nouns = new Set<string>()
  for (const m of clusters.list[clusters.of[n] as number]?.mentions ?? []) {
    const other = scene.mentions[m] as Mention
    if (other.form === 'nominal' && m < n && /^the$/i.test(readWord(scene.tokens, other.first))) nouns.add(nounOf(scene, other))
  }
  for (let m = n - 1; nouns.size > 0 && m >= Math.max(0, n - BACK); m--) {
    const other = scene.mentions[m] as Mention
    const at = clusters.of[m] as number
    if (at < 0 || at === clusters.of[n] || other.form !== 'nominal' || !nouns.has(nounOf(scene, other)) || !/^an?$/i.test(readWord(scene.tokens, other.first)))
      continue
    return isUnnamedPerson(clusters.list[at] as Cluster) && fits(personAt(clusters, n), clusters.list[at] as Cluster) ? at : null
  }
  return null
}

const SPOKESPERSON = /^(?:spokes(?:man|woman|person)|lawyer|attorney|adviser|advisor|aide|envoy|representative|official|diplomat)$/

/** “A spokeswoman said that … It was no failure, Nora Finch insisted”: a full name that nothing explains goes on for whoever spoke last. */
function findSpokesperson({ scene, clusters, focus }: Resolver, n: number): number | null {
  const mention = scene.mentions[n] as Mention
  const own = personAt(clusters, n)
  const last = focus.lastSpeaker >= 0 ? (clusters.list[focus.lastSpeaker] as Cluster) : null
  if (!last || (scene.sourceOf[n] as number) < 0 || own.name.length < 2 || own.titles.length > 0 || own.known !== null) return null
  if (!isUnnamedPerson(last) || !fits(own, last)) return null
  if ((scene.sentence[mention.head] as number) - focus.lastSpeakerSentence > NEAR || scene.paragraph[mention.head] !== focus.lastSpeakerParagraph) return null
  return last.mentions.some((m) => SPOKESPERSON.test(nounOf(scene, scene.mentions[m] as Mention))) ? focus.lastSpeaker : null
}

function personAt(clusters: Resolver['clusters'], n: number): Cluster {
  return clusters.list[clusters.of[n] as number] as Cluster
}

function nounOf(scene: Scene, mention: Mention): string {
  return (scene.layers.lemma[mention.head] ?? '').toLowerCase()
}

function isUnnamedPerson({ kind, number, name, known }: Cluster): boolean {
  return kind === 'person' && number !== 'many' && name.length === 0 && known === null
}

function fits(one: Cluster, other: Cluster): boolean {
  return (one.gender === null || other.gender === null || one.gender === other.gender) && (!one.country || !other.country || one.country === other.country)
}
