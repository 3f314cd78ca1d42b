import type { ReadoutSpan } from '../document/readout.ts'
import { type Ground, makeAnchor, makeGround } from './anchors.ts'
import type { Cast } from './cast.ts'
import { type CorrectionDraft, findFact } from './check-draft.ts'
import type { Anchor, Correction, Fields, ReviewKind } from './correction.ts'
import { type Item, LISTS, readFields } from './fields.ts'
import type { FactNote, Reading, Reviewed } from './fold.ts'
import { type Group, recallFields } from './groups.ts'
import { keepFields } from './resolve.ts'
import { ESSENCE_FIELD, PLACE_FIELD } from './shapes.ts'

/** What drafts are described with: the reading, what people made of it, who is in it. */
interface Scene {
  readonly reading: Reading
  readonly reviewed: Reviewed
  readonly groups: readonly Group[]
  readonly cast: Cast
  readonly ground: Ground
}

type Told = Pick<Correction, 'factKind' | 'factKey' | 'anchor' | 'change'>

/** A checked draft as it is kept. Null when there is no such fact. */
export function describeDraft(draft: CorrectionDraft, reading: Reading, reviewed: Reviewed, groups: readonly Group[]): Told | null {
  const { factKind, action } = draft
  const ground = makeGround(reading.readout.article.text ?? '', reading.version)
  const { record } = reviewed
  const keyOf = new Map(record.entities.flatMap(({ id, machineKey }) => (machineKey === null ? [] : [[id, machineKey] as const])))
  const cast: Cast = { entities: record.entities, keyOf, byKey: new Map(Array.from(keyOf, ([id, key]) => [key, id])) }
  const scene: Scene = { reading, reviewed, groups, cast, ground }
  const fields = keepFields(factKind, draft.fields ?? {}, cast, ground)
  if (action === 'add') return { factKind, factKey: null, anchor: anchorAdded(factKind, draft.fields ?? {}, ground), change: { fields, was: null } }
  const fact = findFact(draft, record)
  if (!fact) return describeRejected(draft, fields, scene)
  const read = readFields(factKind, fact, record)
  const was = keepWas(factKind, fact.id, scene)
  const confidence = 'confidence' in fact ? { confidence: fact.confidence } : {}
  const anchor = anchorFact(factKind, fact, { ...read, ...draft.fields }, ground)
  const { factKey } = fact
  if (action === 'comment') return { factKind, factKey, anchor, change: { comment: (draft.comment ?? '').toWellFormed() } }
  if (action === 'reject') return { factKind, factKey, anchor, change: { was, ...confidence } }
  const whole = keepFields(factKind, read, cast, ground)
  return { factKind, factKey, anchor, change: { fields: action === 'accept' ? whole : { ...pickEssence(factKind, whole), ...fields }, was, ...confidence } }
}

/** Whoever corrects the stage of a cooperation in transport has decided on transport too. */
function pickEssence(kind: ReviewKind, fields: Fields): Fields {
  const essence = ESSENCE_FIELD[kind]
  return essence === undefined ? {} : { [essence]: fields[essence] }
}

/** A fact that was rejected may be decided on again: it is then what the machine reads, or what it was, under what people set. */
function describeRejected({ factKind, factKey, action, comment }: CorrectionDraft, fields: Fields, scene: Scene): Told | null {
  const { reviewed, groups, cast, ground } = scene
  const one = reviewed.rejected.find((other) => other.factKind === factKind && other.factKey === factKey)
  const group = groups.find(({ kind, key }) => kind === factKind && key === factKey)
  if (!one || !group) return null
  const told = { factKind, factKey: one.factKey, anchor: group.decidedBy?.anchor as Anchor }
  if (action === 'comment') return { ...told, change: { comment: (comment ?? '').toWellFormed() } }
  const was = one.fact && keepFields(factKind, readFields(factKind, one.fact, scene.reading.readout), cast, ground)
  if (action === 'reject') return { ...told, change: { was } }
  const pins = Object.fromEntries(Array.from(group.pins, ([field, { value }]) => [field, value]))
  return { ...told, change: { fields: action === 'accept' ? { ...(was ?? recallFields(group)), ...pins } : fields, was } }
}

/** What the machine itself reads; null where it finds no such fact. */
function keepWas(kind: ReviewKind, id: string, { reading: { readout }, cast, ground }: Scene): Fields | null {
  const item: Item | undefined = readout[LISTS[kind].list].find((one) => one.id === id)
  return item ? keepFields(kind, readFields(kind, item, readout), cast, ground) : null
}

function anchorAdded(kind: ReviewKind, fields: Readonly<Record<string, unknown>>, ground: Ground): Anchor {
  return anchorSpans(fields[kind === 'entity' ? '' : PLACE_FIELD[kind]], ground)
}

function anchorFact(kind: ReviewKind, fact: Item & FactNote, fields: Readonly<Record<string, unknown>>, ground: Ground): Anchor {
  if (kind !== 'entity') return anchorSpans(fields[PLACE_FIELD[kind]], ground)
  const mentions = 'roles' in fact ? fact.mentions : []
  return anchorSpans(mentions.find(({ form }) => form === 'name') ?? mentions[0] ?? { start: 0, end: Math.min(1, ground.text.length) }, ground)
}

function anchorSpans(value: unknown, ground: Ground): Anchor {
  const spans = (Array.isArray(value) ? value : [value]) as ReadoutSpan[]
  return makeAnchor({ start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }, ground)
}
