/**
 * Who may import whom, as a table, and a check that the files keep to it: no forbidden import, a folder entered only by the
 * file that bears its name, and no file that nobody imports. `document` is open. Tests may import anything.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const DATA = ['document']
const STAGE = ['document', 'knowledge']

/** Room → rooms it may import. A room that is not here may not exist. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  document: [],
  golden: DATA,
  record: DATA,
  reading: STAGE,
  text: STAGE,
  reader: STAGE,
  statements: STAGE,
  knowledge: DATA,
  mentions: STAGE,
  entities: STAGE,
  dates: STAGE,
  events: STAGE,
  relations: STAGE,
  language: [],
  models: ['document', 'entities', 'events', 'knowledge', 'language', 'pipeline', 'reader'],
  runtime: ['document', 'entities', 'events', 'knowledge', 'models', 'pipeline', 'reader'],
  pipeline: ['document', 'knowledge', 'text', 'reader', 'mentions', 'statements', 'entities', 'dates', 'events', 'relations', 'record'],
  index: ['document', 'pipeline', 'record', 'runtime'],
  pages: ['document', 'reading'],
  intake: ['document', 'reading'],
  evaluate: ['document', 'golden', 'pipeline'],
  export: ['document', 'record'],
  copies: DATA,
  identities: STAGE,
  store: ['document', 'record', 'text'],
  library: ['document', 'record', 'knowledge', 'store', 'copies', 'identities', 'intake', 'pages', 'runtime', 'index'],
  questions: ['document', 'knowledge', 'store'],
  review: ['document', 'record', 'store', 'golden'],
  accounts: ['document', 'store'],
  contract: DATA,
  client: ['document', 'contract'],
  serve: ['document', 'contract', 'record', 'store', 'review', 'accounts', 'export', 'identities', 'intake', 'library', 'questions', 'index', 'pages'],
  cli: [
    'accounts',
    'document',
    'entities',
    'evaluate',
    'export',
    'golden',
    'identities',
    'index',
    'intake',
    'knowledge',
    'language',
    'library',
    'pages',
    'pipeline',
    'questions',
    'reading',
    'record',
    'runtime',
    'serve',
    'store',
    'text',
  ],
}

/** Files that start something, so nobody imports them. */
const STARTS = new Set(['index.ts', 'cli/readout.ts', 'pages/page-worker.ts', 'library/reading-worker.ts', 'client/client.ts'])

/** Sentences, one for each import that the table forbids and each file that nobody imports. `files`: path under src → source. */
export function checkLayers(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = []
  const imported = new Set<string>()
  for (const [file, source] of files) {
    const isTest = file.endsWith('.test.ts')
    for (const match of source.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)) {
      const target = relative('/', resolve('/', dirname(file), match[1] as string))
      if (!isTest) {
        imported.add(target)
        problems.push(...checkImport(file, target))
      }
    }
  }
  for (const file of files.keys())
    if (!file.endsWith('.test.ts') && !STARTS.has(file) && !imported.has(file)) problems.push(`src/${file} is imported by nobody.`)
  return problems
}

function checkImport(file: string, target: string): string[] {
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === to) return []
  if (!(from in LAYERS)) return [`src/${file}: the room “${from}” is not in the table of layers.`]
  if (!LAYERS[from]?.includes(to)) return [`src/${file} imports ${target}: “${from}” may not import “${to}”.`]
  const isFront = target === `${to}/${to}.ts` || target === `${to}.ts`
  return to === 'document' || isFront ? [] : [`src/${file} imports ${target}: “${to}” is entered by ${to}/${to}.ts.`]
}

function roomOf(file: string): string {
  return (file.includes('/') ? file.slice(0, file.indexOf('/')) : file).replace(/\.ts$/, '')
}

/** Sources under a folder by their path in it. */
export function readSources(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkLayers(readSources('src'))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
