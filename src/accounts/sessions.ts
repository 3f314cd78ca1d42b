import { LIMITS } from '../document/limits.ts'
import { changeStore, type Store } from '../store/store.ts'
import { noteAudit } from './audit.ts'
import type { Account } from './people.ts'
import { type Role, type Scope, scopesOf } from './roles.ts'
import { hashSecret, makeSecret } from './secrets.ts'

/** What the browser is given: the secret goes into its cookie and nowhere else, `csrf` into the page, which sends it with what changes something. */
export interface Started {
  readonly secret: string
  readonly csrf: string
  readonly endsAt: string
}

/** Somebody who has come in. */
export interface Visitor {
  readonly name: string
  readonly role: Role
  readonly scopes: ReadonlySet<Scope>
}

/**
 * Begins a session for whoever has shown his password. Its secret is always a new one: a session that the browser brought along (`former`) ends, so
 * that nobody can have planted it. Sessions that are over are swept out.
 */
export async function startSession(store: Store, account: Account, now: Date, former: string | null = null): Promise<Started> {
  const [secret, csrf, at] = [makeSecret(), makeSecret(), now.toISOString()]
  const endsAt = new Date(now.getTime() + LIMITS.sessionMs).toISOString()
  const idle = new Date(now.getTime() - LIMITS.sessionIdleMs).toISOString()
  await changeStore(store, async (step) => {
    if (former !== null) await step.db.deleteFrom('session').where('id', '=', hashSecret(former)).execute()
    await step.db
      .deleteFrom('session')
      .where(({ or, eb }) => or([eb('ends_at', '<=', at), eb('seen_at', '<=', idle)]))
      .execute()
    const row = { id: hashSecret(secret), account_id: account.id, csrf, made_at: at, seen_at: at, ends_at: endsAt }
    await step.db.insertInto('session').values(row).execute()
    await noteAudit(step, { at, who: account.name, action: 'session.start', what: '' })
  })
  return { secret, csrf, endsAt }
}

/** Whose session it is; null when there is none, when it is over or was idle too long, or when the account is disabled. */
export async function findSession(store: Store, secret: string, now: Date): Promise<(Visitor & { csrf: string; endsAt: string }) | null> {
  const id = hashSecret(secret)
  const row = await store.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.name', 'account.role', 'account.is_disabled', 'session.csrf', 'session.seen_at', 'session.ends_at'])
    .where('session.id', '=', id)
    .executeTakeFirst()
  if (!row || row.is_disabled === 1) return null
  const [nowMs, idleMs] = [now.getTime(), now.getTime() - Date.parse(row.seen_at)]
  if (nowMs >= Date.parse(row.ends_at) || idleMs >= LIMITS.sessionIdleMs) return null
  if (idleMs >= LIMITS.sessionNoteMs) await store.db.updateTable('session').set({ seen_at: now.toISOString() }).where('id', '=', id).execute()
  return { name: row.name, role: row.role, scopes: scopesOf(row.role), csrf: row.csrf, endsAt: row.ends_at }
}

/** Ends a session. One that is not there has ended. */
export async function endSession(store: Store, secret: string, now: Date): Promise<void> {
  await changeStore(store, async (step) => {
    const id = hashSecret(secret)
    const query = step.db.selectFrom('session').innerJoin('account', 'account.id', 'session.account_id').select('account.name')
    const row = await query.where('session.id', '=', id).executeTakeFirst()
    if (!row) return
    await step.db.deleteFrom('session').where('id', '=', id).execute()
    await noteAudit(step, { at: now.toISOString(), who: row.name, action: 'session.end', what: '' })
  })
}
