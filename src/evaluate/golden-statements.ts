import type { ReadoutStatement } from '../document/readout.ts'
import { type GoldenFact, spansOf } from '../golden/golden.ts'
import { countFacts, cover, type GoldenCase, listAllowed, pairFacts, quote, sourceOf, tellExtra, tellMiss } from './golden-case.ts'
import { countNamed, countParties, countSpeaker } from './golden-speakers.ts'
import { f1Of, isSame, sharesAny } from './spans.ts'
import { verbatimRuns } from './verbatim.ts'

/**
 * Statements: found and gold are paired so that the sum of content word-F1 + 0.3 cue F1 + 0.1 source F1 is greatest, from a
 * content word-F1 of .5; of the pairs, the share that is right in each part.
 */
export function countStatements(one: GoldenCase): void {
  const gold = listAllowed(one, 'statement')
  const found = one.readout.statements
  const paired = pairFacts(gold, found, (fact, statement) => {
    const content = f1Of(cover(one, spansOf(fact, 'content')), cover(one, statement.content.spans))
    if (content < 0.5) return 0
    const cue = f1Of(cover(one, spansOf(fact, 'cue')), cover(one, statement.cue?.spans ?? []))
    const source = f1Of(cover(one, spansOf(fact, 'source')), cover(one, sourceOf(statement)))
    return content + 0.3 * cue + 0.1 * source
  })
  for (const [fact, statement] of paired) one.statements.set(fact, statement)
  countFacts(one, 'statement', 'statement', gold, found, paired)
  for (const fact of gold) {
    const statement = paired.get(fact)
    if (fact.role === 'required' && statement) countParts(one, fact, statement)
    else if (fact.role === 'required') tellMiss(one, 'missed', fact)
  }
  tellExtra(one, 'statement', found, paired, (statement) => ({ what: 'statement', spans: statement.content.spans }))
  countNamed(one)
}

/**
 * Whether a chain of found statements leads to the right outer one: the nearest around the gold that was found at all; statements
 * that the gold holds optional may stand between. Null when the gold's outer statements were all missed.
 */
export function doesLead(one: GoldenCase, from: string | null, gold: GoldenFact | null): boolean | null {
  let wanted = gold
  while (wanted && !one.statements.has(wanted)) wanted = wanted.within
  if (gold && !wanted) return null
  const target = (wanted && one.statements.get(wanted)?.id) ?? null
  const optional = new Map([...one.statements].filter(([fact]) => fact.role === 'optional').map(([, statement]) => [statement.id, statement]))
  const seen = new Set<string>()
  let at = from
  while (at !== target) {
    const between = at === null || seen.has(at) ? undefined : optional.get(at)
    if (!between) return false
    seen.add(between.id)
    at = between.within
  }
  return true
}

function countParts(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
  const { tally } = one
  const content = cover(one, found.content.spans)
  const wanted = cover(one, spansOf(gold, 'content'))
  tally.count('content_exact', isSame(content, wanted))
  tally.count('content_overlap', f1Of(content, wanted))
  if (!isSame(content, wanted)) tellMiss(one, `content differs (found “${quote(found.content.spans)}”)`, gold)
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

function countWithin(one: GoldenCase, gold: GoldenFact, found: ReadoutStatement): void {
  const isRight = doesLead(one, found.within, gold.within)
  if (isRight === null) return
  one.tally.count('within', isRight)
  if (gold.within) one.tally.count('within_nested', isRight)
  if (!isRight) tellMiss(one, `within is ${found.within}`, gold)
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
      hedges.some((hedge) => sharesAny(hedge, cover(one, [span]))),
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
