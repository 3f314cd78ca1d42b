import { doOverlap, type Span } from '../document/span.ts'
import { type Ground, locateAnchor, type Place } from './anchors.ts'
import type { Anchor, Correction, ReviewKind } from './correction.ts'
import { type Item, LISTS } from './fields.ts'
import type { Reading } from './fold.ts'
import { type Group, recallFields } from './groups.ts'
import { ESSENCE_FIELD, PLACE_FIELD } from './shapes.ts'

/** The machine's fact that a group is about. */
export interface Found {
  readonly item: Item
  /** Its key in this reading. */
  readonly key: string
  readonly how: Place['how']
  /** It stands where the group's fact stood, and says something else: another type of event, another area. */
  readonly isOther: boolean
}

/** Share of two contents that must be common for both to be the same statement, and of two stretches for one fact to stand for another. */
const LEAST_COMMON = 0.5

/**
 * Which fact of a reading each group is about: the one with its key, else the one that stands at its words. No fact is given to two groups.
 * What is not in the answer was not found by the machine.
 */
export function findItems(groups: readonly Group[], reading: Reading, ground: Ground): Map<Group, Found> {
  const found = new Map<Group, Found>()
  const taken = new Set<Item>()
  const take = (group: Group, one: Found | undefined) => {
    if (!one) return
    found.set(group, one)
    if (!one.isOther || group.verdict !== 'rejected') taken.add(one.item)
  }
  const byKey = new Map<string, Found>()
  for (const kind of Object.keys(LISTS) as ReviewKind[])
    for (const one of listItems(kind, reading)) byKey.set(`${kind} ${one.key}`, { ...one, how: 'exact', isOther: false })
  for (const group of groups) take(group, byKey.get(`${group.kind} ${group.key}`))
  for (const group of groups) if (!found.has(group)) take(group, findByPlace(group, reading, ground, taken))
  return found
}

/** Facts of a kind with their keys. */
function listItems(kind: ReviewKind, { readout, keys }: Reading): { item: Item; key: string }[] {
  const { list } = LISTS[kind]
  return readout[list].map((item, n) => ({ item, key: keys[list][n] as string }))
}

function findByPlace(group: Group, reading: Reading, ground: Ground, taken: ReadonlySet<Item>): Found | undefined {
  const places = listPlaces(group, ground)
  if (places.length === 0) return undefined
  const essence = ESSENCE_FIELD[group.kind]
  const wanted = essence === undefined ? undefined : recallFields(group)?.[essence]
  const candidates = listItems(group.kind, reading).flatMap(({ item, key }) => {
    if (taken.has(item)) return []
    const [best] = places.map((place) => ({ place, common: compareExtents(group.kind, item, place) })).sort((a, b) => b.common - a.common)
    if (!best || best.common === 0) return []
    const isOther = essence !== undefined && (item as unknown as Record<string, unknown>)[essence] !== wanted
    return isOther && best.common < LEAST_COMMON ? [] : [{ item, key, how: best.place.how, isOther, common: best.common }]
  })
  const [chosen] = candidates.sort((a, b) => Number(a.isOther) - Number(b.isOther) || b.common - a.common)
  // What a person added is not the machine's when that reads something else there.
  return chosen && !(chosen.isOther && group.key.startsWith('+')) ? chosen : undefined
}

/** Where a group's fact may stand now, by its latest entry first: where the machine read it, where people put it. */
function listPlaces(group: Group, ground: Ground): Place[] {
  for (const entry of group.entries.toReversed()) {
    const places = listSpots(group.kind, entry).flatMap((pieces) => joinPlaces(pieces, ground) ?? [])
    if (places.length > 0) return places
  }
  return []
}

function listSpots(kind: ReviewKind, { anchor, change }: Correction): (readonly Anchor[])[] {
  const field = kind === 'entity' ? null : PLACE_FIELD[kind]
  const told = field === null ? [] : [change.was?.[field], change.fields?.[field]].filter((value) => value !== undefined && value !== null)
  return [...told.map((value) => (Array.isArray(value) ? (value as Anchor[]) : [value as Anchor])), [anchor]]
}

/** The whole stretch of pieces, found where all of them stand. */
function joinPlaces(pieces: readonly Anchor[], ground: Ground): Place | null {
  const places = pieces.map((piece) => locateAnchor(piece, ground))
  if (places.length === 0 || places.includes(null)) return null
  const told = places as Place[]
  const how = told.some((place) => place.how === 'changed') ? 'changed' : told.some((place) => place.how === 'moved') ? 'moved' : 'exact'
  return { start: Math.min(...told.map(({ start }) => start)), end: Math.max(...told.map(({ end }) => end)), how }
}

/** How much a fact's own stretches and a place have in common: 0 when it does not stand there. */
function compareExtents(kind: ReviewKind, item: Item, place: Span): number {
  const shares = listStretches(item).map((span) => shareOf(span, place))
  const best = Math.max(0, ...shares)
  // A trigger or a name may be told with a word more or less; a content that lies inside another is another statement.
  return kind === 'statement' && best < LEAST_COMMON ? 0 : best
}

function listStretches(item: Item): Span[] {
  if ('content' in item) return [spanAll(item.content.spans)]
  if ('trigger' in item) return [item.trigger, ...item.mentions]
  if ('between' in item) return [spanAll(item.spans)]
  return 'claim' in item ? [item.span] : item.mentions
}

function spanAll(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

function shareOf(one: Span, other: Span): number {
  if (!doOverlap(one, other)) return 0
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return common / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}
