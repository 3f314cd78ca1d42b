/**
 * `npm start`: builds the pages where they are not built or are older than what they are made from, puts the example articles into a library
 * among the user's data the first time, and opens the reading room on it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ReadoutError } from '../src/document/readout-error.ts'
import { addTargets, closeLibrary, openLibrary } from '../src/library/library.ts'
import { startServer } from '../src/serve/serve.ts'

const ROOT = join(import.meta.dirname, '..')
const SAMPLES = join(ROOT, 'fixtures', 'samples')
const WEB = join(ROOT, 'web')
const PORT = 4810

/** Whether some file of a folder is younger than a moment. */
function isYounger(folder: string, thanMs: number): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.startsWith(join(WEB, 'dist')),
  )
  return files.some(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs > thanMs)
}

function buildWeb(): void {
  const page = join(WEB, 'dist', 'index.html')
  if (!existsSync(join(WEB, 'vite.config.ts')) || (existsSync(page) && !isYounger(WEB, statSync(page).mtimeMs))) return
  console.log('Building the pages …')
  const { status, stderr } = spawnSync(join(ROOT, 'node_modules', '.bin', 'vite'), ['build', WEB], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) console.error(`The pages could not be built; the API answers all the same.\n${stderr ?? ''}`)
}

/** An example article: lines “Title: …”, “Date: …”, “Outlet: …”, “Address: …”, a blank one, the text. */
function readSample(file: string): object {
  const [head = '', ...text] = readFileSync(join(SAMPLES, file), 'utf8').split('\n\n')
  const told = Object.fromEntries(head.split('\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  return { id: file, title: told.title, date: told.date, publisher: told.outlet, url: told.address, text: text.join('\n\n') }
}

/** Adds what is not there yet: two starts add nothing twice. */
async function addSamples(store: string): Promise<void> {
  console.log('Reading the example articles …')
  const folder = mkdtempSync(join(tmpdir(), 'readout-samples-'))
  const file = join(folder, 'examples.jsonl')
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'))
  writeFileSync(
    file,
    names
      .sort()
      .map((name) => `${JSON.stringify(readSample(name))}\n`)
      .join(''),
  )
  const library = await openLibrary(store)
  try {
    const { new: added, copy, version } = await addTargets(library, [file], { sourceName: 'Example articles' })
    console.log(`${added + copy} articles, ${copy} of them copies, ${version} with a second version.`)
  } finally {
    await closeLibrary(library)
    rmSync(folder, { recursive: true })
  }
}

async function openReadingRoom(): Promise<void> {
  const folder = join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'readout')
  const store = process.env.READOUT_STORE || join(folder, 'examples.db')
  buildWeb()
  if (!store.includes('://') && !existsSync(store)) {
    mkdirSync(dirname(store), { recursive: true })
    await addSamples(store)
  }
  const server = await startServer({ store, port: Number(process.env.PORT ?? PORT), webFolder: join(WEB, 'dist'), isQuiet: true })
  console.log(`The reading room is open: ${server.address}\nThe library is ${store}; Ctrl-C ends.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)))
}

try {
  await openReadingRoom()
} catch (error) {
  if (!(error instanceof ReadoutError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
