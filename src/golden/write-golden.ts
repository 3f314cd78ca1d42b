import type { Readout } from '../document/readout.ts'
import { readGolden } from './read-golden.ts'
import { trimText, writeFact, writeTrap } from './write-facts.ts'

type Fact = Readout[(typeof KINDS)[number]][number]
const KINDS = ['statements', 'events', 'cooperation', 'comparisons'] as const

/** What a golden article is written from. */
export interface GoldenDraft {
  /** The record with its text. */
  readonly record: Readout
  /** Ids of facts that somebody vouches for: these must be found. The others may be found or not. */
  readonly required: ReadonlySet<string>
  /** Facts that must not be found. */
  readonly traps: readonly Fact[]
}

/** A block of lines for one fact. */
interface Entry {
  readonly fact: Fact
  readonly lines: readonly string[]
}

/**
 * A record as a golden article, which `readGolden` reads without a fault. `left` tells in a sentence each what could not be written: the format
 * copies words, so that it knows no fact in a passage that comes again and again. `text` is null where the article itself cannot be written.
 */
export function writeGolden({ record, required, traps }: GoldenDraft): { text: string | null; left: string[] } {
  const { text = '', title, publishedOn } = record.article
  if (publishedOn === null) return { text: null, left: ['The article has no date of publication, which a golden article needs.'] }
  if (text.split('\n').some((line) => line.trim() === '=== facts')) return { text: null, left: ['A line of the article reads “=== facts”.'] }
  const left: string[] = []
  let entries: Entry[] = []
  for (const [fact, role] of listFacts(record, required, traps)) {
    const lines = role === 'not ' ? writeTrap(fact, record) : writeFact(fact, record)
    if (lines) entries.push({ fact, lines: [`${role}${lines[0]}`, ...lines.slice(1)] })
    else left.push(tellLeft(fact, 'its words cannot be copied'))
  }
  const head = [
    `title:     ${(title ?? '').replace(/\s+/g, ' ').trim()}`,
    `published: ${publishedOn}`,
    '',
    '=== article',
    '',
    trimText(text),
    '',
    '=== facts',
    '',
  ]
  // What contradicts another fact (two statements that open with the same words) is found by reading it; each round leaves out one at least.
  for (;;) {
    const body = [...head, ...entries.flatMap(({ lines }) => [...lines, ''])].join('\n')
    const { problems } = readGolden(body, '')
    if (problems.length === 0) return { text: body, left }
    const faulty = new Set(problems.flatMap((problem) => findEntry(problem, body, entries) ?? []))
    for (const { fact } of faulty) left.push(tellLeft(fact, 'it cannot be told apart from another in this format'))
    if (faulty.size === 0) return { text: null, left: [...left, ...problems] }
    entries = entries.filter((entry) => !faulty.has(entry))
  }
}

function* listFacts(record: Readout, required: ReadonlySet<string>, traps: readonly Fact[]): Generator<[Fact, string]> {
  for (const kind of KINDS) {
    for (const fact of record[kind]) yield [fact, required.has(fact.id) ? '' : 'optional ']
    for (const fact of traps) if (kindOf(fact) === kind) yield [fact, 'not ']
  }
}

function kindOf(fact: Fact): (typeof KINDS)[number] {
  return 'content' in fact ? 'statements' : 'trigger' in fact ? 'events' : 'between' in fact ? 'cooperation' : 'comparisons'
}

/** “Line 31: …” → the fact that has line 31. */
function findEntry(problem: string, body: string, entries: readonly Entry[]): Entry | null {
  const line = Number(/^Line (\d+)/.exec(problem)?.[1] ?? 0)
  let at = body.split('\n').length - entries.reduce((sum, { lines }) => sum + lines.length + 1, 0)
  if (line <= at) return null
  for (const entry of entries) {
    at += entry.lines.length + 1
    if (line <= at) return entry
  }
  return null
}

function tellLeft(fact: Fact, why: string): string {
  const words = 'content' in fact ? fact.content.spans[0] : 'trigger' in fact ? fact.trigger : 'between' in fact ? fact.spans[0] : fact.span
  return `“${(words?.text ?? '').slice(0, 60).toWellFormed()}” is left out: ${why}.`
}
