/**
 * What the scorer of entities learns from: every decision about a pronoun or description that reading comes to in the corpora,
 * with its evidence and the gold answer. Standard input: lines as training/corpora.py and swap-genders.ts write them. Standard output: JSONL
 * `{"set","split","isPronoun","gender","rows","right"}`: `right` marks the candidates that mean the same; none marked: somebody else.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Mention } from '../src/document/mention.ts'
import { readSyntax } from '../src/document/syntax.ts'
import { type Decision, linkEntities } from '../src/entities/entities.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import { readLayers } from '../src/reader/reader.ts'
import { loadEntityModel, loadKnowledge, loadReader } from '../src/runtime/runtime.ts'
import { findStatements } from '../src/statements/statements.ts'
import { readGivenTokens, readTokens } from '../src/text/text.ts'

const root = join(import.meta.dirname, '..')
const { parts } = await loadReader(join(root, 'models/reader'))
const { model } = loadEntityModel(join(root, 'models/entities'))
const knowledge = loadKnowledge(join(root, 'knowledge'))

interface Line {
  readonly set: string
  readonly split: string
  readonly text?: string
  readonly sentences?: string[][]
  readonly paragraphs?: number[]
  readonly gold: readonly (readonly [number, number | string, boolean])[]
}

for await (const line of createInterface({ input: process.stdin })) {
  for (const out of await decisionsOf(JSON.parse(line))) if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await once(process.stdout, 'drain')
}

async function decisionsOf(line: Line) {
  const { tokens } = line.text === undefined ? readGivenTokens(line.sentences ?? [], line.paragraphs ?? []) : readTokens(line.text)
  const layers = await readLayers(tokens, parts)
  const mentions = findMentions(readSyntax(tokens, layers), layers, knowledge)
  const { statements } = findStatements(tokens, layers)
  const chainAt = new Map(line.gold.map(([token, chain]) => [token, chain]))
  const found: object[] = []
  const tell = (decision: Decision, clusterOf: (mention: number) => number): number | null => {
    const asked = mentions[decision.mention] as Mention
    const chain = chainAt.get(asked.head)
    if (chain === undefined || decision.candidates.length === 0) return null
    const right = decision.candidates.map(({ cluster }) =>
      mentions.some((other, m) => m !== decision.mention && clusterOf(m) === cluster && chainAt.get(other.head) === chain),
    )
    const known = decision.candidates.map(({ cluster }) => mentions.some((other, m) => clusterOf(m) === cluster && chainAt.has(other.head)))
    const isNone = !right.includes(true)
    const kept = decision.rows.map((_, k) => k).filter((k) => right[k] || !(line.set === 'gap' && chain === 0) || known[k])
    const asksNone = line.set === 'gum' || (line.set === 'gap' && chain === 0)
    if ((isNone && !asksNone) || kept.length === 0) return null
    found.push({
      set: line.set,
      split: line.split,
      isPronoun: asked.form === 'pronoun',
      gender: asked.gender,
      rows: kept.map((k) => Array.from(decision.rows[k] as Float64Array, (value) => Math.round(value * 1000) / 1000)),
      right: kept.map((k) => Number(right[k])),
    })
    return isNone ? -1 : (decision.candidates[right.indexOf(true)]?.cluster ?? null)
  }
  linkEntities({ tokens, layers, mentions, statements, knowledge, model, publishedOn: null, tell })
  return found
}
