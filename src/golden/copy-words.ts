import type { Span } from '../document/span.ts'
import { locateWords } from './locate.ts'

/** Words on each side that a copy is stretched by, in turn, until it stands once. */
const STEPS = [1, 2, 3, 5, 8, 13, 21]

/**
 * The words of a span as a golden article copies them: alone where they stand once, else with words round them and brackets at the span itself.
 * Null where no copy leads back to the span: the same passage comes again and again.
 */
export function copyWords({ start, end }: Span, text: string): string | null {
  const wanted = trim(start, end, text)
  if (wanted.start >= wanted.end) return null
  const isCopy = (words: string) => {
    const places = locateWords(words, text)
    return places.length === 1 && places[0]?.start === wanted.start && places[0].end === wanted.end
  }
  const words = squeeze(text.slice(wanted.start, wanted.end))
  if (isCopy(words)) return words
  for (const more of STEPS)
    for (const [left, right] of [
      [0, more],
      [more, 0],
      [more, more],
    ] as const) {
      const before = squeeze(text.slice(stepBack(wanted.start, left, text), wanted.start))
      const after = squeeze(text.slice(wanted.end, stepOn(wanted.end, right, text)))
      const copy = `${before}[${words}]${after}`.trim()
      if (copy.length > words.length + 2 && isCopy(copy)) return copy
    }
  return null
}

function squeeze(words: string): string {
  return words.replace(/\s+/g, ' ')
}

function trim(start: number, end: number, text: string): Span {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}

/** Where so many words before `at` begin. */
function stepBack(at: number, count: number, text: string): number {
  let from = at
  for (let n = 0; n < count && from > 0; n++) {
    while (from > 0 && /\s/.test(text[from - 1] as string)) from--
    while (from > 0 && !/\s/.test(text[from - 1] as string)) from--
  }
  return from
}

/** Where so many words behind `at` end. */
function stepOn(at: number, count: number, text: string): number {
  let to = at
  for (let n = 0; n < count && to < text.length; n++) {
    while (to < text.length && /\s/.test(text[to] as string)) to++
    while (to < text.length && !/\s/.test(text[to] as string)) to++
  }
  return to
}
