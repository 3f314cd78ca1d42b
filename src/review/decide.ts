import type { Readout } from '../document/readout.ts'
import { type Ground, locateAnchor } from './anchors.ts'
import type { Cast } from './cast.ts'
import type { Correction, Fields } from './correction.ts'
import { type Item, LISTS, makeItem, readFields, writeFields } from './fields.ts'
import type { Found } from './find-items.ts'
import type { Difference, Displaced, FactNote, Rejected } from './fold.ts'
import { type Group, recallFields } from './groups.ts'
import { keepFields, resolveValue } from './resolve.ts'
import { emptyValue, FIELDS, PLACE_FIELD, type Shape } from './shapes.ts'
import { isSameValue, showValue } from './values.ts'

/** A reading while corrections are folded in. */
export interface Folding {
  record: Readout
  /** The machine's reading, untouched. */
  readonly original: Readout
  readonly cast: Cast
  readonly ground: Ground
  readonly notes: Map<string, Omit<FactNote, 'factKey'> & { factKey: string }>
  /** Facts that were taken out, by id. */
  readonly gone: Map<string, Item>
  readonly rejected: Rejected[]
  readonly displaced: Displaced[]
  /** Facts that people brought in, before they stand in their list. */
  added: Item[]
}

/** Applies what people decided on one fact. */
export function applyGroup(group: Group, found: Found | null, folding: Folding): void {
  const why = whyDisplaced(group, found, folding)
  if (why !== null) displaceAll(group, why, folding)
  else if (group.entries.length === 0) noteUntouched(group, found, folding)
  else if (group.verdict === 'rejected') rejectFact(group, found, folding)
  else setFact(group, found, (found?.item ?? recallItem(group, folding)) as Item, folding)
}

/** Why a group has no place in this reading; null when it has one. */
function whyDisplaced(group: Group, found: Found | null, folding: Folding): string | null {
  if (group.entries.length === 0) return null
  if (group.key.startsWith('+') && !group.entries.some(({ action }) => action === 'add')) return 'The addition of this fact was taken back.'
  if (group.verdict === 'rejected') {
    if (found?.isOther) return 'The machine reads something else at these words now, which nobody has decided on.'
    return found || locateAnchor((group.decidedBy as Correction).anchor, folding.ground) ? null : 'Its words do not stand in this version any more.'
  }
  return found || recallItem(group, folding) ? null : 'Its words do not stand in this version any more, and the machine finds no such fact.'
}

/** What people left standing: the fact with what they set. */
function setFact(group: Group, found: Found | null, item: Item, folding: Folding): void {
  const { fields, differs } = overlay(group, found, item, folding)
  const fact = writeFields(group.kind, item, fields, folding.record.events)
  if (found) replaceItem(group, item, fact, folding)
  else folding.added.push(fact)
  folding.notes.set(fact.id, makeNote(group, found, differs, folding))
}

/** Everything on it was taken back: only that there was something is told. */
function noteUntouched(group: Group, found: Found | null, { notes }: Folding): void {
  if (!found) return
  notes.set(found.item.id, {
    ...{ factKey: group.key, machineKey: found.key, origin: 'machine', decision: null, differs: [], comments: [] },
    ...{ lastCorrection: group.lastId, stands: 'exact' },
  })
}

function rejectFact(group: Group, found: Found | null, folding: Folding): void {
  const { id, who, at, anchor } = group.decidedBy as Correction
  if (found) {
    removeItem(group, found.item, folding)
    folding.gone.set(found.item.id, found.item)
  }
  folding.rejected.push({
    ...{ id, factKind: group.kind, factKey: group.key, who, at, words: anchor.words, fact: found?.item ?? null },
    ...{ comments: listComments(group), lastCorrection: group.lastId },
  })
}

/** A fact that the machine does not find, as people left it, where its words stand. */
function recallItem(group: Group, folding: Folding): Item | null {
  const { kind, verdict, entries } = group
  const fields = recallFields(group)
  if (kind === 'entity' || verdict === null || !fields) return null
  const place = resolveValue(FIELDS[kind][PLACE_FIELD[kind]] as Shape, fields[PLACE_FIELD[kind]], folding.cast, folding.ground)
  if (!place.isWhole || !place.isUsable) return null
  const { list, letter } = LISTS[kind]
  const last = Math.max(0, ...[...folding.original[list], ...folding.added].map(({ id }) => (id.startsWith(letter) ? Number(id.slice(1)) : 0)))
  const confidence = entries.findLast(({ change }) => change.confidence !== undefined)?.change.confidence ?? 1
  return makeItem(kind, `${letter}${last + 1}`, confidence)
}

/** What the fact says: what people set, over what the machine reads, over what it last read. */
function overlay(group: Group, found: Found | null, item: Item, folding: Folding): { fields: Fields; differs: Difference[] } {
  const { kind, pins } = group
  const { cast, ground, original } = folding
  const shapes = FIELDS[kind]
  const read = found ? readFields(kind, item, original) : null
  const stored = read && keepFields(kind, read, cast, ground)
  const base = stored ?? recallFields(group) ?? {}
  const differs: Difference[] = found ? [] : group.key.startsWith('+') ? [] : [{ field: 'fact', human: 'stands', machine: 'not found' }]
  const fields: Record<string, unknown> = { ...read }
  for (const [field, shape] of Object.entries(shapes)) {
    const pin = pins.get(field)
    if (read && !pin) continue
    const value = pin ? pin.value : (base[field] ?? emptyValue(shape))
    const { value: resolved, isWhole, isUsable } = resolveValue(shape, value, cast, ground)
    if (pin && !(isWhole && isUsable)) displace(group, pin.by, { field, says: showValue(shape, value), why: WORDS_GONE }, folding)
    if (read && !(isWhole && isUsable)) continue
    fields[field] = resolved
    if (!pin || !read || !stored || isSame(read[field], resolved) || isSameValue(shape, stored[field], value)) continue
    if (isAsThen(shape, field, pin.by, stored[field], read[field], folding)) continue
    differs.push({ field, human: showValue(shape, value), machine: showValue(shape, stored[field]) })
  }
  return { fields, differs }
}

const WORDS_GONE = 'The words that it names do not stand in this version any more.'

/** Whether the machine says what it said when a person decided: then that person has seen it. */
function isAsThen(shape: Shape, field: string, { change }: Correction, now: unknown, read: unknown, { cast, ground }: Folding): boolean {
  if (!change.was) return false
  const then = change.was[field]
  // Nobody is added to the cast for what is only compared.
  return isSameValue(shape, now, then) || isSame(read, resolveValue(shape, then, { ...cast, entities: [...cast.entities] }, ground).value)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function replaceItem({ kind }: Group, item: Item, fact: Item, { record }: Folding): void {
  const list = record[LISTS[kind].list] as Item[]
  list[list.indexOf(item)] = fact
}

function removeItem({ kind }: Group, item: Item, { record }: Folding): void {
  const list = record[LISTS[kind].list] as Item[]
  list.splice(list.indexOf(item), 1)
}

function makeNote(group: Group, found: Found | null, differs: readonly Difference[], { ground }: Folding): FactNote {
  const { key, verdict, decidedBy, lastId } = group
  const isPeoples = key.startsWith('+')
  return {
    ...{ factKey: key, machineKey: found?.key ?? null, origin: isPeoples && !found ? 'human' : verdict === null ? 'machine' : 'machine+human' },
    decision: verdict && decidedBy && { verdict, who: decidedBy.who, at: decidedBy.at },
    ...{ differs, comments: listComments(group), lastCorrection: lastId },
    stands: (decidedBy && locateAnchor(decidedBy.anchor, ground)?.how) ?? found?.how ?? 'changed',
  }
}

function listComments({ comments }: Group): FactNote['comments'] {
  return comments.map(({ id, who, at, change }) => ({ id, who, at, comment: change.comment ?? '' }))
}

function displaceAll(group: Group, why: string, folding: Folding): void {
  for (const entry of group.entries) displace(group, entry, { field: null, says: describeEntry(entry), why }, folding)
}

function displace(group: Group, entry: Correction, told: Pick<Displaced, 'field' | 'says' | 'why'>, { displaced }: Folding): void {
  const { id, action, anchor, who, at } = entry
  displaced.push({ id, factKind: group.kind, factKey: group.key, action, words: anchor.words, who, at, ...told })
}

function describeEntry({ action, factKind, change }: Correction): string {
  if (action === 'comment') return change.comment ?? ''
  if (action === 'accept' || action === 'reject') return action
  const fields = Object.entries(change.fields ?? {}).filter(([field, value]) => value !== null && field in FIELDS[factKind])
  return fields.map(([field, value]) => `${field}: ${showValue(FIELDS[factKind][field] as Shape, value)}`).join('; ')
}
