import { describe, expect, test } from 'vitest'
import { describeAccounts } from '../../test/accounts-conformance.ts'
import { openStore } from '../store/store.ts'
import { type Attempts, noteFailure, noteSuccess, tellWait } from './attempts.ts'
import { hashPassword, isPassword } from './passwords.ts'

describeAccounts('SQLite', () => openStore(':memory:'))

describe('attempts', () => {
  const fail = (attempts: Attempts, count: number, name: (n: number) => string, address: (n: number) => string) => {
    for (let n = 0; n < count; n++) noteFailure(attempts, { name: name(n), address: address(n) }, 0)
  }
  test('many names from one address wait, many addresses for one name too', () => {
    const attempts: Attempts = new Map()
    fail(
      attempts,
      20,
      (n) => `n${n}`,
      () => 'a',
    )
    expect(tellWait(attempts, { name: 'new', address: 'a' }, 0)).toBe(1_000)
    expect(tellWait(attempts, { name: 'new', address: 'b' }, 0)).toBe(0)
    fail(
      attempts,
      50,
      () => 'ada',
      (n) => `b${n}`,
    )
    expect(tellWait(attempts, { name: 'Ada', address: 'c' }, 0)).toBe(1_000)
  })
  test('the wait doubles up to a quarter of an hour and is forgotten after an hour', () => {
    const attempts: Attempts = new Map()
    const trying = { name: 'ada', address: 'a' }
    const waits = [4, 1, 1, 1, 60].map((count) => {
      for (let n = 0; n < count; n++) noteFailure(attempts, trying, 0)
      return tellWait(attempts, trying, 0)
    })
    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 900_000])
    expect(tellWait(attempts, trying, 900_000)).toBe(0)
    noteFailure(attempts, trying, 3_600_000)
    expect(tellWait(attempts, trying, 3_600_000)).toBe(0)
  })
  test('who comes in counts for nothing', () => {
    const attempts: Attempts = new Map()
    for (let n = 0; n < 100; n++) {
      noteFailure(attempts, { name: `n${n}`, address: 'office' }, 0)
      noteSuccess(attempts, { name: `n${n}`, address: 'office' })
    }
    expect(attempts.size).toBe(0)
  })
  test('what is remembered is bounded', () => {
    const attempts: Attempts = new Map()
    fail(
      attempts,
      5_000,
      (n) => `n${n}`,
      (n) => `a${n}`,
    )
    expect(attempts.size).toBe(10_000)
  })
})

describe('hashes of passwords', () => {
  test('tell their cost and their salt', async () => {
    const [one, other] = [await hashPassword('nine lives at sea'), await hashPassword('nine lives at sea')]
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(other)
    expect(await isPassword('nine lives at sea', one)).toBe(true)
    expect(await isPassword('nine lives at sea ', one)).toBe(false)
  })
  test('the same signs are the same password', async () => {
    const kept = await hashPassword('caf\u00e9 au lait', { power: 10, block: 8, lanes: 1 })
    expect(await isPassword('cafe\u0301 au lait', kept)).toBe(true)
  })
  test('what is no hash fits nothing', async () => {
    for (const kept of ['', 'x', 'scrypt$15$8$3$$', 'scrypt$40$8$1$AA$AA', 'md5$1$1$1$AA$AA']) expect(await isPassword('', kept)).toBe(false)
  })
})
