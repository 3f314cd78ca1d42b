/**
 * How fast the reading room answers: `node bench/serve.ts STORE`, with a library of at least some hundred articles. The server runs in a process
 * of its own (pinned to one core by `taskset` where there is one); this one asks, over kept-alive connections.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Agent, request } from 'undici'

const CONNECTIONS = 8
const SECONDS = 8
const CLI = join(import.meta.dirname, '..', 'src', 'cli', 'readout.ts')

const [store] = process.argv.slice(2)
if (store === undefined) throw new Error('Name a store.')

const agent = new Agent({ connections: CONNECTIONS, pipelining: 1 })
const { address, pid, stop } = await openServer(store)
try {
  const ids = await listIds()
  console.log(`${ids.length} articles`)
  await measure(
    'GET /articles/:id, first time',
    ids.map((id) => `/articles/${id}`),
    { rounds: 1 },
  )
  await measure(
    'GET /articles/:id, again',
    ids.map((id) => `/articles/${id}`),
    {},
  )
  await measure(
    'GET /articles/:id, packed',
    ids.map((id) => `/articles/${id}`),
    { headers: { 'accept-encoding': 'gzip' } },
  )
  await measure('GET /articles', ['/articles'], {})
  await measure(
    'GET /find?q=',
    ['minister', 'agreement', 'border', 'talks', 'trade'].map((word) => `/find?q=${word}`),
    {},
  )
} finally {
  await agent.close()
  stop()
}

/** On one core where `taskset` can pin it. */
async function openServer(place: string): Promise<{ address: string; pid: number; stop: () => void }> {
  const hasTaskset = spawnSync('taskset', ['-V']).status === 0
  const run = [process.execPath, CLI, '--quiet', 'serve', '--store', place, '--port', '0']
  const [command = '', ...rest] = hasTaskset ? ['taskset', '-c', '0', ...run] : run
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const found = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (words: Buffer) => {
      const told = /http:\/\/\S+/.exec(words.toString())?.[0]
      if (told) resolve(told)
    })
    child.on('exit', () => reject(new Error('The server ended.')))
  })
  return { address: found, pid: child.pid ?? 0, stop: () => child.kill() }
}

/** What the server's process has spent so far, in hundredths of a second: on a busy machine the clock tells little. */
function readCpuMs(): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<number> {
  const began = performance.now()
  const { statusCode, body } = await request(`${address}${path}`, { dispatcher: agent, headers })
  await body.arrayBuffer()
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}.`)
  return performance.now() - began
}

async function listIds(): Promise<number[]> {
  const ids: number[] = []
  for (let cursor: string | null = ''; cursor !== null && ids.length < 1_000; ) {
    const { body } = await request(`${address}/articles?limit=200${cursor && `&cursor=${cursor}`}`, { dispatcher: agent })
    const page = (await body.json()) as { items: { articleId: number }[]; next: string | null }
    ids.push(...page.items.map(({ articleId }) => articleId))
    cursor = page.next
  }
  return ids
}

/** Asks for paths in turns, by as many askers as there are connections; for some seconds, or once each. */
async function measure(name: string, paths: readonly string[], { rounds, headers }: { rounds?: number; headers?: Record<string, string> }): Promise<void> {
  const times: number[] = []
  const spentBefore = readCpuMs()
  const began = performance.now()
  let next = 0
  const isOver = () => (rounds === undefined ? performance.now() - began > SECONDS * 1_000 : next >= rounds * paths.length)
  const asker = async () => {
    while (!isOver()) times.push(await ask(paths[next++ % paths.length] as string, headers))
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, asker))
  const seconds = (performance.now() - began) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] as number).toFixed(1)
  const spent = readCpuMs() - spentBefore
  const cpu = spent > 0 ? `, ${(spent / times.length).toFixed(2)} ms of the server's core each` : ''
  console.log(`${name.padEnd(30)} ${Math.round(times.length / seconds)} requests/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms${cpu}`)
}
