import type { ComparisonClaim } from './comparison.ts'
import type { Area, Stage } from './cooperation.ts'
import type { EntityKind, MentionForm } from './entity.ts'
import type { EventDate, EventType, ParticipantRole, Realis } from './news-event.ts'
import type { Act, SourceKind, StatementKind } from './statement.ts'

/**
 * The output contract, `readout/1`, described in docs/readout-format.md. Names here are the JSON's names: none may be
 * renamed or change meaning without a new format number.
 */
export interface Readout {
  format: 'readout/1'
  producedBy: { readout: string; models: Record<string, string>; knowledge: string | null }
  offsetUnit: OffsetUnit
  article: ReadoutArticle
  entities: ReadoutEntity[]
  statements: ReadoutStatement[]
  events: ReadoutEvent[]
  cooperation: ReadoutCooperation[]
  comparisons: ReadoutComparison[]
  notices: ReadoutNotice[]
}

export type OffsetUnit = 'utf16' | 'codepoint'

export interface ReadoutSpan {
  start: number
  end: number
  text: string
}

export interface ReadoutArticle {
  /** sha256 of the text in UTF-8, in hex. */
  id: string
  source: string | null
  title: string | null
  publisher: string | null
  authors: string[]
  publishedOn: string | null
  language: string | null
  /** Length of the text in `offsetUnit`. */
  length: number
  /** Left out with --no-text. */
  text?: string
}

export interface ReadoutEntity {
  id: string
  kind: EntityKind
  name: string
  country: string | null
  roles: { title: string; of: string | null; span: ReadoutSpan }[]
  link: Record<string, string>
  mentions: (ReadoutSpan & { form: MentionForm })[]
}

export interface ReadoutStatement {
  id: string
  kind: StatementKind
  act: Act
  source: { span: ReadoutSpan; entity: string | null; kind: SourceKind; onBehalfOf: string | null } | null
  cue: { spans: ReadoutSpan[]; lemma: string } | null
  content: { spans: ReadoutSpan[] }
  quotations: (ReadoutSpan & { closed: boolean })[]
  addressee: { span: ReadoutSpan; entity: string | null } | null
  within: string | null
  negated: boolean
  hedges: ReadoutSpan[]
  confidence: number
}

export interface ReadoutEvent {
  id: string
  type: EventType
  mode: string | null
  trigger: ReadoutSpan
  mentions: ReadoutSpan[]
  participants: { role: ParticipantRole; span: ReadoutSpan; entity: string }[]
  place: { span: ReadoutSpan; entity: string | null } | null
  date: ReadoutDate | null
  realis: Realis
  realisCues: ReadoutSpan[]
  areas: Area[]
  statedIn: string | null
  utteredIn: string | null
  confidence: number
}

/** ISO days, both inclusive; null where the words resolve to nothing. An object with `grain` is a date, not a span. */
export interface ReadoutDate {
  span: ReadoutSpan
  start: string | null
  end: string | null
  grain: EventDate['grain']
  status: EventDate['status']
}

export interface ReadoutCooperation {
  id: string
  between: string[]
  area: Area
  stage: Stage | null
  spans: ReadoutSpan[]
  realis: Realis
  realisCues: ReadoutSpan[]
  statedIn: string | null
  confidence: number
}

export interface ReadoutComparison {
  id: string
  claim: ComparisonClaim
  span: ReadoutSpan
  since: ReadoutDate | null
  about: string | null
  statedIn: string | null
  confidence: number
}

export interface ReadoutNotice {
  code: string
  message: string
  span: ReadoutSpan | null
}
