import { type GoldenFact, spansOf } from '../golden/golden.ts'
import { countFacts, cover, type GoldenCase, listAllowed, pairFacts, tellExtra, tellMiss } from './golden-case.ts'
import { datesOf, isDateRight, isRealisRight } from './golden-readings.ts'
import { acceptedReadings, isRightEntity } from './names.ts'
import { assignPairs, type Pair } from './pairing.ts'
import { f1Of } from './spans.ts'

/** Cooperation: paired where the area is accepted, the parties are the same and the spans share a word. */
export function countCooperation(one: GoldenCase): void {
  const gold = listAllowed(one, 'cooperation')
  const found = one.readout.cooperation
  const isStageRight = (fact: GoldenFact, stage: string | null) => stage !== null && (fact.choices[1]?.includes(stage) ?? false)
  const paired = pairFacts(gold, found, (fact, entry) => {
    const shared = f1Of(cover(one, spansOf(fact, 'span')), cover(one, entry.spans))
    if (shared === 0 || !fact.choices[0]?.includes(entry.area) || !hasSameSides(one, fact, entry.between)) return 0
    return shared + (isStageRight(fact, entry.stage) ? 0.5 : 0)
  })
  countFacts(one, 'cooperation', 'cooperation', gold, found, paired)
  for (const fact of gold) {
    if (fact.role !== 'required') continue
    const entry = paired.get(fact)
    if (!entry) {
      tellMiss(one, 'missed', fact)
      continue
    }
    one.tally.count('stage', isStageRight(fact, entry.stage))
    if (!isStageRight(fact, entry.stage)) tellMiss(one, `stage is ${entry.stage}`, fact)
    one.tally.count('cooperation_realis', isRealisRight(fact, entry.realis))
    if (!isRealisRight(fact, entry.realis)) tellMiss(one, `realis is ${entry.realis}`, fact)
  }
  tellExtra(one, 'cooperation', found, paired, ({ area, stage, spans }) => ({ what: `cooperation ${area} ${stage}`, spans }))
}

/** Whether the parties are the same, no more and no fewer. */
export function hasSameSides(one: GoldenCase, gold: GoldenFact, given: readonly string[]): boolean {
  const wanted = (gold.fields.get('between') ?? []).map((piece) => acceptedReadings([piece], one.article.text))
  if (wanted.length !== given.length) return false
  const pairs: Pair[] = []
  wanted.forEach((readings, g) => {
    given.forEach((entity, f) => {
      if (isRightEntity(one.names, entity, readings)) pairs.push({ gold: g, found: f, weight: 1 })
    })
  })
  return assignPairs(pairs).size === wanted.length
}

/** Comparisons: paired where the claim is accepted and the spans share a word. The event compared is judged where it was found. */
export function countComparisons(one: GoldenCase): void {
  const gold = listAllowed(one, 'comparison')
  const found = one.readout.comparisons
  const paired = pairFacts(gold, found, (fact, comparison) =>
    fact.choices[0]?.includes(comparison.claim) ? f1Of(cover(one, spansOf(fact, 'span')), cover(one, [comparison.span])) : 0,
  )
  countFacts(one, 'comparison', 'comparison', gold, found, paired)
  for (const fact of gold) {
    if (fact.role !== 'required') continue
    const comparison = paired.get(fact)
    if (!comparison) {
      tellMiss(one, 'missed', fact)
      continue
    }
    const since = datesOf(fact, 'since')
    if (since.length > 0) {
      const isRight = isDateRight(comparison.since, since)
      one.tally.count('since', isRight)
      if (!isRight) tellMiss(one, `since is ${comparison.since?.start ?? '?'}/${comparison.since?.end ?? '?'}, not ${since.join(' | ')}`, fact)
    }
    const event = fact.about && one.events.get(fact.about)
    if (!event) continue
    one.tally.count('comparison_about', comparison.about === event.id)
    if (comparison.about !== event.id) tellMiss(one, `about is ${comparison.about}`, fact)
  }
  tellExtra(one, 'comparison', found, paired, ({ claim, span }) => ({ what: `comparison ${claim}`, spans: [span] }))
}
