import { sql } from 'kysely'
import type { ReadoutSpan } from '../document/readout.ts'
import { parseSearch, type Store } from '../store/store.ts'
import { type Articles, cutLots, type LoadedArticle, loadArticles } from './articles.ts'
import { compareKeys } from './cursor.ts'
import type { Fact, FactRef, StatementFact } from './facts.ts'
import { loadFacts } from './load-facts.ts'
import { OUTCOME_SEARCH, type OutcomeKind, readOutcome, readPromise } from './outcomes.ts'
import { type Between, listIds } from './sides.ts'
import { placeStretches } from './spans.ts'
import type { Who } from './who.ts'
import { findMatches, prepareSearch } from './words.ts'

/** A later report of what became of a promise, with the words that say so. */
export interface Outcome {
  readonly kind: OutcomeKind
  readonly words: ReadoutSpan
  readonly fact: Fact
}

/** A promise that is on the page. `day`: of its first report. */
export interface Promised {
  readonly day: string
  readonly fact: Fact
}

/** A sentence of an article with the facts in it. */
interface Sentence {
  readonly articleId: number
  readonly day: string
  readonly span: ReadoutSpan
  readonly facts: SentenceFact[]
}

interface SentenceFact extends FactRef {
  /** What a statement tells, in code points; null for an event. */
  readonly content: { readonly start: number; readonly end: number } | null
  readonly isDone: boolean
}

/** For each promise, what later reports about the two say of it, the earliest first. Most promises are never heard of again. */
export async function findOutcomes(
  store: Store,
  between: Between,
  two: readonly Who[],
  promises: readonly Promised[],
  articles: Articles,
): Promise<Outcome[][]> {
  const [first] = promises.map(({ day }) => day).sort()
  if (first === undefined) return []
  const sentences = await listSentences(store, between, first, articles)
  const names = two.flatMap((who) => who.names)
  const found = promises.map(({ day, fact }) => {
    const maker = fact.kind === 'statement' ? listNames(fact) : names
    const words = readPromise(fact.kind === 'statement' ? fact.words.text : fact.sentence.text, maker, names)
    return sentences.flatMap((sentence) => {
      const isDone = sentence.facts.some((one) => one.isDone)
      const outcome = sentence.day > day ? readOutcome(sentence.span.text, words, isDone) : null
      const span = outcome && (placeStretches(sentence.span, [outcome.words])[0] as ReadoutSpan)
      return span ? [{ kind: outcome.kind, ref: chooseFact(sentence, span), words: span }] : []
    })
  })
  const facts = await loadFacts(
    store.db,
    found.flat().map(({ ref }) => ref),
    articles,
  )
  const factOf = new Map(facts.map((fact) => [`${fact.kind} ${fact.article.articleId} ${fact.id.slice(1)}`, fact]))
  return found.map((some) =>
    some.flatMap(({ kind, words, ref }) => {
      const fact = factOf.get(`${ref.kind} ${ref.articleId} ${ref.number}`)
      return fact ? [{ kind, words, fact }] : []
    }),
  )
}

function listNames({ speaker, onBehalfOf }: StatementFact): string[] {
  return [speaker, onBehalfOf].flatMap((who) => who?.name ?? [])
}

/** Sentences with a word for a promise, in articles about the two after a day, the earliest first. */
async function listSentences(store: Store, between: Between, after: string, articles: Articles): Promise<Sentence[]> {
  const rows: { id: number; day: string }[] = []
  for (const some of cutLots(between.articles)) {
    const found = await sql<{ id: number; day: string }>`select a.id, a.published_on as day from article a where a.id in ${listIds(some)}
      and a.published_on > ${after} and a.id in ${store.engine.matchArticles(parseSearch(OUTCOME_SEARCH))}`.execute(store.db)
    rows.push(...found.rows)
  }
  rows.sort((a, b) => compareKeys([a.day, a.id], [b.day, b.id]))
  const ids = rows.map(({ id }) => id)
  await loadArticles(store.db, ids, articles)
  const days = new Map(rows.map(({ id, day }) => [id, day]))
  const looked = prepareSearch(parseSearch(OUTCOME_SEARCH))
  const sentences = new Map<string, Sentence>()
  for (const some of cutLots(ids))
    for (const { article_id: articleId, sentence_start, sentence_end, ...fact } of await selectFacts(store, some)) {
      const key = `${articleId} ${sentence_start} ${sentence_end}`
      const known = sentences.get(key)
      if (known) known.facts.push({ articleId, ...fact })
      else {
        const span = (articles.get(articleId) as LoadedArticle).cut(sentence_start, sentence_end)
        sentences.set(key, { articleId, day: days.get(articleId) as string, span, facts: [{ articleId, ...fact }] })
      }
    }
  const order = new Map(ids.map((id, n) => [id, n]))
  const place = ({ articleId }: Sentence) => order.get(articleId) as number
  const about = [...sentences.values()].filter(({ span }) => findMatches(span.text, looked))
  return about.sort((a, b) => place(a) - place(b) || a.span.start - b.span.start)
}

async function selectFacts({ db }: Store, ids: readonly number[]) {
  const columns = ['article_id', 'number', 'sentence_start', 'sentence_end'] as const
  const events = await db.selectFrom('event').select(columns).select('realis').where('article_id', 'in', ids).execute()
  const statements = await db.selectFrom('statement').select(columns).select(['content_start', 'content_end']).where('article_id', 'in', ids).execute()
  return [
    ...events.map(({ realis, ...row }) => ({ ...row, kind: 'event' as const, content: null, isDone: realis === 'happened' || realis === 'ongoing' })),
    ...statements.map(({ content_start: start, content_end: end, ...row }) => ({ ...row, kind: 'statement' as const, content: { start, end }, isDone: false })),
  ]
}

/** The innermost statement that tells the outcome, so that an accusation stands with who makes it; else an event, else what there is. */
function chooseFact({ facts }: Sentence, { start, end }: ReadoutSpan): FactRef {
  const telling = facts.filter(({ content }) => content && content.start <= start && end <= content.end)
  const length = ({ content }: SentenceFact) => (content ? content.end - content.start : 0)
  return telling.sort((a, b) => length(a) - length(b))[0] ?? facts.find(({ kind }) => kind === 'event') ?? (facts[0] as SentenceFact)
}
