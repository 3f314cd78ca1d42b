import type { TokenSpan } from '../document/span.ts'
import { type Quotation, QuoteState, type Tokens } from '../document/tokens.ts'
import { indexAt, readWord, tokensOf } from '../document/words.ts'

/** A verbatim run in tokens: its words, and the same with its marks. */
export interface Verbatim {
  readonly quotation: Quotation
  readonly words: TokenSpan
  readonly whole: TokenSpan
}

/** The verbatim runs of an article in text order: the outermost, or those that lie so deep in others. */
export function listVerbatim(tokens: Tokens, depth = 0): Verbatim[] {
  const runs: Verbatim[] = []
  for (const quotation of tokens.quotations) {
    if (quotation.depth !== depth) continue
    const words = tokensOf(tokens, quotation.words)
    const whole = tokensOf(tokens, { start: quotation.open.start, end: quotation.close?.end ?? quotation.words.end })
    if (words && whole) runs.push({ quotation, words, whole })
  }
  return runs
}

/** The runs that share a token with any of the pieces. Runs of one depth do not overlap, so halving finds them. */
export function runsIn(runs: readonly Verbatim[], pieces: readonly TokenSpan[]): Verbatim[] {
  const found = new Set<Verbatim>()
  for (const piece of pieces) {
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs[middle] as Verbatim).words.last > piece.first) high = middle
      else low = middle + 1
    }
    for (; low < runs.length && (runs[low] as Verbatim).words.first < piece.last; low++) found.add(runs[low] as Verbatim)
  }
  return [...found]
}

/**
 * Sets the pieces of a content right against the quotation marks: a run that is mostly inside comes in whole with its
 * marks, one that is barely touched is left. A run that holds the cue itself is left alone: there a quoted person quotes.
 */
export function fitContent(pieces: readonly TokenSpan[], cue: TokenSpan, runs: readonly Verbatim[]): TokenSpan[] {
  let fitted = [...pieces]
  for (const { words, whole } of runsIn(runs, pieces)) {
    if (cue.first >= words.first && cue.last <= words.last) continue
    let covered = 0
    for (const piece of fitted) covered += overlap(piece, words)
    if (covered === 0) continue
    if (covered * 2 >= words.last - words.first) fitted = joinPieces([...fitted, whole], cue)
    else fitted = fitted.flatMap((piece) => cutOut(piece, whole))
  }
  return joinPieces(fitted, cue)
}

export function overlap(a: TokenSpan, b: TokenSpan): number {
  return Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first))
}

export function sizeOf(pieces: readonly TokenSpan[]): number {
  return pieces.reduce((sum, piece) => sum + piece.last - piece.first, 0)
}

export function overlapAll(a: readonly TokenSpan[], b: readonly TokenSpan[]): number {
  let sum = 0
  for (const one of a) for (const other of b) sum += overlap(one, other)
  return sum
}

function cutOut(piece: TokenSpan, hole: TokenSpan): TokenSpan[] {
  if (overlap(piece, hole) === 0) return [piece]
  return [
    { first: piece.first, last: Math.min(piece.last, hole.first) },
    { first: Math.max(piece.first, hole.last), last: piece.last },
  ].filter((part) => part.last > part.first)
}

/** Sorts pieces and joins those that touch; the cue is never part of a content. */
export function joinPieces(pieces: readonly TokenSpan[], cue: TokenSpan | null): TokenSpan[] {
  const parts = cue ? pieces.flatMap((piece) => cutOut(piece, cue)) : [...pieces]
  const joined: TokenSpan[] = []
  for (const part of parts.sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1)
    if (before && part.first <= before.last) joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, part.last) }
    else joined.push(part)
  }
  return joined
}

/**
 * Leaves out pieces of other sentences than the cue's that open without a mark: only verbatim words are told so far from
 * their cue (“She said it was late.| The talks had “no end in sight”.”).
 */
export function keepNear(pieces: readonly TokenSpan[], cue: TokenSpan, tokens: Tokens): TokenSpan[] {
  const home = indexAt(tokens.sentences, cue.first)
  return pieces.filter(({ first, last }) => {
    const isHere = indexAt(tokens.sentences, first) <= home && indexAt(tokens.sentences, last - 1) >= home
    return isHere || tokens.quoteState[first] !== QuoteState.outside
  })
}

/**
 * Ends each piece with its sentence, unless quotation marks carry it on: what is told without marks seldom goes beyond
 * (“She argued that it was late.| Harrow listed three reasons.”).
 */
export function cutAtSentences(pieces: readonly TokenSpan[], tokens: Tokens): TokenSpan[] {
  return pieces.map((piece) => {
    for (let s = indexAt(tokens.sentences, piece.first) + 1; s < tokens.sentences.length - 1; s++) {
      const next = tokens.sentences[s] as number
      if (next >= piece.last) break
      if (tokens.quoteState[next] === QuoteState.outside) return { first: piece.first, last: next }
    }
    return piece
  })
}

/** Words of a quotation that speaks for itself; a shorter one may need the words around it. */
const WHOLE_SPEECH = 4
/** An addressee or a topic is this long at most. */
const ASIDE = 6
/** What a colon announces (“its new message: “It is about you.””) is this long at most. */
const ANNOUNCEMENT = 10

/**
 * Leaves off what stands beside whole sentences of speech and is no part of them: the addressee or the topic (“Vale said of
 * |the dam|: “It will hold for another year.””), with its comma or colon when it runs into the marks.
 */
export function dropAsides(pieces: readonly TokenSpan[], runs: readonly Verbatim[], tokens: Tokens): TokenSpan[] {
  const inside = runsIn(runs, pieces)
  const speeches = inside.filter(({ words }) => words.last - words.first >= WHOLE_SPEECH && /^\p{Lu}/u.test(readWord(tokens, words.first)))
  if (speeches.length === 0) return [...pieces]
  return pieces.flatMap((piece) => {
    const opens = /^(?:that|to|if|whether|how|why)$/i.test(readWord(tokens, piece.first))
    if (opens) return [piece]
    if (runsIn(inside, [piece]).length === 0) return piece.last - piece.first <= ASIDE ? [] : [piece]
    const speech = speeches.find(({ whole }) => whole.first > piece.first && whole.first < piece.last)
    if (!speech || runsIn(inside, [{ first: piece.first, last: speech.whole.first }]).length > 0) return [piece]
    const mark = readWord(tokens, speech.whole.first - 1)
    const size = speech.whole.first - piece.first
    const isAside = (mark === ',' && size <= ASIDE) || (mark === ':' && size <= ANNOUNCEMENT)
    return isAside ? [{ first: speech.whole.first, last: piece.last }] : [piece]
  })
}

/**
 * Leaves off what never belongs to the edge of a content: commas and a full stop outside of quotation marks (“The bridge is
 * safe|, he said”), blanks of punctuation at the front. Pieces without a word go.
 */
export function trimContent(pieces: readonly TokenSpan[], tokens: Tokens): TokenSpan[] {
  return pieces.flatMap((piece) => {
    let { first, last } = piece
    while (last > first && /^[.,;:–—-]$/.test(readWord(tokens, last - 1)) && tokens.quoteState[last - 1] === 0) last--
    while (last > first && /^[.,;:–—-]$/.test(readWord(tokens, first)) && tokens.quoteState[first] === 0) first++
    let hasWord = false
    for (let i = first; i < last && !hasWord; i++) hasWord = /[\p{L}\p{N}]/u.test(readWord(tokens, i))
    return hasWord ? [{ first, last }] : []
  })
}

/** Parts pieces where a paragraph ends: no piece of a content crosses from one paragraph into the next. */
export function splitAtParagraphs(pieces: readonly TokenSpan[], tokens: Tokens): TokenSpan[] {
  return pieces.flatMap((piece) => {
    const parts: TokenSpan[] = []
    let first = piece.first
    for (let p = indexAt(tokens.paragraphs, first) + 1; p < tokens.paragraphs.length && (tokens.paragraphs[p] as number) < piece.last; p++) {
      parts.push({ first, last: tokens.paragraphs[p] as number })
      first = tokens.paragraphs[p] as number
    }
    return [...parts, { first, last: piece.last }]
  })
}
