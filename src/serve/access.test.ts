import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestStore, openTestRoom, type TestRoom } from '../../test/reading-room.ts'
import { addAccount, addToken, listAudit, type Role, type Scope, setDisabled } from '../accounts/accounts.ts'
import { LIMITS } from '../document/limits.ts'
import { ROUTES } from './routes.ts'
import { startServer } from './serve.ts'

/** A hash that is made at once. */
const CHEAP = { power: 10, block: 1, lanes: 1 }
const BY = { who: 'local', at: '2024-03-15T08:00:00Z' }
const PASSWORD = 'nine herons over the quay'

let folder: string
let store: string
let room: TestRoom
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-access-'))
  store = await makeTestStore(folder)
  room = await openTestRoom({ store })
  for (const role of ['reader', 'reviewer', 'editor', 'admin'] as const)
    await addAccount(room.room.library.store, { name: `${role}.one`, role, password: PASSWORD }, BY, CHEAP)
})
afterAll(async () => {
  await room.close()
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(name: string, password = PASSWORD, headers: Record<string, string> = {}) {
  const response = await room.ask('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name, password }),
  })
  const told = (await response.json()) as { csrf: string; code: string; scopes: string[] }
  const cookie = response.headers.get('set-cookie') ?? ''
  return { status: response.status, told, cookie, sent: cookie.slice(0, cookie.indexOf(';')) }
}

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, ((await response.json()) as { code: string }).code]
}

function tokenOf(name: string, scopes: Scope[]): Promise<string> {
  return addToken(room.room.library.store, { account: name, name: 'test', scopes, endsAt: null }, BY).then(({ secret }) => secret)
}

describe('where there are accounts, somebody must be known', () => {
  test('to whom nobody is known, nothing is told, but that the server is well', async () => {
    for (const { plan } of ROUTES) {
      const path = plan.path
        .replace('{format}', 'csv')
        .replace('{slug}', 'a')
        .replace(/\{\w+\}/g, '1')
      const response = await room.ask(path, { method: plan.method.toUpperCase() })
      if (plan.scope === null) expect(response.status, plan.path).not.toBe(401)
      else expect(await codeOf(response), `${plan.method} ${plan.path}`).toEqual([401, 'not-signed-in'])
    }
    expect((await room.ask('/articles')).headers.get('www-authenticate')).toContain('Bearer')
  })

  test.each(['Bearer', 'Bearer x', 'Bearer readout_wrong', 'Basic cmVhZGVyOng=', 'Bearer ', `Bearer ${'a'.repeat(5_000)}`])(
    '“%s” is no token',
    async (authorization) => {
      expect(await codeOf(await room.ask('/articles', { headers: { authorization } }))).toEqual([401, 'not-signed-in'])
    },
  )

  test.each(['readout-session=', 'readout-session=abc', 'other=1; readout-session=zzz', "readout-session=' OR 1=1 --"])(
    '“%s” is no session',
    async (cookie) => {
      expect((await room.ask('/articles', { headers: { cookie } })).status).toBe(401)
    },
  )
})

describe('sessions', () => {
  test('the cookie is no script’s and no other site’s, and its secret is kept nowhere', async () => {
    const { cookie, sent, told } = await signIn('reviewer.one')
    expect(cookie).toMatch(/^readout-session=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict; Expires=[^;]+$/)
    expect(told).toMatchObject({ name: 'reviewer.one', scopes: ['read', 'review'] })
    expect((await signIn('reviewer.one', PASSWORD, { origin: 'https://localhost' })).cookie).toContain('; Secure')
    const rows = await room.room.store.db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(sent.slice('readout-session='.length))
    expect((await room.ask('/me', { headers: { cookie: sent } })).status).toBe(200)
  })

  test('what changes something must bring the word of the page', async () => {
    const { sent, told } = await signIn('reviewer.one')
    const post = (headers: Record<string, string>) =>
      room.ask('/collections', { method: 'POST', headers: { 'content-type': 'application/json', cookie: sent, ...headers }, body: '{"title":"Mine"}' })
    expect(await codeOf(await post({}))).toEqual([403, 'bad-csrf'])
    expect(await codeOf(await post({ 'x-csrf-token': 'x' }))).toEqual([403, 'bad-csrf'])
    expect((await post({ 'x-csrf-token': told.csrf })).status).toBe(201)
    const other = await signIn('admin.one')
    expect(await codeOf(await post({ 'x-csrf-token': other.told.csrf }))).toEqual([403, 'bad-csrf'])
  })

  test('a session that somebody planted is none after signing in', async () => {
    const planted = await signIn('reader.one')
    const own = await signIn('admin.one', PASSWORD, { cookie: planted.sent })
    expect(own.sent).not.toBe(planted.sent)
    expect((await room.ask('/me', { headers: { cookie: planted.sent } })).status).toBe(401)
    const chosen = await signIn('admin.one', PASSWORD, { cookie: 'readout-session=chosen-by-somebody-else' })
    expect(chosen.sent).not.toContain('chosen')
  })

  test('it ends by signing out, and with its account', async () => {
    const { sent } = await signIn('reader.one')
    const out = await room.ask('/session', { method: 'DELETE', headers: { cookie: sent } })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await room.ask('/me', { headers: { cookie: sent } })).status).toBe(401)
    const again = await signIn('reader.one')
    await setDisabled(room.room.library.store, 'reader.one', true, BY)
    expect((await room.ask('/me', { headers: { cookie: again.sent } })).status).toBe(401)
    expect((await signIn('reader.one')).status).toBe(401)
    await setDisabled(room.room.library.store, 'reader.one', false, BY)
  })

  test('guessing is slowed down, and told apart by nothing', async () => {
    const wrong = await signIn('reviewer.one', 'wrong password here')
    const nobody = await signIn('nobody.here', 'wrong password here')
    expect([wrong.status, wrong.told]).toEqual([nobody.status, nobody.told])
    let last = 0
    for (let tries = 0; tries < LIMITS.attemptsTogether + 2 && last !== 429; tries++) last = (await signIn('guessed.one', 'wrong password here')).status
    expect(last).toBe(429)
  })

  test('a disabled last account opens no door', async () => {
    for (const role of ['reader', 'reviewer', 'editor', 'admin']) await setDisabled(room.room.library.store, `${role}.one`, true, BY)
    expect((await room.ask('/articles')).status).toBe(401)
    for (const role of ['reader', 'reviewer', 'editor', 'admin']) await setDisabled(room.room.library.store, `${role}.one`, false, BY)
  })
})

describe('scopes', () => {
  const ROLES: Record<Role, Scope[]> = {
    reader: ['read'],
    reviewer: ['read', 'review'],
    editor: ['read', 'review', 'intake'],
    admin: ['read', 'review', 'intake', 'admin'],
  }
  test.each(Object.entries(ROLES))('a %s may do what that role may, on every route', async (role, scopes) => {
    const authorization = `Bearer ${await tokenOf(`${role}.one`, scopes)}`
    for (const { plan } of ROUTES) {
      if (plan.path === '/events' || plan.path === '/readings') continue
      const path = plan.path
        .replace('{format}', 'csv')
        .replace('{slug}', 'none')
        .replace(/\{\w+\}/g, '999')
      const { status } = await room.ask(path, { method: plan.method.toUpperCase(), headers: { authorization } })
      if (plan.scope !== null && !scopes.includes(plan.scope)) expect(status, `${plan.method} ${path}`).toBe(403)
      else expect([401, 403], `${plan.method} ${path}`).not.toContain(status)
    }
  })

  test('a token has no more than it names, and makes none that has', async () => {
    const secret = await tokenOf('admin.one', ['read'])
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    expect((await room.ask('/articles', { headers })).status).toBe(200)
    expect(await codeOf(await room.ask('/review/queue', { headers }))).toEqual([403, 'no-scope'])
    const mightier = JSON.stringify({ name: 'more', scopes: ['read', 'admin'] })
    expect(await codeOf(await room.ask('/tokens', { method: 'POST', headers, body: mightier }))).toEqual([403, 'no-scope'])
    const others = JSON.stringify({ name: 'more', scopes: ['read'], account: 'editor.one' })
    expect(await codeOf(await room.ask('/tokens', { method: 'POST', headers, body: others }))).toEqual([403, 'no-scope'])
    const made = await room.ask('/tokens', { method: 'POST', headers, body: JSON.stringify({ name: 'same', scopes: ['read'], days: 1 }) })
    const { id, secret: shown } = (await made.json()) as { id: number; secret: string }
    expect(made.status).toBe(201)
    expect(await (await room.ask('/tokens', { headers })).text()).not.toContain(shown)
    expect((await room.ask(`/tokens/${id}`, { method: 'DELETE', headers })).status).toBe(204)
    expect((await room.ask('/articles', { headers: { authorization: `Bearer ${shown}` } })).status).toBe(401)
    const foreign = await room.room.library.store.db
      .selectFrom('token')
      .innerJoin('account', 'account.id', 'account_id')
      .select('token.id')
      .where('account.name', '=', 'editor.one')
      .executeTakeFirstOrThrow()
    expect((await room.ask(`/tokens/${foreign.id}`, { method: 'DELETE', headers })).status).toBe(404)
  })

  test('what was done is in the log of who did what, without a secret', async () => {
    const lines = await listAudit(room.room.store, { limit: 1_000 })
    expect(new Set(lines.map(({ action }) => action))).toEqual(
      new Set(['account.add', 'account.disable', 'account.enable', 'session.start', 'session.end', 'session.refuse', 'token.add', 'token.revoke']),
    )
    expect(JSON.stringify(lines)).not.toContain(PASSWORD)
  })
})

test('a server that others reach does not start while nobody has an account', async () => {
  const empty = await makeTestStore(mkdtempSync(join(folder, 'empty-')))
  await expect(startServer({ store: empty, port: 0, host: '0.0.0.0', isQuiet: true })).rejects.toMatchObject({ code: 'no-accounts' })
  const server = await startServer({ store, port: 0, host: '0.0.0.0', names: ['127.0.0.1'], isQuiet: true })
  const { port } = new URL(server.address)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/articles`)).status).toBe(401)
  expect((await fetch(`http://localhost:${port}/health`)).status).toBe(403)
  await server.stop()
})
