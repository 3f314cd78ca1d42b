import type { Mention, Title } from '../document/mention.ts'
import { readWord } from '../document/words.ts'
import { findHolders, findOffice, findPeople, type Knowledge, type OfficeKind } from '../knowledge/knowledge.ts'
import type { Cluster } from './clusters.ts'
import type { Scene } from './scene.ts'

/** Kinds that a general word may stand for: “the official” is any of these, “the leader” a president or a party's head. */
const GENERAL: Readonly<Record<string, readonly OfficeKind[]>> = {
  official: ['head-of-state', 'head-of-government', 'minister', 'diplomat', 'legislator', 'military', 'spokesperson', 'official', 'police'],
  politician: ['head-of-state', 'head-of-government', 'minister', 'legislator', 'official', 'party'],
  leader: ['head-of-state', 'head-of-government', 'minister', 'party', 'rebel', 'cleric', 'civil', 'official'],
  statesman: ['head-of-state', 'head-of-government', 'minister', 'diplomat', 'party'],
  lawmaker: ['legislator', 'party'],
  diplomat: ['diplomat', 'minister', 'official'],
}

/** Words that a description of anybody may use: they neither fit nor conflict. */
const ANYBODY =
  /^(?:man|woman|person|girl|boy|father|mother|husband|wife|son|daughter|brother|sister|native|year-old|guest|host|visitor|other|one|veteran|candidate|speaker)$/

/** Family: “her father” is nobody named who is not called so, unless people of one surname are named. */
export const FAMILY =
  /^(?:(?:grand|step)?(?:father|mother|son|daughter)|parent|husband|wife|widow|widower|brother|sister|uncle|aunt|nephew|niece|cousin|fiancée?|girlfriend|boyfriend)$/

/** Offices that a more special one may stand behind: the foreign minister is a minister, a president a leader. */
const BROAD = new Set([
  'leader',
  'official',
  'politician',
  'minister',
  'diplomat',
  'legislator',
  'lawmaker',
  'statesman',
  'chief',
  'chairman',
  'secretary',
  'deputy',
])

/** How the role that a description names stands to what is known of somebody. */
export function compareRoles(scene: Scene, mention: Mention, cluster: Cluster, knowledge: Knowledge): 'fits' | 'conflicts' | 'open' {
  const word = (scene.layers.lemma[mention.head] ?? readWord(scene.tokens, mention.head)).toLowerCase()
  if (mention.owner !== null && FAMILY.test(word))
    return cluster.titles.some((title) => hasWord(scene, title, word)) ? 'fits' : cluster.hasNamesake ? 'open' : 'conflicts'
  if (ANYBODY.test(word)) return 'open'
  const asked = mention.titles.find((title) => title.first <= mention.head && mention.head < title.last)
  const own = asked?.office ?? null
  const of = asked?.of ?? mention.country
  const titles = cluster.titles.filter((title) => !mention.titles.includes(title))
  if (own === null) return titles.some((title) => title.office === null && hasWord(scene, title, word)) ? 'fits' : 'open'
  if (of !== null && cluster.country !== null && of !== cluster.country && cluster.kind === 'person') return 'conflicts'
  // “the commander” of whom “rebel commander” was said
  if (
    asked &&
    asked.last - asked.first === 1 &&
    titles.some((title) => isShortFor(scene, title, word) && (of === null || title.of === null || title.of === of))
  )
    return 'fits'
  if (titles.some((title) => title.office === own)) return agrees(titles, own, of) ? 'fits' : 'conflicts'
  if (isKnownHolder(cluster, own, of, knowledge)) return 'fits'
  const offices = titles.flatMap((title) => title.office ?? [])
  if (offices.length === 0) return 'open'
  const kinds = offices.flatMap((office) => kindOf(office, knowledge) ?? [])
  const accepted = GENERAL[own] ?? GENERAL[word] ?? [kindOf(own, knowledge)]
  const isLoose = BROAD.has(own) || offices.some((office) => BROAD.has(office))
  return isLoose && kinds.some((kind) => accepted.includes(kind)) ? 'fits' : 'conflicts'
}

function kindOf(office: string, knowledge: Knowledge): OfficeKind | undefined {
  return findOffice(knowledge, office.replaceAll('-', ' '))?.kind
}

/** “the Ostrian minister” is not the minister of Varland. */
function agrees(titles: readonly Title[], office: string, of: string | null): boolean {
  return of === null || titles.some((title) => title.office === office && (title.of === null || title.of === of))
}

function hasWord(scene: Scene, title: Title, word: string): boolean {
  for (let i = title.first; i < title.last; i++) if ((scene.layers.lemma[i] ?? '').toLowerCase() === word) return true
  return false
}

/** “the commander” for “rebel commander”, but not “the president” for “vice president”. */
function isShortFor(scene: Scene, title: Title, word: string): boolean {
  for (let i = title.first; i < title.last; i++) if (/^(?:prime|vice|deputy|assistant|under|acting|first)$/i.test(readWord(scene.tokens, i))) return false
  return hasWord(scene, title, word)
}

/** Whether the knowledge base has this person in the office, whenever that was. */
function isKnownHolder(cluster: Cluster, office: string, of: string | null, knowledge: Knowledge): boolean {
  if (cluster.known === null || cluster.kind !== 'person') return false
  return findPeople(knowledge, cluster.known).some(
    (holder) => (holder.office === office || (office === 'leader' && LEADS.has(holder.office))) && (of === null || holder.country === of),
  )
}

const LEADS = new Set(['head-of-state', 'head-of-government', 'leader', 'leader-of-body'])

/**
 * The one person who held the office that a description names, on the day of publication: “the Russian president”. Null when
 * the words do not say whose office, when it is a past or coming holder, or when the tables do not cover the day.
 */
export function findOfficeHolder(scene: Scene, mention: Mention, knowledge: Knowledge, publishedOn: string | null): string | null {
  const title = mention.titles.find((one) => one.first <= mention.head && mention.head < one.last)
  const of = title?.of ?? mention.country
  if (!title?.office || !of || title.isFormer || publishedOn === null || !isDefinite(scene, mention)) return null
  const { holders, isCovered } = findHolders(knowledge, title.office, of, publishedOn)
  const people = new Set(holders.map((holder) => holder.person))
  return isCovered && people.size === 1 ? ([...people][0] as string) : null
}

/** “the president”, “Russia's president”, “this minister”: somebody who is already known or the only one. */
export function isDefinite(scene: Scene, mention: Mention): boolean {
  if (mention.owner !== null) return true
  return /^(?:the|this|that|these|those|both)$/i.test(readWord(scene.tokens, mention.first))
}

/** “the next president”, “another minister”, “any leader”: not the one who is known. */
export function isOther(scene: Scene, mention: Mention): boolean {
  for (let i = mention.first; i < mention.head; i++)
    if (/^(?:next|another|other|any|every|each|no|new|future|first|some|many|most)$/i.test(readWord(scene.tokens, i))) return true
  return false
}
