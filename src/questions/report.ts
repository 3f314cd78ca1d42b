import { type RawBuilder, sql } from 'kysely'
import { LIMITS } from '../document/limits.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import { type Store, viewStore } from '../store/store.ts'
import type { Desk, Period } from './desk.ts'
import type { Fact, StatementFact } from './facts.ts'
import { findFacts } from './find.ts'
import { loadFacts } from './load-facts.ts'
import { type CitedFact, composeSections, type Item, type ReportSection, type SectionKey } from './report-sections.ts'
import { type Between, isMeant, listIds, loadBetween, speaks } from './sides.ts'
import { dayOf } from './tell-fact.ts'
import { drawTimeline, type TimelineEntry } from './timeline.ts'
import { findWho } from './who.ts'
import { cutWords } from './words.ts'

/** A brief: lines by section, each with the numbers of the words that it stands on. */
export interface Report extends Period {
  readonly title: string
  readonly sections: readonly ReportSection[]
  /** By number: the first is 1. */
  readonly citations: readonly CitedFact[]
  /** More is there than a report holds. */
  readonly isCut: boolean
  /** Names that nobody in the library bears. */
  readonly unknown: readonly string[]
}

/** What stands between two, in the time asked for. */
export async function reportBetween(desk: Desk, two: readonly [string, string], period: Period): Promise<Report> {
  const [one, other] = two
  const title = `${one} and ${other}`
  const paging = { limit: LIMITS.reportLines * 5, cursor: null }
  return viewStore(desk.store, async (store) => {
    const steady = { ...desk, store }
    const timeline = await drawTimeline(steady, { one, other, ...period, ...paging })
    if (timeline.unknown.length > 0) return { title, ...period, sections: [], citations: [], isCut: false, unknown: timeline.unknown }
    const said = await findSaidBetween(steady, two, period)
    const promised = new Set(timeline.rows.flatMap(({ fact, reports }) => [fact, ...reports]).map(nameFact))
    const items = [...timeline.rows.map(sortEntry), ...said.filter(({ fact }) => !promised.has(nameFact(fact)))]
    return { title, ...period, ...composeSections(items), isCut: timeline.next !== null, unknown: [] }
  })
}

/** What is found by words, in the time asked for. */
export async function reportFound(desk: Desk, words: string, period: Period): Promise<Report> {
  const question = {
    ...{
      words,
      speaker: null,
      about: null,
      country: null,
      area: null,
      act: null,
      type: null,
      realis: null,
      source: null,
      sort: 'newest' as const,
      cursor: null,
    },
    ...{ kinds: ['statement', 'event', 'cooperation', 'comparison'] as const, limit: LIMITS.reportLines * 5, ...period },
  }
  const { rows, next, unknown } = await findFacts(desk, question)
  const items = rows.flatMap((fact): Item[] =>
    fact.kind === 'article' ? [] : [{ section: sectionOf(fact), day: dayOf(fact), fact, reports: [], outcomes: [] }],
  )
  return { title: `“${words}”`, ...period, ...composeSections(items), isCut: next !== null, unknown }
}

function sortEntry({ kind, day, fact, reports, outcomes }: TimelineEntry): Item {
  const section = isOpen(fact) ? 'open' : kind === 'promise' ? 'promises' : sectionOf(fact)
  return { section, day, fact, reports, outcomes: outcomes.map(({ kind: what, words, fact: telling }) => ({ what, words, fact: telling })) }
}

function sectionOf(fact: Fact): SectionKey {
  if (isOpen(fact)) return 'open'
  if (fact.kind === 'statement') return fact.act === 'promise' ? 'promises' : 'said'
  if (fact.kind === 'event') return fact.type === 'CONSULT' ? 'meetings' : 'events'
  return fact.kind
}

/** What did not happen, or of which nobody knows, stands apart from what did. */
function isOpen(fact: Fact): boolean {
  return (fact.kind === 'event' || fact.kind === 'cooperation') && ['denied', 'unknown', 'hypothetical'].includes(fact.realis)
}

function nameFact(fact: Fact): string {
  return `${fact.article.articleId} ${fact.id}`
}

/** What each of two said to the other or about it. */
async function findSaidBetween(desk: Desk, [first, second]: readonly [string, string], period: Period): Promise<Item[]> {
  const [one, other] = [await findWho(desk, first), await findWho(desk, second)]
  if (!one || !other) return []
  const between = await loadBetween(desk.store.db, one, other)
  const facts = await loadStatements(desk.store, between, period)
  const same = Map.groupBy(facts, (fact) => `${fact.speaker?.id ?? fact.onBehalfOf?.id} ${foldWords(fact.words)}`)
  return Array.from(same.values(), ([fact, ...reports]) => ({ section: 'said', day: dayOf(fact as Fact), fact: fact as Fact, reports, outcomes: [] }))
}

function foldWords({ text }: ReadoutSpan): string {
  return cutWords(text)
    .map(({ folded }) => folded)
    .join(' ')
}

async function loadStatements({ db }: Store, { one, other, articles }: Between, { since, until }: Period): Promise<StatementFact[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`s.article_id in ${listIds(articles)}`,
    sql`((${speaks(one)} and ${isMeant(other)}) or (${speaks(other)} and ${isMeant(one)}))`,
    ...(since === null ? [] : [sql`a.published_on >= ${since}`]),
    ...(until === null ? [] : [sql`a.published_on <= ${until}`]),
  ]
  const { rows } = await sql<{ articleId: number; number: number }>`
    select s.article_id as "articleId", s.number from statement s join article a on a.id = s.article_id where ${sql.join(conditions, sql` and `)}
    order by a.published_on, a.id, s.number`.execute(db)
  return (await loadFacts(
    db,
    rows.map((row) => ({ kind: 'statement', ...row })),
  )) as StatementFact[]
}
