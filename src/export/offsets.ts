import type { Readout } from '../document/readout.ts'
import { convertOffsets, countCodePoints } from '../record/record.ts'

/** A record with a way to tell each of its offsets in both units; null in the unit that only a text could tell. */
export interface Measured {
  /** Offsets in UTF-16 where there is a text, else as they were. */
  readonly record: Readout
  readonly codepoint: (offset: number) => number | null
  readonly utf16: (offset: number) => number | null
}

/** Makes both units of offsets readable. */
export function measureOffsets(readout: Readout): Measured {
  const { text } = readout.article
  if (text === undefined) {
    const isPoints = readout.offsetUnit === 'codepoint'
    return { record: readout, codepoint: (offset) => (isPoints ? offset : null), utf16: (offset) => (isPoints ? null : offset) }
  }
  const points = countCodePoints(text)
  return { record: convertOffsets(readout, 'utf16'), codepoint: (offset) => points[offset] as number, utf16: (offset) => offset }
}
