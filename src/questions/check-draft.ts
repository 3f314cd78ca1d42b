import type { ReadoutSpan } from '../document/readout.ts'
import { viewStore } from '../store/store.ts'
import type { ToldIn } from './articles.ts'
import { findHolders, openCounts, type WordCounts } from './check-candidates.ts'
import { type CheckShelf, type HeldArticle, holdArticles } from './check-shelf.ts'
import type { Desk, Period } from './desk.ts'
import { type Claim, type Draft, listClaims, type PassedOver } from './draft-claims.ts'
import { matchClaim, readClaim } from './match-claim.ts'
import { matchQuotation, readQuotation } from './match-quotation.ts'
import { cutWords } from './words.ts'

/**
 * What a library says to a claim. `stands`: the same words by the same speaker. `similar` (only for claims in the draft's own words): the same speaker
 * said something with the same telling words; whether it is the same, people judge. `other-words`: the same speaker, yet other words, or the same words
 * that are no quotation there. `speaker-open`: the words stand, but who said them is not told, here or there. `other-speaker`: somebody else said them.
 */
export const VERDICTS = ['stands', 'similar', 'other-words', 'speaker-open', 'other-speaker', 'not-found'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What is to be known about a match: tolerated signs of quoting, what differs, and how sure it is who speaks. */
export type Remark =
  | 'ellipsis'
  | 'insertion'
  | 'capitals'
  | 'punctuation'
  | 'cut'
  | 'words'
  | 'reported'
  | 'outside'
  | 'negation'
  | 'numbers'
  | 'speaker-by-name'
  | 'spoken-for'
  | 'draft-names-nobody'
  | 'article-names-nobody'

/** Words of the library that answer a claim. Spans count code points of the article's text. */
export interface Match {
  readonly verdict: Exclude<Verdict, 'not-found'>
  readonly remarks: readonly Remark[]
  readonly article: ToldIn
  /** Id of the statement in the article's record; null where nobody is read to have said the words. */
  readonly statement: string | null
  readonly how: string | null
  readonly speaker: string | null
  readonly onBehalfOf: string | null
  readonly words: ReadoutSpan
  /** Words that stand in one of the two alone. */
  readonly differences: readonly { readonly draft: ReadoutSpan | null; readonly library: ReadoutSpan | null }[]
  /** Share of the claim's words (of its telling words, where it is no quotation) that stand there. */
  readonly share: number
}

export interface CheckedClaim {
  readonly claim: Claim
  readonly verdict: Verdict
  /** The best first; each report once. */
  readonly matches: readonly Match[]
}

export interface DraftCheck {
  /** What spans count, in the draft and in the library. */
  readonly offsetUnit: 'codepoint'
  readonly claims: readonly CheckedClaim[]
  readonly counts: Readonly<Record<Verdict, number>>
  /** What was not looked for. */
  readonly passed: readonly PassedOver[]
}

/** Matches shown for one claim. */
const SHOWN = 5

/** Holds every quotation and every claim “X said …” of a draft against the library. */
export async function checkDraft(desk: Desk, draft: Draft, period: Period): Promise<DraftCheck> {
  const { claims, passed } = listClaims(draft)
  return viewStore(desk.store, async (store) => {
    const looking: Looking = { desk: { ...desk, store }, counts: await openCounts(store, period), shelf: new Map() }
    const checked: CheckedClaim[] = []
    for (const claim of claims) checked.push(await checkClaim(claim, looking))
    const count = (verdict: Verdict) => checked.filter((one) => one.verdict === verdict).length
    const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>
    return { offsetUnit: 'codepoint', claims: checked, counts, passed }
  })
}

interface Looking {
  readonly desk: Desk
  readonly counts: WordCounts
  readonly shelf: CheckShelf
}

async function checkClaim(claim: Claim, { desk, counts, shelf }: Looking): Promise<CheckedClaim> {
  const speakers = [claim.speaker?.id, claim.onBehalfOf?.id].filter((id) => id != null)
  const quotation = claim.kind === 'quotation' ? readQuotation(claim) : null
  const words = quotation?.quoted.words ?? cutWords(claim.spans.map(({ text }) => text).join(' ')).map(({ folded }) => folded)
  const held = await holdArticles(desk.store, await findHolders(counts, words, speakers), shelf)
  const read = quotation ?? (await readClaim(claim, counts))
  const match = (article: HeldArticle) => ('quoted' in read ? matchQuotation(read, article, desk.fold) : matchClaim(read, article, desk.fold))
  const matches = foldReports(held.flatMap((article) => match(article).map((found) => ({ found, reportId: article.reportId }))))
  return { claim, verdict: matches[0]?.verdict ?? 'not-found', matches: matches.slice(0, SHOWN) }
}

/** The best match of each report for each verdict, the best first, then the earliest: where words were told first. */
function foldReports(found: readonly { found: Match; reportId: number }[]): Match[] {
  const sorted = [...found].sort(({ found: a }, { found: b }) => compareMatches(a, b))
  const seen = new Set<string>()
  const isNew = (key: string) => !seen.has(key) && seen.add(key)
  return sorted.flatMap((one) => (isNew(`${one.reportId} ${one.found.verdict} ${one.found.speaker}`) ? [one.found] : []))
}

/** Somebody else's same words tell more than the same speaker's other words. */
const ORDER = ['stands', 'similar', 'speaker-open', 'other-speaker', 'other-words']

function compareMatches(a: Match, b: Match): number {
  const rank = ({ verdict, share }: Match) => (verdict === 'other-speaker' && share < 1 ? ORDER.length : ORDER.indexOf(verdict))
  return rank(a) - rank(b) || b.share - a.share || a.remarks.length - b.remarks.length || compareDays(a, b) || a.article.articleId - b.article.articleId
}

function compareDays({ article: a }: Match, { article: b }: Match): number {
  const [one, other] = [a.publishedOn ?? '9999', b.publishedOn ?? '9999']
  return one < other ? -1 : one > other ? 1 : 0
}
