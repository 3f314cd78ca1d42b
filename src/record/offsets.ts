import type { OffsetUnit, Readout } from '../document/readout.ts'
import { visitSpans } from './spans.ts'

/**
 * The same record with offsets in another unit. Only texts with signs beyond the basic plane (emoji, rare scripts) differ;
 * a lone surrogate counts as one code point, as Python and R count it.
 */
export function convertOffsets(readout: Readout, unit: OffsetUnit): Readout {
  if (readout.offsetUnit === unit) return readout
  const text = readout.article.text
  if (text === undefined) throw new Error('Offsets are converted before the text is left out.')
  const toUnit = unit === 'codepoint' ? countCodePoints(text) : countUnits(text)
  const copy = structuredClone(readout)
  visitSpans(copy, (span) => {
    span.start = toUnit[span.start] as number
    span.end = toUnit[span.end] as number
  })
  copy.offsetUnit = unit
  copy.article.length = toUnit[readout.article.length] as number
  return copy
}

/** For each UTF-16 offset, the number of code points before it. */
export function countCodePoints(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    points[at] = count
    if (!isPairAt(text, at - 1)) count++
    if (isPairAt(text, at - 1)) points[at] = count - 1
  }
  points[text.length] = count
  return points
}

/** For each code point offset, the number of UTF-16 units before it. */
function countUnits(text: string): Uint32Array {
  const starts: number[] = []
  for (let at = 0; at < text.length; at++) if (!isPairAt(text, at - 1)) starts.push(at)
  return Uint32Array.from([...starts, text.length])
}

/** Whether the units at `at` and `at + 1` make one sign together. */
function isPairAt(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  if (!(high >= 0xd800 && high < 0xdc00)) return false
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low < 0xe000
}
