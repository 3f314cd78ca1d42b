import type { Readout, ReadoutStatement } from '../document/readout.ts'
import { type GoldenArticle, type GoldenFact, spansOf } from '../golden/golden.ts'
import { addScores, type Figures, harmonicMean, Tally } from './figures.ts'
import { assignPairs, type Pair } from './pairing.ts'
import { countShared, f1Of, isSame, numberWords, type Positions, wordsOf } from './spans.ts'
import { verbatimRuns } from './verbatim.ts'

/** One golden article with what was found in it. */
interface Case {
  readonly article: GoldenArticle
  readonly readout: Readout
  readonly words: Int32Array
  readonly tally: Tally
  readonly misses: string[]
  /** Gold statement → the found one it was paired with. */
  readonly paired: Map<GoldenFact, ReadoutStatement>
}

/**
 * Statements against golden articles. Found and gold are paired so that the sum of content word-F1 + 0.3 cue F1 + 0.1
 * source F1 is greatest, from a content word-F1 of .5; of the pairs, the share that is right in each part.
 */
export function scoreGolden(articles: readonly GoldenArticle[], readouts: readonly Readout[]): { figures: Figures; misses: string[] } {
  const tally = new Tally()
  const misses: string[] = []
  articles.forEach((article, n) => {
    const one: Case = { article, readout: readouts[n] as Readout, words: numberWords(article.text), tally, misses, paired: new Map() }
    pairStatements(one)
    for (const [gold, found] of one.paired) if (gold.role === 'required') countParts(one, gold, found)
    countTraps(one)
  })
  return { figures: toFigures(tally), misses }
}

function pairStatements(one: Case): void {
  const gold = one.article.facts.filter((fact) => fact.kind === 'statement' && fact.role !== 'trap')
  const found = one.readout.statements
  const pairs: Pair[] = []
  gold.forEach((fact, g) => {
    found.forEach((statement, f) => {
      const content = f1Of(cover(one, spansOf(fact, 'content')), cover(one, statement.content.spans))
      if (content < 0.5) return
      const cue = f1Of(cover(one, spansOf(fact, 'cue')), cover(one, statement.cue?.spans ?? []))
      const source = f1Of(cover(one, spansOf(fact, 'source')), cover(one, sourceOf(statement)))
      pairs.push({ gold: g, found: f, weight: content + 0.3 * cue + 0.1 * source + (fact.role === 'required' ? 0.001 : 0) })
    })
  })
  const chosen = assignPairs(pairs)
  for (const [g, f] of chosen) one.paired.set(gold[g] as GoldenFact, found[f] as ReadoutStatement)
  const required = gold.filter((fact) => fact.role === 'required')
  const hits = required.filter((fact) => one.paired.has(fact)).length
  one.tally.add('statement.gold', required.length)
  one.tally.add('statement.hits', hits)
  for (const fact of required) if (!one.paired.has(fact)) tell(one, 'missed', fact)
  if (!one.article.complete.has('statement')) return
  one.tally.add('statement.found', found.length - (one.paired.size - hits))
  one.tally.add('statement.right', hits)
  const taken = new Set(one.paired.values())
  for (const statement of found)
    if (!taken.has(statement)) one.misses.push(`${one.article.name}: not in the gold: “${shorten(statement.content.spans.map((s) => s.text).join(' … '))}”`)
}

function countParts(one: Case, gold: GoldenFact, found: ReadoutStatement): void {
  const { tally } = one
  const content = cover(one, found.content.spans)
  const wanted = cover(one, spansOf(gold, 'content'))
  tally.count('content_exact', isSame(content, wanted))
  tally.count('content_overlap', f1Of(content, wanted))
  if (!isSame(content, wanted)) tell(one, `content differs (found “${shorten(found.content.spans.map((s) => s.text).join(' … '))}”)`, gold)
  tally.count('source_exact', isSourceRight(one, gold, found))
  const cueRight = isSame(cover(one, found.cue?.spans ?? []), cover(one, spansOf(gold, 'cue')))
  tally.count('cue_exact', cueRight)
  if (!cueRight) tell(one, `cue differs (found “${found.cue?.spans.map((s) => s.text).join(' … ') ?? 'none'}”)`, gold)
  tally.count('kind', gold.choices[0]?.includes(found.kind) ?? false)
  tally.count('act', gold.choices[1]?.includes(found.act) ?? false)
  if (!gold.choices[1]?.includes(found.act)) tell(one, `act is ${found.act}`, gold)
  countWithin(one, gold, found)
  countRest(one, gold, found)
}

function isSourceRight(one: Case, gold: GoldenFact, found: ReadoutStatement): boolean {
  const given = cover(one, sourceOf(found))
  const sources = spansOf(gold, 'source').map((span) => cover(one, [span]))
  const accepted = sources.length > 0 ? [...sources, cover(one, spansOf(gold, 'source'))] : [new Set<number>()]
  const isRight = accepted.some((source) => isSame(given, source))
  if (!isRight) tell(one, `source differs (found “${found.source?.span.text ?? 'none'}”)`, gold)
  return isRight
}

/** Whether the chain of `within` leads to the nearest outer statement of the gold that was found at all. */
function countWithin(one: Case, gold: GoldenFact, found: ReadoutStatement): void {
  let wanted = gold.within
  while (wanted && !one.paired.has(wanted)) wanted = wanted.within
  if (!wanted && gold.within) return
  const target = wanted ? (one.paired.get(wanted)?.id ?? null) : null
  const optional = new Set([...one.paired].filter(([fact]) => fact.role === 'optional').map(([, statement]) => statement.id))
  let at = found.within
  for (let steps = 0; at !== target && at !== null && optional.has(at) && steps < 10; steps++)
    at = one.readout.statements.find((s) => s.id === at)?.within ?? null
  one.tally.count('within', at === target)
  if (gold.within) one.tally.count('within_nested', at === target)
  if (at !== target) tell(one, `within is ${found.within}`, gold)
}

function countRest(one: Case, gold: GoldenFact, found: ReadoutStatement): void {
  const { tally } = one
  const isNegated = gold.fields.has('negated')
  const acts = gold.choices[1] ?? []
  if (isNegated || !(acts.includes('deny') || acts.includes('decline'))) {
    tally.add('negated.gold', Number(isNegated))
    tally.add('negated.found', Number(found.negated))
    tally.add('negated.hits', Number(isNegated && found.negated))
  }
  const hedges = found.hedges.map((hedge) => cover(one, [hedge]))
  for (const span of spansOf(gold, 'hedge'))
    tally.count(
      'hedges',
      hedges.some((hedge) => countShared(hedge, cover(one, [span])) > 0),
    )
  const kinds = gold.choices[0] ?? []
  if (kinds.includes('indirect')) return
  const runs = verbatimRuns(one.article.text, spansOf(gold, 'content'), kinds)
  if (runs.length === 0) return
  tally.count('quotations', isSame(cover(one, found.quotations), cover(one, runs)))
  if (spansOf(gold, 'content').length === 1 && runs.some((run) => !run.isClosed))
    tally.count(
      'unclosed_told',
      found.quotations.some((run) => !run.closed),
    )
}

function countTraps(one: Case): void {
  for (const trap of one.article.facts.filter((fact) => fact.role === 'trap' && fact.kind === 'statement')) {
    const caught = one.readout.statements.find((statement) => isCaught(one, trap, statement))
    one.tally.count('traps_avoided', caught === undefined)
    if (caught) tell(one, 'TRAP', trap)
  }
}

function isCaught(one: Case, trap: GoldenFact, found: ReadoutStatement): boolean {
  const across = spansOf(trap, 'across')
  if (across.length > 0)
    return [...found.content.spans, ...found.quotations].some((span) => across.some((line) => span.start <= line.start && span.end >= line.end))
  const content = cover(one, found.content.spans)
  const likeness = f1Of(content, cover(one, spansOf(trap, 'content')))
  if (likeness < 0.5) return false
  const allowed = one.article.facts
    .filter((fact) => fact.kind === 'statement' && fact.role !== 'trap')
    .map((fact) => f1Of(content, cover(one, spansOf(fact, 'content'))))
  return likeness > Math.max(0, ...allowed)
}

function sourceOf(statement: ReadoutStatement) {
  return statement.source ? [statement.source.span] : []
}

function cover(one: Case, spans: readonly { start: number; end: number }[]): Positions {
  return wordsOf(one.article.text, one.words, spans)
}

function tell(one: Case, what: string, fact: GoldenFact): void {
  const words = [...spansOf(fact, 'content'), ...spansOf(fact, 'across')].map(({ start, end }) => one.article.text.slice(start, end)).join(' … ')
  one.misses.push(`${one.article.name}, line ${fact.line}: ${what}: “${shorten(words)}”`)
}

function shorten(words: string): string {
  const plain = words.replace(/\s+/g, ' ')
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain
}

const SHARES = [
  'content_exact',
  'content_overlap',
  'source_exact',
  'cue_exact',
  'kind',
  'act',
  'within',
  'within_nested',
  'hedges',
  'quotations',
  'unclosed_told',
  'traps_avoided',
]

function toFigures(tally: Tally): Figures {
  const figures: Figures = new Map()
  addScores(figures, 'statements', tally.get('statement.hits'), tally.get('statement.found'), tally.get('statement.gold'), tally.get('statement.right'))
  for (const name of SHARES) figures.set(name, tally.share(name))
  const [hits, found, gold] = [tally.get('negated.hits'), tally.get('negated.found'), tally.get('negated.gold')]
  figures.set('negated_f1', gold > 0 ? harmonicMean(found > 0 ? hits / found : 0, hits / gold) : null)
  return figures
}
