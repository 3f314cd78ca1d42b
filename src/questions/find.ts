import { LIMITS } from '../document/limits.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import { ReadoutError } from '../document/readout-error.ts'
import { parseSearch, viewStore } from '../store/store.ts'
import { type LoadedArticle, loadArticles, loadReports, type ToldIn, tellArticle } from './articles.ts'
import { type ArticleFilter, type Candidate, listNewest, walkCandidates } from './candidates.ts'
import { type Key, readCursor, writeCursor } from './cursor.ts'
import { checkPaging, type Desk, type Page, type Paging, type Period } from './desk.ts'
import type { Fact, FactKind } from './facts.ts'
import { type FactFilter, FOUND_KINDS, type FoundKind } from './filters.ts'
import { type Hit, KEY_SHAPE, keyOf, type Looking, lookThrough, orderHits } from './hits.ts'
import { loadFacts } from './load-facts.ts'
import { cutSnippet } from './snippets.ts'
import { findCountryCode, findWho } from './who.ts'
import { loosenSearch, prepareSearch } from './words.ts'

/** What is looked for. Null: anything. People and countries are given by name. */
export interface FindQuestion extends Period, Paging {
  /** Words, “phrases”, beginnings*, OR, -not. */
  readonly words: string | null
  readonly speaker: string | null
  readonly about: string | null
  readonly country: string | null
  readonly area: string | null
  readonly act: string | null
  readonly type: string | null
  readonly realis: string | null
  readonly source: string | null
  readonly kinds: readonly FoundKind[] | null
  readonly sort: 'newest' | 'relevance'
}

/** A fact whose own sentence holds every word, or an article that does. Spans count code points of the article's text. */
export type Found = (Fact & { readonly matches: readonly ReadoutSpan[] }) | FoundArticle

export interface FoundArticle {
  readonly kind: 'article'
  readonly article: ToldIn
  readonly snippet: ReadoutSpan
  readonly matches: readonly ReadoutSpan[]
}

/** Facts and articles, newest first or the most relevant of the newest first. A report counts once, with its copies. */
export async function findFacts(desk: Desk, question: FindQuestion): Promise<Page<Found>> {
  const { limit, cursor, ...asked } = question
  checkPaging(question)
  if (question.sort === 'relevance' && question.words === null)
    throw new ReadoutError('relevance-needs-words', 'Without words nothing is more relevant than another: leave --sort out, or give words.')
  const after = readCursor(asked, cursor, KEY_SHAPE)
  return viewStore(desk.store, async (store) => {
    const { facts, unknown } = await nameFilter({ ...desk, store }, question)
    if (unknown.length > 0) return { rows: [], next: null, unknown }
    const search = question.words === null ? null : parseSearch(question.words)
    const looking: Looking = {
      store,
      facts,
      kinds: question.kinds ?? FOUND_KINDS,
      ...{ looked: search && prepareSearch(search), isRanked: question.sort === 'relevance', articles: new Map() },
    }
    const filter = { since: question.since, until: question.until, source: question.source, search: search && loosenSearch(search) }
    const hits = await (question.sort === 'newest' ? collectNewest : collectRelevant)(looking, filter, after, limit + 1)
    const page = hits.slice(0, limit)
    const last = page.at(-1)
    return { rows: await showHits(looking, page), next: last && hits.length > limit ? writeCursor(asked, keyOf(last)) : null, unknown }
  })
}

async function nameFilter(desk: Desk, { speaker, about, country, area, act, type, realis }: FindQuestion): Promise<{ facts: FactFilter; unknown: string[] }> {
  const unknown: string[] = []
  const find = async (name: string | null) => {
    const who = name === null ? null : await findWho(desk, name)
    if (name !== null && !who) unknown.push(name)
    return who?.id ?? null
  }
  const people = { speaker: await find(speaker), about: await find(about) }
  return { facts: { ...people, country: country === null ? null : await findCountryCode(desk, country), area, act, type, realis }, unknown }
}

async function collectNewest(looking: Looking, filter: ArticleFilter, after: Key | null, most: number): Promise<Hit[]> {
  const hits: Hit[] = []
  for await (const lot of walkCandidates(looking.store, { ...filter, ...looking }, after && { id: after[2] as number, day: after[1] as string })) {
    hits.push(...(await lookBehind(looking, lot, after)))
    if (hits.length >= most) return hits.slice(0, most)
  }
  return hits
}

/** All hits must be known before the best of them is. */
async function collectRelevant(looking: Looking, filter: ArticleFilter, after: Key | null, most: number): Promise<Hit[]> {
  const candidates = await listNewest(looking.store, { ...filter, ...looking }, LIMITS.relevanceArticles)
  return (await lookBehind(looking, candidates, after)).slice(0, most)
}

async function lookBehind(looking: Looking, candidates: readonly Candidate[], after: Key | null): Promise<Hit[]> {
  const hits = await lookThrough(looking, candidates)
  return after === null ? hits : hits.filter((hit) => orderHits(keyOf(hit), after) > 0)
}

/** Hits with all that is told of them. */
async function showHits({ store, looked, articles }: Looking, hits: readonly Hit[]): Promise<Found[]> {
  const isFact = (hit: Hit): hit is Hit & { kind: FactKind } => hit.kind !== 'article'
  await loadArticles(
    store.db,
    hits.map(({ articleId }) => articleId),
    articles,
  )
  const facts = await loadFacts(store.db, hits.filter(isFact), articles)
  const reports = await loadReports(
    store.db,
    hits.flatMap(({ articleId }) => articles.get(articleId)?.reportId ?? []),
  )
  const found = new Map(facts.map((fact) => [`${fact.kind} ${fact.article.articleId} ${fact.id.slice(1)}`, fact]))
  return hits.flatMap((hit): Found[] => {
    const article = articles.get(hit.articleId) as LoadedArticle
    if (hit.kind === 'article') return [{ kind: 'article', article: tellArticle(article, reports), ...cutSnippet(article, looked ?? []) }]
    const fact = found.get(`${hit.kind} ${hit.articleId} ${hit.number}`)
    return fact ? [{ ...fact, matches: hit.matches }] : []
  })
}
