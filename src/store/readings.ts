import type { Readout } from '../document/readout.ts'
import type { Store } from './engine.ts'
import { nameEntities } from './fact-keys.ts'
import { listFactNames } from './facts.ts'
import { loadVersion } from './load.ts'

/** A record with the keys by which its entities and facts are known in other readings and versions, each list in the record's order. */
export interface KeyedReading {
  readonly articleId: number
  readonly articleKey: string
  /** Number of the version. */
  readonly version: number
  readonly readout: Readout
  readonly keys: {
    readonly entities: readonly string[]
    readonly statements: readonly string[]
    readonly events: readonly string[]
    readonly cooperation: readonly string[]
    readonly comparisons: readonly string[]
  }
}

/** The reading of an article's current version, or of the version with a number. Null when there is none. */
export async function loadReading(store: Store, articleId: number, version?: number): Promise<KeyedReading | null> {
  const loaded = await loadVersion(store.db, articleId, version)
  if (!loaded) return null
  const { articleKey, number, readout } = loaded
  const { statements, events, cooperation, comparisons } = listFactNames(loaded)
  const listKeys = (names: readonly { key: string }[]) => names.map(({ key }) => key)
  const facts = { statements: listKeys(statements), events: listKeys(events), cooperation: listKeys(cooperation), comparisons: listKeys(comparisons) }
  return { articleId, articleKey, version: number, readout, keys: { entities: nameEntities(readout, articleKey), ...facts } }
}
