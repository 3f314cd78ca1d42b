import { expect, test } from 'vitest'
import { type Room, visit } from './room.ts'

const WORDS = 5_000
const LONG_MS = 50

interface Spanned {
  start?: number
  end?: number
}

/** An article of 5,000 words with 300 facts and more, by putting one behind itself: its record as the server gives it, moved along. */
export function describeLong(give: () => Room): void {
  test('an article of 5,000 words with 300 facts scrolls without a long task', { retry: 2 }, async () => {
    const room = give()
    const { page, context } = await visit(room, '/')
    await page.route('**/articles/1.json', async (route) => {
      const answer = (await (await route.fetch()).json()) as { record: LooseRecord }
      await route.fulfill({ json: { ...answer, record: repeat(answer.record) } })
    })
    await page.goto(`${room.address}/articles/1`)
    await page.waitForFunction(() => document.querySelectorAll('.fact').length >= 300)
    // All of it is drawn when nothing more comes.
    await page.waitForTimeout(1_500)
    expect(((await page.textContent('.text')) ?? '').split(/\s+/).length).toBeGreaterThanOrEqual(WORDS)
    await page.evaluate(() => {
      Object.assign(window, { long: [] as number[] })
      new PerformanceObserver((list) => (window as unknown as { long: number[] }).long.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
    })
    for (let n = 0; n < 40; n++) {
      await page.mouse.wheel(0, 700)
      await page.waitForTimeout(30)
    }
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.waitForTimeout(300)
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long)
    expect(long.filter((ms) => ms > LONG_MS)).toEqual([])
    await context.close()
  })
}

interface LooseRecord {
  article: { text: string; length: number }
  [list: string]: unknown
}

function repeat(record: LooseRecord): LooseRecord {
  const { text } = record.article
  const times = Math.ceil(WORDS / text.split(/\s+/).length) + 1
  const shift = text.length + 2
  const lists = ['statements', 'events', 'cooperation', 'comparisons'].map((name) => {
    const all = Array.from({ length: times }, (_, n) => (record[name] as Spanned[]).map((fact) => move(fact, n * shift, n)))
    return [name, all.flat()]
  })
  return { ...record, article: { ...record.article, text: Array(times).fill(text).join('\n\n') }, ...Object.fromEntries(lists) }
}

/** Spans move along, ids and keys of facts get a number; names of people stay. */
function move<T>(value: T, by: number, n: number): T {
  if (Array.isArray(value)) return value.map((one) => move(one, by, n)) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, one]) => {
    if ((name === 'start' || name === 'end') && typeof one === 'number') return [name, one + by]
    if (n > 0 && ['id', 'within', 'statedIn', 'utteredIn', 'about', 'factKey', 'machineKey'].includes(name) && typeof one === 'string')
      return [name, `${one}x${n}`]
    return [name, move(one, by, n)]
  })
  return Object.fromEntries(entries) as T
}
