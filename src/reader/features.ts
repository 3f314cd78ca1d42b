/**
 * What the reader sees of each token, the same in training (training/features.py): the row of its word, of four affixes,
 * of its shape, and its quotation state. `model.json` carries words with their features, a test holds both sides to them.
 */
import type { Tokens } from '../document/tokens.ts'

const AFFIX_BUCKETS = 8192
export const AFFIXES = 4

/** Rows of the tables for every token of an article; `affix` has four a token. */
export interface Features {
  readonly word: Int32Array
  readonly affix: Int32Array
  readonly shape: Int32Array
  readonly quote: Int32Array
}

/** Word → row of the word table. Rows 0 (padding) and 1 (unknown) belong to no word. */
export type Vocabulary = ReadonlyMap<string, number>

/** The form under which a word is looked up: lower case, digits as 0, quotation marks and dashes of one kind. */
export function normalizeWord(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]+$/.test(lower)) return lower
  return lower
    .replace(/\p{Nd}/gu, '0')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[“”„‟«»]|''/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, '')
}

/** 0 lower, 1 Title, 2 UPPER, 3 mIxed, 4 one capital, 5 digits, 6 with digits, 7 no letter or digit, 8 letters without case. */
export function formOf(word: string): number {
  if (/^[a-z]+$/.test(word)) return 0
  if (!/[\p{L}\p{N}\p{M}]/u.test(word)) return 7
  if (/\p{Nd}/u.test(word)) return /^[\p{Nd}.,:/]+$/u.test(word) ? 5 : 6
  const letters = word.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
  const lower = letters.toLowerCase()
  if (letters === lower) return letters === letters.toUpperCase() ? 8 : 0
  if (letters.length === 1) return 4
  if (letters === letters.toUpperCase()) return 2
  return letters[0] !== lower[0] && letters.slice(1) === lower.slice(1) ? 1 : 3
}

/** Rows of the affix table: the first three signs; the last two, three and four. */
export function affixesOf(word: string): number[] {
  const rows = [0, 0, 0, 0]
  placeAffixes(word, rows, 0)
  return rows
}

function placeAffixes(word: string, rows: Int32Array | number[], at: number): void {
  const { length } = word
  rows[at] = affixRow(0, word, 0, Math.min(3, length))
  rows[at + 1] = affixRow(1, word, Math.max(0, length - 2), length)
  rows[at + 2] = affixRow(2, word, Math.max(0, length - 3), length)
  rows[at + 3] = affixRow(3, word, Math.max(0, length - 4), length)
}

/** FNV-1a over the UTF-16 units of a slice, one salt for each kind of affix. */
function affixRow(kind: number, word: string, from: number, to: number): number {
  let hash = (2166136261 ^ kind) >>> 0
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619) >>> 0
  return kind * AFFIX_BUCKETS + ((hash >>> 8) % AFFIX_BUCKETS)
}

/** Features of all tokens. Words repeat in an article, so each spelling is worked out once. */
export function computeFeatures(tokens: Tokens, vocabulary: Vocabulary): Features {
  const { text, count, start, end } = tokens
  const word = new Int32Array(count)
  const affix = new Int32Array(count * AFFIXES)
  const shape = new Int32Array(count)
  const seen = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const spelling = text.slice(start[i], end[i])
    const earlier = seen.get(spelling)
    if (earlier === undefined) {
      const plain = normalizeWord(spelling)
      word[i] = vocabulary.get(plain) ?? 1
      placeAffixes(plain, affix, i * AFFIXES)
      shape[i] = formOf(spelling) * 4
      seen.set(spelling, i)
    } else {
      word[i] = word[earlier] as number
      for (let n = 0; n < AFFIXES; n++) affix[i * AFFIXES + n] = affix[earlier * AFFIXES + n] as number
      shape[i] = (shape[earlier] as number) & ~3
    }
    if (i > 0 && start[i] === end[i - 1]) shape[i] = (shape[i] as number) | 2
  }
  for (const first of tokens.sentences) if (first < count) shape[first] = (shape[first] as number) | 1
  return { word, affix, shape, quote: Int32Array.from(tokens.quoteState) }
}
