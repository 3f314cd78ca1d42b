import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cutLots, workInOrder } from './flow.ts'

async function* count(most: number, pauseMs = 0) {
  for (let n = 0; n < most; n++) {
    if (pauseMs > 0) await wait(pauseMs)
    yield n
  }
}

test('work keeps its order and its bound', async () => {
  let running = 0
  let most = 0
  const work = async (n: number) => {
    most = Math.max(most, ++running)
    await wait((n * 7) % 5)
    running--
    return n * 2
  }
  expect(await Array.fromAsync(workInOrder(count(20), work, 4))).toEqual(Array.from({ length: 20 }, (_, n) => n * 2))
  expect(most).toBe(4)
})

test('what is done is given while the next is still awaited', async () => {
  async function* slow() {
    yield 1
    await new Promise(() => {})
  }
  const results = workInOrder(slow(), async (n) => n, 4)
  expect(await results.next()).toEqual({ done: false, value: 1 })
})

test('failures come in their turn: of work, and of the source', async () => {
  const fail = async (n: number) => {
    if (n === 2) throw new Error('two')
    return n
  }
  const found: number[] = []
  await expect(
    (async () => {
      for await (const n of workInOrder(count(5), fail, 3)) found.push(n)
    })(),
  ).rejects.toThrow('two')
  expect(found).toEqual([0, 1])
  async function* broken() {
    yield 1
    throw new Error('source')
  }
  await expect(Array.fromAsync(workInOrder(broken(), async (n) => n, 3))).rejects.toThrow('source')
})

test('lots are full, or as old as they may be', async () => {
  expect(await Array.fromAsync(cutLots(count(7), 3, 1_000))).toEqual([[0, 1, 2], [3, 4, 5], [6]])
  const slow = await Array.fromAsync(cutLots(count(4, 60), 10, 100))
  expect(slow.flat()).toEqual([0, 1, 2, 3])
  expect(slow.length).toBeGreaterThan(1)
})
