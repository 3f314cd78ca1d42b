/** A reading room for tests: pages built into a folder of their own, the example articles in a library, a server on this machine, a browser. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { addTargets, closeLibrary, openLibrary } from '../../src/library/library.ts'
import { type RunningServer, startServer } from '../../src/serve/serve.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const CHROMIUM = process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium'

export interface Room {
  readonly web: string
  /** Place of the library. */
  readonly store: string
  readonly address: string
  readonly browser: Browser
  /** Stops the server, and starts it again at the same address. */
  readonly pause: () => Promise<void>
  readonly resume: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A page in a browser of its own, and what went wrong on it. */
export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts and of the console, refused requests; the test expects none. */
  readonly complaints: string[]
}

export function hasBrowser(): boolean {
  return existsSync(CHROMIUM)
}

export async function openRoom(): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-web-'))
  const web = join(folder, 'web')
  const store = join(folder, 'library.db')
  await build({ root: join(ROOT, 'web'), configFile: join(ROOT, 'web', 'vite.config.ts'), logLevel: 'error', build: { outDir: web, emptyOutDir: true } })
  await addSamples(store, folder)
  let server: RunningServer = await startServer({ store, port: 0, webFolder: web, isQuiet: true })
  const { address } = server
  const browser = await chromium.launch({ executablePath: CHROMIUM })
  return {
    ...{ web, store, address, browser },
    pause: () => server.stop(),
    resume: async () => {
      server = await startServer({ store, port: Number(new URL(address).port), webFolder: web, isQuiet: true })
    },
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Examples: lines “Title: …”, “Date: …”, “Outlet: …”, “Address: …”, a blank one, the text. */
async function addSamples(store: string, folder: string): Promise<void> {
  const samples = join(ROOT, 'fixtures', 'samples')
  const lines = readdirSync(samples).map((file) => {
    const [head = '', ...text] = readFileSync(join(samples, file), 'utf8').split('\n\n')
    const told = Object.fromEntries(head.split('\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
    return JSON.stringify({ id: file, title: told.title, date: told.date, publisher: told.outlet, url: told.address, text: text.join('\n\n') })
  })
  const file = join(folder, 'examples.jsonl')
  writeFileSync(file, `${lines.sort().join('\n')}\n`)
  const library = await openLibrary(store, { parallel: 1 })
  await addTargets(library, [file], { sourceName: 'Example articles' })
  await closeLibrary(library)
}

/** Opens a page of the room. Nothing may be asked of any other host. */
export async function visit({ browser, address }: Room, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => !request.url().startsWith(address) && !request.url().startsWith('data:') && complaints.push(`asks ${request.url()}`))
  await page.goto(address + path)
  await settle(page)
  return { page, context, complaints }
}

/** Waits until the page shows what it asked for. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main h1') !== null && !document.body.innerText.includes('Loading …'))
  // Keys are heard once the page is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))))
}
