import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore, type Store } from '../store/store.ts'
import { noteAudit } from './audit.ts'
import { type Acting, loadAccount } from './people.ts'
import { narrowScopes, SCOPES, type Scope, scopesOf } from './roles.ts'
import { hashSecret, makeSecret } from './secrets.ts'
import type { Visitor } from './sessions.ts'

/** What every token begins with, so that one that has leaked is known for what it is. */
const PREFIX = 'readout_'

export interface TokenDraft {
  /** Name of the account that it stands for. */
  readonly account: string
  /** What it is for, in the words of whoever made it. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** ISO instant from which it is worth nothing; null: until it is revoked. */
  readonly endsAt: string | null
}

/** A token without its secret, which nobody can tell any more. */
export interface Token extends TokenDraft {
  readonly id: number
  readonly madeAt: string
  readonly usedAt: string | null
  readonly isRevoked: boolean
}

/** Makes a token. Its secret is told this once; only its hash is kept. A token cannot have more than its account. */
export async function addToken(store: Store, draft: TokenDraft, { who, at }: Acting): Promise<{ id: number; secret: string }> {
  const { name, scopes, endsAt } = draft
  if (!name.trim() || name.length > LIMITS.accountNameUnits || /[\x00-\x1f\x7f]/.test(name))
    throw new ReadoutError('bad-name', `A token has a name of ${LIMITS.accountNameUnits} signs at most that tells what it is for.`)
  if (scopes.length === 0 || !scopes.every((scope) => SCOPES.includes(scope)))
    throw new ReadoutError('bad-scope', `A token has one or more of the scopes ${SCOPES.join(', ')}.`)
  const secret = `${PREFIX}${makeSecret()}`
  const id = await changeStore(store, async (step) => {
    const account = await loadAccount(step, draft.account)
    const missing = scopes.filter((scope) => !scopesOf(account.role).has(scope))
    if (missing.length > 0) throw new ReadoutError('bad-scope', `${account.name} is ${account.role} and may not ${missing.join(', ')}: leave it out.`)
    const told = { name, scopes: [...new Set(scopes)].join(' '), secret_hash: hashSecret(secret), made_at: at, used_at: null, ends_at: endsAt }
    const row = { account_id: account.id, ...told, is_revoked: 0 as const }
    const made = await step.db.insertInto('token').values(row).returning('id').executeTakeFirstOrThrow()
    await noteAudit(step, { at, who, action: 'token.add', what: `${made.id} for ${account.name}: ${row.scopes}` })
    return made.id
  })
  return { id, secret }
}

/** Whoever holds this token; null when it is none, revoked or over, or when its account is disabled. */
export async function findToken(store: Store, secret: string, now: Date): Promise<Visitor | null> {
  if (!secret.startsWith(PREFIX)) return null
  const row = await store.db
    .selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select(['token.id', 'token.scopes', 'token.used_at', 'token.ends_at', 'token.is_revoked', 'account.name', 'account.role', 'account.is_disabled'])
    .where('token.secret_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  if (!row || row.is_revoked === 1 || row.is_disabled === 1) return null
  if (row.ends_at !== null && now.getTime() >= Date.parse(row.ends_at)) return null
  if (row.used_at === null || now.getTime() - Date.parse(row.used_at) >= LIMITS.sessionNoteMs)
    await store.db.updateTable('token').set({ used_at: now.toISOString() }).where('id', '=', row.id).execute()
  return { name: row.name, role: row.role, scopes: narrowScopes(row.role, row.scopes.split(' ')) }
}

/** Tokens in the order in which they were made; `account`: those of one. */
export async function listTokens({ db }: Store, account?: string): Promise<Token[]> {
  let query = db
    .selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .selectAll('token')
    .select('account.name as account')
    .orderBy('token.id')
  if (account !== undefined) query = query.where('account.name', '=', account)
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, account: row.account, name: row.name, scopes: row.scopes.split(' ') as Scope[], madeAt: row.made_at, usedAt: row.used_at },
    ...{ endsAt: row.ends_at, isRevoked: row.is_revoked === 1 },
  }))
}

/** Makes a token worthless. `account`: only if it is that one's. */
export async function revokeToken(store: Store, id: number, { who, at }: Acting, account?: string): Promise<void> {
  await changeStore(store, async (step) => {
    const [token] = (await listTokens(step, account)).filter((one) => one.id === id)
    if (!token) throw new ReadoutError('no-token', `There is no token ${id}: “readout token list” shows them.`)
    await step.db.updateTable('token').set({ is_revoked: 1 }).where('id', '=', id).execute()
    await noteAudit(step, { at, who, action: 'token.revoke', what: `${id} of ${token.account}` })
  })
}
