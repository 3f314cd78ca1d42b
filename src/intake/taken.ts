import type { Incoming } from '../document/incoming.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Limits } from './fetch.ts'
import { FetchError } from './fetch-error.ts'

/** Why an item could not be taken in. `reason` is a sentence for people. */
export interface Failure {
  readonly code: string
  readonly reason: string
  /** The same item may be had later. */
  readonly canRetry: boolean
}

/**
 * One item of a target: an article, a failure, or a remark on what was passed over (pictures in an archive, entries told twice). `key` names the
 * item inside its target, the same in every run.
 */
export type Taken =
  | { readonly key: string; readonly incoming: Incoming }
  | { readonly key: string; readonly failure: Failure }
  | { readonly key: string; readonly remark: string }

/** Makes an article of a page, paper or plain text. */
export type ReadPage = (
  bytes: Uint8Array,
  given: { contentType?: string | null; address?: string | null; source: string; publishedOn?: string | null },
) => Promise<Incoming>

/** What taking in needs besides the target. */
export interface Means {
  readonly readPage: ReadPage
  /** Lets hosts that the target names lie in a private network; those that a feed or page leads to still may not. */
  readonly allowPrivate?: boolean
  /** Items of these keys were done before: they are not read again. */
  readonly known?: (key: string) => boolean
  /** ISO day: items of feeds and sitemaps that are told to be older are passed over. */
  readonly since?: string | null
  readonly signal?: AbortSignal
  readonly limits?: Partial<Limits>
}

/** A failure of the world as an item; mistakes of our own are thrown on. */
export function failItem(key: string, error: unknown): Taken {
  if (!(error instanceof ReadoutError)) throw error
  return { key, failure: { code: error.code, reason: error.message, canRetry: error instanceof FetchError && error.canRetry } }
}
