import type { ReadoutSpan } from '../document/readout.ts'
import { type Ground, locateAnchor, makeAnchor } from './anchors.ts'
import { type Cast, findInCast, type NewEntity, referTo } from './cast.ts'
import type { Anchor, EntityRef, Fields, ReviewKind } from './correction.ts'
import { FIELDS, type Shape } from './shapes.ts'
import { isOpen, mapValue } from './values.ts'

/** A stored value in a reading: words as spans of its text, entities by id. */
export interface Resolved {
  readonly value: unknown
  /** All its words were found. */
  readonly isWhole: boolean
  /** It may be left as it is: what is missing may be missing. */
  readonly isUsable: boolean
}

/** Finds a stored value in a reading. Whom it names and the reading does not know is added to the cast. */
export function resolveValue(shape: Shape, value: unknown, cast: Cast, ground: Ground): Resolved {
  let isWhole = true
  const found = mapValue(shape, value, {
    words: (anchor) => {
      const place = locateAnchor(anchor as Anchor, ground)
      if (!place) isWhole = false
      return place && { start: place.start, end: place.end, text: ground.text.slice(place.start, place.end) }
    },
    entity: (ref) => (isWhole ? findInCast(ref as EntityRef, cast, ground) : null),
  })
  const isEnough = shape.is !== 'list' || (found as unknown[]).length >= shape.least
  return { value: found, isWhole, isUsable: isEnough && (found !== null || isOpen(shape)) }
}

/** Values of a reading as they are stored: words with what stands around them, entities by key and name. */
export function keepFields(kind: ReviewKind, fields: Fields, cast: Cast, ground: Ground): Fields {
  const byId = new Map(cast.entities.map((entity) => [entity.id, entity]))
  const kept = Object.entries(fields).map(([field, value]) => {
    const shape = FIELDS[kind][field] as Shape
    const words = (span: unknown) => makeAnchor(span as ReadoutSpan, ground)
    const entity = (told: unknown) => {
      const known = typeof told === 'string' ? byId.get(told) : undefined
      if (known) return referTo(known, cast, ground)
      return typeof told === 'string' ? null : ({ key: null, anchor: null, ...(told as NewEntity) } satisfies EntityRef)
    }
    return [field, mapValue(shape, value, { words, entity })]
  })
  return Object.fromEntries(kept)
}
