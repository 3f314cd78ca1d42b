import type { ReadoutSpan } from '../document/readout.ts'
import { viewStore } from '../store/store.ts'
import type { Articles } from './articles.ts'
import { type Key, readCursor, writeCursor } from './cursor.ts'
import { checkPaging, type Db, type Desk, type Page, type Paging, type Period } from './desk.ts'
import { compareWords, type Difference } from './differences.ts'
import type { StatementFact } from './facts.ts'
import { loadFacts } from './load-facts.ts'
import { placeStretches } from './spans.ts'
import { orderTellings, type Utterance } from './utterances.ts'
import { type SaidTelling, walkUtterances } from './walk-utterances.ts'
import { findWho, type Who } from './who.ts'
import type { Stretch } from './words.ts'

/** Whose words are asked for, by name, and on what: words that the sentence must hold, as in a search. */
export interface SaidQuestion extends Period, Paging {
  readonly name: string
  readonly on: string | null
}

/** Something said, as the earliest report has it, and as others have it. */
export interface Said {
  readonly statement: StatementFact
  /** Words of the topic in its sentence. */
  readonly matches: readonly ReadoutSpan[]
  /** Further reports of the same words within a few days, the earliest first. Copies are no further reports. */
  readonly reports: readonly OtherReport[]
}

/** How another report has the same words. */
export interface OtherReport {
  readonly statement: StatementFact
  /** Words that only one of the two has; spans count code points of each report's own article. */
  readonly differences: readonly { readonly before: ReadoutSpan | null; readonly after: ReadoutSpan | null }[]
  /** In what the reports disagree. A report that quotes less does not disagree, nor does one in indirect speech by its words. */
  readonly disagrees: readonly ('words' | 'act' | 'negation' | 'hedge')[]
}

/** All that somebody said, newest first, with who reported it and how. `who` is null where the name is nobody's. */
export async function findSaid(desk: Desk, question: SaidQuestion): Promise<Page<Said> & { readonly who: Who | null }> {
  const { limit, cursor, ...asked } = question
  checkPaging(question)
  const after = readCursor(asked, cursor, KEY_SHAPE)
  return viewStore(desk.store, async (store) => {
    const who = await findWho({ ...desk, store }, question.name)
    if (!who) return { who, rows: [], next: null, unknown: [question.name] }
    const articles: Articles = new Map()
    const found: Utterance<SaidTelling>[] = []
    for await (const utterance of walkUtterances(store, { ...question, speaker: who.id }, articles)) {
      if (after === null || orderTellings(tellingOf(after), utterance.tellings[0]) < 0) found.push(utterance)
      if (found.length > limit) break
    }
    const rows = await loadSaid(store.db, found.slice(0, limit), articles)
    const last = found[limit - 1]
    return { who, rows, next: last && found.length > limit ? writeCursor(asked, keyOf(last)) : null, unknown: [] }
  })
}

const KEY_SHAPE = ['string', 'number', 'number'] as const

function keyOf({ tellings: [first] }: Utterance<SaidTelling>): Key {
  return [first.day, first.articleId, first.number]
}

function tellingOf([day, articleId, number]: Key): { day: string; articleId: number; number: number } {
  return { day: day as string, articleId: articleId as number, number: number as number }
}

/** Utterances with all that is told of their reports. */
export async function loadSaid(db: Db, utterances: readonly Utterance<SaidTelling>[], articles: Articles): Promise<Said[]> {
  const refs = utterances.flatMap(({ tellings }) => tellings.map(({ articleId, number }) => ({ kind: 'statement' as const, articleId, number })))
  const facts = (await loadFacts(db, refs, articles)) as StatementFact[]
  const found = new Map(facts.map((fact) => [`${fact.article.articleId} ${fact.id}`, fact]))
  return utterances.flatMap(({ tellings }) => {
    const [first, ...others] = tellings.flatMap(({ articleId, number }) => found.get(`${articleId} s${number}`) ?? [])
    return first ? [{ statement: first, matches: tellings[0].matches, reports: others.map((other) => compareReports(first, other)) }] : []
  })
}

function compareReports(first: StatementFact, other: StatementFact): OtherReport {
  const raw = compareWords(first.words.text, other.words.text)
  const place = (span: ReadoutSpan, stretch: Stretch | null) => stretch && (placeStretches(span, [stretch])[0] as ReadoutSpan)
  const differences = raw.map(({ before, after }) => ({ before: place(first.words, before), after: place(other.words, after) }))
  const isQuoted = first.how !== 'indirect' && other.how !== 'indirect'
  return {
    statement: other,
    differences,
    disagrees: [
      ...(isQuoted && raw.some((one) => !isLonger(one, first, other)) ? (['words'] as const) : []),
      ...(first.act !== other.act ? (['act'] as const) : []),
      ...(first.isNegated !== other.isNegated ? (['negation'] as const) : []),
      ...(first.isHedged !== other.isHedged ? (['hedge'] as const) : []),
    ],
  }
}

/** Whether one report only quotes more than the other, at the beginning or the end. */
function isLonger({ before, after }: Difference, first: StatementFact, other: StatementFact): boolean {
  if (before && after) return false
  const [stretch, { text }] = before ? [before, first.words] : [after as Stretch, other.words]
  return !/[\p{L}\p{N}]/u.test(text.slice(0, stretch.start)) || !/[\p{L}\p{N}]/u.test(text.slice(stretch.end))
}
