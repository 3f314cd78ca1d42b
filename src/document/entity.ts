import type { Span } from './span.ts'

export type EntityKind = 'person' | 'country' | 'organization' | 'place' | 'group' | 'document'
export type MentionForm = 'name' | 'nominal' | 'pronoun' | 'metonym' | 'demonym'

/** Someone or something the article names, with every place where it does. */
export interface Entity {
  readonly kind: EntityKind
  /** Best full name in the text. */
  readonly name: string
  readonly mentions: readonly (Span & { readonly form: MentionForm })[]
}
