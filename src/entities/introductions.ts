import type { Mention } from '../document/mention.ts'
import type { Cluster } from './clusters.ts'
import type { Candidate } from './evidence.ts'
import type { Focus } from './focus.ts'
import type { Scene } from './scene.ts'

/** Mentions looked at for somebody named afterwards. */
const AHEAD = 30

/**
 * A speaker met first as “he”, in a text whose head is missing: somebody who is first named by a bare surname, with no
 * given name, office or explanation, was introduced before this text begins. When such a person speaks later in the same
 * paragraph, the one who speaks as a pronoun before is he, unless the pronoun's own words name him. Example: “He called it a
 * start. … According to Lind, …”, where Lind is never introduced.
 */
export function findUnintroduced(scene: Scene, focus: Focus, n: number): number {
  const mention = scene.mentions[n] as Mention
  const statement = scene.sourceOf[n] as number
  if (statement < 0 || mention.kind !== 'person' || mention.number === 'many') return -1
  const paragraph = scene.paragraph[mention.head] as number
  if (focus.lastSpeakerParagraph === paragraph) return -1
  for (let m = n + 1; m < Math.min(scene.mentions.length, n + AHEAD); m++) {
    const other = scene.mentions[m] as Mention
    if (scene.paragraph[other.head] !== paragraph) return -1
    const at = focus.clusters.of[m] as number
    if (at < 0 || other.form !== 'name' || (scene.sourceOf[m] as number) < 0) continue
    const cluster = focus.clusters.list[at] as Cluster
    const isBare =
      cluster.mentions[0] === m && other.name !== null && other.name.last - other.name.first === 1 && other.titles.length === 0 && cluster.name.length === 1
    const fitsGender = cluster.gender === null || mention.gender === null || cluster.gender === mention.gender
    if (cluster.kind === 'person' && isBare && fitsGender && (scene.stated[other.head] as number) !== statement) return at
    return -1
  }
  return -1
}

/** Mentions that an opening “he” stands among, and that are looked at for whom it means. */
const OPENING = 40

/**
 * “He had come to apologise, he said. … Arvo Lind, 71, …”: a text that opens with “he” means the first person named afterwards who is
 * by himself the subject of a clause or a source. −1 where somebody is named before, or nobody after.
 */
export function findOpening(scene: Scene, focus: Focus, n: number, candidates: readonly Candidate[]): number {
  const mention = scene.mentions[n] as Mention
  const isOpening = candidates.every(({ cluster, nearest }) => nearest > n || focus.clusters.list[cluster]?.kind !== 'person')
  if (n > OPENING || (scene.role[n] !== 'subject' && (scene.sourceOf[n] as number) < 0)) return -1
  if (!isOpening || mention.kind !== 'person' || mention.number === 'many' || scene.isQuoted[mention.head] === 1 || !isInFirstWords(scene, n)) return -1
  for (let m = n + 1; m < Math.min(scene.mentions.length, n + OPENING); m++) {
    const other = scene.mentions[m] as Mention
    const at = focus.clusters.of[m] as number
    if (at < 0 || other.form !== 'name' || other.kind !== 'person' || scene.clauses.isJoined[m] === 1) continue
    if (scene.role[m] !== 'subject' && (scene.sourceOf[m] as number) < 0) continue
    const { gender } = focus.clusters.list[at] as Cluster
    if (gender === null || gender === mention.gender) return at
  }
  return -1
}

/** Whether no person is named before. */
function isInFirstWords(scene: Scene, n: number): boolean {
  for (let m = 0; m < n; m++) if ((scene.mentions[m] as Mention).form === 'name' && (scene.mentions[m] as Mention).kind === 'person') return false
  return true
}
