/**
 * `node bench/questions.ts [--articles 20000] [--store FILE]`: how fast a library answers. Makes a library of that many articles with their facts,
 * without reading (a file that is there is used as it is), asks 200 seeded questions of each kind after a first round that warms the cache,
 * and prints the middle and the 95th percentile in milliseconds: as a clock tells them, and of the processor, where other programs do not count.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexKnowledge } from '../src/knowledge/knowledge.ts'
import { compareSaid, type Desk, drawTimeline, type FindQuestion, findFacts, findSaid } from '../src/questions/questions.ts'
import { closeStore, measureStore, openStore } from '../src/store/store.ts'
import { drawRank, fillLibrary, makeCast } from './made-library.ts'

const QUESTIONS = 200
const SEED = 20_240_314

const given = (name: string) => {
  const at = process.argv.indexOf(name)
  return at > 0 ? process.argv[at + 1] : undefined
}
const count = Number(given('--articles') ?? 20_000)
const path = given('--store') ?? join(mkdtempSync(join(tmpdir(), 'bench-')), 'library.db')
const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const isThere = existsSync(path)
const store = await openStore(path)
const cast = makeCast(SEED)
const began = performance.now()
if (!isThere) await fillLibrary(store, cast, count, fold)
const size = await measureStore(store)
if (!isThere) console.log(`Filled in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
console.log(
  `${size.counts.article} articles, ${size.counts.statement} statements, ${size.counts.event} events; ${((size.bytes - size.textBytes) / size.counts.article / 1000).toFixed(1)} kB an article over its text.`,
)

const desk: Desk = { store, fold, knowledge: indexKnowledge('format readout-knowledge/1\nversion none\ncovers 2024-01-01\n') }
const ALL = { since: null, until: null, limit: 20, cursor: null }
const ANY = {
  ...ALL,
  words: null,
  speaker: null,
  about: null,
  country: null,
  area: null,
  act: null,
  type: null,
  realis: null,
  source: null,
  kinds: null,
  sort: 'newest',
} as const

const { words, people, countries, draw } = cast
const word = () => words[17 + drawRank(draw, words.length - 17)] as string
const phrase = () => {
  const rank = 18 + 2 * drawRank(draw, (words.length >> 1) - 10)
  return `"${words[rank]} ${words[rank + 1]}"`
}
const person = () => people[drawRank(draw, people.length, 5)]?.name as string
const country = () => countries[drawRank(draw, countries.length, 3)]?.name as string

const twoOf = (draw: () => string) => {
  const one = draw()
  for (;;) {
    const other = draw()
    if (other !== one) return { one, other }
  }
}

/** Kinds of searches, each as often as the others. */
const SEARCHES: readonly (() => Partial<FindQuestion>)[] = [
  () => ({ words: word() }),
  () => ({ words: `${word()} ${word()}` }),
  () => ({ words: phrase() }),
  () => ({ words: `${word().slice(0, 4)}*` }),
  () => ({ words: word(), speaker: person() }),
  () => ({ words: word(), about: country(), kinds: ['statement'] }),
  () => ({ speaker: person(), act: 'deny' }),
  () => ({ country: countries[drawRank(draw, countries.length, 3)]?.country ?? null, type: 'CONSULT', realis: 'denied' }),
  () => ({ area: 'health', realis: 'planned', since: '2023-01-01' }),
  () => ({ words: word(), sort: 'relevance' }),
]

const find = Array.from({ length: QUESTIONS }, (_, n) => ({ ...ANY, ...(SEARCHES[n % SEARCHES.length] as () => Partial<FindQuestion>)() }))
const said = Array.from({ length: QUESTIONS }, (_, n) => ({
  ...ALL,
  name: n % 5 === 4 ? (people[n % 20]?.name as string) : person(),
  on: n % 2 ? word() : null,
}))
const timelines = Array.from({ length: QUESTIONS }, (_, n) => (n % 4 === 3 ? { ...ALL, ...twoOf(person) } : { ...ALL, ...twoOf(country) }))
const compared = Array.from({ length: QUESTIONS }, () => ({ ...ALL, name: person(), on: word() }))

await measure('find', find, (question) => findFacts(desk, question))
await measure('said', said, (question) => findSaid(desk, question))
await measure('timeline', timelines, (question) => drawTimeline(desk, question))
await measure('compare', compared, (question) => compareSaid(desk, question))
await closeStore(store)

async function measure<Question extends object>(
  name: string,
  questions: readonly Question[],
  ask: (question: Question) => Promise<{ rows: readonly unknown[] }>,
): Promise<void> {
  const took: { ms: number; cpu: number; rows: number; question: Question }[] = []
  for (const isWarm of [false, true])
    for (const question of questions) {
      const [at, cpu] = [performance.now(), process.cpuUsage()]
      const { rows } = await ask(question)
      const { user, system } = process.cpuUsage(cpu)
      if (isWarm) took.push({ ms: performance.now() - at, cpu: (user + system) / 1000, rows: rows.length, question })
    }
  const found = took.filter(({ rows }) => rows > 0).length
  const at = (share: number, of: 'ms' | 'cpu') =>
    (took.map((one) => one[of]).sort((a, b) => a - b)[Math.min(took.length - 1, Math.floor(share * took.length))] as number).toFixed(1)
  console.log(
    `${name}: middle ${at(0.5, 'ms')} ms, 95 % ${at(0.95, 'ms')} ms (of the processor ${at(0.5, 'cpu')} and ${at(0.95, 'cpu')} ms); ${found} of ${took.length} found something`,
  )
  const slow = process.argv.includes('--slow') ? took.sort((a, b) => b.cpu - a.cpu).slice(0, 12) : []
  for (const { cpu, rows, question } of slow) console.log(`  ${cpu.toFixed(0)} ms, ${rows} rows: ${tell(question)}`)
}

function tell(question: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null)))
}
