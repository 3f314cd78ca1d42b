/** Facts of the library in words. */
import { showRange } from '../dates.ts'
import { labelOf } from '../labels.ts'
import type { Fact, Named } from '../shapes.ts'
import { WORDS } from '../words.ts'

export interface ToldFact {
  readonly who: readonly Named[]
  /** What sort of its kind it is: of an event its type, of cooperation its area; empty for a statement. */
  readonly sort: string
  /** Verb of a statement. */
  readonly link: string
  readonly whom: readonly Named[]
  readonly traits: readonly string[]
}

const NOBODY: Named = { id: null, kind: null, name: WORDS.fact.nobody, country: null }

export function tellFact(fact: Fact): ToldFact {
  switch (fact.kind) {
    case 'statement': {
      const { speaker, onBehalfOf, how, act, isNegated, isHedged } = fact
      const traits = [
        labelOf(how),
        ...(onBehalfOf ? [WORDS.fact.onBehalf(onBehalfOf.name)] : []),
        ...(isNegated ? [WORDS.fact.negated] : []),
        ...(isHedged ? [WORDS.fact.hedged] : []),
      ]
      return { who: [speaker ?? NOBODY], sort: '', link: labelOf(act), whom: [], traits }
    }
    case 'event': {
      const { participants, type, mode, realis, areas, place, date, statedBy } = fact
      const traits = [
        ...(mode && mode !== 'meeting' ? [labelOf(mode)] : []),
        realis,
        ...(place ? [WORDS.fact.at(place.name)] : []),
        ...(date?.start && date.end ? [showRange(date.start, date.end, date.grain)] : []),
        ...(areas.length > 0 ? [WORDS.fact.on(areas.map(labelOf).join(', '))] : []),
        ...(statedBy ? [WORDS.fact.toldBy(statedBy.name)] : []),
      ]
      const of = (role: string) => distinct(participants.filter((one) => one.role === role))
      return { who: of('actor'), sort: labelOf(type), link: '', whom: [...of('recipient'), ...of('host')], traits }
    }
    case 'cooperation': {
      const { parties, area, stage, realis, statedBy } = fact
      return {
        who: parties,
        sort: labelOf(area),
        link: '',
        whom: [],
        traits: [stage ?? WORDS.fact.noStage, realis, ...(statedBy ? [WORDS.fact.toldBy(statedBy.name)] : [])],
      }
    }
    case 'comparison':
      return {
        who: [],
        sort: labelOf(fact.claim),
        link: '',
        whom: [],
        traits: fact.since?.start ? [WORDS.fact.since(showRange(fact.since.start, fact.since.end ?? fact.since.start, 'year'))] : [],
      }
  }
}

function distinct<T extends { readonly name: string }>(names: readonly T[]): T[] {
  return names.filter((one, n) => names.findIndex(({ name }) => name === one.name) === n)
}
