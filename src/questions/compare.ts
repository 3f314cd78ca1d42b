import type { ReadoutSpan } from '../document/readout.ts'
import { loadRecord, type Store, viewStore } from '../store/store.ts'
import type { Articles, LoadedArticle } from './articles.ts'
import { compareKeys, readCursor, writeCursor } from './cursor.ts'
import { checkPaging, type Desk, type Page, type Paging, type Period } from './desk.ts'
import type { StatementFact } from './facts.ts'
import { loadSaid, type Said } from './said.ts'
import { placeStretches } from './spans.ts'
import { compareStances, type Position, type StanceChange } from './stance.ts'
import type { Utterance } from './utterances.ts'
import { type SaidTelling, type Speaking, walkUtterances } from './walk-utterances.ts'
import { findWho, type Who } from './who.ts'

/** Whose words on what: a name, and words as in a search. */
export interface CompareQuestion extends Period, Paging {
  readonly name: string
  readonly on: string
}

/** Something said on the topic, and what it holds otherwise than what was said before it. */
export type Compared = Said & { readonly changes: readonly StanceChange[] }

export interface Comparison extends Page<Compared> {
  readonly who: Who | null
  /** The earliest and the latest words on the topic; the same rows whatever the page. `last` has what changed since the first. Null where there are none. */
  readonly first: Said | null
  readonly last: Compared | null
  /** How often something was said on the topic. */
  readonly count: number
}

/** What somebody said on a topic, in the order in which it was told, with changes of stance that words show. */
export async function compareSaid(desk: Desk, question: CompareQuestion): Promise<Comparison> {
  const { limit, cursor, ...asked } = question
  checkPaging(question)
  const after = readCursor(asked, cursor, ['string', 'number', 'number'])
  return viewStore(desk.store, async (store) => {
    const who = await findWho({ ...desk, store }, question.name)
    if (!who) return { who, rows: [], next: null, unknown: [question.name], first: null, last: null, count: 0 }
    const articles: Articles = new Map()
    const all = await listOldestFirst(store, { ...question, speaker: who.id }, articles)
    const isBehind = ({ tellings: [one] }: (typeof all)[number]) => after === null || compareKeys([one.day, one.articleId, one.number], after) > 0
    const from = all.findIndex(isBehind)
    const page = from < 0 ? [] : all.slice(from, from + limit)
    const loadOne = async (utterance: (typeof all)[number] | undefined) => (utterance ? ((await loadSaid(store.db, [utterance], articles))[0] ?? null) : null)
    const first = await loadOne(all[0])
    const last = all.length > 1 ? await loadOne(all.at(-1)) : null
    const rows: Compared[] = []
    let before = from > 0 ? await loadOne(all[from - 1]) : null
    for (const said of await loadSaid(store.db, page, articles)) {
      rows.push(await compareTwo(store, articles, before, said))
      before = said
    }
    const end = page.at(-1)?.tellings[0]
    const next = end && from + limit < all.length ? writeCursor(asked, [end.day, end.articleId, end.number]) : null
    return { who, unknown: [], count: all.length, first, last: last && (await compareTwo(store, articles, first, last)), rows, next }
  })
}

/** What has no day has no place in the order of time. */
async function listOldestFirst(store: Store, speaking: Speaking, articles: Articles): Promise<Utterance<SaidTelling>[]> {
  const all = await Array.fromAsync(walkUtterances(store, speaking, articles))
  const key = ({ tellings: [one] }: Utterance<SaidTelling>) => [one.day, one.articleId, one.number]
  return all.filter(({ tellings: [first] }) => first.day !== '').sort((a, b) => compareKeys(key(a), key(b)))
}

async function compareTwo(store: Store, articles: Articles, earlier: Said | null, later: Said): Promise<Compared> {
  if (!earlier) return { ...later, changes: [] }
  const [one, other] = [await readPosition(store, articles, earlier.statement), await readPosition(store, articles, later.statement)]
  return { ...later, changes: compareStances(one, other) }
}

/** The words that weaken a statement stand in its record alone. */
async function readPosition(store: Store, articles: Articles, { act, cue, words, isNegated, isHedged, article, id }: StatementFact): Promise<Position> {
  const position = { act, cue, words, isNegated, hedges: [] as ReadoutSpan[] }
  if (!isHedged) return position
  const record = await loadRecord(store, article.articleId)
  const hedges = record?.statements.find((one) => one.id === id)?.hedges ?? []
  const whole = { start: 0, end: 0, text: (articles.get(article.articleId) as LoadedArticle).text }
  return { ...position, hedges: placeStretches(whole, hedges) }
}
