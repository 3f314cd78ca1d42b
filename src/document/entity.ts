import type { Span } from './span.ts'
import type { SourceKind } from './statement.ts'

export type EntityKind = 'person' | 'country' | 'organization' | 'place' | 'group' | 'document'
export type MentionForm = 'name' | 'nominal' | 'pronoun' | 'metonym' | 'demonym'

/** Someone or something the article names, with every place where it does. */
export interface Entity {
  readonly kind: EntityKind
  /** Best full name in the text, else in the knowledge base. */
  readonly name: string
  /** ISO 3166-1 alpha-3, or the code of an international body, that it is or belongs to; null when nothing tells. */
  readonly country: string | null
  /** Offices and roles as the text words them; `of` is the index of the entity they belong to. */
  readonly roles: readonly { readonly title: string; readonly of: number | null; readonly span: Span }[]
  /** What the knowledge base ties it to: `{ "iso3": "RUS" }`. */
  readonly link: Readonly<Record<string, string>>
  readonly mentions: readonly (Span & { readonly form: MentionForm })[]
}

/** Who makes a statement. Entities are indices; null where nobody can know. */
export interface Speaker {
  readonly entity: number | null
  readonly kind: SourceKind
  readonly onBehalfOf: number | null
  readonly addressee: { readonly span: Span; readonly entity: number | null } | null
}
