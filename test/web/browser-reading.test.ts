import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Readout } from '../../src/document/readout.ts'
import { readGolden } from '../../src/golden/golden.ts'
import { openReader } from '../../src/index.ts'
import { buildReaderPage, type ReaderPage, serveReaderPage } from './reader-page.ts'

const CHROMIUM = process.env.READOUT_CHROMIUM || '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)

/** Without Chromium on the machine these are skipped, and told as skipped; READOUT_NO_SKIP=1 makes that a failure. */
if (!isThere && process.env.READOUT_NO_SKIP === '1')
  test('Chromium is there', () => expect.fail('Chromium is not on this machine, and READOUT_NO_SKIP=1 asks for it.'))

/** What the page holds (openPage), as far as these tests reach it. */
declare const reader: {
  readonly ready: Promise<void>
  read(text: string, options: { publishedOn?: string; title?: string; signal?: AbortSignal }): Promise<Readout>
}
/** Shares of the download, as they were told. */
declare const shares: number[]

const folder = join(mkdtempSync(join(tmpdir(), 'readout-browser-')), 'web')
const SENTENCE = '“We will keep the ferry running,” said Arvo Lind, the harbour minister of Varland.'
let served: ReaderPage
let browser: Browser

describe.skipIf(!isThere)('reading in the browser', () => {
  beforeAll(async () => {
    await buildReaderPage(folder)
    served = await serveReaderPage(folder)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    served?.close()
    rmSync(join(folder, '..'), { recursive: true, force: true })
  })

  test('gives the facts and spans that Node gives on all golden articles, confidences within 0.01', async () => {
    const page = await openPage()
    const articles = readArticles()
    expect(articles.length).toBeGreaterThan(20)
    const here = await openReader()
    let farthest = 0
    for (const { text, title, published } of articles) {
      const ours = await here.read(text, { publishedOn: published, title })
      const theirs = await readIn(page, text, { publishedOn: published, title })
      expect(withoutConfidence(theirs)).toEqual(withoutConfidence(ours))
      const certain = readConfidences(theirs)
      readConfidences(ours).forEach((value, n) => {
        farthest = Math.max(farthest, Math.abs(value - (certain[n] as number)))
      })
    }
    expect(farthest).toBeLessThanOrEqual(0.01)
    await page.context().close()
  }, 60_000)

  test('tells how far the download is, and asks nothing of the server afterwards', async () => {
    const page = await openPage()
    await page.evaluate(() => reader.ready)
    const told = await page.evaluate(() => shares)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    const before = served.asked.length
    const { statements } = await readIn(page, SENTENCE, {})
    expect(statements.length).toBe(1)
    expect(served.asked.slice(before)).toEqual([])
    const german = await readIn(
      page,
      'Der Hafenminister von Varland sagte am Dienstag, die Fähre werde auch im Winter jeden Tag fahren und nicht eingestellt.',
      {},
    )
    expect(german.notices.map(({ code }) => code)).toEqual(['language'])
    await page.context().close()
  })

  test('stops what is aborted, and reads the next text', async () => {
    const page = await openPage()
    const told = await page.evaluate(async (words) => {
      const stop = new AbortController()
      await reader.ready
      const long = reader.read(words.repeat(20_000), { signal: stop.signal })
      const next = reader.read(words, {})
      stop.abort()
      const reason = await long.catch((error: Error) => error.name)
      return { reason, statements: (await next).statements.length }
    }, SENTENCE)
    expect(told).toEqual({ reason: 'AbortError', statements: 1 })
    await page.context().close()
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 40_000)],
    ['longer than it should be', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([7])])],
  ])('a model file that comes %s is told, and the next read has it anew', async (_, damage) => {
    const name = readdirSync(join(folder, 'assets')).find((file) => file.startsWith('roles-')) as string
    served.instead.set('roles-', damage(readFileSync(join(folder, 'assets', name))))
    const page = await openPage()
    expect(await page.evaluate(() => reader.ready.catch((error: { code: string }) => error.code))).toBe('model-damaged')
    served.instead.clear()
    expect((await readIn(page, SENTENCE, {})).statements.length).toBe(1)
    await page.context().close()
  })
})

/** A page of its own, with nothing kept from earlier ones, on which a reader was opened. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(served.origin)
  // As a string: the test runner would rewrite an import.
  await page.evaluate(`import('/assets/open-reader.js').then(({ openReader }) => {
    globalThis.shares = []
    globalThis.reader = openReader(({ received, total }) => globalThis.shares.push(received / total))
  })`)
  return page
}

function readIn(page: Page, text: string, about: { publishedOn?: string; title?: string }): Promise<Readout> {
  return page.evaluate(([words, options]) => reader.read(words, options), [text, about] as const)
}

function readArticles() {
  const names = readdirSync('fixtures/golden').filter((name) => name.endsWith('.gold.txt'))
  return names.sort().map((name) => readGolden(readFileSync(join('fixtures/golden', name), 'utf8'), name).article!)
}

function withoutConfidence(readout: Readout): unknown {
  return JSON.parse(JSON.stringify(readout, (key, value) => (key === 'confidence' ? null : value)))
}

function readConfidences(readout: Readout): number[] {
  const found: number[] = []
  JSON.stringify(readout, (key, value) => {
    if (key === 'confidence') found.push(value)
    return value
  })
  return found
}
