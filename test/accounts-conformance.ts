import { describe, expect, test } from 'vitest'
import {
  type Account,
  type Attempts,
  addAccount,
  addToken,
  checkPassword,
  endSession,
  findSession,
  findToken,
  listAccounts,
  listAudit,
  listTokens,
  revokeToken,
  setDisabled,
  setPassword,
  startSession,
} from '../src/accounts/accounts.ts'
import { closeStore, type Store } from '../src/store/store.ts'

const AT = '2024-03-15T08:00:00.000Z'
const ACTING = { who: 'root', at: AT }
/** A hash that is made at once. */
const CHEAP = { power: 10, block: 8, lanes: 1 }
const PASSWORD = 'nine lives at sea'
const after = (ms: number) => new Date(Date.parse(AT) + ms)
const HOUR = 3_600_000

/** What must hold of accounts in both engines. `open` gives a new empty store. */
export function describeAccounts(engine: string, open: () => Promise<Store>): void {
  const check = (name: string, work: (store: Store, ada: Account) => Promise<void>) =>
    test(name, async () => {
      const store = await open()
      try {
        await work(store, await addAccount(store, { name: 'ada', role: 'reviewer', password: PASSWORD }, ACTING, CHEAP))
      } finally {
        await closeStore(store)
      }
    })
  describe(`accounts in ${engine}`, () => {
    describePasswords(check)
    describeSessions(check)
    describeTokens(check)
  })
}

type Check = (name: string, work: (store: Store, ada: Account) => Promise<void>) => void

function describePasswords(check: Check): void {
  check('somebody is added, comes in by name and password, and is kept out', async (store) => {
    const attempts: Attempts = new Map()
    const enter = (name: string, password: string) => checkPassword(store, attempts, { name, password, address: '192.0.2.1' }, after(0))
    expect(await enter('ada', PASSWORD)).toMatchObject({ name: 'ada', role: 'reviewer' })
    expect(await enter('Ada', PASSWORD)).toMatchObject({ name: 'ada' })
    await expect(enter('ada', 'another one')).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(enter('bob', PASSWORD)).rejects.toMatchObject({ code: 'wrong-password', message: 'Name or password is wrong.' })
    await setPassword(store, 'ada', 'ten lives on land', ACTING, CHEAP)
    await expect(enter('ada', PASSWORD)).rejects.toMatchObject({ code: 'wrong-password' })
    await setDisabled(store, 'ada', true, ACTING)
    await expect(enter('ada', 'ten lives on land')).rejects.toMatchObject({ code: 'wrong-password' })
    expect((await listAudit(store)).map(({ who, action, what }) => [who, action, what])).toEqual([
      ['ada', 'session.refuse', '192.0.2.1'],
      ['root', 'account.disable', 'ada'],
      ['ada', 'session.refuse', '192.0.2.1'],
      ['root', 'account.password', 'ada'],
      ['ada', 'session.refuse', '192.0.2.1'],
      ['root', 'account.add', 'ada (reviewer)'],
    ])
    expect(await listAccounts(store)).toEqual([{ id: 1, name: 'ada', role: 'reviewer', addedAt: AT, isDisabled: true }])
  })
  check('too many failures make one wait, nobody else', async (store) => {
    const attempts: Attempts = new Map()
    const enter = (password: string, address: string, ms: number) => checkPassword(store, attempts, { name: 'ada', password, address }, after(ms))
    for (let n = 0; n < 5; n++) await expect(enter('wrong wrong', '192.0.2.1', n)).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(enter(PASSWORD, '192.0.2.1', 10)).rejects.toMatchObject({ code: 'too-many-attempts', message: expect.stringContaining('in 1 seconds') })
    expect(await enter(PASSWORD, '192.0.2.2', 10)).toMatchObject({ name: 'ada' })
    await expect(enter('wrong wrong', '192.0.2.1', 1_100)).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(enter(PASSWORD, '192.0.2.1', 2_200)).rejects.toMatchObject({ code: 'too-many-attempts', message: expect.stringContaining('in 1 seconds') })
    expect(await enter(PASSWORD, '192.0.2.1', 3_200)).toMatchObject({ name: 'ada' })
  })
  check('names and passwords that will not do', async (store) => {
    const add = (name: string, password: string, role = 'reader') => addAccount(store, { name, password, role: role as 'reader' }, ACTING, CHEAP)
    await expect(add('ada', PASSWORD)).rejects.toMatchObject({ code: 'account-exists' })
    for (const name of ['', 'Ada', '../x', 'a b', 'local', 'x'.repeat(65)]) await expect(add(name, PASSWORD)).rejects.toMatchObject({ code: 'bad-name' })
    for (const password of ['short', 'aaaaaaaaaaaa', 'benbenbenben1!', 'x1y2'.repeat(200)])
      await expect(add('ben', password)).rejects.toMatchObject({ code: 'bad-password' })
    await expect(add('ben', PASSWORD, 'king')).rejects.toMatchObject({ code: 'bad-role' })
    await expect(setPassword(store, 'zoe', PASSWORD, ACTING, CHEAP)).rejects.toMatchObject({ code: 'no-account' })
  })
}

function describeSessions(check: Check): void {
  check('a session begins anew, and ends', async (store, ada) => {
    const planted = (await startSession(store, ada, after(0))).secret
    const { secret, csrf, endsAt } = await startSession(store, ada, after(1), planted)
    expect(secret).not.toBe(planted)
    expect(await findSession(store, planted, after(2))).toBeNull()
    expect(await findSession(store, secret, after(2))).toMatchObject({ name: 'ada', csrf, endsAt, scopes: new Set(['read', 'review']) })
    const kept = JSON.stringify(await store.db.selectFrom('session').selectAll().execute())
    expect(kept).not.toContain(secret)
    await endSession(store, secret, after(3))
    await endSession(store, secret, after(3))
    expect(await findSession(store, secret, after(3))).toBeNull()
  })
  check('it ends when it is idle, after a week, with another password, with the account', async (store, ada) => {
    const start = async (ms: number) => (await startSession(store, ada, after(ms))).secret
    const idle = await start(0)
    expect(await findSession(store, idle, after(11 * HOUR))).not.toBeNull()
    expect(await findSession(store, idle, after(22 * HOUR))).not.toBeNull()
    expect(await findSession(store, idle, after(34 * HOUR))).toBeNull()
    const busy = await start(0)
    for (let hour = 10; hour < 168; hour += 10) expect(await findSession(store, busy, after(hour * HOUR))).not.toBeNull()
    expect(await findSession(store, busy, after(168 * HOUR))).toBeNull()
    const other = await start(0)
    await setPassword(store, 'ada', 'ten lives on land', ACTING, CHEAP)
    expect(await findSession(store, other, after(1))).toBeNull()
    const last = await start(2)
    await setDisabled(store, 'ada', true, ACTING)
    expect(await findSession(store, last, after(3))).toBeNull()
  })
}

function describeTokens(check: Check): void {
  check('a token is told once, does what it may, and ends', async (store) => {
    const draft = { account: 'ada', name: 'evening export', scopes: ['read' as const], endsAt: after(HOUR).toISOString() }
    const { id, secret } = await addToken(store, draft, ACTING)
    expect(secret).toMatch(/^readout_[\w-]{43}$/)
    expect(JSON.stringify(await store.db.selectFrom('token').selectAll().execute())).not.toContain(secret)
    expect(await findToken(store, secret, after(1))).toEqual({ name: 'ada', role: 'reviewer', scopes: new Set(['read']) })
    expect(await listTokens(store, 'ada')).toMatchObject([{ id, name: 'evening export', usedAt: after(1).toISOString(), isRevoked: false }])
    for (const wrong of ['', 'readout_', `${secret}x`, secret.slice(8)]) expect(await findToken(store, wrong, after(1))).toBeNull()
    expect(await findToken(store, secret, after(HOUR))).toBeNull()
    await expect(revokeToken(store, id, ACTING, 'ben')).rejects.toMatchObject({ code: 'no-token' })
    await revokeToken(store, id, ACTING, 'ada')
    expect(await findToken(store, secret, after(1))).toBeNull()
  })
  check('a scope only removes: neither at making nor later has a token more than its account', async (store) => {
    const draft = { account: 'ada', name: 'x', endsAt: null }
    await expect(addToken(store, { ...draft, scopes: ['read', 'admin'] }, ACTING)).rejects.toMatchObject({
      code: 'bad-scope',
      message: expect.stringContaining('may not admin'),
    })
    await expect(addToken(store, { ...draft, scopes: [] }, ACTING)).rejects.toMatchObject({ code: 'bad-scope' })
    const { secret } = await addToken(store, { ...draft, scopes: ['read', 'review'] }, ACTING)
    await store.db.updateTable('account').set({ role: 'reader' }).execute()
    expect((await findToken(store, secret, after(1)))?.scopes).toEqual(new Set(['read']))
    await setDisabled(store, 'ada', true, ACTING)
    expect(await findToken(store, secret, after(1))).toBeNull()
  })
}
