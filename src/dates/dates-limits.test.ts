import { beforeAll, describe, expect, test } from 'vitest'
import type { Syntax } from '../document/syntax.ts'
import { readSyntax } from '../document/syntax.ts'
import type { Tokens } from '../document/tokens.ts'
import { type ReaderParts, readLayers } from '../reader/reader.ts'
import { loadReader } from '../runtime/runtime.ts'
import { readTokens } from '../text/text.ts'
import { explainDates, findDates } from './dates.ts'

let parts: ReaderParts

beforeAll(async () => {
  parts = (await loadReader('models/reader')).parts
})

async function prepare(text: string): Promise<{ tokens: Tokens; syntax: Syntax }> {
  const { tokens } = readTokens(text)
  return { tokens, syntax: readSyntax(tokens, await readLayers(tokens, parts)) }
}

async function startsOf(text: string, publishedOn: string): Promise<(string | null)[]> {
  const { tokens, syntax } = await prepare(text)
  return findDates(tokens, syntax, publishedOn).map(({ start }) => start)
}

describe('days that no calendar has', () => {
  test.each([
    ['They met on 31 February.', [null]],
    ['They met on 30 February 2024.', [null]],
    ['They met on 29 February 2023.', [null]],
    ['They met on 29 February 2024.', ['2024-02-29']],
    ['They met on 99 May 2024.', [null]],
    ['They met on 12/13/14.', ['2014-12-13']],
    ['They met on 13/13/2024.', [null]],
    ['They met on 2024-13-45.', [null]],
    ['They met on 0000-00-00.', [null]],
    ['They met on 9999-12-31.', ['9999-12-31']],
    ['The war ended 9999 years ago.', [null]],
    ['The war ended 500 centuries ago.', [null]],
    ['They will meet in 900 centuries.', [null]],
    ['They met on Friday, 13 March 2024.', [null]],
    ['They met from 9 to 5 June.', [null]],
  ])('%s', async (text, expected) => expect(await startsOf(text, '2024-03-14')).toEqual(expected))

  test.each(['', 'not a date', '2024-99-99', '0000-01-01', '9999-12-31', '0001-01-01'])('published on “%s”', async (publishedOn) => {
    const text = 'They met last week, will meet next year, met four years ago, on Friday and at the end of May.'
    for (const start of await startsOf(text, publishedOn)) expect(start ?? '2024-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

test('three hundred dates in one text are three hundred dates', async () => {
  const months = ['January', 'March', 'April', 'June', 'August', 'October']
  const text = Array.from({ length: 300 }, (_, n) => `On ${(n % 28) + 1} ${months[n % 6]} ${1990 + (n % 30)} they met.`).join(' ')
  const { tokens, syntax } = await prepare(text)
  const dates = findDates(tokens, syntax, '2024-03-14')
  expect(dates.length).toBe(300)
  expect(dates.every(({ status }) => status === 'exact')).toBe(true)
  expect(explainDates(tokens, syntax, '2024-03-14').map(({ span }) => span)).toEqual(dates.map(({ span }) => span))
})

describe('why a date was read as it was', () => {
  test.each([
    ['They met on Wednesday.', /^A weekday alone is the nearest past one/, '2024-03-14'],
    ['They will meet on Friday.', /coming one where the verb looks ahead/, '2024-03-14'],
    ['They met on 3 May 2021.', /^The words tell the year/, null],
    ['They met in January.', /^A month without its year is the last one/, '2024-03-14'],
    ['They met last week.', /^Last, this and next count whole weeks/, '2024-03-14'],
    ['They met four years ago.', /^It is counted from the day of publication/, '2024-03-14'],
    ['They recently met.', /leave it open/, '2024-03-14'],
  ])('%s', async (text, rule, from) => {
    const { tokens, syntax } = await prepare(text)
    const [reason] = explainDates(tokens, syntax, '2024-03-14')
    expect(reason?.rule).toMatch(rule)
    expect(reason?.from).toBe(from)
  })

  test('counted from a date told before', async () => {
    const { tokens, syntax } = await prepare('They met on 9 January; two days later they left.')
    expect(explainDates(tokens, syntax, '2024-03-14')[1]).toMatchObject({ rule: 'It is counted from a date told before.', from: '2024-01-09' })
  })
})

test('time is linear in the text: 10 and 100 times as many dates in one sentence cost no more for each', async () => {
  const read = async (count: number): Promise<number> => {
    const { tokens, syntax } = await prepare(`They met ${'on 3 May, a day before the eve of the talks, two days later, '.repeat(count)}and left.`)
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 5; run++) {
      const begin = performance.now()
      expect(findDates(tokens, syntax, '2024-03-14').length).toBeGreaterThanOrEqual(3 * count)
      best = Math.min(best, performance.now() - begin)
    }
    return best / count
  }
  await read(15)
  const one = await read(15)
  expect(await read(150)).toBeLessThan(6 * one + 0.05)
  expect(await read(1500)).toBeLessThan(6 * one + 0.05)
}, 60_000)
