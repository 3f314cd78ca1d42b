import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import {
  type Acting,
  addAccount,
  addToken,
  listAccounts,
  listTokens,
  type Role,
  revokeToken,
  SCOPES,
  type Scope,
  setDisabled,
  setPassword,
} from '../accounts/accounts.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { closeStore, openStore, type Store } from '../store/store.ts'
import { writeOut } from './files.ts'
import { placeStore } from './store-place.ts'

interface AccessFlags {
  store?: string
  format?: 'text' | 'json'
}

async function withStore(flags: AccessFlags, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(placeStore(flags.store))
  try {
    await work(store)
  } finally {
    await closeStore(store)
  }
}

function actNow(): Acting {
  return { who: userInfo().username, at: new Date().toISOString() }
}

/** Adds somebody who may come in; asks for the password, or reads it from standard input. */
export async function runUserAdd(name: string, flags: AccessFlags & { role: Role }): Promise<void> {
  const password = await askPassword(name)
  await withStore(flags, async (store) => {
    const account = await addAccount(store, { name, role: flags.role, password }, actNow())
    await writeOut(`${account.name} may come in as ${account.role}.\n`)
  })
}

export async function runUserPassword(name: string, flags: AccessFlags): Promise<void> {
  const password = await askPassword(name)
  await withStore(flags, async (store) => {
    await setPassword(store, name, password, actNow())
    await writeOut(`${name} has a new password; all sessions of ${name} have ended.\n`)
  })
}

export async function runUserDisable(name: string, isDisabled: boolean, flags: AccessFlags): Promise<void> {
  await withStore(flags, async (store) => {
    await setDisabled(store, name, isDisabled, actNow())
    await writeOut(isDisabled ? `${name} may not come in any more; sessions have ended, tokens are worth nothing.\n` : `${name} may come in again.\n`)
  })
}

/** Exit code 1 when there is no account. */
export async function runUserList(flags: AccessFlags): Promise<void> {
  await withStore(flags, async (store) => {
    const accounts = await listAccounts(store)
    if (flags.format === 'json') await writeOut(`${JSON.stringify(accounts, null, 2)}\n`)
    else
      for (const { name, role, addedAt, isDisabled } of accounts)
        await writeOut(`${name}  ${role}  since ${addedAt.slice(0, 10)}${isDisabled ? '  disabled' : ''}\n`)
    process.exitCode = accounts.length > 0 ? 0 : 1
  })
}

const DAY_MS = 86_400_000

/** Makes a token and writes it on standard output, this once. */
export async function runTokenAdd(account: string, flags: AccessFlags & { name: string; scopes: string; days?: string }): Promise<void> {
  const scopes = flags.scopes.split(',').map((scope) => scope.trim())
  const strange = scopes.find((scope) => !SCOPES.some((known) => known === scope))
  if (strange !== undefined) throw new ReadoutError('bad-scope', `“${strange}” is no scope: ${SCOPES.join(', ')} are.`)
  const endsAt = flags.days === undefined ? null : new Date(Date.now() + readNumber(flags.days, 'number of days') * DAY_MS).toISOString()
  await withStore(flags, async (store) => {
    const { id, secret } = await addToken(store, { account, name: flags.name, scopes: scopes as Scope[], endsAt }, actNow())
    process.stderr.write(`Token ${id} for ${account}. It is shown this once: keep it where only its program reads it.\n`)
    await writeOut(`${secret}\n`)
  })
}

/** Exit code 1 when there is no token. */
export async function runTokenList(flags: AccessFlags): Promise<void> {
  await withStore(flags, async (store) => {
    const tokens = await listTokens(store)
    if (flags.format === 'json') await writeOut(`${JSON.stringify(tokens, null, 2)}\n`)
    else
      for (const { id, account, name, scopes, usedAt, endsAt, isRevoked } of tokens) {
        const state = isRevoked ? 'revoked' : endsAt === null ? 'no end' : `until ${endsAt.slice(0, 10)}`
        await writeOut(`${id}  ${account}  ${name}  ${scopes.join(', ')}  ${state}  last used: ${usedAt?.slice(0, 16) ?? 'never'}\n`)
      }
    process.exitCode = tokens.length > 0 ? 0 : 1
  })
}

export async function runTokenRevoke(number: string, flags: AccessFlags): Promise<void> {
  const id = readNumber(number, 'number of a token')
  await withStore(flags, async (store) => {
    await revokeToken(store, id, actNow())
    await writeOut(`Token ${id} is worth nothing any more.\n`)
  })
}

function readNumber(words: string, what: string): number {
  if (!/^[1-9]\d{0,8}$/.test(words)) throw new ReadoutError('bad-number', `“${words}” is no ${what}.`)
  return Number(words)
}

/** The password as it is typed, twice and unseen; from a pipe its first line. It is never taken from the command line, which others can see. */
async function askPassword(name: string): Promise<string> {
  if (process.stdin.isTTY !== true) {
    for await (const line of createInterface({ input: process.stdin })) return line
    throw new ReadoutError('no-password', 'No password came: type it, or write it on standard input.')
  }
  const password = await askUnseen(`Password for ${name}: `)
  if ((await askUnseen('Once more: ')) !== password) throw new ReadoutError('bad-password', 'The two passwords are not the same: try again.')
  return password
}

async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_piece, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const answer = await lines.question('')
  lines.close()
  process.stderr.write('\n')
  return answer
}
