import { ReadoutError } from '../document/readout-error.ts'
import { type Store, viewStore } from '../store/store.ts'
import type { Articles } from './articles.ts'
import { compareKeys, readCursor, writeCursor } from './cursor.ts'
import { checkPaging, type Desk, type Page, type Paging, type Period } from './desk.ts'
import type { Fact } from './facts.ts'
import { findOutcomes, type Outcome } from './find-outcomes.ts'
import { loadFacts } from './load-facts.ts'
import { type Between, loadBetween } from './sides.ts'
import { type Entry, type EntryKind, KEY_SHAPE, keyOf, listEntries } from './timeline-entries.ts'
import { findWho, type Who } from './who.ts'

/** Two countries, organisations or people, by name, and when. */
export interface TimelineQuestion extends Period, Paging {
  readonly one: string
  readonly other: string
}

export interface TimelineEntry {
  readonly kind: EntryKind
  /** Day of what happened where the words tell it, else of the first report. */
  readonly day: string | null
  readonly isDayTold: boolean
  /** As the earliest report has it. */
  readonly fact: Fact
  /** Further reports of the same, the earliest first. Copies are no further reports. */
  readonly reports: readonly Fact[]
  /** Of a promise: later reports whose words say that it was kept, broken or repeated. */
  readonly outcomes: readonly Outcome[]
}

export interface Timeline extends Page<TimelineEntry> {
  readonly one: Who | null
  readonly other: Who | null
  readonly summary: TimelineSummary
}

/** All that the timeline has, whatever the page. */
export interface TimelineSummary {
  readonly counts: Readonly<Record<EntryKind, number>>
  /** Day of the last meeting that happened. */
  readonly lastMetOn: string | null
  /** Areas of cooperation, each with its stages: how often and when told first and last. */
  readonly cooperation: readonly {
    readonly area: string
    readonly stage: string | null
    readonly count: number
    readonly from: string | null
    readonly to: string | null
  }[]
}

/** What happened between two, in the order of time: meetings, promises and what became of them, cooperation, comparisons with history. */
export async function drawTimeline(desk: Desk, question: TimelineQuestion): Promise<Timeline> {
  const { limit, cursor, ...asked } = question
  checkPaging(question)
  const after = readCursor(asked, cursor, KEY_SHAPE)
  return viewStore(desk.store, async (store) => {
    const [one, other] = [await findWho({ ...desk, store }, question.one), await findWho({ ...desk, store }, question.other)]
    const unknown = [one ? [] : question.one, other ? [] : question.other].flat()
    if (!one || !other) return { one, other, rows: [], next: null, unknown, summary: summarize([]) }
    if (one.id === other.id) throw new ReadoutError('same-one', `Both names mean ${one.name}: name another.`)
    const articles: Articles = new Map()
    const between = await loadBetween(store.db, one, other)
    const entries = await listEntries(store.db, between, question, articles)
    const rest = after === null ? entries : entries.filter((entry) => compareKeys(keyOf(entry), after) > 0)
    const rows = await showEntries(store, { one, other, between }, rest.slice(0, limit), articles)
    const last = rest[limit - 1]
    return { one, other, rows, next: last && rest.length > limit ? writeCursor(asked, keyOf(last)) : null, unknown, summary: summarize(entries) }
  })
}

/** Entries with all that is told of them. */
async function showEntries(
  store: Store,
  { one, other, between }: { one: Who; other: Who; between: Between },
  entries: readonly Entry[],
  articles: Articles,
): Promise<TimelineEntry[]> {
  const facts = await loadFacts(
    store.db,
    entries.flatMap(({ tellings }) => tellings),
    articles,
  )
  const factOf = new Map(facts.map((fact) => [`${fact.kind} ${fact.article.articleId} ${fact.id.slice(1)}`, fact]))
  const shown = entries.flatMap(({ kind, day, isDayTold, tellings }) => {
    const [fact, ...reports] = tellings.flatMap((told) => factOf.get(`${told.kind} ${told.articleId} ${told.number}`) ?? [])
    return fact ? [{ kind, day, isDayTold, fact, reports, outcomes: [] as Outcome[] }] : []
  })
  const promises = shown.filter(({ kind, fact }) => kind === 'promise' && fact.article.publishedOn !== null)
  const promised = promises.map(({ fact }) => ({ day: fact.article.publishedOn as string, fact }))
  const outcomes = await findOutcomes(store, between, [one, other], promised, articles)
  for (const [n, entry] of promises.entries()) entry.outcomes = outcomes[n] ?? []
  return shown
}

function summarize(entries: readonly Entry[]): TimelineSummary {
  const met = entries.filter(({ kind, realis }) => kind === 'meeting' && (realis === 'happened' || realis === 'ongoing'))
  const counts = { meeting: 0, promise: 0, event: 0, cooperation: 0, comparison: 0 }
  for (const { kind } of entries) counts[kind]++
  const stages = Map.groupBy(
    entries.filter(({ area }) => area !== null),
    ({ area, stage }) => `${area} ${stage ?? ''}`,
  )
  const cooperation = Array.from(stages.values(), (some) => {
    const [{ area, stage, day }] = some as [Entry]
    return { area: area as string, stage, count: some.length, from: day, to: some.at(-1)?.day ?? null }
  })
  cooperation.sort((a, b) => compareKeys([a.area, a.from ?? '9999'], [b.area, b.from ?? '9999']))
  return { counts, lastMetOn: met.reduce<string | null>((last, { day }) => (day !== null && (last === null || day > last) ? day : last), null), cooperation }
}
