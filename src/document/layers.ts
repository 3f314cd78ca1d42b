import type { TokenSpan } from './span.ts'

/** What the reader model says of each token of an article, decoded. All arrays have one value for each token. */
export interface Layers {
  /** Index into `UPOS`. */
  readonly upos: Uint8Array
  /** Index of the head token in the article, −1 for the root of a sentence. Heads form one tree in each sentence. */
  readonly head: Int32Array
  /** Index into `relations`. */
  readonly relation: Uint8Array
  /** Names of the UD relations that the model tells apart, subtypes included (“nsubj:pass”). */
  readonly relations: readonly string[]
  /** Dictionary form of each token. */
  readonly lemma: readonly string[]
  readonly names: readonly NameSpan[]
  readonly attributions: readonly Attribution[]
  readonly reference: Reference
}

/**
 * What the reader model says of reference: a row of `size` values for each token. The product of the row of a pronoun or
 * description in `anaphor` with the row of another mention's token in `antecedent` tells how likely both mean the same.
 */
export interface Reference {
  readonly size: number
  readonly anaphor: Float32Array
  readonly antecedent: Float32Array
}

/** A name in the text and what kind of thing it names (classes of the worldwide-ner corpus, merged). */
export interface NameSpan extends TokenSpan {
  readonly kind: NameKind
  /** Probability between 0 and 1. */
  readonly score: number
}

export const NAME_KINDS = ['person', 'organization', 'place', 'norp', 'facility', 'date', 'money', 'product', 'misc'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Source, cue and content found together by the reader; statements are made from these. Token spans. */
export interface Attribution {
  readonly cue: TokenSpan
  readonly source: TokenSpan | null
  /** Pieces, in text order; at least one. */
  readonly content: readonly TokenSpan[]
  /** Probabilities between 0 and 1: that the cue is one, that source and content are right. */
  readonly cueScore: number
  readonly sourceScore: number
  readonly contentScore: number
}

/** Universal parts of speech, version 2, in alphabetical order. */
export const UPOS = ['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'] as const
