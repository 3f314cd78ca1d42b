import { ReadoutError } from '../document/readout-error.ts'
import type { ExportItem } from '../export/export.ts'
import { findCountry, listRecords } from '../library/library.ts'
import { parseDate } from '../reading/reading.ts'
import { openKnowledge } from '../runtime/runtime.ts'
import { closeStore } from '../store/store.ts'
import { openForReading } from './ask.ts'
import { placeStore } from './store-place.ts'

/** Which articles of the library are exported. */
export interface StoreFilter {
  store?: string
  since?: string
  until?: string
  source?: string
  country?: string
  copies?: boolean
}

/** Records of the library, one after the other. What may not leave is told with each. */
export async function* listStored({ store: named, since, until, source, country, copies }: StoreFilter): AsyncGenerator<ExportItem> {
  for (const day of [since, until])
    if (day !== undefined && parseDate(day) === null) throw new ReadoutError('bad-date', `“${day}” is no date: write it like 2024-03-14.`)
  const store = await openForReading(placeStore(named))
  try {
    const found = country === undefined ? null : await findCountry({ store, knowledge: openKnowledge }, country)
    yield* listRecords(store, { since: since ?? null, until: until ?? null, source: source ?? null, country: found, hasCopies: copies ?? false })
  } finally {
    await closeStore(store)
  }
}
