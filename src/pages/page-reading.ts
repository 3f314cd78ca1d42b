import type { Block, DateClue } from '../document/incoming.ts'
import type { Notice } from '../document/notice.ts'

/** What was read out of one page or paper: plain data, as it comes back from the worker. */
export interface PageReading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly wire: string | null
  readonly publishedOn: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly dateClue: DateClue | null
  readonly language: string | null
  readonly address: string | null
  readonly isTruncated: boolean
  readonly notices: readonly Notice[]
}

/** One page on its way to the worker. `now` decides which dates lie in the future. */
export interface PageOrder {
  readonly kind: 'html'
  readonly source: string
  readonly address: string | null
  readonly now: number
}

/** The same for a paper. */
export interface PaperOrder {
  readonly kind: 'pdf' | 'docx'
  readonly bytes: Uint8Array
  readonly now: number
}

/** A reading that found nothing, to be filled in. */
export const NOTHING: PageReading = {
  text: '',
  blocks: [],
  title: null,
  publisher: null,
  authors: [],
  wire: null,
  publishedOn: null,
  publishedAt: null,
  updatedAt: null,
  dateClue: null,
  language: null,
  address: null,
  isTruncated: false,
  notices: [],
}
