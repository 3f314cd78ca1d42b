import type { ReadoutSpan } from '../document/readout.ts'
import type { Stretch } from './words.ts'

/** Cuts stretches out of a text whose offsets count code points, as those of the store's columns do. */
export type CutSpan = (start: number, end: number) => ReadoutSpan

/** Most texts have no sign that takes two units: there a code point is a unit. */
export function makeCutter(text: string): CutSpan {
  if (!/[\ud800-\udbff]/.test(text)) return (start, end) => ({ start, end, text: text.slice(start, end) })
  const units: number[] = []
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1) units.push(unit)
  units.push(text.length)
  return (start, end) => ({ start, end, text: text.slice(units[start], units[end]) })
}

/** Stretches of a span's words, in UTF-16 units from its start, as spans of the text in code points. */
export function placeStretches(span: ReadoutSpan, stretches: readonly Stretch[]): ReadoutSpan[] {
  return stretches.map(({ start, end }) => {
    const words = span.text.slice(start, end)
    const from = span.start + countPoints(span.text.slice(0, start))
    return { start: from, end: from + countPoints(words), text: words }
  })
}

/** The words of a span in pieces, those inside marks told apart. Marks are spans of the same text, in order. */
export function splitMarked(span: ReadoutSpan, marks: readonly ReadoutSpan[]): { text: string; isMarked: boolean }[] {
  const cut = makeCutter(span.text)
  const pieces: { text: string; isMarked: boolean }[] = []
  let at = 0
  for (const mark of marks) {
    const [start, end] = [Math.max(at, mark.start - span.start), Math.min(mark.end, span.end) - span.start]
    if (end <= start) continue
    pieces.push({ text: cut(at, start).text, isMarked: false }, { text: cut(start, end).text, isMarked: true })
    at = end
  }
  return [...pieces, { text: cut(at, span.end - span.start).text, isMarked: false }].filter(({ text }) => text !== '')
}

function countPoints(words: string): number {
  return /[\ud800-\udbff]/.test(words) ? Array.from(words).length : words.length
}
