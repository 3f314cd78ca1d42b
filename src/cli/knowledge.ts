import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { ReadoutError } from '../document/readout-error.ts'
import { FORMAT, findCountry, findHolders, findMembers, findOffice, findPeople, findSenses, type Holder, type Knowledge } from '../knowledge/knowledge.ts'
import { parseDate } from '../reading/reading.ts'
import { openKnowledge, ownKnowledgeFile, parseOwnKnowledge, readIfThere } from '../runtime/runtime.ts'
import type { Row } from './csv.ts'
import { readInput, writeOut } from './files.ts'
import { type Additions, readRows } from './knowledge-rows.ts'

const NOT_KNOWN = ' — not known on that day'

/** Tells what the tables know of a name, an office or a person, and what holds on a date. Exit code 1 when they know nothing. */
export async function runKnowledgeShow(words: string, flags: { date?: string }): Promise<void> {
  const date = flags.date ?? null
  if (date !== null && parseDate(date) === null) throw new ReadoutError('bad-date', `“${date}” is no date: write it like 2024-03-14.`)
  const k = openKnowledge()
  const lines = [...tellSenses(k, words, date), ...tellCareer(k, words, date), ...tellOffice(k, words)]
  if (lines.length === 0) {
    await writeOut(`Nothing is known of “${words}” (knowledge ${k.version}, until ${k.coversUntil}).\n`)
    process.exitCode = 1
    return
  }
  await writeOut(`${lines.join('\n')}\n`)
}

function tellSenses(k: Knowledge, words: string, date: string | null): string[] {
  const senses = findSenses(k, words).filter(({ kind, name }) => kind !== 'person' || findPeople(k, name).length === 0)
  return senses.flatMap(({ kind, name, country, plural, link }) => {
    const links = Object.entries(link).map(([key, value]) => `${key} ${value}`)
    const told = [`${kind}${plural ? ', several' : ''}: ${name}`, tellCountry(k, country), ...links].filter(Boolean).join(', ')
    const members = kind === 'organization' ? findMembers(k, words) : null
    return [told, ...(members ? [`  members: ${members.join(' ')}`] : []), ...(kind === 'country' && country ? tellLeaders(k, country, date) : [])]
  })
}

function tellLeaders(k: Knowledge, country: string, date: string | null): string[] {
  const day = date ?? k.coversUntil
  return ['head-of-state', 'head-of-government', 'foreign-minister'].map((office) => {
    const { holders, isCovered } = findHolders(k, office, country, day)
    return `  ${office} on ${day}: ${isCovered ? holders.map(({ person, title }) => `${person} (${title})`).join('; ') : 'not known'}`
  })
}

function tellCareer(k: Knowledge, words: string, date: string | null): string[] {
  const holders = findPeople(k, words)
  const lines = holders.map((holder) => `  ${tellTenure(k, holder)}${date === null ? '' : tellHold(k, holder, date)}`)
  const people = [...new Map(holders.map((holder) => [holder.person, holder])).values()]
  const told = people.map(({ person, gender, aliases }) =>
    [`person: ${person}`, gender ?? [], aliases.length > 0 ? `also ${aliases.join(', ')}` : []].flat().join(', '),
  )
  if (lines.some((line) => line.endsWith(NOT_KNOWN))) lines.push(`  The tables end on ${k.coversUntil}: who holds an office later is not known.`)
  return [...told, ...lines]
}

function tellTenure(k: Knowledge, { title, office, country, from, to }: Holder): string {
  return `${from} – ${to ?? 'still in office when the tables end'}: ${title} (${office}), ${tellCountry(k, country)}`
}

function tellHold(k: Knowledge, holder: Holder, date: string): string {
  const isHeld = findHolders(k, holder.office, holder.country, date).holders.some(({ person, from }) => person === holder.person && from === holder.from)
  if (isHeld) return ` — holds on ${date}`
  return holder.to === null && date > k.coversUntil ? NOT_KNOWN : ` — does not hold on ${date}`
}

function tellOffice(k: Knowledge, words: string): string[] {
  const office = findOffice(k, words)
  return office ? [`office: ${office.key}, ${office.kind}${office.gender ? `, ${office.gender}` : ''}`] : []
}

function tellCountry(k: Knowledge, code: string | null): string {
  const country = code === null ? null : findCountry(k, code)
  return country ? `${country.name} (${country.code})` : (code ?? '')
}

/** Adds names and holders of a file (Wikidata's JSON results or CSV) to the user's own knowledge; all of it or nothing. */
export async function runKnowledgeImport(file: string): Promise<void> {
  const k = openKnowledge()
  const path = ownKnowledgeFile()
  let additions: Additions
  try {
    additions = readRows(await readTable(file), k)
  } catch (cause) {
    if (cause instanceof ReadoutError) throw cause
    throw new ReadoutError('import-malformed', `“${file}” was not imported, ${(cause as Error).message}. Nothing was changed.`, { cause })
  }
  const lines = [...additions].map(([section, list]) => `[${section}]\n${list.join('\n')}\n`)
  if (lines.length === 0) throw new ReadoutError('import-empty', `“${file}” holds no rows: nothing was changed.`)
  const today = new Date().toISOString().slice(0, 10)
  const known = readIfThere(path) ?? `${FORMAT}\n`
  const block = `\n# From ${basename(file).replace(/[\r\n]/g, ' ')}, ${today}\ncovers ${today}\n${lines.join('')}`
  parseOwnKnowledge(known + block, path)
  replaceFile(path, known + block)
  const counts = [...additions].map(([section, list]) => `${list.length} ${section}`)
  await writeOut(`Added ${counts.join(', ')} to ${path}.\n`)
}

async function readTable(file: string): Promise<Row[]> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readInput(file))
  if (extname(file).toLowerCase() === '.json' || text.trimStart().startsWith('{')) return readSparqlResults(text)
  const { parseCsv } = await import('./csv.ts')
  return parseCsv(text)
}

/** SPARQL 1.1 Query Results JSON: `{"results":{"bindings":[{"person":{"value":"…"}}]}}`. */
function readSparqlResults(text: string): Row[] {
  const { results } = JSON.parse(text) as { results?: { bindings?: unknown } }
  const bindings = results?.bindings
  if (!Array.isArray(bindings)) throw new Error('it has no list “results.bindings” as SPARQL results have')
  return bindings.map((binding: Record<string, { value?: unknown }>, n) => {
    const values = Object.entries(binding ?? {}).map(([name, term]) => {
      if (typeof term?.value !== 'string') throw new Error(`result ${n + 1}: “${name}” has no value`)
      return [name, term.value] as const
    })
    return { place: `result ${n + 1}`, values: Object.fromEntries(values) }
  })
}

/** Writes beside the file and renames, so that a reader never meets half of it. */
function replaceFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, text)
    renameSync(`${path}.new`, path)
  } catch (cause) {
    throw new ReadoutError('knowledge-unwritable', `The knowledge file “${path}” could not be written (${(cause as Error).message}): check the folder.`, {
      cause,
    })
  }
}
