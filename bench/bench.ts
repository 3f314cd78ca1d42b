/**
 * `npm run bench [-- --articles FILE.jsonl]`: CPU time of the core library and of the command, start-up and peak memory,
 * beside wink-nlp and compromise on the same articles. Runs itself pinned to one core; writes bench/RESULTS.md.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadArticles, makeArticles } from './articles.ts'

const ARTICLES = 200
const ROUNDS = 5

const given = process.argv.indexOf('--articles')
const articles = given > 0 ? loadArticles(process.argv[given + 1] as string) : makeArticles(ARTICLES)
const words = articles.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const file = join(folder, 'articles.jsonl')
writeFileSync(file, articles.map((text, n) => `${JSON.stringify({ id: String(n), text })}\n`).join(''))

const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0
const pinned = (args: string[]): [string, string[]] => (hasTaskset ? ['taskset', ['-c', '0', ...args]] : [args[0] as string, args.slice(1)])

interface Measure {
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** One of the subjects over all articles, in a process of its own; the median of several rounds. */
function measureSubject(name: string): Measure {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [command, args] = pinned([process.execPath, 'bench/subject.ts', name, file])
    const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`)
    return JSON.parse(done.stdout) as Measure
  })
  return rounds.sort((a, b) => a.cpuSeconds - b.cpuSeconds)[ROUNDS >> 1] as Measure
}

/** User and system seconds, wall seconds and peak memory of a whole command, the median of several rounds by wall time. */
function measureCommand(args: string[]): { cpu: number; wall: number; peak: number } {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [command, rest] = pinned(['/usr/bin/time', '-f', '%U %S %e %M', ...args])
    const done = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 28 })
    const [user, system, wall, peak] = (done.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number) as [number, number, number, number]
    return { cpu: user + system, wall, peak: peak / 1024 }
  })
  return rounds.sort((a, b) => a.wall - b.wall)[ROUNDS >> 1] as (typeof rounds)[number]
}

const rate = (seconds: number) => `${(articles.length / seconds).toFixed(1)} articles/s, ${Math.round(words / seconds).toLocaleString('en')} words/s`
const version = (name: string) => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version

const core = measureSubject('readout')
const rows = [`| Readout, core library | ${rate(core.cpuSeconds)} | 1 | ${core.peakMegabytes.toFixed(0)} MB |`]
for (const peer of ['wink-nlp', 'compromise']) {
  const peerMeasure = measureSubject(peer)
  rows.push(
    `| ${peer} ${version(peer)} (no attribution) | ${rate(peerMeasure.cpuSeconds)} | ${(peerMeasure.cpuSeconds / core.cpuSeconds).toFixed(2)} | ${peerMeasure.peakMegabytes.toFixed(0)} MB |`,
  )
}
const stream = measureCommand([process.execPath, 'src/cli/readout.ts', 'read', file, '--format', 'jsonl'])
const cold = measureCommand([process.execPath, 'src/cli/readout.ts', 'read', 'examples/summit-at-the-port.txt'])
const npm = measureCommand(['npm', 'run', '-s', 'readout', '--', 'read', 'examples/summit-at-the-port.txt'])
rows.push(
  `| Readout, command over a JSONL stream, start included | ${rate(stream.cpu)} | ${(stream.cpu / core.cpuSeconds).toFixed(2)} | ${stream.peak.toFixed(0)} MB |`,
)

const report = `# Benchmark

\`npm run bench\`: ${articles.length} articles of ${Math.round(words / articles.length)} words, ${hasTaskset ? 'pinned to one core' : 'not pinned'}, CPU time (user and system), median of ${ROUNDS} runs.
Machine: ${cpus()[0]?.model.trim()}, ${cpus().length} cores; Node ${process.version}, onnxruntime ${version('onnxruntime-node')}.

| Subject | Rate by CPU time | CPU time beside the core library | Peak memory |
|---|---|---|---|
${rows.join('\n')}

Reading one article from cold: ${cold.wall.toFixed(2)} s directly, ${npm.wall.toFixed(2)} s through npm; peak memory ${cold.peak.toFixed(0)} MB.
wink-nlp and compromise tokenise, tag and name; neither parses, links sources to contents, nor keeps offsets of attributions.
`
// what is measured by hand (the library, its questions, the server) stands below and stays
const RESULTS = 'bench/RESULTS.md'
const rest = existsSync(RESULTS) ? (/\n## [\s\S]*$/.exec(readFileSync(RESULTS, 'utf8'))?.[0] ?? '') : ''
writeFileSync(RESULTS, report + rest)
console.log(report)
