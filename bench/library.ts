/**
 * `node bench/library.ts [--articles 2000] [--raw FILE.jsonl] [--parallel N] [--store PLACE]`: how fast articles are taken into a library, and how
 * much room they need. Makes news with a fixed seed, every other article from FILE where one is given (lines with “text”, “date”, “title”), runs the
 * real `readout add`, then adds the same once more, and prints a row for bench/RESULTS.md.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { closeStore, measureStore, openStore } from '../src/store/store.ts'
import { type MadeArticle, makeNews } from './news.ts'

const given = (name: string) => {
  const at = process.argv.indexOf(name)
  return at > 0 ? process.argv[at + 1] : undefined
}
const count = Number(given('--articles') ?? 2_000)
const raw = given('--raw')
const threads = given('--parallel')
const folder = mkdtempSync(join(tmpdir(), 'bench-library-'))
const location = given('--store') ?? join(folder, 'library.db')
const file = join(folder, 'news.jsonl')

async function* mix(): AsyncGenerator<MadeArticle | Record<string, unknown>> {
  const made = makeNews({ seed: 1, count })
  const lines = raw === undefined ? null : createInterface({ input: createReadStream(raw), crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  for (let n = 0; n < count; n++) {
    const next = lines && n % 2 === 1 ? await lines.next() : null
    const line = next && !next.done ? (JSON.parse(next.value) as Record<string, unknown>) : null
    const article = made.next().value as MadeArticle
    yield line ? { ...line, id: `raw-${n}` } : article
  }
}

const out = createWriteStream(file)
for await (const article of mix()) if (!out.write(`${JSON.stringify(article)}\n`)) await once(out, 'drain')
out.end()
await once(out, 'finish')

/** Wall and CPU seconds and peak memory of a run of the real command. */
function add(): { wall: number; cpu: number; peak: number; told: string } {
  const args = ['src/cli/readout.ts', 'add', file, '--store', location, ...(threads === undefined ? [] : ['--parallel', threads])]
  const began = Date.now()
  const done = spawnSync('/usr/bin/time', ['-f', '%U %S %M', process.execPath, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0) throw new Error(done.stderr)
  const [user, system, peak] = (done.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number) as [number, number, number]
  return { wall: (Date.now() - began) / 1000, cpu: user + system, peak: peak / 1024, told: done.stdout.trim() }
}

const first = add()
const again = add()
const store = await openStore(location)
const { bytes, textBytes, counts } = await measureStore(store)
await closeStore(store)
const over = (bytes - textBytes) / 1000 / counts.article
console.error(`${first.told}\n${again.told}`)
console.log(
  `| ${count.toLocaleString('en')} (${raw === undefined ? 'made' : 'made and real'}, ${Math.round(textBytes / counts.version)} bytes) | ${threads ?? availableParallelism()} | ${(count / first.wall).toFixed(1)} | ${((first.cpu / count) * 1000).toFixed(0)} ms | ${first.peak.toFixed(0)} MB | ${(count / again.wall).toFixed(0)} | ${over.toFixed(1)} kB | ${((counts.statement + counts.event) / counts.article).toFixed(0)} |`,
)
