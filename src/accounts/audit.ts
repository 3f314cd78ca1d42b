import type { Store } from '../store/store.ts'

/** One line of the audit log: what was done by whom, without words of articles and without secrets. */
export interface AuditEntry {
  readonly id: number
  readonly at: string
  readonly who: string
  /** “account.add”, “session.start”, “token.revoke” … */
  readonly action: string
  /** What it was done to: the name of an account, the number of a token. */
  readonly what: string
}

/** Adds a line. Inside a change it is a part of that one. */
export async function noteAudit({ db }: Store, entry: Omit<AuditEntry, 'id'>): Promise<void> {
  await db.insertInto('audit').values(entry).execute()
}

/** Lines, the latest first. `before`: only those with a smaller number. */
export async function listAudit({ db }: Store, { before, limit = 100 }: { before?: number; limit?: number } = {}): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  return query.execute()
}
