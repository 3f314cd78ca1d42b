import type { Mention } from '../document/mention.ts'
import type { Above } from './above.ts'
import { type Cluster, countBelow, mentionsNear } from './clusters.ts'
import type { Focus } from './focus.ts'
import { compareRoles } from './offices.ts'
import type { Scene } from './scene.ts'

/**
 * What speaks for or against a candidate, by name: the inputs of the scorer, in this order, and the words in which
 * `readout explain` tells them. The first `ASKED` say what is asked about and are the same for all candidates.
 */
export const EVIDENCE = [
  ['isPersonPronoun', 'asked about “he” or “she”'],
  ['isThing', 'asked about “it”'],
  ['isPlural', 'asked about several'],
  ['isDescription', 'asked about a description'],
  ['isPossessive', 'a possessive'],
  ['isSubject', 'the subject of its clause'],
  ['isSource', 'the source of a statement'],
  ['isQuoted', 'inside quoted words'],
  ['likeness', 'the reader model finds that they fit'],
  ['bestLikeness', 'an earlier mention of it fits, for the reader model'],
  ['sameSentence', 'named in the same sentence'],
  ['sentenceBefore', 'named in the sentence before'],
  ['twoSentencesBefore', 'named two or three sentences before'],
  ['farBefore', 'named long before'],
  ['sameParagraph', 'named in the same paragraph'],
  ['nearness', 'few words lie between'],
  ['between', 'others who would fit were named since'],
  ['afterwards', 'named only afterwards'],
  ['wasSubject', 'was the subject of its clause'],
  ['wasObject', 'was an object'],
  ['wasPossessor', 'was a possessor'],
  ['wasOblique', 'stood behind a preposition'],
  ['sameRole', 'stands in the same place of its clause'],
  ['openedSentence', 'opened its sentence'],
  ['wasName', 'was called by name'],
  ['wasPronoun', 'was a pronoun there'],
  ['wasQuoted', 'was named inside quoted words'],
  ['often', 'is mentioned often'],
  ['lately', 'was mentioned more than once lately'],
  ['isCommonest', 'is the person mentioned most so far'],
  ['isFirst', 'is whom the text names first'],
  ['genderFits', 'gender is known and fits'],
  ['genderUnknown', 'gender is not told'],
  ['kindUnknown', 'kind is not told'],
  ['spokeLast', 'made the statement before'],
  ['spokeLastHere', 'made the statement before in the same paragraph'],
  ['isTeller', 'makes the statement in which it stands'],
  ['wasSource', 'was the source of a statement there'],
  ['meantLast', 'is whom the last such pronoun meant'],
  ['governs', 'was the subject of the clause above'],
  ['sameHead', 'was called by the same word'],
  ['roleFits', 'office or role fits'],
  ['roleConflicts', 'has another office or role'],
  ['countryFits', 'country fits'],
  ['countryConflicts', 'belongs to another country'],
  ['calledSo', 'was called by such a pronoun before'],
  ['calledOtherwise', 'was called by another pronoun before'],
  ['kindConflicts', 'is taken for something else'],
  ['namedInOwnWords', 'would speak of itself by name'],
  ['givenFits', 'is called by a given name that fits'],
  ['givenConflicts', 'is called by a given name of the other gender'],
  ['isNamed', 'is named'],
  ['ownSubject', 'is the subject of the same clause'],
  ['isAhead', 'is the subject of the main clause that follows'],
  ['inBrackets', 'was named in brackets'],
  ['wasJoined', 'was named together with others'],
  ['isTopic', 'is the person named most in the text'],
  ['topicShare', 'is named often in the text'],
  ['subjectsBetween', 'other subjects were named since'],
  ['verbsBetween', 'several verbs lie between'],
  ['isRootSubject', 'was the subject of a main clause'],
  ['spokeBefore', 'spoke before the last speaker'],
  ['ledBefore', 'was the subject of the sentence before'],
  ['meantHere', 'is whom a pronoun of this sentence means'],
] as const

/** Evidence about what is asked, at the head of each row. */
export const ASKED = 8
export const EVIDENCE_SIZE = EVIDENCE.length
/** Place of each piece of evidence in a row. */
export const AT = Object.fromEntries(EVIDENCE.map(([name], n) => [name, n])) as Record<(typeof EVIDENCE)[number][0], number>

/** One candidate for a mention: a cluster with that mention of it which lies nearest. */
export interface Candidate {
  readonly cluster: number
  readonly nearest: number
  /** Candidates that were named between it and the mention asked about; those of them that were subjects. */
  readonly between: number
  readonly subjectsBetween: number
}

/** Fills a row of evidence for mention `n` and a candidate. */
export function weighCandidate(scene: Scene, focus: Focus, n: number, candidate: Candidate, above: Above): Float64Array {
  const row = new Float64Array(EVIDENCE_SIZE)
  const set = (name: keyof typeof AT, value: boolean | number) => {
    row[AT[name]] = Number(value)
  }
  const mention = scene.mentions[n] as Mention
  const nearest = scene.mentions[candidate.nearest] as Mention
  const cluster = focus.clusters.list[candidate.cluster] as Cluster
  tellAsked(scene, n, mention, set)
  tellDistance(scene, mention, nearest, candidate, set)
  tellPlace(scene, n, candidate.nearest, set)
  tellPerson(focus, mention, cluster, candidate.cluster, set)
  set('meantHere', isMeantHere(scene, n, cluster))
  const before = focus.countBefore(candidate.cluster, n)
  set('likeness', likenessOf(scene, mention.head, nearest.head))
  set('bestLikeness', bestLikeness(scene, mention, cluster, n))
  set('often', Math.log2(1 + before) / 4)
  set('lately', focus.countSince(candidate.cluster, n, mention.head) > 1)
  set('isCommonest', focus.isCommonest(candidate.cluster, n))
  set('isFirst', focus.firstPerson === candidate.cluster)
  set('genderFits', mention.gender !== null && cluster.gender === mention.gender)
  set('genderUnknown', mention.gender !== null && cluster.gender === null)
  set('kindUnknown', cluster.kind === null)
  set('kindConflicts', mention.kind !== null && cluster.kind !== null && mention.kind !== cluster.kind)
  if (mention.gender) {
    const { man, woman } = cluster.called
    set('calledSo', mention.gender === 'man' ? man > woman : woman > man)
    set('calledOtherwise', mention.gender === 'man' ? woman > man : man > woman)
  }
  set('namedInOwnWords', isNamedInOwnWords(scene, n, cluster))
  set('spokeLast', focus.lastSpeaker === candidate.cluster)
  set('spokeLastHere', focus.lastSpeaker === candidate.cluster && focus.lastSpeakerParagraph === scene.paragraph[mention.head])
  set('isTeller', isTeller(scene, focus, mention, candidate.cluster))
  set('wasSource', (scene.sourceOf[candidate.nearest] as number) >= 0)
  set('meantLast', focus.meantLast(mention) === candidate.cluster)
  set('governs', above.before.includes(candidate.cluster))
  set('ownSubject', above.own === candidate.cluster)
  set('ledBefore', above.leader === candidate.cluster)
  set('isAhead', above.behind.includes(candidate.cluster))
  if (mention.form === 'nominal') tellDescription(scene, focus, mention, cluster, n, set)
  return row
}

type Set = (name: keyof typeof AT, value: boolean | number) => void

function tellAsked(scene: Scene, n: number, mention: Mention, set: Set): void {
  const isPronoun = mention.form === 'pronoun'
  set('isPersonPronoun', isPronoun && mention.kind === 'person' && mention.number !== 'many')
  set('isThing', isPronoun && mention.kind !== 'person' && mention.number !== 'many')
  set('isPlural', mention.number === 'many')
  set('isDescription', !isPronoun)
  set('isPossessive', isPronoun && scene.role[n] === 'possessor')
  set('isSubject', scene.role[n] === 'subject')
  set('isSource', (scene.sourceOf[n] as number) >= 0)
  set('isQuoted', scene.isQuoted[mention.head] === 1)
}

function tellDistance(scene: Scene, mention: Mention, nearest: Mention, candidate: Candidate, set: Set): void {
  const sentences = (scene.sentence[mention.head] as number) - (scene.sentence[nearest.head] as number)
  set('sameSentence', sentences === 0)
  set('sentenceBefore', sentences === 1)
  set('twoSentencesBefore', sentences === 2 || sentences === 3)
  set('farBefore', sentences > 3 ? Math.min(1, Math.log2(sentences) / 6) : 0)
  set('sameParagraph', scene.paragraph[mention.head] === scene.paragraph[nearest.head])
  set('nearness', 1 - Math.min(1, Math.log2(1 + Math.abs(mention.head - nearest.head)) / 9))
  set('between', Math.log2(1 + candidate.between) / 3)
  set('subjectsBetween', Math.log2(1 + candidate.subjectsBetween) / 3)
  set('afterwards', nearest.head > mention.head)
}

function tellPlace(scene: Scene, n: number, m: number, set: Set): void {
  const { clauses, layers } = scene
  const [mention, nearest] = [scene.mentions[n] as Mention, scene.mentions[m] as Mention]
  const role = scene.role[m]
  set('wasSubject', role === 'subject')
  set('wasObject', role === 'object')
  set('wasPossessor', role === 'possessor')
  set('wasOblique', role === 'oblique')
  set('sameRole', role !== 'other' && role === scene.role[n])
  set('isRootSubject', role === 'subject' && (layers.head[scene.governor[m] as number] as number) < 0)
  const opening = scene.tokens.sentences[scene.sentence[nearest.head] as number] as number
  set('openedSentence', nearest.first - opening <= 2)
  set('wasName', nearest.form === 'name')
  set('wasPronoun', nearest.form === 'pronoun')
  set('wasQuoted', scene.isQuoted[nearest.head] === 1)
  const bracket = clauses.bracket[nearest.head] as number
  set('inBrackets', bracket > 0 && bracket !== clauses.bracket[mention.head])
  set('wasJoined', clauses.isJoined[m] === 1)
  const verbs = Math.abs((clauses.verbsBefore[mention.head] as number) - (clauses.verbsBefore[nearest.head] as number))
  set('verbsBetween', Math.min(1, Math.log2(1 + verbs) / 5))
}

function tellPerson(focus: Focus, mention: Mention, cluster: Cluster, at: number, set: Set): void {
  set('isNamed', cluster.name.length > 0)
  set('isTopic', focus.topic === at)
  set('topicShare', focus.topicShare(at))
  set('spokeBefore', focus.speakerBefore === at)
  if (mention.gender === null || cluster.gender !== null || cluster.givenFor === null) return
  set('givenFits', cluster.givenFor === mention.gender)
  set('givenConflicts', cluster.givenFor !== mention.gender)
}

function tellDescription(scene: Scene, focus: Focus, mention: Mention, cluster: Cluster, n: number, set: Set): void {
  const lemma = scene.layers.lemma[mention.head]
  set(
    'sameHead',
    mentionsNear(cluster, n).some(
      (m) => m !== n && (scene.mentions[m] as Mention).form === 'nominal' && scene.layers.lemma[(scene.mentions[m] as Mention).head] === lemma,
    ),
  )
  const role = compareRoles(scene, mention, cluster, focus.knowledge)
  set('roleFits', role === 'fits')
  set('roleConflicts', role === 'conflicts')
  set('countryFits', mention.country !== null && mention.country === cluster.country)
  set('countryConflicts', mention.country !== null && cluster.country !== null && mention.country !== cluster.country)
}

/** Product of the reader's two projections, as training scaled it. */
export function likenessOf(scene: Scene, anaphor: number, antecedent: number): number {
  const { size, anaphor: asked, antecedent: given } = scene.layers.reference
  let sum = 0
  for (let k = 0; k < size; k++) sum += (asked[anaphor * size + k] as number) * (given[antecedent * size + k] as number)
  return Math.max(-4, Math.min(4, Math.round((sum / 8) * 256) / 256)) / 4
}

/** Of the last four mentions before: one that is far but clear speaks as well. */
function bestLikeness(scene: Scene, mention: Mention, cluster: Cluster, n: number): number {
  let best = -1
  let seen = 0
  for (let k = countBelow(cluster.mentions, n) - 1; k >= 0 && seen < 4; k--) {
    const m = cluster.mentions[k] as number
    seen++
    best = Math.max(best, likenessOf(scene, mention.head, (scene.mentions[m] as Mention).head))
  }
  return seen > 0 ? best : likenessOf(scene, mention.head, (scene.mentions[cluster.mentions[0] as number] as Mention).head)
}

/** “When he arrived, he said”: a pronoun of the same sentence, before this one, means the candidate. */
function isMeantHere(scene: Scene, n: number, cluster: Cluster): boolean {
  const sentence = scene.sentence[(scene.mentions[n] as Mention).head]
  for (let k = countBelow(cluster.mentions, n) - 1; k >= 0; k--) {
    const other = scene.mentions[cluster.mentions[k] as number] as Mention
    if (scene.sentence[other.head] !== sentence) return false
    if (other.form === 'pronoun') return true
  }
  return false
}

/** “Vale said he would …”: the candidate makes the statement in whose content the mention stands. */
function isTeller(scene: Scene, focus: Focus, mention: Mention, cluster: number): boolean {
  const stated = scene.stated[mention.head] as number
  const source = stated >= 0 ? (scene.source[stated] as number) : -1
  return source >= 0 && focus.clusters.of[source] === cluster
}

/** “He said Vale would leave”: whoever speaks seldom calls himself by name. */
export function isNamedInOwnWords(scene: Scene, n: number, cluster: Cluster): boolean {
  const statement = scene.sourceOf[n] as number
  if (statement < 0) return false
  return mentionsNear(cluster, n, 24, 24).some((m) => {
    const said = scene.mentions[m] as Mention
    return said.form === 'name' && scene.stated[said.head] === statement
  })
}
