import { LIMITS } from '../document/limits.ts'
import type { Span } from '../document/span.ts'
import type { Ground } from './anchors.ts'

/** Fewer words than this say too little to be known again when one of them is changed. */
const LEAST_WORDS = 5

/** Share of words that must be the same, of both sides together. */
const LEAST_SAME = 0.75

/** A word that stands more often than this in a text tells nothing about where the others stand. */
const OFTEN = 30

/** The words of a text, and where each stands. */
export interface WordIndex {
  readonly words: readonly (Span & { readonly word: string })[]
  /** Places in `words`; no more than `OFTEN` and one. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>
}

/**
 * The stretch of a text that has most of these words in this order. Words that are rare in the text tell where to look: each votes for the place where
 * the first word would stand. There, the longest common row of words decides. `near`: where it stood before, for a draw.
 */
export function findNearby(words: string, ground: Ground, near: number): Span | null {
  ground.words ??= indexWords(ground.text)
  const wanted = cutWords(words).map(({ word }) => word)
  if (wanted.length < LEAST_WORDS || wanted.length > LIMITS.anchorWords) return null
  const slack = Math.ceil(wanted.length / 3) + 1
  const first = chooseStart(wanted, ground.words, slack, near)
  if (first === null) return null
  const from = Math.max(0, first - slack)
  const window = ground.words.words.slice(from, first + wanted.length + slack)
  const row = matchWords(
    wanted,
    window.map(({ word }) => word),
  )
  const [low, high] = [row[0], row.at(-1)]
  if (low === undefined || high === undefined) return null
  if ((2 * row.length) / (wanted.length + high - low + 1) < LEAST_SAME) return null
  return stretchMarks({ start: (window[low] as Span).start, end: (window[high] as Span).end }, words, ground.text)
}

/** Index of the word of the text where the first of the wanted words most likely stands. */
function chooseStart(wanted: readonly string[], { words, placesOf }: WordIndex, slack: number, near: number): number | null {
  const votes = new Map<number, { count: number; first: number }>()
  wanted.forEach((word, n) => {
    const places = placesOf.get(word) ?? []
    if (places.length > OFTEN) return
    for (const place of places) {
      const bucket = Math.round((place - n) / slack)
      const vote = votes.get(bucket)
      if (vote) vote.count++
      else votes.set(bucket, { count: 1, first: Math.max(0, place - n) })
    }
  })
  const away = ({ first }: { first: number }) => Math.abs((words[first]?.start ?? 0) - near)
  const [best] = [...votes.values()].sort((a, b) => b.count - a.count || away(a) - away(b) || a.first - b.first)
  return best?.first ?? null
}

/** Places in `window` of the longest row of words that both have. */
function matchWords(wanted: readonly string[], window: readonly string[]): number[] {
  const width = window.length + 1
  const lengths = new Uint16Array((wanted.length + 1) * width)
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let j = window.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        wanted[i] === window[j]
          ? (lengths[(i + 1) * width + j + 1] as number) + 1
          : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number)
  const row: number[] = []
  for (let i = 0, j = 0; i < wanted.length && j < window.length; )
    if (wanted[i] === window[j]) {
      row.push(j)
      i++
      j++
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i++
    else j++
  return row
}

/** Quotation marks and full stops at the ends belong to the words when they did before. */
function stretchMarks({ start, end }: Span, words: string, text: string): Span {
  const open = /^[^\p{L}\p{N}\s]+/u.exec(words)?.[0] ?? ''
  const close = /[^\p{L}\p{N}\s]+$/u.exec(words)?.[0] ?? ''
  const from = open && text.slice(0, start).endsWith(open) ? start - open.length : start
  return { start: from, end: close && text.startsWith(close, end) ? end + close.length : end }
}

function indexWords(text: string): WordIndex {
  const words = cutWords(text)
  const placesOf = new Map<string, number[]>()
  words.forEach(({ word }, n) => {
    const places = placesOf.get(word)
    if (!places) placesOf.set(word, [n])
    else if (places.length <= OFTEN) places.push(n)
  })
  return { words, placesOf }
}

function cutWords(text: string): (Span & { word: string })[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu), (match) => {
    return { start: match.index, end: match.index + match[0].length, word: match[0].toLowerCase() }
  })
}
