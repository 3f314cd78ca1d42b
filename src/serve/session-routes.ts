import { addToken, checkPassword, endSession, listAudit, listTokens, revokeToken, scopesOf, startSession } from '../accounts/accounts.ts'
import { AuditList, ById, Me, PagingQuery, SignIn, TokenDraft, TokenList, TokenMade } from '../contract/contract.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { clearCookie, readCookie, writeCookie } from './cookies.ts'
import type { Visitor } from './guard.ts'
import { defineRoute, type Route } from './route.ts'

const tag = 'access'

const SIGN_IN = defineRoute(
  {
    method: 'post',
    path: '/session',
    tag,
    summary: 'Sign in: gives a cookie, and the word that goes into X-CSRF-Token',
    scope: null,
    body: SignIn,
    answer: Me,
  },
  async ({ library, attempts }, { body, request, from }) => {
    const now = new Date()
    const account = await checkPassword(library.store, attempts, { ...body, address: from }, now)
    const { name, role } = account
    const { secret, csrf, endsAt } = await startSession(library.store, account, now, readCookie(request))
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'set-cookie': writeCookie(request, secret, endsAt) }
    return new Response(JSON.stringify({ name, role, scopes: [...scopesOf(role)], csrf, isSignedIn: true }), { headers })
  },
)

const SIGN_OUT = defineRoute({ method: 'delete', path: '/session', tag, summary: 'Sign out', scope: null, status: 204 }, async ({ library }, { request }) => {
  const secret = readCookie(request)
  if (secret !== null) await endSession(library.store, secret, new Date())
  return new Response(null, { status: 204, headers: { 'set-cookie': clearCookie(), 'cache-control': 'no-store' } })
})

const ME = defineRoute({ method: 'get', path: '/me', tag, summary: 'Who asks, and what they may do', scope: 'read', answer: Me }, async (_, { who }) => {
  const { name, role, scopes, csrf, via } = who
  return { name, role, scopes: [...scopes], csrf, isSignedIn: via !== 'local' }
})

const TOKENS = defineRoute(
  { method: 'get', path: '/tokens', tag, summary: 'Tokens, without their secrets: one’s own, with the scope admin all', scope: 'read', answer: TokenList },
  async ({ store }, { who }) => {
    const items = await listTokens(store, who.scopes.has('admin') ? undefined : who.name)
    return { items, total: items.length, next: null }
  },
)

const MAKE = defineRoute(
  {
    method: 'post',
    path: '/tokens',
    tag,
    summary: 'Make a token; its secret is told this once',
    scope: 'read',
    body: TokenDraft,
    answer: TokenMade,
    status: 201,
  },
  async ({ library }, { body: { account, name, scopes, days }, who }) => {
    const now = new Date()
    const missing = scopes.filter((scope) => !who.scopes.has(scope))
    // A token would else make a mightier one of the same account.
    if (missing.length > 0) throw new ReadoutError('no-scope', `Whoever makes a token gives it no more than they have here: leave out ${missing.join(', ')}.`)
    const endsAt = days === undefined ? null : new Date(now.getTime() + days * 86_400_000).toISOString()
    const draft = { account: nameAccount(who, account), name, scopes, endsAt }
    const { id, secret } = await addToken(library.store, draft, { who: who.name, at: now.toISOString() })
    return { id, ...draft, madeAt: now.toISOString(), usedAt: null, isRevoked: false, secret }
  },
)

const REVOKE = defineRoute(
  { method: 'delete', path: '/tokens/{id}', tag, summary: 'Make a token worthless', scope: 'read', params: ById, status: 204 },
  async ({ library }, { params, who }) => {
    await revokeToken(library.store, params.id, { who: who.name, at: new Date().toISOString() }, who.scopes.has('admin') ? undefined : who.name)
    return undefined
  },
)

const AUDIT = defineRoute(
  { method: 'get', path: '/audit', tag, summary: 'Who did what, the latest first', scope: 'admin', query: PagingQuery, answer: AuditList },
  async ({ store }, { query: { limit, cursor } }) => {
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
      throw new ReadoutError('bad-cursor', 'The cursor is not from this list: give the “next” of the page before.')
    const rows = await listAudit(store, { limit: limit + 1, ...(cursor !== undefined && { before: Number(cursor) }) })
    const items = rows.slice(0, limit)
    return { items, total: null, next: rows.length > limit ? String(items.at(-1)?.id) : null }
  },
)

function nameAccount(who: Visitor, account: string | undefined): string {
  if (account === undefined || account === who.name) return who.name
  if (who.scopes.has('admin')) return account
  throw new ReadoutError('no-scope', 'A token of somebody else takes the scope “admin”.')
}

export const SESSION_ROUTES: readonly Route[] = [SIGN_IN, SIGN_OUT, ME, TOKENS, MAKE, REVOKE, AUDIT]
