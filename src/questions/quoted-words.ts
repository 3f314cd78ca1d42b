import { cutWords, foldWords, type Word } from './words.ts'

/** A part of a quotation: a word; words left out (“…”); words that the writer put in (“[the bridge]”), in place of others or besides. */
type QuotedPart = { readonly kind: 'word'; readonly folded: string } | { readonly kind: 'gap' } | { readonly kind: 'insertion'; readonly folded: string }

/** A quotation made ready to be looked for. */
export interface Quoted {
  readonly parts: readonly QuotedPart[]
  /** Words that must stand. */
  readonly words: readonly string[]
  readonly hasGap: boolean
  readonly hasInsertion: boolean
  /** Only its beginning is looked for. */
  readonly isCut: boolean
}

/** Marks of omission, with or without brackets; letters in a word (“[w]e”); anything else in brackets; words. */
const PART =
  /(\[\s*(?:…|\.(?:\s?\.){2,})\s*\]|…|\.(?:\s?\.){2,})|([\p{L}\p{N}]*\[\p{L}{1,4}\][\p{L}\p{N}]*)|\[([^\]\n]{1,200})\]|([\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*)/gu

/** Reads the pieces of a quotation. Between pieces the source may have other words, as between the parts round “…”. */
export function readQuoted(pieces: readonly string[], mostWords: number): Quoted {
  const parts: QuotedPart[] = []
  let isCut = false
  for (const [n, piece] of pieces.entries()) {
    if (n > 0) parts.push({ kind: 'gap' })
    for (const part of readParts(piece)) {
      if (parts.length >= mostWords) isCut = true
      else parts.push(part)
    }
  }
  const text = pieces.join(' ')
  const words = parts.flatMap((part) => (part.kind === 'word' ? [part.folded] : []))
  return { parts: trimGaps(parts), words, hasGap: /…|\.(?:\s?\.){2,}/.test(text), hasInsertion: /\[[^\]…]*\p{L}/u.test(text), isCut }
}

function* readParts(piece: string): Generator<QuotedPart> {
  for (const [, gap, altered, inserted, word] of piece.matchAll(PART)) {
    if (gap !== undefined) yield { kind: 'gap' }
    else if (altered !== undefined) yield { kind: 'insertion', folded: foldWords(altered.replace(/[[\]]/g, '')) }
    else if (inserted !== undefined) yield { kind: 'insertion', folded: foldWords(inserted.trim()) }
    else if (word !== undefined) yield { kind: 'word', folded: foldWords(word) }
  }
}

/** What is left out before or behind a quotation is not told by it. */
function trimGaps(parts: readonly QuotedPart[]): QuotedPart[] {
  const first = parts.findIndex(({ kind }) => kind !== 'gap')
  const last = parts.findLastIndex(({ kind }) => kind !== 'gap')
  return first < 0 ? [] : parts.slice(first, last + 1)
}

/** Where a quotation stands in a row of words: from word `start` to before `end`. */
export interface Aligned {
  readonly start: number
  readonly end: number
  /** Share of its words that stand so; 1: all of them, one after the other. */
  readonly share: number
}

/** What a word costs that stands in one of the two alone, and a word for which a bracket stands. Nine such cost less than one word. */
const EDIT = 10
const BRACKET = 1

/**
 * The stretch of a row of words that is nearest to a quotation, by words to change, leave out or add. A gap may pass over any number of words,
 * an insertion over some. Time: words of one times words of the other.
 */
export function alignQuoted({ parts, words }: Quoted, row: readonly Word[]): Aligned | null {
  if (words.length === 0) return null
  let costs = new Int32Array(row.length + 1)
  let starts = Int32Array.from({ length: row.length + 1 }, (_, n) => n)
  for (const part of parts) {
    const [nextCosts, nextStarts] = [new Int32Array(row.length + 1), new Int32Array(row.length + 1)]
    const missing = part.kind === 'word' ? EDIT : 0
    const passing = part.kind === 'word' ? EDIT : part.kind === 'gap' ? 0 : BRACKET
    for (let n = 0; n <= row.length; n++) {
      // A word of the quotation that the row has not; then a word of the row that the quotation has not; then one for the other.
      let cost = (costs[n] as number) + missing
      let start = starts[n] as number
      if (n > 0) {
        const passed = (nextCosts[n - 1] as number) + passing
        if (passed < cost || (passed === cost && (nextStarts[n - 1] as number) > start)) {
          cost = passed
          start = nextStarts[n - 1] as number
        }
        const isSame = part.kind !== 'gap' && (row[n - 1] as Word).folded === part.folded
        const replaced = isSame || part.kind === 'word' ? (costs[n - 1] as number) + (isSame ? 0 : EDIT) : Number.MAX_SAFE_INTEGER
        if (replaced < cost || (replaced === cost && (starts[n - 1] as number) > start)) {
          cost = replaced
          start = starts[n - 1] as number
        }
      }
      nextCosts[n] = cost
      nextStarts[n] = start
    }
    costs = nextCosts
    starts = nextStarts
  }
  return chooseEnd(costs, starts, words.length)
}

function chooseEnd(costs: Int32Array, starts: Int32Array, words: number): Aligned | null {
  let end = 0
  for (let n = 1; n < costs.length; n++) if ((costs[n] as number) < (costs[end] as number)) end = n
  const cost = costs[end] as number
  const start = starts[end] as number
  return end <= start ? null : { start, end, share: cost < EDIT ? 1 : Math.max(0, 1 - cost / (EDIT * words)) }
}

/** Whether a row of words holds enough of a quotation's words, in any order, for a closer look. */
export function mayHoldQuoted({ words }: Quoted, row: readonly Word[], share: number): boolean {
  const held = new Set(row.map(({ folded }) => folded))
  return words.filter((word) => held.has(word)).length >= share * words.length
}

/** Words of a piece of text, by their places in the text that it was cut from. */
export function cutWordsAt(text: string, start: number): Word[] {
  return cutWords(text).map((word) => ({ ...word, start: word.start + start, end: word.end + start }))
}
