import type { Attempts } from '../accounts/accounts.ts'
import type { Library } from '../library/library.ts'
import type { Desk } from '../questions/questions.ts'
import type { Store } from '../store/store.ts'
import type { Intakes } from './intakes.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { PageCache } from './page-cache.ts'
import type { Readings } from './readings.ts'

/** What the routes work with. */
export interface Room {
  /** Takes in, reads, changes. */
  readonly library: Library
  /** The same store, for looking alone: what is being saved makes no answer wait. */
  readonly store: Store
  readonly desk: Desk
  readonly live: Live
  readonly intakes: Intakes
  readonly readings: Readings
  readonly pages: PageCache
  /** Attempts to sign in that failed. */
  readonly attempts: Attempts
  readonly metrics: Metrics
  readonly log: Log
  /** Whether addresses in a private network may be fetched. */
  readonly allowPrivate: boolean
  /** Whether this machine alone can reach the server. */
  readonly isLoopback: boolean
  /** Names by which the server may be called besides those of this machine; null where any will do. */
  readonly names: readonly string[] | null
  /** The built pages; null where they are not built. */
  readonly webFolder: string | null
  readonly version: string
}
