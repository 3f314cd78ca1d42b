import type { Area } from './cooperation.ts'
import type { Span } from './span.ts'

/** The sixteen types of PLOVER 2.0. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export type Realis = 'happened' | 'ongoing' | 'planned' | 'hypothetical' | 'denied' | 'unknown'
export type ParticipantRole = 'actor' | 'recipient' | 'host' | 'mediator'

/** A time that words tell: ISO dates, both days inclusive, at the grain told. `start` and `end` are null where it is unresolved. */
export interface EventDate {
  readonly span: Span
  readonly start: string | null
  readonly end: string | null
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year'
  readonly status: 'exact' | 'approximate' | 'unresolved'
}

/** Who did what to whom, where and when, and whether it happened. Entities and statements are indices. */
export interface NewsEvent {
  readonly type: EventType
  /** Mode of PLOVER 2.0; for CONSULT: meeting, visit, phone, multilateral, third-party. */
  readonly mode: string | null
  /** The place that tells most about it. */
  readonly trigger: Span
  /** The other places where the same event is told, in text order. */
  readonly mentions: readonly Span[]
  readonly participants: readonly { readonly role: ParticipantRole; readonly span: Span; readonly entity: number }[]
  readonly place: { readonly span: Span; readonly entity: number | null } | null
  readonly date: EventDate | null
  readonly realis: Realis
  readonly realisCues: readonly Span[]
  readonly areas: readonly Area[]
  /** Innermost statement whose content holds the trigger; null where the reporter tells it. */
  readonly statedIn: number | null
  /** The statement that is this event: a pledge, a demand, a refusal told by its cue. */
  readonly utteredIn: number | null
  readonly confidence: number
}
