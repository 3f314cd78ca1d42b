import { ReadoutError } from '../document/readout-error.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { FoldName, Store } from '../store/store.ts'

/** An open library, and what names are looked up with. */
export interface Desk {
  readonly store: Store
  readonly knowledge: Knowledge
  /** The writing by which the library finds names: the one that it saves with. */
  readonly fold: FoldName
}

/** The stretch of time that a question is about: ISO days, both included; null where it is open. */
export interface Period {
  readonly since: string | null
  readonly until: string | null
}

/** How many rows, and from where on. */
export interface Paging {
  readonly limit: number
  /** `next` of the page before; null for the first. */
  readonly cursor: string | null
}

/** A page of an answer. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Cursor of the next page; null when this is the last. */
  readonly next: string | null
  /** Names that nobody bears in this library. */
  readonly unknown: readonly string[]
}

export type Db = Store['db']

/** Refuses what no answer can be given to. */
export function checkPaging({ since, until, limit }: Period & Paging): void {
  if (!Number.isInteger(limit) || limit < 1) throw new ReadoutError('bad-limit', 'The limit is a whole number, 1 or more.')
  if (since !== null && until !== null && since > until) throw new ReadoutError('bad-period', `The time asked for ends (${until}) before it begins (${since}).`)
}
