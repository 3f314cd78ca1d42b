import { ReadoutError } from '../document/readout-error.ts'

/** What the network did not give. */
export type FetchCode =
  | 'fetch-bad-address'
  | 'fetch-scheme'
  | 'fetch-credentials'
  | 'fetch-refused-address'
  | 'fetch-unreachable'
  | 'fetch-certificate'
  | 'fetch-timeout'
  | 'fetch-too-large'
  | 'fetch-expanded-too-far'
  | 'fetch-cut-short'
  | 'fetch-malformed'
  | 'fetch-too-many-redirects'
  | 'fetch-status'
  | 'fetch-robots'
  | 'fetch-not-now'
  | 'fetch-stopped'

/** A failed fetch; `canRetry` says whether the same request may succeed later, `retryAfterMs` when the server wishes to be asked again. */
export class FetchError extends ReadoutError {
  readonly canRetry: boolean
  readonly status: number | null
  readonly retryAfterMs: number | null

  constructor(code: FetchCode, message: string, more: { canRetry?: boolean; status?: number; retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(code, message, { cause: more.cause })
    this.name = 'FetchError'
    this.canRetry = more.canRetry ?? false
    this.status = more.status ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
  }
}
