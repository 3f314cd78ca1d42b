import type { Realis } from './news-event.ts'
import type { Span } from './span.ts'

export const AREAS = [
  'diplomacy',
  'military',
  'arms',
  'space',
  'nuclear',
  'energy',
  'trade',
  'finance',
  'transport',
  'infrastructure',
  'technology',
  'science',
  'education',
  'culture',
  'media',
  'sport',
  'tourism',
  'health',
  'food',
  'labour',
  'migration',
  'environment',
  'humanitarian',
  'justice',
  'intelligence',
  'border',
  'human-rights',
  'cyber',
] as const
export type Area = (typeof AREAS)[number]

export type Stage = 'originating' | 'expanding' | 'longstanding' | 'aspirational' | 'suspended' | 'ended'

/** Who works with whom, on what, and how far along they are. Entities and statements are indices. */
export interface Cooperation {
  /** Two parties or more. */
  readonly between: readonly number[]
  readonly area: Area
  /** Null where the text does not tell. */
  readonly stage: Stage | null
  readonly spans: readonly Span[]
  readonly realis: Realis
  readonly realisCues: readonly Span[]
  readonly statedIn: number | null
  readonly confidence: number
}
