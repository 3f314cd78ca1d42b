import type { EntityKind, MentionForm } from '../document/entity.ts'
import type { Readout, ReadoutEntity, ReadoutSpan } from '../document/readout.ts'
import { doOverlap } from '../document/span.ts'
import { type Ground, locateAnchor, makeAnchor } from './anchors.ts'
import type { EntityRef } from './correction.ts'
import type { Reading } from './fold.ts'

/** The entities of a folded reading while it is made: the machine's, and those that people named. */
export interface Cast {
  readonly entities: ReadoutEntity[]
  readonly byKey: ReadonlyMap<string, string>
  readonly keyOf: ReadonlyMap<string, string>
}

/** Who is there to begin with. */
export function openCast({ readout, keys }: Reading): Cast {
  const pairs = readout.entities.map(({ id }, n) => [keys.entities[n] as string, id] as const)
  return { entities: [...readout.entities], byKey: new Map(pairs), keyOf: new Map(pairs.map(([key, id]) => [id, key])) }
}

/** An entity of a reading as a correction names it. */
export function referTo(entity: ReadoutEntity, cast: Cast, ground: Ground): EntityRef {
  const { id, name, kind, country, mentions } = entity
  const mention = mentions.find(({ form }) => form === 'name') ?? mentions[0]
  return { key: cast.keyOf.get(id) ?? null, name, kind, country, anchor: mention ? makeAnchor(mention, ground) : null }
}

/** The id of whom a correction names: by key, by a place that names it, by name; who is in none of these is added. */
export function findInCast(ref: EntityRef, cast: Cast, ground: Ground): string {
  const byKey = ref.key === null ? undefined : cast.byKey.get(ref.key)
  if (byKey !== undefined) return byKey
  const place = ref.key !== null && ref.anchor ? locateAnchor(ref.anchor, ground) : null
  const named = cast.entities.find(({ mentions }) => place && mentions.some((mention) => doOverlap(mention, place)))
  if (named) return named.id
  const called = cast.entities.find(({ name, kind }) => name.toLowerCase() === ref.name.toLowerCase() && kind === ref.kind)
  return called?.id ?? addEntity(ref, cast)
}

function addEntity({ name, kind, country }: EntityRef, { entities }: Cast): string {
  const id = `e${1 + Math.max(0, ...entities.map((entity) => Number(entity.id.slice(1))))}`
  entities.push({ id, kind, name, country, roles: [], link: {}, mentions: [] })
  return id
}

/** Gives people's entities the places that name them: where the text has the name, and the words by which facts refer to them. */
export function placeNewcomers(record: Readout, first: number): void {
  const text = record.article.text ?? ''
  for (const entity of record.entities.slice(first)) {
    const spans = [...findName(entity.name, text), ...listReferences(record, entity.id)]
    const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]))
    entity.mentions = Array.from(distinct.values(), (span) => ({ ...span, form: formOf(span, entity.name) })).sort((a, b) => a.start - b.start || a.end - b.end)
  }
}

/** Where the text has a name in full. */
export function findName(name: string, text: string): ReadoutSpan[] {
  const found: ReadoutSpan[] = []
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? ' ')
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length
    if (!(start > 0 && isLetter(start - 1)) && !isLetter(end)) found.push({ start, end, text: name })
  }
  return found
}

function formOf({ text }: ReadoutSpan, name: string): MentionForm {
  return text.includes(name.split(/\s+/).at(-1) ?? name) ? 'name' : 'nominal'
}

function listReferences({ statements, events }: Readout, id: string): ReadoutSpan[] {
  const told = [
    ...statements.flatMap(({ source, addressee }) => [...(source ? [source] : []), ...(addressee ? [addressee] : [])]),
    ...events.flatMap(({ participants, place }) => [...participants, ...(place ? [place] : [])]),
  ]
  return told.filter(({ entity }) => entity === id).map(({ span }) => ({ start: span.start, end: span.end, text: span.text }))
}

/** Kinds of whom a reviewer may name anew. */
export type NewEntity = { readonly name: string; readonly kind: EntityKind; readonly country: string | null }
