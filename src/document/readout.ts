import type { EntityKind, MentionForm } from './entity.ts'
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
  /** Empty until the reading of events is there. */
  events: never[]
  cooperation: never[]
  comparisons: never[]
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

export interface ReadoutNotice {
  code: string
  message: string
  span: ReadoutSpan | null
}
