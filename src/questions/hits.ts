import { type RawBuilder, sql } from 'kysely'
import type { ReadoutSpan } from '../document/readout.ts'
import type { Store } from '../store/store.ts'
import { type Articles, type LoadedArticle, loadArticles } from './articles.ts'
import type { Candidate } from './candidates.ts'
import type { Key } from './cursor.ts'
import type { FactKind } from './facts.ts'
import { type FactFilter, FOUND_KINDS, type FoundKind, writeConditions } from './filters.ts'
import { listIds } from './sides.ts'
import { placeStretches } from './spans.ts'
import { countMatches, findMatches, type Looked } from './words.ts'

/** Something that answers a search: a fact, or an article (number 0). */
export interface Hit {
  readonly kind: FoundKind
  readonly articleId: number
  readonly day: string
  readonly number: number
  readonly matches: readonly ReadoutSpan[]
  /** How much of it is what was asked for; 0 where hits are not ranked. */
  readonly score: number
}

/** What hits must satisfy. */
export interface Looking {
  readonly store: Store
  readonly facts: FactFilter
  readonly kinds: readonly FoundKind[]
  /** Null where no words are asked for. */
  readonly looked: Looked | null
  readonly isRanked: boolean
  readonly articles: Articles
}

/** All hits of some articles, in their order: each article itself, then its facts. */
export async function lookThrough(looking: Looking, candidates: readonly Candidate[]): Promise<Hit[]> {
  const ids = candidates.map(({ id }) => id)
  const days = new Map(candidates.map(({ id, day }) => [id, day]))
  const hits: Hit[] = []
  for (const kind of looking.kinds) {
    const conditions = writeConditions(kind, looking.facts)
    if (conditions === null) continue
    const rows = kind === 'article' ? await selectArticles(looking, ids, conditions) : await selectFacts(looking, kind, ids, conditions)
    if (looking.looked && (kind !== 'article' || needsText(looking)))
      await loadArticles(
        looking.store.db,
        rows.map((row) => row.article_id),
        looking.articles,
      )
    for (const row of rows) {
      const match = kind === 'article' ? matchArticle(looking, row.article_id) : matchSentence(looking, row)
      if (match) hits.push({ kind, articleId: row.article_id, day: days.get(row.article_id) ?? '', number: row.number, ...match })
    }
  }
  return hits.sort((a, b) => orderHits(keyOf(a), keyOf(b)))
}

/** The full text has told that an article holds the words, but not in which order. */
function needsText({ looked, isRanked }: Looking): boolean {
  return isRanked || looked?.some((phrases) => phrases.some(({ words }) => words.length > 1)) === true
}

interface Row {
  article_id: number
  number: number
  sentence_start: number
  sentence_end: number
}

async function selectArticles({ store }: Looking, ids: readonly number[], conditions: readonly RawBuilder<unknown>[]): Promise<Row[]> {
  if (conditions.length === 0) return ids.map((id) => ({ article_id: id, number: 0, sentence_start: 0, sentence_end: 0 }))
  const where = sql.join([sql`a.id in ${listIds(ids)}`, ...conditions], sql` and `)
  return (await sql<Row>`select a.id as article_id, 0 as number, 0 as sentence_start, 0 as sentence_end from article a where ${where}`.execute(store.db)).rows
}

async function selectFacts({ store }: Looking, kind: FactKind, ids: readonly number[], conditions: readonly RawBuilder<unknown>[]): Promise<Row[]> {
  const where = sql.join([sql`f.article_id in ${listIds(ids)}`, ...conditions], sql` and `)
  const { rows } = await sql<Row>`select f.article_id, f.number, f.sentence_start, f.sentence_end from ${sql.table(kind)} f where ${where}`.execute(store.db)
  return rows
}

function matchSentence({ looked, isRanked, articles }: Looking, row: Row): Pick<Hit, 'matches' | 'score'> | null {
  if (!looked) return { matches: [], score: 0 }
  const article = articles.get(row.article_id)
  if (!article) return null
  const sentence = article.cut(row.sentence_start, row.sentence_end)
  const found = findMatches(sentence.text, looked)
  return found && { matches: placeStretches(sentence, found), score: isRanked ? found.length / Math.sqrt(sentence.text.length / UNITS_OF_A_WORD + 1) : 0 }
}

/** A title that holds a word weighs as much as ten places in the text. */
function matchArticle(looking: Looking, id: number): Pick<Hit, 'matches' | 'score'> | null {
  if (!looking.looked || !needsText(looking)) return { matches: [], score: 0 }
  const { title, text } = looking.articles.get(id) as LoadedArticle
  const counts = looking.looked.map((phrases) => countMatches(text, [phrases]) + 10 * countMatches(title ?? '', [phrases]))
  if (counts.includes(0)) return null
  const sum = counts.reduce((all, one) => all + one, 0)
  return { matches: [], score: looking.isRanked ? sum / Math.sqrt(text.length / UNITS_OF_A_WORD + 1) : 0 }
}

/** UTF-16 units of a word with what parts it from the next. */
const UNITS_OF_A_WORD = 6

/** What a hit is ordered by: the best first, then the newest, those of one article by kind and number. */
export function keyOf({ score, day, articleId, kind, number }: Hit): Key {
  return [score, day, articleId, FOUND_KINDS.indexOf(kind), number]
}

export const KEY_SHAPE = ['number', 'string', 'number', 'number', 'number'] as const

/** Scores, days and articles fall, the rest rises. */
export function orderHits(a: Key, b: Key): number {
  for (let n = 0; n < a.length; n++) {
    const [one, other] = [a[n] as string | number, b[n] as string | number]
    if (one !== other) return one < other === n < 3 ? 1 : -1
  }
  return 0
}
