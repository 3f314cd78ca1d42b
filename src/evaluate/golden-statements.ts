import type { Readout, ReadoutStatement } from '../document/readout.ts'
import { type GoldenArticle, type GoldenFact, spansOf } from '../golden/golden.ts'
import { addScores, type Figures, harmonicMean, type Scored, Tally } from './figures.ts'
import { cover, type GoldenCase, shorten, sourceOf, tellMiss } from './golden-case.ts'
import { countNamed, countParties, countSpeaker } from './golden-speakers.ts'
import { countTraps } from './golden-traps.ts'
import { collectNames } from './names.ts'
import { assignPairs, type Pair } from './pairing.ts'
import { countShared, f1Of, isSame, numberWords } from './spans.ts'
import { verbatimRuns } from './verbatim.ts'

/**
 * Statements against golden articles. Found and gold are paired so that the sum of content word-F1 + 0.3 cue F1 + 0.1
 * source F1 is greatest, from a content word-F1 of .5; of the pairs, the share that is right in each part.
 */
export function scoreGolden(articles: readonly GoldenArticle[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  articles.forEach((article, n) => {
    const readout = readouts[n] as Readout
    const names = collectNames(article.facts, readout)
    const one: GoldenCase = { article, readout, words: numberWords(article.text), names, tally, misses, paired: new Map() }
    pairStatements(one)
    for (const [gold, found] of one.paired) if (gold.role === 'required') countParts(one, gold, found)
    countNamed(one)
    countTraps(one)
  })
  return { figures: toFigures(tally), misses }
}

function pairStatements(one: GoldenCase): void {
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
  for (const fact of required) if (!one.paired.has(fact)) tellMiss(one, 'missed', fact)
  if (!one.article.complete.has('statement')) return
  one.tally.add('statement.found', found.length - (one.paired.size - hits))
  one.tally.add('statement.right', hits)
  const taken = new Set(one.paired.values())
  for (const statement of found)
    if (!taken.has(statement)) one.misses.push(`${one.article.name}: not in the gold: “${shorten(statement.content.spans.map((s) => s.text).join(' … '))}”`)
}

function countParts(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
  const { tally } = one
  const content = cover(one, found.content.spans)
  const wanted = cover(one, spansOf(gold, 'content'))
  tally.count('content_exact', isSame(content, wanted))
  tally.count('content_overlap', f1Of(content, wanted))
  if (!isSame(content, wanted)) tellMiss(one, `content differs (found “${shorten(found.content.spans.map((s) => s.text).join(' … '))}”)`, gold)
  tally.count('source_exact', isSourceRight(one, gold, found))
  const cueRight = isSame(cover(one, found.cue?.spans ?? []), cover(one, spansOf(gold, 'cue')))
  tally.count('cue_exact', cueRight)
  if (!cueRight) tellMiss(one, `cue differs (found “${found.cue?.spans.map((s) => s.text).join(' … ') ?? 'none'}”)`, gold)
  countSpeaker(one, gold, found)
  tally.count('kind', gold.choices[0]?.includes(found.kind) ?? false)
  tally.count('act', gold.choices[1]?.includes(found.act) ?? false)
  if (!gold.choices[1]?.includes(found.act)) tellMiss(one, `act is ${found.act}`, gold)
  countWithin(one, gold, found)
  countRest(one, gold, found)
}

function isSourceRight(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): boolean {
  const given = cover(one, sourceOf(found))
  const sources = spansOf(gold, 'source').map((span) => cover(one, [span]))
  const accepted = sources.length > 0 ? [...sources, cover(one, spansOf(gold, 'source'))] : [new Set<number>()]
  const isRight = accepted.some((source) => isSame(given, source))
  if (!isRight) tellMiss(one, `source differs (found “${found.source?.span.text ?? 'none'}”)`, gold)
  return isRight
}

/** Whether the chain of `within` leads to the nearest outer statement of the gold that was found at all. */
function countWithin(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
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
  if (at !== target) tellMiss(one, `within is ${found.within}`, gold)
}

function countRest(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
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
  countParties(one, gold, found)
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

const SHARES = [
  'content_exact',
  'content_overlap',
  'source_exact',
  'cue_exact',
  'speaker_right',
  'speaker_unknown',
  'speaker_wrong',
  'speaker_not_invented',
  'said_right',
  'on_behalf_of',
  'addressee',
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
