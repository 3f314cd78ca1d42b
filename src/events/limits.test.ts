import { expect, test } from 'vitest'
import { readEvents } from '../../test/read-events.ts'

const PAIR = 'Varland met Ostria in Tarvik and '

test('a sentence of four thousand words ends, with its events', async () => {
  const events = await readEvents(`${PAIR.repeat(600)}left.`)
  expect(events.length).toBeGreaterThan(0)
})

test('five hundred who take part are told once each', async () => {
  const names = Array.from({ length: 500 }, (_, n) => `Arvo Lind${n.toString(36).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string)}`)
  const [event] = await readEvents(`${names.slice(1).join(', ')} and ${names[0]} met in Tarvik on Monday.`)
  const entities = event?.participants.map(({ entity }) => entity) ?? []
  expect(new Set(entities).size).toBe(entities.length)
})

test('the same meeting told ten thousand times is no harder than ten times, word for word', async () => {
  const timeOf = async (times: number): Promise<number> => {
    const text = 'Varland and Ostria held talks in Tarvik. The army attacked the rebels. '.repeat(times)
    const start = performance.now()
    await readEvents(text)
    return (performance.now() - start) / times
  }
  await timeOf(10)
  const few = await timeOf(20)
  const many = await timeOf(200)
  const most = await timeOf(2000)
  // generous: reading as a whole is linear, and a machine may be busy
  expect(most).toBeLessThan(Math.max(few, many, 1) * 8)
}, 60_000)
