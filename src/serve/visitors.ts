import { findSession, findToken } from '../accounts/accounts.ts'
import { SCOPES } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import type { Store } from '../store/store.ts'
import { readCookie } from './cookies.ts'
import type { Visitor } from './guard.ts'
import type { Room } from './room.ts'

/** Who works on this machine while nobody has an account. */
const LOCAL: Visitor = { name: 'local', role: 'admin', scopes: new Set(SCOPES), csrf: null, via: 'local' }

/** Who asks: by a token, by a session, or on this machine while nobody has an account. Null: nobody is known. */
export async function findVisitor({ library, store, isLoopback }: Room, request: Request): Promise<Visitor | null> {
  const now = new Date()
  const told = request.headers.get('authorization')
  if (told !== null) {
    const secret = /^Bearer +(\S+)$/i.exec(told)?.[1]
    const found = secret === undefined ? null : await findToken(library.store, secret, now)
    if (!found) throw new ReadoutError('not-signed-in', 'The token is none, or is worth nothing any more: make another one.')
    return { ...found, csrf: null, via: 'token' }
  }
  const secret = readCookie(request)
  const session = secret === null ? null : await findSession(library.store, secret, now)
  if (session) return { name: session.name, role: session.role, scopes: session.scopes, csrf: session.csrf, via: 'session' }
  return isLoopback && !(await hasAccounts(store)) ? LOCAL : null
}

/** Disabled ones count: who is kept out does not open the door to all. */
async function hasAccounts({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}
