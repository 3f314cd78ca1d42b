import { sql } from 'kysely'
import type { ReadoutSpan } from '../document/readout.ts'
import { parseSearch, type Store } from '../store/store.ts'
import { type Articles, type LoadedArticle, loadArticles } from './articles.ts'
import { type Candidate, walkCandidates } from './candidates.ts'
import type { Period } from './desk.ts'
import { ANY_FACT } from './filters.ts'
import { listIds, speaks } from './sides.ts'
import { placeStretches } from './spans.ts'
import { gatherUtterances, listUttered, type Telling, type Utterance } from './utterances.ts'
import { findMatches, prepareSearch } from './words.ts'

/** A telling with the words of the topic in its sentence. */
export interface SaidTelling extends Telling {
  readonly matches: readonly ReadoutSpan[]
}

/** Whose words, and on what. */
export interface Speaking extends Period {
  readonly speaker: number
  /** Words that the statement's own sentence holds, as a search; null: anything. */
  readonly on: string | null
}

/** What somebody said, or others said for them, newest first by when it was told first; copies of a report count once. */
export async function* walkUtterances(store: Store, { speaker, on, since, until }: Speaking, articles: Articles): AsyncGenerator<Utterance<SaidTelling>> {
  const search = on === null ? null : parseSearch(on)
  const looked = search && prepareSearch(search)
  const gathered = gatherUtterances<SaidTelling>()
  for await (const candidates of walkCandidates(store, { since, until, source: null, search, facts: { ...ANY_FACT, speaker }, kinds: ['statement'] }, null)) {
    const rows = await selectStatements(store, speaker, candidates)
    await loadArticles(
      store.db,
      rows.map((row) => row.article_id),
      articles,
    )
    for (const row of rows) {
      const article = articles.get(row.article_id) as LoadedArticle
      const sentence = article.cut(row.sentence_start, row.sentence_end)
      const matches = looked ? findMatches(sentence.text, looked) : []
      if (!matches) continue
      const words = listUttered(article.cut(row.content_start, row.content_end).text)
      yield* gathered.add({ articleId: row.article_id, number: row.number, day: row.day, words, matches: placeStretches(sentence, matches) })
    }
  }
  yield* gathered.add(null)
}

interface Row {
  article_id: number
  number: number
  day: string
  content_start: number
  content_end: number
  sentence_start: number
  sentence_end: number
}

/** In the order of their articles, those of one article from its end. */
async function selectStatements({ db }: Store, speaker: number, candidates: readonly Candidate[]): Promise<Row[]> {
  const ids = candidates.map(({ id }) => id)
  const { rows } = await sql<Omit<Row, 'day'>>`
    select s.article_id, s.number, s.content_start, s.content_end, s.sentence_start, s.sentence_end from statement s
    where s.article_id in ${listIds(ids)} and ${speaks([speaker])}`.execute(db)
  const places = new Map(candidates.map(({ id, day }, place) => [id, { place, day }]))
  const placeOf = ({ article_id }: { article_id: number }) => places.get(article_id)?.place ?? 0
  rows.sort((a, b) => placeOf(a) - placeOf(b) || b.number - a.number)
  return rows.map((row) => ({ ...row, day: places.get(row.article_id)?.day ?? '' }))
}
