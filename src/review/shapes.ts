import { AREAS } from '../document/cooperation.ts'
import { EVENT_TYPES } from '../document/news-event.ts'
import { ACTS } from '../document/statement.ts'
import type { ReviewKind } from './correction.ts'

/** What a field of a fact holds. `orNull`: may also hold nothing. */
export type Shape =
  | { readonly is: 'choice'; readonly from: readonly string[]; readonly orNull?: true }
  /** Words of the reviewer's own: a name, the code of a country (“VAR”), the mode of an event (“third-party”). */
  | { readonly is: 'name' | 'code' | 'mode'; readonly orNull?: true }
  | { readonly is: 'flag' }
  /** A day of the calendar as ISO. */
  | { readonly is: 'day'; readonly orNull?: true }
  /** Words of the article. */
  | { readonly is: 'words'; readonly orNull?: true }
  | { readonly is: 'entity'; readonly orNull?: true }
  | { readonly is: 'list'; readonly of: Shape; readonly least: number }
  | { readonly is: 'parts'; readonly parts: Readonly<Record<string, Shape>>; readonly orNull?: true }

const REALIS = ['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'unknown']
const STAGES = ['originating', 'expanding', 'longstanding', 'aspirational', 'suspended', 'ended']
const CLAIMS = ['first', 'last', 'most', 'least', 'again', 'since', 'gap']
export const ENTITY_KINDS = ['person', 'country', 'organization', 'place', 'group', 'document']
const SOURCE_KINDS = ['person', 'government', 'organization', 'group', 'document', 'anonymous']
const ROLES = ['actor', 'recipient', 'host', 'mediator']

const WORDS: Shape = { is: 'words' }
const ENTITY: Shape = { is: 'entity' }
const NO_ENTITY: Shape = { is: 'entity', orNull: true }
const MANY_WORDS: Shape = { is: 'list', of: WORDS, least: 0 }
const TOLD: Shape = { is: 'parts', parts: { words: WORDS, entity: NO_ENTITY }, orNull: true }
const DATE: Shape = {
  is: 'parts',
  parts: {
    words: WORDS,
    start: { is: 'day', orNull: true },
    end: { is: 'day', orNull: true },
    grain: { is: 'choice', from: ['day', 'week', 'month', 'quarter', 'year'] },
    status: { is: 'choice', from: ['exact', 'approximate', 'unresolved'] },
  },
  orNull: true,
}

/**
 * The fields of each kind that a person may decide on. Other places of an event and the cues of its realis are the machine's own evidence: they
 * come from the latest reading.
 */
export const FIELDS: Readonly<Record<ReviewKind, Readonly<Record<string, Shape>>>> = {
  statement: {
    kind: { is: 'choice', from: ['direct', 'mixed', 'indirect'] },
    act: { is: 'choice', from: ACTS },
    source: { is: 'words', orNull: true },
    speaker: NO_ENTITY,
    sourceKind: { is: 'choice', from: SOURCE_KINDS, orNull: true },
    onBehalfOf: NO_ENTITY,
    addressee: TOLD,
    cue: { is: 'list', of: WORDS, least: 0 },
    content: { is: 'list', of: WORDS, least: 1 },
    negated: { is: 'flag' },
    hedges: MANY_WORDS,
  },
  event: {
    type: { is: 'choice', from: EVENT_TYPES },
    mode: { is: 'mode', orNull: true },
    trigger: WORDS,
    participants: { is: 'list', of: { is: 'parts', parts: { role: { is: 'choice', from: ROLES }, words: WORDS, entity: ENTITY } }, least: 0 },
    place: TOLD,
    date: DATE,
    realis: { is: 'choice', from: REALIS },
    areas: { is: 'list', of: { is: 'choice', from: AREAS }, least: 0 },
  },
  cooperation: {
    area: { is: 'choice', from: AREAS },
    stage: { is: 'choice', from: STAGES, orNull: true },
    between: { is: 'list', of: ENTITY, least: 2 },
    words: { is: 'list', of: WORDS, least: 1 },
    realis: { is: 'choice', from: REALIS },
  },
  comparison: { claim: { is: 'choice', from: CLAIMS }, words: WORDS, since: DATE, about: { is: 'words', orNull: true } },
  entity: { name: { is: 'name' }, kind: { is: 'choice', from: ENTITY_KINDS }, country: { is: 'code', orNull: true } },
}

/** Fields that an added fact must have; the others are empty unless they are given. */
export const NEEDED: Readonly<Record<ReviewKind, readonly string[]>> = {
  statement: ['kind', 'act', 'content'],
  event: ['type', 'trigger', 'realis'],
  cooperation: ['area', 'between', 'words', 'realis'],
  comparison: ['claim', 'words'],
  entity: [],
}

/** The field whose words a fact is known by: where it stands. */
export const PLACE_FIELD = { statement: 'content', event: 'trigger', cooperation: 'words', comparison: 'words' } as const satisfies Partial<
  Record<ReviewKind, string>
>

/** The field that makes it another fact when it reads otherwise at the same words. A statement has none. */
export const ESSENCE_FIELD: Readonly<Partial<Record<ReviewKind, string>>> = { event: 'type', cooperation: 'area', comparison: 'claim' }

/** What a field holds that nobody filled in. */
export function emptyValue(shape: Shape): unknown {
  if (shape.is === 'list') return []
  return shape.is === 'flag' ? false : null
}
