import { LIMITS } from '../document/limits.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { changeStore, type Store } from '../store/store.ts'
import { type Attempts, noteFailure, noteSuccess, type Trying, tellWait } from './attempts.ts'
import { noteAudit } from './audit.ts'
import { COST, type Cost, hashPassword, isPassword } from './passwords.ts'
import { ROLES, type Role } from './roles.ts'

/** Somebody who may come in; without the password. */
export interface Account {
  readonly id: number
  readonly name: string
  readonly role: Role
  readonly addedAt: string
  readonly isDisabled: boolean
}

/** Who does something to accounts, and when. */
export interface Acting {
  readonly who: string
  readonly at: string
}

/** Adds an account. `cost` is for tests: a hash that is made at once. */
export async function addAccount(
  store: Store,
  { name, role, password }: { name: string; role: Role; password: string },
  { who, at }: Acting,
  cost: Cost = COST,
): Promise<Account> {
  checkName(name)
  if (!ROLES.includes(role)) throw new ReadoutError('bad-role', `“${String(role)}” is no role: one of ${ROLES.join(', ')} is.`)
  checkNewPassword(name, password)
  const kept = await hashPassword(password, cost)
  return changeStore(store, async (step) => {
    if (await findRow(step, name)) throw new ReadoutError('account-exists', `There is an account “${name}” already: choose another name, or set its password.`)
    const row = { name, role, password_hash: kept, added_at: at, is_disabled: 0 as const }
    const { id } = await step.db.insertInto('account').values(row).returning('id').executeTakeFirstOrThrow()
    await noteAudit(step, { at, who, action: 'account.add', what: `${name} (${role})` })
    return { id, name, role, addedAt: at, isDisabled: false }
  })
}

/** All accounts by name. */
export async function listAccounts({ db }: Store): Promise<Account[]> {
  const rows = await db.selectFrom('account').selectAll().orderBy('name').execute()
  return rows.map(readAccount)
}

/** Gives an account another password. All its sessions end; its tokens stay, since they were made to be used elsewhere. */
export async function setPassword(store: Store, name: string, password: string, { who, at }: Acting, cost: Cost = COST): Promise<void> {
  checkNewPassword(name, password)
  const kept = await hashPassword(password, cost)
  await changeStore(store, async (step) => {
    const { id } = await loadAccount(step, name)
    await step.db.updateTable('account').set({ password_hash: kept }).where('id', '=', id).execute()
    await step.db.deleteFrom('session').where('account_id', '=', id).execute()
    await noteAudit(step, { at, who, action: 'account.password', what: name })
  })
}

/** Lets somebody in no more, by password, session or token, or lets him in again. */
export async function setDisabled(store: Store, name: string, isDisabled: boolean, { who, at }: Acting): Promise<void> {
  await changeStore(store, async (step) => {
    const { id } = await loadAccount(step, name)
    await step.db
      .updateTable('account')
      .set({ is_disabled: isDisabled ? 1 : 0 })
      .where('id', '=', id)
      .execute()
    if (isDisabled) await step.db.deleteFrom('session').where('account_id', '=', id).execute()
    await noteAudit(step, { at, who, action: isDisabled ? 'account.disable' : 'account.enable', what: name })
  })
}

/** Checked where there is no such account, so that the time that an answer takes does not tell whether there is. Made once a process. */
let stranger: Promise<string> | null = null

/**
 * The account with this name and password. Throws `wrong-password` for a wrong one, for a name that nobody has and for a disabled account alike,
 * and `too-many-attempts` with the seconds to wait. `attempts` is kept by the server as long as it runs.
 */
export async function checkPassword(store: Store, attempts: Attempts, trying: Trying & { password: string }, now: Date): Promise<Account> {
  const { name, password } = trying
  const wait = tellWait(attempts, trying, now.getTime())
  if (wait > 0) throw new ReadoutError('too-many-attempts', `Too many attempts to sign in failed: try again in ${Math.ceil(wait / 1_000)} seconds.`)
  // Counted before it is known, so that attempts made at once count too.
  noteFailure(attempts, trying, now.getTime())
  const row = name.length <= LIMITS.accountNameUnits ? await findRow(store, name) : undefined
  stranger ??= hashPassword('nobody')
  const isRight = await isPassword(password.slice(0, LIMITS.passwordMost), row?.password_hash ?? (await stranger))
  if (!row || !isRight || row.is_disabled === 1) {
    // A name that nobody has may be a password in the wrong field: it is kept nowhere.
    if (row) await noteAudit(store, { at: now.toISOString(), who: row.name, action: 'session.refuse', what: trying.address })
    throw new ReadoutError('wrong-password', 'Name or password is wrong.')
  }
  noteSuccess(attempts, trying)
  return readAccount(row)
}

/** The account with a name. Throws `no-account`. */
export async function loadAccount(store: Store, name: string): Promise<Account> {
  const row = await findRow(store, name)
  if (!row) throw new ReadoutError('no-account', `There is no account “${name}”: “readout user list” shows them.`)
  return readAccount(row)
}

/** Names are told apart as they are written, and none that looks like another in small letters is added. */
async function findRow({ db }: Store, name: string) {
  return db.selectFrom('account').selectAll().where('name', '=', name.toLowerCase()).executeTakeFirst()
}

function readAccount(row: { id: number; name: string; role: Role; added_at: string; is_disabled: 0 | 1 }): Account {
  return { id: row.id, name: row.name, role: row.role, addedAt: row.added_at, isDisabled: row.is_disabled === 1 }
}

function checkName(name: string): void {
  if (!/^[a-z][a-z0-9._-]*$/.test(name) || name.length > LIMITS.accountNameUnits)
    throw new ReadoutError(
      'bad-name',
      `A name has small letters, digits, “.”, “_” and “-”, begins with a letter, and is no longer than ${LIMITS.accountNameUnits}.`,
    )
  if (name === 'local') throw new ReadoutError('bad-name', '“local” is who works without an account on this machine: choose another name.')
}

function checkNewPassword(name: string, password: string): void {
  const length = Array.from(password).length
  if (length < LIMITS.passwordLeast) throw new ReadoutError('bad-password', `A password has ${LIMITS.passwordLeast} signs at least: choose a longer one.`)
  if (password.length > LIMITS.passwordMost) throw new ReadoutError('bad-password', `A password has ${LIMITS.passwordMost} signs at most.`)
  if (new Set(password).size < 4 || password.toLowerCase().includes(name.toLowerCase()))
    throw new ReadoutError('bad-password', 'The password is too easy to guess: it holds the name, or hardly any different signs.')
}
