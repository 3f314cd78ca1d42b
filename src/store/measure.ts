import { sql } from 'kysely'
import type { Store } from './engine.ts'

/** How large a store is and how much is in it. */
export interface StoreSize {
  readonly bytes: number
  /** Bytes of the texts of all versions: the rest is what the store adds. */
  readonly textBytes: number
  readonly counts: Readonly<Record<(typeof COUNTED)[number], number>>
}

const COUNTED = [
  'source',
  'report',
  'article',
  'version',
  'identity',
  'statement',
  'event',
  'cooperation',
  'comparison',
  'change',
  'intake_item',
  'forgotten',
  'correction',
  'collection',
] as const

export async function measureStore({ db, engine }: Store): Promise<StoreSize> {
  const counts: Partial<Record<(typeof COUNTED)[number], number>> = {}
  for (const table of COUNTED) {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = row.count
  }
  const { rows } = await sql<{ bytes: number }>`select coalesce(sum(octet_length(text)), 0) as bytes from version`.execute(db)
  return { bytes: await engine.measureBytes(db), textBytes: rows[0]?.bytes ?? 0, counts: counts as StoreSize['counts'] }
}
