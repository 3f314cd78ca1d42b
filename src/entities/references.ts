import type { Mention } from '../document/mention.ts'
import { listCandidates } from './candidates.ts'
import { type Cluster, joinCluster, openCluster } from './clusters.ts'
import { decideByScore, indexNamed, type Resolver, type Resolving, settle, settlePlainly } from './decisions.ts'
import { resolveDescription } from './descriptions.ts'
import type { Candidate } from './evidence.ts'
import { openFocus } from './focus.ts'
import { findOpening, findUnintroduced } from './introductions.ts'
import { nameEarlier } from './late-names.ts'
import { isDefinite } from './offices.ts'
import { findAnswerer, findQuotedAgain } from './turns.ts'

/** Ties descriptions and pronouns of the third person, in text order, each to an earlier cluster, a new one, or none. */
export function resolveReferences(resolving: Resolving): void {
  const { scene, clusters, knowledge } = resolving
  const given: Resolver = { ...resolving, named: indexNamed(clusters), focus: openFocus(scene, clusters, knowledge) }
  for (let n = 0; n < scene.mentions.length; n++) {
    const mention = scene.mentions[n] as Mention
    if ((clusters.of[n] as number) < 0) {
      if (mention.parts.length > 0) joinGroup(given, n)
      else if (mention.form === 'pronoun') resolvePronoun(given, n)
      else if (mention.form === 'nominal') {
        resolveOwner(given, n)
        resolveDescription(given, n)
      } else {
        const person = findCompatriot(given, n)
        if (person >= 0) settlePlainly(given, n, person, 'role')
        else openCluster(clusters, scene.mentions, n)
      }
    }
    nameEarlier(given, n)
    given.focus.note(n)
  }
}

function resolvePronoun(given: Resolver, n: number): void {
  if ((given.scene.mentions[n] as Mention).person !== 3) return
  resolveQuoted(given, n)
  const unintroduced = findUnintroduced(given.scene, given.focus, n)
  if (unintroduced >= 0) settlePlainly(given, n, unintroduced, 'introduction')
  else {
    const candidates = listCandidates(given.scene, given.focus, n)
    const opening = findOpening(given.scene, given.focus, n, candidates)
    const answering = findAnswerer(given, n, candidates)
    const goingOn = findQuotedAgain(given, n, candidates)
    if (opening >= 0) settlePlainly(given, n, opening, 'opening')
    else if (answering >= 0) settlePlainly(given, n, answering, 'answer')
    else if (goingOn >= 0) settlePlainly(given, n, goingOn, 'continuation')
    else if (goesOn(given, n, candidates)) settlePlainly(given, n, given.focus.lastSpeaker, 'continuation')
    else settle(given, decideByScore(given, n, candidates, leastChance(given, n, candidates)))
  }
}

/** “‘She was afraid,’ she said”: who speaks is asked first, for “she” inside the marks is somebody else. */
function resolveQuoted(given: Resolver, n: number): void {
  const { scene, clusters } = given
  const { head } = scene.mentions[n] as Mention
  const source = scene.isQuoted[head] === 1 ? (scene.source[scene.stated[head] as number] ?? -1) : -1
  if (source <= n || (clusters.of[source] as number) >= 0 || scene.isQuoted[(scene.mentions[source] as Mention).head] === 1) return
  if ((scene.mentions[source] as Mention).form === 'pronoun') resolvePronoun(given, source)
}

const GOING_ON = /\b(?:also|likewise|too|further|furthermore|moreover|again|add(?:s|ed|ing)?|continue[sd]?|went on|goes on)\b/i
/** Sentences back in which the statement must stand that a speaker goes on from. */
const NEAR = 3

/** “He also argued”, “she added”: whoever spoke last goes on, where the pronoun may mean him. */
function goesOn({ scene, focus }: Resolver, n: number, candidates: readonly Candidate[]): boolean {
  const cue = scene.statements[scene.sourceOf[n] as number]?.cue?.spans[0]
  if (!cue || !GOING_ON.test(scene.tokens.text.slice(cue.start, cue.end))) return false
  const last = candidates.find(({ cluster }) => cluster === focus.lastSpeaker)
  if (!last) return false
  return (scene.sentence[(scene.mentions[n] as Mention).head] as number) - focus.lastSpeakerSentence <= NEAR
}

/** Probability from which on a pronoun is decided. */
function leastChance(given: Resolver, n: number, candidates: readonly Candidate[]): number {
  if (isAlone(given, n, candidates)) return ALONE
  const isSpeaker = (given.scene.sourceOf[n] as number) >= 0 && (given.scene.mentions[n] as Mention).kind === 'person'
  return isSpeaker ? given.model.speakerFrom : given.model.pronounFrom
}

/** From this probability on “she” is the only person whom she may be. */
const ALONE = 0.12

/** Whether one person only is in play for “he” or “she”. */
function isAlone(given: Resolver, n: number, candidates: readonly Candidate[]): boolean {
  const { kind, number } = given.scene.mentions[n] as Mention
  if (kind !== 'person' || number === 'many') return false
  return candidates.filter(({ cluster }) => given.clusters.list[cluster]?.kind === 'person').length === 1
}

/** “The radar, the Belmoran said, would be off”: the only person of that country who is named so far. */
function findCompatriot({ scene, clusters, focus }: Resolver, n: number): number {
  const mention = scene.mentions[n] as Mention
  if (mention.form !== 'demonym' || mention.kind !== 'person' || mention.number !== 'one' || !isDefinite(scene, mention)) return -1
  const fitting = listCandidates(scene, focus, n).filter(({ cluster }) => {
    const { kind, country, name } = clusters.list[cluster] as Cluster
    return kind === 'person' && name.length > 0 && country === mention.country
  })
  return fitting.length === 1 ? (fitting[0] as Candidate).cluster : -1
}

/** “her Georgian counterpart”: whose counterpart must be known first. */
function resolveOwner(given: Resolver, n: number): void {
  const { owner, last } = given.scene.mentions[n] as Mention
  if (!owner) return
  for (let m = n + 1; m < given.scene.mentions.length && (given.scene.mentions[m] as Mention).first < last; m++) {
    const other = given.scene.mentions[m] as Mention
    if (other.form === 'pronoun' && other.first >= owner.first && other.last <= owner.last && (given.clusters.of[m] as number) < 0) resolvePronoun(given, m)
  }
}

/** Mentions looked back at for the same group. */
const BACK = 200

/** “Putin and Kim”: one group for the same members, however often and in whatever order they are named together. */
function joinGroup(given: Resolver, n: number): void {
  const { clusters, scene } = given
  const key = membersOf(given, n)
  for (let m = n - 1; m >= Math.max(0, n - BACK); m--) {
    const other = scene.mentions[m] as Mention
    if (other.parts.length > 0 && (clusters.of[m] as number) >= 0 && membersOf(given, m) === key && !key.includes('-1')) {
      joinCluster(clusters, scene.mentions, n, clusters.of[m] as number)
      return
    }
  }
  openCluster(clusters, scene.mentions, n)
}

function membersOf(given: Resolver, n: number): string {
  return (given.scene.mentions[n] as Mention).parts
    .map((part) => given.clusters.of[part] as number)
    .sort((a, b) => a - b)
    .join(' ')
}
