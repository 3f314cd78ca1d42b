import { LIMITS } from '../document/limits.ts'
import type { ReadoutSpan } from '../document/readout.ts'
import type { FoldName } from '../store/store.ts'
import type { Match, Remark } from './check-draft.ts'
import type { HeldArticle, SpokenRow, ToldStatement } from './check-shelf.ts'
import { compareWords } from './differences.ts'
import type { Claim } from './draft-claims.ts'
import { type Aligned, alignQuoted, mayHoldQuoted, type Quoted, readQuoted } from './quoted-words.ts'
import { compareSpeakers, type Sameness } from './same-speaker.ts'
import { placeStretches } from './spans.ts'
import type { Stretch, Word } from './words.ts'

/** A quotation of a draft, ready to be looked for. */
export interface ReadQuotation {
  readonly claim: Claim
  readonly quoted: Quoted
}

export function readQuotation(claim: Claim): ReadQuotation {
  const pieces = claim.spans.map(({ text }) => text)
  return { claim, quoted: readQuoted(pieces, LIMITS.checkParts) }
}

/** Share of words from which on other words are the same quotation; by somebody else more is asked for. */
const NEAR = 0.6
const NEAR_BY_OTHERS = 0.8

/** Fewer words count only as they stand; fewer than three only by the same speaker, because everybody says them. */
const NEAR_WORDS = 4
const OWN_WORDS = 3

/** What an article has of a quotation: as a quotation, in indirect speech, or, where it is neither, anywhere in its words. */
export function matchQuotation(quotation: ReadQuotation, held: HeldArticle, fold: FoldName): Match[] {
  const { claim, quoted } = quotation
  const matches = held.rows.flatMap((row) => {
    const aligned = alignRow(quoted, row)
    const told = aligned && row.statements[aligned.start]
    if (!aligned || !told) return []
    const sameness = compareSpeakers(claim, told, fold)
    return judge(quotation, held, { aligned, row, told, sameness }) ?? []
  })
  if (quoted.words.length < OWN_WORDS || matches.some(({ share }) => share === 1) || !mayHoldQuoted(quoted, held.words, 1)) return matches
  const aligned = alignQuoted(quoted, held.words)
  return aligned?.share === 1 ? [...matches, matchOutside(quotation, held, aligned)] : matches
}

function alignRow(quoted: Quoted, { words }: SpokenRow): Aligned | null {
  const least = quoted.words.length < NEAR_WORDS ? 1 : NEAR
  if (!mayHoldQuoted(quoted, words, least)) return null
  const aligned = alignQuoted(quoted, words)
  return aligned && aligned.share >= least ? aligned : null
}

interface Found {
  readonly aligned: Aligned
  readonly row: SpokenRow
  readonly told: ToldStatement
  readonly sameness: Sameness
}

function judge({ claim, quoted }: ReadQuotation, held: HeldArticle, { aligned, row, told, sameness }: Found): Match | null {
  const isSame = aligned.share === 1
  if (sameness === 'other' && aligned.share < NEAR_BY_OTHERS) return null
  if ((sameness === 'other' || sameness === 'open') && quoted.words.length < OWN_WORDS) return null
  const verdict =
    sameness === 'other' ? 'other-speaker' : !isSame ? 'other-words' : sameness === 'open' ? 'speaker-open' : row.isQuoted ? 'stands' : 'other-words'
  const words = cutStretch(held, row.words, aligned)
  const { statement, speaker, onBehalfOf } = told
  return {
    verdict,
    remarks: [...tellSigns(claim, quoted, words, isSame), ...(row.isQuoted ? [] : ['reported' as const]), ...tellSpeaker(claim, sameness)],
    ...{ article: held.article, statement: statement.id, how: statement.kind, speaker: speaker?.name ?? null, onBehalfOf: onBehalfOf?.name ?? null },
    ...{ words, differences: isSame ? [] : markDifferences(claim, words), share: aligned.share },
  }
}

function matchOutside({ claim, quoted }: ReadQuotation, held: HeldArticle, aligned: Aligned): Match {
  const words = cutStretch(held, held.words, aligned)
  return {
    ...{ verdict: 'speaker-open', remarks: [...tellSigns(claim, quoted, words, true), 'outside', 'article-names-nobody'] },
    ...{ article: held.article, statement: null, how: null, speaker: null, onBehalfOf: null, words, differences: [], share: 1 },
  }
}

function cutStretch({ text }: HeldArticle, words: readonly Word[], { start, end }: Aligned): ReadoutSpan {
  const stretch = { start: (words[start] as Word).start, end: (words[end - 1] as Word).end }
  return placeStretches({ start: 0, end: 0, text }, [stretch])[0] as ReadoutSpan
}

/** Which liberties of quoting the draft took, and what differs beside the words. */
function tellSigns(claim: Claim, { hasGap, hasInsertion, isCut }: Quoted, words: ReadoutSpan, isSame: boolean): Remark[] {
  const signs: Remark[] = [...(hasGap ? ['ellipsis' as const] : []), ...(hasInsertion ? ['insertion' as const] : []), ...(isCut ? ['cut' as const] : [])]
  if (!isSame) return [...signs, 'words']
  const [piece, ...more] = claim.spans
  if (signs.length > 0 || more.length > 0) return signs
  const [draft, library] = [piece.text, words.text].map(tidy) as [string, string]
  if (draft === library) return signs
  return [draft.toLowerCase() === library.toLowerCase() ? 'capitals' : 'punctuation']
}

/** Without the signs at the ends, with straight quotation marks and single blanks: what printers change. */
function tidy(words: string): string {
  const straight = words
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
  return straight.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** How sure it is who speaks. */
export function tellSpeaker(claim: Claim, sameness: Sameness): Remark[] {
  if (sameness === 'by-name') return ['speaker-by-name']
  if (sameness === 'spoken-for') return ['spoken-for']
  if (sameness !== 'open') return []
  return [claim.speaker || claim.onBehalfOf ? 'article-names-nobody' : 'draft-names-nobody']
}

/** Words of each side that the other has not. */
export function markDifferences(claim: Claim, words: ReadoutSpan): Match['differences'] {
  const joined = claim.spans.map(({ text }) => text).join(' ')
  return compareWords(joined, words.text).map(({ before, after }) => ({
    draft: before && placeInPieces(claim, before),
    library: after && (placeStretches(words, [after])[0] as ReadoutSpan),
  }))
}

/** A stretch of pieces that were joined by a blank, in the piece where it begins. */
function placeInPieces({ spans }: Claim, { start, end }: Stretch): ReadoutSpan {
  let at = 0
  for (const piece of spans) {
    const stop = at + piece.text.length
    if (start < stop) return placeStretches(piece, [{ start: start - at, end: Math.min(end, stop) - at }])[0] as ReadoutSpan
    at = stop + 1
  }
  return spans[0]
}
