import type { Readout } from '../document/readout.ts'
import type { GoldenArticle } from '../golden/golden.ts'
import { addScores, type Figures, type Scored, Tally } from './figures.ts'
import type { GoldenCase } from './golden-case.ts'
import { countEvents } from './golden-events.ts'
import { countComparisons, countCooperation } from './golden-relations.ts'
import { countStatements } from './golden-statements.ts'
import { countTraps } from './golden-traps.ts'
import { collectNames } from './names.ts'
import { findBreaks } from './sentences.ts'
import { numberWords } from './spans.ts'

/** Statements, events, cooperation and comparisons against golden articles, and the traps in them. */
export function scoreGolden(articles: readonly GoldenArticle[], readouts: readonly Readout[]): Scored {
  const tally = new Tally()
  const misses: string[] = []
  articles.forEach((article, n) => {
    const readout = readouts[n] as Readout
    const one: GoldenCase = {
      article,
      readout,
      words: numberWords(article.text),
      breaks: findBreaks(article.text),
      names: collectNames(article.facts, readout),
      tally,
      misses,
      statements: new Map(),
      events: new Map(),
    }
    countStatements(one)
    countEvents(one)
    countCooperation(one)
    countComparisons(one)
    countTraps(one)
  })
  return { figures: toFigures(tally), misses }
}

const OF_STATEMENTS = (
  'content_exact content_overlap source_exact cue_exact speaker_right speaker_unknown speaker_wrong speaker_not_invented said_right ' +
  'on_behalf_of addressee kind act within within_nested hedges quotations unclosed_told'
).split(' ')
const OF_EVENTS = ['participant_role', 'place', 'date', 'realis', 'mode', 'event_stated_in']

function toFigures(tally: Tally): Figures {
  const figures: Figures = new Map()
  const addShares = (names: readonly string[]) => {
    for (const name of names) figures.set(name, tally.share(name))
  }
  const addFound = (name: string, kind: string, right = 'right') =>
    addScores(figures, name, tally.get(`${kind}.hits`), tally.get(`${kind}.found`), tally.get(`${kind}.gold`), tally.get(`${kind}.${right}`))
  addFound('statements', 'statement')
  addShares(OF_STATEMENTS)
  addFound('negated', 'negated', 'hits')
  addFound('events', 'event')
  addFound('events_any_type', 'event any type')
  addFound('participants', 'participants', 'hits')
  addShares(OF_EVENTS)
  addFound('cooperation', 'cooperation')
  addShares(['stage', 'cooperation_realis'])
  addFound('comparisons', 'comparison')
  addShares(['since', 'comparison_about', 'traps_avoided'])
  figures.set('traps_found', tally.get('traps_found'))
  return figures
}
